#include "skillmatrix/gap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <thread>
#include <vector>

#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr std::uint32_t june = 20260601;

/// All that a call lists, which gives as many as there is room for.
template <class Item>
std::vector<Item> list(skm_status (*call)(const skm_gap*, std::uint32_t, Item*, std::uint32_t*),
                       const skm_gap* gap) {
  std::uint32_t count = 0;
  EXPECT_EQ(call(gap, 0, nullptr, &count), SKM_OK);
  std::vector<Item> items(count + 1);
  std::memset(static_cast<void*>(items.data()), 0x55, items.size() * sizeof(Item));
  const Item guard = items.back();
  if (count != 0) {
    EXPECT_EQ(call(gap, count - 1, items.data(), &count), SKM_OK);
    EXPECT_EQ(std::memcmp(&items[count - 1], &guard, sizeof(Item)), 0) << "behind the room";
  }
  EXPECT_EQ(call(gap, count + 1, items.data(), &count), SKM_OK);
  EXPECT_EQ(std::memcmp(&items.back(), &guard, sizeof(Item)), 0) << "behind the last one";
  items.pop_back();
  return items;
}

template <class Item>
std::string bytes(const std::vector<Item>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)};
}

skm_gap_summary summary_of(const skm_gap* gap) {
  skm_gap_summary summary{};
  EXPECT_EQ(skm_gap_get_summary(gap, &summary), SKM_OK);
  return summary;
}

skm_gap_threshold threshold_of(const skm_gap* gap) {
  skm_gap_threshold threshold{};
  EXPECT_EQ(skm_gap_get_threshold(gap, &threshold), SKM_OK);
  return threshold;
}

/// Everything that the accessors tell, as bytes.
std::string all_of(const skm_gap* gap) {
  skm_cell_counts required{};
  EXPECT_EQ(skm_gap_get_required(gap, &required), SKM_OK);
  return bytes(std::vector{summary_of(gap)}) + bytes(std::vector{required}) +
         bytes(list(skm_gap_cells, gap)) + bytes(list(skm_gap_assess, gap)) +
         bytes(list(skm_gap_raises, gap)) + bytes(list(skm_gap_threshold_raises, gap)) +
         bytes(std::vector{threshold_of(gap)}) + std::to_string(skm_gap_total(gap)) + "/" +
         std::to_string(skm_gap_role_level(gap)) + "/" +
         std::to_string(skm_diagnostics_count(skm_gap_diagnostics(gap)));
}

class GapTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(skm_gap_create(gap.out(), error.out()), SKM_OK); }

  skm_status analyze(std::uint32_t person, std::uint32_t level,
                     const skm_gap_options* how = nullptr) {
    return skm_gap_analyze(gap.get(), company.matrix, company.roster, person, level, how,
                           error.out());
  }
  skm_status analyze(const skm_profile* profile, std::uint32_t level,
                     const skm_gap_options* how = nullptr) {
    return skm_gap_analyze_profile(gap.get(), company.matrix, profile, level, how, error.out());
  }
  std::uint32_t role_level(const char* role, const char* level) const {
    return skm_matrix_find_role_level(company.matrix, view(role), view(level));
  }

  static constexpr std::uint32_t size = 40;
  Company company{size};
  Gap gap;
  Error error;
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
};

TEST_F(GapTest, NeedsNothingThatItIsMadeOf) {
  Profile amara;
  Reader reader;
  read_in(reader, company.matrix, "en");
  ASSERT_EQ(
      skm_profile_load(view(example("people/amara-diallo.json")), nullptr, amara.out(), nullptr),
      SKM_OK);
  options.as_of = june;
  options.threshold_numerator = 8;  // Not in lowest terms.
  options.threshold_denominator = 10;
  ASSERT_EQ(analyze(amara, role_level("nlp-engineer", "middle"), &options), SKM_OK);
  const std::string json = made(skm_gap_to_json, gap, reader);
  EXPECT_TRUE(json.starts_with('{')) << json;
  amara.out();  // Neither is needed any more.
  company.matrix.out();
  EXPECT_EQ(made(skm_gap_to_json, gap, reader), json);
  EXPECT_EQ(threshold_of(gap).threshold_numerator, 4);
  EXPECT_EQ(threshold_of(gap).threshold_denominator, 5);
}

