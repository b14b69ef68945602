#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "json_locate.hpp"
#include "json_reader.hpp"
#include "messages_catalog.hpp"
#include "names.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/messages.hpp"
#include "text/formats.hpp"
#include "text/message_pattern.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::messages {
namespace {

using Arguments = std::vector<std::pair<std::string, std::string>>;
using Part = text::PatternPart;
using Problem = text::PatternProblem;
using Words = std::set<std::string, std::less<>>;

Code code_of(Problem::Kind kind) {
  switch (kind) {
    case Problem::Kind::syntax:
      return Code::message_syntax;
    case Problem::Kind::too_long:
      return Code::message_too_long;
    case Problem::Kind::too_deep:
      return Code::message_too_deep;
    case Problem::Kind::unsupported:
      return Code::message_unsupported;
    case Problem::Kind::duplicate_selector:
      return Code::message_duplicate_selector;
    case Problem::Kind::apostrophe:
      return Code::message_apostrophe;
    case Problem::Kind::empty:
      return Code::message_empty;
    case Problem::Kind::space:
      return Code::message_space;
    case Problem::Kind::not_nfc:
      return Code::message_not_nfc;
    case Problem::Kind::unsafe_character:
      return Code::message_unsafe_character;
  }
  return Code::message_syntax;
}

/// How a pattern uses one of its arguments.
struct Use {
  bool as_text = false;
  bool as_number = false;
  std::optional<Words> words;  ///< The cases of its selects.
  std::size_t offset = 0;      ///< Of the first use.

  /// The word that messages have for it.
  [[nodiscard]] std::string_view name() const {
    if (words) return "select";
    return as_number ? "number" : "text";
  }
};
using Uses = std::map<std::string, Use, std::less<>>;

/// A plural, selectordinal or select, with its words.
struct Choice {
  const Part* part;
  Words words{};
};

/// Calls `visit` for each choice of a pattern, with its words.
template <class Visit>
void for_each_choice(const text::MessagePattern& pattern, Visit visit) {
  std::vector<Choice> open;
  for (const Part& part : pattern.parts) {
    const bool opens = part.kind == Part::Kind::plural || part.kind == Part::Kind::ordinal ||
                       part.kind == Part::Kind::select;
    if (opens) {
      open.push_back({&part});
    } else if (part.kind == Part::Kind::selector) {
      const bool is_word = open.back().part->kind == Part::Kind::select || !part.is_exact();
      if (is_word) open.back().words.insert(part.text);
    } else if (part.kind == Part::Kind::end) {
      visit(open.back());
      open.pop_back();
    }
  }
}

Use& use_of(Uses& uses, const Part& part) {
  const auto [entry, is_new] = uses.try_emplace(part.text);
  if (is_new) entry->second.offset = part.offset;
  return entry->second;
}

Uses uses_in(const text::MessagePattern& pattern) {
  Uses uses;
  for (const Part& part : pattern.parts) {
    if (part.kind == Part::Kind::argument) use_of(uses, part).as_text = true;
    const bool is_number = part.kind == Part::Kind::number || part.kind == Part::Kind::plural ||
                           part.kind == Part::Kind::ordinal;
    if (is_number) use_of(uses, part).as_number = true;
  }
  for_each_choice(pattern, [&uses](const Choice& choice) {
    if (choice.part->kind != Part::Kind::select) return;
    Use& use = use_of(uses, *choice.part);
    if (!use.words) use.words.emplace();
    use.words->insert(choice.words.begin(), choice.words.end());
  });
  return uses;
}

/// Whether a select only asks if its argument is given.
bool only_asks_for_presence(const Use& use) {
  return std::all_of(use.words->begin(), use.words->end(),
                     [](const std::string& word) { return word == "none" || word == "other"; });
}

/// Whether what is given for the source's use is good for this one. A plain argument takes
/// anything, but shows it: the word of a select is not for readers unless the source shows it, too.
bool is_compatible(const Use& use, const Use& source) {
  if (use.as_number) return source.as_number;
  if (!use.words) return source.as_text || !source.words;
  return source.words.has_value() || (!source.as_number && only_asks_for_presence(use));
}

bool has_letters(const text::MessagePattern& pattern) {
  return std::any_of(pattern.parts.begin(), pattern.parts.end(), [](const Part& part) {
    return part.kind == Part::Kind::literal &&
           std::any_of(part.text.begin(), part.text.end(), [](char byte) {
             const auto lower = static_cast<char>(byte | 0x20);
             return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
           });
  });
}

Words names_of(const std::vector<text::PluralCategory>& categories) {
  Words names;
  for (const text::PluralCategory category : categories) names.emplace(text::to_string(category));
  return names;
}

/// The words that only the first of them has.
std::string difference(const Words& words, const Words& others) {
  std::vector<std::string_view> only;
  std::set_difference(words.begin(), words.end(), others.begin(), others.end(),
                      std::back_inserter(only), std::less<>());
  return join(only);
}

class CatalogCheck {
 public:
  CatalogCheck(const Catalog& catalog, const CatalogContext& context, form::Findings& findings)
      : catalog_(catalog), context_(context), findings_(findings) {
    for (const Diagnostic& finding : findings.diagnostics()) spoiled_.insert(finding.pointer);
    had_errors_ = findings.has_error();
  }

