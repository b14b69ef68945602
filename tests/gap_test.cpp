#include "skillmatrix/gap.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "generated.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

class GapTest : public testing::Test {
 protected:
  Gap analyze(std::string_view level) {
    return analyze_gap(matrix, person, *matrix.find_role_level("nlp", level), options);
  }
  SkillIndex skill(std::string_view id) { return *matrix.find_skill(id); }

  Matrix matrix = *Matrix::build(small::framework());
  Profile person;
  GapOptions options;
};

TEST_F(GapTest, ScoresAndStatesAsWorkedByHand) {
  // Senior: bert at any level (weight 2), clearance, python expert (value 4, weight 3).
  person.ratings = {small::rating("python", "working"), small::rating("bert", "aware")};
  const Gap gap = analyze("senior");
  EXPECT_EQ(gap.summary.verdict, Verdict::not_ready);
  EXPECT_EQ(gap.summary.lower, (Fraction{7, 12})) << "(2 + 0 + 3/2) / 6";
  EXPECT_EQ(gap.summary.upper, (Fraction{3, 4}));
  EXPECT_EQ(gap.summary.counts, (CellCounts{1, 0, 1, 1, 0}));
  EXPECT_EQ(gap.assess, std::vector{skill("clearance")});
  ASSERT_EQ(gap.raises.size(), 2U);
  EXPECT_EQ(gap.raises[0], (Raise{skill("clearance"), std::nullopt, 1}));
  EXPECT_EQ(gap.raises[1], (Raise{skill("python"), Rank{2}, 3}));
  EXPECT_EQ(gap.cells[0].state, CellState::met) << "no stated level is never exceeded";
  EXPECT_EQ(gap.cells[2].shortfall, 1);
  EXPECT_EQ(gap.contribution(gap.cells[2]), (Fraction{1, 4}));
  EXPECT_EQ(gap.loss(gap.cells[2]), (Fraction{1, 4}));
}

TEST_F(GapTest, TheWeakestCellCarriesTheLoss) {
  options.scoring = *Scoring::make("readiness.weakest/1");
  person.ratings = {small::rating("python", "working"), small::rating("bert", "aware"),
                    small::rating("clearance", "yes")};
  const Gap gap = analyze("senior");
  EXPECT_EQ(gap.summary.lower, (Fraction{1, 2}));
  EXPECT_EQ(gap.loss(gap.cells[0]), (Fraction{0, 1}));
  EXPECT_EQ(gap.loss(gap.cells[2]), (Fraction{1, 2}));
  EXPECT_EQ(gap.contribution(gap.cells[2]), (Fraction{1, 2}));
}

TEST_F(GapTest, OptionalCellsDoNotDecide) {
  person.ratings = {small::rating("python", std::nullopt), small::rating("bert", "expert"),
                    small::rating("craft", "junior")};
  const Gap gap = analyze("junior");
  EXPECT_EQ(gap.summary.verdict, Verdict::ready);
  EXPECT_EQ(gap.summary.lower, (Fraction{1, 1}));
  EXPECT_EQ(gap.summary.counts.gap, 1U);
  EXPECT_EQ(gap.required.gap, 0U);
}

TEST_F(GapTest, AThresholdTakesTheFewestRaises) {
  options.threshold = Fraction{1, 2};
  const Gap gap = analyze("senior");
  ASSERT_TRUE(gap.threshold);
  // bert in one raise gives 2/6, clearance in one more 3/6: nothing else does it in two.
  EXPECT_EQ(gap.threshold->outcome, ThresholdOutcome::reached);
  EXPECT_EQ(gap.threshold->levels, 2U);
  EXPECT_EQ(gap.threshold->lower, (Fraction{1, 2}));
  options.threshold = Fraction{11, 10};
  EXPECT_EQ(analyze("senior").threshold->outcome, ThresholdOutcome::unreachable);
}

TEST_F(GapTest, AThresholdWithoutAPositiveDenominatorIsReported) {
  for (const Fraction threshold : {Fraction{0, 0}, Fraction{1, 0}, Fraction{1, -2}}) {
    options.threshold = threshold;
    const Gap gap = analyze("senior");
    EXPECT_FALSE(gap.threshold);
    ASSERT_EQ(gap.diagnostics.size(), 1U);
    EXPECT_EQ(gap.diagnostics[0].code, Code::invalid_option);
    EXPECT_EQ(gap.diagnostics[0].value, to_string(threshold));
    EXPECT_EQ(gap.cells.size(), 3U) << "the rest is there";
  }
}

TEST_F(GapTest, NothingExpectedIsSaid) {
  const Gap gap = analyze_gap(matrix, person, *matrix.find_role_level("data", "senior"));
  EXPECT_EQ(gap.summary, GapSummary{});
  ASSERT_EQ(gap.diagnostics.size(), 1U);
  EXPECT_EQ(gap.diagnostics[0].code, Code::nothing_expected);
}

TEST_F(GapTest, RatingsThatDoNotResolveAreNotLost) {
  person.ratings = {small::rating("cobol", "working")};
  const Gap gap = analyze("senior");
  EXPECT_EQ(gap.summary.verdict, Verdict::undetermined);
  ASSERT_EQ(gap.diagnostics.size(), 1U);
  EXPECT_EQ(gap.diagnostics[0].pointer, "/ratings/0/skill");
}

