// Scores of all people: against one role level, or each against their own.
#include <algorithm>
#include <array>
#include <vector>

#include "batch_columns.hpp"
#include "batch_level.hpp"
#include "batch_run.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {
namespace batch {
namespace {

/// So many people at least are a task, but for the last one, where people are scanned.
constexpr std::uint32_t people_per_task = 16'384;

/// The greatest of what the role levels of a matrix ask for, and the unit that serves all of them.
struct Measure {
  std::uint64_t unit = 1;
  Whole most;
};

/// Sums of a run of people, on the stack and in the nearest cache.
template <class Sums>
struct Run {
  static constexpr std::uint32_t people = 32'768 / sizeof(typename Sums::Value);
  std::array<typename Sums::Value, people> sums;
};

}  // namespace
}  // namespace batch

/// Fills in a result. Each of the columns is of the width of the widest.
class PeopleScorer {
 public:
  PeopleScorer(const Matrix& matrix, const Roster& roster, const Scoring& scoring,
               PeopleScores& scores)
      : matrix_(matrix), roster_(roster), scoring_(scoring), scores_(scores) {}

  void score_against(RoleLevelIndex target, const BatchOptions& options) {
    batch::Credits credits(matrix_, scoring_);
    scores_.target_ = target;
    scores_.unit_ = std::max<std::uint64_t>(credits.common_unit(target, 0), 1);
    const batch::Whole whole = credits.whole(target, scores_.unit_);
    scores_.totals_.assign(1, whole.total);
    make_room(whole);
    with_sums(credits, whole, [&](const auto& sums) { score_all(sums, target, options); });
  }

  void score_own(const BatchOptions& options) {
    batch::Credits credits(matrix_, scoring_);
    scores_.target_.reset();
    std::uint64_t unit = 0;
    const std::uint32_t levels = matrix_.role_level_count();
    for (std::uint32_t level = 0; level < levels; ++level) {
      unit = credits.common_unit({level}, unit);
    }
    scores_.unit_ = std::max<std::uint64_t>(unit, 1);
    scores_.totals_.resize(levels);
    batch::Whole most;
    for (std::uint32_t level = 0; level < levels; ++level) {
      const batch::Whole whole = credits.whole({level}, scores_.unit_);
      scores_.totals_[level] = whole.total;
      most.total = std::max(most.total, whole.total);
      most.cells = std::max(most.cells, whole.cells);
    }
    make_room(most);
    with_sums(credits, most, [&](const auto& sums) { score_groups(sums, options); });
  }

  void rescore(PersonIndex person) {
    const auto level = scores_.target_ ? scores_.target_ : roster_.own_role_level(person);
    with_columns([&](const auto& columns) {
      if (!level) return write_nothing(columns, person.value);
      batch::Credits credits(matrix_, scoring_);
      const batch::Whole whole = credits.whole(*level, scores_.unit_);
      roster_.visit_skills([&](auto skills) {
        const auto row = row_of(skills.data(), person.value);
        const auto write = [&](const auto& sums) {
          const auto sum = sum_directly(sums, credits, *level, scores_.unit_, row);
          columns.write(person.value, sums.outcome(whole, sum));
        };
        credits.is_minimum() ? write(batch::MinimumSums()) : write(batch::WideSums());
      });
    });
  }

