// Adding up person by person: the rows of a roster.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "batch_plan.hpp"
#include "instructions.hpp"
#include "prefetch.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::batch {

/// Skills and ranks of a person, by skill. Both can be read for `roster_padding` beyond.
template <class SkillNumber>
struct Row {
  const SkillNumber* skills;
  const Rank* ranks;
  std::uint32_t count;

  void skip(std::uint32_t some) {
    skills += some;
    ranks += some;
    count -= some;
  }
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
                               std::span<const PlanCell<Number>> cells, const Row<SkillNumber>& row,
                               typename Sums::Value sum) {
  std::uint32_t at = 0;
  for (const PlanCell<Number>& cell : cells) {
    while (at < row.count && row.skills[at] < cell.other) ++at;
    if (at == row.count) break;
    if (row.skills[at] != cell.other) continue;
    shares.sums.add(sum, shares.of(cell.kind, row.ranks[at]));
  }
  return sum;
}

/// The kind of cell of each skill, for one role level at a time: for many people, where there is no
/// kernel.
template <class Sums, class Number>
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
    for (const PlanCell<Number>& cell : cells_) kinds_[cell.other] = cell.kind;
    level_ = level;
  }

  /// Has the cells of a role level at hand when they are needed soon.
  void prefetch(std::uint32_t level) const {
    if (level >= plan_.level_count()) return;
    prefetch_all(plan_.cells_of(all_cells_, level));
    __builtin_prefetch(&plan_.wholes[level]);
  }

  template <class SkillNumber>
  void add(const Row<SkillNumber>& row, typename Sums::Value& sum) const {
    for (std::uint32_t at = 0; at < row.count; ++at) {
      shares_.sums.add(sum, shares_.of(kinds_[row.skills[at]], row.ranks[at]));
    }
  }

 private:
  const BatchPlan::Data& plan_;
  const PlanCells<Number>& all_cells_;
  const PlanShares<Sums>& shares_;
  std::uint32_t level_ = no_role_level;
  std::span<const PlanCell<Number>> cells_;  ///< Of the role level.
  std::vector<Number> kinds_;                ///< By skill; 0 if not asked for.
};

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

/// People whose rows are added up.
struct RowRange {
  const BatchPlan::Data& plan;
  const Roster& roster;
  RoleLevels levels;
  std::uint32_t begin;
  std::uint32_t end;
};

/// Calls `add_up` with the first person of a run and a place for the sum of each, and then `visit`
/// with the same.
template <class Value, class AddUp, class Visit>
void for_each_run(const RowRange& rows, AddUp add_up, Visit visit) {
  constexpr std::uint32_t most = 512;
  std::array<Value, most> sums;
  for (std::uint32_t first = rows.begin; first < rows.end; first += most) {
    const std::span<Value> run = std::span(sums).first(std::min(most, rows.end - first));
    add_up(first, run);
    visit(first, std::span<const Value>(run));
  }
}

/// With a kernel. False if there is none.
template <class Visit>
bool visit_with_kernel(const RowRange& rows, const PlanShares<PackedSums>& shares,
                       std::span<const std::uint16_t> skills, Visit visit) {
  if (!rows.plan.packed) return false;
  const Roster& roster = rows.roster;
  const RosterRows columns{roster.first().data(), roster.counts().data(),
                           skills.data(),         roster.ranks().data(),
                           rows.levels,           rows.end};
  for_each_run<PackedSums::Value>(
      rows,
      [&](std::uint32_t first, std::span<PackedSums::Value> sums) {
        add_rows(best_instructions(), *rows.plan.packed, shares.values.data(), columns, first,
                 sums);
      },
      visit);
  return true;
}

template <class Sums, class SkillNumber, class Visit>
bool visit_with_kernel(const RowRange&, const PlanShares<Sums>&, std::span<const SkillNumber>,
                       const Visit&) {
  return false;
}

template <class Sums, class Number, class SkillNumber, class Visit>
void visit_with_table(const RowRange& rows, const PlanCells<Number>& cells,
                      const PlanShares<Sums>& shares, std::span<const SkillNumber> skills,
                      Visit visit) {
  using Value = typename Sums::Value;
  RowTable<Sums, Number> table(rows.plan, cells, shares);
  const auto add_up = [&](std::uint32_t first, std::span<Value> sums) {
    constexpr std::uint32_t ahead = 16;  // People: so long it takes until cells are at hand.
    for (std::uint32_t at = 0; at < sums.size(); ++at) {
      const std::uint32_t person = first + at;
      if (person + ahead < rows.end) table.prefetch(rows.levels.of(person + ahead));
      const std::uint32_t level = rows.levels.of(person);
      sums[at] = Value{};
      if (level >= rows.plan.level_count()) continue;
      sums[at] = shares.sums.start(rows.plan.wholes[level]);
      table.set(level);
      table.add(row_of(rows.roster, skills, person), sums[at]);
    }
  };
  for_each_run<Value>(rows, add_up, visit);
}

/// Adds up rows, run by run. Calls `visit` with the first person of the run, and the sums of all of
/// them; those of people without a role level are `Value()`.
template <class Sums, class Number, class Visit>
void for_each_run(const RowRange& rows, const PlanCells<Number>& cells,
                  const PlanShares<Sums>& shares, Visit visit) {
  rows.roster.visit_skills([&](auto skills) {
    if (!visit_with_kernel(rows, shares, skills, visit)) {
      visit_with_table(rows, cells, shares, skills, visit);
    }
  });
}

}  // namespace skillmatrix::batch
