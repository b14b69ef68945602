#include "skillmatrix/json.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "generated.hpp"
#include "golden.hpp"

namespace skillmatrix::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> golden_inputs(const char* folder) {
  std::vector<fs::path> inputs;
  for (const auto& entry : fs::directory_iterator(fs::path(SKILLMATRIX_TEST_DATA) / folder)) {
    if (entry.path().extension() == ".json") inputs.push_back(entry.path());
  }
  std::ranges::sort(inputs);
  return inputs;
}

class JsonGolden : public testing::TestWithParam<fs::path> {};

TEST_P(JsonGolden, HasTheExpectedDiagnostics) {
  const std::string input = read_file(GetParam());
  const Result<Framework> read = read_framework(input);
  EXPECT_EQ(read.value.has_value(), !has_errors(read.diagnostics));
  fs::path expected = GetParam();
  expect_golden(expected.replace_extension(".diagnostics"), dump(read.diagnostics));
}

INSTANTIATE_TEST_SUITE_P(Files, JsonGolden, testing::ValuesIn(golden_inputs("golden/json")),
                         [](const auto& file) { return file.param.stem().string(); });

std::vector<Code> codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Code> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

TEST(Json, ReadsEveryMember) {
  const Framework framework = generated::make_document(7);
  const Result<Framework> read = read_framework(write_framework(framework));
  ASSERT_TRUE(read) << dump(read.diagnostics);
  EXPECT_EQ(*read, framework);
}

TEST(Json, FilesPlainTextUnderTheDefaultLocaleWhereverThatStands) {
  const Result<Framework> read = read_framework(R"({
    "schema": "skillmatrix.framework/1", "id": "f", "title": "Rahmen", "default_locale": "de"})");
  ASSERT_TRUE(read) << dump(read.diagnostics);
  EXPECT_EQ(read->title, in("de", "Rahmen"));
}

TEST(Json, ReportsAMalformedDefaultLocaleOnceAndTheSameTagWhereItIsWritten) {
  for (const std::string locale : {"english", ""}) {
    const Result<Framework> read = read_framework(R"({
        "schema": "skillmatrix.framework/1", "id": "f", "default_locale": ")" +
                                                  locale + R"(",
        "title": "Plain", "summary": {"en": "Tagged", "english": "Tagged"},
        "scales": [{"id": "s", "title": "Plain", "levels": [{"id": "l", "title": "Plain"}]}]})");
    EXPECT_EQ(codes_of(read.diagnostics), std::vector(2, Code::malformed_tag));
    EXPECT_EQ(read.diagnostics.front().pointer, "/default_locale");
    EXPECT_EQ(read.diagnostics.back().pointer, "/summary/english");
  }
}

TEST(Json, AnEmptyTagIsNoPlainText) {
  const Result<Framework> read = read_framework(R"({
      "schema": "skillmatrix.framework/1", "id": "f", "title": {"": "a", "en": "b"}})");
  ASSERT_EQ(codes_of(read.diagnostics), std::vector{Code::malformed_tag});
  EXPECT_EQ(read.diagnostics.front().pointer, "/title/");
}

TEST(Json, KeepsExtensionsByteForByteAlsoBehindAnEscapedKey) {
  const std::string raw = "{ \"a\" : 1.500,\n\"b\":[ ] }";
  const Result<Profile> read = read_profile(
      R"({"schema": "skillmatrix.profile/1", "id": "p", "extens\u0069ons": )" + raw + "}");
  ASSERT_TRUE(read) << dump(read.diagnostics);
  EXPECT_EQ(read->extensions.json, raw);
}

TEST(Json, TellsNullFromMissingRatingLevel) {
  const Result<Profile> none = read_profile(
      R"({"schema": "skillmatrix.profile/1", "id": "p", "ratings": [{"skill": "s", "level": null}]})");
  ASSERT_TRUE(none) << dump(none.diagnostics);
  EXPECT_FALSE(none->ratings.front().level);
  const Result<Profile> missing = read_profile(
      R"({"schema": "skillmatrix.profile/1", "id": "p", "ratings": [{"skill": "s"}]})");
  EXPECT_EQ(codes_of(missing.diagnostics), std::vector{Code::missing_member});
}

