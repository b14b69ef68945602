// The innermost loops of batches, for each set of instructions that a processor may have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "batch_sums.hpp"
#include "instructions.hpp"

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

}  // namespace skillmatrix::batch
