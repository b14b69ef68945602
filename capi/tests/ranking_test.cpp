#include "skillmatrix/ranking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

class RankingTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(skm_ranking_create(ranking.out(), error.out()), SKM_OK); }

  skm_status rank_people(const std::vector<std::uint32_t>& levels, std::uint64_t limit,
                         const skm_batch_options* options = nullptr) {
    return skm_ranking_rank_people(ranking.get(), company.plan, company.roster, levels.data(),
                                   levels.size(), limit, options, error.out());
  }
  skm_status rank_role_levels(const std::vector<std::uint32_t>& people, std::uint64_t limit) {
    return skm_ranking_rank_role_levels(ranking.get(), company.plan, company.roster, people.data(),
                                        people.size(), limit, nullptr, error.out());
  }

  Company company{60};
  Ranking ranking;
  Error error;
};

/// By verdict, score, gaps, then whatever is left.
auto order(const skm_score& score) {
  return std::tuple(
      score.verdict,
      -static_cast<double>(score.lower_numerator) / static_cast<double>(score.lower_denominator),
      score.gaps);
}

TEST_F(RankingTest, FindsTheBestPeople) {
  const std::vector<std::uint32_t> levels = {4, 20, 33};
  ASSERT_EQ(rank_people(levels, 10), SKM_OK);
  ASSERT_EQ(skm_ranking_row_count(ranking), 3U);
  ASSERT_EQ(skm_ranking_limit(ranking), 10U);
  EXPECT_EQ(numbers(skm_ranking_rows(ranking)), (std::vector<std::uint64_t>{4, 20, 33}));
  const auto items = numbers(skm_ranking_items(ranking));
  const auto lower = numbers(skm_ranking_lower(ranking));
  const auto gaps = numbers(skm_ranking_gaps(ranking));
  const auto verdicts = numbers(skm_ranking_verdicts(ranking));
  EXPECT_EQ(numbers(skm_ranking_counts(ranking)), (std::vector<std::uint64_t>{10, 10, 10}));
  for (std::uint64_t row = 0; row < 3; ++row) {
    Scores scores;
    ASSERT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
    ASSERT_EQ(skm_scores_score_people(scores.get(), company.plan, company.roster, levels[row],
                                      nullptr, nullptr),
              SKM_OK);
    std::vector<std::pair<std::tuple<std::int32_t, double, std::uint64_t>, std::string>> all;
    for (std::uint32_t person = 0; person < 60; ++person) {
      skm_score score{};
      ASSERT_EQ(skm_scores_get(scores, company.roster, person, &score), SKM_OK);
      all.emplace_back(order(score), text(skm_roster_person_id(company.roster, person)));
    }
    std::sort(all.begin(), all.end());
    for (std::uint64_t position = 0; position < 10; ++position) {
      skm_score found{};
      ASSERT_EQ(skm_ranking_get(ranking, row, position, &found), SKM_OK);
      EXPECT_EQ(text(skm_roster_person_id(company.roster, found.item)), all[position].second);
      EXPECT_EQ(order(found), all[position].first);
      const std::uint64_t at = row * 10 + position;
      EXPECT_EQ(items[at], found.item);
      EXPECT_EQ(gaps[at], found.gaps);
      EXPECT_EQ(verdicts[at], static_cast<std::uint64_t>(found.verdict));
      EXPECT_TRUE(is_part(found.lower_numerator, found.lower_denominator, lower[at],
                          skm_plan_total(company.plan, levels[row])));
    }
  }
  skm_score none{};
  EXPECT_EQ(skm_ranking_get(ranking, 3, 0, &none), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_ranking_get(ranking, 0, 10, &none), SKM_ERR_OUT_OF_RANGE);
}

TEST_F(RankingTest, FindsTheBestRoleLevels) {
  ASSERT_EQ(rank_role_levels({7, 3}, 5), SKM_OK);
  ASSERT_EQ(skm_ranking_row_count(ranking), 2U);
  const std::uint32_t people[] = {7, 3};
  for (std::uint64_t row = 0; row < 2; ++row) {
    std::vector<std::pair<std::tuple<std::int32_t, double, std::uint64_t>, std::uint32_t>> all;
    for (std::uint32_t level = 0; level < skm_matrix_role_level_count(company.matrix); ++level) {
      Scores scores;
      ASSERT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
      ASSERT_EQ(skm_scores_score_people(scores.get(), company.plan, company.roster, level, nullptr,
                                        nullptr),
                SKM_OK);
      skm_score score{};
      ASSERT_EQ(skm_scores_get(scores, company.roster, people[row], &score), SKM_OK);
      all.emplace_back(order(score), level);
    }
    std::sort(all.begin(), all.end());
    for (std::uint64_t position = 0; position < 5; ++position) {
      skm_score found{};
      ASSERT_EQ(skm_ranking_get(ranking, row, position, &found), SKM_OK);
      EXPECT_EQ(order(found), all[position].first);
      EXPECT_EQ(found.item, all[position].second);
    }
  }
}

