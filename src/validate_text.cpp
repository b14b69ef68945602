// Rules about the strings of a framework: characters and language tags. They walk the descriptions
// of the types, so that a new member is checked without a line here.
#include "skillmatrix/locale.hpp"
#include "skillmatrix/text.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "texts.hpp"
#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

using form::is_text_hash;
using form::StringsByTag;
using form::StringUse;
using form::TextPlace;

class TextRules {
 public:
  explicit TextRules(Check& check) : check_(check) {}

  void operator()(const TextPlace& place, const std::string& value) {
    check_encoding(value, place.path);
    const bool is_id = place.field == "id";
    if (is_id || place.use != StringUse::other) {
      check_characters(value, is_id ? StringUse::name : place.use, place.path);
    }
  }

  void operator()(const TextPlace& place, const Extensions& extensions) {
    check_encoding(extensions.json, place.path);
  }

  void operator()(const TextPlace& place, const LocalizedText& text) {
    check_tags(text.translations, place.path);
    for (const auto& [tag, translation] : text.translations) {
      const Path path(place.path, tag);
      check_translation(translation.value, tag, place.use, path);
      check_encoding(translation.version, Path(path, "version"));
      if (translation.source) check_origin(*translation.source, Path(path, "source"));
    }
  }

  void operator()(const TextPlace& place, const StringsByTag& strings) {
    check_tags(strings, place.path);
    for (const auto& [tag, values] : strings) {
      const Path of_tag(place.path, tag);
      for (std::size_t at = 0; at < values.size(); ++at) {
        const Path path(of_tag, at);
        if (place.use == StringUse::other) {
          check_encoding(values[at], path);
        } else {
          check_translation(values[at], tag, place.use, path);
        }
      }
    }
  }

  /// The keys are checked by the walk.
  void check_fallbacks(const LocaleFallbacks& fallbacks, const Path& path) {
    for (const auto& [reader, tags] : fallbacks) {
      const Path of_reader(path, reader);
      for (std::size_t at = 0; at < tags.size(); ++at) check_tag(tags[at], Path(of_reader, at));
    }
  }

  void check_tag(std::string_view tag, const Path& path) {
    if (const std::optional<TagProblem>& problem = problem_of(tag)) {
      check_.report.add(Code::malformed_tag, path.pointer(), tag,
                        {{"detail", std::string(problem->detail)}, {"subtag", problem->subtag}});
    }
  }

 private:
  /// A hash of another form would differ from every text.
  void check_origin(const TextOrigin& origin, const Path& path) {
    check_encoding(origin.hash, Path(path, "hash"));
    check_encoding(origin.version, Path(path, "version"));
    if (origin == TextOrigin{}) {
      check_.report.add(Code::unusable_text_origin, path.pointer(), {}, {{"detail", "empty"}});
    } else if (!origin.hash.empty() && !is_text_hash(origin.hash)) {
      check_.report.add(Code::unusable_text_origin, Path(path, "hash").pointer(), origin.hash,
                        {{"detail", "hash"}});
    }
  }

  /// An error says enough of a text that shows nothing else.
  void check_translation(std::string_view value, std::string_view tag, StringUse use,
                         const Path& path) {
    const bool is_well_formed = check_encoding(value, path);
    const bool is_safe = check_characters(value, use, path);
    if (is_well_formed && is_safe) check_space(value, tag, use, path);
  }

  /// Whether nothing is wrong with it. What is wrong with a document, its reader has said.
  bool check_encoding(std::string_view value, const Path& path) {
    if (check_.encoding == Encoding::checked) return value.find('\0') == std::string_view::npos;
    const std::optional<std::size_t> bad = text::first_ill_formed(value);
    if (bad) {
      check_.report.add(Code::ill_formed_utf8, path.pointer(),
                        text::hexadecimal(value.substr(*bad, 1)),
                        {{"offset", std::to_string(*bad)}});
    }
    const bool has_nul = value.find('\0') != std::string_view::npos;
    if (has_nul) check_.report.add(Code::embedded_nul, path.pointer(), value);
    return !bad && !has_nul;
  }

  /// Whether no character is an error.
  bool check_characters(std::string_view value, StringUse use, const Path& path) {
    const TextUse text_use = use == StringUse::name ? TextUse::name : TextUse::prose;
    std::vector<Diagnostic> found = unsafe_characters(value, text_use, path);
    const bool is_safe = !has_errors(found);
    for (Diagnostic& each : found) check_.report.add(std::move(each));
    return is_safe;
  }

  /// An empty text says itself that it is still to be written; a blank one looks like a text.
  void check_space(std::string_view value, std::string_view tag, StringUse use, const Path& path) {
    if (value.empty()) return;
    if (is_blank(value)) {
      return check_.report.add(Code::blank_text, path.pointer(), {}, {{"locale", shown(tag)}});
    }
    if (use != StringUse::name) return;
    std::string tidied = text::tidy_space(value);
    if (tidied == value) return;
    if (tidied.size() > text::longest_name) tidied.clear();  // Hostile, and no suggestion to keep.
    check_.report.add(Code::superfluous_space, path.pointer(), value, {}, std::move(tidied));
  }

  const std::optional<TagProblem>& problem_of(std::string_view tag) {
    const auto [entry, is_new] = problems_.try_emplace(tag);
    if (is_new) entry->second = find_tag_problem(tag);
    return entry->second;
  }

  template <class Map>
  void check_tags(const Map& by_tag, const Path& path) {
    std::unordered_map<std::uint32_t, std::string_view> seen;
    for (const auto& entry : by_tag) {
      const std::string_view tag = entry.first;
      check_tag(tag, Path(path, tag));
      if (by_tag.size() == 1 || problem_of(tag)) continue;
      const auto [first, is_new] = seen.emplace(check_.locale(tag), tag);
      if (is_new) continue;
      check_.report.add(Code::equivalent_tags, Path(path, tag).pointer(), tag,
                        {{"first", Path(path, first->second).pointer()}});
    }
  }

  Check& check_;
  std::unordered_map<std::string_view, std::optional<TagProblem>> problems_;
};

}  // namespace

std::vector<Diagnostic> unsafe_characters(std::string_view text, TextUse use, const Path& path) {
  constexpr std::size_t most = 16;  // Of one text: more say nothing new.
  std::vector<Diagnostic> diagnostics;
  for (const UnsafeCharacter& found : find_unsafe(text, use, most)) {
    if (found.code_point == 0) continue;  // `embedded_nul`
    const bool is_error = found.severity == Severity::error;
    diagnostics.push_back(make_diagnostic(
        is_error ? Code::unsafe_character : Code::suspicious_character, path.pointer(),
        text::notation(found.code_point),
        {{"what", std::string(to_string(found.kind))}, {"offset", std::to_string(found.offset)}}));
  }
  return diagnostics;
}

void check_text(Check& check) {
  const Framework& framework = check.framework;
  const Path document;
  if (framework.schema != framework_schema) {
    check.report.add(Code::unsupported_schema, "/schema", framework.schema,
                     {{"expected", framework_schema}});
  }
  TextRules text_rules(check);
  text_rules.check_tag(framework.default_locale, Path(document, "default_locale"));
  text_rules.check_fallbacks(framework.fallbacks, Path(document, "fallbacks"));
  form::for_each_text(framework, text_rules);
}

}  // namespace skillmatrix::rules
