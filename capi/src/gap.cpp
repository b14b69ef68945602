#include "skillmatrix/gap.h"

#include <utility>

#include "analysis.hpp"
#include "batch.hpp"
#include "roster.hpp"
#include "skillmatrix/report.hpp"

namespace capi = skillmatrix::capi;
using capi::AnalyzedGap;
using skillmatrix::CellCounts;
using skillmatrix::CellState;
using skillmatrix::Gap;
using skillmatrix::GapCell;
using skillmatrix::GapOptions;
using skillmatrix::Matrix;
using skillmatrix::Necessity;
using skillmatrix::PersonIndex;
using skillmatrix::Raise;
using skillmatrix::RoleLevelIndex;
using skillmatrix::Roster;
using skillmatrix::SkillIndex;
using skillmatrix::ThresholdOutcome;

static_assert(static_cast<int>(CellState::met) == SKM_CELL_MET);
static_assert(static_cast<int>(CellState::exceeded) == SKM_CELL_EXCEEDED);
static_assert(static_cast<int>(CellState::gap) == SKM_CELL_GAP);
static_assert(static_cast<int>(CellState::unknown) == SKM_CELL_UNKNOWN);
static_assert(static_cast<int>(CellState::expired) == SKM_CELL_EXPIRED);
static_assert(static_cast<int>(ThresholdOutcome::reached) == SKM_THRESHOLD_REACHED);
static_assert(static_cast<int>(ThresholdOutcome::unreachable) == SKM_THRESHOLD_UNREACHABLE);
static_assert(static_cast<int>(ThresholdOutcome::not_computed) == SKM_THRESHOLD_NOT_COMPUTED);

namespace skillmatrix::capi {
namespace {

skm_cell_counts counts_of(const CellCounts& counts) noexcept {
  return {counts.met, counts.exceeded, counts.gap, counts.unknown, counts.expired};
}

}  // namespace

skm_gap_summary summary_of(const GapSummary& summary) noexcept {
  return {static_cast<std::int32_t>(summary.verdict),
          counts_of(summary.counts),
          summary.lower.numerator,
          summary.lower.denominator,
          summary.upper.numerator,
          summary.upper.denominator};
}

RoleLevelIndex role_level_of(const Matrix& matrix, std::uint32_t number) {
  check_number(number, matrix.role_level_count(), "role_level");
  return {number};
}

const Reader& reader_of(const skm_reader* reader, const std::shared_ptr<const Matrix>& matrix) {
  const MatrixReader& value = get(reader, "reader");
  if (value.matrix != matrix) {
    throw Failure{SKM_ERR_OTHER_MATRIX, "the reader is of another matrix", {}};
  }
  return value.reader;
}

}  // namespace skillmatrix::capi

namespace {

std::optional<skillmatrix::Fraction> threshold_of(const skm_gap_options& given) {
  if (given.threshold_denominator == 0) return std::nullopt;
  return capi::fraction_of({given.threshold_numerator, given.threshold_denominator}, "threshold");
}

GapOptions options_of(const skm_gap_options* options) {
  const skm_gap_options given = capi::read_options(options, "options");
  capi::check_reserved(given.reserved, "options");
  return {capi::ratings_of(given.as_of, given.policy, given.min_confidence),
          capi::scoring_of(given.scoring_model, given.credits, given.credit_count),
          threshold_of(given)};
}

skm_gap_cell cell_of(const GapCell& cell) noexcept {
  return {cell.cell.value,
          cell.skill.value,
          cell.expected,
          cell.held ? *cell.held : SKM_NONE,
          cell.shortfall,
          cell.weight,
          static_cast<std::int32_t>(cell.state),
          cell.necessity == Necessity::required ? 1 : 0,
          cell.earned,
          cell.lost};
}

skm_raise raise_of(const Raise& raise) noexcept {
  return {raise.skill.value, raise.from ? *raise.from : SKM_NONE, raise.to};
}

/// Nothing if the handle is no gap, or empty.
const Gap* peek(const skm_gap* gap) noexcept {
  const AnalyzedGap* const value = capi::peek(gap);
  return value == nullptr || value->matrix == nullptr ? nullptr : &value->gap;
}

/// Throws a failure if it is empty.
const AnalyzedGap& get(const skm_gap* gap) {
  const AnalyzedGap& value = capi::get(gap, "gap");
  if (value.matrix == nullptr) {
    throw capi::Failure{SKM_ERR_INVALID_ARGUMENT, "the gap is empty", {}};
  }
  return value;
}

/// Gives something of a gap.
template <class Value, class Make>
skm_status give(const skm_gap* gap, Value* out, std::string_view name, Make make) noexcept {
  return capi::guard([&] {
    const Gap& value = get(gap).gap;
    if (out == nullptr) throw capi::is_null(name);
    *out = make(value);
  });
}

/// Has `work` write all of the gap but for its options. If it throws, the gap is empty.
template <class Work>
void overwrite(AnalyzedGap& value, const std::shared_ptr<const Matrix>& matrix, GapOptions options,
               Work&& work) {
  value.options = std::move(options);
  try {
    std::forward<Work>(work)();
    const auto& findings = value.gap.diagnostics;
    value.diagnostics.value = findings.empty() ? capi::Findings() : capi::findings_of(findings);
  } catch (...) {
    value = {};
    throw;
  }
  value.matrix = matrix;
}

}  // namespace

