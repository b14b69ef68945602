#include "skillmatrix/profile.h"

#include <gtest/gtest.h>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Profile, WritesWhatItReads) {
  const std::string path = example("people/li-wenqing.json");
  const std::string json = read_file(path);
  Profile loaded;
  Profile parsed;
  Error error;
  ASSERT_EQ(skm_profile_load(view(path), nullptr, loaded.out(), error.out()), SKM_OK);
  ASSERT_EQ(skm_profile_parse(view(json), nullptr, parsed.out(), error.out()), SKM_OK);
  for (const skm_profile* profile : {loaded.get(), parsed.get()}) {
    Buffer written;
    ASSERT_EQ(skm_profile_to_json(profile, 0, written.out(), error.out()), SKM_OK);
    EXPECT_EQ(text(written), json) << "the examples are in canonical form";
    EXPECT_EQ(text(skm_profile_id(profile)), "p-003");
    EXPECT_EQ(text(skm_profile_name(profile)), "Li Wenqing");
    EXPECT_EQ(text(skm_profile_role(profile)), "data-scientist");
    EXPECT_EQ(text(skm_profile_level(profile)), "senior");
    EXPECT_GT(skm_profile_rating_count(profile), 5U);
    EXPECT_EQ(skm_diagnostics_has_errors(skm_profile_diagnostics(profile)), 0);
  }
}

TEST(Profile, SaysWhatIsWrong) {
  Profile profile;
  Error error;
  EXPECT_EQ(
      skm_profile_parse(view(R"({"id": "p", "ratngs": []})"), nullptr, profile.out(), error.out()),
      SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(profile.get(), nullptr);
  EXPECT_GE(skm_diagnostics_count(skm_error_diagnostics(error)), 1U);
  EXPECT_EQ(skm_profile_load(view("/nowhere/at all.json"), nullptr, profile.out(), error.out()),
            SKM_ERR_FILE);
}

TEST(Profile, WithoutARoleHasNone) {
  Profile profile;
  ASSERT_EQ(
      skm_profile_parse(view(R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "P"})"),
                        nullptr, profile.out(), nullptr),
      SKM_OK);
  EXPECT_EQ(skm_profile_role(profile).size, 0U);
  EXPECT_EQ(skm_profile_level(profile).size, 0U);
  EXPECT_EQ(skm_profile_rating_count(profile), 0U);
}

