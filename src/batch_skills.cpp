// Who holds which skill at which level, and whose role level expects it.
#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "batch_rows.hpp"
#include "batch_run.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {
namespace batch {
namespace {

/// So many people are a task, but in the last one: then adding up what tasks counted costs little.
constexpr std::uint32_t people_per_task = 65'536;

}  // namespace
}  // namespace batch

/// Fills in the counts.
class SkillCounter {
 public:
  SkillCounter(const Matrix& matrix, const Roster& roster, SkillCounts& counts)
      : matrix_(matrix), roster_(roster), counts_(counts) {}

  void count(const BatchOptions& options) {
    make_room();
    list_expected();
    const std::size_t tasks = batch::tasks_for(roster_.person_count(), batch::people_per_task);
    std::mutex mutex;
    counts_.is_complete_ = batch::run(options, tasks, [&](std::size_t task) {
      const auto begin = static_cast<std::uint32_t>(task * batch::people_per_task);
      const std::uint32_t end =
          begin + std::min(batch::people_per_task, roster_.person_count() - begin);
      const std::vector<Place> part = count_people(begin, end);
      const std::lock_guard lock(mutex);
      add(part);
    });
    add_demand();
    // Who holds a level holds those below it.
    for (std::uint32_t skill = 0; skill < matrix_.skill_count(); ++skill) {
      for (std::uint32_t at = counts_.first_[skill + 1]; at-- > counts_.first_[skill] + 1;) {
        counts_.holders_[at - 1] += counts_.holders_[at];
      }
    }
  }

  /// Counts one person so many times: once, or `minus_one` to take them out.
  void count(PersonIndex person, std::uint32_t times) const {
    roster_.visit_skills([&](auto skills) {
      const auto row = batch::row_of(roster_, skills, person.value);
      for (std::uint32_t at = 0; at < row.count; ++at) {
        std::uint32_t* const holders = &counts_.holders_[counts_.first_[row.skills[at]]];
        for (Rank rank = 0; rank < row.ranks[at]; ++rank) holders[rank] += times;
      }
      const std::optional<RoleLevelIndex> own = roster_.own_role_level(person);
      if (own) count_demand(row, *own, times);
    });
  }

  static constexpr std::uint32_t minus_one = 0U - 1U;  // Counts wrap around.

 private:
  /// What a task counted of a skill at a rank, from 0 on, which is not asked about: so there is a
  /// place to count to in any case.
  struct Place {
    std::uint32_t holders = 0;           ///< Of just this rank.
    std::array<std::uint32_t, 2> met{};  ///< By necessity.
  };

  /// What a person's role level expects of a skill; at rank 0, nothing.
  struct Expected {
    std::uint32_t skill = 0;
    Rank least_rank = 0;
    std::uint8_t is_optional = 0;
  };

  void make_room() {
    counts_.is_complete_ = false;
    counts_.first_.assign(1, 0);
    for (std::uint32_t skill = 0; skill < matrix_.skill_count(); ++skill) {
      counts_.first_.push_back(counts_.first_.back() +
                               matrix_.level_count(matrix_.skill_scale({skill})));
    }
    for (auto* column : {&counts_.holders_, &counts_.required_, &counts_.required_met_,
                         &counts_.optional_, &counts_.optional_met_}) {
      column->assign(counts_.first_.back(), 0);
    }
  }

  /// The cells of all role levels, ready to be looked up often.
  void list_expected() {
    first_of_level_.assign(1, 0);
    for (std::uint32_t level = 0; level < matrix_.role_level_count(); ++level) {
      for (const CellRequirement& cell : matrix_.requirements({level})) {
        const bool is_optional = cell.necessity == Necessity::optional;
        expected_.push_back(
            {cell.skill.value, cell.least_rank(), is_optional ? std::uint8_t{1} : std::uint8_t{0}});
      }
      first_of_level_.push_back(expected_.size());
    }
  }

  [[nodiscard]] std::span<const Expected> expected_of(std::uint32_t level) const {
    if (level >= matrix_.role_level_count()) return {};
    return std::span(expected_).subspan(first_of_level_[level],
                                        first_of_level_[level + 1] - first_of_level_[level]);
  }

  /// Each skill has a place for each rank and one for rank 0.
  [[nodiscard]] std::size_t first_place(std::size_t skill) const {
    return counts_.first_[skill] + skill;
  }

