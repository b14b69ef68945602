#include "skillmatrix/coverage.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

#include "skillmatrix/locale.hpp"
#include "skillmatrix/text.hpp"
#include "text/sha256.hpp"
#include "texts.hpp"

namespace skillmatrix {
namespace {

using form::Path;
using form::StringsByTag;
using form::StringUse;
using form::TextPlace;

constexpr std::array<std::string_view, 7> kind_names = {
    "framework", "scale", "level", "category", "skill", "role", "expectation"};
constexpr std::array<std::string_view, 6> field_names = {"title",       "label", "summary",
                                                         "description", "focus", "aliases"};
constexpr std::size_t slot_count = kind_names.size() * field_names.size();

struct RecordKind {
  std::string_view record;
  CoverageKind kind;
};
constexpr RecordKind record_kinds[] = {{"Framework", CoverageKind::framework},
                                       {"Scale", CoverageKind::scale},
                                       {"Level", CoverageKind::level},
                                       {"Category", CoverageKind::category},
                                       {"Skill", CoverageKind::skill},
                                       {"SkillLevel", CoverageKind::skill},
                                       {"Role", CoverageKind::role},
                                       {"RoleLevel", CoverageKind::role},
                                       {"Expectation", CoverageKind::expectation}};

CoverageKind kind_of(const TextPlace& place) {
  const auto* found = std::ranges::find(record_kinds, place.record, &RecordKind::record);
  if (found == std::end(record_kinds)) throw std::logic_error("texts of a record of no kind");
  return found->kind;
}

CoverageField field_of(const TextPlace& place) {
  const auto* found = std::ranges::find(field_names, place.field);
  if (found == field_names.end()) throw std::logic_error("texts of an unknown field");
  return static_cast<CoverageField>(found - field_names.begin());
}

/// The first that is not blank; empty if there is none.
std::string_view first_name(const std::vector<std::string>& names) {
  const auto found = std::ranges::find_if_not(names, is_blank);
  return found == names.end() ? std::string_view() : std::string_view(*found);
}

/// The languages of the texts of a framework and its default locale, numbered by the byte order of
/// their canonical tags.
class Tags {
 public:
  explicit Tags(const Framework& framework) {
    numbers_.try_emplace(framework.default_locale);
    form::for_each_text(framework, *this);
    std::map<std::string, std::uint32_t> canonical;
    for (const auto& [written, number] : numbers_) canonical.try_emplace(canonical_tag(written));
    for (auto& [tag, number] : canonical) {
      number = static_cast<std::uint32_t>(canonical_.size());
      canonical_.push_back(tag);
    }
    for (auto& [written, number] : numbers_) number = canonical.at(canonical_tag(written));
    source_ = number_of(framework.default_locale);
  }

  void operator()(const TextPlace& /*place*/, const LocalizedText& text) {
    for (const auto& [tag, translation] : text.translations) {
      if (!is_blank(translation.value)) numbers_.try_emplace(tag);
    }
  }
  void operator()(const TextPlace& place, const StringsByTag& strings) {
    if (place.use == StringUse::other) return;
    for (const auto& [tag, names] : strings) {
      if (!first_name(names).empty()) numbers_.try_emplace(tag);
    }
  }

  [[nodiscard]] const std::vector<std::string>& canonical() const { return canonical_; }
  [[nodiscard]] std::uint32_t source() const { return source_; }
  /// Of a tag that some text or the framework has.
  [[nodiscard]] std::uint32_t number_of(std::string_view written) const {
    return numbers_.find(written)->second;
  }
  [[nodiscard]] std::optional<std::uint32_t> find(const std::string& canonical) const {
    const auto found = std::ranges::lower_bound(canonical_, canonical);
    if (found == canonical_.end() || *found != canonical) return std::nullopt;
    return static_cast<std::uint32_t>(found - canonical_.begin());
  }

