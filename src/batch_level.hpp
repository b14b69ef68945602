// A role level compiled for adding up: what each cell adds for each rank.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "batch_sums.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::batch {

/// A row of a roster: skills and ranks of a person, by skill.
template <class SkillNumber>
struct Row {
  const SkillNumber* skills;
  const Rank* ranks;
  std::uint32_t count;
};

/// What a row adds up to, cell by cell; no need to compile the role level.
template <class Sums, class SkillNumber>
typename Sums::Value sum_directly(const Sums& sums, Credits& credits, RoleLevelIndex level,
                                  std::uint64_t unit, const Row<SkillNumber>& row) {
  typename Sums::Value sum{};
  std::uint32_t at = 0;
  for (const CellRequirement& cell : credits.matrix().requirements(level)) {
    while (at < row.count && row.skills[at] < cell.skill.value) ++at;
    if (at == row.count) break;
    if (row.skills[at] != cell.skill.value) continue;
    sums.add(sum, sums.pack(CellShares(credits, cell, unit)(row.ranks[at])));
  }
  return sum;
}

/// What each cell of a role level adds for each rank. Its memory is used again.
template <class Sums>
class CompiledLevel {
 public:
  using Value = typename Sums::Value;

  struct Cell {
    SkillIndex skill;
    std::uint32_t first = 0;  ///< Of the shares.
  };

  CompiledLevel(const Sums& sums, Credits& credits, std::uint64_t unit)
      : sums_(sums), credits_(credits), unit_(unit) {}

  /// O(cells, and levels of their scales).
  void compile(RoleLevelIndex level) {
    whole_ = credits_.whole(level, unit_);
    cells_.clear();
    // A skill that is not asked for adds nothing, whatever the rank.
    shares_.assign(max_levels + 1, Value{});
    for (const CellRequirement& cell : credits_.matrix().requirements(level)) {
      const CellShares shares(credits_, cell, unit_);
      cells_.push_back({cell.skill, static_cast<std::uint32_t>(shares_.size())});
      for (std::size_t rank = 0; rank < shares.rank_count(); ++rank) {
        shares_.push_back(sums_.pack(shares(rank)));
      }
    }
  }

  [[nodiscard]] const Sums& sums() const { return sums_; }
  [[nodiscard]] const Whole& whole() const { return whole_; }
  [[nodiscard]] std::span<const Cell> cells() const { return cells_; }
  [[nodiscard]] const Value* shares() const { return shares_.data(); }
  /// Whether places of shares fit a `SkillPlaces`.
  [[nodiscard]] bool fits_places() const { return shares_.size() <= 65'536; }

 private:
  Sums sums_;
  Credits& credits_;
  std::uint64_t unit_;
  Whole whole_;
  std::vector<Cell> cells_;
  std::vector<Value> shares_;
};

/// Where the shares of each skill are, for one role level at a time: 0 if it is not asked for.
class SkillPlaces {
 public:
  explicit SkillPlaces(const Matrix& matrix) : places_(matrix.skill_count()) {}

  template <class Level>
  void set(const Level& level) {
    for (const auto& cell : level.cells()) {
      places_[cell.skill.value] = static_cast<std::uint16_t>(cell.first);
    }
  }
  template <class Level>
  void clear(const Level& level) {
    for (const auto& cell : level.cells()) places_[cell.skill.value] = 0;
  }
  [[nodiscard]] const std::uint16_t* data() const { return places_.data(); }

 private:
  std::vector<std::uint16_t> places_;
};

/// What a row adds up to, with a compiled role level whose places are set.
template <class Sums, class SkillNumber>
typename Sums::Value sum_row(const CompiledLevel<Sums>& level, const SkillPlaces& places,
                             const Row<SkillNumber>& row) {
  const std::uint16_t* place = places.data();
  const typename Sums::Value* shares = level.shares();
  typename Sums::Value sum{};
  for (std::uint32_t at = 0; at < row.count; ++at) {
    level.sums().add(sum, shares[place[row.skills[at]] + row.ranks[at]]);
  }
  return sum;
}

}  // namespace skillmatrix::batch
