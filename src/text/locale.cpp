#include "skillmatrix/locale.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/icu.hpp"

namespace skillmatrix {
namespace {

/// How many kinds of a language are ranked by nearness for one preference; the others follow by
/// tag. Spanish, the language with the most, is translated into fewer.
constexpr int most_ranked = 32;

/// A tag without extensions and private use: what comes before the first subtag of one character.
/// Empty for a tag that is nothing else.
std::string_view without_extensions(std::string_view tag) {
  std::size_t start = 0;
  while (start < tag.size()) {
    const std::size_t end = std::min(tag.find('-', start), tag.size());
    if (end - start == 1) return tag.substr(0, start == 0 ? 0 : start - 1);
    start = end + 1;
  }
  return tag;
}

/// A tag in the forms that it is compared in.
struct LanguageTag {
  /// A malformed tag is kept as it is, and has no other form.
  explicit LanguageTag(std::string_view tag) : canonical(canonical_tag(tag)) {
    if (find_tag_problem(canonical)) return;
    base = without_extensions(canonical);
    UErrorCode status = U_ZERO_ERROR;
    locale = icu::Locale::forLanguageTag(base, status);
    if (U_FAILURE(status)) return;
    script = locale.getScript();
    // ICU takes "und" for English, and "und-IL" for Hebrew. It is what it says: undetermined.
    if (base.empty() || *locale.getLanguage() == '\0') return;
    icu::Locale likely_locale = locale;
    likely_locale.addLikelySubtags(status);
    if (U_FAILURE(status)) return;
    script = likely_locale.getScript();
    const std::string_view region = likely_locale.getCountry();
    if (region == "XA" || region == "XB") return;  // Pseudo-locales.
    likely.append(likely_locale.getLanguage())
        .append("-")
        .append(script)
        .append("-")
        .append(region);
  }

  /// Whether it may stand for another tag, or another for it.
  [[nodiscard]] bool can_match() const { return !likely.empty(); }

  std::string canonical;
  std::string base;                             ///< Without extensions.
  icu::Locale locale = icu::Locale::getRoot();  ///< Of the base. (Locale() is the process's.)
  std::string script;                           ///< Its own or the likely one; empty if unknown.
  std::string likely;                           ///< Likely language, script and region.
};

/// Whether `range` is the tag or a beginning of it, in whole subtags.
bool begins(std::string_view range, std::string_view tag) {
  return tag.starts_with(range) && (tag.size() == range.size() || tag[range.size()] == '-');
}

icu::LocaleMatcher make_matcher(const std::vector<const LanguageTag*>& supported,
                                bool one_way_matches, UErrorCode& status) {
  icu::LocaleMatcher::Builder builder;
  builder.setNoDefaultLocale();
  builder.setDirection(one_way_matches ? ULOCMATCH_DIRECTION_WITH_ONE_WAY
                                       : ULOCMATCH_DIRECTION_ONLY_TWO_WAY);
  for (const LanguageTag* tag : supported) builder.addSupportedLocale(tag->locale);
  return builder.build(status);
}

/// Builds a chain, link by link; a tag that is in it already is not added again.
class Negotiation {
 public:
  Negotiation(std::span<const std::string> preferences, std::span<const std::string_view> available,
              const NegotiationOptions& options)
      : options_(options) {
    for (const std::string& tag : preferences) {
      if (!find_tag_problem(tag)) preferences_.emplace_back(tag);
    }
    for (const auto& [tag, given] : options.fallbacks)
      fallbacks_.emplace_back(LanguageTag(tag), given);
    for (const std::string_view tag : available) contents_.emplace_back(LanguageTag(tag), tag);
    for (std::uint32_t at = 0; at < contents_.size(); ++at) contents_[at].position = at;
    std::sort(contents_.begin(), contents_.end(), [](const Content& left, const Content& right) {
      return std::tie(left.tag.canonical, left.written, left.position) <
             std::tie(right.tag.canonical, right.written, right.position);
    });
    mark_excluded();
  }

  std::vector<LocaleLink> negotiate(std::string_view default_locale) && {
    for (const LanguageTag& preference : preferences_) {
      is_first_ = &preference == &preferences_.front();
      add(preference.canonical, TextSource::exact);
      if (!preference.base.empty()) add(preference.base, TextSource::exact);
      std::vector<Content*> matches;
      if (preference.can_match()) matches = matches_of(preference);
      add_all_like(preference, matches, TextSource::equivalent);
      add_fallbacks(preference);
      add_nearest(preference, matches);
    }
    is_first_ = true;
    add_unasked(default_locale);
    for (Content& content : contents_) content.is_excluded = false;
    add_unasked(default_locale);
    return std::move(links_);
  }

  [[nodiscard]] std::optional<std::string> locale() const {
    if (preferences_.empty()) return std::nullopt;
    return preferences_.front().canonical;
  }

 private:
  /// A language that there are texts in.
  struct Content {
    Content(LanguageTag forms, std::string_view as_written)
        : tag(std::move(forms)), written(as_written) {}

    LanguageTag tag;
    std::string_view written;
    std::uint32_t position = 0;
    bool is_excluded = false;
    bool is_linked = false;
  };

  /// The length of the longest of the ranges that are a beginning of the tag.
  template <class Ranges>
  static std::size_t longest_beginning(const Ranges& ranges, std::string_view tag) {
    std::size_t longest = 0;
    for (const LanguageTag& range : ranges) {
      if (begins(range.canonical, tag)) longest = std::max(longest, range.canonical.size());
    }
    return longest;
  }

