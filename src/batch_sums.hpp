// What batch analysis adds up: the parts of a score that a person's cells have.
//
// Unknown and expired cells add nothing. So a sum starts from what a role level gives somebody of
// whom nothing is known, and each cell that the person has a rating for adds its share.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "skillmatrix/gap.hpp"

namespace skillmatrix::batch {

/// Over cells with a rating. Of one cell, its share; of several, their sum.
struct Sum {
  std::uint64_t earned = 0;         ///< Units of the scored ones.
  std::uint64_t lost = 0;           ///< So far from everything.
  std::uint32_t scored = 0;         ///< Cells.
  std::uint32_t required = 0;       ///< Cells.
  std::uint32_t required_gaps = 0;  ///< Cells in state `gap`.
  std::uint32_t gaps = 0;           ///< Required or not, scored or not.

  friend bool operator==(const Sum&, const Sum&) = default;
};

/// What a role level asks for in all.
struct Whole {
  std::uint64_t total = 1;  ///< Units; 1 where nothing is scored, so that the score is 1/1.
  std::uint32_t cells = 0;
  std::uint32_t scored = 0;
  std::uint32_t required = 0;
};

/// A person against a role level.
struct Outcome {
  std::uint64_t lower = 0;
  std::uint64_t upper = 0;
  std::uint32_t gaps = 0;
  Verdict verdict = Verdict::ready;
};

/// A role level for a person, or a person for a role level.
struct Candidate {
  Outcome outcome;
  std::uint64_t total = 1;  ///< Units.
  std::uint32_t number = 0;
};

/// Of the required cells: how many are open, and how many have a gap.
inline Verdict verdict_of(std::uint32_t open, std::uint32_t gaps) {
  // Without branches: it is asked for everybody.
  const unsigned has_gap = gaps != 0 ? 1 : 0;
  const unsigned is_open = open != 0 ? 1 : 0;
  return static_cast<Verdict>(2 * has_gap + (is_open & ~has_gap));
}
static_assert(static_cast<int>(Verdict::undetermined) == 1);
static_assert(static_cast<int>(Verdict::not_ready) == 2);

// Three ways to add up. Each has a `Value`: of shares, which add up from `Value()`, and of the sum
// of a person's shares and of `start`, which says of a role level what the outcome is.

/// For a mean, in general.
struct WideSums {
  using Value = Sum;
  [[nodiscard]] static Value pack(const Sum& sum) { return sum; }
  [[nodiscard]] static Value start(const Whole&) { return {}; }
  static void add(Value& into, const Value& share) {
    into.earned += share.earned;
    into.lost += share.lost;
    into.scored += share.scored;
    into.required += share.required;
    into.required_gaps += share.required_gaps;
    into.gaps += share.gaps;
  }
  [[nodiscard]] static Outcome outcome(const Whole& whole, const Value& sum) {
    const std::uint64_t lower = whole.scored == 0 ? 1 : sum.earned;
    return {lower, whole.total - sum.lost, sum.gaps,
            verdict_of(whole.required - sum.required, sum.required_gaps)};
  }
};

/// For a minimum: what is lost is the most that one cell loses.
struct MinimumSums {
  using Value = Sum;
  [[nodiscard]] static Value pack(const Sum& sum) { return sum; }
  [[nodiscard]] static Value start(const Whole&) { return {}; }
  static void add(Value& into, const Value& share) {
    const std::uint64_t lost = std::max(into.lost, share.lost);
    WideSums::add(into, share);
    into.lost = lost;
  }
  [[nodiscard]] static Outcome outcome(const Whole& whole, const Value& sum) {
    const std::uint64_t upper = whole.total - sum.lost;
    return {sum.scored == whole.scored ? upper : 0, upper, sum.gaps,
            verdict_of(whole.required - sum.required, sum.required_gaps)};
  }
};

/// For a mean whose parts fit in one word, side by side; which is nearly always so. What is lost is
/// taken from the whole, and what is known from what is open: then a sum is an outcome, whatever
/// the role level. No part leaves its place when all is added up, so it does not matter if one does
/// meanwhile.
struct PackedSums {
  using Value = std::uint64_t;

  /// Nothing may exceed these.
  static bool can_hold(const Whole& most) {
    return 2 * std::bit_width(most.total) + 3 * std::bit_width(most.cells) <= 64;
  }
  PackedSums() = default;
  explicit PackedSums(const Whole& most)
      : unit_bits(static_cast<unsigned>(std::bit_width(most.total))),
        cell_bits(static_cast<unsigned>(std::bit_width(most.cells))) {
    // With room for it, parts are where a column can take them from as they are.
    if (unit_bits > aligned_unit_bits || cell_bits > aligned_cell_bits) return;
    unit_bits = aligned_unit_bits;
    cell_bits = aligned_cell_bits;
  }

  /// Of somebody of whom nothing is known.
  [[nodiscard]] Value start(const Whole& whole) const {
    return place(whole.scored == 0 ? 1 : 0, whole.total, whole.required, 0, 0);
  }
  [[nodiscard]] Value pack(const Sum& share) const {
    return place(share.earned, -share.lost, -Value{share.required}, share.required_gaps,
                 share.gaps);
  }
  static void add(Value& into, Value share) { into += share; }
  [[nodiscard]] Outcome outcome(const Whole&, Value sum) const { return outcome(sum); }
  [[nodiscard]] Outcome outcome(Value sum) const {
    const Value units = (Value{1} << unit_bits) - 1;
    const Value cells = (Value{1} << cell_bits) - 1;
    const Value lower = sum & units;
    const Value upper = sum >> unit_bits & units;
    sum >>= 2 * unit_bits;
    const auto gaps = static_cast<std::uint32_t>(sum >> 2 * cell_bits);
    return {lower, upper, gaps,
            verdict_of(static_cast<std::uint32_t>(sum & cells),
                       static_cast<std::uint32_t>(sum >> cell_bits & cells))};
  }

  /// Whether units take 16 bits, cells 8, and gaps the other 16.
  [[nodiscard]] bool is_aligned() const {
    return unit_bits == aligned_unit_bits && cell_bits == aligned_cell_bits;
  }

  static constexpr unsigned aligned_unit_bits = 16;
  static constexpr unsigned aligned_cell_bits = 8;

  unsigned unit_bits = 1;
  unsigned cell_bits = 1;

 private:
  [[nodiscard]] Value place(Value lower, Value upper, Value open, Value required_gaps,
                            Value gaps) const {
    const unsigned cells = 2 * unit_bits;
    return lower + (upper << unit_bits) + (open << cells) + (required_gaps << (cells + cell_bits)) +
           (gaps << (cells + 2 * cell_bits));
  }
};

}  // namespace skillmatrix::batch