TEST_F(GapTest, OfARosterIsThatOfTheProfiles) {
  Profiles profiles;
  Roster roster;
  Reader reader;
  read_in(reader, company.matrix, "de");
  ASSERT_EQ(skm_profiles_load(view(example("people.ndjson")), nullptr, profiles.out(), nullptr),
            SKM_OK);
  skm_roster_options building = SKM_ROSTER_OPTIONS_INIT;
  building.as_of = options.as_of = june;
  ASSERT_EQ(skm_roster_build(company.matrix, profiles, &building, roster.out(), nullptr), SKM_OK);
  std::uint32_t expired = 0;
  for (std::uint32_t level = 0; level < skm_matrix_role_level_count(company.matrix); level += 3) {
    for (std::uint32_t person = 0; person < skm_roster_person_count(roster); ++person) {
      const skm_profile* const profile = skm_profiles_get(profiles, person);
      ASSERT_EQ(analyze(profile, level, &options), SKM_OK);
      const std::string expected = all_of(gap);
      std::string json = made(skm_gap_to_json, gap, reader);
      ASSERT_EQ(
          skm_gap_analyze(gap.get(), company.matrix, roster, person, level, &options, nullptr),
          SKM_OK);
      EXPECT_EQ(all_of(gap), expected);
      expired += summary_of(gap).counts.expired;
      const std::string name = '"' + std::string(text(skm_profile_name(profile))) + '"';
      json.replace(json.find(name), name.size(), "null");
      EXPECT_EQ(made(skm_gap_to_json, gap, reader), json);
    }
  }
  EXPECT_GT(expired, 0U);
}

TEST_F(GapTest, IsWhatTheCellsSay) {
  options.scoring_model = view("coverage.count/1");
  std::vector<skm_requirement> cells(skm_matrix_skill_count(company.matrix));
  for (std::uint32_t person = 0; person < size; ++person) {
    const std::uint32_t level = person % skm_matrix_role_level_count(company.matrix);
    ASSERT_EQ(analyze(person, level, &options), SKM_OK);
    const std::uint32_t count = skm_matrix_requirement_count(company.matrix, level);
    ASSERT_EQ(skm_matrix_requirements(company.matrix, level, count, cells.data()), SKM_OK);
    const auto found = list(skm_gap_cells, gap);
    ASSERT_EQ(found.size(), count);
    ASSERT_EQ(skm_gap_cell_count(gap), count);
    std::uint32_t states[5] = {};
    std::vector<std::uint32_t> assess;
    std::vector<skm_raise> raises;
    std::uint64_t earned = 0;
    std::uint64_t lost = 0;
    std::uint64_t required = 0;
    std::uint64_t met = 0;
    for (std::uint32_t at = 0; at < count; ++at) {
      const skm_requirement& cell = cells[at];
      const std::uint32_t rank = skm_roster_rank(company.roster, person, cell.skill);
      const std::uint32_t least = std::max(cell.rank, 1U);
      const std::int32_t state = rank == SKM_NONE                     ? SKM_CELL_UNKNOWN
                                 : rank < least                       ? SKM_CELL_GAP
                                 : cell.rank != 0 && rank > cell.rank ? SKM_CELL_EXCEEDED
                                                                      : SKM_CELL_MET;
      ++states[state];
      EXPECT_EQ(found[at].skill, cell.skill);
      EXPECT_EQ(found[at].expected, cell.rank);
      EXPECT_EQ(found[at].held, rank);
      EXPECT_EQ(found[at].state, state);
      EXPECT_EQ(found[at].weight, cell.weight);
      EXPECT_EQ(found[at].required, cell.required);
      const std::uint32_t held = rank == SKM_NONE ? 0 : rank;
      EXPECT_EQ(found[at].shortfall, least > held ? least - held : 0);
      earned += found[at].earned;
      lost += found[at].lost;
      skm_gap_cell one{};
      ASSERT_EQ(skm_gap_get_cell(gap, at, &one), SKM_OK);
      EXPECT_EQ(std::memcmp(&one, &found[at], sizeof(one)), 0);
      if (cell.required == 0) continue;
      ++required;
      met += state <= SKM_CELL_EXCEEDED ? 1 : 0;
      if (state == SKM_CELL_UNKNOWN) assess.push_back(cell.skill);
      if (state >= SKM_CELL_GAP) raises.push_back({cell.skill, rank, least});
    }
    const skm_gap_summary summary = summary_of(gap);
    EXPECT_EQ(bytes(std::vector{summary.counts}), std::string(reinterpret_cast<char*>(states), 20));
    ASSERT_GT(required, 0U);
    EXPECT_TRUE(is_part(summary.lower_numerator, summary.lower_denominator, met, required));
    EXPECT_TRUE(
        is_part(summary.lower_numerator, summary.lower_denominator, earned, skm_gap_total(gap)));
    EXPECT_EQ(earned + lost, skm_gap_total(gap));
    EXPECT_EQ(summary.verdict, raises.empty()                   ? SKM_VERDICT_READY
                               : raises.size() == assess.size() ? SKM_VERDICT_UNDETERMINED
                                                                : SKM_VERDICT_NOT_READY);
    EXPECT_EQ(list(skm_gap_assess, gap), assess);
    EXPECT_EQ(bytes(list(skm_gap_raises, gap)), bytes(raises));
    EXPECT_EQ(threshold_of(gap).outcome, SKM_THRESHOLD_NONE);

    skm_gap_summary alone{};
    ASSERT_EQ(skm_gap_summarize(company.matrix, company.roster, person, level,
                                options.scoring_model, &alone, nullptr),
              SKM_OK);
    EXPECT_EQ(bytes(std::vector{alone}), bytes(std::vector{summary}));
  }
}

