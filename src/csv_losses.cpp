#include "csv_losses.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "path.hpp"
#include "type.hpp"

namespace skillmatrix::csv {
namespace {

using form::Path;

/// What a table, or the options that read it, have a place for, by type. All else is lost; so is a
/// member that the model gets later, until it has a place.
struct Held {
  std::string_view type;
  std::string_view members;  ///< Each between spaces.
};
constexpr std::array held{
    Held{"Framework",
         " schema id title default_locale scales categories skills roles expectations "},
    Held{"Scale", " id levels "},
    Held{"Level", " id title "},
    Held{"Category", " id kind title "},
    Held{"Skill", " id title summary categories scale levels "},
    Held{"SkillLevel", " level description "},
    Held{"Role", " id title summary categories ladder levels "},
    Held{"RoleLevel", " level focus "},
    Held{"Expectation", " role level skill requirement description "},
    Held{"Requirement", " necessity level weight "}};

bool is_held(std::string_view type, std::string_view member) {
  const auto of_type =
      std::ranges::find_if(held, [type](const Held& each) { return each.type == type; });
  if (of_type == held.end()) return false;
  const std::string word = ' ' + std::string(member) + ' ';
  return of_type->members.find(word) != std::string_view::npos;
}

class Losses {
 public:
  Losses(const Framework& framework, std::string_view locale, const TableScales& scales)
      : framework_(framework), locale_(locale), scales_(scales) {
    for (const Scale& scale : framework.scales) level_counts_[scale.id] = scale.levels.size();
    for (const Role& role : framework.roles) ladders_.insert(role.ladder);
  }

  std::vector<Diagnostic> find() {
    const Path document;
    walk(form::type_of<Framework>, &framework_, document, {});
    if (framework_.default_locale != locale_) {
      lose("default_locale", Path(document, "default_locale"));
    }
    check_scales(Path(document, "scales"));
    check_categories(Path(document, "categories"));
    check_skills(Path(document, "skills"));
    check_roles(Path(document, "roles"));
    return std::move(findings_);
  }

 private:
  void lose(const std::string& kind, const Path& path, std::size_t count = 1) {
    const auto [entry, is_new] = kinds_.try_emplace(kind, findings_.size(), 0);
    if (is_new) findings_.push_back(make_diagnostic(Code::csv_not_written, path.pointer(), kind));
    auto& [finding, known] = entry->second;
    known += count;
    findings_[finding].arguments = {{"count", std::to_string(known)}};
  }

  /// `kind` is the path without positions: "skills.levels".
  void walk(const form::Type& type, const void* value, const Path& path, const std::string& kind) {
    if (type.kind == form::Kind::record) return walk_members(type, value, path, kind);
    if (type.kind == form::Kind::localized_text) {
      return walk_translations(*static_cast<const LocalizedText*>(value), path);
    }
    if (type.kind != form::Kind::list) return;
    struct Context {
      Losses& losses;
      const form::Type& element;
      const Path& path;
      const std::string& kind;
      std::size_t at = 0;
    } context{*this, *type.element, path, kind};
    type.each(value, &context, [](void* given, std::string_view, const void* element) {
      Context& of = *static_cast<Context*>(given);
      of.losses.walk(of.element, element, Path(of.path, of.at++), of.kind);
    });
  }

  void walk_members(const form::Type& type, const void* value, const Path& path,
                    const std::string& kind) {
    for (const form::Member& member : type.members) {
      if (member.has_default(value)) continue;
      const Path place(path, member.name);
      const std::string name = (kind.empty() ? "" : kind + '.').append(member.name);
      if (!is_held(type.name, member.name)) {
        lose(name, place);
      } else {
        walk(*member.type, member.address(const_cast<void*>(value)), place, name);
      }
    }
  }

  void walk_translations(const LocalizedText& text, const Path& path) {
    for (const auto& [tag, translation] : text.translations) {
      const Path place(path, tag);
      if (tag != locale_) {
        lose("translations", place);
      } else if (translation.dir) {
        lose("translations.dir", Path(place, "dir"));
      }
    }
  }

