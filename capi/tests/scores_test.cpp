#include "skillmatrix/scores.h"

#include <gtest/gtest.h>

#include <thread>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

using Columns = std::vector<std::vector<std::uint64_t>>;

Columns columns(const skm_scores* scores) {
  return {numbers(skm_scores_lower(scores)), numbers(skm_scores_upper(scores)),
          numbers(skm_scores_gaps(scores)), numbers(skm_scores_verdicts(scores))};
}

class ScoresTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(skm_scores_create(scores.out(), error.out()), SKM_OK); }

  skm_status score_people(std::uint32_t level, const skm_batch_options* options = nullptr) {
    return skm_scores_score_people(scores.get(), company.plan, company.roster, level, options,
                                   error.out());
  }
  skm_status score_own(const skm_batch_options* options = nullptr) {
    return skm_scores_score_own_role_levels(scores.get(), company.plan, company.roster, options,
                                            error.out());
  }

  static constexpr std::uint32_t size = 120;
  Company company{size};
  Scores scores;
  Error error;
};

TEST_F(ScoresTest, AreEmptyAtFirst) {
  EXPECT_EQ(skm_scores_count(scores), 0U);
  EXPECT_EQ(skm_scores_lower(scores).size, 0U);
  EXPECT_EQ(skm_scores_verdicts(scores).size, 0U);
  EXPECT_EQ(skm_scores_role_level(scores), SKM_NONE);
  skm_score score{};
  EXPECT_EQ(skm_scores_get(scores, company.roster, 0, &score), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(skm_scores_rescore(scores.get(), company.roster, 0, nullptr), SKM_ERR_INVALID_ARGUMENT);
}

TEST_F(ScoresTest, AreUnitsOfTheWhole) {
  for (const std::uint32_t level : {0U, 7U, 39U}) {
    ASSERT_EQ(score_people(level), SKM_OK);
    EXPECT_EQ(skm_scores_count(scores), size);
    EXPECT_EQ(skm_scores_role_level(scores), level);
    const Columns found = columns(scores);
    for (std::uint32_t person = 0; person < size; ++person) {
      skm_score score{};
      ASSERT_EQ(skm_scores_get(scores, company.roster, person, &score), SKM_OK);
      const std::uint64_t total = skm_plan_total(company.plan, level);
      EXPECT_TRUE(is_part(score.lower_numerator, score.lower_denominator, found[0][person], total));
      EXPECT_TRUE(is_part(score.upper_numerator, score.upper_denominator, found[1][person], total));
      EXPECT_EQ(score.gaps, found[2][person]);
      EXPECT_EQ(static_cast<std::uint64_t>(score.verdict), found[3][person]);
      EXPECT_EQ(score.item, level);
    }
  }
  skm_score score{};
  EXPECT_EQ(skm_scores_get(scores, company.roster, size, &score), SKM_ERR_OUT_OF_RANGE);
}

TEST_F(ScoresTest, OfOwnRoleLevelsAreThoseOfEach) {
  ASSERT_EQ(score_own(), SKM_OK);
  EXPECT_EQ(skm_scores_role_level(scores), SKM_NONE);
  const Columns own = columns(scores);
  std::vector<skm_score> found(size);
  for (std::uint32_t person = 0; person < size; ++person) {
    ASSERT_EQ(skm_scores_get(scores, company.roster, person, &found[person]), SKM_OK);
  }
  std::uint32_t without = 0;
  for (std::uint32_t level = 0; level < skm_matrix_role_level_count(company.matrix); ++level) {
    ASSERT_EQ(score_people(level), SKM_OK);
    for (std::uint32_t person = 0; person < size; ++person) {
      if (skm_roster_own_role_level(company.roster, person) != level) continue;
      skm_score score{};
      ASSERT_EQ(skm_scores_get(scores, company.roster, person, &score), SKM_OK);
      EXPECT_EQ(found[person].item, level);
      EXPECT_EQ(found[person].verdict, score.verdict);
      EXPECT_EQ(found[person].lower_numerator, score.lower_numerator);
      EXPECT_EQ(found[person].lower_denominator, score.lower_denominator);
      EXPECT_EQ(found[person].upper_numerator, score.upper_numerator);
      EXPECT_EQ(found[person].gaps, score.gaps);
    }
  }
  for (std::uint32_t person = 0; person < size; ++person) {
    if (skm_roster_own_role_level(company.roster, person) != SKM_NONE) continue;
    ++without;
    EXPECT_EQ(own[3][person], std::uint64_t{SKM_VERDICT_NONE});
    EXPECT_EQ(found[person].verdict, SKM_VERDICT_NONE);
    EXPECT_EQ(found[person].item, SKM_NONE);
  }
  EXPECT_GT(without, 10U);
}

TEST_F(ScoresTest, AreBroughtUpToDate) {
  ASSERT_EQ(score_people(3), SKM_OK);
  Scores other;
  ASSERT_EQ(skm_scores_clone(scores, other.out(), nullptr), SKM_OK);
  const Columns before = columns(scores);
  for (std::uint32_t skill = 0; skill < skm_matrix_skill_count(company.matrix); ++skill) {
    ASSERT_EQ(skm_roster_set_rank(company.roster.get(), 17, skill, 4, nullptr), SKM_OK);
  }
  ASSERT_EQ(skm_scores_rescore(scores.get(), company.roster, 17, error.out()), SKM_OK);
  const Columns after = columns(scores);
  EXPECT_NE(after, before);
  EXPECT_EQ(after[3][17], std::uint64_t{SKM_VERDICT_READY});
  EXPECT_EQ(columns(other), before) << "the other one stays as it is";
  ASSERT_EQ(score_people(3), SKM_OK);
  EXPECT_EQ(columns(scores), after);
  EXPECT_EQ(skm_scores_rescore(scores.get(), company.roster, size, nullptr), SKM_ERR_OUT_OF_RANGE);
  const Company fewer(3);
  EXPECT_EQ(skm_scores_rescore(scores.get(), fewer.roster, 0, nullptr), SKM_ERR_INVALID_ARGUMENT);
}

TEST_F(ScoresTest, FollowPeopleWhoComeAndGo) {
  ASSERT_EQ(score_own(), SKM_OK);
  skm_roster* const roster = company.roster.get();
  const skm_holding holding = {3, 2, 0, 0};
  std::uint32_t person = 0;
  for (const char* const id : {"new", "newer"}) {
    ASSERT_EQ(skm_roster_add(roster, view(id), 4, 1, &holding, &person, nullptr), SKM_OK);
    EXPECT_EQ(skm_scores_rescore(scores.get(), roster, 0, nullptr), SKM_ERR_INVALID_ARGUMENT);
    ASSERT_EQ(skm_scores_rescore(scores.get(), roster, person, nullptr), SKM_OK);
    EXPECT_EQ(skm_scores_count(scores), person + 1);
  }
  for (const std::uint32_t leaving : {7U, size, 0U}) {
    ASSERT_EQ(skm_roster_remove(roster, leaving, nullptr), SKM_OK);
    EXPECT_EQ(skm_scores_rescore(scores.get(), roster, size + 9, nullptr), SKM_ERR_OUT_OF_RANGE);
    ASSERT_EQ(skm_scores_rescore(scores.get(), roster, leaving, nullptr), SKM_OK);
    person = skm_roster_person_count(roster) - 1;
    EXPECT_EQ(skm_scores_count(scores), person + 1);
  }
  const Columns followed = columns(scores);
  ASSERT_EQ(score_own(), SKM_OK);
  EXPECT_EQ(columns(scores), followed);
}

TEST_F(ScoresTest, ClonesStayAsTheyAre) {
  ASSERT_EQ(score_people(3), SKM_OK);
  const Columns three = columns(scores);
  Scores other;
  ASSERT_EQ(skm_scores_clone(scores, other.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_scores_lower(other).data, skm_scores_lower(scores).data) << "nothing is copied";
  ASSERT_EQ(score_people(11), SKM_OK);
  EXPECT_EQ(columns(other), three);
  EXPECT_NE(columns(scores), three);
  const void* const memory = skm_scores_lower(scores).data;
  ASSERT_EQ(score_people(12), SKM_OK);
  EXPECT_EQ(skm_scores_lower(scores).data, memory) << "it is used again";
  scores.out();
  EXPECT_EQ(columns(other), three);
}

TEST_F(ScoresTest, DoNotNeedWhatTheyWereMadeOf) {
  ASSERT_EQ(score_people(3), SKM_OK);
  company.matrix.out();
  company.plan.out();
  skm_score score{};
  EXPECT_EQ(skm_scores_get(scores, company.roster, 0, &score), SKM_OK);
  EXPECT_EQ(skm_scores_rescore(scores.get(), company.roster, 0, error.out()), SKM_OK);
}

TEST_F(ScoresTest, ThreadsGiveTheSame) {
  ASSERT_EQ(score_own(), SKM_OK);
  const Columns expected = columns(scores);
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  options.threads = 3;
  Progress progress;
  options.progress = Progress::report;
  options.user_data = &progress;
  ASSERT_EQ(score_own(&options), SKM_OK);
  EXPECT_EQ(columns(scores), expected);
  EXPECT_GE(progress.calls, 1U);

  std::vector<std::thread> threads;  // Who only read, and who clone.
  for (int thread = 0; thread < 3; ++thread) {
    threads.emplace_back([&] {
      Scores own;
      EXPECT_EQ(skm_scores_clone(scores, own.out(), nullptr), SKM_OK);
      EXPECT_EQ(columns(own), expected);
      EXPECT_EQ(
          skm_scores_score_people(own.get(), company.plan, company.roster, 1, nullptr, nullptr),
          SKM_OK);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(columns(scores), expected);
}

TEST_F(ScoresTest, StopWhenTheCallbackSaysSo) {
  for (const skm_status stop : {SKM_ERR_CANCELLED, SKM_ERR_CALLBACK, 4711}) {
    ASSERT_EQ(score_own(), SKM_OK);
    Progress progress;
    progress.most = 1;
    progress.stop = stop;
    skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
    options.progress = Progress::report;
    options.user_data = &progress;
    EXPECT_EQ(score_own(&options), stop);
    EXPECT_EQ(skm_error_status(error), stop);
    EXPECT_EQ(progress.calls, 1U);
    EXPECT_EQ(skm_scores_count(scores), 0U);
  }
}

TEST_F(ScoresTest, RefuseWhatDoesNotGoTogether) {
  EXPECT_EQ(score_people(skm_matrix_role_level_count(company.matrix)), SKM_ERR_OUT_OF_RANGE);
  Matrix other;
  build_matrix(R"({
    "schema": "skillmatrix.framework/1", "id": "other", "version": "1", "default_locale": "en",
    "scales": [{"id": "s", "levels": [{"id": "low"}]}], "skills": [{"id": "k", "scale": "s"}],
    "roles": [{"id": "r", "ladder": "s"}]})",
               other);
  Plan plan;
  ASSERT_EQ(skm_plan_build(other, {}, plan.out(), nullptr), SKM_OK);
  EXPECT_EQ(
      skm_scores_score_own_role_levels(scores.get(), plan, company.roster, nullptr, error.out()),
      SKM_ERR_OTHER_MATRIX);
  Matrix same;
  build_sample(same);
  ASSERT_EQ(skm_plan_build(same, {}, plan.out(), nullptr), SKM_OK);
  EXPECT_EQ(
      skm_scores_score_own_role_levels(scores.get(), plan, company.roster, nullptr, error.out()),
      SKM_OK);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
