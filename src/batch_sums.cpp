#include "batch_sums.hpp"

namespace skillmatrix::batch {

void Credits::fill(Row& row, std::uint64_t key, const CellRequirement& cell) {
  const std::size_t ranks = std::size_t{matrix_->level_count(matrix_->skill_scale(cell.skill))} + 1;
  row.key = key;
  row.by_rank.resize(ranks);
  row.divisor = full_credit;
  for (std::size_t rank = 0; rank < ranks; ++rank) {
    row.by_rank[rank] = scoring_->credit(*matrix_, cell, static_cast<Rank>(rank));
    row.divisor = std::gcd(row.divisor, row.by_rank[rank]);
  }
  for (std::uint32_t& credit : row.by_rank) credit /= row.divisor;
}

std::uint64_t Credits::common_unit(RoleLevelIndex level, std::uint64_t unit) {
  for (const CellRequirement& cell : matrix_->requirements(level)) {
    if (!counts(cell)) continue;
    const std::uint64_t share = weight(cell) * row(cell).divisor;
    if (share == unit) continue;
    unit = std::gcd(unit, share);
  }
  return unit;
}

Whole Credits::whole(RoleLevelIndex level, std::uint64_t unit) {
  Whole whole;
  std::uint64_t weights = 0;
  for (const CellRequirement& cell : matrix_->requirements(level)) {
    ++whole.cells;
    if (cell.necessity == Necessity::required) ++whole.required;
    if (!counts(cell)) continue;
    ++whole.scored;
    weights += weight(cell);
  }
  if (is_minimum() && whole.scored != 0) weights = 1;
  if (whole.scored != 0) whole.total = weights * full_credit / unit;
  return whole;
}

}  // namespace skillmatrix::batch
