#include "skillmatrix/gap.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "wide.hpp"

namespace skillmatrix {
namespace {

/// What is known about one cell.
struct Standing {
  CellState state = CellState::unknown;
  std::optional<Rank> held;
};

Standing standing_of(const CellRequirement& cell, const Holding* holding) {
  if (holding == nullptr) return {CellState::unknown, std::nullopt};
  if (holding->state == HoldingState::expired) return {CellState::expired, std::nullopt};
  if (holding->rank < cell.least_rank()) return {CellState::gap, holding->rank};
  // No level can be above "no stated level".
  const bool above = cell.expected != 0 && holding->rank > cell.expected;
  return {above ? CellState::exceeded : CellState::met, holding->rank};
}

/// Calls `visit(position, cell, standing)` for every cell of a role level. Both lists are by skill,
/// so one pass through each is enough.
template <class Visit>
void for_each_cell(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                   Visit visit) {
  auto holding = holdings.skills.begin();
  std::uint32_t position = 0;
  for (const CellRequirement& cell : matrix.requirements(target)) {
    while (holding != holdings.skills.end() && holding->skill < cell.skill) ++holding;
    const bool known = holding != holdings.skills.end() && holding->skill == cell.skill;
    visit(position++, cell, standing_of(cell, known ? &*holding : nullptr));
  }
}

void count(CellCounts& counts, CellState state) {
  switch (state) {
    case CellState::met: ++counts.met; break;
    case CellState::exceeded: ++counts.exceeded; break;
    case CellState::gap: ++counts.gap; break;
    case CellState::unknown: ++counts.unknown; break;
    case CellState::expired: ++counts.expired; break;
  }
}

Verdict verdict_of(const CellCounts& required) {
  if (required.gap != 0) return Verdict::not_ready;
  return required.unknown + required.expired == 0 ? Verdict::ready : Verdict::undetermined;
}

/// Credits added up over the scored cells.
class Tally {
 public:
  explicit Tally(Aggregate aggregate) : aggregate_(aggregate) {}

  void add(std::uint64_t weight, Credit credit) {
    any_ = true;
    total_ += weight * full_credit;
    earned_ += weight * credit;
    smallest_ = std::min(smallest_, credit);
  }

  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] std::uint64_t total() const { return total_; }
  [[nodiscard]] std::uint64_t earned() const { return earned_; }
  [[nodiscard]] Credit smallest() const { return smallest_; }

  [[nodiscard]] Fraction score() const {
    if (!any_) return {1, 1};
    if (aggregate_ == Aggregate::minimum) return make_fraction(smallest_, full_credit);
    return share(earned_);
  }

  /// A part of the total.
  [[nodiscard]] Fraction share(std::uint64_t earned) const {
    return make_fraction(static_cast<std::int64_t>(earned), static_cast<std::int64_t>(total_));
  }

