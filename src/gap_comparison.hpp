// A person against the cells of a role level: what a gap and its summary are made of.
//
// There is no branch that depends on a single cell but whether it is known: which way it goes could
// not be predicted, and a wrong guess costs as much as all else that is done for a cell.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "credits.hpp"
#include "gap_cells.hpp"
#include "skillmatrix/gap.hpp"

namespace skillmatrix::gap_cells {

/// A person, as a row of ratings or two.
template <class Row>
class Person {
 public:
  explicit Person(const Row& row) : parts_{Part{row}} {}
  Person(const Row& row, const Row& other)
      : parts_{Part{row}, Part{other}}, count_(other.count == 0 ? 1 : 2) {}

  /// What is known of some cells; they come in the order of their skills.
  KnownBlock find(const Cells& cells) {
    KnownBlock known{};
    for (std::size_t at = 0; at < count_; ++at) {
      Part& part = parts_[at];
      part.place = find_known(instructions_, part.row, part.place, cells, known);
    }
    return known;
  }

 private:
  struct Part {
    Row row;
    std::size_t place = 0;  ///< Where the next cells begin.
  };

  Instructions instructions_ = best_instructions();
  std::array<Part, 2> parts_;
  std::size_t count_ = 1;
};

inline Person<HoldingRow> person_of(const Holdings& holdings) {
  return Person(HoldingRow{holdings.skills.data(), holdings.skills.size()});
}

/// Calls `work` with a person of a roster. Gives what it gives.
template <class Work>
decltype(auto) with_person(const Roster& roster, PersonIndex person, Work work) {
  return roster.visit_skills([&](auto skills) {
    using Row = RosterRow<typename decltype(skills)::value_type>;
    const std::uint64_t first = roster.first()[person.value];
    const std::uint32_t count = roster.counts()[person.value];
    const auto expired_counts = roster.expired_counts();
    return work(Person(Row{skills.data() + first, roster.ranks().data() + first, count},
                       Row{skills.data() + first + count, nullptr,
                           expired_counts.empty() ? 0 : expired_counts[person.value]}));
  });
}

/// What a cell weighs in the score: nothing if the scoring does not look at it.
class Weighing {
 public:
  explicit Weighing(const ScoringModel& model)
      : stated_(model.weighted && model.aggregate == Aggregate::mean ? ~0U : 0U),
        even_(stated_ == 0 ? 1U : 0U),
        optional_(model.cells == ScoredCells::all ? ~0U : 0U) {}

  [[nodiscard]] std::uint32_t weigh(std::uint32_t stated, std::uint32_t is_optional) const {
    return ((stated & stated_) | even_) & ((is_optional - 1U) | optional_);
  }

 private:
  std::uint32_t stated_;    ///< All bits if the cells' own weights count,
  std::uint32_t even_;      ///< 1 if not.
  std::uint32_t optional_;  ///< All bits if optional cells count.
};

/// What is added up over the cells of a role level.
struct Sums {
  using StateCounts = std::array<std::uint32_t, 5>;  ///< By `CellState`.

  StateCounts states{};
  StateCounts required{};
  std::uint64_t weight = 0;       ///< Of all.
  std::uint64_t held_weight = 0;  ///< Of those held at any rank, none included.
  std::uint64_t earned = 0;       ///< Weight times credit, of those.
  std::uint64_t lost = 0;
  Credit smallest = full_credit;  ///< Of those.
};

/// Compares a person with a role level. First all cells count as unknown; then those that something
/// is known of are set right.
template <class Person, bool has_rows>
class Comparison {
 public:
  Comparison(const Matrix& matrix, const Scoring& scoring, const Person& person, GapCell* rows)
      : matrix_(matrix),
        credits_(matrix, scoring),
        columns_(matrix.requirement_columns()),
        weighing_(scoring.model()),
        person_(person),
        rows_(rows) {}

  Sums run(RoleLevelIndex target) {
    const std::size_t first = matrix_.first_cell(target).value;
    const std::size_t count = matrix_.requirement_count(target);
    for (std::size_t at = 0; at < count; at += block_size) {
      compare({first + at, std::min(block_size, count - at), at});
    }
    return sums_;
  }

 private:
  struct Block {
    std::size_t first;  ///< In the matrix.
    std::size_t count;
    std::size_t row;  ///< Of the first.
  };

  void compare(const Block& block) {
    const KnownBlock known = person_.find({columns_.skills, block.first, block.count});
    add_unknown(block);
    add_known(block, known);
  }

  void add_unknown(const Block& block) {
    columns_.terms.visit([&](auto terms) {
      columns_.skills.visit([&](auto skills) {
        add_unknown(block, terms.data() + block.first, skills.data() + block.first);
      });
    });
  }

