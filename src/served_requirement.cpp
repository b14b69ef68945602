#include "skillmatrix/served_requirement.hpp"

namespace skillmatrix {

ServedRequirement serve_requirement(const Reader& reader, CellIndex cell) {
  const Matrix& matrix = reader.matrix();
  const CellRequirement& requirement = matrix.requirement(cell);
  const ScaleIndex scale = matrix.skill_scale(requirement.skill);
  ServedRequirement served;
  served.cell = cell;
  served.necessity = requirement.necessity;
  served.weight = requirement.weight;
  served.expected = requirement.expected;
  served.expected_id = matrix.level_id(scale, requirement.expected);
  served.expected_title = reader.level_title(scale, requirement.expected);
  served.expected_label = reader.text(matrix.level_label(scale, requirement.expected));
  return served;
}

}  // namespace skillmatrix
