// Adding up the row of a person.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "batch_plan.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::batch {

/// Has the first elements at hand when they are needed soon.
template <class T>
void prefetch_all(std::span<const T> elements, std::size_t most_bytes = 512) {
  if (elements.empty()) return;
  const auto* const first = reinterpret_cast<const char*>(elements.data());
  const std::size_t bytes = std::min(elements.size_bytes(), most_bytes);
  for (std::size_t byte = 0; byte < bytes; byte += 64) __builtin_prefetch(first + byte);
  __builtin_prefetch(first + bytes - 1);  // They need not begin where a line of the cache does.
}

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
    shares.sums.add(sum, shares.of(cell.kind, row.ranks[at]));
  }
  return sum;
}

/// The kind of cell of each skill, for one role level at a time: for many people. `Kind` is a byte
/// where there are so few that it fits: then the table stays in the nearest cache.
template <class Sums, class Number, class Kind>
class RowTable {
 public:
  RowTable(const BatchPlan::Data& plan, const PlanCells<Number>& cells,
           const PlanShares<Sums>& shares)
      : plan_(plan), all_cells_(cells), shares_(shares), kinds_(plan.matrix->skill_count()) {}

  /// O(cells), or O(1) if it is the same as before.
  void set(std::uint32_t level) {
    if (level == level_) return;
    for (const PlanCell<Number>& cell : cells_) kinds_[cell.other] = 0;
    cells_ = plan_.cells_of(all_cells_, level);
    for (const PlanCell<Number>& cell : cells_) kinds_[cell.other] = static_cast<Kind>(cell.kind);
    level_ = level;
  }

  /// Has the cells of a role level at hand when they are needed soon.
  void prefetch(std::uint32_t level) const {
    if (level >= plan_.level_count()) return;
    prefetch_all(plan_.cells_of(all_cells_, level));
    __builtin_prefetch(&plan_.wholes[level]);
  }

  template <class SkillNumber>
  [[nodiscard]] typename Sums::Value sum(const Row<SkillNumber>& row) const {
    typename Sums::Value even{};
    typename Sums::Value odd{};
    std::uint32_t at = 0;
    if constexpr (sizeof(SkillNumber) == 2) {
      // One load for four skills, and one for their ranks: loads are what there are most of.
      for (; at + 4 <= row.count; at += 4) {
        const auto skills = load<std::uint64_t>(row.skills + at);
        const auto ranks = load<std::uint32_t>(row.ranks + at);
        add(even, skills & 0xffff, ranks & 0xff);
        add(odd, skills >> 16 & 0xffff, ranks >> 8 & 0xff);
        add(even, skills >> 32 & 0xffff, ranks >> 16 & 0xff);
        add(odd, skills >> 48, ranks >> 24);
      }
    }
    for (; at < row.count; ++at) add(even, row.skills[at], row.ranks[at]);
    shares_.sums.add(even, odd);
    return even;
  }

 private:
  /// Skills and ranks one after the other, as one number: the first is the lowest.
  template <class Packed, class Element>
  static Packed load(const Element* from) {
    Packed packed = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&packed, from, sizeof(Packed));
    } else {
      for (std::size_t at = sizeof(Packed) / sizeof(Element); at-- > 0;) {
        packed = static_cast<Packed>(packed << (8 * sizeof(Element)) | from[at]);
      }
    }
    return packed;
  }

  void add(typename Sums::Value& sum, std::size_t skill, std::size_t rank) const {
    // A multiplication by a constant where it matters.
    const std::size_t kinds = sizeof(Kind) == 1 ? few_kinds : shares_.kinds;
    shares_.sums.add(sum, shares_.values.data()[rank * kinds + kinds_.data()[skill]]);
  }

  const BatchPlan::Data& plan_;
  const PlanCells<Number>& all_cells_;
  const PlanShares<Sums>& shares_;
  std::uint32_t level_ = no_role_level;
  std::span<const PlanCell<Number>> cells_;  ///< Of the role level.
  std::vector<Kind> kinds_;                  ///< By skill; 0 if not asked for.
};

}  // namespace skillmatrix::batch