  template <class Term, class Skill>
  void add_unknown(const Block& block, const Term* terms, const Skill* skills) {
    const std::uint16_t* const weights = columns_.weights.data();
    const Rank* const expected = columns_.expected.data() + block.first;
    const Weighing weighing = weighing_;
    std::uint64_t weight = 0;
    std::uint32_t optional = 0;
    for (std::size_t at = 0; at < block.count; ++at) {
      const std::uint32_t is_optional = terms[at] & 1U;
      const std::uint16_t stated = weights[terms[at] >> 1U];
      const std::uint32_t weighed = weighing.weigh(stated, is_optional);
      weight += weighed;
      optional += is_optional;
      if constexpr (has_rows) {
        rows_[block.row + at] = {.cell = {static_cast<std::uint32_t>(block.first + at)},
                                 .skill = {skills[at]},
                                 .necessity = static_cast<Necessity>(is_optional),
                                 .state = CellState::unknown,
                                 .expected = expected[at],
                                 .held = {},
                                 .shortfall = std::max(expected[at], Rank{1}),
                                 .weight = stated,
                                 .earned = 0,
                                 .lost = std::uint64_t{weighed} * full_credit};
      }
    }
    sums_.weight += weight;
    const auto count = static_cast<std::uint32_t>(block.count);
    sums_.states[state_number(CellState::unknown)] += count;
    sums_.required[state_number(CellState::unknown)] += count - optional;
  }

  void add_known(const Block& block, const KnownBlock& known) {
    std::array<std::uint8_t, block_size> places;
    std::size_t count = 0;
    for (std::size_t at = 0; at < block.count; ++at) {
      places[count] = static_cast<std::uint8_t>(at);
      count += known[at] != unknown ? 1U : 0U;
    }
    for (std::size_t at = 0; at < count; ++at) {
      const std::size_t place = places[at];
      const CellRequirement cell = columns_[block.first + place];
      if (known[place] == expired) {
        set_state(block.row + place, cell, CellState::expired);
      } else {
        add_held(block.row + place, cell, static_cast<Rank>(known[place] - held_none));
      }
    }
  }

  void set_state(std::size_t row, const CellRequirement& cell, CellState state) {
    const std::uint32_t is_required = cell.necessity == Necessity::required ? 1 : 0;
    --sums_.states[state_number(CellState::unknown)];
    ++sums_.states[state_number(state)];
    sums_.required[state_number(CellState::unknown)] -= is_required;
    sums_.required[state_number(state)] += is_required;
    if constexpr (has_rows) rows_[row].state = state;
  }

  void add_held(std::size_t row, const CellRequirement& cell, Rank held) {
    const Rank least = cell.least_rank();
    // No level can be above "no stated level".
    const unsigned is_above = (cell.expected != 0 ? 1U : 0U) & (held > cell.expected ? 1U : 0U);
    const unsigned is_below = held < least ? 1U : 0U;
    set_state(row, cell, static_cast<CellState>(2 * is_below + is_above));
    const Credit credit = credits_.of(cell.skill, cell.expected, held);
    const std::uint64_t weight =
        weighing_.weigh(cell.weight, static_cast<std::uint32_t>(cell.necessity));
    const std::uint64_t earned = weight * credit;
    const std::uint64_t lost = weight * full_credit - earned;
    sums_.held_weight += weight;
    sums_.earned += earned;
    sums_.lost += lost;
    sums_.smallest = std::min(sums_.smallest, weight == 0 ? full_credit : credit);
    if constexpr (has_rows) {
      GapCell& found = rows_[row];
      found.held = std::optional<Rank>(held);
      found.shortfall = static_cast<Rank>(std::max(held, least) - held);
      found.earned = earned;
      found.lost = lost;
    }
  }

  static constexpr std::size_t state_number(CellState state) {
    return static_cast<std::size_t>(state);
  }

  const Matrix& matrix_;
  Credits credits_;
  const RequirementColumns& columns_;
  Weighing weighing_;
  Person person_;
  GapCell* rows_;
  Sums sums_;
};

/// What the cells of a role level add up to.
template <class Person>
Sums compare(const Matrix& matrix, const Scoring& scoring, const Person& person,
             RoleLevelIndex target) {
  return Comparison<Person, false>(matrix, scoring, person, nullptr).run(target);
}

/// The same; `rows` become the cells. The weakest one alone does not yet have all of a minimum.
template <class Person>
Sums compare(const Matrix& matrix, const Scoring& scoring, const Person& person,
             RoleLevelIndex target, std::vector<GapCell>& rows) {
  rows.resize(matrix.requirement_count(target));
  return Comparison<Person, true>(matrix, scoring, person, rows.data()).run(target);
}

}  // namespace skillmatrix::gap_cells