 private:
  std::map<std::string_view, std::uint32_t> numbers_;  // By tags as they are written.
  std::vector<std::string> canonical_;
  std::uint32_t source_ = 0;
};

/// A text in one language; other names have no translation.
struct Found {
  std::string_view tag;  // As it is written.
  std::string_view value;
  const Translation* translation = nullptr;
};

/// What a translation states of its source, and what the source is now.
struct Change {
  std::string stated;
  std::string current;
};

/// A hash is as good in capital letters; ours are small.
bool is_hash(std::string_view stated, std::string_view hash) {
  const auto small = [](char digit) {
    return digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
  };
  return std::ranges::equal(stated, hash, {}, small);
}

/// The text that a walk has come to, in all its languages.
class TextAtHand {
 public:
  TextAtHand(const Framework& framework, const Tags& tags)
      : framework_(framework), tags_(tags), by_tag_(tags.canonical().size()) {}

  /// The id of a skill comes before its texts.
  void pass(const TextPlace& place) {
    if (place.record == "Skill" && place.field == "id") ++skills_begun_;
  }

  void take(const LocalizedText& text) {
    clear();
    for (const auto& [tag, translation] : text.translations) {
      put({tag, translation.value, &translation});
    }
  }

  /// Other names are one text.
  void take(const StringsByTag& strings) {
    clear();
    for (const auto& [tag, names] : strings) put({tag, first_name(names), nullptr});
  }

  [[nodiscard]] bool is_there() const { return !touched_.empty(); }
  [[nodiscard]] const Found& in(std::uint32_t tag) const { return by_tag_[tag]; }
  [[nodiscard]] const Found& source() const { return by_tag_[tags_.source()]; }

  const std::string& source_hash() {
    if (source_hash_.empty()) source_hash_ = text_hash(source().value);
    return source_hash_;
  }

  /// What has changed since the translation was made; nothing if that is not known.
  std::optional<Change> change_since(const Found& own, CoverageKind kind) {
    const Found& from = source();
    const bool has_source = !from.value.empty() && own.value.data() != from.value.data();
    if (!has_source || own.translation == nullptr || !own.translation->source) return std::nullopt;
    const TextOrigin& stated = *own.translation->source;
    if (!stated.hash.empty()) {
      // One of another form tells nothing, which `validate` reports.
      const bool is_other = form::is_text_hash(stated.hash) && !is_hash(stated.hash, source_hash());
      return change_if(is_other, stated.hash, source_hash());
    }
    const Translation& source = *from.translation;
    const std::optional<Date> updated = source.updated ? source.updated : updated_with(kind);
    if (stated.updated && updated && *stated.updated < *updated) {
      return Change{format_date(*stated.updated), format_date(*updated)};
    }
    const bool both = !stated.version.empty() && !source.version.empty();
    return change_if(both && stated.version != source.version, stated.version, source.version);
  }

 private:
  void clear() {
    for (const std::size_t number : touched_) by_tag_[number] = {};
    touched_.clear();
    source_hash_.clear();
  }

  /// If two tags are the same in canonical form, which `validate` refuses, the first one counts.
  void put(const Found& found) {
    if (is_blank(found.value)) return;
    const std::size_t number = tags_.number_of(found.tag);
    if (!by_tag_[number].value.empty()) return;
    by_tag_[number] = found;
    touched_.push_back(number);
  }

  static std::optional<Change> change_if(bool has_changed, const std::string& stated,
                                         const std::string& current) {
    if (!has_changed) return std::nullopt;
    return Change{stated, current};
  }

  /// When the thing that a text belongs to was changed, if it says so.
  [[nodiscard]] std::optional<Date> updated_with(CoverageKind kind) const {
    if (kind != CoverageKind::skill) return std::nullopt;
    return framework_.skills[skills_begun_ - 1].updated;
  }

