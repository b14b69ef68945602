#include "skillmatrix/report.hpp"

#include <optional>

namespace skillmatrix {

TextIndex raise_description(const Matrix& matrix, RoleLevelIndex target, SkillIndex skill,
                            Rank to) {
  if (const std::optional<CellIndex> cell = matrix.find_cell(target, skill)) {
    const TextIndex expected = matrix.cell_description(*cell);
    if (expected.value != 0 && matrix.requirement(*cell).least_rank() <= to) return expected;
  }
  const TextIndex meaning = matrix.skill_level_description(skill, to);
  if (meaning.value != 0) return meaning;
  return matrix.level_description(matrix.skill_scale(skill), to);
}

}  // namespace skillmatrix
