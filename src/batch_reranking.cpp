// Rankings after one person has changed.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "batch_order.hpp"
#include "batch_plan.hpp"
#include "batch_ranking_row.hpp"
#include "batch_rows.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix {

/// Brings a ranking up to date: finds out first what the rows are now, and then writes them, for
/// which no memory is needed.
class Reranker {
 public:
  Reranker(const BatchPlan& plan, const Roster& roster, BatchRanking& ranking)
      : plan_(plan), roster_(roster), ranking_(ranking), is_better_{&roster} {}

  void rerank_rows_of(PersonIndex person) {
    const std::span<const std::uint32_t> rows = ranking_.rows_;
    if (ranking_.are_rows_sorted_) {
      const auto same = std::equal_range(rows.begin(), rows.end(), person.value);
      for (auto at = same.first; at != same.second; ++at) {
        rank_anew(static_cast<std::size_t>(at - rows.begin()));
      }
      return;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row] == person.value) rank_anew(row);
    }
  }

  void rerank_in_all_rows(PersonIndex person) {
    const std::vector<std::uint16_t> ranks = ranks_of(person);
    plan_.data().visit([&](const auto& cells, const auto& shares) {
      for (std::size_t row = 0; row < ranking_.row_count(); ++row) {
        if (ranking_.counts_[row] == 0) continue;  // Nothing is scored, or there is no room.
        const std::uint32_t level = ranking_.rows_[row];
        const batch::Whole& whole = plan_.data().wholes[level];
        auto sum = shares.sums.start(whole);
        add_up(shares, plan_.data().cells_of(cells, level), ranks, sum);
        // All of a row have one total, which makes no difference then.
        place(row, {shares.sums.outcome(whole, sum), 1, person.value});
      }
    });
  }

  void write() {
    for (const NewRow& row : new_rows_) RankingRow(ranking_, row.row).write(row.best);
  }

 private:
  struct NewRow {
    std::size_t row;
    std::vector<batch::Candidate> best;
  };

  /// By skill: the rank held, plus one; 0 if unknown. A person is looked at for many role levels.
  [[nodiscard]] std::vector<std::uint16_t> ranks_of(PersonIndex person) const {
    std::vector<std::uint16_t> ranks(roster_.skill_count());
    roster_.visit_skills([&](auto skills) {
      const auto row = batch::row_of(roster_, skills, person.value);
      for (std::uint32_t at = 0; at < row.count; ++at) {
        ranks[row.skills[at]] = static_cast<std::uint16_t>(row.ranks[at] + 1);
      }
    });
    return ranks;
  }

  template <class Sums, class Number>
  static void add_up(const batch::PlanShares<Sums>& shares,
                     std::span<const batch::PlanCell<Number>> cells,
                     std::span<const std::uint16_t> ranks, typename Sums::Value& sum) {
    for (const batch::PlanCell<Number>& cell : cells) {
      // Without branches, which would be unforeseeable: kind 0 adds nothing.
      const std::size_t rank = ranks[cell.other];
      const bool is_known = rank != 0;
      shares.sums.add(sum, shares.of(is_known ? cell.kind : 0, is_known ? rank - 1 : 0));
    }
  }

  void rank_anew(std::size_t row) {
    BatchRanking alone;
    const std::uint32_t number = ranking_.rows_[row];
    if (ranking_.row_kind_ == RowKind::people) {
      const PersonIndex person{number};
      rank_role_levels(plan_, roster_, std::span(&person, 1), ranking_.limit_, {}, alone);
    } else {
      const RoleLevelIndex level{number};
      rank_people(plan_, roster_, std::span(&level, 1), ranking_.limit_, {}, alone);
    }
    new_rows_.push_back({row, RankingRow(alone, 0).read()});
  }

  /// Puts a person, as they are now, where they belong in a row that has somebody in it.
  void place(std::size_t row, const batch::Candidate& now) {
    const RankingRow best(ranking_, row);
    const std::span<const std::uint32_t> items = best.items();
    const auto found = std::find(items.begin(), items.end(), now.number);
    const auto before = static_cast<std::size_t>(found - items.begin());
    const bool was_in = before != items.size();
    const bool are_all_in = items.size() == roster_.person_count();
    if (!was_in && !is_better_(now, best[items.size() - 1])) return;
    std::vector<batch::Candidate> others = best.read();
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(was_in ? before : before - 1));
    const auto place = std::lower_bound(others.begin(), others.end(), now, is_better_);
    // Those who are not in the row are worse than everybody in it was.
    const bool is_last = place == others.end();
    if (was_in && is_last && !are_all_in && is_better_(best[before], now)) return rank_anew(row);
    others.insert(place, now);
    new_rows_.push_back({row, std::move(others)});
  }

  const BatchPlan& plan_;
  const Roster& roster_;
  BatchRanking& ranking_;
  batch::IsBetterPerson is_better_;
  std::vector<NewRow> new_rows_;
};

void rerank(const BatchPlan& plan, const Roster& roster, PersonIndex person,
            BatchRanking& ranking) {
  Reranker reranker(plan, roster, ranking);
  if (ranking.row_kind() == RowKind::people) {
    reranker.rerank_rows_of(person);
  } else {
    reranker.rerank_in_all_rows(person);
  }
  reranker.write();
}

}  // namespace skillmatrix
