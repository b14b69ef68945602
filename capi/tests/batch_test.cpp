#include "skillmatrix/batch.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Batch, PlansHaveAModel) {
  Matrix matrix;
  build_sample(matrix);
  Plan plan;
  Error error;
  EXPECT_EQ(skm_plan_build(matrix, view("coverage.parcial/1"), plan.out(), error.out()),
            SKM_ERR_UNKNOWN_NAME);
  EXPECT_EQ(plan.get(), nullptr);
  skm_diagnostic diagnostic = SKM_DIAGNOSTIC_INIT;
  ASSERT_EQ(skm_diagnostics_get(skm_error_diagnostics(error), 0, &diagnostic), SKM_OK);
  EXPECT_EQ(text(diagnostic.suggestion), "coverage.partial/1");
  EXPECT_EQ(skm_plan_build(matrix, view("gap.stepped/1"), plan.out(), error.out()), SKM_OK);
}

TEST(Batch, TotalsAreThoseOfRoleLevels) {
  Matrix matrix;
  build_sample(matrix);
  Plan plan;
  ASSERT_EQ(skm_plan_build(matrix, view("coverage.count/1"), plan.out(), nullptr), SKM_OK);
  for (std::uint32_t level = 0; level < skm_matrix_role_level_count(matrix); ++level) {
    EXPECT_GE(skm_plan_total(plan, level), 1U);
  }
  EXPECT_EQ(skm_plan_total(plan, skm_matrix_role_level_count(matrix)), 0U);
}

TEST(Batch, PlansHaveSeveralOwners) {
  Company company(5);
  Plan other;
  Error error;
  ASSERT_EQ(skm_plan_clone(company.plan, other.out(), error.out()), SKM_OK);
  const std::uint64_t total = skm_plan_total(company.plan, 3);
  company.plan.out();
  EXPECT_EQ(skm_plan_total(other, 3), total);
}

/// An executor that starts a thread for each task, but for some.
struct Pool {
  std::uint64_t left_out = UINT64_MAX;
  skm_status gives = SKM_OK;
  std::uint64_t calls = 0;
  std::uint64_t tasks = 0;

  static skm_status run(void* data, std::uint64_t count, skm_task task, void* task_data) {
    auto& self = *static_cast<Pool*>(data);
    ++self.calls;
    self.tasks += count;
    std::vector<std::jthread> threads;
    for (std::uint64_t at = count; at-- > 0;) {
      if (at != self.left_out) threads.emplace_back([=] { task(task_data, at); });
    }
    task(task_data, count);  // There is none of that number.
    return self.gives;
  }
};

TEST(BatchThreads, RunInThoseOfTheHost) {
  Company company(300);
  Scores scores;
  Scores expected;
  Error error;
  ASSERT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_scores_create(expected.out(), nullptr), SKM_OK);
  const auto score = [&](skm_scores* result, const skm_batch_options* options) {
    return skm_scores_score_own_role_levels(result, company.plan, company.roster, options,
                                            error.out());
  };
  ASSERT_EQ(score(expected.get(), nullptr), SKM_OK);
  Pool pool;
  Progress progress;
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  options.executor = Pool::run;
  options.executor_data = &pool;
  options.progress = Progress::report;
  options.user_data = &progress;
  ASSERT_EQ(score(scores.get(), &options), SKM_OK);
  EXPECT_GT(pool.tasks, 0U);
  EXPECT_EQ(progress.calls, pool.tasks);
  EXPECT_EQ(numbers(skm_scores_lower(scores)), numbers(skm_scores_lower(expected)));
  EXPECT_EQ(numbers(skm_scores_verdicts(scores)), numbers(skm_scores_verdicts(expected)));

  options.progress = nullptr;
  pool.left_out = 0;
  EXPECT_EQ(score(scores.get(), &options), SKM_ERR_CANCELLED);
  EXPECT_EQ(skm_scores_count(scores), 0U);
  pool = {};
  pool.gives = SKM_ERR_CALLBACK;
  EXPECT_EQ(score(scores.get(), &options), SKM_ERR_CALLBACK);
  EXPECT_EQ(pool.calls, 1U);
  EXPECT_EQ(skm_scores_count(scores), 0U);
  progress = {0, 1, 77};
  options.progress = Progress::report;
  EXPECT_EQ(score(scores.get(), &options), 77) << "which was first";

  // Rankings take several steps, none of which is begun after one has failed.
  Ranking ranking;
  ASSERT_EQ(skm_ranking_create(ranking.out(), nullptr), SKM_OK);
  const std::uint32_t levels[] = {0, 1, 2};
  options.progress = nullptr;
  const auto rank = [&] {
    return skm_ranking_rank_people(ranking.get(), company.plan, company.roster, levels, 3, 5,
                                   &options, error.out());
  };
  pool = {};
  ASSERT_EQ(rank(), SKM_OK);
  EXPECT_EQ(skm_ranking_row_count(ranking), 3U);
  pool = {};
  pool.gives = SKM_ERR_CALLBACK;
  EXPECT_EQ(rank(), SKM_ERR_CALLBACK);
  EXPECT_EQ(pool.calls, 1U);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
