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
  check.report.add(Code::dangling_reference, path.pointer(), id,
                   {{"kind", std::string(to_string(kind))}}, check.suggest(kind, id));
}

/// Reports references that a list has twice. `key_of` gives what is compared,
/// `member` is where the reference is; empty if it is the element itself.
template <class T, class KeyOf>
void check_twice(Check& check, const std::vector<T>& references, const Path& list,
                 std::string_view member, KeyOf key_of, Code code = Code::duplicate_reference) {
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
    check.report.add(code, pointer_at(at), shown_key, {{"first", pointer_at(entry->second)}});
  }
}

void check_categories(Check& check, const std::vector<std::string>& categories, const Path& list) {
  check_each(check, categories, list, [](Check& in, const std::string& id, const Path& path) {
    check_reference(in, Kind::category, id, path);
  });
  check_twice(check, categories, list, {}, [](const std::string& id) { return id; });
}

/// Prerequisites or relations of a skill.
template <class T, class KeyOf>
void check_skills(Check& check, const std::vector<T>& references, const Path& list, KeyOf key_of) {
  check_each(check, references, list, [](Check& in, const T& reference, const Path& path) {
    check_reference(in, Kind::skill, reference.skill, Path(path, "skill"));
  });
  check_twice(check, references, list, "skill", key_of);
}

void check_category(Check& check, const Category& category, const Path& path) {
  check_categories(check, category.parents, Path(path, "parents"));
}

void check_skill(Check& check, const Skill& skill, const Path& path) {
  check_categories(check, skill.categories, Path(path, "categories"));
  check_reference(check, Kind::scale, skill.scale, Path(path, "scale"));
  check_twice(check, skill.levels, Path(path, "levels"), "level",
              [](const SkillLevel& level) { return level.level; });
  check_skills(check, skill.requires_, Path(path, "requires"),
               [](const Prerequisite& prerequisite) { return prerequisite.skill; });
  // A skill may be related in several ways.
  check_skills(check, skill.related, Path(path, "related"), [](const Relation& relation) {
    return std::to_string(static_cast<int>(relation.kind)) + '\0' + relation.skill;
  });
  if (skill.replaced_by) {
    check_reference(check, Kind::skill, *skill.replaced_by, Path(path, "replaced_by"));
  }
}

void check_role(Check& check, const Role& role, const Path& path) {
  check_categories(check, role.categories, Path(path, "categories"));
  check_reference(check, Kind::scale, role.ladder, Path(path, "ladder"));
  // A rung is named by its level: with two of a name, it would have two focuses.
  check_twice(
      check, role.levels, Path(path, "levels"), "level",
      [](const RoleLevel& rung) { return rung.level; }, Code::duplicate_id);
}

void check_expectation(Check& check, std::size_t at, const Path& path) {
  const Expectation& expectation = check.framework.expectations[at];
  if (check.role_of(at) == nullptr) {
    check_reference(check, Kind::role, expectation.role, Path(path, "role"));
  }
  if (check.skill_of(at) == nullptr) {
    check_reference(check, Kind::skill, expectation.skill, Path(path, "skill"));
  }
}

}  // namespace

void check_ids(Check& check) {
  const Framework& framework = check.framework;
  const Path document;
  if (framework.id.empty()) check.report.add(Code::empty_id, "/id");
  const Path scales(document, "scales");
  check_ids_of(check, framework.scales, scales, "scale");
  check_each(check, framework.scales, scales, [](Check& in, const Scale& scale, const Path& path) {
    check_ids_of(in, scale.levels, Path(path, "levels"), "level");
  });
  check_ids_of(check, framework.categories, Path(document, "categories"), "category");
  check_ids_of(check, framework.skills, Path(document, "skills"), "skill");
  check_ids_of(check, framework.roles, Path(document, "roles"), "role");
}

void check_references(Check& check) {
  const Framework& framework = check.framework;
  const Path document;
  check_each(check, framework.categories, Path(document, "categories"), check_category);
  check_each(check, framework.skills, Path(document, "skills"), check_skill);
  check_each(check, framework.roles, Path(document, "roles"), check_role);
  const Path expectations(document, "expectations");
  for (std::size_t at = 0; at < framework.expectations.size(); ++at) {
    check_expectation(check, at, Path(expectations, at));
  }
}

}  // namespace skillmatrix::rules
