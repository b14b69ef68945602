#include "skillmatrix/match.h"

#include <gtest/gtest.h>

#include <cstring>
#include <thread>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

/// All matches, which are those by position.
std::vector<skm_match> rows(const skm_matches* matches) {
  std::uint32_t count = 0;
  EXPECT_EQ(skm_matches_rows(matches, 0, nullptr, &count), SKM_OK);
  EXPECT_EQ(skm_matches_count(matches), count);
  std::vector<skm_match> found(count);
  EXPECT_EQ(skm_matches_rows(matches, count, found.data(), &count), SKM_OK);
  for (std::uint32_t at = 0; at < count; ++at) {
    skm_match match{};
    EXPECT_EQ(skm_matches_get(matches, at, &match), SKM_OK);
    EXPECT_EQ(std::memcmp(&match, &found[at], sizeof(match)), 0);
  }
  skm_match match{};
  EXPECT_EQ(skm_matches_get(matches, count, &match), SKM_ERR_OUT_OF_RANGE);
  return found;
}

/// Whether a summary comes before another, whatever their ids.
bool is_better(const skm_gap_summary& left, const skm_gap_summary& right) {
  if (left.verdict != right.verdict) return left.verdict < right.verdict;
  const std::int64_t of_left = left.lower_numerator * right.lower_denominator;
  const std::int64_t of_right = right.lower_numerator * left.lower_denominator;
  if (of_left != of_right) return of_left > of_right;
  return left.counts.gap < right.counts.gap;
}

class MatchTest : public testing::Test {
 protected:
  void SetUp() override {
    build_sample(matrix);
    read_in(reader, matrix, "en");
    ASSERT_EQ(skm_profiles_load(view(example("people.ndjson")), nullptr, people.out(), nullptr),
              SKM_OK);
    ASSERT_EQ(
        skm_profile_load(view(example("people/amara-diallo.json")), nullptr, amara.out(), nullptr),
        SKM_OK);
    options.as_of = 20260601;
    junior = skm_matrix_find_role_level(matrix, view("nlp-engineer"), view("junior"));
  }

  skm_status match_role_levels() {
    return skm_matches_of_role_levels(matrix, amara, &options, matches.out(), error.out());
  }
  skm_status match_people(std::uint32_t level) {
    return skm_matches_of_people(matrix, people, level, &options, matches.out(), error.out());
  }

  /// Whether matches have the summaries of their gaps, and stand in order.
  template <class PersonOf, class LevelOf>
  void expect_gaps(PersonOf person_of, LevelOf level_of) {
    Gap gap;
    ASSERT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
    skm_gap_options how = SKM_GAP_OPTIONS_INIT;
    how.as_of = options.as_of;
    const auto found = rows(matches);
    for (std::size_t at = 0; at < found.size(); ++at) {
      ASSERT_EQ(skm_gap_analyze_profile(gap.get(), matrix, person_of(found[at]),
                                        level_of(found[at]), &how, nullptr),
                SKM_OK);
      skm_gap_summary summary{};
      ASSERT_EQ(skm_gap_get_summary(gap, &summary), SKM_OK);
      EXPECT_EQ(std::memcmp(&summary, &found[at].summary, sizeof(summary)), 0);
      EXPECT_FALSE(at != 0 && is_better(summary, found[at - 1].summary));
    }
  }

  Matrix matrix;
  Reader reader;
  Profiles people;
  Profile amara;
  Matches matches;
  Error error;
  skm_match_options options = SKM_MATCH_OPTIONS_INIT;
  std::uint32_t junior = 0;
};