  static void set_complete(PeopleScores& scores, bool is_complete) {
    scores.is_complete_ = is_complete;
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

  template <class Work>
  static void with_sums(const batch::Credits& credits, const batch::Whole& most, Work work) {
    if (credits.is_minimum()) return work(batch::MinimumSums());
    if (batch::PackedSums::can_hold(most)) return work(batch::PackedSums(most));
    work(batch::WideSums());
  }

  template <class Work>
  void with_columns(Work work) {
    ColumnWriter::with_type(scores_.lower_, [&]<class Number>(Number) {
      work(batch::ScoreColumns<Number>{
          ColumnWriter::data<Number>(scores_.lower_), ColumnWriter::data<Number>(scores_.upper_),
          ColumnWriter::data<Number>(scores_.gaps_), scores_.verdicts_.data()});
    });
  }

  template <class Columns>
  static void write_nothing(const Columns& columns, std::size_t person) {
    columns.write(person, {});
    columns.verdicts[person] = no_verdict;
  }

  template <class SkillNumber>
  [[nodiscard]] batch::Row<SkillNumber> row_of(const SkillNumber* skills,
                                               std::uint32_t person) const {
    const std::uint64_t first = roster_.first()[person];
    return {skills + first, roster_.ranks().data() + first, roster_.counts()[person]};
  }

  template <class Sums>
  void score_all(const Sums& sums, RoleLevelIndex target, const BatchOptions& options) {
    batch::Credits credits(matrix_, scoring_);
    batch::CompiledLevel<Sums> level(sums, credits, scores_.unit_);
    level.compile(target);
    const std::uint32_t people = roster_.person_count();
    const bool by_skill = roster_.has_index();
    const std::uint32_t step = by_skill ? people_per_block : batch::people_per_task;
    scores_.is_complete_ = batch::run(options, (people + step - 1) / step, [&](std::size_t task) {
      const auto begin = static_cast<std::uint32_t>(task * step);
      const std::uint32_t end = begin + std::min(step, people - begin);
      if (by_skill) {
        score_block(level, static_cast<std::uint32_t>(task), end - begin);
      } else {
        score_rows(level, target, begin, end);
      }
    });
  }

  /// Adds up skill by skill, for people who are so few that their sums stay in the nearest cache.
  template <class Sums>
  void score_block(const batch::CompiledLevel<Sums>& level, std::uint32_t block,
                   std::uint32_t people) {
    struct Cursor {
      Postings postings;
      std::size_t next;
      const typename Sums::Value* shares;
    };
    std::vector<Cursor> cursors;
    for (const auto& cell : level.cells()) {
      cursors.push_back({roster_.postings(block, cell.skill), 0, level.shares() + cell.first});
    }
    batch::Run<Sums> run;
    for (std::uint32_t begin = 0; begin < people; begin += run.people) {
      const std::uint32_t end = begin + std::min(run.people, people - begin);
      run.sums.fill({});
      for (Cursor& cursor : cursors) {
        const auto holders = cursor.postings.people;
        std::size_t at = cursor.next;
        for (; at < holders.size() && holders[at] < end; ++at) {
          level.sums().add(run.sums[holders[at] - begin], cursor.shares[cursor.postings.ranks[at]]);
        }
        cursor.next = at;
      }
      write(level, block * people_per_block + begin, std::span(run.sums).first(end - begin));
    }
  }

  template <class Sums>
  void write(const batch::CompiledLevel<Sums>& level, std::size_t first,
             std::span<const typename Sums::Value> sums) {
    with_columns([&](const auto& columns) {
      for (std::size_t at = 0; at < sums.size(); ++at) {
        columns.write(first + at, level.sums().outcome(level.whole(), sums[at]));
      }
    });
  }

  template <class Sums>
  void score_rows(const batch::CompiledLevel<Sums>& level, RoleLevelIndex target,
                  std::uint32_t begin, std::uint32_t end) {
    roster_.visit_skills([&](auto skills) {
      with_columns([&](const auto& columns) {
        batch::Credits credits(matrix_, scoring_);
        batch::SkillPlaces places(matrix_);
        if (level.fits_places()) places.set(level);
        for (std::uint32_t person = begin; person < end; ++person) {
          const auto row = row_of(skills.data(), person);
          const auto sum = level.fits_places()
                               ? sum_row(level, places, row)
                               : sum_directly(level.sums(), credits, target, scores_.unit_, row);
          columns.write(person, level.sums().outcome(level.whole(), sum));
        }
      });
    });
  }

  /// People by role level, those without one last. Gives where each role level begins, and the end.
  std::vector<std::uint32_t> group_people() {
    const std::uint32_t levels = matrix_.role_level_count();
    const std::span<const std::uint32_t> own = roster_.own_role_levels();
    std::vector<std::uint32_t> begins(std::size_t{levels} + 2);
    for (const std::uint32_t level : own) ++begins[std::min(level, levels) + std::size_t{1}];
    for (std::size_t at = 1; at < begins.size(); ++at) begins[at] += begins[at - 1];
    scores_.order_.resize(own.size());
    std::vector<std::uint32_t> next = begins;
    for (std::uint32_t person = 0; person < own.size(); ++person) {
      scores_.order_[next[std::min(own[person], levels)]++] = person;
    }
    return begins;
  }

  template <class Sums>
  void score_groups(const Sums& sums, const BatchOptions& options) {
    const std::vector<std::uint32_t> begins = group_people();
    // Tasks of about as many people: each begins with the first role level past a round number.
    std::vector<std::uint32_t> tasks;
    const auto groups = static_cast<std::uint32_t>(begins.size() - 1);
    for (std::uint32_t group = 0, from = 0; group < groups; ++group) {
      if (!tasks.empty() && begins[group] - from < batch::people_per_task) continue;
      tasks.push_back(group);
      from = begins[group];
    }
    tasks.push_back(groups);
    scores_.is_complete_ = batch::run(options, tasks.size() - 1, [&](std::size_t task) {
      score_groups(sums, begins, tasks[task], tasks[task + 1]);
    });
  }

  template <class Sums>
  void score_groups(const Sums& sums, const std::vector<std::uint32_t>& begins, std::uint32_t first,
                    std::uint32_t last) {
    batch::Credits credits(matrix_, scoring_);
    batch::CompiledLevel<Sums> level(sums, credits, scores_.unit_);
    batch::SkillPlaces places(matrix_);
    roster_.visit_skills([&](auto skills) {
      with_columns([&](const auto& columns) {
        for (std::uint32_t group = first; group < last; ++group) {
          const auto people =
              std::span(scores_.order_).subspan(begins[group], begins[group + 1] - begins[group]);
          if (group == matrix_.role_level_count()) {
            for (const std::uint32_t person : people) write_nothing(columns, person);
          } else if (!people.empty()) {
            score_group(level, places, credits, {group}, people, skills.data(), columns);
          }
        }
      });
    });
  }

  template <class Sums, class SkillNumber, class Columns>
  void score_group(batch::CompiledLevel<Sums>& level, batch::SkillPlaces& places,
                   batch::Credits& credits, RoleLevelIndex target,
                   std::span<const std::uint32_t> people, const SkillNumber* skills,
                   const Columns& columns) {
    level.compile(target);
    const bool fits = level.fits_places();
    if (fits) places.set(level);
    for (const std::uint32_t person : people) {
      const auto row = row_of(skills, person);
      const auto sum = fits ? sum_row(level, places, row)
                            : sum_directly(level.sums(), credits, target, scores_.unit_, row);
      columns.write(person, level.sums().outcome(level.whole(), sum));
    }
    if (fits) places.clear(level);
  }

  const Matrix& matrix_;
  const Roster& roster_;
  const Scoring& scoring_;
  PeopleScores& scores_;
};

std::optional<PersonScore> PeopleScores::score(const Roster& roster, PersonIndex person) const {
  if (verdicts_[person.value] == no_verdict) return std::nullopt;
  const auto level = target_ ? target_ : roster.own_role_level(person);
  if (!level) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(total(*level));
  const auto share = [whole](std::uint64_t units) {
    return make_fraction(static_cast<std::int64_t>(units), whole);
  };
  return PersonScore{static_cast<Verdict>(verdicts_[person.value]), share(lower_[person.value]),
                     share(upper_[person.value]), static_cast<std::uint32_t>(gaps_[person.value])};
}

void score_people(const Matrix& matrix, const Roster& roster, RoleLevelIndex target,
                  const BatchOptions& options, PeopleScores& scores) {
  PeopleScorer(matrix, roster, options.scoring, scores).score_against(target, options);
}

void score_own_role_levels(const Matrix& matrix, const Roster& roster, const BatchOptions& options,
                           PeopleScores& scores) {
  PeopleScorer(matrix, roster, options.scoring, scores).score_own(options);
}

void rescore(const Matrix& matrix, const Roster& roster, const Scoring& scoring, PersonIndex person,
             PeopleScores& scores) {
  PeopleScorer(matrix, roster, scoring, scores).rescore(person);
}

}  // namespace skillmatrix
