// One of each kind of handle, for tests of what holds for all of them.
#pragma once

#include <string>

#include "company.hpp"

namespace skillmatrix::capi_tests {

/// Inputs, and what was made of them.
struct World {
  World() {
    EXPECT_EQ(skm_messages_built_in(messages.out(), nullptr), SKM_OK);
    EXPECT_EQ(
        skm_language_build(view("de"), messages, SKM_ISOLATES_AUTOMATIC, language.out(), nullptr),
        SKM_OK);
    EXPECT_EQ(skm_reader_build(company.matrix, language, nullptr, reader.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_framework_parse(view(framework_json), nullptr, framework.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_profile_parse(view(profile_json), nullptr, profile.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_profiles_parse(view(ndjson), nullptr, profiles.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_search_index_build(company.matrix, index.out(), nullptr), SKM_OK);
    Framework none;
    EXPECT_EQ(skm_framework_parse(view("{\"id\": 7}"), nullptr, none.out(), error.out()),
              SKM_ERR_INVALID_INPUT);
    EXPECT_EQ(skm_scores_create(scores.out(), nullptr), SKM_OK);
    EXPECT_EQ(
        skm_scores_score_people(scores.get(), company.plan, company.roster, 0, nullptr, nullptr),
        SKM_OK);
    EXPECT_EQ(skm_gap_create(gap.out(), nullptr), SKM_OK);
    EXPECT_EQ(skm_gap_analyze(gap.get(), company.matrix, company.roster, 0, 0, nullptr, nullptr),
              SKM_OK);
  }

  std::string framework_json = read_file(sample_path());
  std::string profile_json = read_file(example("people/amara-diallo.json"));
  std::string ndjson = read_file(example("people.ndjson"));
  std::string csv = "person,role,level,skill,rating\np,,,python,working\n";
  Company company{20};
  Messages messages;
  Language language;
  Reader reader;
  Framework framework;
  Profile profile;
  Profiles profiles;
  SearchIndex index;
  Error error;  ///< Of a framework with findings.
  Scores scores;
  Gap gap;
};

/// It takes a while to make, and no test changes it.
inline const World& the_world() {
  static const World only;
  return only;
}

inline std::string text(skm_column column) {
  std::string list;
  for (const std::uint64_t number : numbers(column)) list += std::to_string(number) + ' ';
  return list;
}

}  // namespace skillmatrix::capi_tests
