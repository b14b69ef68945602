#include "skillmatrix/scores.h"

#include "batch.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::BatchOptions;
using skillmatrix::PeopleScores;
using skillmatrix::PersonIndex;
using skillmatrix::Roster;

namespace {

/// Nothing if the handle is no result.
const PeopleScores* peek(const skm_scores* scores) noexcept {
  const capi::PlannedScores* const value = capi::peek(scores);
  return value == nullptr ? nullptr : &*value->result;
}

/// A roster that scores may be of. Throws a failure if it cannot be that, or there are none.
const Roster& roster_of(const capi::PlannedScores& scores, const skm_roster* roster) {
  if (!scores.result->is_complete()) {
    throw capi::Failure{SKM_ERR_INVALID_ARGUMENT, "there are no scores yet", {}};
  }
  return capi::roster_of(roster, scores.plan->matrix);
}

/// Throws a failure unless the scores are those of the roster but for one person: one who changed,
/// was added last, or was removed and had that number.
void check_change(const PeopleScores& scores, const Roster& roster, std::uint32_t person) {
  const std::uint64_t before = scores.size();
  const std::uint64_t now = roster.person_count();
  const bool is_change = now == before;
  const bool is_added = now == before + 1 && person == before;
  const bool is_removed = now + 1 == before;
  if (!is_change && !is_added && !is_removed) {
    throw capi::Failure{
        SKM_ERR_INVALID_ARGUMENT, "the scores and the roster differ by more than one person", {}};
  }
  capi::check_number(person, std::max(before, now), "person");
}

/// Fills in all scores.
template <class Score>
void score_all(skm_scores* scores, const skm_plan* plan, const skm_roster* roster,
               const skm_batch_options* options, Score&& score) {
  capi::PlannedScores& value = capi::edit(scores, "scores");
  const auto& planned = capi::get(plan, "plan");
  const Roster& people = capi::roster_of(roster, planned->matrix);
  value.result.overwrite([&](PeopleScores& result) {
    value.plan = planned;
    capi::run_batch(options,
                    [&](const BatchOptions& how) { score(*planned, people, how, result); });
  });
}

}  // namespace

skm_status skm_scores_create(skm_scores** out_scores, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] { capi::Out(out_scores, "out_scores").set({}); });
}

skm_status skm_scores_clone(const skm_scores* scores, skm_scores** out_scores,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_scores, "out_scores");
    out.set(capi::get(scores, "scores"));
  });
}

skm_status skm_scores_score_people(skm_scores* scores, const skm_plan* plan,
                                   const skm_roster* roster, std::uint32_t role_level,
                                   const skm_batch_options* options,
                                   skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::check_number(role_level, capi::get(plan, "plan")->matrix->role_level_count(),
                       "role_level");
    score_all(scores, plan, roster, options,
              [&](const capi::PlanOfMatrix& planned, const Roster& people, const BatchOptions& how,
                  PeopleScores& result) {
                skillmatrix::score_people(planned.plan, people, {role_level}, how, result);
              });
  });
}

skm_status skm_scores_score_own_role_levels(skm_scores* scores, const skm_plan* plan,
                                            const skm_roster* roster,
                                            const skm_batch_options* options,
                                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    score_all(scores, plan, roster, options,
              [](const capi::PlanOfMatrix& planned, const Roster& people, const BatchOptions& how,
                 PeopleScores& result) {
                skillmatrix::score_own_role_levels(planned.plan, people, how, result);
              });
  });
}

skm_status skm_scores_rescore(skm_scores* scores, const skm_roster* roster, std::uint32_t person,
                              skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::PlannedScores& value = capi::edit(scores, "scores");
    const Roster& people = roster_of(value, roster);
    check_change(*value.result, people, person);
    value.result.edit([&](PeopleScores& result) {
      skillmatrix::rescore(value.plan->plan, people, {person}, result);
    });
  });
}

std::uint32_t skm_scores_count(const skm_scores* scores) noexcept {
  const PeopleScores* const value = peek(scores);
  return value == nullptr ? 0 : value->size();
}

std::uint32_t skm_scores_role_level(const skm_scores* scores) noexcept {
  const PeopleScores* const value = peek(scores);
  return value == nullptr ? SKM_NONE : capi::number_of(value->target());
}

skm_column skm_scores_lower(const skm_scores* scores) noexcept {
  return capi::column_of(peek(scores), &PeopleScores::lower);
}

skm_column skm_scores_upper(const skm_scores* scores) noexcept {
  return capi::column_of(peek(scores), &PeopleScores::upper);
}

skm_column skm_scores_gaps(const skm_scores* scores) noexcept {
  return capi::column_of(peek(scores), &PeopleScores::gaps);
}

skm_column skm_scores_verdicts(const skm_scores* scores) noexcept {
  return capi::column_of(peek(scores), &PeopleScores::verdicts);
}

skm_status skm_scores_get(const skm_scores* scores, const skm_roster* roster, std::uint32_t person,
                          skm_score* out_score) noexcept {
  return capi::guard([&] {
    const capi::PlannedScores& value = capi::get(scores, "scores");
    const Roster& people = roster_of(value, roster);
    if (people.person_count() != value.result->size()) {
      throw capi::Failure{SKM_ERR_INVALID_ARGUMENT, "the scores are not those of the roster", {}};
    }
    capi::check_number(person, people.person_count(), "person");
    if (out_score == nullptr) throw capi::is_null("out_score");
    const auto level = value.result->role_level({person});
    const auto score = value.result->score(value.plan->plan, {person});
    *out_score = score ? capi::score_of(level->value, *score)
                       : skm_score{SKM_NONE, SKM_VERDICT_NONE, 0, 0, 1, 0, 1};
  });
}

void skm_scores_destroy(skm_scores* scores) noexcept { capi::destroy(scores); }
