// Finding the role levels that a person can rank high at, without looking closely at the others.
//
// The units that a person earns are added up in 16 bits for all role levels, and then those with a
// gap in a required cell become negative. Role levels above a bar, which is a score, are then few.
// If enough of them are no worse than the bar, exactly, then the best ones are among them: who has
// a gap is not ready and ranks below, and who is ready has the whole score.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "batch_plan.hpp"
#include "batch_rows.hpp"
#include "instructions.hpp"
#include "prefetch.hpp"

namespace skillmatrix::batch {

/// A block of places, and which of them may rank high.
struct ScreenHit {
  std::uint32_t first;
  std::uint32_t places;  ///< The lowest bit is that of the first.
};

/// Writes down the blocks in which sums, as signed numbers, are above bar / 65536 of the total,
/// which ones exactly. Gives how many blocks. There must be room for all of them and one more.
std::size_t find_hits(Instructions instructions, const PlanScreen& screen,
                      const std::uint16_t* sums, std::uint16_t bar, ScreenHit* hits);

/// Postings with lanes, and what each kind of cell adds.
struct LaneList {
  std::span<const std::uint32_t> places;
  const std::uint8_t* kinds;    ///< `PlanLanes::width` a posting.
  const std::uint16_t* shares;  ///< `PlanLanes::most_kinds`, of the rank held.
};

/// Adds what each posting earns to `PlanLanes::width` sums; a gap makes a sum negative for good.
/// The processor must have `Instructions::avx512`.
void add_lanes(const LaneList& list, std::uint16_t* sums);

template <class Number>
class Screen {
 public:
  Screen(const BatchPlan::Data& plan, const PlanCells<Number>& cells,
         const PlanShares<PackedSums>& shares)
      : plan_(plan),
        cells_(cells),
        shares_(shares),
        lanes_(plan.screen->lanes ? &*plan.screen->lanes : nullptr),
        sums_(plan.screen->totals.size() + PlanLanes::width),
        ranks_(plan.matrix->skill_count()),
        hits_(plan.screen->least_totals.size() + 1) {}

