#include "batch_plan.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "instructions.hpp"

namespace skillmatrix {
namespace batch {
namespace {

/// A kind of cell: all that its shares depend on. There are few in a framework.
struct Kind {
  CellRequirement cell;         ///< Any one of the kind.
  std::vector<Credit> credits;  ///< By rank.
  std::uint64_t weight = 0;     ///< 0 if not scored.
};

class PlanBuilder {
 public:
  PlanBuilder(const Matrix& matrix, const Scoring& scoring) {
    data_.matrix = &matrix;
    data_.scoring = scoring;
  }

  BatchPlan::Data build() && {
    kinds_.emplace_back();  // Of what is not asked for.
    find_kinds();
    set_unit();
    measure_levels();
    place_levels();
    place_shares();
    place_cells();
    if (can_pack_cells()) data_.packed = pack_cells();
    if (can_screen()) {
      data_.screen = make_screen();
      data_.screen->lanes = make_lanes();
    }
    data_.kind_count = static_cast<std::uint32_t>(kinds_.size());
    return std::move(data_);
  }

 private:
  [[nodiscard]] bool is_minimum() const {
    return data_.scoring.model().aggregate == Aggregate::minimum;
  }

  /// The kind of each cell, and where the cells of each role level and the postings of each segment
  /// begin.
  void find_kinds() {
    const Matrix& matrix = *data_.matrix;
    make_segments();
    for (std::uint32_t level = 0; level < matrix.role_level_count(); ++level) {
      data_.first_of_level.push_back(static_cast<std::uint32_t>(cell_kinds_.size()));
      for (const CellRequirement& cell : matrix.requirements({level})) {
        cell_kinds_.push_back(kind_of(cell));
        ++data_.first_posting[segment_of(cell) + 1];
      }
    }
    data_.first_of_level.push_back(static_cast<std::uint32_t>(cell_kinds_.size()));
    std::partial_sum(data_.first_posting.begin(), data_.first_posting.end(),
                     data_.first_posting.begin());
  }

  /// Calls `visit` with each cell of a role level, by skill, and its kind.
  template <class Visit>
  void for_each_cell(std::uint32_t level, Visit visit) const {
    std::uint32_t at = data_.first_of_level[level];
    for (const CellRequirement& cell : data_.matrix->requirements({level})) {
      visit(cell, cell_kinds_[at++]);
    }
  }

  /// See `first_segment`.
  void make_segments() {
    const Matrix& matrix = *data_.matrix;
    std::uint32_t segments = 0;
    for (std::uint32_t skill = 0; skill < matrix.skill_count(); ++skill) {
      data_.first_segment.push_back(segments);
      segments += matrix.level_count(matrix.skill_scale({skill})) + 2U;
    }
    data_.first_segment.push_back(segments);
    data_.first_posting.resize(segments + std::size_t{1});
  }

  [[nodiscard]] std::size_t segment_of(const CellRequirement& cell) const {
    const std::uint32_t first = data_.first_segment[cell.skill.value];
    if (cell.necessity == Necessity::required) return first + 1U + cell.least_rank();
    return first + (data_.scoring.counts(cell) ? 1U : 0U);
  }

  std::uint32_t kind_of(const CellRequirement& cell) {
    const Scoring& scoring = data_.scoring;
    const ScaleIndex scale = data_.matrix->skill_scale(cell.skill);
    const std::uint64_t weight = !scoring.counts(cell) ? 0
                                 : is_minimum()        ? 1
                                                       : scoring.weight(cell);
    const std::uint64_t key = std::uint64_t{scale.value} << 32 | weight << 16 |
                              std::uint64_t{cell.expected} << 8 |
                              (cell.necessity == Necessity::required ? 1U : 0U);
    const auto [found, is_new] = numbers_.emplace(key, static_cast<std::uint32_t>(kinds_.size()));
    if (is_new) {
      Kind& kind = kinds_.emplace_back();
      kind.cell = cell;
      kind.weight = weight;
      for (unsigned rank = 0; rank <= data_.matrix->level_count(scale); ++rank) {
        kind.credits.push_back(scoring.credit(*data_.matrix, cell, static_cast<Rank>(rank)));
      }
    }
    return found->second;
  }

  /// The unit becomes the greatest number of which all that can be earned or lost is a multiple.
  void set_unit() {
    std::uint64_t unit = 0;
    for (const Kind& kind : kinds_) {
      unit = std::gcd(unit, kind.weight * full_credit);
      for (const Credit credit : kind.credits) unit = std::gcd(unit, kind.weight * credit);
    }
    if (unit != 0) unit_ = unit;
  }