  void check() {
    check_head();
    for (const auto& [key, pattern] : catalog_.messages) check_message(key, pattern);
    // What a broken document lacks may just not have been read.
    if (!had_errors_) check_missing();
  }

 private:
  void report(Code code, std::string pointer, std::string_view value = {}, Arguments arguments = {},
              std::string suggestion = {}) {
    Diagnostic diagnostic =
        make_diagnostic(code, std::move(pointer), std::string(value), std::move(arguments));
    diagnostic.suggestion = std::move(suggestion);
    const bool is_about_wholeness =
        code == Code::message_missing || code == Code::message_unknown_key;
    if (is_about_wholeness && context_.is_whole) diagnostic.severity = Severity::error;
    findings_.add({std::move(diagnostic)});
  }

  void check_head() {
    if (catalog_.schema != messages_schema && !is_missing(catalog_.schema)) {
      report(Code::unsupported_schema, "/schema", catalog_.schema,
             {{"expected", std::string(messages_schema)}});
    }
    const std::optional<TagProblem> problem = find_tag_problem(catalog_.locale);
    if (!problem) {
      const text::Formats formats(canonical_tag(catalog_.locale));
      cardinal_ = names_of(formats.cardinal_categories());
      ordinal_ = names_of(formats.ordinal_categories());
    } else if (!is_missing(catalog_.locale)) {
      report(Code::catalog_locale, "/locale", catalog_.locale,
             {{"detail", std::string(problem->detail)}, {"subtag", problem->subtag}});
    }
    unchanged_.insert(catalog_.unchanged.begin(), catalog_.unchanged.end());
  }

  /// A member that the reader has reported already.
  [[nodiscard]] bool is_missing(const std::string& member) const {
    return member.empty() && had_errors_;
  }

  /// Of the message at hand, which is named.
  void report_message(Code code, std::string_view value = {}, Arguments arguments = {},
                      std::string suggestion = {}) {
    arguments.emplace_back("key", key_);
    report(code, pointer_, value, std::move(arguments), std::move(suggestion));
  }

  void check_message(const std::string& key, const std::string& text) {
    key_ = key;
    pointer_ = "/messages";
    form::append_token(pointer_, key);
    const bool is_reported = spoiled_.contains(pointer_) || text::first_ill_formed(text);
    if (is_reported) return;
    const text::MessagePattern pattern = text::parse_message_pattern(text);
    for (const Problem& problem : pattern.problems) report_problem(problem);
    check_plurals(pattern);
    if (key == generic_key) check_generic(pattern);
    if (context_.source == nullptr) return;
    const auto source = context_.source->find(key);
    if (source == context_.source->end()) return check_unknown(key);
    const text::MessagePattern source_pattern = text::parse_message_pattern(source->second);
    const bool is_comparable = !pattern.parts.empty() && !source_pattern.parts.empty();
    if (is_comparable) compare(uses_in(pattern), uses_in(source_pattern));
    const bool is_unchanged = !context_.is_source_language && text == source->second &&
                              has_letters(pattern) && !unchanged_.contains(key);
    if (is_unchanged) report_message(Code::message_unchanged, text);
  }

  void report_problem(const Problem& problem) {
    Arguments arguments{{"offset", std::to_string(problem.offset)}};
    if (!problem.detail.empty()) arguments.emplace_back("detail", problem.detail);
    if (problem.kind == Problem::Kind::too_long) {
      arguments.emplace_back("limit", std::to_string(text::longest_pattern));
    } else if (problem.kind == Problem::Kind::too_deep) {
      arguments.emplace_back("limit", std::to_string(text::deepest_pattern));
      arguments.emplace_back("most", std::to_string(text::most_choices));
    }
    report_message(code_of(problem.kind), problem.value, std::move(arguments));
  }

