// Rankings: the best role levels for each person, and the best people for each role level.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

#include "batch_columns.hpp"
#include "batch_order.hpp"
#include "batch_plan.hpp"
#include "batch_postings.hpp"
#include "batch_ranking_row.hpp"
#include "batch_rows.hpp"
#include "batch_run.hpp"
#include "batch_screen.hpp"
#include "batch_top.hpp"
#include "skillmatrix/batch.hpp"
#include "wide.hpp"

namespace skillmatrix {
namespace batch {
namespace {

/// So many people are a task, but in the last one: what a task needs memory for pays then.
constexpr std::size_t people_per_task = 128;

/// Says quickly, and nearly always no, whether a candidate has at least the verdict and the score
/// of another one.
template <class Sums>
class Bar {
 public:
  /// Everything passes.
  Bar() = default;
  explicit Bar(const Candidate& candidate)
      : verdict_(static_cast<unsigned>(candidate.outcome.verdict)),
        lower_(candidate.outcome.lower),
        total_(candidate.total) {}

  /// Without branches, which would be unforeseeable.
  [[nodiscard]] bool is_passed(const Outcome& outcome, std::uint64_t total) const {
    // The totals of packed sums have 32 bits at most.
    using Product = std::conditional_t<std::is_same_v<Sums, PackedSums>, std::uint64_t, Wide>;
    const auto verdict = static_cast<unsigned>(outcome.verdict);
    const bool has_score = static_cast<Product>(outcome.lower) * static_cast<Product>(total_) >=
                           static_cast<Product>(lower_) * static_cast<Product>(total);
    return (verdict < verdict_) | ((verdict == verdict_) & has_score);
  }

 private:
  unsigned verdict_ = 3;  // Worse than any.
  std::uint64_t lower_ = 0;
  std::uint64_t total_ = 1;
};

template <class Best>
void try_add(Best& best, const Candidate& candidate) {
  if (best.takes(candidate)) best.add(candidate);
}

/// Adds up all role levels for one person at a time.
template <class Sums, class Number>
class RoleLevelSums {
 public:
  using Value = typename Sums::Value;

  RoleLevelSums(const BatchPlan::Data& plan, const PlanCells<Number>& cells,
                const PlanShares<Sums>& shares)
      : plan_(plan),
        cells_(cells),
        shares_(shares),
        sums_(plan.level_count()),
        touched_(plan.level_count() + std::size_t{1}) {}

  template <class SkillNumber>
  void add(const Row<SkillNumber>& row) {
    for (std::uint32_t at = 0; at < row.count; ++at) {
      if (at + 1 < row.count) prefetch_all(plan_.postings_of(cells_, row.skills[at + 1]));
      add(plan_.postings_of(cells_, row.skills[at]), &shares_.of(0, row.ranks[at]));
    }
  }

  /// Places of the role levels of which something is known: their sum is not that of nothing.
  [[nodiscard]] std::span<const std::uint32_t> touched() const {
    return std::span(touched_).first(touched_count_);
  }
  [[nodiscard]] bool is_touched(std::uint32_t place) const { return sums_[place] != Value{}; }

  [[nodiscard]] Candidate candidate(std::uint32_t place) const {
    const std::uint32_t level = plan_.level_at[place];
    const Whole& whole = plan_.wholes[level];
    Value sum = shares_.sums.start(whole);
    shares_.sums.add(sum, sums_[place]);
    return {shares_.sums.outcome(whole, sum), whole.total, level};
  }

  void clear() {
    for (const std::uint32_t place : touched()) sums_[place] = Value{};
    touched_count_ = 0;
  }

 private:
  void add(std::span<const PlanCell<Number>> postings, const Value* shares) {
    Value* const sums = sums_.data();
    std::uint32_t* const touched = touched_.data();
    std::size_t count = touched_count_;
    for (const PlanCell<Number>& posting : postings) {
      Value& sum = sums[posting.other];
      const Value& share = shares[posting.kind];
      // Written in any case, and kept if it is new: no branch that nobody could foresee.
      touched[count] = posting.other;
      count +=
          static_cast<std::size_t>(sum == Value{}) & static_cast<std::size_t>(share != Value{});
      shares_.sums.add(sum, share);
    }
    touched_count_ = count;
  }

