// The innermost loops of batches, for each set of instructions that a processor may have.
//
// All do the same; which one runs is chosen when the program runs. What the plain one does, in
// ordinary C++ for every processor, is what the others have to do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "batch_sums.hpp"

namespace skillmatrix::batch {

enum class Instructions : std::uint8_t { plain, avx2, avx512 };

/// Whether this processor has them, and this library was built for a processor that may.
bool has(Instructions instructions);
/// The last ones that this processor has. The same in every call.
Instructions best_instructions();

/// Where the outcomes of a run of people go.
template <class Number>
struct OutcomeColumns {
  Number* lower;
  Number* upper;
  Number* gaps;
  std::uint8_t* verdicts;
};

/// What packed sums mean, for `std::uint16_t`, `std::uint32_t` and `std::uint64_t`. Every number
/// must fit.
template <class Number>
void write_outcomes(Instructions instructions, const PackedSums& packing, const Whole& whole,
                    std::span<const std::uint64_t> sums, const OutcomeColumns<Number>& columns);

}  // namespace skillmatrix::batch
