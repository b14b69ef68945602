// Rules about expectations: the cells of the matrix, one by one and together.
#include <algorithm>
#include <map>
#include <numeric>

#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

/// Positions of expectations.
using Order = std::vector<std::uint32_t>;

/// Sorts by a number of each cell, and keeps the order of equal ones.
/// Linear.
Order sorted_by(const Order& order, const std::vector<CellNumbers>& cells,
                std::uint32_t CellNumbers::*number) {
  std::uint32_t greatest = 0;
  for (const CellNumbers& cell : cells) greatest = std::max(greatest, cell.*number);
  std::vector<std::uint32_t> next(std::size_t{greatest} + 2);
  for (const CellNumbers& cell : cells) ++next[cell.*number + std::size_t{1}];
  std::partial_sum(next.begin(), next.end(), next.begin());
  Order sorted(order.size());
  for (const std::uint32_t at : order) sorted[next[cells[at].*number]++] = at;
  return sorted;
}

/// All expectations by role, skill and level, the same ones in the order of the document.
Order by_cell(const std::vector<CellNumbers>& cells) {
  Order order(cells.size());
  std::iota(order.begin(), order.end(), 0U);
  order = sorted_by(order, cells, &CellNumbers::level);
  order = sorted_by(order, cells, &CellNumbers::skill);
  return sorted_by(order, cells, &CellNumbers::role);
}

bool are_of_one_skill(const CellNumbers& one, const CellNumbers& other) {
  return one.role == other.role && one.skill == other.skill;
}

void report_same_cell(Check& check, std::size_t at, std::size_t first) {
  const std::vector<Expectation>& expectations = check.framework.expectations;
  const Expectation& expectation = expectations[at];
  const bool is_same = expectation == expectations[first];
  check.report.add(is_same ? Code::duplicate_cell : Code::contradictory_cell,
                   pointer_of("expectations", at), {},
                   {{"role", shown(expectation.role)},
                    {"level", shown(expectation.level)},
                    {"skill", shown(expectation.skill)},
                    {"first", pointer_of("expectations", first)}});
}

/// For each expectation, whether it is the first of its cell.
std::vector<bool> check_same_cells(Check& check, const Order& order) {
  const std::vector<CellNumbers>& cells = check.cells();
  std::vector<bool> is_first(cells.size(), true);
  std::vector<std::pair<std::size_t, std::size_t>> later;  // Each with the first of its cell.
  std::size_t first = 0;
  for (std::size_t at = 1; at < order.size(); ++at) {
    const CellNumbers& cell = cells[order[at]];
    const CellNumbers& before = cells[order[first]];
    if (are_of_one_skill(cell, before) && cell.level == before.level) {
      is_first[order[at]] = false;
      later.emplace_back(order[at], order[first]);
    } else {
      first = at;
    }
  }
  std::sort(later.begin(), later.end());
  for (const auto& [at, of_first] : later) report_same_cell(check, at, of_first);
  return is_first;
}

void check_weight(Check& check, std::size_t at) {
  if (check.framework.expectations[at].requirement.weight != 0) return;
  check.report.add(Code::number_out_of_range,
                   pointer_of("expectations", at, "requirement", "weight"), "0",
                   {{"least", "1"}, {"most", "65535"}});
}

void check_deprecated_skill(Check& check, std::size_t at) {
  const Expectation& expectation = check.framework.expectations[at];
  if (expectation.requirement.necessity != Necessity::required) return;
  const Skill* skill = check.skill_of(at);
  if (skill == nullptr || skill->status != SkillStatus::deprecated) return;
  const std::string replacement = skill->replaced_by.value_or(std::string());
  check.report.add(Code::deprecated_skill_required, pointer_of("expectations", at, "skill"),
                   skill->id, {{"replacement", shown(replacement)}}, replacement);
}

/// Descriptions by language, with the pointer to the first of each.
using Descriptions = std::map<std::uint32_t, std::unordered_map<std::string_view, std::string>>;

void check_repeated_description(Check& check, std::size_t at, Descriptions& first_by_locale) {
  for (const auto& [tag, translation] : check.framework.expectations[at].description.translations) {
    if (is_blank(translation.value)) continue;
    std::string pointer = pointer_of("expectations", at, "description", tag);
    const auto [entry, is_new] =
        first_by_locale[check.locale(tag)].emplace(translation.value, pointer);
    if (is_new) continue;
    check.report.add(Code::repeated_description, std::move(pointer), translation.value,
                     {{"locale", shown(tag)}, {"first", entry->second}});
  }
}

