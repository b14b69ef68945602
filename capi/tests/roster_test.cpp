#include "skillmatrix/roster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

class RosterTest : public testing::Test {
 protected:
  void SetUp() override {
    build_sample(matrix);
    skm_roster_options options = SKM_ROSTER_OPTIONS_INIT;
    options.as_of = 20260601;
    options.rating_positions = 1;
    ASSERT_EQ(
        skm_roster_read_ndjson(matrix, view(ndjson), &options, nullptr, roster.out(), error.out()),
        SKM_OK);
  }

  const std::string ndjson = read_file(example("people.ndjson"));
  Matrix matrix;
  Roster roster;
  Error error;
};

std::vector<skm_holding> holdings_of(const skm_roster* roster, std::uint32_t person) {
  std::vector<skm_holding> holdings(skm_roster_holding_count(roster, person));
  const auto room = static_cast<std::uint32_t>(holdings.size());
  EXPECT_EQ(skm_roster_holdings(roster, person, room, holdings.data()), SKM_OK);
  return holdings;
}

void expect_equal(const skm_roster* left, const skm_roster* right) {
  ASSERT_EQ(skm_roster_person_count(left), skm_roster_person_count(right));
  EXPECT_EQ(skm_roster_rating_count(left), skm_roster_rating_count(right));
  for (std::uint32_t person = 0; person < skm_roster_person_count(left); ++person) {
    EXPECT_EQ(text(skm_roster_person_id(left, person)), text(skm_roster_person_id(right, person)));
    EXPECT_EQ(skm_roster_own_role_level(left, person), skm_roster_own_role_level(right, person));
    const auto expected = holdings_of(left, person);
    const auto found = holdings_of(right, person);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t at = 0; at < found.size(); ++at) {
      EXPECT_EQ(found[at].skill, expected[at].skill);
      EXPECT_EQ(found[at].rank, expected[at].rank);
      EXPECT_EQ(found[at].is_expired, expected[at].is_expired);
    }
  }
}

TEST_F(RosterTest, ProfilesAndNdjsonGiveTheSame) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(ndjson), nullptr, profiles.out(), nullptr), SKM_OK);
  skm_roster_options options = SKM_ROSTER_OPTIONS_INIT;
  options.as_of = 20260601;
  options.without_index = 1;
  Roster built;
  ASSERT_EQ(skm_roster_build(matrix, profiles, &options, built.out(), error.out()), SKM_OK);
  expect_equal(roster, built);
  EXPECT_EQ(skm_roster_rejected_people(built), 0U);
  EXPECT_EQ(skm_roster_source(built, 5), 5U) << "the position in the list";
  EXPECT_EQ(skm_roster_source(roster, 5), 6U) << "the line";
}

TEST_F(RosterTest, HasNumbersOfItsPeople) {
  EXPECT_EQ(skm_roster_person_count(roster), 6U);
  EXPECT_EQ(skm_roster_find_person(roster, view("p-003")), 2U);
  EXPECT_EQ(text(skm_roster_person_id(roster, 2)), "p-003");
  EXPECT_EQ(skm_roster_own_role_level(roster, 2),
            skm_matrix_find_role_level(matrix, view("data-scientist"), view("senior")));
  std::uint64_t ratings = 0;
  for (std::uint32_t person = 0; person < 6; ++person) {
    for (const skm_holding& holding : holdings_of(roster, person)) {
      EXPECT_EQ(skm_roster_rank(roster, person, holding.skill),
                holding.is_expired != 0 ? SKM_NONE : holding.rank);
      ratings += holding.is_expired == 0 ? 1 : 0;
    }
  }
  EXPECT_EQ(skm_roster_rating_count(roster), ratings);
  EXPECT_GT(ratings, 20U);
}

TEST_F(RosterTest, WhatIsNotThereIsNone) {
  EXPECT_EQ(skm_roster_find_person(roster, view("nobody")), SKM_NONE);
  EXPECT_EQ(skm_roster_person_id(roster, 6).size, 0U);
  EXPECT_EQ(skm_roster_own_role_level(roster, 6), SKM_NONE);
  EXPECT_EQ(skm_roster_rank(roster, 6, 0), SKM_NONE);
  EXPECT_EQ(skm_roster_rank(roster, 0, SKM_NONE), SKM_NONE);
  EXPECT_EQ(skm_roster_holding_count(roster, 6), 0U);
  EXPECT_EQ(skm_roster_source(roster, 6), 0U);
  skm_holding holding{};
  EXPECT_EQ(skm_roster_holdings(roster, 6, 1, &holding), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_holdings(roster, 2, 1, &holding), SKM_ERR_OUT_OF_RANGE);
}