  void measure_levels() {
    for (std::uint32_t level = 0; level < data_.matrix->role_level_count(); ++level) {
      Whole whole;
      std::uint64_t weights = 0;
      for (std::uint32_t at = data_.first_of_level[level]; at < data_.first_of_level[level + 1];
           ++at) {
        const Kind& kind = kinds_[cell_kinds_[at]];
        ++whole.cells;
        if (kind.cell.necessity == Necessity::required) ++whole.required;
        if (kind.weight != 0) ++whole.scored;
        weights = is_minimum() ? 1 : weights + kind.weight;
      }
      if (whole.scored != 0) whole.total = weights * full_credit / unit_;
      data_.most.total = std::max(data_.most.total, whole.total);
      data_.most.cells = std::max(data_.most.cells, whole.cells);
      data_.wholes.push_back(whole);
    }
  }

  /// Levels of one role.
  struct Group {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint64_t least_total = 0;
  };

  [[nodiscard]] std::vector<Group> groups_by_total() const {
    const Matrix& matrix = *data_.matrix;
    std::vector<Group> groups;
    for (std::uint32_t level = 0; level < data_.level_count(); ++level) {
      const std::uint64_t total = data_.wholes[level].total;
      const bool is_next = level != 0 && matrix.role_of({level}) == matrix.role_of({level - 1}) &&
                           groups.back().count < PlanLanes::width;
      if (!is_next) groups.push_back({level, 0, total});
      ++groups.back().count;
      groups.back().least_total = std::min(groups.back().least_total, total);
    }
    std::ranges::stable_sort(groups, {}, &Group::least_total);
    return groups;
  }

  void place_levels() {
    for (const Group& group : groups_by_total()) {
      for (std::uint32_t at = 0; at < group.count; ++at) {
        group_at_.push_back(static_cast<std::uint32_t>(data_.level_at.size()) - at);
        data_.level_at.push_back(group.first + at);
      }
    }
    std::vector<std::uint32_t> place_of(data_.level_count());
    for (std::uint32_t place = 0; place < data_.level_count(); ++place) {
      place_of[data_.level_at[place]] = place;
    }
    // All have a lower score of 0. Ready are those that require nothing.
    for (const bool is_ready : {true, false}) {
      for (std::uint32_t level = 0; level < data_.level_count(); ++level) {
        const Whole& whole = data_.wholes[level];
        if (whole.scored != 0 && (whole.required == 0) == is_ready) {
          data_.ranked_untouched.push_back(place_of[level]);
        }
      }
    }
  }

  void place_shares() {
    if (is_minimum()) {
      data_.shares = shares_of(MinimumSums());
    } else if (PackedSums::can_hold(data_.most)) {
      data_.shares = shares_of(PackedSums(data_.most));
    } else {
      data_.shares = shares_of(WideSums());
    }
  }

  /// How many ranks people can hold, 0 included. Also those of scales that no cell is about: a row
  /// is read without asking what of it is expected.
  [[nodiscard]] std::size_t rank_count() const {
    const Matrix& matrix = *data_.matrix;
    std::size_t ranks = 1;
    for (std::uint32_t scale = 0; scale < matrix.scale_count(); ++scale) {
      ranks = std::max(ranks, std::size_t{1} + matrix.level_count({scale}));
    }
    return ranks;
  }

  template <class Sums>
  PlanShares<Sums> shares_of(const Sums& sums) const {
    PlanShares<Sums> shares{sums, std::max(kinds_.size(), few_kinds), {}};
    fill_table(shares.values, shares.kinds, [&](const Sum& share) { return sums.pack(share); });
    return shares;
  }

  /// A table by rank, then kind, each rank with room for so many kinds; `value_of` says what stands
  /// for a share. Kind 0 has nothing.
  template <class Value, class ValueOf>
  void fill_table(std::vector<Value>& table, std::size_t room, ValueOf value_of) const {
    table.resize(rank_count() * room);
    for (std::size_t kind = 1; kind < kinds_.size(); ++kind) {
      for (std::size_t rank = 0; rank < kinds_[kind].credits.size(); ++rank) {
        table[rank * room + kind] = value_of(share_of(kinds_[kind], rank));
      }
    }
  }

  [[nodiscard]] bool has_packed_sums() const {
    return std::holds_alternative<PlanShares<PackedSums>>(data_.shares);
  }

  [[nodiscard]] bool can_pack_cells() const {
    return has_packed_sums() && kinds_.size() <= few_kinds &&
           data_.matrix->skill_count() <= CellBlock::no_skill;
  }