TEST_F(MatchTest, NeedsNothingThatItIsMadeOf) {
  options.limit = 3;
  ASSERT_EQ(match_role_levels(), SKM_OK);
  std::string json = made(skm_matches_to_json, matches, reader);
  EXPECT_TRUE(json.starts_with('{')) << json;
  amara.out();  // Not needed any more.
  EXPECT_EQ(made(skm_matches_to_json, matches, reader), json);
  EXPECT_EQ(skm_matches_role_level(matches), SKM_NONE);
  ASSERT_EQ(match_people(junior), SKM_OK);
  json = made(skm_matches_to_json, matches, reader);
  EXPECT_TRUE(json.starts_with('{')) << json;
  people.out();
  matrix.out();
  EXPECT_EQ(made(skm_matches_to_json, matches, reader), json);
  EXPECT_EQ(skm_matches_role_level(matches), junior);
  EXPECT_EQ(rows(matches).size(), 3U);
}

TEST_F(MatchTest, MatchesAreGapsInOrder) {
  ASSERT_EQ(match_role_levels(), SKM_OK);
  EXPECT_EQ(skm_matches_count(matches), skm_matrix_role_level_count(matrix));
  expect_gaps([&](const skm_match&) -> const skm_profile* { return amara; },
              [](const skm_match& match) { return match.item; });
  ASSERT_EQ(match_people(junior), SKM_OK);
  EXPECT_EQ(skm_matches_count(matches), skm_profiles_count(people));
  expect_gaps([&](const skm_match& match) { return skm_profiles_get(people, match.item); },
              [&](const skm_match&) { return junior; });
}

TEST_F(MatchTest, TellsWhereNothingIsExpected) {
  build_matrix(R"({
    "schema": "skillmatrix.framework/1", "id": "other", "version": "1", "default_locale": "en",
    "scales": [{"id": "s", "levels": [{"id": "low"}]}], "skills": [{"id": "k", "scale": "s"}],
    "roles": [{"id": "r", "ladder": "s", "levels": [{"level": "low"}]}]})",
               matrix);
  ASSERT_EQ(skm_matrix_role_level_count(matrix), 1U);
  ASSERT_EQ(match_role_levels(), SKM_OK);
  EXPECT_EQ(rows(matches).size(), 0U);
  std::uint32_t level = SKM_NONE;
  std::uint32_t count = 0;
  ASSERT_EQ(skm_matches_nothing_expected(matches, 1, &level, &count), SKM_OK);
  EXPECT_EQ(count, 1U);
  EXPECT_EQ(level, 0U);
  EXPECT_GT(skm_diagnostics_count(skm_matches_diagnostics(matches)), 0U) << "unknown skills";
  ASSERT_EQ(match_people(0), SKM_OK);
  EXPECT_EQ(rows(matches).size(), 0U);
  EXPECT_EQ(skm_diagnostics_count(skm_matches_diagnostics(matches)), 1U);
  ASSERT_EQ(skm_matches_nothing_expected(matches, 0, nullptr, &count), SKM_OK);
  EXPECT_EQ(count, 0U);
  EXPECT_EQ(made(skm_matches_to_json, matches, reader), "SKM_ERR_OTHER_MATRIX");
}

TEST_F(MatchTest, RefusesWhatCannotBe) {
  EXPECT_EQ(match_people(skm_matrix_role_level_count(matrix)), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(matches.get(), nullptr);
  options.scoring_model = view("coverage.parcial/1");
  EXPECT_EQ(match_role_levels(), SKM_ERR_UNKNOWN_NAME);
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  options.scoring_model = {};
  options.reserved = 1;
  EXPECT_EQ(match_role_levels(), SKM_ERR_UNSUPPORTED_OPTION);
  options.reserved = 0;
  options.min_confidence = 101;
  EXPECT_EQ(match_people(junior), SKM_ERR_UNSUPPORTED_OPTION);
}

TEST_F(MatchTest, ThreadsReadOne) {
  ASSERT_EQ(match_people(junior), SKM_OK);
  const std::string expected = made(skm_matches_to_json, matches, reader);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 3; ++thread) {
    threads.emplace_back([&] { EXPECT_EQ(made(skm_matches_to_json, matches, reader), expected); });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace skillmatrix::capi_tests