/// The cells are much memory: it is gone through once. The later of two equal cells has been
/// reported already.
void check_each_cell(Check& check, const std::vector<bool>& is_first) {
  Descriptions descriptions;
  for (std::size_t at = 0; at < is_first.size(); ++at) {
    check_weight(check, at);
    check_deprecated_skill(check, at);
    if (is_first[at]) check_repeated_description(check, at, descriptions);
  }
}

/// A list of skills without roles and expectations is a catalogue, where nobody is missing. Draft
/// and deprecated skills are not expected yet, or no more.
void check_unexpected(Check& check) {
  const Framework& framework = check.framework;
  if (framework.roles.empty() && framework.expectations.empty()) return;
  std::vector<bool> skills(framework.skills.size());
  std::vector<bool> roles(framework.roles.size());
  for (const CellNumbers& cell : check.cells()) {
    if (cell.skill < skills.size()) skills[cell.skill] = true;
    if (cell.role < roles.size()) roles[cell.role] = true;
  }
  for (std::size_t at = 0; at < framework.skills.size(); ++at) {
    const Skill& skill = framework.skills[at];
    if (skill.status != SkillStatus::active) continue;
    if (skills[check.positions(Kind::skill).at(skill.id)]) continue;
    check.report.add(Code::skill_without_expectations, pointer_of("skills", at), skill.id);
  }
  for (std::size_t at = 0; at < framework.roles.size(); ++at) {
    if (roles[check.positions(Kind::role).at(framework.roles[at].id)]) continue;
    check.report.add(Code::role_without_expectations, pointer_of("roles", at),
                     framework.roles[at].id);
  }
}

/// A cell in the order of a role's rungs.
struct Step {
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
  const Scale* ladder = check.ladder_of(at);
  const Scale* scale = check.scale_of(at);
  if (ladder == nullptr || scale == nullptr) return std::nullopt;
  const auto level = expected_level(expectation, *scale, *ladder);
  const auto rung = check.rank(*ladder, expectation.level);
  const auto expected = level ? check.rank(*scale, *level) : std::nullopt;
  if (!rung || !expected) return std::nullopt;
  return Step{*rung, *expected, at};
}

void report_fall(Check& check, const Step& below, const Step& step) {
  const Expectation& expectation = check.framework.expectations[step.expectation];
  const Scale& scale = *check.scale_of(step.expectation);
  const auto level_id = [&scale](const Step& of) {
    return shown(scale.levels[of.expected - 1].id);
  };
  const bool is_stated = expectation.requirement.level.has_value();
  std::string pointer = pointer_of("expectations", step.expectation);
  if (is_stated) pointer += "/requirement/level";
  check.report.add(Code::falling_expectation, std::move(pointer), level_id(step),
                   {{"role", shown(expectation.role)},
                    {"skill", shown(expectation.skill)},
                    {"level", shown(expectation.level)},
                    {"previous", level_id(below)}});
}

/// What one role expects of one skill, and is less on a rung than on the one below.
using Falls = std::vector<std::pair<Step, Step>>;

void find_falls(std::vector<Step>& steps, Falls& falls) {
  std::ranges::sort(steps, {}, &Step::rung);
  for (std::size_t at = 1; at < steps.size(); ++at) {
    if (steps[at].expected < steps[at - 1].expected) falls.emplace_back(steps[at - 1], steps[at]);
  }
  steps.clear();
}

void check_falling(Check& check, const Order& order, const std::vector<bool>& is_first) {
  const std::vector<CellNumbers>& cells = check.cells();
  Falls falls;
  std::vector<Step> steps;
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (at != 0 && !are_of_one_skill(cells[order[at]], cells[order[at - 1]])) {
      find_falls(steps, falls);
    }
    if (!is_first[order[at]]) continue;
    if (const std::optional<Step> step = step_of(check, order[at])) steps.push_back(*step);
  }
  find_falls(steps, falls);
  for (const auto& [below, step] : falls) report_fall(check, below, step);
}

}  // namespace

void check_cells(Check& check) {
  const Order order = by_cell(check.cells());
  const std::vector<bool> is_first = check_same_cells(check, order);
  check_each_cell(check, is_first);
  check_falling(check, order, is_first);
  check_unexpected(check);
}

}  // namespace skillmatrix::rules
