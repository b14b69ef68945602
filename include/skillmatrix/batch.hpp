// Batch analysis: many people at once, by column, equal to the single question in every cell.
//
// Scores are whole numbers of units out of a total: the score of `summarize_gap` is `units / total`
// exactly. One unit serves a whole plan; it is as large as it can be, so that the numbers are small
// and their columns narrow.
//
// Results are the caller's and can be used again: their memory is, too, which matters where a
// million people are a fraction of a millisecond.
//
// The matrix of a plan is the one that the roster was built for; role levels and people are theirs.
// Thread class of all functions: pure. The same inputs give the same bytes on every machine, with
// any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "skillmatrix/fraction.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/roster.hpp"
#include "skillmatrix/scoring.hpp"

namespace skillmatrix {

/// A matrix and a scoring model, compiled for batches: make it once, and ask many questions. Cheap
/// to copy. Thread class: immutable value.
class BatchPlan {
 public:
  /// The matrix, and the model of the scoring, must outlive the plan. Takes the time and the memory
  /// of O(cells), and of the levels of the longest scale for each different expectation.
  explicit BatchPlan(const Matrix& matrix, const Scoring& scoring = {});

  [[nodiscard]] const Matrix& matrix() const;
  [[nodiscard]] const Scoring& scoring() const;
  /// The units of the whole score at a role level; 1 if the scoring counts no cell there, and then
  /// everybody has it.
  [[nodiscard]] std::uint64_t total(RoleLevelIndex level) const;
  /// What the plan holds in memory, in bytes.
  [[nodiscard]] std::size_t memory_bytes() const;

  struct Data;
  [[nodiscard]] const Data& data() const { return *data_; }  ///< For the library.

 private:
  std::shared_ptr<const Data> data_;
};

/// Runs `run(0)` to `run(tasks - 1)`, each once, in any order and in any threads, and returns when
/// all of them have returned. `run` does not throw.
using Executor =
    std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& run)>;

struct BatchOptions {
  /// So many threads at most, started for the call and gone after it; with 1, or 0, none is
  /// started.
  unsigned threads = 1;
  /// Runs the tasks instead, in threads of the host.
  Executor executor;
  /// Called after each task, by the thread that did it, but never by two at once: so many tasks are
  /// done, of so many. If it gives false, tasks that have not started are left out. Called with
  /// `done` rising by 1. What it throws ends the work the same way, and is thrown by the function.
  std::function<bool(std::size_t done, std::size_t total)> progress;
};

/// A column of whole numbers, each of as many bytes as the column needs: 2, 4 or 8.
class ScoreColumn {
 public:
  /// Bytes of a number.
  [[nodiscard]] std::size_t width() const { return width_; }
  /// Calls `visitor` with a `std::span` of `const std::uint16_t`, `std::uint32_t` or
  /// `std::uint64_t`. Gives what it gives. The span is good until the result is used again.
  template <class Visitor>
  decltype(auto) visit(Visitor&& visitor) const {
    switch (width_) {
      case 2:
        return std::forward<Visitor>(visitor)(std::span(std::get<0>(numbers_)));
      case 4:
        return std::forward<Visitor>(visitor)(std::span(std::get<1>(numbers_)));
      default:
        return std::forward<Visitor>(visitor)(std::span(std::get<2>(numbers_)));
    }
  }
  [[nodiscard]] std::size_t size() const {
    return visit([](auto numbers) { return numbers.size(); });
  }
  [[nodiscard]] std::uint64_t operator[](std::size_t at) const {
    return visit([at](auto numbers) { return std::uint64_t{numbers[at]}; });
  }

  friend bool operator==(const ScoreColumn&, const ScoreColumn&) = default;

 private:
  friend class ColumnWriter;

  std::size_t width_ = 2;
  /// One of them is in use. The others may keep memory, but no elements.
  std::tuple<std::vector<std::uint16_t>, std::vector<std::uint32_t>, std::vector<std::uint64_t>>
      numbers_;
};

/// In a column of verdicts: the person has no role level of their own.
inline constexpr std::uint8_t no_verdict = 255;

/// What is known of one person of a batch.
struct PersonScore {
  Verdict verdict = Verdict::ready;
  Fraction lower{1, 1};
  Fraction upper{1, 1};
  std::uint32_t gaps = 0;  ///< Cells in state `gap`, scored or not.

  friend bool operator==(const PersonScore&, const PersonScore&) = default;
};

/// The scores of all people of a roster, by column: element p is person p. Those without a role
/// level, where each has their own, have 0 in every column and `no_verdict`.
class PeopleScores {
 public:
  /// Of nobody.
  PeopleScores() = default;

  /// False if the work was cancelled; then the elements mean nothing.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(verdicts_.size()); }

  /// Units of the lower and of the upper score.
  [[nodiscard]] const ScoreColumn& lower() const { return lower_; }
  [[nodiscard]] const ScoreColumn& upper() const { return upper_; }
  /// Numbers of cells in state `gap`, scored or not.
  [[nodiscard]] const ScoreColumn& gaps() const { return gaps_; }
  /// Values of `Verdict`, or `no_verdict`.
  [[nodiscard]] std::span<const std::uint8_t> verdicts() const { return verdicts_; }

