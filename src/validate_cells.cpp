// Rules about expectations: the cells of the matrix, one by one and together.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

using CellKey = std::tuple<std::string_view, std::string_view, std::string_view>;

struct HashOfCell {
  std::size_t operator()(const CellKey& key) const {
    const std::hash<std::string_view> hash;
    const std::size_t role_and_level = hash(std::get<0>(key)) * 31 + hash(std::get<1>(key));
    return role_and_level * 31 + hash(std::get<2>(key));
  }
};

CellKey key_of(const Expectation& expectation) {
  return {expectation.role, expectation.level, expectation.skill};
}

/// For each expectation, whether it is the first of its cell.
std::vector<bool> check_same_cells(Check& check) {
  const std::vector<Expectation>& expectations = check.framework.expectations;
  std::vector<bool> is_first(expectations.size());
  std::unordered_map<CellKey, std::size_t, HashOfCell> first;
  first.reserve(expectations.size());
  for (std::size_t at = 0; at < expectations.size(); ++at) {
    const Expectation& expectation = expectations[at];
    const auto [entry, is_new] = first.emplace(key_of(expectation), at);
    is_first[at] = is_new;
    if (is_new) continue;
    const bool is_same = expectation == expectations[entry->second];
    check.report.add(is_same ? Code::duplicate_cell : Code::contradictory_cell,
                     pointer_of("expectations", at), {},
                     {{"role", shown(expectation.role)},
                      {"level", shown(expectation.level)},
                      {"skill", shown(expectation.skill)},
                      {"first", pointer_of("expectations", entry->second)}});
  }
  return is_first;
}

void check_weights(Check& check) {
  const std::vector<Expectation>& expectations = check.framework.expectations;
  for (std::size_t at = 0; at < expectations.size(); ++at) {
    if (expectations[at].requirement.weight != 0) continue;
    check.report.add(Code::number_out_of_range,
                     pointer_of("expectations", at, "requirement", "weight"), "0",
                     {{"least", "1"}, {"most", "65535"}});
  }
}

void check_deprecated_skills(Check& check) {
  const std::vector<Expectation>& expectations = check.framework.expectations;
  for (std::size_t at = 0; at < expectations.size(); ++at) {
    const Expectation& expectation = expectations[at];
    if (expectation.requirement.necessity != Necessity::required) continue;
    const Skill* skill = check.find_skill(expectation.skill);
    if (skill == nullptr || skill->status != SkillStatus::deprecated) continue;
    const std::string replacement = skill->replaced_by.value_or(std::string());
    check.report.add(Code::deprecated_skill_required, pointer_of("expectations", at, "skill"),
                     skill->id, {{"replacement", shown(replacement)}}, replacement);
  }
}

/// The later of two equal cells has been reported already.
void check_repeated_descriptions(Check& check, const std::vector<bool>& is_first) {
  std::map<std::uint32_t, std::unordered_map<std::string_view, std::string>> first_by_locale;
  const std::vector<Expectation>& expectations = check.framework.expectations;
  for (std::size_t at = 0; at < expectations.size(); ++at) {
    if (!is_first[at]) continue;
    for (const auto& [tag, translation] : expectations[at].description.translations) {
      if (is_blank(translation.value)) continue;
      std::string pointer = pointer_of("expectations", at, "description", tag);
      const auto [entry, is_new] =
          first_by_locale[check.locale(tag)].emplace(translation.value, pointer);
      if (is_new) continue;
      check.report.add(Code::repeated_description, std::move(pointer), translation.value,
                       {{"locale", shown(tag)}, {"first", entry->second}});
    }
  }
}

