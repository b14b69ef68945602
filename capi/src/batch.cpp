#include "batch.hpp"

#include <atomic>

namespace capi = skillmatrix::capi;
using skillmatrix::Verdict;

static_assert(static_cast<int>(Verdict::ready) == SKM_VERDICT_READY);
static_assert(static_cast<int>(Verdict::undetermined) == SKM_VERDICT_UNDETERMINED);
static_assert(static_cast<int>(Verdict::not_ready) == SKM_VERDICT_NOT_READY);
static_assert(skillmatrix::no_verdict == SKM_VERDICT_NONE);

namespace skillmatrix::capi {

const Roster& roster_of(const skm_roster* roster, const std::shared_ptr<const Matrix>& matrix) {
  const RosterOfMatrix& value = get(roster, "roster");
  if (value.matrix != matrix && !value.built.roster.fits(*matrix)) {
    throw Failure{SKM_ERR_OTHER_MATRIX, "the roster was built for another matrix", {}};
  }
  return value.built.roster;
}

Executor executor_of(const skm_batch_options& options, skm_status& status) {
  return [&options, &status](std::size_t tasks, const std::function<void(std::size_t)>& run) {
    struct Tasks {
      const std::function<void(std::size_t)>& run;
      std::size_t count;
      std::atomic<std::size_t> started = 0;
    };
    if (status != SKM_OK) return;
    Tasks all{run, tasks};
    const skm_task run_one = [](void* task_data, std::uint64_t task) {
      auto& given = *static_cast<Tasks*>(task_data);
      if (task >= given.count) return;
      ++given.started;
      given.run(static_cast<std::size_t>(task));
    };
    const skm_status given = options.executor(options.executor_data, tasks, run_one, &all);
    if (status != SKM_OK) return;  // The progress callback was first.
    status = given == SKM_OK && all.started != tasks ? SKM_ERR_CANCELLED : given;
  };
}

skm_column column_of(const ScoreColumn& column) noexcept {
  return column.visit([](auto numbers) { return column_of(std::span(numbers)); });
}

skm_score score_of(std::uint32_t item, const PersonScore& score) noexcept {
  return {item,
          static_cast<std::int32_t>(score.verdict),
          score.gaps,
          score.lower.numerator,
          score.lower.denominator,
          score.upper.numerator,
          score.upper.denominator};
}

}  // namespace skillmatrix::capi

skm_status skm_plan_build(const skm_matrix* matrix, skm_string_view scoring_model,
                          skm_plan** out_plan, skm_error** out_error) noexcept {
  return skm_plan_build_credits(matrix, scoring_model, 0, nullptr, out_plan, out_error);
}

skm_status skm_plan_build_credits(const skm_matrix* matrix, skm_string_view scoring_model,
                                  std::uint64_t count, const skm_fraction* credits,
                                  skm_plan** out_plan, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_plan, "out_plan");
    const std::shared_ptr<const skillmatrix::Matrix>& value = capi::get(matrix, "matrix");
    out.set(std::make_shared<const capi::PlanOfMatrix>(capi::PlanOfMatrix{
        value, skillmatrix::BatchPlan(*value, capi::scoring_of(scoring_model, credits, count))}));
  });
}

skm_status skm_plan_clone(const skm_plan* plan, skm_plan** out_plan,
                          skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_plan, "out_plan");
    out.set(capi::get(plan, "plan"));
  });
}

std::uint64_t skm_plan_total(const skm_plan* plan, std::uint32_t role_level) noexcept {
  const auto* const value = capi::peek(plan);
  if (value == nullptr || role_level >= (*value)->matrix->role_level_count()) return 0;
  return (*value)->plan.total({role_level});
}

void skm_plan_destroy(skm_plan* plan) noexcept { capi::destroy(plan); }
