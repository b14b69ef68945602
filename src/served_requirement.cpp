#include "skillmatrix/served_requirement.hpp"

namespace skillmatrix {

ServedRequirement serve_requirement(const Matrix& matrix, CellIndex cell, std::string_view locale) {
  const CellRequirement& requirement = matrix.requirement(cell);
  const ScaleIndex scale = matrix.skill_scale(requirement.skill);
  ServedRequirement served;
  served.cell = cell;
  served.necessity = requirement.necessity;
  served.weight = requirement.weight;
  served.expected = requirement.expected;
  served.expected_id = matrix.level_id(scale, requirement.expected);
  served.expected_title = matrix.served(matrix.level_title(scale, requirement.expected), locale);
  served.expected_label = matrix.served(matrix.level_label(scale, requirement.expected), locale);
  return served;
}

}  // namespace skillmatrix