  /// Which role level everybody is compared with; nothing if each with their own.
  [[nodiscard]] std::optional<RoleLevelIndex> target() const { return target_; }
  /// The role level that each person was compared with, or `no_role_level`, if each with their own;
  /// empty if all with the target.
  [[nodiscard]] std::span<const std::uint32_t> own_role_levels() const { return own_role_levels_; }

  /// The role level that a person was compared with, whatever theirs is now; nothing without one.
  /// O(1).
  [[nodiscard]] std::optional<RoleLevelIndex> role_level(PersonIndex person) const;
  /// The plan is that which the scores were made with. Nothing without a role level. O(log).
  [[nodiscard]] std::optional<PersonScore> score(const BatchPlan& plan, PersonIndex person) const;

  friend bool operator==(const PeopleScores&, const PeopleScores&) = default;

 private:
  friend class PeopleScorer;

  bool is_complete_ = false;
  std::optional<RoleLevelIndex> target_;
  std::vector<std::uint32_t> own_role_levels_;
  ScoreColumn lower_;
  ScoreColumn upper_;
  ScoreColumn gaps_;
  std::vector<std::uint8_t> verdicts_;
};

/// Everybody against one role level. With an index of the roster O(people + those who hold one of
/// the skills, a skill), without one O(ratings + cells, a person).
void score_people(const BatchPlan& plan, const Roster& roster, RoleLevelIndex target,
                  const BatchOptions& options, PeopleScores& scores);

/// Each person against their own role level. O(ratings + cells of each person's role level).
void score_own_role_levels(const BatchPlan& plan, const Roster& roster, const BatchOptions& options,
                           PeopleScores& scores);

/// Brings up to date what `scores` says of a person, after the roster has changed. The scores are
/// complete, and the plan is that which they were made with. O(cells + ratings of the person),
/// amortised where one is added. The same after `Roster::add`, for the person who was added, and
/// after `Roster::remove`, for the number that was free: then there are as many elements as people
/// again. Who was added and not yet scored has no score. If memory runs out, `std::bad_alloc` is
/// thrown, and the scores are as they were.
void rescore(const BatchPlan& plan, const Roster& roster, PersonIndex person, PeopleScores& scores);

/// What each row of a ranking is.
enum class RowKind : std::uint8_t { people, role_levels };

/// The best of each row, by column. Of the rows of `rank_role_levels` each is a person, and its
/// elements are role levels; of those of `rank_people` each is a role level, its elements people.
///
/// The order is that of `match_role_levels` and `match_people`. Row r has `counts()[r]` elements
/// from `r * limit()` on, best first; what is between the rows means nothing.
class BatchRanking {
 public:
  /// Of no rows.
  BatchRanking() = default;

  /// False if the work was cancelled; then the elements mean nothing.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  [[nodiscard]] std::size_t row_count() const { return counts_.size(); }
  /// People if it is of `rank_role_levels`, role levels if of `rank_people`.
  [[nodiscard]] RowKind row_kind() const { return row_kind_; }
  /// Of each row, the number of its person or role level, as they were asked for.
  [[nodiscard]] std::span<const std::uint32_t> rows() const { return rows_; }
  /// Elements that there is room for in a row: those asked for, but not more than there are.
  [[nodiscard]] std::size_t limit() const { return limit_; }

  /// One element a row.
  [[nodiscard]] std::span<const std::uint32_t> counts() const { return counts_; }
  /// Numbers of role levels or people.
  [[nodiscard]] std::span<const std::uint32_t> items() const { return items_; }
  /// Units of the lower and of the upper score; the whole score is `BatchPlan::total`.
  [[nodiscard]] const ScoreColumn& lower() const { return lower_; }
  [[nodiscard]] const ScoreColumn& upper() const { return upper_; }
  /// Numbers of cells in state `gap`, scored or not.
  [[nodiscard]] const ScoreColumn& gaps() const { return gaps_; }
  /// Values of `Verdict`.
  [[nodiscard]] std::span<const std::uint8_t> verdicts() const { return verdicts_; }

  /// The n-th best of a row, which is, or has, the role level. O(log).
  [[nodiscard]] PersonScore score(const BatchPlan& plan, RoleLevelIndex level, std::size_t row,
                                  std::size_t n) const;

  friend bool operator==(const BatchRanking&, const BatchRanking&) = default;

 private:
  friend class Ranker;
  friend class RankingRow;
  friend class Reranker;

  bool is_complete_ = false;
  RowKind row_kind_ = RowKind::people;
  bool are_rows_sorted_ = true;
  std::size_t limit_ = 0;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> items_;
  ScoreColumn lower_;
  ScoreColumn upper_;
  ScoreColumn gaps_;
  std::vector<std::uint8_t> verdicts_;
};

