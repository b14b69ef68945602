// The innermost loops of batches, for each set of instructions that a processor may have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "batch_plan.hpp"
#include "batch_sums.hpp"
#include "instructions.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::batch {

/// Where the outcomes of a run of people go.
template <class Number>
struct OutcomeColumns {
  Number* lower;
  Number* upper;
  Number* gaps;
  std::uint8_t* verdicts;
};

/// Sets all sums to the same.
void fill_sums(Instructions instructions, std::span<std::uint64_t> sums, std::uint64_t start);

/// What packed sums mean, for `std::uint16_t`, `std::uint32_t` and `std::uint64_t`. Every number
/// must fit.
template <class Number>
void write_outcomes(Instructions instructions, const PackedSums& packing,
                    std::span<const std::uint64_t> sums, const OutcomeColumns<Number>& columns);

/// With which role level each person is compared.
struct RoleLevels {
  const std::uint32_t* first;
  std::size_t step;  ///< From person to person: 0 if all have the first one.

  static RoleLevels all(const std::uint32_t* level) { return {level, 0}; }
  static RoleLevels own(const Roster& roster) { return {roster.own_role_levels().data(), 1}; }
  [[nodiscard]] std::uint32_t of(std::uint32_t person) const { return first[person * step]; }
};

/// The columns of a roster, and who is looked at.
struct RosterRows {
  const std::uint64_t* first;
  const std::uint32_t* counts;
  const std::uint16_t* skills;
  const Rank* ranks;
  RoleLevels levels;
  std::uint32_t end;  ///< Of the people.
};

/// The sums of people from `first` on, each against their role level: cells that a person has a
/// rating for add `shares`, by rank, then kind, `few_kinds` a rank.
void add_rows(Instructions instructions, const PackedCells& cells, const std::uint64_t* shares,
              const RosterRows& rows, std::uint32_t first, std::span<std::uint64_t> sums);

}  // namespace skillmatrix::batch
