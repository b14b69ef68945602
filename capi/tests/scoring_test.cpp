#include "skillmatrix/scoring.h"

#include <gtest/gtest.h>

#include <limits>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Scoring, ModelsAreListed) {
  std::string names;
  for (std::uint32_t at = 0; at < skm_scoring_model_count(); ++at) {
    skm_scoring_model model = SKM_SCORING_MODEL_INIT;
    ASSERT_EQ(skm_scoring_get_model(at, &model), SKM_OK);
    EXPECT_GT(model.formula.size, 0U);
    names += std::string(text(model.name)) + ' ';
    EXPECT_EQ(model.takes_credits != 0, text(model.name) == "gap.stepped/1") << names;
  }
  EXPECT_NE(names.find("coverage.partial/1 "), std::string::npos);
  skm_scoring_model model = SKM_SCORING_MODEL_INIT;
  EXPECT_EQ(skm_scoring_get_model(skm_scoring_model_count(), &model), SKM_ERR_OUT_OF_RANGE);
  model.struct_size = 3;
  EXPECT_EQ(skm_scoring_get_model(0, &model), SKM_ERR_UNSUPPORTED_OPTION);
}

TEST(Scoring, CreditsOfTheHostCountEverywhereAlike) {
  const Company company(30);
  const skm_fraction credits[] = {{1, 1}, {9, 10}, {1, 10}};
  Plan plan;
  ASSERT_EQ(skm_plan_build_credits(company.matrix, view("gap.stepped/1"), 3, credits, plan.out(),
                                   nullptr),
            SKM_OK);
  Scores scores;
  ASSERT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_scores_score_people(scores.get(), plan, company.roster, 3, nullptr, nullptr),
            SKM_OK);
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  options.scoring_model = view("gap.stepped/1");
  Gap gap;
  ASSERT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
  std::uint32_t differences = 0;
  for (std::uint32_t person = 0; person < 30; ++person) {
    skm_score score{};
    ASSERT_EQ(skm_scores_get(scores, company.roster, person, &score), SKM_OK);
    const auto lower = [&](const skm_fraction* given, std::uint64_t count) {
      options.credits = given;
      options.credit_count = count;
      skm_gap_summary summary{};
      EXPECT_EQ(
          skm_gap_analyze(gap.get(), company.matrix, company.roster, person, 3, &options, nullptr),
          SKM_OK);
      EXPECT_EQ(skm_gap_get_summary(gap, &summary), SKM_OK);
      return std::pair(summary.lower_numerator, summary.lower_denominator);
    };
    EXPECT_EQ(lower(credits, 3), std::pair(score.lower_numerator, score.lower_denominator));
    differences += lower(nullptr, 0) != lower(credits, 3) ? 1 : 0;
  }
  EXPECT_GT(differences, 0U);
}

TEST(Scoring, RefusesCreditsThatCannotBe) {
  Matrix matrix;
  build_sample(matrix);
  Plan plan;
  Error error;
  const auto build = [&](const char* model, const skm_fraction& credit) {
    return skm_plan_build_credits(matrix, view(model), 1, &credit, plan.out(), error.out());
  };
  EXPECT_EQ(build("gap.stepped/1", {2, 1}), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  EXPECT_EQ(build("gap.stepped/1", {1, 0}), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(build("gap.stepped/1", {std::numeric_limits<std::int64_t>::min(), 1}),
            SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(build("coverage.partial/1", {1, 1}), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(skm_plan_build_credits(matrix, {}, 1, nullptr, plan.out(), nullptr),
            SKM_ERR_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