  template <class SkillNumber>
  void add(const Row<SkillNumber>& row) {
    std::ranges::fill(sums_, std::uint16_t{0});
    for (std::uint32_t at = 0; at < row.count; ++at) {
      ranks_[row.skills[at]] = static_cast<std::uint16_t>(row.ranks[at] + 1);
    }
    if (lanes_ != nullptr) return add_all_lanes(row);
    lists_.clear();
    for (std::uint32_t at = 0; at < row.count; ++at) {
      const std::uint32_t first = plan_.first_segment[row.skills[at]] + 1;
      const std::uint32_t end = plan_.first_segment[row.skills[at] + std::size_t{1}];
      const std::uint32_t first_gap = first + row.ranks[at] + 1;
      lists_.push_back({plan_.segments_of(cells_, first, first_gap),
                        plan_.segments_of(cells_, first_gap, end),
                        plan_.screen->shares.data() + row.ranks[at] * shares_.kinds});
      prefetch_from(plan_.segments_of(cells_, first, end).data(), prefetched);
    }
    for (const Lists& lists : lists_) add(lists.earning, lists.shares);
    for (const Lists& lists : lists_) exclude(lists.gaps);
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
  /// So many bytes of the postings of a skill are asked for; the processor itself thinks of the
  /// others.
  static constexpr std::size_t prefetched = 256;

  /// The postings of a skill that the person has a rating of.
  struct Lists {
    std::span<const PlanCell<Number>> earning;
    std::span<const PlanCell<Number>> gaps;  ///< In what is required.
    const std::uint16_t* shares;             ///< By kind, of the rank held.
  };

  template <class SkillNumber>
  void add_all_lanes(const Row<SkillNumber>& row) {
    lane_lists_.clear();
    for (std::uint32_t at = 0; at < row.count; ++at) {
      const std::uint32_t first = lanes_->first_of_skill[row.skills[at]];
      const std::uint32_t end = lanes_->first_of_skill[row.skills[at] + std::size_t{1}];
      lane_lists_.push_back({std::span(lanes_->places).subspan(first, end - first),
                             lanes_->kinds.data() + first * PlanLanes::width,
                             lanes_->shares.data() + row.ranks[at] * PlanLanes::most_kinds});
      prefetch_from(lane_lists_.back().places.data(), prefetched);
      prefetch_from(lane_lists_.back().kinds, prefetched);
    }
    for (const LaneList& list : lane_lists_) add_lanes(list, sums_.data());
  }

  void add(std::span<const PlanCell<Number>> postings, const std::uint16_t* shares) {
    std::uint16_t* const sums = sums_.data();
    for (const PlanCell<Number>& posting : postings) {
      sums[posting.other] = static_cast<std::uint16_t>(sums[posting.other] + shares[posting.kind]);
    }
  }

  void exclude(std::span<const PlanCell<Number>> postings) {
    std::uint16_t* const sums = sums_.data();
    for (const PlanCell<Number>& posting : postings) sums[posting.other] = PlanScreen::excluded;
  }

  /// Writes down the places with more than bar / 65536 of the total and no gap. Gives how many; if
  /// they are too many, some number above the size of `found_`.
  std::size_t find_above(std::uint16_t bar) {
    const std::size_t hits =
        find_hits(instructions_, *plan_.screen, sums_.data(), bar, hits_.data());
    std::size_t count = 0;
    for (const ScreenHit& hit : std::span(hits_).first(hits)) {
      if (count + PlanScreen::block > found_.size()) return found_.size() + 1;
      for (std::uint32_t places = hit.places; places != 0; places &= places - 1) {
        found_[count++] = hit.first + static_cast<std::uint32_t>(std::countr_zero(places));
      }
    }
    return count;
  }

  /// Of a role level, exactly.
  struct Score {
    std::uint32_t units = 0;
    std::uint32_t total = 1;

    [[nodiscard]] bool is_above(const Score& other) const {
      return units * other.total > other.units * total;
    }
  };

  [[nodiscard]] Score score_of(std::uint32_t place) const {
    return {sums_[place], plan_.screen->totals[place]};
  }

  /// The n-th best score, of those at least so many.
  Score nth_best(std::span<const std::uint32_t> places, std::size_t n) {
    scores_.clear();
    const auto is_better = [](const Score& left, const Score& right) {
      return left.is_above(right);
    };
    for (const std::uint32_t place : places) {
      const Score score = score_of(place);
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
    levels_.clear();
    for (const std::uint32_t place : found) {
      if (worst.is_above(score_of(place))) continue;
      levels_.push_back(plan_.level_at[place]);
      prefetch_all(plan_.cells_of(cells_, levels_.back()));
      __builtin_prefetch(&plan_.wholes[levels_.back()]);
    }
    for (const std::uint32_t level : levels_) {
      const Candidate candidate = candidate_of(level);
      if (best.takes(candidate)) best.add(candidate);
    }
    // People next to each other need not be alike, but often are.
    bar_ = std::max<std::uint32_t>(16, worst.units * 49'152 / (worst.total + 1));
  }

  [[nodiscard]] Candidate candidate_of(std::uint32_t level) const {
    const Whole& whole = plan_.wholes[level];
    PackedSums::Value sum = shares_.sums.start(whole);
    for (const PlanCell<Number>& cell : plan_.cells_of(cells_, level)) {
      // What is not known takes the place of kind 0 at rank 0, which adds nothing: without a
      // branch, which nobody could foresee.
      const std::size_t rank = ranks_[cell.other];
      const std::size_t known = std::size_t{0} - static_cast<std::size_t>(rank != 0);
      sum += shares_.values.data()[((rank - 1) * shares_.kinds + cell.kind) & known];
    }
    return {shares_.sums.outcome(whole, sum), whole.total, level};
  }

  const BatchPlan::Data& plan_;
  const PlanCells<Number>& cells_;
  const PlanShares<PackedSums>& shares_;
  const Instructions instructions_ = best_instructions();
  const PlanLanes* lanes_;            // Nothing where they do not pay.
  std::vector<std::uint16_t> sums_;   // By place.
  std::vector<std::uint16_t> ranks_;  // By skill: the rank held, plus one.
  std::vector<Lists> lists_;          // Of the person.
  std::vector<LaneList> lane_lists_;  // Instead.
  std::vector<ScreenHit> hits_;
  std::vector<Score> scores_;
  std::vector<std::uint32_t> levels_;  // That may be among the best.
  std::array<std::uint32_t, 1'024> found_;
  std::uint32_t bar_ = 16'384;  // To start with.
};

}  // namespace skillmatrix::batch