skm_status skm_gap_create(skm_gap** out_gap, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] { capi::Out(out_gap, "out_gap").set({}); });
}

skm_status skm_gap_analyze(skm_gap* gap, const skm_matrix* matrix, const skm_roster* roster,
                           std::uint32_t person, std::uint32_t role_level,
                           const skm_gap_options* options, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    AnalyzedGap& value = capi::edit(gap, "gap");
    const auto& numbers = capi::get(matrix, "matrix");
    const Roster& people = capi::roster_of(roster, numbers);
    capi::check_number(person, people.person_count(), "person");
    const RoleLevelIndex target = capi::role_level_of(*numbers, role_level);
    overwrite(value, numbers, options_of(options), [&] {
      skillmatrix::analyze_gap(*numbers, people, PersonIndex{person}, target, value.options,
                               value.gap);
      value.profile.reset();
      value.person.id = people.person_id(PersonIndex{person});
    });
  });
}

skm_status skm_gap_analyze_profile(skm_gap* gap, const skm_matrix* matrix,
                                   const skm_profile* profile, std::uint32_t role_level,
                                   const skm_gap_options* options, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    AnalyzedGap& value = capi::edit(gap, "gap");
    const auto& numbers = capi::get(matrix, "matrix");
    const auto& person = capi::get(profile, "profile").profile;
    const RoleLevelIndex target = capi::role_level_of(*numbers, role_level);
    overwrite(value, numbers, options_of(options), [&] {
      const auto holdings = skillmatrix::resolve_ratings(*numbers, *person, value.options.ratings);
      skillmatrix::analyze_gap(*numbers, holdings, target, value.options, value.gap);
      value.profile = person;
    });
  });
}

skm_status skm_gap_analyze_holdings(skm_gap* gap, const skm_matrix* matrix, std::uint32_t count,
                                    const skm_holding* holdings, std::uint32_t role_level,
                                    const skm_gap_options* options,
                                    skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    AnalyzedGap& value = capi::edit(gap, "gap");
    const auto& numbers = capi::get(matrix, "matrix");
    const RoleLevelIndex target = capi::role_level_of(*numbers, role_level);
    GapOptions how = options_of(options);
    capi::read_holdings(*numbers, holdings, count, value.given.skills);
    overwrite(value, numbers, std::move(how), [&] {
      skillmatrix::analyze_gap(*numbers, value.given, target, value.options, value.gap);
      value.profile.reset();
      value.person.id.clear();
    });
  });
}

skm_status skm_gap_summarize(const skm_matrix* matrix, const skm_roster* roster,
                             std::uint32_t person, std::uint32_t role_level,
                             skm_string_view scoring_model, skm_gap_summary* out_summary,
                             skm_error** out_error) noexcept {
  return skm_gap_summarize_credits(matrix, roster, person, role_level, scoring_model, 0, nullptr,
                                   out_summary, out_error);
}

skm_status skm_gap_summarize_credits(const skm_matrix* matrix, const skm_roster* roster,
                                     std::uint32_t person, std::uint32_t role_level,
                                     skm_string_view scoring_model, std::uint64_t count,
                                     const skm_fraction* credits, skm_gap_summary* out_summary,
                                     skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    const auto& numbers = capi::get(matrix, "matrix");
    const Roster& people = capi::roster_of(roster, numbers);
    capi::check_number(person, people.person_count(), "person");
    const RoleLevelIndex target = capi::role_level_of(*numbers, role_level);
    if (out_summary == nullptr) throw capi::is_null("out_summary");
    *out_summary = capi::summary_of(
        skillmatrix::summarize_gap(*numbers, people, PersonIndex{person}, target,
                                   capi::scoring_of(scoring_model, credits, count)));
  });
}

