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

void check_scales(Check& check, const Path& document) {
  const Path list(document, "scales");
  for (std::size_t at = 0; at < check.framework.scales.size(); ++at) {
    const Scale& scale = check.framework.scales[at];
    const Path path(list, at);
    const Path levels(path, "levels");
    if (scale.levels.empty()) check.report.add(Code::empty_scale, levels.pointer(), scale.id);
    if (scale.levels.size() > max_levels) {
      check.report.add(
          Code::too_many_levels, levels.pointer(), scale.id,
          {{"count", std::to_string(scale.levels.size())}, {"limit", std::to_string(max_levels)}});
    }
    check_values(check, scale, levels);
  }
}

/// A scale that is not there is a dangling reference, and reported as such.
void check_level(Check& check, const Scale* scale, std::string_view level, const Path& path) {
  if (scale == nullptr || check.rank(*scale, level)) return;
  check.report.add(Code::level_not_in_scale, path.pointer(), level, {{"scale", shown(scale->id)}})
      .suggestion = check.suggest_level(*scale, level);
}

void check_skill_levels(Check& check, const Path& document) {
  const Path list(document, "skills");
  for (std::size_t at = 0; at < check.framework.skills.size(); ++at) {
    const Skill& skill = check.framework.skills[at];
    const Path path(list, at);
    const Scale* scale = check.find_scale(skill.scale);
    const Path levels(path, "levels");
    for (std::size_t index = 0; index < skill.levels.size(); ++index) {
      const Path level(levels, index);
      check_level(check, scale, skill.levels[index].level, Path(level, "level"));
    }
    const Path prerequisites(path, "requires");
    for (std::size_t index = 0; index < skill.requires_.size(); ++index) {
      const Prerequisite& prerequisite = skill.requires_[index];
      const Skill* other = check.find_skill(prerequisite.skill);
      if (!prerequisite.level || other == nullptr) continue;
      const Path path_of_it(prerequisites, index);
      check_level(check, check.find_scale(other->scale), *prerequisite.level,
                  Path(path_of_it, "level"));
    }
  }
}

void check_role_levels(Check& check, const Path& document) {
  const Path list(document, "roles");
  for (std::size_t at = 0; at < check.framework.roles.size(); ++at) {
    const Role& role = check.framework.roles[at];
    const Path path(list, at);
    const Path levels(path, "levels");
    for (std::size_t index = 0; index < role.levels.size(); ++index) {
      const Path level(levels, index);
      check_level(check, check.find_scale(role.ladder), role.levels[index].level,
                  Path(level, "level"));
    }
  }
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

void check_rung(Check& check, const Role& role, const UsedRungs& used, std::string_view level,
                const Path& path) {
  const Scale* ladder = check.find_scale(role.ladder);
  if (ladder == nullptr) return;
  check_level(check, ladder, level, path);
  const auto rungs = used.find(&role);
  if (rungs == used.end() || rungs->second.contains(level) || !check.rank(*ladder, level)) return;
  check.report.add(Code::level_not_in_role, path.pointer(), level, {{"role", shown(role.id)}});
}

void check_expectation_levels(Check& check, const Path& document) {
  const UsedRungs used = used_rungs(check.framework);
  const Path list(document, "expectations");
  for (std::size_t at = 0; at < check.framework.expectations.size(); ++at) {
    const Expectation& expectation = check.framework.expectations[at];
    const Path path(list, at);
    if (const Role* role = check.find_role(expectation.role)) {
      check_rung(check, *role, used, expectation.level, Path(path, "level"));
    }
    const Skill* skill = check.find_skill(expectation.skill);
    if (skill == nullptr || !expectation.requirement.level) continue;
    const Path requirement(path, "requirement");
    check_level(check, check.find_scale(skill->scale), *expectation.requirement.level,
                Path(requirement, "level"));
  }
}

}  // namespace

void check_levels(Check& check) {
  const Path document;
  check_scales(check, document);
  check_skill_levels(check, document);
  check_role_levels(check, document);
  check_expectation_levels(check, document);
}

}  // namespace skillmatrix::rules