/// For each of some people the best role levels, of those that the scoring counts a cell of.
/// For each O(role levels + postings of the skills held + limit log limit), where postings are the
/// cells about a skill.
void rank_role_levels(const BatchPlan& plan, const Roster& roster,
                      std::span<const PersonIndex> people, std::size_t limit,
                      const BatchOptions& options, BatchRanking& ranking);

/// For each of some role levels the best people; nobody if the scoring counts no cell of it. Ties
/// are decided by the bytes of ids. For each O(people + those who hold one of the skills, a skill)
/// with an index of the roster, O(ratings + cells, a person) without one; and O(limit log limit). A
/// task is a role level.
void rank_people(const BatchPlan& plan, const Roster& roster,
                 std::span<const RoleLevelIndex> levels, std::size_t limit,
                 const BatchOptions& options, BatchRanking& ranking);

/// Brings a ranking up to date after a person of the roster has changed; then it is as if it were
/// made anew. The ranking is complete, the plan is that which it was made with, and the roster has
/// the same people; if some were added or removed, rank anew.
///
/// Of `rank_role_levels` the rows of the person are ranked anew, each as there: O(log rows) to find
/// them if the rows were asked for by rising number, otherwise O(rows).
///
/// Of `rank_people` each row costs O(cells + limit), after O(skills + ratings of the person). Only
/// if the person was in the row, is the last of it now, and worse than before, somebody else may
/// have to take the place: then that row alone is ranked anew, as there.
///
/// If memory runs out, `std::bad_alloc` is thrown, and the ranking is as it was.
void rerank(const BatchPlan& plan, const Roster& roster, PersonIndex person, BatchRanking& ranking);

/// Of one skill at one level: who has it, and whose own role level expects it.
struct SkillLevelCounts {
  std::uint32_t holders = 0;       ///< People who hold this level or a higher one.
  std::uint32_t required = 0;      ///< People whose own role level requires just this level.
  std::uint32_t required_met = 0;  ///< Of these, those who hold it or a higher one.
  std::uint32_t optional = 0;      ///< The same for what is optional.
  std::uint32_t optional_met = 0;

  /// Of the people of whom it is required, the part that meets it; 1 if it is of nobody.
  [[nodiscard]] Fraction coverage() const;

  /// How many holders have to leave, at least, until fewer than `needed` are left; 0 if there are
  /// fewer already. With 1 it is the number of holders: the bus factor, or truck factor, of the
  /// skill, as in Williams and Kessler, "Pair Programming Illuminated" (2002).
  [[nodiscard]] std::uint32_t bus_factor(std::uint32_t needed = 1) const {
    return holders < needed ? 0 : holders - needed + 1;
  }

  friend bool operator==(const SkillLevelCounts&, const SkillLevelCounts&) = default;
};

/// Counts of a whole organisation by skill and level, by column: the levels of a skill follow each
/// other, from rank 1 on. What is expected at no stated level counts at rank 1, which meets it.
class SkillCounts {
 public:
  /// Of no skills.
  SkillCounts() = default;

  /// False if the work was cancelled; then the elements mean nothing.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  /// Where rank 1 of each skill is; one more than skills.
  [[nodiscard]] std::span<const std::uint32_t> first() const { return first_; }

  // As in `SkillLevelCounts`.
  [[nodiscard]] std::span<const std::uint32_t> holders() const { return holders_; }
  [[nodiscard]] std::span<const std::uint32_t> required() const { return required_; }
  [[nodiscard]] std::span<const std::uint32_t> required_met() const { return required_met_; }
  [[nodiscard]] std::span<const std::uint32_t> optional() const { return optional_; }
  [[nodiscard]] std::span<const std::uint32_t> optional_met() const { return optional_met_; }

  /// The rank is from 1 on.
  [[nodiscard]] SkillLevelCounts at(SkillIndex skill, Rank rank) const;

  friend bool operator==(const SkillCounts&, const SkillCounts&) = default;

 private:
  friend class SkillCounter;

  bool is_complete_ = false;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> holders_;
  std::vector<std::uint32_t> required_;
  std::vector<std::uint32_t> required_met_;
  std::vector<std::uint32_t> optional_;
  std::vector<std::uint32_t> optional_met_;
};

/// Counts holders and demand. O(ratings + cells of each person's role level + all cells + levels of
/// all skills).
void count_skills(const Matrix& matrix, const Roster& roster, const BatchOptions& options,
                  SkillCounts& counts);

// One person changes, and the counts follow: count them out, change the roster, and count them in.
// A person who is added is counted in, and one who is about to be removed is counted out. Other
// calls between the two do not matter, so that many can be counted out, changed and counted in.

/// Adds what the roster says of a person, who is not in the counts. These are complete, and of the
/// same matrix.
/// O(cells of the person's role level + levels held, of all skills). Allocates nothing.
void count_in(const Matrix& matrix, const Roster& roster, PersonIndex person, SkillCounts& counts);

/// Takes what the roster says of a person, who is in the counts as they are now, out of these.
/// As `count_in`.
void count_out(const Matrix& matrix, const Roster& roster, PersonIndex person, SkillCounts& counts);

}  // namespace skillmatrix