 private:
  Aggregate aggregate_;
  bool any_ = false;
  std::uint64_t total_ = 0;
  std::uint64_t earned_ = 0;
  Credit smallest_ = full_credit;
};

Credit lower_credit(const Matrix& matrix, const Scoring& scoring, const CellRequirement& cell,
                    const std::optional<Rank>& held) {
  return held ? scoring.credit(matrix, cell, *held) : 0;
}

/// One scored cell, as the counterfactual sees it.
struct ScoredCell {
  std::uint32_t position = 0;
  std::uint64_t weight = 1;
  Credit credit = 0;
  Rank held = 0;  ///< Unknown counts from 0.
  Rank shortfall = 0;
};

/// Calls `visit` with every scored cell.
template <class Visit>
void for_each_scored_cell(const Matrix& matrix, const Scoring& scoring, const Gap& gap,
                          Visit visit) {
  const auto requirements = matrix.requirements(gap.target);
  for (std::uint32_t position = 0; position < gap.cells.size(); ++position) {
    const CellRequirement& cell = requirements[position];
    if (!scoring.counts(cell)) continue;
    const GapCell& found = gap.cells[position];
    visit(ScoredCell{position, scoring.weight(cell),
                     lower_credit(matrix, scoring, cell, found.held), found.held.value_or(Rank{0}),
                     found.shortfall});
  }
}

std::vector<ScoredCell> scored_cells(const Matrix& matrix, const Scoring& scoring, const Gap& gap) {
  std::vector<ScoredCell> scored;
  for_each_scored_cell(matrix, scoring, gap,
                       [&scored](const ScoredCell& cell) { scored.push_back(cell); });
  return scored;
}

/// Divides the score, and what is missing from it, among the cells.
void attribute(const Matrix& matrix, const Scoring& scoring, const Tally& lower, Gap& gap) {
  if (!lower.any()) return;
  const bool is_minimum = scoring.model().aggregate == Aggregate::minimum;
  bool is_done = false;
  for_each_scored_cell(matrix, scoring, gap, [&](const ScoredCell& scored) {
    GapCell& cell = gap.cells[scored.position];
    if (!is_minimum) {
      cell.contribution = lower.share(scored.weight * scored.credit);
      cell.loss = lower.share(scored.weight * (full_credit - scored.credit));
    } else if (!is_done && scored.credit == lower.smallest()) {
      cell.contribution = make_fraction(scored.credit, full_credit);
      cell.loss = make_fraction(full_credit - scored.credit, full_credit);
      is_done = true;
    }
  });
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

  /// Only the outcome and the score; the raises are kept if there are any to tell.
  void finish(ThresholdOutcome outcome, const std::vector<unsigned>& raises) {
    Tally tally(scoring_.model().aggregate);
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      tally.add(cells_[at].weight, credit_after(cells_[at], raises[at]));
    }
    result_.outcome = outcome;
    result_.lower = tally.score();
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

GapCell make_cell(const Matrix& matrix, RoleLevelIndex target, std::uint32_t position,
                  const CellRequirement& requirement, const Standing& standing) {
  const Rank held = standing.held.value_or(Rank{0});
  GapCell cell;
  cell.cell = {matrix.first_cell(target).value + position};
  cell.skill = requirement.skill;
  cell.necessity = requirement.necessity;
  cell.state = standing.state;
  cell.expected = requirement.expected;
  cell.held = standing.held;
  if (held < requirement.least_rank()) {
    cell.shortfall = static_cast<Rank>(requirement.least_rank() - held);
  }
  cell.weight = requirement.weight;
  return cell;
}

/// Nothing is left but the memory.
void clear(Gap& gap) {
  gap.summary = {};
  gap.required = {};
  gap.cells.clear();
  gap.assess.clear();
  gap.raises.clear();
  gap.threshold.reset();
}

bool is_open(CellState state) {
  return state == CellState::unknown || state == CellState::expired;
}

/// Adds what a required cell means for readiness.
void add_required(const CellRequirement& requirement, const GapCell& cell, Gap& gap) {
  count(gap.required, cell.state);
  if (is_open(cell.state)) gap.assess.push_back(cell.skill);
  if (is_open(cell.state) || cell.state == CellState::gap) {
    gap.raises.push_back({cell.skill, cell.held, requirement.least_rank()});
  }
}

void add_threshold(const Matrix& matrix, const GapOptions& options, Gap& gap) {
  if (options.threshold->denominator <= 0) {
    gap.diagnostics.push_back(make_diagnostic(Code::invalid_option, {},
                                              to_string(*options.threshold),
                                              {{"detail", "denominator"}}));
    return;
  }
  gap.threshold = ThresholdSearch(matrix, options.scoring, gap).run(*options.threshold);
  if (gap.threshold->outcome != ThresholdOutcome::not_computed) return;
  gap.diagnostics.push_back(make_diagnostic(
      Code::counterfactual_not_computed, {}, to_string(*options.threshold),
      {{"limit", std::to_string(max_threshold_levels)}}));
}

}  // namespace

std::string_view to_string(CellState state) {
  switch (state) {
    case CellState::met: return "met";
    case CellState::exceeded: return "exceeded";
    case CellState::gap: return "gap";
    case CellState::unknown: return "unknown";
    case CellState::expired: return "expired";
  }
  return {};
}

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::ready: return "ready";
    case Verdict::undetermined: return "undetermined";
    case Verdict::not_ready: return "not_ready";
  }
  return {};
}

Gap analyze_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                const GapOptions& options) {
  Gap gap;
  analyze_gap(matrix, holdings, target, options, gap);
  return gap;
}

void analyze_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                 const GapOptions& options, Gap& gap) {
  clear(gap);
  gap.target = target;
  gap.diagnostics = holdings.diagnostics;
  const Scoring& scoring = options.scoring;
  Tally lower(scoring.model().aggregate);
  Tally upper(scoring.model().aggregate);
  gap.cells.reserve(matrix.requirements(target).size());
  for_each_cell(
      matrix, holdings, target,
      [&](std::uint32_t position, const CellRequirement& requirement, const Standing& standing) {
        const GapCell& cell = gap.cells.emplace_back(
            make_cell(matrix, target, position, requirement, standing));
        count(gap.summary.counts, cell.state);
        if (requirement.necessity == Necessity::required) add_required(requirement, cell, gap);
        if (!scoring.counts(requirement)) return;
        const Credit credit = lower_credit(matrix, scoring, requirement, cell.held);
        lower.add(scoring.weight(requirement), credit);
        upper.add(scoring.weight(requirement), is_open(cell.state) ? full_credit : credit);
      });
  gap.summary.verdict = verdict_of(gap.required);
  gap.summary.lower = lower.score();
  gap.summary.upper = upper.score();
  attribute(matrix, scoring, lower, gap);
  if (!lower.any()) gap.diagnostics.push_back(make_diagnostic(Code::nothing_expected));
  if (options.threshold) add_threshold(matrix, options, gap);
}

Gap analyze_gap(const Matrix& matrix, const Profile& profile, RoleLevelIndex target,
                const GapOptions& options) {
  return analyze_gap(matrix, resolve_ratings(matrix, profile, options.ratings), target, options);
}

GapSummary summarize_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                         const Scoring& scoring) {
  GapSummary summary;
  CellCounts required;
  Tally lower(scoring.model().aggregate);
  Tally upper(scoring.model().aggregate);
  for_each_cell(
      matrix, holdings, target,
      [&](std::uint32_t, const CellRequirement& requirement, const Standing& standing) {
        count(summary.counts, standing.state);
        if (requirement.necessity == Necessity::required) count(required, standing.state);
        if (!scoring.counts(requirement)) return;
        const Credit credit = lower_credit(matrix, scoring, requirement, standing.held);
        lower.add(scoring.weight(requirement), credit);
        upper.add(scoring.weight(requirement), is_open(standing.state) ? full_credit : credit);
      });
  summary.verdict = verdict_of(required);
  summary.lower = lower.score();
  summary.upper = upper.score();
  return summary;
}

}  // namespace skillmatrix