TEST_F(GapTest, RaisesReachTheThreshold) {
  options.threshold_numerator = 9;
  options.threshold_denominator = 10;
  std::uint32_t raised = 0;
  for (std::uint32_t person = 0; person < size; person += 5) {
    ASSERT_EQ(analyze(person, 7, &options), SKM_OK);
    const skm_gap_threshold threshold = threshold_of(gap);
    ASSERT_EQ(threshold.outcome, SKM_THRESHOLD_REACHED);
    EXPECT_GE(threshold.lower_numerator * 10, threshold.lower_denominator * 9);
    std::uint32_t levels = 0;
    for (const skm_raise& raise : list(skm_gap_threshold_raises, gap)) {
      levels += raise.to_rank - (raise.from_rank == SKM_NONE ? 0 : raise.from_rank);
      ASSERT_EQ(
          skm_roster_set_rank(company.roster.get(), person, raise.skill, raise.to_rank, nullptr),
          SKM_OK);
    }
    EXPECT_EQ(threshold.levels, levels);
    raised += levels;
    ASSERT_EQ(analyze(person, 7), SKM_OK);
    EXPECT_EQ(summary_of(gap).lower_numerator, threshold.lower_numerator);
    EXPECT_EQ(summary_of(gap).lower_denominator, threshold.lower_denominator);
    for (const skm_raise& raise : list(skm_gap_raises, gap)) {
      ASSERT_EQ(
          skm_roster_set_rank(company.roster.get(), person, raise.skill, raise.to_rank, nullptr),
          SKM_OK);
    }
    ASSERT_EQ(analyze(person, 7), SKM_OK);
    EXPECT_EQ(summary_of(gap).verdict, SKM_VERDICT_READY);
  }
  EXPECT_GT(raised, 0U);
  options.threshold_numerator = 2;
  options.threshold_denominator = 1;
  ASSERT_EQ(analyze(1, 7, &options), SKM_OK);
  EXPECT_EQ(threshold_of(gap).outcome, SKM_THRESHOLD_UNREACHABLE);
}

TEST_F(GapTest, TellsOfRatingsThatDoNotResolve) {
  Profile profile;
  ASSERT_EQ(skm_profile_parse(view(R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "P",
                "ratings": [{"skill": "no such skill", "level": "working"}]})"),
                              nullptr, profile.out(), nullptr),
            SKM_OK);
  ASSERT_EQ(analyze(profile, 3), SKM_OK);
  ASSERT_EQ(skm_diagnostics_count(skm_gap_diagnostics(gap)), 1U);
  skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
  ASSERT_EQ(skm_diagnostics_get(skm_gap_diagnostics(gap), 0, &finding), SKM_OK);
  EXPECT_EQ(text(finding.pointer), "/ratings/0/skill");
  ASSERT_EQ(analyze(0U, 3), SKM_OK);
  EXPECT_EQ(skm_diagnostics_count(skm_gap_diagnostics(gap)), 0U);
}

