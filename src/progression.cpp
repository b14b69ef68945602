#include "skillmatrix/progression.hpp"

#include <algorithm>
#include <utility>

#include "title_order.hpp"

namespace skillmatrix {
namespace {

std::vector<Change> changes_between(const CellRequirement* from, const CellRequirement* to) {
  if (from == nullptr) return {Change::gained};
  if (to == nullptr) return {Change::dropped};
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

ProgressionItem make_item(const Matrix& matrix, SkillIndex skill, std::optional<CellIndex> from,
                          std::optional<CellIndex> to, std::string_view locale) {
  ProgressionItem item;
  item.skill = skill;
  item.skill_id = matrix.skill_id(skill);
  item.skill_title = matrix.served(matrix.skill_title(skill), locale);
  item.changes = changes_between(from ? &matrix.requirement(*from) : nullptr,
                                 to ? &matrix.requirement(*to) : nullptr);
  if (from) item.from = serve_requirement(matrix, *from, locale);
  if (to) {
    item.to = serve_requirement(matrix, *to, locale);
    item.description = matrix.served(matrix.cell_description(*to), locale);
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

Progression compare_role_levels(const Matrix& matrix, RoleLevelIndex from, RoleLevelIndex to,
                                std::string_view locale) {
  std::vector<SkillIndex> skills;
  for (const CellRequirement& cell : matrix.requirements(from)) skills.push_back(cell.skill);
  for (const CellRequirement& cell : matrix.requirements(to)) skills.push_back(cell.skill);
  std::sort(skills.begin(), skills.end());
  skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
  Progression progression{from, to, {}};
  for (const SkillIndex skill : skills) {
    progression.items.push_back(make_item(matrix, skill, matrix.find_cell(from, skill),
                                          matrix.find_cell(to, skill), locale));
  }
  TitleOrder(locale).sort(progression.items, [](const ProgressionItem& item) {
    return std::pair(item.skill_title.value, item.skill);
  });
  return progression;
}

std::optional<Progression> make_progression(const Matrix& matrix, RoleLevelIndex from,
                                            std::string_view locale) {
  const auto next = matrix.next_level(from);
  if (!next) return std::nullopt;
  return compare_role_levels(matrix, from, *next, locale);
}

}  // namespace skillmatrix