TEST(Json, StoresTextsInNormalFormAndSaysSo) {
  const std::string text =
      R"({"schema": "skillmatrix.framework/1", "id": "e\u0301", "title": "e\u0301",
    "source": "e\u0301", "scales": [{"id": "s", "levels": [{"id": "l", "label": {"de": "ok e\u0301"}}]}],
    "skills": [{"id": "x", "scale": "s", "title": "\u00e9", "aliases": {"en": ["a", "a\u0301"]},
    "extensions": {"n": "e\u0301"}}]})";
  const Result<Framework> read = read_framework(text);
  ASSERT_TRUE(read) << dump(read.diagnostics);
  EXPECT_EQ(read->title, in("en", "\u00E9"));
  EXPECT_EQ(read->id, "e\u0301");
  EXPECT_EQ(read->source, "e\u0301");
  EXPECT_EQ(read->scales[0].levels[0].label, in("de", "ok \u00E9"));
  EXPECT_EQ(read->skills[0].aliases.at("en")[1], "\u00E1");
  EXPECT_EQ(read->skills[0].extensions.json, R"({"n": "e\u0301"})");
  std::vector<std::string> notes;
  for (const Diagnostic& diagnostic : read.diagnostics) {
    if (diagnostic.code != Code::not_normalized) continue;
    EXPECT_EQ(diagnostic.severity, Severity::information);
    EXPECT_NE(diagnostic.line, 0U);
    notes.push_back(diagnostic.pointer + ' ' + diagnostic.arguments.back().second);
  }
  EXPECT_EQ(notes, (std::vector<std::string>{"/title/en 0", "/scales/0/levels/0/label/de 3",
                                             "/skills/0/aliases/en/1 0"}));
  const Result<Framework> again = read_framework(write_framework(*read));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *read);
  for (const Diagnostic& diagnostic : again.diagnostics) {
    EXPECT_NE(diagnostic.code, Code::not_normalized);
  }
}

TEST(Json, StoresNamesOfPeopleInNormalForm) {
  const Result<Profile> read =
      read_profile(R"({"schema": "skillmatrix.profile/1", "id": "e\u0301", "name": "Zoe\u0308"})");
  ASSERT_TRUE(read) << dump(read.diagnostics);
  EXPECT_EQ(read->name, "Zo\u00EB");
  EXPECT_EQ(read->id, "e\u0301");
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(read.diagnostics[0].pointer, "/name");
}

