#include "skillmatrix/gap.hpp"

#include <algorithm>
#include <string>

#include "gap_comparison.hpp"
#include "gap_threshold.hpp"

namespace skillmatrix {
namespace {

using gap_cells::Sums;

CellCounts to_cell_counts(const Sums::StateCounts& counts) {
  return {counts[0], counts[1], counts[2], counts[3], counts[4]};
}

bool is_open(CellState state) { return state >= CellState::unknown; }
/// Below what is expected, for all that is known.
bool is_below(CellState state) { return state >= CellState::gap; }

Verdict verdict_of(const CellCounts& required) {
  if (required.gap != 0) return Verdict::not_ready;
  return required.unknown + required.expired == 0 ? Verdict::ready : Verdict::undetermined;
}

/// A part of `weight * full_credit` units.
Fraction share(std::uint64_t units, std::uint64_t weight) {
  return make_fraction(static_cast<std::int64_t>(units),
                       static_cast<std::int64_t>(weight * full_credit));
}

void set_summary(const Sums& sums, Aggregate aggregate, GapSummary& summary) {
  summary.counts = to_cell_counts(sums.states);
  summary.verdict = verdict_of(to_cell_counts(sums.required));
  if (sums.weight == 0) {
    summary.lower = summary.upper = {1, 1};
  } else if (aggregate == Aggregate::minimum) {
    summary.upper = make_fraction(sums.smallest, full_credit);
    summary.lower = sums.held_weight == sums.weight ? summary.upper : Fraction{0, 1};
  } else {
    summary.lower = share(sums.earned, sums.weight);
    summary.upper = share(sums.weight * full_credit - sums.lost, sums.weight);
  }
}

template <class Person>
GapSummary summarize(const Matrix& matrix, const Person& person, RoleLevelIndex target,
                     const Scoring& scoring) {
  GapSummary summary;
  set_summary(gap_cells::compare(matrix, scoring, person, target), scoring.model().aggregate,
              summary);
  return summary;
}

/// With a minimum the first of the weakest cells has all of the score.
void attribute_minimum(Gap& gap) {
  std::uint64_t smallest = full_credit;
  for (const GapCell& cell : gap.cells) {
    if (cell.earned + cell.lost != 0) smallest = std::min(smallest, cell.earned);
  }
  bool is_done = false;
  for (GapCell& cell : gap.cells) {
    if (!is_done && cell.earned + cell.lost != 0 && cell.earned == smallest) {
      is_done = true;
    } else {
      cell.earned = 0;
      cell.lost = 0;
    }
  }
}

void list_raises(Gap& gap) {
  gap.assess.resize(gap.cells.size());
  gap.raises.resize(gap.cells.size());
  SkillIndex* const assess = gap.assess.data();
  Raise* const raises = gap.raises.data();
  std::size_t open = 0;
  std::size_t short_of = 0;
  for (const GapCell& cell : gap.cells) {
    const SkillIndex skill = cell.skill;
    assess[open] = skill;
    Raise& raise = raises[short_of];
    raise.skill = skill;
    raise.from = cell.held;
    raise.to = std::max(cell.expected, Rank{1});
    const bool is_required = cell.necessity == Necessity::required;
    open += static_cast<std::size_t>(is_required & is_open(cell.state));
    short_of += static_cast<std::size_t>(is_required & is_below(cell.state));
  }
  gap.assess.resize(open);
  gap.raises.resize(short_of);
}

void add_threshold(const Matrix& matrix, const GapOptions& options, Gap& gap) {
  if (options.threshold->denominator <= 0) {
    gap.diagnostics.push_back(make_diagnostic(
        Code::invalid_option, {}, to_string(*options.threshold), {{"detail", "denominator"}}));
    return;
  }
  gap.threshold = reach_threshold(matrix, options.scoring, gap, *options.threshold);
  if (gap.threshold->outcome != ThresholdOutcome::not_computed) return;
  gap.diagnostics.push_back(make_diagnostic(Code::counterfactual_not_computed, {},
                                            to_string(*options.threshold),
                                            {{"limit", std::to_string(max_threshold_levels)}}));
}

template <class Person>
void analyze(const Matrix& matrix, const Person& person, RoleLevelIndex target,
             const GapOptions& options, Gap& gap) {
  gap.target = target;
  const Sums sums = gap_cells::compare(matrix, options.scoring, person, target, gap.cells);
  const Aggregate aggregate = options.scoring.model().aggregate;
  set_summary(sums, aggregate, gap.summary);
  gap.required = to_cell_counts(sums.required);
  gap.total =
      full_credit * (aggregate == Aggregate::minimum ? 1 : std::max<std::uint64_t>(sums.weight, 1));
  if (aggregate == Aggregate::minimum) attribute_minimum(gap);
  list_raises(gap);
  if (sums.weight == 0) gap.diagnostics.push_back(make_diagnostic(Code::nothing_expected));
  gap.threshold.reset();
  if (options.threshold) add_threshold(matrix, options, gap);
}

}  // namespace

Fraction Gap::contribution(const GapCell& cell) const {
  return make_fraction(static_cast<std::int64_t>(cell.earned), static_cast<std::int64_t>(total));
}

Fraction Gap::loss(const GapCell& cell) const {
  return make_fraction(static_cast<std::int64_t>(cell.lost), static_cast<std::int64_t>(total));
}

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
  gap.diagnostics = holdings.diagnostics;
  analyze(matrix, gap_cells::person_of(holdings), target, options, gap);
}

Gap analyze_gap(const Matrix& matrix, const Roster& roster, PersonIndex person,
                RoleLevelIndex target, const GapOptions& options) {
  Gap gap;
  analyze_gap(matrix, roster, person, target, options, gap);
  return gap;
}

void analyze_gap(const Matrix& matrix, const Roster& roster, PersonIndex person,
                 RoleLevelIndex target, const GapOptions& options, Gap& gap) {
  gap.diagnostics.clear();
  gap_cells::with_person(roster, person,
                         [&](const auto& found) { analyze(matrix, found, target, options, gap); });
}

Gap analyze_gap(const Matrix& matrix, const Profile& profile, RoleLevelIndex target,
                const GapOptions& options) {
  return analyze_gap(matrix, resolve_ratings(matrix, profile, options.ratings), target, options);
}

GapSummary summarize_gap(const Matrix& matrix, const Holdings& holdings, RoleLevelIndex target,
                         const Scoring& scoring) {
  return summarize(matrix, gap_cells::person_of(holdings), target, scoring);
}

GapSummary summarize_gap(const Matrix& matrix, const Roster& roster, PersonIndex person,
                         RoleLevelIndex target, const Scoring& scoring) {
  return gap_cells::with_person(
      roster, person, [&](const auto& found) { return summarize(matrix, found, target, scoring); });
}

}  // namespace skillmatrix