  const BatchPlan::Data& plan_;
  const PlanCells<Number>& cells_;
  const PlanShares<Sums>& shares_;
  std::vector<Value> sums_;  // By place.
  std::vector<std::uint32_t> touched_;
  std::size_t touched_count_ = 0;
};

}  // namespace
}  // namespace batch

/// Fills in a ranking.
class Ranker {
 public:
  Ranker(const BatchPlan& plan, const Roster& roster, BatchRanking& ranking)
      : plan_(plan.data()), roster_(roster), ranking_(ranking) {}

  void rank_role_levels(std::span<const PersonIndex> people, std::size_t limit,
                        const BatchOptions& options) {
    make_room(people, std::min<std::size_t>(limit, plan_.ranked_untouched.size()));
    ranking_.row_kind_ = RowKind::people;
    const std::size_t tasks = batch::tasks_for(people.size(), batch::people_per_task);
    ranking_.is_complete_ = batch::run(options, tasks, [&](std::size_t task) {
      const std::size_t begin = task * batch::people_per_task;
      const std::size_t count = std::min(batch::people_per_task, people.size() - begin);
      plan_.visit([&](const auto& cells, const auto& shares) {
        rank_role_levels(cells, shares, people.subspan(begin, count), begin);
      });
    });
  }

  void rank_people(std::span<const RoleLevelIndex> levels, std::size_t limit,
                   const BatchOptions& options) {
    make_room(levels, std::min<std::size_t>(limit, roster_.person_count()));
    ranking_.row_kind_ = RowKind::role_levels;
    ranking_.is_complete_ = batch::run(options, levels.size(), [&](std::size_t task) {
      plan_.visit([&](const auto& cells, const auto& shares) {
        rank_people(cells, shares, levels[task].value, task);
      });
    });
  }

 private:
  template <class RowIndex>
  void make_room(std::span<const RowIndex> rows, std::size_t limit) {
    ranking_.is_complete_ = false;
    ranking_.limit_ = limit;
    ranking_.rows_.clear();
    for (const RowIndex row : rows) ranking_.rows_.push_back(row.value);
    ranking_.are_rows_sorted_ = std::ranges::is_sorted(ranking_.rows_);
    ranking_.counts_.assign(rows.size(), 0);
    ranking_.items_.resize(rows.size() * limit);
    ranking_.verdicts_.resize(rows.size() * limit);
    const std::uint64_t greatest = std::max<std::uint64_t>(plan_.most.total, plan_.most.cells);
    for (ScoreColumn* column : {&ranking_.lower_, &ranking_.upper_, &ranking_.gaps_}) {
      ColumnWriter::reset(*column, rows.size() * limit, greatest);
    }
  }

  void write(std::size_t row, std::span<const batch::Candidate> best) const {
    RankingRow(ranking_, row).write(best);
  }

  template <class Number, class Sums>
  void rank_role_levels(const batch::PlanCells<Number>& cells,
                        const batch::PlanShares<Sums>& shares, std::span<const PersonIndex> people,
                        std::size_t row) const {
    std::optional<batch::Screen<Number>> screen;
    if constexpr (std::is_same_v<Sums, batch::PackedSums>) {
      if (plan_.screen && ranking_.limit_ != 0 && ranking_.limit_ <= screened_limit) {
        screen.emplace(plan_, cells, shares);
      }
    }
    std::optional<batch::RoleLevelSums<Sums, Number>> sums;  // Where the screen cannot tell.
    batch::TopList<batch::Candidate, batch::IsBetterRoleLevel> best(ranking_.limit_, {});
    for (const PersonIndex person : people) {
      best.clear();
      roster_.visit_skills([&](auto skills) {
        const auto person_row = batch::row_of(roster_, skills, person.value);
        if (screen) {
          screen->add(person_row);
          const bool is_found = screen->find(ranking_.limit_, best);
          screen->clear(person_row);
          if (is_found) return;
        }
        if (!sums) sums.emplace(plan_, cells, shares);
        sums->add(person_row);
        rank_all(*sums, best);
        sums->clear();
      });
      write(row++, best.sort());
    }
  }

  template <class Sums, class Number, class Best>
  void rank_all(const batch::RoleLevelSums<Sums, Number>& sums, Best& best) const {
    rank_touched(sums, best);
    // The others follow each other as they do for everybody.
    for (const std::uint32_t place : plan_.ranked_untouched) {
      if (sums.is_touched(place)) continue;
      const batch::Candidate candidate = sums.candidate(place);
      if (!best.takes(candidate)) break;
      best.add(candidate);
    }
  }