  void check_scales(const Path& path) {
    for (std::size_t at = 0; at < framework_.scales.size(); ++at) {
      const Scale& scale = framework_.scales[at];
      const Path place(path, at);
      const bool is_ladder = ladders_.contains(scale.id);
      if (!is_ladder && &scale != scales_.skills) {
        lose("scales", place);
      } else if (!is_ladder && !scales_.has_skill_titles) {
        check_level_titles(scale, Path(place, "levels"));
      }
    }
  }

  void check_level_titles(const Scale& scale, const Path& path) {
    for (std::size_t at = 0; at < scale.levels.size(); ++at) {
      if (!scale.levels[at].title.translations.contains(locale_)) continue;
      lose("scales.levels.title", Path(Path(path, at), "title"));
    }
  }

  void check_categories(const Path& path) {
    const auto families = first_categories(framework_.roles);
    const auto groups = first_categories(framework_.skills);
    for (std::size_t at = 0; at < framework_.categories.size(); ++at) {
      const Category& category = framework_.categories[at];
      const Path place(path, at);
      const bool is_family = families.contains(category.id);
      const bool is_group = groups.contains(category.id);
      const CategoryKind kind = is_family ? CategoryKind::family : CategoryKind::group;
      if (!is_family && !is_group) {
        lose("categories", place);
      } else if (is_family == is_group || category.kind != kind) {
        lose("categories.kind", Path(place, "kind"));
      }
    }
  }

  template <class T>
  static std::set<std::string_view> first_categories(const std::vector<T>& things) {
    std::set<std::string_view> ids;
    for (const T& thing : things) {
      if (!thing.categories.empty()) ids.insert(thing.categories.front());
    }
    return ids;
  }

  void check_further_categories(const std::vector<std::string>& categories, const std::string& kind,
                                const Path& path) {
    if (categories.size() > 1) lose(kind, Path(path, std::size_t{1}), categories.size() - 1);
  }

  void check_skills(const Path& path) {
    const bool is_apart = scales_.skills != nullptr && !ladders_.contains(scales_.skills->id);
    for (std::size_t at = 0; at < framework_.skills.size(); ++at) {
      const Skill& skill = framework_.skills[at];
      const Path place(path, at);
      const bool has_scale = is_apart && skill.scale == scales_.skills->id;
      if (!has_scale) lose("skills.scale", Path(place, "scale"));
      check_further_categories(skill.categories, "skills.categories", Path(place, "categories"));
    }
  }

  void check_roles(const Path& path) {
    for (std::size_t at = 0; at < framework_.roles.size(); ++at) {
      const Role& role = framework_.roles[at];
      const Path place(path, at);
      if (!scales_.has_ladder_ids) lose("roles.ladder", Path(place, "ladder"));
      if (!scales_.has_shared_ladder) check_unused_rungs(role, Path(place, "levels"));
      check_further_categories(role.categories, "roles.categories", Path(place, "categories"));
    }
  }

  /// A ladder of one role is made of the levels that the role uses.
  void check_unused_rungs(const Role& role, const Path& path) {
    const auto ladder = level_counts_.find(role.ladder);
    if (ladder == level_counts_.end() || role.levels.empty()) return;
    if (ladder->second <= role.levels.size()) return;
    lose("scales.levels", path, ladder->second - role.levels.size());
  }

  const Framework& framework_;
  std::string_view locale_;
  const TableScales& scales_;
  std::map<std::string_view, std::size_t> level_counts_;
  std::set<std::string_view> ladders_;
  std::vector<Diagnostic> findings_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> kinds_;  ///< Finding, and count.
};

}  // namespace

std::vector<Diagnostic> find_losses(const Framework& framework, std::string_view locale,
                                    const TableScales& scales) {
  return Losses(framework, locale, scales).find();
}

}  // namespace skillmatrix::csv