std::uint32_t skm_gap_role_level(const skm_gap* gap) noexcept {
  const Gap* const value = peek(gap);
  return value == nullptr ? SKM_NONE : value->target.value;
}

skm_status skm_gap_get_summary(const skm_gap* gap, skm_gap_summary* out_summary) noexcept {
  return give(gap, out_summary, "out_summary",
              [](const Gap& value) { return capi::summary_of(value.summary); });
}

skm_status skm_gap_get_required(const skm_gap* gap, skm_cell_counts* out_counts) noexcept {
  return give(gap, out_counts, "out_counts",
              [](const Gap& value) { return capi::counts_of(value.required); });
}

std::uint64_t skm_gap_total(const skm_gap* gap) noexcept {
  const Gap* const value = peek(gap);
  return value == nullptr ? 0 : value->total;
}

std::uint32_t skm_gap_cell_count(const skm_gap* gap) noexcept {
  const Gap* const value = peek(gap);
  return value == nullptr ? 0 : static_cast<std::uint32_t>(value->cells.size());
}

skm_status skm_gap_get_cell(const skm_gap* gap, std::uint32_t index,
                            skm_gap_cell* out_cell) noexcept {
  return give(gap, out_cell, "out_cell", [&](const Gap& value) {
    capi::check_number(index, value.cells.size(), "index");
    return cell_of(value.cells[index]);
  });
}

skm_status skm_gap_cells(const skm_gap* gap, std::uint32_t capacity, skm_gap_cell* out_cells,
                         std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    capi::give_list(capi::get(gap, "gap").gap.cells, capacity, out_cells, out_count, cell_of);
  });
}

skm_status skm_gap_assess(const skm_gap* gap, std::uint32_t capacity, std::uint32_t* out_skills,
                          std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    capi::give_list(capi::get(gap, "gap").gap.assess, capacity, out_skills, out_count,
                    [](SkillIndex skill) { return skill.value; });
  });
}

skm_status skm_gap_raises(const skm_gap* gap, std::uint32_t capacity, skm_raise* out_raises,
                          std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    capi::give_list(capi::get(gap, "gap").gap.raises, capacity, out_raises, out_count, raise_of);
  });
}

skm_status skm_gap_get_threshold(const skm_gap* gap, skm_gap_threshold* out_threshold) noexcept {
  return give(gap, out_threshold, "out_threshold", [](const Gap& value) {
    if (!value.threshold) return skm_gap_threshold{SKM_THRESHOLD_NONE, 0, 0, 0, 0, 0};
    const skillmatrix::ThresholdCounterfactual& found = *value.threshold;
    return skm_gap_threshold{static_cast<std::int32_t>(found.outcome),
                             found.levels,
                             found.threshold.numerator,
                             found.threshold.denominator,
                             found.lower.numerator,
                             found.lower.denominator};
  });
}

skm_status skm_gap_threshold_raises(const skm_gap* gap, std::uint32_t capacity,
                                    skm_raise* out_raises, std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    const auto& threshold = capi::get(gap, "gap").gap.threshold;
    const std::span<const Raise> raises =
        threshold ? std::span<const Raise>(threshold->raises) : std::span<const Raise>();
    capi::give_list(raises, capacity, out_raises, out_count, raise_of);
  });
}

const skm_diagnostics* skm_gap_diagnostics(const skm_gap* gap) noexcept {
  const AnalyzedGap* const value = capi::peek(gap);
  return value == nullptr ? nullptr : capi::borrow(value->diagnostics);
}

skm_status skm_gap_to_json(const skm_gap* gap, const skm_reader* reader, skm_buffer** out_json,
                           skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const AnalyzedGap& value = get(gap);
    out.set(skillmatrix::gap_json(capi::reader_of(reader, value.matrix), value.gap,
                                  value.profile ? *value.profile : value.person, value.options));
  });
}

void skm_gap_destroy(skm_gap* gap) noexcept { capi::destroy(gap); }
