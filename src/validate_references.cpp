// Rules about ids and what they refer to.
#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

/// Empty and duplicate ids of one list.
template <class T>
void check_ids_of(Check& check, const std::vector<T>& things, const Path& list,
                  std::string_view kind) {
  Positions first;
  first.reserve(things.size());
  for (std::size_t at = 0; at < things.size(); ++at) {
    const Path thing(list, at);
    const Path id(thing, "id");
    if (things[at].id.empty()) {
      check.report.add(Code::empty_id, id.pointer(), {}, {{"kind", std::string(kind)}});
      continue;
    }
    const auto [entry, is_new] = first.emplace(things[at].id, at);
    if (is_new) continue;
    const Path first_thing(list, entry->second);
    check.report.add(Code::duplicate_id, id.pointer(), things[at].id,
                     {{"kind", std::string(kind)}, {"first", Path(first_thing, "id").pointer()}});
  }
}

void check_reference(Check& check, Kind kind, std::string_view id, const Path& path) {
  if (check.positions(kind).contains(id)) return;
  check.report
      .add(Code::dangling_reference, path.pointer(), id, {{"kind", std::string(to_string(kind))}})
      .suggestion = check.suggest(kind, id);
}

/// Reports references that a list has twice. `key_of` gives what is compared, `path_of` the path.
template <class T, class KeyOf>
void check_twice(Check& check, const std::vector<T>& references, const Path& list,
                 std::string_view member, KeyOf key_of) {
  if (references.size() < 2) return;
  std::unordered_map<std::string, std::size_t> first;
  const auto pointer_at = [&](std::size_t at) {
    const Path reference(list, at);
    return member.empty() ? reference.pointer() : Path(reference, member).pointer();
  };
  for (std::size_t at = 0; at < references.size(); ++at) {
    const auto [entry, is_new] = first.emplace(key_of(references[at]), at);
    if (is_new) continue;
    std::string_view shown_key = entry->first;
    shown_key.remove_prefix(shown_key.rfind('\0') + 1);
    check.report.add(Code::duplicate_reference, pointer_at(at), shown_key,
                     {{"first", pointer_at(entry->second)}});
  }
}

void check_categories(Check& check, const std::vector<std::string>& categories, const Path& list) {
  for (std::size_t at = 0; at < categories.size(); ++at) {
    check_reference(check, Kind::category, categories[at], Path(list, at));
  }
  check_twice(check, categories, list, {}, [](const std::string& id) { return id; });
}

void check_category_references(Check& check, const Path& document) {
  const Path list(document, "categories");
  for (std::size_t at = 0; at < check.framework.categories.size(); ++at) {
    const Path category(list, at);
    check_categories(check, check.framework.categories[at].parents, Path(category, "parents"));
  }
}

void check_prerequisites(Check& check, const Skill& skill, const Path& list) {
  for (std::size_t at = 0; at < skill.requires_.size(); ++at) {
    const Path prerequisite(list, at);
    check_reference(check, Kind::skill, skill.requires_[at].skill, Path(prerequisite, "skill"));
  }
  check_twice(check, skill.requires_, list, "skill",
              [](const Prerequisite& prerequisite) { return prerequisite.skill; });
}

void check_relations(Check& check, const Skill& skill, const Path& list) {
  for (std::size_t at = 0; at < skill.related.size(); ++at) {
    const Path relation(list, at);
    check_reference(check, Kind::skill, skill.related[at].skill, Path(relation, "skill"));
  }
  // A skill may be related in several ways.
  check_twice(check, skill.related, list, "skill", [](const Relation& relation) {
    return std::to_string(static_cast<int>(relation.kind)) + '\0' + relation.skill;
  });
}

void check_skill_references(Check& check, const Path& document) {
  const Path list(document, "skills");
  for (std::size_t at = 0; at < check.framework.skills.size(); ++at) {
    const Skill& skill = check.framework.skills[at];
    const Path path(list, at);
    check_categories(check, skill.categories, Path(path, "categories"));
    check_reference(check, Kind::scale, skill.scale, Path(path, "scale"));
    check_twice(check, skill.levels, Path(path, "levels"), "level",
                [](const SkillLevel& level) { return level.level; });
    check_prerequisites(check, skill, Path(path, "requires"));
    check_relations(check, skill, Path(path, "related"));
    if (skill.replaced_by) {
      check_reference(check, Kind::skill, *skill.replaced_by, Path(path, "replaced_by"));
    }
  }
}

void check_role_references(Check& check, const Path& document) {
  const Path list(document, "roles");
  for (std::size_t at = 0; at < check.framework.roles.size(); ++at) {
    const Role& role = check.framework.roles[at];
    const Path path(list, at);
    check_categories(check, role.categories, Path(path, "categories"));
    check_reference(check, Kind::scale, role.ladder, Path(path, "ladder"));
    check_twice(check, role.levels, Path(path, "levels"), "level",
                [](const RoleLevel& level) { return level.level; });
  }
}

void check_expectation_references(Check& check, const Path& document) {
  const Path list(document, "expectations");
  for (std::size_t at = 0; at < check.framework.expectations.size(); ++at) {
    const Expectation& expectation = check.framework.expectations[at];
    const Path path(list, at);
    check_reference(check, Kind::role, expectation.role, Path(path, "role"));
    check_reference(check, Kind::skill, expectation.skill, Path(path, "skill"));
  }
}

}  // namespace

void check_ids(Check& check) {
  const Framework& framework = check.framework;
  const Path document;
  if (framework.id.empty()) check.report.add(Code::empty_id, "/id");
  const Path scales(document, "scales");
  check_ids_of(check, framework.scales, scales, "scales");
  for (std::size_t at = 0; at < framework.scales.size(); ++at) {
    const Path scale(scales, at);
    check_ids_of(check, framework.scales[at].levels, Path(scale, "levels"), "levels of a scale");
  }
  check_ids_of(check, framework.categories, Path(document, "categories"), "categories");
  check_ids_of(check, framework.skills, Path(document, "skills"), "skills");
  check_ids_of(check, framework.roles, Path(document, "roles"), "roles");
}

void check_references(Check& check) {
  const Path document;
  check_category_references(check, document);
  check_skill_references(check, document);
  check_role_references(check, document);
  check_expectation_references(check, document);
}

}  // namespace skillmatrix::rules
