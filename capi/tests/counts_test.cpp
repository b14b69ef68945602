#include "skillmatrix/counts.h"

#include <gtest/gtest.h>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

class CountsTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(skm_counts_create(counts.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_counts_count(counts), 0U);
    EXPECT_EQ(skm_counts_first(counts).size, 0U);
    ASSERT_EQ(
        skm_counts_count_skills(counts.get(), company.matrix, company.roster, nullptr, nullptr),
        SKM_OK);
  }

  Company company{40};
  Counts counts;
};

TEST_F(CountsTest, AreThoseOfThePeople) {
  const auto first = numbers(skm_counts_first(counts));
  const auto holders = numbers(skm_counts_holders(counts));
  const auto required = numbers(skm_counts_required(counts));
  const auto required_met = numbers(skm_counts_required_met(counts));
  ASSERT_EQ(first.size(), skm_matrix_skill_count(company.matrix) + 1U);
  ASSERT_EQ(skm_counts_count(counts), holders.size());
  std::uint64_t demand = 0;
  for (std::uint32_t skill = 0; skill + 1 < first.size(); ++skill) {
    for (std::uint32_t rank = 1; rank <= first[skill + 1] - first[skill]; ++rank) {
      skm_level_counts expected{};
      for (std::uint32_t person = 0; person < 40; ++person) {
        const std::uint32_t held = skm_roster_rank(company.roster, person, skill);
        const bool is_met = held != SKM_NONE && held >= rank;
        expected.holders += is_met ? 1 : 0;
        const std::uint32_t own = skm_roster_own_role_level(company.roster, person);
        std::vector<skm_requirement> cells(skm_matrix_requirement_count(company.matrix, own));
        if (cells.empty()) continue;
        ASSERT_EQ(skm_matrix_requirements(company.matrix, own,
                                          static_cast<std::uint32_t>(cells.size()), cells.data()),
                  SKM_OK);
        for (const skm_requirement& cell : cells) {
          if (cell.skill != skill || std::max(cell.rank, 1U) != rank) continue;
          (cell.required != 0 ? expected.required : expected.optional) += 1;
          (cell.required != 0 ? expected.required_met : expected.optional_met) += is_met ? 1 : 0;
        }
      }
      skm_level_counts found{};
      ASSERT_EQ(skm_counts_get(counts, skill, rank, &found), SKM_OK);
      EXPECT_EQ(found.holders, expected.holders);
      EXPECT_EQ(found.required, expected.required);
      EXPECT_EQ(found.required_met, expected.required_met);
      EXPECT_EQ(found.optional, expected.optional);
      EXPECT_EQ(found.optional_met, expected.optional_met);
      const std::uint64_t at = first[skill] + rank - 1;
      EXPECT_EQ(holders[at], found.holders);
      EXPECT_EQ(required[at], found.required);
      EXPECT_EQ(required_met[at], found.required_met);
      demand += found.required + found.optional;
    }
  }
  EXPECT_GT(demand, 50U);
}

TEST_F(CountsTest, HaveABound) {
  skm_level_counts found{};
  EXPECT_EQ(skm_counts_get(counts, skm_matrix_skill_count(company.matrix), 1, &found),
            SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_counts_get(counts, 0, 0, &found), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_counts_get(counts, 0, 5, &found), SKM_ERR_OUT_OF_RANGE);
}

TEST_F(CountsTest, ClonesStayAsTheyAre) {
  const auto holders = numbers(skm_counts_holders(counts));
  Counts other;
  ASSERT_EQ(skm_counts_clone(counts, other.out(), nullptr), SKM_OK);
  for (std::uint32_t person = 0; person < 40; ++person) {
    ASSERT_EQ(skm_roster_set_rank(company.roster.get(), person, 0, 4, nullptr), SKM_OK);
  }
  ASSERT_EQ(skm_counts_count_skills(counts.get(), company.matrix, company.roster, nullptr, nullptr),
            SKM_OK);
  EXPECT_NE(numbers(skm_counts_holders(counts)), holders);
  EXPECT_EQ(numbers(skm_counts_holders(other)), holders);
}

TEST_F(CountsTest, FollowChanges) {
  const auto count = [&](auto call, std::uint32_t person) {
    ASSERT_EQ(call(counts.get(), company.roster, person, nullptr), SKM_OK);
  };
  skm_roster* const roster = company.roster.get();
  for (std::uint32_t person = 0; person < 40; person += 3) {
    count(skm_counts_count_out, person);
    ASSERT_EQ(skm_roster_set_rank(roster, person, person % 7, 1 + person % 4, nullptr), SKM_OK);
    count(skm_counts_count_in, person);
  }
  count(skm_counts_count_out, 5);
  ASSERT_EQ(skm_roster_remove(roster, 5, nullptr), SKM_OK);
  std::uint32_t person = 0;
  const skm_holding holding = {3, 2, 0, 0};
  ASSERT_EQ(skm_roster_add(roster, view("new"), 4, 1, &holding, &person, nullptr), SKM_OK);
  count(skm_counts_count_in, person);
  Counts anew;
  ASSERT_EQ(skm_counts_create(anew.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_counts_count_in(anew.get(), roster, 0, nullptr), SKM_ERR_INVALID_ARGUMENT);
  ASSERT_EQ(skm_counts_count_skills(anew.get(), company.matrix, roster, nullptr, nullptr), SKM_OK);
  for (const auto column : {skm_counts_holders, skm_counts_required, skm_counts_required_met,
                            skm_counts_optional, skm_counts_optional_met}) {
    EXPECT_EQ(numbers(column(counts)), numbers(column(anew)));
  }
  EXPECT_EQ(skm_counts_count_out(counts.get(), roster, 9999, nullptr), SKM_ERR_OUT_OF_RANGE);
}

TEST_F(CountsTest, StopWhenTheCallbackSaysSo) {
  Progress progress;
  progress.most = 1;
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  options.progress = Progress::report;
  options.user_data = &progress;
  EXPECT_EQ(
      skm_counts_count_skills(counts.get(), company.matrix, company.roster, &options, nullptr),
      SKM_ERR_CANCELLED);
  EXPECT_EQ(skm_counts_count(counts), 0U);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
