// Finding the role levels that a person can rank high at, without looking closely at the others.
//
// The units that a person earns are added up in 16 bits for all role levels, and a gap in a
// required cell sets the sign for good. Role levels above a bar, which is a score, are then few. If
// enough of them are no worse than the bar, exactly, then the best ones are among them: who has a
// gap is not ready and ranks below, and who is ready has the whole score.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "batch_plan.hpp"
#include "batch_rows.hpp"

namespace skillmatrix::batch {

template <class Number>
class Screen {
 public:
  Screen(const BatchPlan::Data& plan, const PlanCells<Number>& cells,
         const PlanShares<PackedSums>& shares)
      : plan_(plan),
        cells_(cells),
        shares_(shares),
        sums_(plan.screen->totals.size()),
        ranks_(plan.matrix->skill_count()) {}

  template <class SkillNumber>
  void add(const Row<SkillNumber>& row) {
    std::ranges::fill(sums_, std::uint16_t{0});
    for (std::uint32_t at = 0; at < row.count; ++at) {
      if (at + 1 < row.count) prefetch_all(plan_.postings_of(cells_, row.skills[at + 1]));
      ranks_[row.skills[at]] = static_cast<std::uint16_t>(row.ranks[at] + 1);
      add(plan_.postings_of(cells_, row.skills[at]),
          plan_.screen->shares.data() + row.ranks[at] * shares_.kinds);
    }
  }

  /// Puts the best ones into `best`, which keeps `limit` of them and is empty. False if it cannot
  /// tell; then nothing is in it.
  template <class Best>
  bool find(std::size_t limit, Best& best) {
    // The bar is between these: with the one too few are found, with the other too many.
    std::uint32_t too_low = 15;
    std::uint32_t too_high = 65'535;
    for (std::uint32_t bar = bar_; too_low < bar && bar < too_high;
         bar = (too_low + too_high) / 2) {
      const std::size_t count = find_above(static_cast<std::uint16_t>(bar));
      if (count > found_.size()) {
        too_low = bar;
        continue;
      }
      if (count >= limit) {
        take_best(std::span(found_).first(count), limit, best);
        return true;
      }
      too_high = bar;
    }
    bar_ = 4'096;
    return false;
  }

  /// After `add` and `find`.
  template <class SkillNumber>
  void clear(const Row<SkillNumber>& row) {
    for (std::uint32_t at = 0; at < row.count; ++at) ranks_[row.skills[at]] = 0;
  }

 private:
  void add(std::span<const PlanCell<Number>> postings, const std::uint16_t* shares) {
    std::uint16_t* const sums = sums_.data();
    for (const PlanCell<Number>& posting : postings) {
      const std::uint32_t share = shares[posting.kind];
      const std::uint32_t sum = sums[posting.other] + (share & ~std::uint32_t{flag});
      sums[posting.other] = static_cast<std::uint16_t>(sum | (share & flag));
    }
  }

  /// Writes down who has more than bar / 65536 of the total, exactly, and no gap. Gives how many;
  /// if they are too many, some number above the size of `found_`.
  std::size_t find_above(std::uint16_t bar) {
    std::size_t count = 0;
    const std::vector<std::uint16_t>& totals = plan_.screen->totals;
    for (std::size_t first = 0; first < sums_.size(); first += PlanScreen::block) {
      const std::uint16_t* const __restrict sum = sums_.data() + first;
      const std::uint16_t* const __restrict total = totals.data() + first;
      std::int16_t any = 0;
      for (std::size_t at = 0; at < PlanScreen::block; ++at) {
        any = static_cast<std::int16_t>(any | (is_above(sum[at], total[at], bar) ? -1 : 0));
      }
      if (any == 0) continue;
      if (count + PlanScreen::block > found_.size()) return found_.size() + 1;
      for (std::size_t at = 0; at < PlanScreen::block; ++at) {
        found_[count] = static_cast<std::uint32_t>(first + at);
        count += is_above(sum[at], total[at], bar) ? 1 : 0;
      }
    }
    return count;
  }

  /// A whole number is above a fraction if it is above that rounded down.
  static bool is_above(std::uint16_t sum, std::uint16_t total, std::uint16_t bar) {
    const auto least = static_cast<std::int16_t>(static_cast<std::uint32_t>(total) * bar >> 16);
    return static_cast<std::int16_t>(sum) > least;
  }

  /// Of a role level, exactly.
  struct Score {
    std::uint32_t units = 0;
    std::uint32_t total = 1;

    [[nodiscard]] bool is_above(const Score& other) const {
      return units * other.total > other.units * total;
    }
  };

  [[nodiscard]] Score score_of(std::uint32_t level) const {
    return {sums_[level], plan_.screen->totals[level]};
  }

  /// The n-th best score, of those at least so many.
  Score nth_best(std::span<const std::uint32_t> levels, std::size_t n) {
    scores_.clear();
    const auto is_better = [](const Score& left, const Score& right) {
      return left.is_above(right);
    };
    for (const std::uint32_t level : levels) {
      const Score score = score_of(level);
      if (scores_.size() == n) {
        if (!score.is_above(scores_.front())) continue;
        std::ranges::pop_heap(scores_, is_better);
        scores_.pop_back();
      }
      scores_.push_back(score);
      std::ranges::push_heap(scores_, is_better);
    }
    return scores_.front();
  }

  template <class Best>
  void take_best(std::span<const std::uint32_t> found, std::size_t limit, Best& best) {
    const Score worst = nth_best(found, limit);
    for (const std::uint32_t level : found) {
      if (worst.is_above(score_of(level))) continue;
      const Candidate candidate = candidate_of(level);
      if (best.takes(candidate)) best.add(candidate);
    }
    // People next to each other need not be alike, but often are.
    bar_ = std::max<std::uint32_t>(16, worst.units * 49'152 / (worst.total + 1));
  }

  [[nodiscard]] Candidate candidate_of(std::uint32_t level) const {
    PackedSums::Value sum = 0;
    for (const PlanCell<Number>& cell : plan_.cells_of(cells_, level)) {
      // Kind 0 adds nothing.
      const std::uint32_t rank = ranks_[cell.other];
      const bool is_known = rank != 0;
      sum += shares_.of(is_known ? cell.kind : 0, is_known ? rank - 1 : 0);
    }
    const Whole& whole = plan_.wholes[level];
    return {shares_.sums.outcome(whole, sum), whole.total, level};
  }

  static constexpr std::uint32_t flag = PlanScreen::gap_flag;

  const BatchPlan::Data& plan_;
  const PlanCells<Number>& cells_;
  const PlanShares<PackedSums>& shares_;
  std::vector<std::uint16_t> sums_;   // By role level; the sign is the flag.
  std::vector<std::uint16_t> ranks_;  // By skill: the rank held, plus one.
  std::vector<Score> scores_;
  std::array<std::uint32_t, 1'024> found_;
  std::uint32_t bar_ = 16'384;  // To start with.
};

}  // namespace skillmatrix::batch
