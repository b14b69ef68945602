#include "skillmatrix/counts.h"

#include "batch.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::BatchOptions;
using skillmatrix::Roster;
using skillmatrix::SkillCounts;

namespace {

/// Nothing if the handle is no result.
const SkillCounts* peek(const skm_counts* counts) noexcept {
  const capi::CountsOfMatrix* const value = capi::peek(counts);
  return value == nullptr ? nullptr : &*value->result;
}

/// Counts a person in or out.
skm_status follow(skm_counts* counts, const skm_roster* roster, std::uint32_t person,
                  decltype(skillmatrix::count_in)& count, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::CountsOfMatrix& value = capi::edit(counts, "counts");
    if (!value.result->is_complete()) {
      throw capi::Failure{SKM_ERR_INVALID_ARGUMENT, "there are no counts yet", {}};
    }
    const Roster& people = capi::roster_of(roster, value.matrix);
    capi::check_number(person, people.person_count(), "person");
    value.result.edit([&](SkillCounts& result) { count(*value.matrix, people, {person}, result); });
  });
}

}  // namespace

skm_status skm_counts_create(skm_counts** out_counts, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] { capi::Out(out_counts, "out_counts").set({}); });
}

skm_status skm_counts_clone(const skm_counts* counts, skm_counts** out_counts,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_counts, "out_counts");
    out.set(capi::get(counts, "counts"));
  });
}

skm_status skm_counts_count_skills(skm_counts* counts, const skm_matrix* matrix,
                                   const skm_roster* roster, const skm_batch_options* options,
                                   skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::CountsOfMatrix& value = capi::edit(counts, "counts");
    const auto& numbers = capi::get(matrix, "matrix");
    const Roster& people = capi::roster_of(roster, numbers);
    value.result.overwrite([&](SkillCounts& result) {
      value.matrix = numbers;
      capi::run_batch(options, [&](const BatchOptions& how) {
        skillmatrix::count_skills(*numbers, people, how, result);
      });
    });
  });
}

skm_status skm_counts_count_out(skm_counts* counts, const skm_roster* roster, std::uint32_t person,
                                skm_error** out_error) noexcept {
  return follow(counts, roster, person, skillmatrix::count_out, out_error);
}

skm_status skm_counts_count_in(skm_counts* counts, const skm_roster* roster, std::uint32_t person,
                               skm_error** out_error) noexcept {
  return follow(counts, roster, person, skillmatrix::count_in, out_error);
}

std::uint64_t skm_counts_count(const skm_counts* counts) noexcept {
  const SkillCounts* const value = peek(counts);
  return value == nullptr ? 0 : value->holders().size();
}

skm_column skm_counts_first(const skm_counts* counts) noexcept {
  return capi::column_of(peek(counts), &SkillCounts::first);
}

skm_column skm_counts_holders(const skm_counts* counts) noexcept {
  return capi::column_of(peek(counts), &SkillCounts::holders);
}

skm_column skm_counts_required(const skm_counts* counts) noexcept {
  return capi::column_of(peek(counts), &SkillCounts::required);
}

skm_column skm_counts_required_met(const skm_counts* counts) noexcept {
  return capi::column_of(peek(counts), &SkillCounts::required_met);
}

skm_column skm_counts_optional(const skm_counts* counts) noexcept {
  return capi::column_of(peek(counts), &SkillCounts::optional);
}

skm_column skm_counts_optional_met(const skm_counts* counts) noexcept {
  return capi::column_of(peek(counts), &SkillCounts::optional_met);
}

skm_status skm_counts_get(const skm_counts* counts, std::uint32_t skill, std::uint32_t rank,
                          skm_level_counts* out_counts) noexcept {
  return capi::guard([&] {
    const SkillCounts& value = *capi::get(counts, "counts").result;
    const std::span<const std::uint32_t> first = value.first();
    capi::check_number(skill, first.empty() ? 0 : first.size() - 1, "skill");
    const std::uint32_t levels = first[skill + 1U] - first[skill];
    if (rank == 0) throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "rank is 0", {}};
    capi::check_number(rank, levels + 1U, "rank");
    if (out_counts == nullptr) throw capi::is_null("out_counts");
    const auto found = value.at({skill}, static_cast<skillmatrix::Rank>(rank));
    *out_counts = {found.holders, found.required, found.required_met, found.optional,
                   found.optional_met};
  });
}

void skm_counts_destroy(skm_counts* counts) noexcept { capi::destroy(counts); }
