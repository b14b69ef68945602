#include "skillmatrix/batch.h"

#include <gtest/gtest.h>

#include "handles.hpp"

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

}  // namespace
}  // namespace skillmatrix::capi_tests
