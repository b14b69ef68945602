#include "skillmatrix/progression.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "title_order.hpp"

namespace skillmatrix {
namespace {

std::vector<Change> changes_between(const std::optional<CellRequirement>& from,
                                    const std::optional<CellRequirement>& to) {
  if (!from) return {Change::gained};
  if (!to) return {Change::dropped};
  std::vector<Change> changes;
  if (to->least_rank() > from->least_rank()) changes.push_back(Change::raised);
  if (to->least_rank() < from->least_rank()) changes.push_back(Change::lowered);
  if (to->necessity != from->necessity) {
    changes.push_back(to->necessity == Necessity::required ? Change::became_required
                                                           : Change::became_optional);
  }
  if (changes.empty()) changes.push_back(Change::unchanged);
  return changes;
}

ProgressionItem make_item(const Reader& reader, SkillIndex skill, std::optional<CellIndex> from,
                          std::optional<CellIndex> to) {
  const Matrix& matrix = reader.matrix();
  ProgressionItem item;
  item.skill = skill;
  item.skill_id = matrix.skill_id(skill);
  item.skill_title = reader.skill_title(skill);
  const auto requirement = [&matrix](std::optional<CellIndex> cell) {
    return cell ? std::optional(matrix.requirement(*cell)) : std::nullopt;
  };
  item.changes = changes_between(requirement(from), requirement(to));
  if (from) item.from = serve_requirement(reader, *from);
  if (to) {
    item.to = serve_requirement(reader, *to);
    item.description = reader.text(matrix.cell_description(*to));
  }
  return item;
}

}  // namespace

std::string_view to_string(Change change) {
  switch (change) {
    case Change::gained:
      return "gained";
    case Change::raised:
      return "raised";
    case Change::lowered:
      return "lowered";
    case Change::became_required:
      return "became_required";
    case Change::became_optional:
      return "became_optional";
    case Change::unchanged:
      return "unchanged";
    case Change::dropped:
      return "dropped";
  }
  return {};
}

Progression compare_role_levels(const Reader& reader, RoleLevelIndex from, RoleLevelIndex to) {
  const Matrix& matrix = reader.matrix();
  std::vector<SkillIndex> skills;
  for (const CellRequirement& cell : matrix.requirements(from)) skills.push_back(cell.skill);
  for (const CellRequirement& cell : matrix.requirements(to)) skills.push_back(cell.skill);
  std::sort(skills.begin(), skills.end());
  skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
  Progression progression{from, to, {}};
  for (const SkillIndex skill : skills) {
    progression.items.push_back(
        make_item(reader, skill, matrix.find_cell(from, skill), matrix.find_cell(to, skill)));
  }
  TitleOrder(reader.language()).sort(progression.items, [](const ProgressionItem& item) {
    return std::pair(item.skill_title.value, item.skill);
  });
  return progression;
}

std::optional<Progression> make_progression(const Reader& reader, RoleLevelIndex from) {
  const Matrix& matrix = reader.matrix();
  const auto next = matrix.next_level(from);
  if (!next) return std::nullopt;
  return compare_role_levels(reader, from, *next);
}

}  // namespace skillmatrix
