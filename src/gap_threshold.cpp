#include "gap_threshold.hpp"

#include <algorithm>
#include <array>

#include "wide.hpp"

namespace skillmatrix {
namespace {

/// One scored cell, as the counterfactual sees it.
struct ScoredCell {
  std::uint32_t position = 0;
  std::uint64_t weight = 1;
  Credit credit = 0;
  Rank held = 0;  ///< Unknown counts from 0.
  Rank shortfall = 0;
};

std::vector<ScoredCell> scored_cells(const Matrix& matrix, const Scoring& scoring, const Gap& gap) {
  std::vector<ScoredCell> scored;
  const auto requirements = matrix.requirements(gap.target);
  for (std::uint32_t position = 0; position < gap.cells.size(); ++position) {
    const CellRequirement& cell = requirements[position];
    if (!scoring.counts(cell)) continue;
    const GapCell& found = gap.cells[position];
    scored.push_back({position, scoring.weight(cell),
                      found.held ? scoring.credit(matrix, cell, *found.held) : 0,
                      found.held.value_or(Rank{0}), found.shortfall});
  }
  return scored;
}

/// The least number of units, out of `total`, that is at least `threshold`.
Wide units_needed(const Fraction& threshold, std::uint64_t total) {
  const Wide product = Wide{threshold.numerator} * static_cast<Wide>(total);
  if (product <= 0) return 0;
  return (product + threshold.denominator - 1) / threshold.denominator;
}

/// Finds the fewest raises for a threshold.
class ThresholdSearch {
 public:
  ThresholdSearch(const Matrix& matrix, const Scoring& scoring, const Gap& gap)
      : matrix_(matrix),
        scoring_(scoring),
        gap_(gap),
        requirements_(matrix.requirements(gap.target)),
        cells_(scored_cells(matrix, scoring, gap)) {}

  ThresholdCounterfactual run(const Fraction& threshold) {
    result_.threshold = threshold;
    result_.lower = gap_.summary.lower;
    if (result_.lower >= threshold) return result_;
    if (cells_.empty()) {
      finish(ThresholdOutcome::unreachable, {});  // More than 1 was asked for.
    } else if (scoring_.model().aggregate == Aggregate::minimum) {
      raise_each(threshold);
    } else {
      raise_together(threshold);
    }
    return result_;
  }

 private:
  /// The credit of a cell after a number of single-level raises.
  [[nodiscard]] Credit credit_after(const ScoredCell& cell, unsigned raises) const {
    if (raises == 0) return cell.credit;
    return scoring_.credit(matrix_, requirements_[cell.position],
                           static_cast<Rank>(cell.held + raises));
  }

  [[nodiscard]] Fraction score_after(const std::vector<unsigned>& raises) const {
    if (cells_.empty()) return {1, 1};
    std::uint64_t total = 0;
    std::uint64_t earned = 0;
    Credit smallest = full_credit;
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      const Credit credit = credit_after(cells_[at], raises[at]);
      total += cells_[at].weight * full_credit;
      earned += cells_[at].weight * credit;
      smallest = std::min(smallest, credit);
    }
    if (scoring_.model().aggregate == Aggregate::minimum) {
      return make_fraction(smallest, full_credit);
    }
    return make_fraction(static_cast<std::int64_t>(earned), static_cast<std::int64_t>(total));
  }

  /// Only the outcome and the score; the raises are kept if there are any to tell.
  void finish(ThresholdOutcome outcome, const std::vector<unsigned>& raises) {
    result_.outcome = outcome;
    result_.lower = score_after(raises);
    if (outcome != ThresholdOutcome::reached) return;
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      if (raises[at] == 0) continue;
      const GapCell& cell = gap_.cells[cells_[at].position];
      result_.levels += raises[at];
      result_.raises.push_back(
          {cell.skill, cell.held, static_cast<Rank>(cells_[at].held + raises[at])});
    }
  }

  /// The number of raises that earns a cell the most, and the fewest such.
  [[nodiscard]] unsigned best_raises(const ScoredCell& cell) const {
    unsigned best = 0;
    for (unsigned raises = 1; raises <= cell.shortfall; ++raises) {
      if (credit_after(cell, raises) > credit_after(cell, best)) best = raises;
    }
    return best;
  }