  const Framework& framework_;
  const Tags& tags_;
  std::size_t skills_begun_ = 0;
  std::vector<Found> by_tag_;         // By number of the tag.
  std::vector<std::size_t> touched_;  // Of them, those that the text has.
  std::string source_hash_;           // Made when it is asked for.
};

/// The languages asked for, each once.
std::vector<std::string> wanted_locales(const Tags& tags, const CoverageOptions& options) {
  if (options.locales.empty()) return tags.canonical();
  std::vector<std::string> wanted;
  for (const std::string& written : options.locales) {
    std::string tag = canonical_tag(written);
    if (std::ranges::find(wanted, tag) == wanted.end()) wanted.push_back(std::move(tag));
  }
  return wanted;
}

/// Counts the texts of a framework as it walks over them.
class Measurement {
 public:
  Measurement(const Framework& framework, const CoverageOptions& options)
      : framework_(framework),
        tags_(framework),
        text_(framework, tags_),
        most_(options.max_diagnostics) {
    for (std::string& tag : wanted_locales(tags_, options)) {
      const std::optional<std::uint32_t> number = tags_.find(tag);
      locales_.push_back({std::move(tag), number, {}, {}});
    }
    form::for_each_text(framework, *this);
  }

  void operator()(const TextPlace& place, const LocalizedText& text) {
    text_.take(text);
    count(place);
  }

  void operator()(const TextPlace& place, const StringsByTag& strings) {
    if (place.use == StringUse::other) return;
    text_.take(strings);
    count(place);
  }

  void operator()(const TextPlace& place, const std::string& /*text*/) { text_.pass(place); }

  Coverage take() && {
    Coverage coverage;
    for (Locale& locale : locales_) coverage.locales.push_back(summed(std::move(locale)));
    coverage.diagnostics = std::move(diagnostics_);
    if (omitted_ != 0) {
      coverage.diagnostics.push_back(
          make_diagnostic(Code::findings_omitted, {}, {}, {{"count", std::to_string(omitted_)}}));
    }
    return coverage;
  }

 private:
  struct Locale {
    std::string tag;
    std::optional<std::uint32_t> number;  // Nothing if no text has it.
    std::array<CoverageCounts, slot_count> counts;
    std::optional<LocaleChain> chain;  // Negotiated when it is asked for.
  };

  /// Where the text is that is being counted.
  struct Slot {
    const TextPlace& place;
    CoverageKind kind;
    CoverageField field;

    [[nodiscard]] std::size_t index() const {
      return static_cast<std::size_t>(kind) * field_names.size() + static_cast<std::size_t>(field);
    }
  };

  void count(const TextPlace& place) {
    const Slot slot{place, kind_of(place), field_of(place)};
    if (text_.is_there()) {
      for (Locale& locale : locales_) count(slot, locale);
    } else if (slot.field == CoverageField::title) {
      for (Locale& locale : locales_) ++locale.counts[slot.index()].missing;
      if (has_room()) report(Code::text_missing, place.path, slot, {});
    }
  }

  void count(const Slot& slot, Locale& locale) {
    CoverageCounts& counts = locale.counts[slot.index()];
    const Found own = locale.number ? text_.in(*locale.number) : Found{};
    if (own.value.empty()) {
      ++counts.fallback;
      if (has_room()) report_missing(slot, locale);
    } else if (const std::optional<Change> change = text_.change_since(own, slot.kind)) {
      ++counts.stale;
      if (has_room()) report_stale(slot, locale, own, *change);
    } else {
      ++counts.exact;
    }
  }

  /// Whether one more finding is kept; otherwise it is counted.
  bool has_room() {
    if (diagnostics_.size() < most_) return true;
    ++omitted_;
    return false;
  }

  Diagnostic& report(Code code, const Path& path, const Slot& slot, std::string_view value) {
    return diagnostics_.emplace_back(
        make_diagnostic(code, path.pointer(), std::string(value),
                        {{"kind", std::string(to_string(slot.kind))},
                         {"field", std::string(to_string(slot.field))}}));
  }

  void report_missing(const Slot& slot, Locale& locale) {
    const std::uint32_t served = served_tag(locale);
    const Found& source = text_.source();
    Diagnostic& found = report(Code::translation_missing, slot.place.path, slot,
                               source.value.empty() ? text_.in(served).value : source.value);
    found.arguments.emplace_back("locale", locale.tag);
    found.arguments.emplace_back("served", tags_.canonical()[served]);
  }

  void report_stale(const Slot& slot, const Locale& locale, const Found& own,
                    const Change& change) {
    Diagnostic& found =
        report(Code::translation_stale, Path(slot.place.path, own.tag), slot, text_.source().value);
    found.arguments.emplace_back("locale", locale.tag);
    found.arguments.emplace_back("stated", change.stated);
    found.arguments.emplace_back("current", change.current);
  }

