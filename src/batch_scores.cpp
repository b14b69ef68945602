// Scores of all people: against one role level, or each against their own.
#include <algorithm>
#include <array>
#include <span>

#include "batch_columns.hpp"
#include "batch_plan.hpp"
#include "batch_postings.hpp"
#include "batch_rows.hpp"
#include "batch_run.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {
namespace batch {
namespace {

/// So many people are a task, but in the last one, where rows are read.
constexpr std::uint32_t people_per_task = 8'192;

}  // namespace
}  // namespace batch

/// Fills in a result.
class PeopleScorer {
 public:
  PeopleScorer(const BatchPlan& plan, const Roster& roster, PeopleScores& scores)
      : plan_(plan.data()), roster_(roster), scores_(scores) {}

  void score_against(RoleLevelIndex target, const BatchOptions& options) {
    scores_.target_ = target;
    scores_.own_role_levels_.clear();
    make_room(plan_.wholes[target.value]);
    if (!roster_.has_index()) return score_rows(options);
    const std::size_t tasks = batch::tasks_for(roster_.person_count(), people_per_block);
    scores_.is_complete_ = batch::run(options, tasks, [&](std::size_t task) {
      score_block(target, static_cast<std::uint32_t>(task));
    });
  }

  void score_own(const BatchOptions& options) {
    scores_.target_.reset();
    make_room(plan_.most);
    const auto levels = roster_.own_role_levels();
    scores_.own_role_levels_.assign(levels.begin(), levels.end());
    score_rows(options);
  }

  void rescore(PersonIndex person) const {
    resize();
    if (person.value >= roster_.person_count()) return;  // The last one, who is gone.
    const std::uint32_t level = level_of(person.value);
    if (!scores_.target_) scores_.own_role_levels_[person.value] = level;
    with_columns([&](const auto& columns) {
      if (level >= plan_.level_count()) return columns.write_nothing(person.value);
      plan_.visit([&](const auto& cells, const auto& shares) {
        const auto sum = roster_.visit_skills([&](auto skills) {
          return merge_row(shares, plan_.cells_of(cells, level),
                           batch::row_of(roster_, skills, person.value),
                           shares.sums.start(plan_.wholes[level]));
        });
        columns.write(person.value, shares.sums.outcome(plan_.wholes[level], sum));
      });
    });
  }

 private:
  void make_room(const batch::Whole& most) {
    scores_.is_complete_ = false;
    const std::uint64_t greatest = std::max<std::uint64_t>(most.total, most.cells);
    for (ScoreColumn* column : {&scores_.lower_, &scores_.upper_, &scores_.gaps_}) {
      ColumnWriter::reset(*column, roster_.person_count(), greatest);
    }
    scores_.verdicts_.resize(roster_.person_count());
  }

  /// Has an element for each person that there is, and keeps what it has.
  void resize() const {
    const std::size_t before = scores_.size();
    try {
      resize(roster_.person_count());
    } catch (...) {
      resize(before);
      throw;
    }
  }

  void resize(std::size_t size) const {
    for (ScoreColumn* column : {&scores_.lower_, &scores_.upper_, &scores_.gaps_}) {
      ColumnWriter::resize(*column, size);
    }
    scores_.verdicts_.resize(size, no_verdict);
    if (!scores_.target_) scores_.own_role_levels_.resize(size, no_role_level);
  }

  template <class Work>
  void with_columns(Work work) const {
    ColumnWriter::with_type(scores_.lower_, [&]<class Number>(Number) {
      work(batch::ScoreColumns<Number>{
          ColumnWriter::data<Number>(scores_.lower_), ColumnWriter::data<Number>(scores_.upper_),
          ColumnWriter::data<Number>(scores_.gaps_), scores_.verdicts_.data()});
    });
  }

  [[nodiscard]] std::uint32_t level_of(std::uint32_t person) const {
    return scores_.target_ ? scores_.target_->value : roster_.own_role_levels()[person];
  }

  void score_rows(const BatchOptions& options) {
    const std::size_t tasks = batch::tasks_for(roster_.person_count(), batch::people_per_task);
    const batch::RoleLevels levels = scores_.target_
                                         ? batch::RoleLevels::all(&scores_.target_->value)
                                         : batch::RoleLevels::own(roster_);
    scores_.is_complete_ = batch::run(options, tasks, [&](std::size_t task) {
      const auto begin = static_cast<std::uint32_t>(task * batch::people_per_task);
      const std::uint32_t end =
          begin + std::min(batch::people_per_task, roster_.person_count() - begin);
      plan_.visit([&](const auto& cells, const auto& shares) {
        with_columns([&](const auto& columns) {
          batch::for_each_run({plan_, roster_, levels, begin, end}, cells, shares,
                              [&](std::uint32_t first, auto sums) {
                                write(columns, shares.sums, levels, first, sums);
                              });
        });
      });
    });
  }

  template <class Columns, class Sums>
  void write(const Columns& columns, const Sums& way, const batch::RoleLevels& levels,
             std::uint32_t first, std::span<const typename Sums::Value> sums) const {
    columns.write_all(first, way, sums, [&](std::size_t person) {
      const std::uint32_t level = levels.of(static_cast<std::uint32_t>(person));
      return level < plan_.level_count() ? plan_.wholes[level] : batch::Whole{};
    });
    if (scores_.target_) return;
    for (std::uint32_t person = first; person < first + sums.size(); ++person) {
      if (levels.of(person) >= plan_.level_count()) columns.write_nothing(person);
    }
  }

  void score_block(RoleLevelIndex target, std::uint32_t block) {
    plan_.visit([&](const auto& cells, const auto& shares) {
      with_columns([&](const auto& columns) {
        const batch::Whole& whole = plan_.wholes[target.value];
        batch::for_each_run(roster_, block, plan_.cells_of(cells, target.value), shares,
                            shares.sums.start(whole), [&](std::uint32_t first, auto sums) {
                              columns.write_all(first, shares.sums, sums,
                                                [&](std::size_t) { return whole; });
                            });
      });
    });
  }

  const BatchPlan::Data& plan_;
  const Roster& roster_;
  PeopleScores& scores_;
};

std::optional<RoleLevelIndex> PeopleScores::role_level(PersonIndex person) const {
  if (verdicts_[person.value] == no_verdict) return std::nullopt;
  return target_ ? *target_ : RoleLevelIndex{own_role_levels_[person.value]};
}

std::optional<PersonScore> PeopleScores::score(const BatchPlan& plan, PersonIndex person) const {
  const auto level = role_level(person);
  if (!level) return std::nullopt;
  const auto total = static_cast<std::int64_t>(plan.total(*level));
  const auto share = [total](std::uint64_t units) {
    return make_fraction(static_cast<std::int64_t>(units), total);
  };
  return PersonScore{static_cast<Verdict>(verdicts_[person.value]), share(lower_[person.value]),
                     share(upper_[person.value]), static_cast<std::uint32_t>(gaps_[person.value])};
}

void score_people(const BatchPlan& plan, const Roster& roster, RoleLevelIndex target,
                  const BatchOptions& options, PeopleScores& scores) {
  PeopleScorer(plan, roster, scores).score_against(target, options);
}

void score_own_role_levels(const BatchPlan& plan, const Roster& roster, const BatchOptions& options,
                           PeopleScores& scores) {
  PeopleScorer(plan, roster, scores).score_own(options);
}

void rescore(const BatchPlan& plan, const Roster& roster, PersonIndex person,
             PeopleScores& scores) {
  PeopleScorer(plan, roster, scores).rescore(person);
}

}  // namespace skillmatrix
