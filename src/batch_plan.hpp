// What a batch plan holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "batch_sums.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {
namespace batch {

/// A cell of a role level, or a posting of a skill.
template <class Number>
struct PlanCell {
  Number other = 0;  ///< The skill of a cell, the place of a posting's role level.
  Number kind = 0;   ///< Which shares it has.
};

/// The cells by role level, as in the matrix, and the postings by skill, segment and place.
template <class Number>
struct PlanCells {
  std::vector<PlanCell<Number>> by_level;
  std::vector<PlanCell<Number>> by_skill;
};

/// So many kinds of cells have numbers of one byte. Their shares are so many apart, at least.
inline constexpr std::size_t few_kinds = 256;

/// The shares of each kind of cell, by rank, then kind. Kind 0 is a skill that is not asked for,
/// whose shares are nothing.
template <class Sums>
struct PlanShares {
  using Value = typename Sums::Value;

  Sums sums;
  std::size_t kinds = few_kinds;  ///< There is room for so many at each rank.
  std::vector<Value> values;

  [[nodiscard]] const Value& of(std::size_t kind, std::size_t rank) const {
    return values.data()[rank * kinds + kind];
  }
};

/// Some cells of a role level, by skill, as wide registers take them.
struct alignas(32) CellBlock {
  static constexpr std::uint32_t size = 32;
  /// In places without a cell, which are the last ones; their kind is 0.
  static constexpr std::uint16_t no_skill = 0xffff;

  std::array<std::uint16_t, size> skills;
  std::array<std::uint8_t, size> kinds;
};

/// The cells by role level once more, for kernels that compare many skills at once. They are there
/// if sums are packed, skills have numbers below `CellBlock::no_skill`, and kinds one byte.
struct PackedCells {
  struct Level {
    PackedSums::Value start = 0;
    std::uint32_t first = 0;  ///< Of its blocks.
    std::uint32_t count = 0;
  };

  /// One more than there are: the last asks for nothing, and stands for no role level. What it
  /// gives is 0 in every column.
  std::vector<Level> levels;
  std::vector<CellBlock> blocks;
};

/// The postings of a skill once for the levels of a role, which mostly ask for the same skills: all
/// are added up at once. There are none of what is neither required nor scored.
struct PlanLanes {
  static constexpr std::size_t width = 8;  ///< Role levels next to each other, at most.
  static constexpr std::size_t most_kinds = 64;

  std::vector<std::uint32_t> first_of_skill;  ///< Of the postings; one more than skills.
  std::vector<std::uint32_t> places;          ///< Of a posting: that of its first role level.
  std::vector<std::uint8_t> kinds;            ///< `width` a posting; 0 where nothing is asked for.
  /// By rank, `most_kinds` of each: units earned, or that there is a gap in what is required.
  std::vector<std::uint16_t> shares;
};

/// What is needed to find out quickly which role levels a person can rank high at. It is there if
/// the totals are small, and only a whole score is ready.
struct PlanScreen {
  /// Role levels are looked at in blocks of so many.
  static constexpr std::size_t block = 32;
  static constexpr std::uint64_t most_units = 0x7fff;

  static constexpr std::uint16_t excluded = 0x8000;  ///< The sum of a role level with a gap.

  std::vector<std::uint16_t> shares;  ///< As in `PlanShares`: units earned.
  /// By place; great where nothing is scored, and so in the rest of the last block.
  std::vector<std::uint16_t> totals;
  std::vector<std::uint16_t> least_totals;  ///< By block.
  std::optional<PlanLanes> lanes;           ///< Where it pays.
};

}  // namespace batch

struct BatchPlan::Data {
  const Matrix* matrix = nullptr;
  Scoring scoring;
  std::vector<batch::Whole> wholes;  ///< By role level.
  batch::Whole most;                 ///< The greatest of each.
  std::uint32_t kind_count = 0;
  /// The role level of each place. For rankings the levels of a role stand next to each other, and
  /// roles by their totals, so that neighbours need about as many units to rank high.
  std::vector<std::uint32_t> level_at;
  /// Places in the order in which their role levels rank for somebody of whom nothing is known.
  /// Those that nothing is scored of do not rank.
  std::vector<std::uint32_t> ranked_untouched;
  std::vector<std::uint32_t> first_of_level;  ///< Of the cells; one more than role levels.
  /// The postings of a skill lie in segments, from first_segment[skill] on. In the first one are
  /// those that are not required and not scored; in the next, those that are scored; and in the one
  /// r after that, those that are required and a gap below rank r. One more than skills.
  std::vector<std::uint32_t> first_segment;
  std::vector<std::uint32_t> first_posting;  ///< Of each segment; one more than segments.
  /// Narrow if all numbers in it are.
  std::variant<batch::PlanCells<std::uint16_t>, batch::PlanCells<std::uint32_t>> cells;
  std::variant<batch::PlanShares<batch::PackedSums>, batch::PlanShares<batch::WideSums>,
               batch::PlanShares<batch::MinimumSums>>
      shares;

  std::optional<batch::PackedCells> packed;
  std::optional<batch::PlanScreen> screen;

  [[nodiscard]] std::uint32_t level_count() const {
    return static_cast<std::uint32_t>(wholes.size());
  }
  /// Calls `work` with the cells and the shares.
  template <class Work>
  decltype(auto) visit(Work&& work) const {
    return std::visit(std::forward<Work>(work), cells, shares);
  }
  template <class Number>
  [[nodiscard]] std::span<const batch::PlanCell<Number>> postings_of(
      const batch::PlanCells<Number>& all, std::size_t skill) const {
    return segments_of(all, first_segment[skill], first_segment[skill + 1]);
  }
  template <class Number>
  [[nodiscard]] std::span<const batch::PlanCell<Number>> segments_of(
      const batch::PlanCells<Number>& all, std::size_t first, std::size_t end) const {
    return std::span(all.by_skill)
        .subspan(first_posting[first], first_posting[end] - first_posting[first]);
  }
  template <class Number>
  [[nodiscard]] std::span<const batch::PlanCell<Number>> cells_of(
      const batch::PlanCells<Number>& all, std::uint32_t level) const {
    return std::span(all.by_level)
        .subspan(first_of_level[level], first_of_level[level + 1] - first_of_level[level]);
  }
};

}  // namespace skillmatrix
