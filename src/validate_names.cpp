// Rules about names that readers cannot tell apart.
#include <algorithm>
#include <iterator>

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

/// Names are compared within one locale.
using Key = std::pair<std::uint32_t, std::string>;

struct HashOfKey {
  std::size_t operator()(const Key& key) const {
    return std::hash<std::string>()(key.second) * 31 + key.first;
  }
};

/// Where a name is: the position of its thing, and its language.
struct Place {
  std::size_t position;
  std::string_view tag;
  std::string_view name;
};

/// Where two names that look alike first differ in more than case and width: the characters there.
std::vector<std::pair<std::string, std::string>> difference(std::string_view later,
                                                            std::string_view first) {
  std::size_t at = 0;
  std::size_t at_first = 0;
  while (at < later.size() && at_first < first.size()) {
    const auto [point, length] = text::point_at(later, at);
    const auto [point_of_first, length_of_first] = text::point_at(first, at_first);
    const bool is_same =
        point == point_of_first || text::name_fold(later.substr(at, length)) ==
                                       text::name_fold(first.substr(at_first, length_of_first));
    if (!is_same) {
      return {{"character", text::notation(point)},
              {"other_character", text::notation(point_of_first)}};
    }
    at += length;
    at_first += length_of_first;
  }
  return {};
}

/// The names of things of one kind, which should be told apart by them. They are in the list at a
/// path, which must outlive this.
class Names {
 public:
  Names(Check& check, std::string_view kind, const Path& list)
      : check_(check), kind_(kind), list_(list) {}

  void add(const LocalizedText& title, std::size_t position) {
    for (const auto& [tag, translation] : title.translations) {
      if (!is_blank(translation.value)) add({position, tag, translation.value});
    }
  }

 private:
  using First = std::unordered_map<Key, std::size_t, HashOfKey>;

  /// Reports the strongest likeness to an earlier name, and only that: equal, looks equal, nearly
  /// equal. Only the first of many like names is remembered, so that the work stays linear.
  void add(const Place& place) {
    const std::uint32_t locale = check_.locale(place.tag);
    std::string folded = text::name_fold(place.name);
    if (folded.empty()) return;
    std::string raw_look = text::skeleton(place.name);
    std::string look = folded == place.name ? raw_look : text::skeleton(folded);
    std::string near = text::search_fold(folded);
    names_.push_back(place);
    bool is_told = false;
    remember(same_, {locale, std::move(folded)}, Code::duplicate_name, is_told);
    if (is_told) return;
    remember(raw_looks_, {locale, std::move(raw_look)}, Code::confusable_names, is_told);
    remember(looks_, {locale, std::move(look)}, Code::confusable_names, is_told);
    remember(near_, {locale, std::move(near)}, Code::near_duplicate_names, is_told);
  }

  /// If an earlier name has the key, the last one is reported, unless that has been done.
  void remember(First& firsts, Key key, Code code, bool& is_told) {
    const auto [entry, is_new] = firsts.try_emplace(std::move(key), names_.size() - 1);
    if (is_new || is_told) return;
    is_told = true;
    const Place& first = names_[entry->second];
    const Place& later = names_.back();
    std::vector<std::pair<std::string, std::string>> arguments{{"kind", std::string(kind_)},
                                                               {"locale", shown(later.tag)},
                                                               {"other", shown(first.name)},
                                                               {"first", pointer_to(first)}};
    if (code == Code::confusable_names) {
      std::ranges::move(difference(later.name, first.name), std::back_inserter(arguments));
    }
    check_.report.add(code, pointer_to(later), later.name, std::move(arguments));
  }

  [[nodiscard]] std::string pointer_to(const Place& place) const {
    const Path thing(list_, place.position);
    const Path title(thing, "title");
    return Path(title, place.tag).pointer();
  }

  Check& check_;
  std::string_view kind_;
  const Path& list_;
  std::vector<Place> names_;
  First same_;
  First raw_looks_;
  First looks_;  ///< Of the folded names.
  First near_;
};

/// Short forms stand alone in a legend, so no two levels of a scale may share one.
void check_labels(Check& check, const Scale& scale, const Path& levels) {
  std::unordered_map<Key, std::string, HashOfKey> first;
  for (std::size_t at = 0; at < scale.levels.size(); ++at) {
    const Path level(levels, at);
    const Path label(level, "label");
    for (const auto& [tag, translation] : scale.levels[at].label.translations) {
      if (is_blank(translation.value)) continue;
      std::string pointer = Path(label, tag).pointer();
      const auto [entry, is_new] =
          first.emplace(Key{check.locale(tag), text::name_fold(translation.value)}, pointer);
      if (is_new) continue;
      check.report.add(Code::colliding_labels, std::move(pointer), translation.value,
                       {{"locale", shown(tag)}, {"first", entry->second}});
    }
  }
}

/// What a skill is called, once in each language: an alias that is the title, or another alias, but
/// for case and the like finds nothing more.
void check_aliases(Check& check, const Skill& skill, const Path& path) {
  if (skill.aliases.empty()) return;
  std::unordered_map<Key, std::string, HashOfKey> first;
  const Path title(path, "title");
  for (const auto& [tag, translation] : skill.title.translations) {
    if (is_blank(translation.value)) continue;
    first.emplace(Key{check.locale(tag), text::name_fold(translation.value)},
                  Path(title, tag).pointer());
  }
  const Path aliases(path, "aliases");
  for (const auto& [tag, names] : skill.aliases) {
    const Path of_tag(aliases, tag);
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (is_blank(names[at])) continue;
      std::string pointer = Path(of_tag, at).pointer();
      const auto [entry, is_new] =
          first.emplace(Key{check.locale(tag), text::name_fold(names[at])}, pointer);
      if (is_new) continue;
      check.report.add(Code::repeated_alias, std::move(pointer), names[at],
                       {{"locale", shown(tag)}, {"first", entry->second}});
    }
  }
}

template <class T>
void check_titles(Check& check, const std::vector<T>& things, std::string_view kind,
                  const Path& list) {
  Names names(check, kind, list);
  for (std::size_t at = 0; at < things.size(); ++at) names.add(things[at].title, at);
}

void check_scale(Check& check, const Scale& scale, const Path& path) {
  const Path levels(path, "levels");
  check_titles(check, scale.levels, "level", levels);
  check_labels(check, scale, levels);
}

/// Domains, groups and families each have names of their own.
void check_categories(Check& check, const Path& list) {
  Names domains(check, "domain", list);
  Names groups(check, "group", list);
  Names families(check, "family", list);
  const std::vector<Category>& categories = check.framework.categories;
  for (std::size_t at = 0; at < categories.size(); ++at) {
    const CategoryKind kind = categories[at].kind;
    Names& names = kind == CategoryKind::domain  ? domains
                   : kind == CategoryKind::group ? groups
                                                 : families;
    names.add(categories[at].title, at);
  }
}

}  // namespace

void check_names(Check& check) {
  const Framework& framework = check.framework;
  const Path document;
  const Path scales(document, "scales");
  check_titles(check, framework.scales, "scale", scales);
  check_each(check, framework.scales, scales, check_scale);
  check_categories(check, Path(document, "categories"));
  const Path skills(document, "skills");
  check_titles(check, framework.skills, "skill", skills);
  check_each(check, framework.skills, skills, check_aliases);
  check_titles(check, framework.roles, "role", Path(document, "roles"));
}

}  // namespace skillmatrix::rules
