// Adding up the row of a person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "batch_plan.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::batch {

/// Skills and ranks of a person, by skill. Both can be read for `roster_padding` beyond.
template <class SkillNumber>
struct Row {
  const SkillNumber* skills;
  const Rank* ranks;
  std::uint32_t count;
};

template <class SkillNumber>
Row<SkillNumber> row_of(const Roster& roster, std::span<const SkillNumber> skills,
                        std::uint32_t person) {
  const std::uint64_t first = roster.first()[person];
  return {skills.data() + first, roster.ranks().data() + first, roster.counts()[person]};
}

/// Merges a row with the cells of a role level: for a single person.
template <class Sums, class Number, class SkillNumber>
typename Sums::Value merge_row(const PlanShares<Sums>& shares,
                               std::span<const PlanCell<Number>> cells,
                               const Row<SkillNumber>& row) {
  typename Sums::Value sum{};
  std::uint32_t at = 0;
  for (const PlanCell<Number>& cell : cells) {
    while (at < row.count && row.skills[at] < cell.other) ++at;
    if (at == row.count) break;
    if (row.skills[at] != cell.other) continue;
    shares.sums.add(sum, shares.values[std::size_t{cell.place} + row.ranks[at]]);
  }
  return sum;
}

/// Where the shares of each skill are, for one role level at a time: for many people.
template <class Sums, class Number>
class RowTable {
 public:
  RowTable(const BatchPlan::Data& plan, const PlanCells<Number>& cells,
           const PlanShares<Sums>& shares)
      : plan_(plan), all_cells_(cells), shares_(shares), places_(plan.matrix->skill_count()) {}

  /// O(cells), or O(1) if it is the same as before.
  void set(std::uint32_t level) {
    if (level == level_) return;
    for (const PlanCell<Number>& cell : cells_) places_[cell.other] = 0;
    cells_ = plan_.cells_of(all_cells_, level);
    for (const PlanCell<Number>& cell : cells_) places_[cell.other] = cell.place;
    level_ = level;
  }

  template <class SkillNumber>
  [[nodiscard]] typename Sums::Value sum(const Row<SkillNumber>& row) const {
    typename Sums::Value sum{};
    const Number* const places = places_.data();
    const typename Sums::Value* const shares = shares_.values.data();
    for (std::uint32_t at = 0; at < row.count; ++at) {
      shares_.sums.add(sum, shares[std::size_t{places[row.skills[at]]} + row.ranks[at]]);
    }
    return sum;
  }

 private:
  const BatchPlan::Data& plan_;
  const PlanCells<Number>& all_cells_;
  const PlanShares<Sums>& shares_;
  std::uint32_t level_ = no_role_level;
  std::span<const PlanCell<Number>> cells_;  ///< Of the role level.
  std::vector<Number> places_;               ///< By skill; 0 if not asked for.
};

}  // namespace skillmatrix::batch