  [[nodiscard]] PackedCells pack_cells() const {
    const PackedSums& sums = std::get<PlanShares<PackedSums>>(data_.shares).sums;
    PackedCells packed;
    for (std::uint32_t level = 0; level < data_.level_count(); ++level) {
      const auto first = static_cast<std::uint32_t>(packed.blocks.size());
      std::uint32_t place = CellBlock::size;
      for_each_cell(level, [&](const CellRequirement& cell, std::uint32_t kind) {
        if (place == CellBlock::size) {
          packed.blocks.emplace_back().skills.fill(CellBlock::no_skill);
          place = 0;
        }
        packed.blocks.back().skills[place] = static_cast<std::uint16_t>(cell.skill.value);
        packed.blocks.back().kinds[place++] = static_cast<std::uint8_t>(kind);
      });
      packed.levels.push_back({sums.start(data_.wholes[level]), first,
                               static_cast<std::uint32_t>(packed.blocks.size()) - first});
    }
    packed.levels.emplace_back();
    packed.blocks.shrink_to_fit();
    return packed;
  }

  /// Whether who is ready has the whole score, and who has it is ready.
  [[nodiscard]] bool can_screen() const {
    if (!has_packed_sums() || data_.most.total > PlanScreen::most_units) return false;
    return std::ranges::all_of(kinds_, [](const Kind& kind) {
      if (kind.weight == 0) return true;
      if (kind.cell.necessity != Necessity::required) return false;
      for (std::size_t rank = 0; rank < kind.credits.size(); ++rank) {
        const bool is_met = rank >= kind.cell.least_rank();
        if (is_met && kind.credits[rank] != full_credit) return false;
      }
      return true;
    });
  }

  [[nodiscard]] PlanScreen make_screen() const {
    PlanScreen screen;
    const auto& shares = std::get<PlanShares<PackedSums>>(data_.shares);
    fill_table(screen.shares, shares.kinds,
               [](const Sum& share) { return static_cast<std::uint16_t>(share.earned); });
    const std::size_t blocks = (data_.wholes.size() + PlanScreen::block - 1) / PlanScreen::block;
    screen.totals.assign(blocks * PlanScreen::block, PlanScreen::most_units);
    screen.least_totals.assign(blocks, PlanScreen::most_units);
    for (std::size_t place = 0; place < data_.wholes.size(); ++place) {
      const Whole& whole = data_.wholes[data_.level_at[place]];
      if (whole.scored == 0) continue;
      screen.totals[place] = static_cast<std::uint16_t>(whole.total);
      std::uint16_t& least = screen.least_totals[place / PlanScreen::block];
      least = std::min(least, screen.totals[place]);
    }
    return screen;
  }

  /// Nothing if levels of a role have too little in common, there are too many kinds, or the
  /// processor cannot add lanes.
  [[nodiscard]] std::optional<PlanLanes> make_lanes() const {
    if (best_instructions() < Instructions::avx512) return std::nullopt;
    if (kinds_.size() > PlanLanes::most_kinds) return std::nullopt;
    const std::size_t skills = data_.matrix->skill_count();
    PlanLanes lanes;
    lanes.first_of_skill.resize(skills + 1);
    std::size_t cells = 0;
    for_each_lane([&](std::size_t skill, std::uint32_t, std::uint32_t, bool is_first) {
      lanes.first_of_skill[skill + 1] += is_first ? 1 : 0;
      ++cells;
    });
    std::partial_sum(lanes.first_of_skill.begin(), lanes.first_of_skill.end(),
                     lanes.first_of_skill.begin());
    if (cells < 2 * std::size_t{lanes.first_of_skill.back()}) return std::nullopt;

    lanes.places.resize(lanes.first_of_skill.back());
    lanes.kinds.resize(lanes.places.size() * PlanLanes::width);
    std::vector<std::uint32_t> next = lanes.first_of_skill;
    for_each_lane([&](std::size_t skill, std::uint32_t place, std::uint32_t kind, bool is_first) {
      if (is_first) lanes.places[next[skill]++] = group_at_[place];
      const std::size_t posting = next[skill] - 1;
      lanes.kinds[posting * PlanLanes::width + place - group_at_[place]] =
          static_cast<std::uint8_t>(kind);
    });
    fill_table(lanes.shares, PlanLanes::most_kinds, [](const Sum& share) {
      return share.required_gaps != 0 ? PlanScreen::excluded
                                      : static_cast<std::uint16_t>(share.earned);
    });
    return lanes;
  }

