// Rules about scales, and the levels that skills and roles name.
#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

void check_values(Check& check, const Scale& scale, const Path& levels) {
  std::uint64_t previous = 0;
  for (std::size_t at = 0; at < scale.levels.size(); ++at) {
    const std::uint64_t value = scale.levels[at].value.value_or(static_cast<std::uint32_t>(at + 1));
    if (value <= previous) {
      const Path level(levels, at);
      check.report.add(Code::values_not_rising, Path(level, "value").pointer(),
                       std::to_string(value), {{"previous", std::to_string(previous)}});
    }
    previous = value;
  }
}

void check_scale(Check& check, const Scale& scale, const Path& path) {
  const Path levels(path, "levels");
  if (scale.levels.empty()) check.report.add(Code::empty_scale, levels.pointer(), scale.id);
  if (scale.levels.size() > max_levels) {
    check.report.add(
        Code::too_many_levels, levels.pointer(), scale.id,
        {{"count", std::to_string(scale.levels.size())}, {"limit", std::to_string(max_levels)}});
  }
  check_values(check, scale, levels);
}

/// A scale that is not there is a dangling reference, and reported as such.
void check_level(Check& check, const Scale* scale, std::string_view level, const Path& path) {
  if (scale == nullptr || check.rank(*scale, level)) return;
  check.report.add(Code::level_not_in_scale, path.pointer(), level, {{"scale", shown(scale->id)}},
                   check.suggest_level(*scale, level));
}

/// The levels that a skill describes, or that a role uses.
template <class T>
void check_levels_of(Check& check, const std::vector<T>& levels, const Scale* scale,
                     const Path& list) {
  check_each(check, levels, list, [scale](Check& in, const T& level, const Path& path) {
    check_level(in, scale, level.level, Path(path, "level"));
  });
}

void check_prerequisite(Check& check, const Prerequisite& prerequisite, const Path& path) {
  const Skill* skill = check.find_skill(prerequisite.skill);
  if (!prerequisite.level || skill == nullptr) return;
  check_level(check, check.find_scale(skill->scale), *prerequisite.level, Path(path, "level"));
}

void check_skill(Check& check, const Skill& skill, const Path& path) {
  check_levels_of(check, skill.levels, check.find_scale(skill.scale), Path(path, "levels"));
  check_each(check, skill.requires_, Path(path, "requires"), check_prerequisite);
}

void check_role(Check& check, const Role& role, const Path& path) {
  check_levels_of(check, role.levels, check.find_scale(role.ladder), Path(path, "levels"));
}

/// The rungs that each role uses, for roles that do not use all.
using UsedRungs = std::unordered_map<const Role*, Positions>;

UsedRungs used_rungs(const Framework& framework) {
  UsedRungs used;
  for (const Role& role : framework.roles) {
    if (role.levels.empty()) continue;
    Positions& rungs = used[&role];
    for (const RoleLevel& level : role.levels) rungs.emplace(level.level, rungs.size());
  }
  return used;
}

void check_rung(Check& check, const Role& role, const Scale* ladder, const UsedRungs& used,
                std::string_view level, const Path& path) {
  if (ladder == nullptr) return;
  check_level(check, ladder, level, path);
  if (role.levels.empty()) return;
  const auto rungs = used.find(&role);
  if (rungs == used.end() || rungs->second.contains(level) || !check.rank(*ladder, level)) return;
  check.report.add(Code::level_not_in_role, path.pointer(), level, {{"role", shown(role.id)}});
}

void check_expectation(Check& check, std::size_t at, const UsedRungs& used, const Path& path) {
  const Expectation& expectation = check.framework.expectations[at];
  if (const Role* role = check.role_of(at)) {
    check_rung(check, *role, check.ladder_of(at), used, expectation.level, Path(path, "level"));
  }
  if (!expectation.requirement.level) return;
  const Path requirement(path, "requirement");
  check_level(check, check.scale_of(at), *expectation.requirement.level,
              Path(requirement, "level"));
}

}  // namespace

void check_levels(Check& check) {
  const Framework& framework = check.framework;
  const Path document;
  check_each(check, framework.scales, Path(document, "scales"), check_scale);
  check_each(check, framework.skills, Path(document, "skills"), check_skill);
  check_each(check, framework.roles, Path(document, "roles"), check_role);
  const UsedRungs used = used_rungs(framework);
  const Path expectations(document, "expectations");
  for (std::size_t at = 0; at < framework.expectations.size(); ++at) {
    check_expectation(check, at, used, Path(expectations, at));
  }
}

}  // namespace skillmatrix::rules
