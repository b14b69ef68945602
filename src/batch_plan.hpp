// What a batch plan holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "batch_sums.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {
namespace batch {

/// A cell of a role level, or a posting of a skill. `place` is where the shares of the cell begin:
/// one for each rank.
template <class Number>
struct PlanCell {
  Number other = 0;  ///< The skill of a cell, the role level of a posting.
  Number place = 0;
};

/// The cells by role level, as in the matrix, and the postings by skill, then role level.
template <class Number>
struct PlanCells {
  std::vector<PlanCell<Number>> by_level;
  std::vector<PlanCell<Number>> by_skill;
};

/// The shares of all different expectations. First come those of a skill that is not asked for, of
/// any rank: they are nothing.
template <class Sums>
struct PlanShares {
  Sums sums;
  std::vector<typename Sums::Value> values;
};

}  // namespace batch

struct BatchPlan::Data {
  const Matrix* matrix = nullptr;
  Scoring scoring;
  std::vector<batch::Whole> wholes;           ///< By role level.
  batch::Whole most;                          ///< The greatest of each.
  std::vector<std::uint32_t> first_of_level;  ///< Of the cells; one more than role levels.
  std::vector<std::uint32_t> first_of_skill;  ///< Of the postings; one more than skills.
  /// Narrow if all numbers in it are.
  std::variant<batch::PlanCells<std::uint16_t>, batch::PlanCells<std::uint32_t>> cells;
  std::variant<batch::PlanShares<batch::PackedSums>, batch::PlanShares<batch::WideSums>,
               batch::PlanShares<batch::MinimumSums>>
      shares;

  [[nodiscard]] std::uint32_t level_count() const {
    return static_cast<std::uint32_t>(wholes.size());
  }
  /// Calls `work` with the cells and the shares.
  template <class Work>
  decltype(auto) visit(Work&& work) const {
    return std::visit(std::forward<Work>(work), cells, shares);
  }
  template <class Number>
  [[nodiscard]] std::span<const batch::PlanCell<Number>> cells_of(
      const batch::PlanCells<Number>& all, std::uint32_t level) const {
    return std::span(all.by_level)
        .subspan(first_of_level[level], first_of_level[level + 1] - first_of_level[level]);
  }
};

}  // namespace skillmatrix