  /// The language in which the text goes to readers of a language that it is not in.
  std::uint32_t served_tag(Locale& locale) const {
    if (!locale.chain) {
      const std::vector<std::string_view> available(tags_.canonical().begin(),
                                                    tags_.canonical().end());
      NegotiationOptions options;
      options.fallbacks = framework_.fallbacks;
      locale.chain = LocaleChain::negotiate(std::span(&locale.tag, 1), available,
                                            framework_.default_locale, options);
    }
    const auto links = locale.chain->links();
    return std::ranges::find_if(
               links, [this](const LocaleLink& link) { return !text_.in(link.tag).value.empty(); })
        ->tag;
  }

  static LocaleCoverage summed(Locale locale) {
    LocaleCoverage all;
    all.locale = std::move(locale.tag);
    for (std::size_t at = 0; at < slot_count; ++at) {
      const CoverageCounts& counts = locale.counts[at];
      if (counts.total() == 0) continue;
      all.counts.exact += counts.exact;
      all.counts.fallback += counts.fallback;
      all.counts.missing += counts.missing;
      all.counts.stale += counts.stale;
      all.rows.push_back({static_cast<CoverageKind>(at / field_names.size()),
                          static_cast<CoverageField>(at % field_names.size()), counts});
    }
    return all;
  }

  const Framework& framework_;
  const Tags tags_;
  TextAtHand text_;
  const std::size_t most_;
  std::vector<Locale> locales_;
  std::vector<Diagnostic> diagnostics_;
  std::uint64_t omitted_ = 0;
};

/// Collects what is to be translated.
class SourceTexts {
 public:
  SourceTexts(const Framework& framework, const std::vector<std::string>& locales)
      : tags_(framework), text_(framework, tags_) {
    for (const std::string& tag : locales) numbers_.push_back(tags_.find(canonical_tag(tag)));
    form::for_each_text(framework, *this);
  }

  void operator()(const TextPlace& place, const LocalizedText& text) {
    text_.take(text);
    const Found& source = text_.source();
    if (source.value.empty() || !is_wanted(kind_of(place))) return;
    texts_.push_back({place.path.pointer(), source.value, text_.source_hash()});
  }

  void operator()(const TextPlace& place, const std::string& /*text*/) { text_.pass(place); }

  std::vector<SourceText> take() && { return std::move(texts_); }

 private:
  bool is_wanted(CoverageKind kind) {
    return numbers_.empty() ||
           std::ranges::any_of(numbers_, [&](const std::optional<std::uint32_t>& number) {
             if (!number || text_.in(*number).value.empty()) return true;
             return text_.change_since(text_.in(*number), kind).has_value();
           });
  }

  const Tags tags_;
  TextAtHand text_;
  std::vector<std::optional<std::uint32_t>> numbers_;  // Of the languages; nothing: without a text.
  std::vector<SourceText> texts_;
};

}  // namespace

std::string_view to_string(CoverageKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string_view to_string(CoverageField field) {
  return field_names[static_cast<std::size_t>(field)];
}

Fraction CoverageCounts::share() const {
  if (total() == 0) return {1, 1};
  return make_fraction(static_cast<std::int64_t>(exact), static_cast<std::int64_t>(total()));
}

Coverage measure_coverage(const Framework& framework, const CoverageOptions& options) {
  return Measurement(framework, options).take();
}

std::string text_hash(std::string_view text) {
  constexpr std::size_t bytes = 8;
  constexpr std::string_view digits = "0123456789abcdef";
  const auto digest = text::sha256(to_nfc(text));
  std::string hash;
  for (std::size_t at = 0; at < bytes; ++at) {
    hash += digits[digest[at] >> 4U];
    hash += digits[digest[at] & 15U];
  }
  return hash;
}

std::vector<SourceText> source_texts(const Framework& framework,
                                     const std::vector<std::string>& locales) {
  return SourceTexts(framework, locales).take();
}

}  // namespace skillmatrix