TEST(Json, HostileTextsTakeLinearTime) {
  std::string text = R"({"schema": "skillmatrix.framework/1", "id": "f", "title": "a)";
  for (int at = 0; at < 200'000; ++at) text += "\u0301\u0316";
  text += R"(", "summary": ")";
  for (int at = 0; at < 200'000; ++at) text += "\u2066";
  const Result<Framework> read = read_framework(text + "\"}");
  EXPECT_FALSE(read);
  EXPECT_EQ(read.diagnostics.size(), 17U) << dump(read.diagnostics);
}

TEST(Json, StopsAtItsLimits) {
  const std::string text = write_framework(generated::make_document(3));
  EXPECT_EQ(codes_of(read_framework(text, {.max_bytes = 10}).diagnostics),
            std::vector{Code::too_large});
  EXPECT_EQ(codes_of(read_framework(text, {.max_depth = 1}).diagnostics),
            std::vector{Code::too_deep});
  const auto few = codes_of(read_framework(text, {.max_elements = 1}).diagnostics);
  EXPECT_TRUE(std::ranges::find(few, Code::too_many) != few.end());
}

TEST(Json, CountsTheFindingsItLeavesOut) {
  std::string text = R"({"schema": "skillmatrix.framework/1", "id": "f")";
  for (int at = 0; at < 100; ++at) text += ", \"odd" + std::to_string(at) + "\": 1";
  const auto diagnostics = read_framework(text + "}", {.max_diagnostics = 10}).diagnostics;
  ASSERT_EQ(diagnostics.size(), 11u);
  EXPECT_EQ(diagnostics.back().code, Code::findings_omitted);
  EXPECT_EQ(diagnostics.back().arguments.front().second, "90");
}

TEST(Json, SurvivesDeepNestingAndManyBrokenCharacters) {
  EXPECT_FALSE(read_framework(std::string(1'000'000, '[')));
  EXPECT_FALSE(read_framework("{\"a\":" + std::string(1'000'000, '{')));
  EXPECT_FALSE(read_framework("\"" + std::string(100'000, '\xFF') + "\""));
}

TEST(Json, EveryTruncationIsAnErrorAndNothingElse) {
  const std::string text = write_framework(generated::make_document(5), Layout::compact);
  for (std::size_t length = 0; length < text.size(); length += 7) {
    const Result<Framework> read = read_framework(std::string_view(text).substr(0, length));
    EXPECT_FALSE(read) << length;
    EXPECT_TRUE(has_errors(read.diagnostics)) << length;
    for (const Diagnostic& diagnostic : read.diagnostics) EXPECT_LE(diagnostic.offset, length);
  }
}

TEST(Json, ReadsLinesOfProfilesAndCountsTheBadOnes) {
  const std::string good = R"({"schema": "skillmatrix.profile/1", "id": "p"})";
  const Profiles read = read_profiles(good + "\r\n\n{\"id\": 1}\n" + good);
  EXPECT_EQ(read.profiles.size(), 2u);
  EXPECT_EQ(read.lines, (std::vector<std::uint64_t>{1, 4}));
  EXPECT_EQ(read.rejected, 1u);
  ASSERT_FALSE(read.diagnostics.empty());
  for (const Diagnostic& diagnostic : read.diagnostics) {
    EXPECT_EQ(diagnostic.line, 3u);
    EXPECT_GE(diagnostic.offset, good.size() + 3);
  }
}

TEST(Json, RefusesAProfileOfAnotherFormat) {
  const Result<Profile> read = read_profile(R"({"schema": "skillmatrix.framework/1", "id": "p"})");
  EXPECT_EQ(codes_of(read.diagnostics), std::vector{Code::unsupported_schema});
}

// Expected is what the writer makes of a sample, so that edits by hand stay in the one form.
TEST(Json, TheBundledSamplesAreCanonical) {
  const fs::path samples = SKILLMATRIX_EXAMPLES_DATA;
  const fs::path framework = samples / "ai-engineering.json";
  expect_golden(framework, write_framework(*read_framework(read_file(framework))));
  const fs::path people = samples / "people.ndjson";
  expect_golden(people, write_profiles(read_profiles(read_file(people)).profiles));
  for (const auto& entry : fs::directory_iterator(samples / "people")) {
    expect_golden(entry.path(), write_profile(*read_profile(read_file(entry.path()))));
  }
}

class JsonProperty : public testing::TestWithParam<std::uint32_t> {};

TEST_P(JsonProperty, FrameworksSurviveTheRoundTrip) {
  for (std::uint32_t seed = GetParam() * 25; seed < GetParam() * 25 + 25; ++seed) {
    const Framework framework = generated::make_document(seed);
    for (const Layout layout : {Layout::indented, Layout::compact}) {
      const std::string text = write_framework(framework, layout);
      const Result<Framework> read = read_framework(text);
      ASSERT_TRUE(read) << "seed " << seed << dump(read.diagnostics);
      EXPECT_EQ(*read, framework) << "seed " << seed;
      EXPECT_EQ(write_framework(*read, layout), text) << "seed " << seed;
    }
  }
}

TEST_P(JsonProperty, ProfilesSurviveTheRoundTrip) {
  for (std::uint32_t seed = GetParam() * 25; seed < GetParam() * 25 + 25; ++seed) {
    const Profile profile = generated::make_person_document(seed, generated::make_document(seed));
    const Profiles read = read_profiles(write_profiles({profile, profile}));
    ASSERT_EQ(read.profiles.size(), 2u) << "seed " << seed << dump(read.diagnostics);
    EXPECT_EQ(read.profiles[0], profile) << "seed " << seed;
    EXPECT_EQ(read.profiles[1], profile) << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, JsonProperty, testing::Range(0u, 8u));

}  // namespace
}  // namespace skillmatrix::test