/// A list of skills without roles and expectations is a catalogue, where nobody is missing. Draft
/// and deprecated skills are not expected yet, or no more.
void check_unexpected(Check& check) {
  const Framework& framework = check.framework;
  if (framework.roles.empty() && framework.expectations.empty()) return;
  std::unordered_set<std::string_view> skills;
  std::unordered_set<std::string_view> roles;
  for (const Expectation& expectation : framework.expectations) {
    skills.insert(expectation.skill);
    roles.insert(expectation.role);
  }
  for (std::size_t at = 0; at < framework.skills.size(); ++at) {
    const Skill& skill = framework.skills[at];
    if (skill.status != SkillStatus::active || skills.contains(skill.id)) continue;
    check.report.add(Code::skill_without_expectations, pointer_of("skills", at), skill.id);
  }
  for (std::size_t at = 0; at < framework.roles.size(); ++at) {
    if (roles.contains(framework.roles[at].id)) continue;
    check.report.add(Code::role_without_expectations, pointer_of("roles", at),
                     framework.roles[at].id);
  }
}

/// A cell in the order of a role's rungs.
struct Step {
  const Role* role = nullptr;
  const Skill* skill = nullptr;
  std::size_t rung = 0;
  std::size_t expected = 0;
  std::size_t expectation = 0;
};

/// The id of the level that an expectation means, if it states one.
std::optional<std::string_view> expected_level(const Expectation& expectation, const Scale& scale,
                                               const Scale& ladder) {
  if (expectation.requirement.level) return *expectation.requirement.level;
  if (&scale == &ladder) return expectation.level;
  if (scale.levels.size() == 1) return scale.levels.front().id;
  return std::nullopt;
}

std::optional<Step> step_of(const Check& check, std::size_t at) {
  const Expectation& expectation = check.framework.expectations[at];
  const Role* role = check.find_role(expectation.role);
  const Skill* skill = check.find_skill(expectation.skill);
  if (role == nullptr || skill == nullptr) return std::nullopt;
  const Scale* ladder = check.find_scale(role->ladder);
  const Scale* scale = check.find_scale(skill->scale);
  if (ladder == nullptr || scale == nullptr) return std::nullopt;
  const auto level = expected_level(expectation, *scale, *ladder);
  const auto rung = check.rank(*ladder, expectation.level);
  const auto expected = level ? check.rank(*scale, *level) : std::nullopt;
  if (!rung || !expected) return std::nullopt;
  return Step{role, skill, *rung, *expected, at};
}

void report_fall(Check& check, const Step& below, const Step& step) {
  const Expectation& expectation = check.framework.expectations[step.expectation];
  const Scale& scale = *check.find_scale(step.skill->scale);
  const auto level_id = [&scale](const Step& of) {
    return shown(scale.levels[of.expected - 1].id);
  };
  const bool is_stated = expectation.requirement.level.has_value();
  std::string pointer = pointer_of("expectations", step.expectation);
  if (is_stated) pointer += "/requirement/level";
  check.report.add(Code::falling_expectation, std::move(pointer), level_id(step),
                   {{"role", shown(step.role->id)},
                    {"skill", shown(step.skill->id)},
                    {"level", shown(expectation.level)},
                    {"previous", level_id(below)}});
}

void check_falling(Check& check, const std::vector<bool>& is_first) {
  std::vector<Step> steps;
  for (std::size_t at = 0; at < check.framework.expectations.size(); ++at) {
    if (!is_first[at]) continue;
    if (const std::optional<Step> step = step_of(check, at)) steps.push_back(*step);
  }
  std::sort(steps.begin(), steps.end(), [](const Step& left, const Step& right) {
    return std::tie(left.role, left.skill, left.rung) <
           std::tie(right.role, right.skill, right.rung);
  });
  for (std::size_t at = 1; at < steps.size(); ++at) {
    const Step& below = steps[at - 1];
    const Step& step = steps[at];
    if (below.role != step.role || below.skill != step.skill) continue;
    if (step.expected < below.expected) report_fall(check, below, step);
  }
}

}  // namespace

void check_cells(Check& check) {
  const std::vector<bool> is_first = check_same_cells(check);
  check_weights(check);
  check_deprecated_skills(check);
  check_repeated_descriptions(check, is_first);
  check_falling(check, is_first);
  check_unexpected(check);
}

}  // namespace skillmatrix::rules