  void mark_excluded() {
    std::vector<LanguageTag> excluded;
    for (const std::string& tag : options_.excluded) {
      if (!find_tag_problem(tag)) excluded.emplace_back(tag);
    }
    if (excluded.empty()) return;
    for (Content& content : contents_) {
      const std::string_view tag = content.tag.canonical;
      content.is_excluded = longest_beginning(excluded, tag) > longest_beginning(preferences_, tag);
    }
  }

  void add(Content& content, TextSource source) {
    if (content.is_linked || content.is_excluded) return;
    content.is_linked = true;
    links_.push_back({content.position, is_first_ ? source : TextSource::other_preferred});
  }

  void add(std::string_view canonical, TextSource source) {
    auto content = std::lower_bound(
        contents_.begin(), contents_.end(), canonical,
        [](const Content& left, std::string_view tag) { return left.tag.canonical < tag; });
    for (; content != contents_.end() && content->tag.canonical == canonical; ++content) {
      add(*content, source);
    }
  }

  /// What no preference leads to.
  void add_unasked(std::string_view default_locale) {
    add(canonical_tag(default_locale), TextSource::source_fallback);
    add("und", TextSource::any_fallback);
    for (Content& content : contents_) add(content, TextSource::any_fallback);
  }

  void add_fallbacks(const LanguageTag& preference) {
    for (const auto& [reader, tags] : fallbacks_) {
      const bool is_same = reader.canonical == preference.canonical ||
                           (reader.can_match() && reader.likely == preference.likely);
      if (!is_same) continue;
      for (const std::string& tag : tags) add(canonical_tag(tag), TextSource::related);
    }
  }

  void add_nearest(const LanguageTag& preference, std::vector<Content*>& matches) {
    for (int round = 0; round < most_ranked && !matches.empty(); ++round) {
      const Content& best = *matches[nearest_to(preference, matches)];
      add_all_like(best.tag, matches, TextSource::related);
    }
    for (Content* content : matches) add(*content, TextSource::related);
  }

  /// What CLDR, and the options, let stand for the preference, by tag.
  std::vector<Content*> matches_of(const LanguageTag& preference) {
    std::vector<Content*> matches;
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocaleMatcher matcher = make_matcher({}, options_.one_way_matches, status);
    for (Content& content : contents_) {
      if (content.is_linked || content.is_excluded || !content.tag.can_match()) continue;
      if (!options_.other_scripts && content.tag.script != preference.script) continue;
      if (matcher.isMatch(preference.locale, content.tag.locale, status) != 0) {
        matches.push_back(&content);
      }
    }
    if (U_FAILURE(status)) matches.clear();
    return matches;
  }

  /// The position of the nearest of some matches.
  [[nodiscard]] std::size_t nearest_to(const LanguageTag& preference,
                                       const std::vector<Content*>& matches) const {
    if (matches.size() == 1) return 0;
    std::vector<const LanguageTag*> supported;
    supported.reserve(matches.size());
    for (const Content* content : matches) supported.push_back(&content->tag);
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocaleMatcher matcher = make_matcher(supported, options_.one_way_matches, status);
    const auto best = matcher.getBestMatchResult(preference.locale, status);
    const std::int32_t index = U_SUCCESS(status) ? best.getSupportedIndex() : 0;
    return static_cast<std::size_t>(std::max(index, 0));
  }

  /// Links the matches with the likely subtags of a tag, and takes them out.
  void add_all_like(const LanguageTag& tag, std::vector<Content*>& matches, TextSource source) {
    const std::string likely = tag.likely;
    std::erase_if(matches, [&](Content* content) {
      if (content->tag.likely != likely) return false;
      add(*content, source);
      return true;
    });
  }

  const NegotiationOptions& options_;
  std::vector<LanguageTag> preferences_;
  std::vector<std::pair<LanguageTag, std::span<const std::string>>> fallbacks_;
  std::vector<Content> contents_;  ///< By tag.
  std::vector<LocaleLink> links_;
  bool is_first_ = true;  ///< Whether the best preference is being served, or none.
};

}  // namespace

TextDirection direction_of(std::string_view tag) {
  const LanguageTag language(tag);
  if (language.script.empty()) return TextDirection::automatic;
  if (language.script == "Aran") return TextDirection::rtl;  // A style of Arab; ICU has no data.
  const auto script =
      static_cast<UScriptCode>(u_getPropertyValueEnum(UCHAR_SCRIPT, language.script.c_str()));
  const bool is_known =
      script > USCRIPT_INHERITED && uscript_getUsage(script) > USCRIPT_USAGE_UNKNOWN;
  if (!is_known) return TextDirection::automatic;
  return uscript_isRightToLeft(script) != 0 ? TextDirection::rtl : TextDirection::ltr;
}

std::string_view to_string(TextDirection direction) {
  switch (direction) {
    case TextDirection::ltr:
      return "ltr";
    case TextDirection::rtl:
      return "rtl";
    case TextDirection::automatic:
      break;
  }
  return "auto";
}

std::string_view to_string(TextSource source) {
  constexpr std::string_view names[] = {"exact",           "equivalent",      "related",
                                        "other_preferred", "source_fallback", "any_fallback",
                                        "missing"};
  return names[static_cast<std::size_t>(source)];
}

LocaleChain LocaleChain::negotiate(std::span<const std::string> preferences,
                                   std::span<const std::string_view> available,
                                   std::string_view default_locale,
                                   const NegotiationOptions& options) {
  Negotiation negotiation(preferences, available, options);
  LocaleChain chain;
  chain.locale_ = negotiation.locale().value_or(canonical_tag(default_locale));
  chain.links_ = std::move(negotiation).negotiate(default_locale);
  return chain;
}

}  // namespace skillmatrix
