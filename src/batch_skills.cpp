// Who holds which skill at which level, and whose role level expects it.
#include <algorithm>
#include <functional>
#include <mutex>
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

void add(std::vector<std::uint32_t>& into, std::span<const std::uint32_t> part) {
  std::ranges::transform(into, part, into.begin(), std::plus<>());
}

}  // namespace
}  // namespace batch

/// Fills in the counts.
class SkillCounter {
 public:
  SkillCounter(const Matrix& matrix, const Roster& roster, SkillCounts& counts)
      : matrix_(matrix), roster_(roster), counts_(counts) {}

  void count(const BatchOptions& options) {
    make_room();
    const std::size_t tasks = batch::tasks_for(roster_.person_count(), batch::people_per_task);
    std::mutex mutex;
    counts_.is_complete_ = batch::run(options, tasks, [&](std::size_t task) {
      const auto begin = static_cast<std::uint32_t>(task * batch::people_per_task);
      const std::uint32_t end =
          begin + std::min(batch::people_per_task, roster_.person_count() - begin);
      const Part part = count_people(begin, end);
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

 private:
  /// What a task counted, by skill and rank.
  struct Part {
    std::vector<std::uint32_t> holders;  ///< Of just this rank.
    std::vector<std::uint32_t> required_met;
    std::vector<std::uint32_t> optional_met;
  };

  /// What a person's role level expects of a skill.
  struct Expected {
    Rank least_rank = 0;  ///< 0: nothing.
    Necessity necessity = Necessity::required;
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

  [[nodiscard]] std::size_t place_of(std::size_t skill, std::size_t rank) const {
    return counts_.first_[skill] + rank - 1;
  }

  [[nodiscard]] Part count_people(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t places = counts_.holders_.size();
    Part part{std::vector<std::uint32_t>(places), std::vector<std::uint32_t>(places),
              std::vector<std::uint32_t>(places)};
    std::vector<Expected> expected(matrix_.skill_count());
    const auto expect = [&](std::uint32_t level, bool is_expected) {
      if (level >= matrix_.role_level_count()) return;
      for (const CellRequirement& cell : matrix_.requirements({level})) {
        expected[cell.skill.value] =
            is_expected ? Expected{cell.least_rank(), cell.necessity} : Expected{};
      }
    };
    std::uint32_t level = no_role_level;
    for (std::uint32_t person = begin; person < end; ++person) {
      const std::uint32_t own = roster_.own_role_levels()[person];
      if (own != level) {
        expect(level, false);
        expect(own, true);
        level = own;
      }
      roster_.visit_skills([&](auto skills) {
        const auto row = batch::row_of(roster_, skills, person);
        for (std::uint32_t at = 0; at < row.count; ++at) {
          count_rating(row.skills[at], row.ranks[at], expected[row.skills[at]], part);
        }
      });
    }
    return part;
  }

  void count_rating(std::size_t skill, Rank rank, Expected expected, Part& part) const {
    if (rank == 0) return;
    ++part.holders[place_of(skill, rank)];
    if (expected.least_rank == 0 || rank < expected.least_rank) return;
    auto& met = expected.necessity == Necessity::required ? part.required_met : part.optional_met;
    ++met[place_of(skill, expected.least_rank)];
  }

  void add(const Part& part) {
    batch::add(counts_.holders_, part.holders);
    batch::add(counts_.required_met_, part.required_met);
    batch::add(counts_.optional_met_, part.optional_met);
  }

  void add_demand() {
    std::vector<std::uint32_t> people(matrix_.role_level_count());
    for (const std::uint32_t level : roster_.own_role_levels()) {
      if (level < people.size()) ++people[level];
    }
    for (std::uint32_t level = 0; level < people.size(); ++level) {
      if (people[level] == 0) continue;
      for (const CellRequirement& cell : matrix_.requirements({level})) {
        auto& demand =
            cell.necessity == Necessity::required ? counts_.required_ : counts_.optional_;
        demand[place_of(cell.skill.value, cell.least_rank())] += people[level];
      }
    }
  }

  const Matrix& matrix_;
  const Roster& roster_;
  SkillCounts& counts_;
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

}  // namespace skillmatrix
