#include "skillmatrix/scoring.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

TEST(Scoring, SixModelsByName) {
  EXPECT_EQ(scoring_models().size(), 6U);
  for (const ScoringModel& model : scoring_models()) {
    EXPECT_EQ(find_scoring_model(model.name), &model);
    EXPECT_FALSE(model.formula.empty());
    EXPECT_FALSE(model.reference.empty());
  }
  EXPECT_EQ(Scoring().model().name, "coverage.partial/1");
}

TEST(Scoring, AnUnknownNameIsReportedWithASuggestion) {
  const Result<Scoring> result = Scoring::make("coverage.partal/1");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.diagnostics.at(0).code, Code::unknown_name);
  EXPECT_EQ(result.diagnostics.at(0).suggestion, "coverage.partial/1");
}

TEST(Scoring, StepsAreChecked) {
  const auto accepts = [](const char* name, std::vector<Fraction> credits) {
    const Result<Scoring> result = Scoring::make(name, {std::move(credits)});
    if (!result) {
      EXPECT_EQ(result.diagnostics.at(0).code, Code::invalid_option);
    }
    return static_cast<bool>(result);
  };
  EXPECT_TRUE(accepts("gap.stepped/1", {{1, 1}, {1, 2}, {1, 2}, {0, 1}}));
  EXPECT_FALSE(accepts("gap.stepped/1", {{1, 2}, {1, 1}}));
  EXPECT_FALSE(accepts("gap.stepped/1", {{3, 2}}));
  EXPECT_FALSE(accepts("gap.stepped/1", {{1, 1}, {-1, 2}}));
  EXPECT_FALSE(accepts("coverage.count/1", {{1, 1}}));
}

TEST(Scoring, CreditsWithoutAPositiveDenominatorAreRejected) {
  for (const Fraction credit :
       {Fraction{0, 0}, Fraction{1, 0}, Fraction{1, -2}, Fraction{-1, -2}}) {
    const Result<Scoring> result = Scoring::make("gap.stepped/1", {{credit}});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.diagnostics.at(0).code, Code::invalid_option);
    EXPECT_EQ(result.diagnostics.at(0).pointer, "/credits/0");
  }
}

TEST(Scoring, ModelsOfHostsAreChecked) {
  const auto rejected_at = [](const ScoringModel& model) {
    const Result<Scoring> result = Scoring::make(model);
    if (result) return std::string("accepted");
    EXPECT_EQ(result.diagnostics.at(0).code, Code::invalid_option);
    EXPECT_EQ(result.diagnostics.at(0).value, model.name);
    return result.diagnostics.at(0).pointer;
  };
  ScoringModel nothing;
  nothing.name = "ours/1";
  EXPECT_EQ(rejected_at(nothing), "/credit");
  ScoringModel stepped = *find_scoring_model("gap.stepped/1");
  EXPECT_EQ(rejected_at(stepped), "accepted");
  stepped.name = "ours/1";
  stepped.steps = {};
  EXPECT_EQ(rejected_at(stepped), "/steps");
  nothing.credit = [](const CreditInput& input) { return Credit{input.held}; };
  EXPECT_EQ(rejected_at(nothing), "accepted");
}

TEST(Scoring, CreditsRoundHalfToEvenOnce) {
  const ScoringModel& model = *find_scoring_model("coverage.partial/1");
  const auto credit = [&model](std::uint32_t held, std::uint32_t expected) {
    return model.credit(CreditInput{1, 2, held, expected, {}});
  };
  EXPECT_EQ(credit(1, 3), 240240U);
  EXPECT_EQ(credit(5, 3), full_credit);
  EXPECT_EQ(credit(1, 17), 42395U) << "42395.29";
  EXPECT_EQ(credit(1, 2 * full_credit), 0U) << "a half, to even";
  EXPECT_EQ(credit(3, 2 * full_credit), 2U) << "one and a half, to even";
  EXPECT_EQ(credit(4'000'000'000U, 4'000'000'001U), full_credit);
}

TEST(Scoring, TheLastStepHoldsBeyond) {
  const Matrix matrix = *Matrix::build(small::framework());
  const Scoring scoring = *Scoring::make("gap.stepped/1", {{{1, 1}, {1, 3}}});
  CellRequirement cell{*matrix.find_skill("python"), 1, 3, Necessity::required};
  EXPECT_EQ(scoring.credit(matrix, cell, 3), full_credit);
  EXPECT_EQ(scoring.credit(matrix, cell, 2), full_credit / 3);
  EXPECT_EQ(scoring.credit(matrix, cell, 0), full_credit / 3);
}

TEST(Scoring, AnyLevelMeetsNoStatedLevel) {
  const Matrix matrix = *Matrix::build(small::framework());
  const CellRequirement cell{*matrix.find_skill("python"), 1, 0, Necessity::required};
  for (const ScoringModel& model : scoring_models()) {
    const Scoring scoring = *Scoring::make(model);
    EXPECT_EQ(scoring.credit(matrix, cell, 1), full_credit) << model.name;
    EXPECT_EQ(scoring.credit(matrix, cell, 3), full_credit) << model.name;
    EXPECT_LT(scoring.credit(matrix, cell, 0), full_credit) << model.name;
  }
}

TEST(Tiers, AreComparedExactly) {
  const std::vector<Tier> tiers{{"high", {2, 3}}, {"low", {0, 1}}, {"middle", {1, 3}}};
  EXPECT_EQ(tier_of({2, 3}, tiers)->name, "high");
  EXPECT_EQ(tier_of({666666666, 1000000000}, tiers)->name, "middle");
  EXPECT_EQ(tier_of({0, 1}, tiers)->name, "low");
  EXPECT_EQ(tier_of({-1, 2}, tiers), nullptr);
}

}  // namespace
}  // namespace skillmatrix
