#include "skillmatrix/ranking.h"

#include "batch.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::BatchOptions;
using skillmatrix::BatchRanking;
using skillmatrix::PersonIndex;
using skillmatrix::RoleLevelIndex;
using skillmatrix::Roster;
using skillmatrix::RowKind;

namespace {

/// Nothing if the handle is no result.
const BatchRanking* peek(const skm_ranking* ranking) noexcept {
  const capi::PlannedRanking* const value = capi::peek(ranking);
  return value == nullptr ? nullptr : &*value->result;
}

/// Throws a failure if the row does not have so many elements.
void check_element(const BatchRanking& ranking, std::uint64_t row, std::uint64_t position) {
  capi::check_number(row, ranking.row_count(), "row");
  capi::check_number(position, ranking.counts()[row], "position");
}

}  // namespace

skm_status skm_ranking_create(skm_ranking** out_ranking, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] { capi::Out(out_ranking, "out_ranking").set({}); });
}

skm_status skm_ranking_clone(const skm_ranking* ranking, skm_ranking** out_ranking,
                             skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_ranking, "out_ranking");
    out.set(capi::get(ranking, "ranking"));
  });
}

skm_status skm_ranking_rank_role_levels(skm_ranking* ranking, const skm_plan* plan,
                                        const skm_roster* roster, const std::uint32_t* people,
                                        std::uint64_t person_count, std::uint64_t limit,
                                        const skm_batch_options* options,
                                        skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::PlannedRanking& value = capi::edit(ranking, "ranking");
    const auto& planned = capi::get(plan, "plan");
    const Roster& all = capi::roster_of(roster, planned->matrix);
    const auto rows =
        capi::numbers_of<PersonIndex>(people, person_count, all.person_count(), "people");
    value.result.overwrite([&](BatchRanking& result) {
      value.plan = planned;
      value.person_count = all.person_count();
      capi::run_batch(options, [&](const BatchOptions& how) {
        skillmatrix::rank_role_levels(planned->plan, all, rows, limit, how, result);
      });
    });
  });
}

skm_status skm_ranking_rank_people(skm_ranking* ranking, const skm_plan* plan,
                                   const skm_roster* roster, const std::uint32_t* role_levels,
                                   std::uint64_t role_level_count, std::uint64_t limit,
                                   const skm_batch_options* options,
                                   skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::PlannedRanking& value = capi::edit(ranking, "ranking");
    const auto& planned = capi::get(plan, "plan");
    const Roster& all = capi::roster_of(roster, planned->matrix);
    const auto rows = capi::numbers_of<RoleLevelIndex>(
        role_levels, role_level_count, planned->matrix->role_level_count(), "role_levels");
    value.result.overwrite([&](BatchRanking& result) {
      value.plan = planned;
      value.person_count = all.person_count();
      capi::run_batch(options, [&](const BatchOptions& how) {
        skillmatrix::rank_people(planned->plan, all, rows, limit, how, result);
      });
    });
  });
}

skm_status skm_ranking_rerank(skm_ranking* ranking, const skm_roster* roster, std::uint32_t person,
                              skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::PlannedRanking& value = capi::edit(ranking, "ranking");
    if (!value.result->is_complete()) {
      throw capi::Failure{SKM_ERR_INVALID_ARGUMENT, "there is no ranking yet", {}};
    }
    const Roster& people = capi::roster_of(roster, value.plan->matrix);
    if (people.person_count() != value.person_count) {
      throw capi::Failure{
          SKM_ERR_INVALID_ARGUMENT, "the ranking was made of other people: rank anew", {}};
    }
    capi::check_number(person, value.person_count, "person");
    value.result.edit([&](BatchRanking& result) {
      skillmatrix::rerank(value.plan->plan, people, {person}, result);
    });
  });
}

std::uint64_t skm_ranking_row_count(const skm_ranking* ranking) noexcept {
  const BatchRanking* const value = peek(ranking);
  return value == nullptr ? 0 : value->row_count();
}

std::uint64_t skm_ranking_limit(const skm_ranking* ranking) noexcept {
  const BatchRanking* const value = peek(ranking);
  return value == nullptr ? 0 : value->limit();
}

skm_column skm_ranking_rows(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::rows);
}

skm_column skm_ranking_counts(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::counts);
}

skm_column skm_ranking_items(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::items);
}

skm_column skm_ranking_lower(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::lower);
}

skm_column skm_ranking_upper(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::upper);
}

skm_column skm_ranking_gaps(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::gaps);
}

skm_column skm_ranking_verdicts(const skm_ranking* ranking) noexcept {
  return capi::column_of(peek(ranking), &BatchRanking::verdicts);
}

skm_status skm_ranking_get(const skm_ranking* ranking, std::uint64_t row, std::uint64_t position,
                           skm_score* out_score) noexcept {
  return capi::guard([&] {
    const capi::PlannedRanking& value = capi::get(ranking, "ranking");
    const BatchRanking& result = *value.result;
    check_element(result, row, position);
    if (out_score == nullptr) throw capi::is_null("out_score");
    const std::uint32_t item = result.items()[row * result.limit() + position];
    const bool is_of_role_level = result.row_kind() == RowKind::role_levels;
    const RoleLevelIndex level{is_of_role_level ? result.rows()[row] : item};
    *out_score = capi::score_of(item, result.score(value.plan->plan, level, row, position));
  });
}

void skm_ranking_destroy(skm_ranking* ranking) noexcept { capi::destroy(ranking); }