  void check_plurals(const text::MessagePattern& pattern) {
    if (cardinal_.empty()) return;
    for_each_choice(pattern, [this](const Choice& choice) {
      if (choice.part->kind == Part::Kind::select) return;
      const Words& expected = choice.part->kind == Part::Kind::plural ? cardinal_ : ordinal_;
      if (choice.words == expected) return;
      report_message(Code::message_plural_categories, {},
                     {{"offset", std::to_string(choice.part->offset)},
                      {"argument", choice.part->text},
                      {"missing", difference(expected, choice.words)},
                      {"extra", difference(choice.words, expected)},
                      {"expected", join(expected)}});
    });
  }

  /// It is shown when something is wrong with a message, so nothing may be wrong with it.
  void check_generic(const text::MessagePattern& pattern) {
    for (const auto& [name, use] : uses_in(pattern)) report_unknown_argument(name, use, {});
  }

  void check_unknown(const std::string& key) {
    if (context_.is_source_language) return;
    std::vector<std::string_view> candidates;
    // Suggestions are a courtesy; a catalog of nothing but slips takes no quadratic time.
    if (suggestions_ < most_suggestions) {
      ++suggestions_;
      for (const auto& [known, pattern] : *context_.source) candidates.emplace_back(known);
    }
    report(Code::message_unknown_key, pointer_, key, {},
           std::string(nearest(key, candidates).value_or("")));
  }

  void report_unknown_argument(const std::string& name, const Use& use,
                               const std::vector<std::string_view>& candidates) {
    report_message(Code::message_unknown_argument, name, {{"offset", std::to_string(use.offset)}},
                   std::string(nearest(name, candidates).value_or("")));
  }

  void compare(const Uses& uses, const Uses& source) {
    std::vector<std::string_view> unused;
    for (const auto& [name, use] : source) {
      if (!uses.contains(name)) unused.emplace_back(name);
    }
    for (const auto& [name, use] : uses) {
      const auto original = source.find(name);
      if (original == source.end()) {
        const bool is_long = uses.size() + unused.size() > most_suggestions;
        report_unknown_argument(name, use, is_long ? std::vector<std::string_view>() : unused);
      } else {
        compare(name, use, original->second);
      }
    }
    for (const std::string_view name : unused) {
      report_message(Code::message_missing_argument, name);
    }
  }

  void compare(const std::string& name, const Use& use, const Use& source) {
    const std::string offset = std::to_string(use.offset);
    if (!is_compatible(use, source)) {
      report_message(Code::message_argument_type, name,
                     {{"offset", offset},
                      {"found", std::string(use.name())},
                      {"expected", std::string(source.name())}});
    } else if (use.words && source.words && *use.words != *source.words) {
      report_message(Code::message_select_keys, {},
                     {{"offset", offset},
                      {"argument", name},
                      {"missing", difference(*source.words, *use.words)},
                      {"extra", difference(*use.words, *source.words)},
                      {"expected", join(*source.words)}});
    }
  }

  void check_missing() {
    const bool is_source = context_.is_whole && context_.is_source_language;
    if (is_source && !catalog_.messages.contains(generic_key)) {
      report(Code::message_missing, "/messages", generic_key);
    }
    if (context_.source == nullptr || context_.is_source_language) return;
    for (const auto& [key, pattern] : *context_.source) {
      const bool is_there = catalog_.messages.contains(key) || context_.is_served(key);
      if (!is_there) report(Code::message_missing, "/messages", key);
    }
  }

  /// Beyond this many, slips get no suggestions any more.
  static constexpr std::size_t most_suggestions = 50;

  const Catalog& catalog_;
  const CatalogContext& context_;
  form::Findings& findings_;
  std::unordered_set<std::string> spoiled_;  ///< Pointers of what has an error of form.
  bool had_errors_ = false;
  Words cardinal_;
  Words ordinal_;
  std::unordered_set<std::string> unchanged_;
  std::string_view key_;  ///< Of the message at hand,
  std::string pointer_;   ///< and where it is.
  std::size_t suggestions_ = 0;
};

}  // namespace

bool read_catalog(std::string_view json, Catalog& catalog, form::Findings& findings) {
  ReadOptions options;
  options.max_bytes = longest_catalog;
  options.max_elements = most_messages;
  options.max_depth = 8;
  return form::read_document(json, form::type_of<Catalog>, &catalog, options, findings);
}

void check_catalog(const Catalog& catalog, const CatalogContext& context,
                   form::Findings& findings) {
  CatalogCheck(catalog, context, findings).check();
}

}  // namespace skillmatrix::messages