  template <class Sums, class Number, class Best>
  void rank_touched(const batch::RoleLevelSums<Sums, Number>& sums, Best& best) const {
    constexpr std::size_t run_size = 256;
    std::array<std::uint32_t, run_size> found;
    const std::span<const std::uint32_t> touched = sums.touched();
    for (std::size_t first = 0; first < touched.size(); first += run_size) {
      const auto run = touched.subspan(first, std::min(run_size, touched.size() - first));
      const batch::Bar bar = best.has_worst() ? batch::Bar<Sums>(best.worst()) : batch::Bar<Sums>();
      std::size_t count = 0;
      for (const std::uint32_t place : run) {
        const batch::Candidate candidate = sums.candidate(place);
        found[count] = place;
        count += bar.is_passed(candidate.outcome, candidate.total) ? 1 : 0;
      }
      for (const std::uint32_t place : std::span(found).first(count)) {
        if (plan_.wholes[plan_.level_at[place]].scored == 0) continue;
        batch::try_add(best, sums.candidate(place));
      }
    }
  }

  template <class Number, class Sums>
  void rank_people(const batch::PlanCells<Number>& cells, const batch::PlanShares<Sums>& shares,
                   std::uint32_t level, std::size_t row) const {
    const batch::Whole& whole = plan_.wholes[level];
    if (whole.scored == 0) return;
    batch::TopList<batch::Candidate, batch::IsBetterPerson> best(ranking_.limit_, {&roster_});
    const auto visit = [&](std::uint32_t first, std::span<const typename Sums::Value> sums) {
      const batch::Bar bar = best.has_worst() ? batch::Bar<Sums>(best.worst()) : batch::Bar<Sums>();
      // Few stay, so those are written down first that might.
      std::array<std::uint32_t, batch::most_people_per_run> found;
      std::size_t count = 0;
      const Sums way = shares.sums;
      const batch::Whole asked = whole;
      for (std::uint32_t at = 0; at < sums.size(); ++at) {
        found[count] = at;
        count += bar.is_passed(way.outcome(asked, sums[at]), asked.total) ? 1 : 0;
      }
      for (const std::uint32_t at : std::span(found).first(count)) {
        batch::try_add(best,
                       batch::Candidate{way.outcome(asked, sums[at]), asked.total, first + at});
      }
    };
    if (roster_.has_index()) {
      for (std::uint32_t block = 0; block < roster_.block_count(); ++block) {
        batch::for_each_run(roster_, block, plan_.cells_of(cells, level), shares,
                            shares.sums.start(whole), visit);
      }
    } else {
      const batch::RoleLevels levels = batch::RoleLevels::all(&level);
      batch::for_each_run({plan_, roster_, levels, 0, roster_.person_count()}, cells, shares,
                          visit);
    }
    write(row, best.sort());
  }

  /// With more, looking closely at all role levels takes no longer.
  static constexpr std::size_t screened_limit = 100;

  const BatchPlan::Data& plan_;
  const Roster& roster_;
  BatchRanking& ranking_;
};

PersonScore BatchRanking::score(const BatchPlan& plan, RoleLevelIndex level, std::size_t row,
                                std::size_t n) const {
  const std::size_t place = row * limit_ + n;
  const auto total = static_cast<std::int64_t>(plan.total(level));
  return {static_cast<Verdict>(verdicts_[place]),
          make_fraction(static_cast<std::int64_t>(lower_[place]), total),
          make_fraction(static_cast<std::int64_t>(upper_[place]), total),
          static_cast<std::uint32_t>(gaps_[place])};
}

void rank_role_levels(const BatchPlan& plan, const Roster& roster,
                      std::span<const PersonIndex> people, std::size_t limit,
                      const BatchOptions& options, BatchRanking& ranking) {
  Ranker(plan, roster, ranking).rank_role_levels(people, limit, options);
}

void rank_people(const BatchPlan& plan, const Roster& roster,
                 std::span<const RoleLevelIndex> levels, std::size_t limit,
                 const BatchOptions& options, BatchRanking& ranking) {
  Ranker(plan, roster, ranking).rank_people(levels, limit, options);
}

}  // namespace skillmatrix