  [[nodiscard]] std::vector<Place> count_people(std::uint32_t begin, std::uint32_t end) const {
    std::vector<Place> places(first_place(matrix_.skill_count()));
    std::vector<Expected> by_skill(matrix_.skill_count());
    std::uint32_t level = no_role_level;
    for (std::uint32_t person = begin; person < end; ++person) {
      const std::uint32_t own = roster_.own_role_levels()[person];
      if (own != level) {
        for (const Expected& expected : expected_of(level)) by_skill[expected.skill] = {};
        for (const Expected& expected : expected_of(own)) by_skill[expected.skill] = expected;
        level = own;
      }
      roster_.visit_skills([&](auto skills) {
        count_row(batch::row_of(roster_, skills, person), by_skill, places);
      });
    }
    return places;
  }

  /// Without branches: nobody could foresee what a person holds.
  template <class SkillNumber>
  void count_row(const batch::Row<SkillNumber>& row, std::span<const Expected> by_skill,
                 std::span<Place> places) const {
    for (std::uint32_t at = 0; at < row.count; ++at) {
      const Expected expected = by_skill[row.skills[at]];
      Place* const place = &places[first_place(row.skills[at])];
      ++place[row.ranks[at]].holders;
      place[expected.least_rank].met[expected.is_optional] +=
          row.ranks[at] >= expected.least_rank ? 1 : 0;
    }
  }

  void add(std::span<const Place> places) {
    for (std::uint32_t skill = 0; skill < matrix_.skill_count(); ++skill) {
      const std::uint32_t first = counts_.first_[skill];
      for (std::uint32_t at = first; at < counts_.first_[skill + 1]; ++at) {
        const Place& place = places[first_place(skill) + 1 + at - first];
        counts_.holders_[at] += place.holders;
        counts_.required_met_[at] += place.met[0];
        counts_.optional_met_[at] += place.met[1];
      }
    }
  }

  void add_demand() {
    std::vector<std::uint32_t> people(matrix_.role_level_count());
    for (const std::uint32_t level : roster_.own_role_levels()) {
      if (level < people.size()) ++people[level];
    }
    for (std::uint32_t level = 0; level < people.size(); ++level) {
      if (people[level] == 0) continue;
      for (const CellRequirement& cell : matrix_.requirements({level})) {
        demand(cell)[place_of(cell)] += people[level];
      }
    }
  }

  /// Both are by skill.
  template <class SkillNumber>
  void count_demand(const batch::Row<SkillNumber>& row, RoleLevelIndex own,
                    std::uint32_t times) const {
    std::uint32_t at = 0;
    for (const CellRequirement& cell : matrix_.requirements(own)) {
      demand(cell)[place_of(cell)] += times;
      while (at < row.count && row.skills[at] < cell.skill.value) ++at;
      const bool is_known = at < row.count && row.skills[at] == cell.skill.value;
      if (is_known && row.ranks[at] >= cell.least_rank()) met(cell)[place_of(cell)] += times;
    }
  }

  /// Where a cell is counted.
  [[nodiscard]] std::size_t place_of(const CellRequirement& cell) const {
    return counts_.first_[cell.skill.value] + cell.least_rank() - std::size_t{1};
  }
  [[nodiscard]] std::vector<std::uint32_t>& demand(const CellRequirement& cell) const {
    return cell.necessity == Necessity::required ? counts_.required_ : counts_.optional_;
  }
  [[nodiscard]] std::vector<std::uint32_t>& met(const CellRequirement& cell) const {
    return cell.necessity == Necessity::required ? counts_.required_met_ : counts_.optional_met_;
  }

  const Matrix& matrix_;
  const Roster& roster_;
  SkillCounts& counts_;
  std::vector<Expected> expected_;  // By role level, then skill.
  std::vector<std::size_t> first_of_level_;
};

Fraction SkillLevelCounts::coverage() const {
  return required == 0 ? Fraction{1, 1} : make_fraction(required_met, required);
}

SkillLevelCounts SkillCounts::at(SkillIndex skill, Rank rank) const {
  const std::size_t place = first_[skill.value] + rank - std::size_t{1};
  return {holders_[place], required_[place], required_met_[place], optional_[place],
          optional_met_[place]};
}

void count_skills(const Matrix& matrix, const Roster& roster, const BatchOptions& options,
                  SkillCounts& counts) {
  SkillCounter(matrix, roster, counts).count(options);
}

void count_in(const Matrix& matrix, const Roster& roster, PersonIndex person, SkillCounts& counts) {
  SkillCounter(matrix, roster, counts).count(person, 1);
}

void count_out(const Matrix& matrix, const Roster& roster, PersonIndex person,
               SkillCounts& counts) {
  SkillCounter(matrix, roster, counts).count(person, SkillCounter::minus_one);
}

}  // namespace skillmatrix