TEST_F(RankingTest, IsUsedAgainAndClonesStayAsTheyAre) {
  ASSERT_EQ(rank_people({4}, 3), SKM_OK);
  const auto people = numbers(skm_ranking_items(ranking));
  Ranking other;
  ASSERT_EQ(skm_ranking_clone(ranking, other.out(), nullptr), SKM_OK);
  ASSERT_EQ(rank_role_levels({4}, 3), SKM_OK);
  EXPECT_EQ(numbers(skm_ranking_items(other)), people);
  skm_score score{};
  EXPECT_EQ(skm_ranking_get(other, 0, 2, &score), SKM_OK);
  EXPECT_EQ(score.item, people[2]);
  ASSERT_EQ(rank_people({}, 3), SKM_OK);
  EXPECT_EQ(skm_ranking_row_count(ranking), 0U);
}

TEST_F(RankingTest, FollowsChanges) {
  std::vector<std::uint32_t> levels(skm_matrix_role_level_count(company.matrix));
  std::iota(levels.begin(), levels.end(), 0U);
  const auto columns = [&] {
    return std::tuple(numbers(skm_ranking_items(ranking)), numbers(skm_ranking_lower(ranking)),
                      numbers(skm_ranking_upper(ranking)), numbers(skm_ranking_gaps(ranking)),
                      numbers(skm_ranking_verdicts(ranking)), numbers(skm_ranking_counts(ranking)));
  };
  EXPECT_EQ(skm_ranking_rerank(ranking.get(), company.roster, 0, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
  const auto expect_to_follow = [&](const auto& rank) {
    ASSERT_EQ(rank(), SKM_OK);
    Ranking other;
    ASSERT_EQ(skm_ranking_clone(ranking, other.out(), nullptr), SKM_OK);
    const auto before = numbers(skm_ranking_items(ranking));
    for (std::uint32_t person = 0; person < 60; person += 7) {
      for (std::uint32_t skill = person % 3; skill < 30; skill += 3) {
        ASSERT_EQ(skm_roster_set_rank(company.roster.get(), person, skill, 4, nullptr), SKM_OK);
      }
      ASSERT_EQ(skm_ranking_rerank(ranking.get(), company.roster, person, error.out()), SKM_OK);
    }
    EXPECT_EQ(numbers(skm_ranking_items(other)), before);
    const auto followed = columns();
    ASSERT_EQ(rank(), SKM_OK);
    EXPECT_EQ(columns(), followed);
  };
  expect_to_follow([&] { return rank_people(levels, 5); });
  for (std::uint32_t skill = 0; skill < 30; ++skill) {
    ASSERT_EQ(skm_roster_set_rank(company.roster.get(), 7, skill, SKM_NONE, nullptr), SKM_OK);
  }
  expect_to_follow([&] { return rank_role_levels({7, 3, 14, 7}, 4); });
  EXPECT_EQ(skm_ranking_rerank(ranking.get(), company.roster, 60, nullptr), SKM_ERR_OUT_OF_RANGE);
  ASSERT_EQ(skm_roster_remove(company.roster.get(), 0, nullptr), SKM_OK);
  EXPECT_EQ(skm_ranking_rerank(ranking.get(), company.roster, 0, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST_F(RankingTest, ThreadsGiveTheSame) {
  std::vector<std::uint32_t> levels(skm_matrix_role_level_count(company.matrix));
  std::iota(levels.begin(), levels.end(), 0U);
  ASSERT_EQ(rank_people(levels, 1000), SKM_OK);
  EXPECT_EQ(skm_ranking_limit(ranking), 60U) << "there are not more people";
  const auto expected = numbers(skm_ranking_items(ranking));
  Progress progress;
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  options.threads = 4;
  options.progress = Progress::report;
  options.user_data = &progress;
  ASSERT_EQ(rank_people(levels, 1000, &options), SKM_OK);
  EXPECT_EQ(numbers(skm_ranking_items(ranking)), expected);
  EXPECT_EQ(progress.calls, levels.size());
  progress = {};
  progress.most = 5;
  EXPECT_EQ(rank_people(levels, 1000, &options), SKM_ERR_CANCELLED);
  EXPECT_EQ(progress.calls, 5U);
  EXPECT_EQ(skm_ranking_row_count(ranking), 0U);
}

TEST_F(RankingTest, RefusesNumbersThatAreNotThere) {
  EXPECT_EQ(rank_people({1, 40}, 3), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(rank_role_levels({1, 60}, 3), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_ranking_rank_people(ranking.get(), company.plan, company.roster, nullptr, 1, 1,
                                    nullptr, error.out()),
            SKM_ERR_INVALID_ARGUMENT);
  const std::uint32_t level = 0;
  EXPECT_EQ(skm_ranking_rank_people(ranking.get(), company.plan, company.roster, &level, UINT64_MAX,
                                    1, nullptr, error.out()),
            SKM_ERR_OUT_OF_MEMORY);
  EXPECT_EQ(text(skm_error_message(error)), "no memory is enough for so many");
}

}  // namespace
}  // namespace skillmatrix::capi_tests
