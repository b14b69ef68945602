// What a person holds of the skills of cells, a block of cells at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "instructions.hpp"
#include "skillmatrix/number_column.hpp"
#include "skillmatrix/ratings.hpp"

namespace skillmatrix::gap_cells {

/// What is known of a person and a skill, as one number: a held rank counts from `held_none`.
using Known = std::uint16_t;
inline constexpr Known unknown = 0;
inline constexpr Known expired = 1;
inline constexpr Known held_none = 2;

/// So many cells are compared with a rating at once.
inline constexpr std::size_t block_size = 32;

/// What is known of each cell of a block.
struct alignas(64) KnownBlock : std::array<Known, block_size> {};

/// What `resolve_ratings` says of a person, by skill.
struct HoldingRow {
  const Holding* holdings = nullptr;
  std::size_t count = 0;

  [[nodiscard]] std::uint32_t skill(std::size_t at) const { return holdings[at].skill.value; }
  [[nodiscard]] unsigned known(std::size_t at) const {
    const bool is_held = holdings[at].state == HoldingState::held;
    return is_held ? unsigned{held_none} + holdings[at].rank : expired;
  }
};

/// What a roster says of a person, by skill: what is held, or, without ranks, what is expired.
template <class Number>
struct RosterRow {
  const Number* skills = nullptr;
  const Rank* ranks = nullptr;
  std::size_t count = 0;

  [[nodiscard]] std::uint32_t skill(std::size_t at) const { return skills[at]; }
  [[nodiscard]] unsigned known(std::size_t at) const {
    return ranks == nullptr ? unsigned{expired} : unsigned{held_none} + ranks[at];
  }
};

/// Cells that follow each other, `block_size` at most and at least one, in a column of skills.
struct Cells {
  NumberColumn skills;
  std::size_t first;
  std::size_t count;
};

/// Adds to `known` what a row, from a place on, says of the cells; what is behind the last cell
/// means nothing. Gives the place where the next cells begin. For each of the rows above.
/// O(elements of the row up to there).
template <class Row>
std::size_t find_known(Instructions instructions, const Row& row, std::size_t place,
                       const Cells& cells, KnownBlock& known);

}  // namespace skillmatrix::gap_cells