  /// Calls `visit` for each cell that can earn or exclude, by place, with its skill, place and
  /// kind, and whether it is the first one of the skill in the group.
  template <class Visit>
  void for_each_lane(Visit visit) const {
    std::vector<std::uint32_t> last_group(data_.matrix->skill_count(), no_role_level);
    for (std::uint32_t place = 0; place < data_.level_count(); ++place) {
      for_each_cell(data_.level_at[place], [&](const CellRequirement& cell, std::uint32_t kind) {
        if (kinds_[kind].weight == 0 && cell.necessity != Necessity::required) return;
        std::uint32_t& last = last_group[cell.skill.value];
        const bool is_first = last != group_at_[place];
        last = group_at_[place];
        visit(cell.skill.value, place, kind, is_first);
      });
    }
  }

  [[nodiscard]] Sum share_of(const Kind& kind, std::size_t rank) const {
    Sum share;
    share.earned = kind.weight * kind.credits[rank] / unit_;
    share.lost = kind.weight * (full_credit - kind.credits[rank]) / unit_;
    share.scored = kind.weight == 0 ? 0 : 1;
    share.required = kind.cell.necessity == Necessity::required ? 1 : 0;
    share.gaps = rank < kind.cell.least_rank() ? 1 : 0;
    share.required_gaps = share.gaps & share.required;
    return share;
  }

  void place_cells() {
    constexpr std::size_t most = std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1;
    if (kinds_.size() <= most && data_.matrix->skill_count() <= most &&
        data_.matrix->role_level_count() <= most) {
      data_.cells = cells_as<std::uint16_t>();
    } else {
      data_.cells = cells_as<std::uint32_t>();
    }
  }

  template <class Number>
  PlanCells<Number> cells_as() {
    PlanCells<Number> cells;
    cells.by_level.reserve(cell_kinds_.size());
    cells.by_skill.resize(cell_kinds_.size());
    for (std::uint32_t level = 0; level < data_.level_count(); ++level) {
      for_each_cell(level, [&](const CellRequirement& cell, std::uint32_t kind) {
        cells.by_level.push_back(
            {static_cast<Number>(cell.skill.value), static_cast<Number>(kind)});
      });
    }
    std::vector<std::uint32_t> next = data_.first_posting;
    for (std::uint32_t place = 0; place < data_.level_count(); ++place) {
      for_each_cell(data_.level_at[place], [&](const CellRequirement& cell, std::uint32_t kind) {
        cells.by_skill[next[segment_of(cell)]++] = {static_cast<Number>(place),
                                                    static_cast<Number>(kind)};
      });
    }
    return cells;
  }

  BatchPlan::Data data_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  ///< Of kinds.
  std::vector<Kind> kinds_;
  std::vector<std::uint32_t> cell_kinds_;
  std::vector<std::uint32_t> group_at_;  ///< By place: the first place of its group.
  std::uint64_t unit_ = 1;
};

template <class T>
std::size_t bytes_of(const std::vector<T>& column) {
  return column.capacity() * sizeof(T);
}

std::size_t bytes_of(const PackedCells& packed) {
  return bytes_of(packed.levels) + bytes_of(packed.blocks);
}

std::size_t bytes_of(const PlanScreen& screen) {
  const std::size_t bytes =
      bytes_of(screen.shares) + bytes_of(screen.totals) + bytes_of(screen.least_totals);
  if (!screen.lanes) return bytes;
  return bytes + bytes_of(screen.lanes->first_of_skill) + bytes_of(screen.lanes->places) +
         bytes_of(screen.lanes->kinds) + bytes_of(screen.lanes->shares);
}

}  // namespace
}  // namespace batch

BatchPlan::BatchPlan(const Matrix& matrix, const Scoring& scoring)
    : data_(std::make_shared<const Data>(batch::PlanBuilder(matrix, scoring).build())) {}

const Matrix& BatchPlan::matrix() const { return *data_->matrix; }

const Scoring& BatchPlan::scoring() const { return data_->scoring; }

std::uint64_t BatchPlan::total(RoleLevelIndex level) const {
  return data_->wholes[level.value].total;
}

std::size_t BatchPlan::memory_bytes() const {
  const std::size_t screen = data_->screen ? batch::bytes_of(*data_->screen) : 0;
  const std::size_t packed = data_->packed ? batch::bytes_of(*data_->packed) : 0;
  return screen + packed + data_->visit([this](const auto& cells, const auto& shares) {
    return batch::bytes_of(cells.by_level) + batch::bytes_of(cells.by_skill) +
           batch::bytes_of(shares.values) + batch::bytes_of(data_->wholes) +
           batch::bytes_of(data_->level_at) + batch::bytes_of(data_->ranked_untouched) +
           batch::bytes_of(data_->first_of_level) + batch::bytes_of(data_->first_segment) +
           batch::bytes_of(data_->first_posting);
  });
}

}  // namespace skillmatrix