TEST_F(RosterTest, IsAnAnswerForOneDay) {
  const std::uint32_t skill = skm_matrix_find_skill(matrix, view("model-evaluation"));
  ASSERT_NE(skill, SKM_NONE);
  EXPECT_EQ(skm_roster_rank(roster, 2, skill), SKM_NONE) << "expired the day before";
  skm_roster_options options = SKM_ROSTER_OPTIONS_INIT;
  options.as_of = 20260531;
  ASSERT_EQ(skm_roster_read_ndjson(matrix, view(ndjson), &options, nullptr, roster.out(), nullptr),
            SKM_OK);
  EXPECT_EQ(skm_roster_rank(roster, 2, skill), 3U) << "the last day";
}

TEST_F(RosterTest, RefusesOptionsThatCannotBe) {
  const auto status = [&](auto set) {
    skm_roster_options options = SKM_ROSTER_OPTIONS_INIT;
    set(options);
    return skm_roster_read_ndjson(matrix, view(ndjson), &options, nullptr, roster.out(), nullptr);
  };
  EXPECT_EQ(status([](auto& options) { options.as_of = 20260230; }), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(status([](auto& options) { options.as_of = 4000000000; }), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(status([](auto& options) { options.policy = 4; }), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(status([](auto& options) { options.policy = -1; }), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(status([](auto& options) { options.min_confidence = 101; }),
            SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(status([](auto& options) { options.reserved = 1; }), SKM_ERR_UNSUPPORTED_OPTION);
  EXPECT_EQ(status([](auto& options) { options.policy = SKM_RATING_POLICY_TRUSTED; }), SKM_OK);
}

TEST_F(RosterTest, CountsWhatItCannotTake) {
  const std::string bad = ndjson +
                          R"({"schema": "skillmatrix.profile/1", "id": "p-001", "name": "again"})"
                          "\n{}\n"
                          R"({"schema": "skillmatrix.profile/1", "id": "q", "name": "Q",)"
                          R"( "ratings": [{"skill": "juggling", "level": "expert"}]})";
  Roster some;
  ASSERT_EQ(skm_roster_read_ndjson(matrix, view(bad), nullptr, nullptr, some.out(), nullptr),
            SKM_OK);
  EXPECT_EQ(skm_roster_person_count(some), 7U);
  EXPECT_EQ(skm_roster_rejected_people(some), 2U);
  EXPECT_EQ(skm_roster_rejected_ratings(some), 1U);
  EXPECT_EQ(skm_diagnostics_has_errors(skm_roster_diagnostics(some)), 1);
  EXPECT_EQ(skm_roster_source(some, 6), 9U);
}

TEST_F(RosterTest, ReadsTables) {
  const char* const csv =
      "who;was,skill,rating\n"
      "p1,python,expert\n"
      "p2,python,keine\n"
      "p1,sql,working\n"
      "p1,juggling,expert\n";
  const skm_csv_column columns[] = {{view("person"), view("who;was")},
                                    {view("skill"), view("skill")},
                                    {view("rating"), view("rating")}};
  skm_ratings_csv_options how = SKM_RATINGS_CSV_OPTIONS_INIT;
  how.columns = columns;
  how.column_count = 3;
  how.none = view("keine");
  Roster table;
  ASSERT_EQ(
      skm_roster_read_csv(matrix, view(csv), nullptr, &how, nullptr, table.out(), error.out()),
      SKM_OK);
  ASSERT_EQ(skm_roster_person_count(table), 2U);
  const std::uint32_t python = skm_matrix_find_skill(matrix, view("python"));
  EXPECT_EQ(skm_roster_rank(table, 0, python), 4U);
  EXPECT_EQ(skm_roster_rank(table, 1, python), 0U);
  EXPECT_EQ(skm_roster_rejected_ratings(table), 1U);
  how.columns = nullptr;
  EXPECT_EQ(
      skm_roster_read_csv(matrix, view(csv), nullptr, &how, nullptr, table.out(), error.out()),
      SKM_ERR_INVALID_ARGUMENT);
}

/// Texts with their offsets.
template <class Offset>
struct Texts {
  explicit Texts(const std::vector<std::string>& texts) {
    for (const std::string& each : texts) {
      bytes += each;
      offsets.push_back(static_cast<Offset>(bytes.size()));
    }
  }
  skm_texts view() const { return {bytes.data(), bytes.size(), offsets.data(), sizeof(Offset)}; }

  std::string bytes;
  std::vector<Offset> offsets = {0};
};

TEST_F(RosterTest, ColumnsGiveTheSameAsProfiles) {
  ASSERT_EQ(skm_roster_read_ndjson(matrix, view(ndjson), nullptr, nullptr, roster.out(), nullptr),
            SKM_OK);
  std::vector<std::string> ids, ids_of_ratings, skill_ids, level_ids;
  std::vector<std::uint32_t> own, people, skills;
  std::vector<std::uint64_t> first = {0};
  std::vector<std::uint8_t> ranks, none;
  const char* const levels[] = {"", "awareness", "working", "advanced", "expert"};
  for (std::uint32_t person = 0; person < 6; ++person) {
    ids.emplace_back(text(skm_roster_person_id(roster, person)));
    own.push_back(skm_roster_own_role_level(roster, person));
    for (const skm_holding& holding : holdings_of(roster, person)) {
      people.push_back(person);
      ids_of_ratings.push_back(ids.back());
      skills.push_back(holding.skill);
      skill_ids.emplace_back(text(skm_matrix_skill_id(matrix, holding.skill)));
      ranks.push_back(static_cast<std::uint8_t>(holding.rank));
      level_ids.emplace_back(levels[holding.rank]);
      none.push_back(holding.rank == 0 ? 1 : 0);
    }
    first.push_back(people.size());
  }
  const Texts<std::uint32_t> person_texts(ids), skill_texts(skill_ids), level_texts(level_ids);
  const Texts<std::uint64_t> rating_texts(ids_of_ratings);
  const auto build = [&](auto set) {
    skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
    columns.person_count = 6;
    columns.rating_count = skills.size();
    columns.person_ids = person_texts.view();
    columns.own_role_levels = own.data();
    set(columns);
    Roster built;
    const skm_status status =
        skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out());
    if (status == SKM_OK) expect_equal(roster, built);
    EXPECT_EQ(built.get() == nullptr, status != SKM_OK);
    return status;
  };
  EXPECT_EQ(build([&](auto& columns) {
              columns.first = first.data();
              columns.skills = skills.data();
              columns.ranks = ranks.data();
            }),
            SKM_OK);
  EXPECT_EQ(build([&](auto& columns) {
              columns.people = people.data();
              columns.skill_ids = skill_texts.view();
              columns.level_ids = level_texts.view();
              columns.none = none.data();
            }),
            SKM_OK);
  EXPECT_EQ(build([&](auto& columns) {
              columns.people = people.data();
              columns.first = first.data();
              columns.skills = skills.data();
              columns.ranks = ranks.data();
            }),
            SKM_ERR_INVALID_INPUT)
      << "whose the ratings are is said twice";
  EXPECT_EQ(build([&](auto& columns) { columns.people = people.data(); }), SKM_ERR_INVALID_INPUT);

  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  columns.rating_count = skills.size();
  columns.people_by_id = rating_texts.view();
  columns.skills = skills.data();
  columns.ranks = ranks.data();
  Roster built;
  ASSERT_EQ(skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_person_count(built), 5U) << "one has no ratings";
  EXPECT_EQ(skm_roster_rating_count(built), skm_roster_rating_count(roster));
}

TEST_F(RosterTest, ColumnsOfTextsAreChecked) {
  const auto build = [&](std::string_view bytes, std::vector<std::uint32_t> offsets,
                         std::uint64_t width = 4) {
    skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
    columns.person_count = offsets.size() - 1;
    columns.person_ids = {bytes.data(), bytes.size(), offsets.data(), width};
    Roster built;
    return skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out());
  };
  EXPECT_EQ(build("ab\xC3\xA4", {0, 1, 4}), SKM_OK);
  EXPECT_EQ(build("ab\xC3\xA4", {1, 2, 4}), SKM_OK) << "a slice";
  EXPECT_EQ(build("ab\xC3\xA4", {0, 1, 3}), SKM_ERR_ENCODING) << "in the middle of a character";
  EXPECT_EQ(build("ab\xC3", {0, 1, 3}), SKM_ERR_ENCODING);
  EXPECT_EQ(build("ab", {0, 1, 3}), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(build("ab", {0, 2, 1}), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(build("ab", {0, 1, 2}, 2), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(build("", {0}), SKM_OK) << "nobody";
  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  columns.person_count = UINT64_MAX;
  Roster built;
  EXPECT_EQ(skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out()),
            SKM_ERR_OUT_OF_RANGE);
  columns.person_count = 0;
  columns.rating_count = UINT64_MAX;
  EXPECT_EQ(skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out()),
            SKM_ERR_OUT_OF_RANGE);
}

TEST_F(RosterTest, Changes) {
  const std::uint32_t skill = skm_matrix_find_skill(matrix, view("sql"));
  const std::uint64_t ratings = skm_roster_rating_count(roster);
  ASSERT_EQ(skm_roster_rank(roster, 3, skill), SKM_NONE);
  for (const std::uint32_t rank : {3U, 0U, 4U}) {
    ASSERT_EQ(skm_roster_set_rank(roster.get(), 3, skill, rank, error.out()), SKM_OK);
    EXPECT_EQ(skm_roster_rank(roster, 3, skill), rank);
    EXPECT_EQ(skm_roster_rating_count(roster), ratings + 1);
  }
  ASSERT_EQ(skm_roster_set_rank(roster.get(), 3, skill, SKM_NONE, error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_rank(roster, 3, skill), SKM_NONE);
  for (const std::uint32_t level : {0U, SKM_NONE, 5U}) {
    ASSERT_EQ(skm_roster_set_own_role_level(roster.get(), 3, level, error.out()), SKM_OK);
    EXPECT_EQ(skm_roster_own_role_level(roster, 3), level);
  }
  EXPECT_EQ(skm_roster_set_rank(roster.get(), 6, skill, 1, nullptr), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_set_rank(roster.get(), 0, SKM_NONE, 1, nullptr), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_set_rank(roster.get(), 0, skill, 5, nullptr), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_set_own_role_level(roster.get(), 6, 0, nullptr), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(
      skm_roster_set_own_role_level(roster.get(), 0, skm_matrix_role_level_count(matrix), nullptr),
      SKM_ERR_OUT_OF_RANGE);
}

TEST_F(RosterTest, PeopleComeAndGo) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(ndjson), nullptr, profiles.out(), nullptr), SKM_OK);
  Roster changed;
  skm_roster_options options = SKM_ROSTER_OPTIONS_INIT;
  options.as_of = 20260601;
  ASSERT_EQ(skm_roster_read_ndjson(matrix, {}, &options, nullptr, changed.out(), nullptr), SKM_OK);
  for (std::uint32_t at = 0; at < 6; ++at) {
    std::uint32_t person = 0;
    skm_diagnostics* findings = nullptr;
    ASSERT_EQ(skm_roster_add_profile(changed.get(), skm_profiles_get(profiles, at), &person,
                                     &findings, error.out()),
              SKM_OK);
    EXPECT_EQ(person, at);
    EXPECT_EQ(skm_diagnostics_count(findings), 0U);
    skm_diagnostics_destroy(findings);
  }
  expect_equal(changed, roster);

  const auto holdings = holdings_of(roster, 5);
  const auto count = static_cast<std::uint32_t>(holdings.size());
  const std::uint32_t own = skm_roster_own_role_level(roster, 5);
  EXPECT_EQ(skm_roster_source(roster, 5), 6U);
  ASSERT_EQ(skm_roster_remove(roster.get(), 1, error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_person_count(roster), 5U);
  EXPECT_EQ(text(skm_roster_person_id(roster, 1)), "p-006");
  EXPECT_EQ(skm_roster_source(roster, 1), 6U) << "goes with the person";
  EXPECT_EQ(skm_roster_find_person(roster, view("p-002")), SKM_NONE);
  std::uint32_t person = 0;
  ASSERT_EQ(
      skm_roster_add(roster.get(), view("new"), own, count, holdings.data(), &person, error.out()),
      SKM_OK);
  EXPECT_EQ(person, 5U);
  EXPECT_EQ(skm_roster_source(roster, 5), 0U);
  EXPECT_EQ(skm_roster_own_role_level(roster, 5), own);
  EXPECT_EQ(holdings_of(roster, 5).size(), holdings.size());
  EXPECT_EQ(skm_roster_remove(roster.get(), 0, nullptr), SKM_OK);  // Who is new has number 0 now.
  EXPECT_EQ(text(skm_roster_person_id(roster, 0)), "new");
  EXPECT_EQ(skm_roster_source(roster, 0), 0U);
}

TEST_F(RosterTest, KnowsWhatItIsToldOfAPerson) {
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(ndjson), nullptr, profiles.out(), nullptr), SKM_OK);
  Roster changed;
  skm_roster_options options = SKM_ROSTER_OPTIONS_INIT;
  options.as_of = 20260601;
  ASSERT_EQ(skm_roster_read_ndjson(matrix, view(ndjson), &options, nullptr, changed.out(), nullptr),
            SKM_OK);
  for (std::uint32_t person = 0; person < 6; ++person) {
    ASSERT_EQ(skm_roster_set_holdings(changed.get(), person, 0, nullptr, nullptr), SKM_OK);
  }
  EXPECT_EQ(skm_roster_rating_count(changed), 0U);
  for (std::uint32_t person = 0; person < 6; person += 2) {
    const auto holdings = holdings_of(roster, person);
    ASSERT_EQ(
        skm_roster_set_holdings(changed.get(), person, static_cast<std::uint32_t>(holdings.size()),
                                holdings.data(), error.out()),
        SKM_OK);
  }
  skm_diagnostics* findings = nullptr;
  for (std::uint32_t person = 1; person < 6; person += 2) {
    ASSERT_EQ(skm_roster_set_ratings(changed.get(), person, skm_profiles_get(profiles, person),
                                     nullptr, error.out()),
              SKM_OK);
  }
  expect_equal(changed, roster);
  Profile profile;
  ASSERT_EQ(skm_profile_parse(view(R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "P",
      "ratings": [{"skill": "pyhton", "level": "working"}]})"),
                              nullptr, profile.out(), nullptr),
            SKM_OK);
  ASSERT_EQ(skm_roster_set_ratings(changed.get(), 0, profile, &findings, error.out()), SKM_OK);
  EXPECT_EQ(skm_diagnostics_count(findings), 1U);
  skm_diagnostics_destroy(findings);
  EXPECT_EQ(skm_roster_holding_count(changed, 0), 0U);
}

TEST_F(RosterTest, RefusesChangesThatCannotBe) {
  std::uint32_t person = 0;
  const skm_holding falling[] = {{2, 1, 0, 0}, {1, 1, 0, 0}};
  EXPECT_EQ(skm_roster_set_holdings(roster.get(), 0, 2, falling, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(skm_roster_add(roster.get(), view("new"), SKM_NONE, 2, falling, &person, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
  const skm_holding too_high = {0, 99, 0, 0};
  EXPECT_EQ(skm_roster_set_holdings(roster.get(), 0, 1, &too_high, nullptr), SKM_ERR_OUT_OF_RANGE);
  const skm_holding of_nothing = {9999, 1, 0, 0};
  EXPECT_EQ(skm_roster_set_holdings(roster.get(), 0, 1, &of_nothing, nullptr),
            SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_set_holdings(roster.get(), 6, 0, nullptr, nullptr), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_set_holdings(roster.get(), 0, UINT32_MAX, nullptr, nullptr),
            SKM_ERR_INVALID_ARGUMENT)
      << "and no memory for so many";
  EXPECT_EQ(skm_roster_set_holdings(roster.get(), 0, UINT32_MAX, &too_high, nullptr),
            SKM_ERR_OUT_OF_RANGE)
      << "more than there are skills cannot rise";
  EXPECT_EQ(skm_roster_remove(roster.get(), 6, nullptr), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_add(roster.get(), view("new"), 9999, 0, nullptr, &person, nullptr),
            SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_roster_add(roster.get(), view("\xff"), SKM_NONE, 0, nullptr, &person, nullptr),
            SKM_ERR_ENCODING);
  EXPECT_EQ(skm_roster_add(roster.get(), view("p-001"), SKM_NONE, 0, nullptr, &person, error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(person, SKM_NONE);
  EXPECT_EQ(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  EXPECT_EQ(skm_roster_add(roster.get(), {}, SKM_NONE, 0, nullptr, &person, nullptr),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(skm_roster_person_count(roster), 6U);
}

TEST_F(RosterTest, IsSavedAndOpened) {
  const std::string path =
      (std::filesystem::temp_directory_path() / "skillmatrix_capi_roster_test.skr").string();
  ASSERT_EQ(skm_roster_save(roster, view(path), error.out()), SKM_OK);
  Roster opened;
  ASSERT_EQ(skm_roster_open(matrix, view(path), opened.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_verify(opened, error.out()), SKM_OK);
  expect_equal(roster, opened);
  EXPECT_EQ(skm_diagnostics_count(skm_roster_diagnostics(opened)), 0U);
  EXPECT_EQ(skm_roster_source(opened, 1), 0U);
  ASSERT_EQ(skm_roster_set_rank(opened.get(), 3, 0, 1, error.out()), SKM_OK);
  Roster again;
  ASSERT_EQ(skm_roster_open(matrix, view(path), again.out(), error.out()), SKM_OK);
  expect_equal(roster, again);

  EXPECT_EQ(skm_roster_fits(roster, matrix), 1);
  Matrix other;
  build_matrix(R"({
    "schema": "skillmatrix.framework/1", "id": "other", "version": "1", "default_locale": "en",
    "scales": [{"id": "s", "levels": [{"id": "low"}]}], "skills": [{"id": "k", "scale": "s"}],
    "roles": [{"id": "r", "ladder": "s"}]})",
               other);
  EXPECT_EQ(skm_roster_fits(roster, other), 0);
  EXPECT_EQ(skm_roster_open(other, view(path), again.out(), error.out()), SKM_ERR_OTHER_MATRIX);
  std::string bytes = read_file(path);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  std::ofstream(path, std::ios::binary) << bytes;
  ASSERT_EQ(skm_roster_open(matrix, view(path), again.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_verify(again, error.out()), SKM_ERR_BAD_FILE);
  std::filesystem::remove(path);
  EXPECT_EQ(skm_roster_open(matrix, view(path), again.out(), error.out()), SKM_ERR_FILE);
}

TEST_F(RosterTest, DoesNotNeedWhatItWasMadeOf) {
  matrix.out();
  EXPECT_EQ(skm_roster_set_rank(roster.get(), 0, 0, 1, nullptr), SKM_OK);
  EXPECT_EQ(skm_roster_verify(roster, nullptr), SKM_OK);
}

TEST_F(RosterTest, ThreadsReadOne) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] { expect_equal(roster, roster); });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(RosterTest, CopiesChangeForThemselves) {
  Roster copy;
  ASSERT_EQ(skm_roster_clone(roster, copy.out(), error.out()), SKM_OK);
  expect_equal(roster, copy);
  EXPECT_EQ(skm_roster_source(copy, 5), skm_roster_source(roster, 5));
  const std::uint32_t skill = skm_matrix_find_skill(matrix, view("sql"));
  ASSERT_EQ(skm_roster_set_rank(copy.get(), 3, skill, 4, nullptr), SKM_OK);
  ASSERT_EQ(skm_roster_remove(copy.get(), 0, nullptr), SKM_OK);
  EXPECT_EQ(skm_roster_rank(roster, 3, skill), SKM_NONE);
  EXPECT_EQ(skm_roster_person_count(roster), 6U);
  EXPECT_EQ(skm_roster_person_count(copy), 5U);
  roster.out();
  EXPECT_EQ(skm_roster_rank(copy, 3, skill), 4U);
}

TEST_F(RosterTest, IsOpenedFromBytes) {
  const std::string path = testing::TempDir() + "/skm_roster_bytes_test.skr";
  ASSERT_EQ(skm_roster_save(roster, view(path), error.out()), SKM_OK);
  std::string bytes = read_file(path);
  std::filesystem::remove(path);
  Roster opened;
  Roster copy;
  ASSERT_EQ(skm_roster_open_bytes(matrix, view(bytes), opened.out(), error.out()), SKM_OK);
  ASSERT_EQ(skm_roster_clone(opened, copy.out(), error.out()), SKM_OK);
  std::fill(bytes.begin(), bytes.end(), 'x');  // They are not needed.
  expect_equal(roster, opened);
  EXPECT_EQ(skm_roster_verify(opened, nullptr), SKM_OK);
  const std::uint32_t skill = skm_matrix_find_skill(matrix, view("sql"));
  ASSERT_EQ(skm_roster_set_rank(opened.get(), 3, skill, 4, nullptr), SKM_OK);
  opened.out();
  expect_equal(roster, copy);  // Nor is the other one.
  EXPECT_EQ(skm_roster_open_bytes(matrix, view("no roster"), opened.out(), error.out()),
            SKM_ERR_BAD_FILE);
  EXPECT_EQ(opened.get(), nullptr);
}

TEST_F(RosterTest, ColumnsMayNameRoleLevelsAndSayThatNothingIsKnown) {
  const std::vector<std::string> ids = {"a", "b", "c", "d"};
  const std::vector<std::string> roles = {"data-scientist", "", "no such role", "data-scientist"};
  const std::vector<std::string> levels = {"senior", "", "senior", "no such level"};
  const Texts<std::uint32_t> id_texts(ids), role_texts(roles), level_texts(levels);
  const std::uint32_t people[] = {0, 1};
  const std::uint32_t skills[] = {3, 3};
  const std::uint8_t ranks[] = {2, 0};
  const std::uint8_t unknown[] = {0, 1};
  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  columns.person_count = 4;
  columns.rating_count = 2;
  columns.person_ids = id_texts.view();
  columns.own_roles = role_texts.view();
  columns.own_levels = level_texts.view();
  columns.people = people;
  columns.skills = skills;
  columns.ranks = ranks;
  columns.unknown = unknown;
  Roster built;
  ASSERT_EQ(skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_own_role_level(built, 0),
            skm_matrix_find_role_level(matrix, view("data-scientist"), view("senior")));
  for (const std::uint32_t person : {1U, 2U, 3U}) {
    EXPECT_EQ(skm_roster_own_role_level(built, person), SKM_NONE);
  }
  EXPECT_EQ(skm_roster_rank(built, 0, 3), 2U);
  EXPECT_EQ(skm_roster_rank(built, 1, 3), SKM_NONE);
  EXPECT_EQ(skm_roster_rejected_role_levels(built), 2U);
  EXPECT_EQ(skm_roster_rejected_people(built), 0U);
  EXPECT_EQ(skm_roster_rejected_ratings(built), 0U);
  const std::uint32_t numbers[] = {0, SKM_NONE, 9999, 1};
  columns.own_roles = columns.own_levels = {};
  columns.own_role_levels = numbers;
  ASSERT_EQ(skm_roster_build_columns(matrix, &columns, nullptr, built.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_roster_rejected_role_levels(built), 1U);
}

TEST_F(RosterTest, CountsRoleLevelsThatItCannotTake) {
  EXPECT_EQ(skm_roster_rejected_role_levels(roster), 0U);
  const auto line = [](const char* id, const char* role, const char* level) {
    return std::string(R"({"schema": "skillmatrix.profile/1", "name": "P", "id": ")") + id +
           R"(", "role": ")" + role + R"(", "level": ")" + level + "\"}\n";
  };
  const std::string people = line("a", "data-scientist", "senior") +
                             line("b", "nonsense", "senior") +
                             line("c", "data-scientist", "nonsense") +
                             line("a", "nonsense", "senior");  // Who is rejected as a whole.
  Roster built;
  ASSERT_EQ(skm_roster_read_ndjson(matrix, view(people), nullptr, nullptr, built.out(), nullptr),
            SKM_OK);
  EXPECT_EQ(skm_roster_rejected_role_levels(built), 2U);
  EXPECT_EQ(skm_roster_rejected_people(built), 1U);
  Profiles profiles;
  ASSERT_EQ(skm_profiles_parse(view(people), nullptr, profiles.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_roster_build(matrix, profiles, nullptr, built.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_roster_rejected_role_levels(built), 2U);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