TEST(GapLimits, AThresholdTooLargeIsNotComputed) {
  Framework framework;
  framework.id = "large";
  Scale scale;
  scale.id = "s";
  for (int at = 0; at < 255; ++at) {
    Level level;
    level.id = "l" + std::to_string(at);
    scale.levels.push_back(level);
  }
  framework.scales = {scale};
  Role role;
  role.id = "r";
  role.ladder = "s";
  framework.roles = {role};
  for (int at = 0; at < 20; ++at) {
    framework.skills.push_back(small::skill("k" + std::to_string(at), "", "s"));
    framework.expectations.push_back(
        small::expect("r", "l254", "k" + std::to_string(at), Necessity::required));
  }
  const Matrix matrix = *Matrix::build(framework);
  GapOptions options;
  options.threshold = Fraction{1, 2};
  const Gap gap = analyze_gap(matrix, Holdings{}, *matrix.find_role_level("r", "l254"), options);
  EXPECT_EQ(gap.threshold->outcome, ThresholdOutcome::not_computed);
  ASSERT_EQ(gap.diagnostics.size(), 1U);
  EXPECT_EQ(gap.diagnostics[0].code, Code::counterfactual_not_computed);
}

void expect_same(const Gap& gap, const Gap& other) {
  EXPECT_EQ(gap.target, other.target);
  EXPECT_EQ(gap.summary, other.summary);
  EXPECT_EQ(gap.required, other.required);
  EXPECT_EQ(gap.total, other.total);
  EXPECT_EQ(gap.assess, other.assess);
  EXPECT_EQ(gap.raises, other.raises);
  EXPECT_EQ(gap.threshold.has_value(), other.threshold.has_value());
  EXPECT_EQ(gap.diagnostics.size(), other.diagnostics.size());
  ASSERT_EQ(gap.cells.size(), other.cells.size());
  for (std::size_t at = 0; at < gap.cells.size(); ++at) {
    const GapCell& cell = gap.cells[at];
    const GapCell& same = other.cells[at];
    EXPECT_EQ(cell.cell, same.cell);
    EXPECT_EQ(cell.skill, same.skill);
    EXPECT_EQ(cell.necessity, same.necessity);
    EXPECT_EQ(cell.state, same.state);
    EXPECT_EQ(cell.expected, same.expected);
    EXPECT_EQ(cell.held, same.held);
    EXPECT_EQ(cell.shortfall, same.shortfall);
    EXPECT_EQ(cell.weight, same.weight);
    EXPECT_EQ(cell.earned, same.earned);
    EXPECT_EQ(cell.lost, same.lost);
  }
}

TEST(Gap, AResultThatIsUsedAgainIsAsGoodAsNew) {
  generated::Dice dice(21);
  Gap gap;
  for (int times = 0; times < 60; ++times) {
    const Framework framework = generated::make_framework(dice);
    const Matrix matrix = *Matrix::build(framework);
    Profile person = generated::make_person(dice, framework, "p");
    if (dice.one_in(3)) person.ratings.push_back(small::rating("nonsense", "working"));
    const Holdings holdings = resolve_ratings(matrix, person);
    const RoleLevelIndex target{dice.below(matrix.role_level_count())};
    GapOptions options;
    if (dice.one_in(3)) options.threshold = Fraction{2, 3};
    analyze_gap(matrix, holdings, target, options, gap);
    const Gap anew = analyze_gap(matrix, holdings, target, options);
    expect_same(gap, anew);
  }
}

void expect_same_from_roster(const Matrix& matrix, const std::vector<Profile>& people,
                             const RatingOptions& ratings) {
  const Roster roster = Roster::build(matrix, people, {.ratings = ratings}).roster;
  ASSERT_EQ(roster.person_count(), people.size());
  Gap gap;
  for (const ScoringModel& model : scoring_models()) {
    GapOptions options{.ratings = ratings, .scoring = *Scoring::make(model.name), .threshold = {}};
    if (matrix.skill_count() < 10) options.threshold = Fraction{1, 2};
    for (std::uint32_t person = 0; person < people.size(); ++person) {
      for (std::uint32_t level = 0; level < matrix.role_level_count(); ++level) {
        const Gap expected = analyze_gap(matrix, people[person], {level}, options);
        analyze_gap(matrix, roster, {person}, {level}, options, gap);
        expect_same(gap, expected);
        expect_same(analyze_gap(matrix, roster, {person}, {level}, options), expected);
        ASSERT_EQ(summarize_gap(matrix, roster, {person}, {level}, options.scoring),
                  expected.summary);
      }
    }
  }
}

TEST(Gap, ARosterGivesTheSame) {
  generated::Dice dice(22);
  for (const std::uint32_t skills : {6U, 32U, 33U, 65U}) {
    generated::Shape shape;
    shape.skills = skills;
    shape.density = 100;
    const Framework framework = generated::make_framework(dice, shape);
    const Matrix matrix = *Matrix::build(framework);
    std::vector<Profile> people;
    for (int person = 0; person < 4; ++person) {
      people.push_back(generated::make_person(dice, framework, std::to_string(person)));
    }
    people.push_back({.id = "nobody knows"});
    expect_same_from_roster(matrix, people, {});
    expect_same_from_roster(matrix, people, {.as_of = parse_date("2026-03-02")});
  }
}

}  // namespace
}  // namespace skillmatrix