  [[nodiscard]] std::vector<unsigned> all_best_raises() const {
    std::vector<unsigned> raises;
    raises.reserve(cells_.size());
    for (const ScoredCell& cell : cells_) raises.push_back(best_raises(cell));
    return raises;
  }

  /// For a minimum, every cell has to reach the threshold by itself.
  void raise_each(const Fraction& threshold) {
    const Wide needed = units_needed(threshold, full_credit);
    std::vector<unsigned> raises(cells_.size());
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      while (raises[at] <= cells_[at].shortfall &&
             Wide{credit_after(cells_[at], raises[at])} < needed) {
        ++raises[at];
      }
      if (raises[at] > cells_[at].shortfall) {
        finish(ThresholdOutcome::unreachable, all_best_raises());
        return;
      }
    }
    finish(ThresholdOutcome::reached, raises);
  }

  /// For a mean, dynamic programming over the cells: the most that any number of raises can earn.
  void raise_together(const Fraction& threshold) {
    std::uint64_t total = 0;
    std::uint64_t earned = 0;
    std::uint64_t most = 0;
    std::uint32_t levels = 0;
    for (const ScoredCell& cell : cells_) {
      total += cell.weight * full_credit;
      earned += cell.weight * cell.credit;
      most += cell.weight * credit_after(cell, best_raises(cell));
      levels += cell.shortfall;
    }
    const Wide needed = units_needed(threshold, total);
    if (static_cast<Wide>(most) < needed) {
      finish(ThresholdOutcome::unreachable, all_best_raises());
    } else if (levels > max_threshold_levels) {
      result_.outcome = ThresholdOutcome::not_computed;
    } else {
      fill_table(levels);
      // `most` reaches it, so the search ends.
      std::uint32_t fewest = 0;
      while (static_cast<Wide>(earned) + best_gain_[fewest] < needed) ++fewest;
      finish(ThresholdOutcome::reached, read_table(fewest));
    }
  }

  /// `best_gain_[r]` becomes the most units that at most r raises can add. Cells go in from the
  /// last to the first, and each takes as many raises as it can without adding less, so that
  /// reading the choices back from the first gives the set that is documented for ties.
  void fill_table(std::uint32_t levels) {
    best_gain_.assign(levels + std::size_t{1}, 0);
    choices_.assign(cells_.size(), {});
    for (std::size_t at = cells_.size(); at-- > 0;) {
      if (cells_[at].shortfall != 0) add_to_table(at, levels);
    }
  }

  void add_to_table(std::size_t at, std::uint32_t levels) {
    const ScoredCell& cell = cells_[at];
    std::array<std::int64_t, max_levels + 1> gain{};
    for (unsigned raises = 0; raises <= cell.shortfall; ++raises) {
      gain[raises] = static_cast<std::int64_t>(cell.weight) *
                     (std::int64_t{credit_after(cell, raises)} - std::int64_t{cell.credit});
    }
    choices_[at].assign(levels + std::size_t{1}, 0);
    // Downwards, so that what is read is still without this cell.
    for (std::uint32_t budget = levels + 1; budget-- > 0;) {
      const std::uint32_t most = std::min<std::uint32_t>(budget, cell.shortfall);
      std::int64_t best = best_gain_[budget];
      for (std::uint32_t raises = 1; raises <= most; ++raises) {
        const std::int64_t candidate = best_gain_[budget - raises] + gain[raises];
        if (candidate < best) continue;
        best = candidate;
        choices_[at][budget] = static_cast<Rank>(raises);
      }
      best_gain_[budget] = best;
    }
  }

  [[nodiscard]] std::vector<unsigned> read_table(std::uint32_t budget) const {
    std::vector<unsigned> raises(cells_.size());
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      if (choices_[at].empty()) continue;
      raises[at] = choices_[at][budget];
      budget -= raises[at];
    }
    return raises;
  }

  const Matrix& matrix_;
  const Scoring& scoring_;
  const Gap& gap_;
  Requirements requirements_;
  std::vector<ScoredCell> cells_;
  std::vector<std::int64_t> best_gain_;
  std::vector<std::vector<Rank>> choices_;  // Per cell and budget; empty if it cannot be raised.
  ThresholdCounterfactual result_;
};

}  // namespace

ThresholdCounterfactual reach_threshold(const Matrix& matrix, const Scoring& scoring,
                                        const Gap& gap, const Fraction& threshold) {
  return ThresholdSearch(matrix, scoring, gap).run(threshold);
}

}  // namespace skillmatrix
