#include "skillmatrix/match.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

TEST(Match, EmptyRoleLevelsAreListedApart) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RoleLevelMatches matches =
      match_role_levels(matrix, Profile{}, {{}, *Scoring::make("coverage.all/1"), 10});
  EXPECT_EQ(matches.ranked.size(), 4U);
  EXPECT_EQ(matches.nothing_expected,
            std::vector{*matrix.find_role_level("data", "senior")});
}

TEST(Match, PeopleAreRankedByVerdictThenScoreThenGapsThenId) {
  const Matrix matrix = *Matrix::build(small::framework());
  std::vector<Profile> people(5);
  people[0].id = "zero";
  people[0].ratings = {small::rating("bert", std::nullopt)};
  people[1].id = "nobody";
  people[2].id = "another";
  people[3].id = "ready";
  people[3].ratings = {small::rating("bert", "working"), small::rating("craft", "junior")};
  people[4].id = "ready-but-python";
  people[4].ratings = people[3].ratings;
  people[4].ratings.push_back(small::rating("python", std::nullopt));
  people[4].ratings.push_back(small::rating("cobol", std::nullopt));
  const PeopleMatches matches =
      match_people(matrix, people, *matrix.find_role_level("nlp", "junior"));
  std::vector<std::size_t> order;
  for (const PersonMatch& match : matches.ranked) order.push_back(match.person);
  EXPECT_EQ(order, (std::vector<std::size_t>{3, 4, 2, 1, 0}));
  ASSERT_EQ(matches.diagnostics.size(), 1U);
  EXPECT_EQ(matches.diagnostics[0].pointer, "/4/ratings/3/skill");
}

TEST(Match, NobodyIsRankedWhereNothingIsExpected) {
  const Matrix matrix = *Matrix::build(small::framework());
  const std::vector<Profile> people(2);
  const PeopleMatches matches =
      match_people(matrix, people, *matrix.find_role_level("data", "senior"));
  EXPECT_TRUE(matches.ranked.empty());
  ASSERT_EQ(matches.diagnostics.size(), 1U);
  EXPECT_EQ(matches.diagnostics[0].code, Code::nothing_expected);
}

TEST(Match, WhereNoCellCountsNothingIsExpected) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RoleLevelIndex optional_only = *matrix.find_role_level("data", "junior");
  const std::vector<Profile> people(2);
  const RoleLevelMatches levels = match_role_levels(matrix, Profile{});
  EXPECT_EQ(levels.nothing_expected,
            (std::vector{optional_only, *matrix.find_role_level("data", "middle"),
                         *matrix.find_role_level("data", "senior")}));
  EXPECT_EQ(levels.ranked.size(), 2U);
  const PeopleMatches matches = match_people(matrix, people, optional_only);
  EXPECT_TRUE(matches.ranked.empty());
  ASSERT_EQ(matches.diagnostics.size(), 1U);
  EXPECT_EQ(matches.diagnostics[0].code, Code::nothing_expected);

  const MatchOptions of_all{{}, *Scoring::make("coverage.all/1"), 10};
  EXPECT_EQ(match_role_levels(matrix, Profile{}, of_all).ranked.size(), 4U);
  EXPECT_EQ(match_people(matrix, people, optional_only, of_all).ranked.size(), 2U);
}

}  // namespace
}  // namespace skillmatrix