TEST_F(GapTest, IsEmptyAtFirst) {
  skm_gap_summary summary{};
  skm_cell_counts counts{};
  skm_gap_threshold threshold{};
  Reader reader;
  read_in(reader, company.matrix, "en");
  EXPECT_EQ(skm_gap_role_level(gap), SKM_NONE);
  EXPECT_EQ(skm_gap_total(gap), 0U);
  EXPECT_EQ(skm_gap_cell_count(gap), 0U);
  EXPECT_EQ(skm_gap_get_summary(gap, &summary), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(skm_gap_get_required(gap, &counts), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(skm_gap_get_threshold(gap, &threshold), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(made(skm_gap_to_json, gap, reader), "SKM_ERR_INVALID_ARGUMENT");
  EXPECT_EQ(list(skm_gap_cells, gap).size(), 0U);
  EXPECT_EQ(list(skm_gap_threshold_raises, gap).size(), 0U);
}

TEST_F(GapTest, StaysAsItIsIfACallFails) {
  ASSERT_EQ(analyze(3, 11), SKM_OK);
  const std::string before = all_of(gap);
  EXPECT_EQ(analyze(size, 11), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(analyze(3, skm_matrix_role_level_count(company.matrix)), SKM_ERR_OUT_OF_RANGE);
  options.scoring_model = view("coverage.parcial/1");
  EXPECT_EQ(analyze(3, 11, &options), SKM_ERR_UNKNOWN_NAME);
  options.scoring_model = {};
  options.threshold_denominator = -1;
  EXPECT_EQ(analyze(3, 11, &options), SKM_ERR_UNSUPPORTED_OPTION);
  options.threshold_denominator = 1;
  options.threshold_numerator = INT64_MIN;
  EXPECT_EQ(analyze(3, 11, &options), SKM_ERR_UNSUPPORTED_OPTION);
  options = SKM_GAP_OPTIONS_INIT;
  options.as_of = 20260231;
  EXPECT_EQ(analyze(3, 11, &options), SKM_ERR_UNSUPPORTED_OPTION);
  options.as_of = 0;
  options.reserved = 1;
  EXPECT_EQ(analyze(3, 11, &options), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(all_of(gap), before);
  skm_gap_cell cell{};
  EXPECT_EQ(skm_gap_get_cell(gap, skm_gap_cell_count(gap), &cell), SKM_ERR_OUT_OF_RANGE);
}

TEST_F(GapTest, RefusesWhatDoesNotGoTogether) {
  Matrix other;
  build_matrix(R"({
    "schema": "skillmatrix.framework/1", "id": "other", "version": "1", "default_locale": "en",
    "scales": [{"id": "s", "levels": [{"id": "low"}]}], "skills": [{"id": "k", "scale": "s"}],
    "roles": [{"id": "r", "ladder": "s", "levels": [{"level": "low"}]}]})",
               other);
  skm_gap_summary summary{};
  EXPECT_EQ(skm_gap_analyze(gap.get(), other, company.roster, 0, 0, nullptr, nullptr),
            SKM_ERR_OTHER_MATRIX);
  EXPECT_EQ(skm_gap_summarize(other, company.roster, 0, 0, {}, &summary, nullptr),
            SKM_ERR_OTHER_MATRIX);
  EXPECT_EQ(skm_gap_summarize(company.matrix, company.roster, size, 0, {}, &summary, nullptr),
            SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_gap_summarize(company.matrix, company.roster, 0, 0, view("none/1"), &summary,
                              error.out()),
            SKM_ERR_UNKNOWN_NAME);
  EXPECT_EQ(skm_gap_role_level(gap), SKM_NONE);
}

TEST_F(GapTest, IsReadByReadersOfItsMatrix) {
  Matrix other;
  Reader reader;
  build_sample(other);
  read_in(reader, other, "en");
  ASSERT_EQ(analyze(3, 11), SKM_OK);
  EXPECT_EQ(made(skm_gap_to_json, gap, reader), "SKM_ERR_OTHER_MATRIX");
}

TEST_F(GapTest, ThreadsReadOneAndAnalyzeTheirOwn) {
  ASSERT_EQ(analyze(3, 11), SKM_OK);
  const std::string expected = all_of(gap);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 3; ++thread) {
    threads.emplace_back([&] {
      Gap own;
      EXPECT_EQ(skm_gap_create(own.out(), nullptr), SKM_OK);
      for (std::uint32_t person = 0; person < 4; ++person) {
        EXPECT_EQ(skm_gap_analyze(own.get(), company.matrix, company.roster, person, 11, nullptr,
                                  nullptr),
                  SKM_OK);
      }
      EXPECT_EQ(all_of(own), expected);
      EXPECT_EQ(all_of(gap), expected);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(GapTest, OfHoldingsIsThatOfTheRoster) {
  options.threshold_numerator = 4;
  options.threshold_denominator = 5;
  for (std::uint32_t person = 0; person < size; ++person) {
    const std::uint32_t level = person % skm_matrix_role_level_count(company.matrix);
    std::vector<skm_holding> holdings(skm_roster_holding_count(company.roster, person));
    const auto count = static_cast<std::uint32_t>(holdings.size());
    ASSERT_EQ(skm_roster_holdings(company.roster, person, count, holdings.data()), SKM_OK);
    ASSERT_EQ(analyze(person, level, &options), SKM_OK);
    const std::string expected = all_of(gap);
    ASSERT_EQ(skm_gap_analyze_holdings(gap.get(), company.matrix, count, holdings.data(), level,
                                       &options, error.out()),
              SKM_OK);
    EXPECT_EQ(all_of(gap), expected);
  }
  Reader reader;
  read_in(reader, company.matrix, "en");
  EXPECT_NE(made(skm_gap_to_json, gap, reader).find("\"person\": \"\""), std::string::npos);
}

TEST_F(GapTest, RefusesHoldingsThatCannotBe) {
  ASSERT_EQ(analyze(0U, 0), SKM_OK);
  const std::string before = all_of(gap);
  const auto refused = [&](std::vector<skm_holding> holdings, std::uint32_t level = 0) {
    const skm_status status = skm_gap_analyze_holdings(
        gap.get(), company.matrix, static_cast<std::uint32_t>(holdings.size()), holdings.data(),
        level, nullptr, error.out());
    EXPECT_EQ(all_of(gap), before);
    return status;
  };
  EXPECT_EQ(refused({{1, 1, 0, 0}, {1, 2, 0, 0}}), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(refused({{0, 5, 0, 0}}), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(refused({{SKM_NONE, 1, 0, 0}}), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(refused({}, SKM_NONE), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_gap_analyze_holdings(gap.get(), company.matrix, 1, nullptr, 0, nullptr, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
}

TEST_F(GapTest, IsSummarizedWithCredits) {
  const skm_fraction credits[] = {{1, 1}, {1, 3}, {0, 1}};
  options.scoring_model = view("gap.stepped/1");
  options.credits = credits;
  options.credit_count = 3;
  for (std::uint32_t person = 0; person < size; ++person) {
    const std::uint32_t level = person % skm_matrix_role_level_count(company.matrix);
    ASSERT_EQ(analyze(person, level, &options), SKM_OK);
    skm_gap_summary summary{};
    ASSERT_EQ(skm_gap_summarize_credits(company.matrix, company.roster, person, level,
                                        options.scoring_model, 3, credits, &summary, error.out()),
              SKM_OK);
    EXPECT_EQ(bytes(std::vector{summary}), bytes(std::vector{summary_of(gap)}));
  }
  skm_gap_summary summary{};
  const skm_fraction rising[] = {{1, 2}, {1, 1}};
  EXPECT_EQ(skm_gap_summarize_credits(company.matrix, company.roster, 0, 0, options.scoring_model,
                                      2, rising, &summary, error.out()),
            SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(skm_gap_summarize_credits(company.matrix, company.roster, 0, 0, {}, 3, credits,
                                      &summary, error.out()),
            SKM_ERR_UNSUPPORTED_OPTION);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
