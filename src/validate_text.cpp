// Rules about the strings of a framework: characters and language tags. They walk the descriptions
// of the types, so that a new member is checked without a line here.
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <type_traits>

#include "skillmatrix/describe.hpp"
#include "skillmatrix/locale.hpp"
#include "text/utf8.hpp"
#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

class TextRules {
 public:
  explicit TextRules(Check& check) : check_(check) {}

  void walk(const std::string& value, const Path& path) { check_characters(value, path); }

  void walk(const Extensions& extensions, const Path& path) {
    check_characters(extensions.json, path);
  }

  void walk(const LocalizedText& text, const Path& path) {
    check_tags(text.translations, path);
    for (const auto& [tag, translation] : text.translations) {
      check_characters(translation.value, Path(path, tag));
    }
  }

  void walk(const Aliases& aliases, const Path& path) {
    check_tags(aliases, path);
    for (const auto& [tag, names] : aliases) walk(names, Path(path, tag));
  }

  template <class T>
  void walk(const std::vector<T>& values, const Path& path) {
    for (std::size_t at = 0; at < values.size(); ++at) walk(values[at], Path(path, at));
  }

  template <class T>
  void walk(const std::optional<T>& value, const Path& path) {
    if (value) walk(*value, path);
  }

  /// Calls itself as deep as the types are nested, not the data.
  template <class T>
  void walk(const T& value, const Path& path) {
    if constexpr (boost::describe::has_describe_members<T>::value) {
      using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
      boost::mp11::mp_for_each<Members>([&](auto member) {
        std::string_view name = member.name;
        if (name.ends_with('_')) name.remove_suffix(1);  // `requires_` is "requires".
        walk(value.*member.pointer, Path(path, name));
      });
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
    const std::string& problem = problem_of(tag);
    if (!problem.empty()) {
      check_.report.add(Code::malformed_tag, path.pointer(), tag, {{"detail", problem}});
    }
  }

 private:
  void check_characters(std::string_view value, const Path& path) {
    if (const std::optional<std::size_t> bad = text::first_ill_formed(value)) {
      check_.report.add(Code::ill_formed_utf8, path.pointer(),
                        text::hexadecimal(value.substr(*bad, 1)),
                        {{"offset", std::to_string(*bad)}});
    }
    if (value.find('\0') != std::string_view::npos) {
      check_.report.add(Code::embedded_nul, path.pointer(), value);
    }
  }

  const std::string& problem_of(std::string_view tag) {
    const auto [entry, is_new] = problems_.try_emplace(tag);
    if (is_new) {
      if (const auto problem = find_tag_problem(tag)) entry->second = problem->detail;
    }
    return entry->second;
  }

  template <class Map>
  void check_tags(const Map& by_tag, const Path& path) {
    std::unordered_map<std::uint32_t, std::string_view> seen;
    for (const auto& entry : by_tag) {
      const std::string_view tag = entry.first;
      check_tag(tag, Path(path, tag));
      if (by_tag.size() == 1 || !problem_of(tag).empty()) continue;
      const auto [first, is_new] = seen.emplace(check_.locale(tag), tag);
      if (is_new) continue;
      check_.report.add(Code::equivalent_tags, Path(path, tag).pointer(), tag,
                        {{"first", Path(path, first->second).pointer()}});
    }
  }

  Check& check_;
  std::unordered_map<std::string_view, std::string> problems_;
};

}  // namespace

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
  text_rules.walk(framework, document);
}

}  // namespace skillmatrix::rules