TEST(Profiles, WriteWhatTheyRead) {
  const std::string path = example("people.ndjson");
  const std::string ndjson = read_file(path);
  Profiles loaded;
  Error error;
  ASSERT_EQ(skm_profiles_load(view(path), nullptr, loaded.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_profiles_count(loaded), 6U);
  EXPECT_EQ(skm_profiles_rejected(loaded), 0U);
  Buffer written;
  ASSERT_EQ(skm_profiles_to_ndjson(loaded, written.out(), error.out()), SKM_OK);
  EXPECT_EQ(text(written), ndjson) << "the examples are in canonical form";
  std::string joined;
  for (std::uint64_t at = 0; at < skm_profiles_count(loaded); ++at) {
    Buffer line;
    ASSERT_EQ(skm_profile_to_json(skm_profiles_get(loaded, at), 1, line.out(), error.out()),
              SKM_OK);
    joined += text(line);
    joined += '\n';
    EXPECT_EQ(skm_profiles_line(loaded, at), at + 1);
  }
  EXPECT_EQ(joined, ndjson);
}

TEST(Profiles, TakeTheGoodLines) {
  const std::string ndjson = R"({"schema": "skillmatrix.profile/1", "id": "a", "name": "A"})"
                             "\n\n{\"id\": 7}\n"
                             R"({"schema": "skillmatrix.profile/1", "id": "b", "name": "B"})";
  Profiles profiles;
  Error error;
  ASSERT_EQ(skm_profiles_parse(view(ndjson), nullptr, profiles.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_profiles_count(profiles), 2U);
  EXPECT_EQ(skm_profiles_rejected(profiles), 1U);
  EXPECT_EQ(skm_profiles_line(profiles, 1), 4U);
  EXPECT_EQ(skm_profiles_line(profiles, 2), 0U);
  EXPECT_EQ(skm_profiles_get(profiles, 2), nullptr);
  EXPECT_EQ(text(skm_profile_id(skm_profiles_get(profiles, 1))), "b");
  EXPECT_EQ(skm_diagnostics_count(skm_profile_diagnostics(skm_profiles_get(profiles, 1))), 0U);
  const skm_diagnostics* const diagnostics = skm_profiles_diagnostics(profiles);
  ASSERT_GE(skm_diagnostics_count(diagnostics), 1U);
  skm_diagnostic diagnostic = SKM_DIAGNOSTIC_INIT;
  ASSERT_EQ(skm_diagnostics_get(diagnostics, 0, &diagnostic), SKM_OK);
  EXPECT_EQ(diagnostic.line, 3U);
}

TEST(Profiles, RefuseADocumentOnSeveralLines) {
  const std::string document =
      "{\"schema\": \"skillmatrix.profile/1\",\n\"id\": \"a\", \"name\": \"A\"}";
  Profiles profiles;
  Error error;
  ASSERT_EQ(skm_profiles_parse(view(document), nullptr, profiles.out(), error.out()),
            SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(text(skm_error_message(error)).find("SKM1019: this is one document"), 0U);
  Matrix matrix;
  build_sample(matrix);
  Roster roster;
  EXPECT_EQ(skm_roster_read_ndjson(matrix, view(document), nullptr, nullptr, roster.out(), nullptr),
            SKM_ERR_INVALID_INPUT);
  ASSERT_EQ(skm_profiles_parse(view("[]\n[]"), nullptr, profiles.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_profiles_rejected(profiles), 2U) << "bad lines";
}

TEST(Profile, IsCheckedAgainstAMatrix) {
  Matrix matrix;
  build_sample(matrix);
  Profile profile;
  ASSERT_EQ(skm_profile_parse(view(R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "P",
      "role": "data-scientits", "ratings": [{"skill": "pyton", "level": "working"}]})"),
                              nullptr, profile.out(), nullptr),
            SKM_OK);
  const auto suggestions = [&](std::uint64_t most) {
    skm_diagnostics* findings = nullptr;
    EXPECT_EQ(skm_profile_validate(profile, matrix, most, &findings, nullptr), SKM_OK);
    std::vector<std::string> found;
    for (std::uint64_t at = 0; at < skm_diagnostics_count(findings); ++at) {
      skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
      EXPECT_EQ(skm_diagnostics_get(findings, at, &finding), SKM_OK);
      found.emplace_back(text(finding.suggestion));
    }
    skm_diagnostics_destroy(findings);
    return found;
  };
  EXPECT_EQ(suggestions(0), (std::vector<std::string>{"data-scientist", "python"}));
  EXPECT_EQ(suggestions(1).size(), 2U) << "one, and how many there are besides";
}

TEST(Profiles, AreMadeOfProfiles) {
  Profiles read;
  Profiles made_of;
  const std::string ndjson = read_file(example("people.ndjson"));
  ASSERT_EQ(skm_profiles_parse(view(ndjson), nullptr, read.out(), nullptr), SKM_OK);
  const skm_profile* const two[] = {skm_profiles_get(read, 3), skm_profiles_get(read, 0)};
  ASSERT_EQ(skm_profiles_create(2, two, made_of.out(), nullptr), SKM_OK);
  const std::string fourth(text(skm_profile_id(two[0])));
  read.out();
  EXPECT_EQ(skm_profiles_count(made_of), 2U);
  EXPECT_EQ(text(skm_profile_id(skm_profiles_get(made_of, 0))), fourth);
  EXPECT_EQ(skm_profiles_line(made_of, 0), 0U);
  const skm_profile* const nothing[] = {nullptr};
  EXPECT_EQ(skm_profiles_create(1, nothing, made_of.out(), nullptr), SKM_ERR_INVALID_ARGUMENT);
  ASSERT_EQ(skm_profiles_create(0, nullptr, made_of.out(), nullptr), SKM_OK);
  EXPECT_EQ(skm_profiles_count(made_of), 0U);
}

TEST(Profile, HasRatingsWithEvidence) {
  Profile profile;
  ASSERT_EQ(skm_profile_parse(
                view(R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "P", "ratings": [
      {"skill": "sql", "level": "deep", "source": "certificate", "confidence": 80,
       "assessed": "2026-01-31", "expires": "2027-01-31",
       "evidence": [{"uri": "https://example.org/a", "note": "A"}, {"uri": "https://example.org/b"}]},
      {"skill": "python", "level": null}]})"),
                nullptr, profile.out(), nullptr),
            SKM_OK);
  skm_rating rating = SKM_RATING_INIT;
  ASSERT_EQ(skm_profile_get_rating(profile, 0, &rating), SKM_OK);
  EXPECT_EQ(text(rating.skill), "sql");
  EXPECT_EQ(text(rating.level), "deep");
  EXPECT_EQ(rating.holds_none, 0);
  EXPECT_EQ(rating.source, SKM_RATING_SOURCE_CERTIFICATE);
  EXPECT_EQ(rating.confidence, 80U);
  EXPECT_EQ(rating.assessed, 20260131U);
  EXPECT_EQ(rating.expires, 20270131U);
  EXPECT_EQ(rating.evidence, 2U);
  skm_evidence evidence[2] = {};
  std::uint32_t count = 0;
  ASSERT_EQ(skm_profile_evidence(profile, 0, 2, evidence, &count), SKM_OK);
  EXPECT_EQ(count, 2U);
  EXPECT_EQ(text(evidence[0].note), "A");
  EXPECT_EQ(text(evidence[1].uri), "https://example.org/b");
  EXPECT_EQ(text(evidence[1].note), "");
  ASSERT_EQ(skm_profile_get_rating(profile, 1, &rating), SKM_OK);
  EXPECT_EQ(text(rating.level), "");
  EXPECT_EQ(rating.holds_none, 1);
  EXPECT_EQ(rating.source, SKM_RATING_SOURCE_NONE);
  EXPECT_EQ(rating.confidence, SKM_NONE);
  EXPECT_EQ(rating.assessed + rating.expires + rating.evidence, 0U);
  EXPECT_EQ(skm_profile_get_rating(profile, 2, &rating), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(text(rating.skill), "python") << "as it was";
  EXPECT_EQ(skm_profile_evidence(profile, 2, 0, nullptr, &count), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_profile_evidence(profile, 0, 2, nullptr, &count), SKM_ERR_INVALID_ARGUMENT);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
