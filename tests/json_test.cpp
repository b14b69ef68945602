#include "skillmatrix/json.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "../bench/big_framework.hpp"
#include "diagnostic_check.hpp"
#include "generated.hpp"
#include "golden.hpp"
#include "json_reader.hpp"
#include "skillmatrix/matrix.hpp"

namespace skillmatrix::test {
namespace {

namespace fs = std::filesystem;

class JsonGolden : public testing::TestWithParam<fs::path> {};

TEST_P(JsonGolden, HasTheExpectedDiagnostics) {
  const std::string input = read_file(GetParam());
  ReadOptions options;
  set_options_beside(GetParam(), options);
  const Result<Framework> read = read_framework(input, options);
  EXPECT_EQ(read.value.has_value(), !has_errors(read.diagnostics));
  fs::path expected = GetParam();
  expect_golden(expected.replace_extension(".diagnostics"), dump(read.diagnostics));
}

INSTANTIATE_TEST_SUITE_P(Files, JsonGolden, testing::ValuesIn(golden_files("json", ".json")),
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

/// A framework of the members given.
Result<Framework> read_members(const std::string& members, const ReadOptions& options = {}) {
  return read_framework(R"({"schema": "skillmatrix.framework/1", "id": "f", )" + members + "}",
                        options);
}

std::vector<std::string> places_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> places;
  for (const Diagnostic& diagnostic : diagnostics) {
    places.push_back(std::string(describe(diagnostic.code).name) + ' ' + diagnostic.pointer);
  }
  return places;
}

std::string repeated(const std::string& element, std::size_t count) {
  std::string all;
  for (std::size_t at = 0; at < count; ++at) all += (at == 0 ? "" : ",") + element;
  return all;
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

TEST(Json, TakesMembersInAnyOrderAndHoweverTheirNamesAreWritten) {
  const Result<Framework> in_order = read_members(
      R"("scales": [{"id": "s", "title": {"en": "S"}, "levels": [{"id": "l", "value": 3}]}])");
  const Result<Framework> mixed = read_framework(
      R"({"scales": [{"l\u0065vels": [{"value": 3, "id": "l"}], "title": {"\u0065n": "S"}, "id": "s"}],
          "i\u0064": "f", "schema": "skillmatrix.framework/1"})");
  ASSERT_TRUE(in_order);
  ASSERT_TRUE(mixed) << dump(mixed.diagnostics);
  EXPECT_EQ(*mixed, *in_order);
}

TEST(Json, ReadsLongListsWhole) {
  const Framework framework = big::make_framework(big::ten_times);
  for (const Layout layout : {Layout::compact, Layout::indented}) {
    const Result<Framework> read = read_framework(write_framework(framework, layout));
    ASSERT_TRUE(read) << dump(read.diagnostics);
    EXPECT_TRUE(read.diagnostics.empty()) << dump(read.diagnostics);
    EXPECT_TRUE(*read == framework);
  }
}

/// How long a list becomes is guessed from its beginning, but a wrong guess must not cost much more
/// than the text is long.
TEST(Json, ShortElementsBeforeMuchTextTakeNoRoomForMillions) {
  const std::string text = R"("categories": [)" + repeated("{}", 100) + R"(], "license": ")" +
                           std::string(1 << 20, 'x') + '"';
  Framework framework;
  form::Findings findings(1);
  ASSERT_TRUE(
      form::read_document('{' + text + '}', form::type_of<Framework>, &framework, {}, findings));
  EXPECT_EQ(framework.categories.size(), 100U);
  EXPECT_LE(framework.categories.capacity() * sizeof(Category), 3 * text.size());
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

TEST(Json, KeepsErrorsWhenFindingsAreMany) {
  using Places = std::vector<std::string>;
  const std::string notes = R"("title": {"en": "e\u0301", "de": "e\u0301", "fr": "e\u0301"}, )";
  const std::string warnings = R"("scales": [{"id": "s", "levels": [{"id": "l"}]}],
      "skills": [{"id": "a", "scale": "s"}, {"id": "b", "scale": "s"}, {"id": "c", "scale": "s"}],
      "roles": [{"id": "r", "ladder": "none"}])";
  const auto read = read_members(notes + warnings, {.max_diagnostics = 2});
  EXPECT_FALSE(read);
  EXPECT_EQ(places_of(read.diagnostics),
            (Places{"not_normalized /title/de", "dangling_reference /roles/0/ladder",
                    "findings_omitted "}));
  EXPECT_EQ(read.diagnostics.back().arguments.front().second, "6");

  for (const std::string error :
       {R"("version": 1)", R"("roles": [{"id": "r", "ladder": "none"}])"}) {
    const auto none = read_members(notes + error, {.max_diagnostics = 0});
    EXPECT_FALSE(none) << "an error that is not shown is one";
    EXPECT_EQ(codes_of(none.diagnostics), std::vector{Code::findings_omitted});
  }
}

TEST(Json, CountsWhatItsLinesLeaveOut) {
  std::string line = R"({"schema": "skillmatrix.profile/1", "id": "p")";
  for (int at = 0; at < 100; ++at) line += ", \"odd" + std::to_string(at) + "\": 1";
  line += '}';
  const Profiles read = read_profiles("\n" + line + '\n' + line, {.max_diagnostics = 10});
  EXPECT_EQ(read.rejected, 2U);
  ASSERT_EQ(read.diagnostics.size(), 11U);
  EXPECT_EQ(read.diagnostics[9].line, 2U);
  EXPECT_EQ(read.diagnostics.back().code, Code::findings_omitted);
  EXPECT_EQ(read.diagnostics.back().arguments.front().second, "190");
  EXPECT_EQ(read.diagnostics.back().line, 0U);
}

TEST(Json, ALineWithAnErrorIsToldAfterManyWithNotes) {
  const std::string note = R"({"schema": "skillmatrix.profile/1", "id": "p", "name": "e\u0301"})";
  const Profiles read =
      read_profiles(note + '\n' + note + '\n' + note + "\n{}", {.max_diagnostics = 3});
  EXPECT_EQ(codes_of(read.diagnostics),
            (std::vector{Code::not_normalized, Code::missing_member, Code::missing_member,
                         Code::findings_omitted}));
}

TEST(Json, ASlipOfFormHidesNothingButItsConsequences) {
  using Places = std::vector<std::string>;
  const std::string roles = R"(, "roles": [{"id": "r", "ladder": "none"}])";
  const std::string dangling = "dangling_reference /roles/0/ladder";
  const auto errors = [&](const std::string& members) {
    auto diagnostics = read_members(members + roles).diagnostics;
    std::erase_if(diagnostics, [](const auto& of) { return of.severity != Severity::error; });
    return places_of(diagnostics);
  };
  // Slips that have nothing to do with the reference.
  EXPECT_EQ(errors(R"("version": 2026)"), (Places{"wrong_type /version", dangling}));
  EXPECT_EQ(errors(R"("license": null, "source": [])"),
            (Places{"wrong_type /license", "wrong_type /source", dangling}));
  EXPECT_EQ(errors(R"("expectations": [{"id": 1, "role": "r", "level": "l", "skill": "none",
                                    "requirement": {"necessity": "required"}}])"),
            (Places{"unknown_member /expectations/0/id", "dangling_reference /expectations/0/skill",
                    dangling}));
  EXPECT_EQ(errors(R"("skills": [{"id": 7, "scale": "none"}])"),
            (Places{"wrong_type /skills/0/id", "dangling_reference /skills/0/scale", dangling}));
  EXPECT_EQ(errors(R"("categories": 7)"), (Places{"wrong_type /categories", dangling}));
  // Slips that lose a scale.
  EXPECT_EQ(errors(R"("scales": 7)"), Places{"wrong_type /scales"});
  EXPECT_EQ(errors(R"("scales": [7])"), Places{"wrong_type /scales/0"});
  EXPECT_EQ(errors(R"("scale": [])"), Places{"unknown_member /scale"});
  EXPECT_EQ(errors(R"("scales": [{"levels": [{"id": "l"}]}])"), Places{"missing_member /scales/0"});
  EXPECT_EQ(errors(R"("scales": [{"id": null, "levels": [{"id": "l"}]}])"),
            Places{"wrong_type /scales/0/id"});
  EXPECT_EQ(errors(R"("scales": [], "scales": [])"), Places{"duplicate_member /scales"});
}

TEST(Json, ALostLevelHidesReferencesToLevelsOnly) {
  const auto read = read_members(R"("scales": [{"id": "s", "levels": [{"id": 1}]}],
      "skills": [{"id": "a", "scale": "s"}], "roles": [{"id": "r", "ladder": "s"}],
      "expectations": [{"role": "r", "level": "none", "skill": "none",
                        "requirement": {"necessity": "required", "level": "none"}}])");
  EXPECT_EQ(places_of(read.diagnostics),
            (std::vector<std::string>{"wrong_type /scales/0/levels/0/id",
                                      "skill_without_expectations /skills/0",
                                      "dangling_reference /expectations/0/skill"}));
}

TEST(Json, SaysOnceThatTextIsBroken) {
  const auto read = read_members("\"title\": \"\xFF\", \"summary\": \"\\u0000\"");
  EXPECT_EQ(codes_of(read.diagnostics), (std::vector{Code::ill_formed_utf8, Code::embedded_nul}));
}

/// The code of each finding, with what was found and the line.
std::vector<std::string> kinds_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> kinds;
  for (const Diagnostic& finding : diagnostics) {
    std::string& kind = kinds.emplace_back(describe(finding.code).name);
    for (const auto& [name, value] : finding.arguments) {
      if (name == "found") kind += ' ' + value;
    }
    if (finding.line != 0) kind += ':' + std::to_string(finding.line);
    expect_well_said(finding);
  }
  return kinds;
}

using Kinds = std::vector<std::string>;

const std::string ann = R"({"schema": "skillmatrix.profile/1", "id": "ann"})";
const std::string bob = R"({"schema": "skillmatrix.profile/1", "id": "bob"})";

/// What a block of a matrix begins with.
std::string saved() {
  const Matrix matrix = *Matrix::build(Framework{.id = "f"});
  return {reinterpret_cast<const char*>(matrix.bytes().data()), matrix.bytes().size()};
}

TEST(Json, TellsWhatIsSaved) {
  EXPECT_EQ(kinds_of(read_framework(saved()).diagnostics),
            Kinds{"unexpected_input saved_matrix:1"});
  EXPECT_EQ(kinds_of(read_profile(saved()).diagnostics), Kinds{"unexpected_input saved_matrix:1"});
  EXPECT_EQ(kinds_of(read_profiles(saved()).diagnostics), Kinds{"unexpected_input saved_matrix"});
}

TEST(Json, TellsLinesAndArraysFromADocument) {
  const auto found = [](const std::string& text, const ReadOptions& options = {}) {
    return kinds_of(read_profile(text, options).diagnostics);
  };
  const Kinds lines{"unexpected_input lines:1"};
  const Kinds array{"unexpected_input array:1"};
  EXPECT_EQ(found(ann + '\n' + bob), lines);
  EXPECT_EQ(found("\xEF\xBB\xBF" + ann + "\r\n\r\n" + bob + "\r\n"), lines);
  EXPECT_EQ(kinds_of(read_framework("{}\n{}").diagnostics), lines);
  EXPECT_EQ(found('[' + ann + ",\n" + bob + ']'), array);
  EXPECT_EQ(found("[]"), array);
  // A document that something is wrong with.
  EXPECT_EQ(found(ann + '\n'), Kinds{});
  EXPECT_EQ(found(ann + "\n{"), Kinds{"json_syntax:2"});
  EXPECT_EQ(found("{\n}\n{\n}").back(), "json_syntax:3");
  EXPECT_EQ(found("1\n2"), Kinds({"wrong_type number:1", "json_syntax:2"}));
  EXPECT_EQ(found('[' + ann), Kinds({"wrong_type array:1", "json_syntax:1"}));
  EXPECT_EQ(found(ann + '\n' + bob, {.max_bytes = 60}), Kinds{"too_large:1"});
  EXPECT_EQ(found(ann + '\n' + bob, {.max_diagnostics = 0}), Kinds{"findings_omitted"});
}

TEST(Json, TellsADocumentAndAnArrayFromLines) {
  const auto found = [](const std::string& text) {
    const Profiles read = read_profiles(text);
    EXPECT_EQ(read.profiles.size() + read.rejected, 0U) << text;
    return kinds_of(read.diagnostics);
  };
  const Kinds document{"unexpected_input document"};
  const Kinds array{"unexpected_input array"};
  const std::string indented = write_profile(*read_profile(ann));
  ASSERT_TRUE(indented.starts_with("{\n"));
  EXPECT_EQ(found(indented), document);
  EXPECT_EQ(found("\xEF\xBB\xBF" + indented), document);
  EXPECT_EQ(found("{\"id\":\n7}"), document) << "also where it is a wrong one";
  EXPECT_EQ(found("[\n" + ann + ",\n" + bob + "\n]\n"), array);
  EXPECT_EQ(found('[' + ann + ']'), array);
}

TEST(Json, ABadLineMakesNoDocumentOfTheOthers) {
  const auto read = [](const std::string& text) {
    const Profiles profiles = read_profiles(text);
    return std::pair(profiles.profiles.size(), kinds_of(profiles.diagnostics));
  };
  using Read = std::pair<std::size_t, Kinds>;
  EXPECT_EQ(read("{\n" + ann + '\n' + bob), Read(2, {"json_syntax:1"}));
  EXPECT_EQ(read('[' + ann + "]\n" + bob), Read(1, {"unexpected_input array:1"}));
  EXPECT_EQ(read(ann + "\n[]\n" + bob), Read(2, {"unexpected_input array:2"}));
  EXPECT_EQ(read("7\n" + bob), Read(1, {"wrong_type number:1"}));
}

TEST(Json, ListsTheMembersThatNoneIsNear) {
  const auto found = [](const std::string& json) {
    const Diagnostic finding = read_profile(json).diagnostics.at(0);
    expect_well_said(finding);
    return finding.message() + finding.suggestion;
  };
  const std::string start = R"({"schema": "skillmatrix.profile/1", "id": "p", )";
  const std::string far = found(start + R"("salary": 1})");
  EXPECT_NE(far.find("; it has schema, id, name, role, level, ratings, extensions;"),
            std::string::npos)
      << far;
  EXPECT_EQ(found(start + R"("nane": ""})").find("it has"), std::string::npos);
}

TEST(Json, ChecksWhatAProfileSaysByItself) {
  const auto read = read_profile(R"({"schema": "skillmatrix.profile/1", "id": "", "ratings": [
      {"skill": "", "level": null},
      {"skill": "s", "level": null, "assessed": "2026-02-02", "expires": "2026-02-01"}]})");
  EXPECT_FALSE(read);
  EXPECT_EQ(places_of(read.diagnostics),
            (std::vector<std::string>{"empty_id /id", "dangling_reference /ratings/0/skill",
                                      "expires_before_assessed /ratings/1/expires"}));
}

TEST(Json, ReadsWholeNumbersHoweverTheyAreWritten) {
  const auto weight = [](const std::string& number) -> std::string {
    const auto read = read_members(R"("scales": [{"id": "s", "levels": [{"id": "l"}]}],
        "skills": [{"id": "a", "scale": "s"}], "roles": [{"id": "r", "ladder": "s"}],
        "expectations": [{"role": "r", "level": "l", "skill": "a",
                          "requirement": {"necessity": "required", "weight": )" +
                                   number + "}}]");
    if (read) return std::to_string(read->expectations[0].requirement.weight);
    return std::string(describe(read.diagnostics.front().code).name);
  };
  for (const char* hundred :
       {"100", "1e2", "1E+2", "1.00e2", "10e1", "0.1e3", "10000e-2", "100.0",
        "0.00000000000000000000000000001e31", "100000000000000000000000000000000000e-33"}) {
    EXPECT_EQ(weight(hundred), "100") << hundred;
  }
  EXPECT_EQ(weight("1.5e1"), "15");
  EXPECT_EQ(weight("65535"), "65535");
  for (const char* fraction : {"1e-1", "1.5", "15e-1", "1e-400", "-0.5", "1.25e1"}) {
    EXPECT_EQ(weight(fraction), "wrong_type") << fraction;
  }
  for (const char* far : {"0", "-0", "0e9", "65536", "1e5", "-1e2", "1e400", "1.5e400", "1e20",
                          "18446744073709551616", "123456789012345678901234567890"}) {
    EXPECT_EQ(weight(far), "number_out_of_range") << far;
  }
}

// Each of these took minutes, or all memory, when the time or memory was not linear.

TEST(Json, TheCountOfFindingsLeftOutHasNoPlace) {
  std::vector<Diagnostic> findings{
      make_diagnostic(Code::findings_omitted, {}, {}, {{"count", "5"}}),
      make_diagnostic(Code::text_missing, "/b"), make_diagnostic(Code::text_missing, "/a")};
  const Diagnostic omitted = findings.front();
  locate(findings, R"({"a": 1, "b": 2})");
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].pointer, "/a");
  EXPECT_EQ(findings[1].offset, 14U);
  EXPECT_EQ(findings[2], omitted);
}

TEST(Json, ManyFindingsBelowALongKey) {
  const std::string key = '"' + std::string(200'000, 'a') + '"';
  const std::vector<std::string> texts{
      R"("skills": [{"id": "a", "scale": "s", "aliases": {)" + key + ": [" + repeated("1", 20'000) +
          "]}}]",
      R"("fallbacks": {)" + key + ": [" + repeated("\"x y\"", 20'000) + "]}"};
  const std::size_t head =
      std::string(R"({"schema": "skillmatrix.framework/1", "id": "f", )").size();
  for (const std::string& text : texts) {
    const auto read = read_members(text);
    EXPECT_FALSE(read);
    ASSERT_LE(read.diagnostics.size(), 3U);
    const auto found = std::ranges::find(read.diagnostics, Code::too_large, &Diagnostic::code);
    ASSERT_NE(found, read.diagnostics.end());
    EXPECT_EQ(text.substr(found->offset - head, 3), "\"aa");
  }
  const auto skipped =
      read_members(R"("extensions": {)" + key + ": [" + repeated("\"\\ud800\"", 20'000) + "]}");
  ASSERT_EQ(skipped.diagnostics.size(), 10'001U);
  EXPECT_EQ(skipped.diagnostics.front().pointer, "/extensions");
}

TEST(Json, ALongKeyThatNothingIsWrongBelow) {
  const std::string key = '"' + std::string(1'000'000, 'a') + '"';
  const auto read = read_members(R"("title": "e\u0301", "extensions": {)" + key + ": [" +
                                 repeated("1", 2'000'000) + "]}");
  EXPECT_TRUE(read);
  EXPECT_EQ(codes_of(read.diagnostics), std::vector{Code::not_normalized});
}

TEST(Json, ManyLongNamesThatAreNearlyRight) {
  generated::Dice dice(1);
  const auto name = [&dice] {
    std::string letters(250, ' ');
    for (char& letter : letters) letter = static_cast<char>('a' + dice.below(26));
    return letters;
  };
  std::string skills;
  std::string expectations;
  for (int at = 0; at < 256; ++at) {
    skills += (at == 0 ? "" : ",") + (R"({"id": ")" + name()) + R"(", "scale": "s"})";
  }
  for (int at = 0; at < 4096; ++at) {
    expectations +=
        (at == 0 ? "" : ",") + (R"({"role": "r", "level": "l", "skill": ")" + name()) + R"("})";
  }
  const auto read = read_members(R"("scales": [{"id": "s", "levels": [{"id": "l"}]}],
      "roles": [{"id": "r", "ladder": "s"}], "skills": [)" +
                                 skills + R"(], "expectations": [)" + expectations + "]");
  EXPECT_FALSE(read);
  EXPECT_GE(read.diagnostics.size(), 4096U);
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
  EXPECT_EQ(read.offsets, (std::vector<std::uint64_t>{0, good.size() + 13}));
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

/// The profile as NDJSON can hold it: the line feeds of its extensions are spaces.
Profile on_one_line(Profile profile) {
  std::ranges::replace(profile.extensions.json, '\n', ' ');
  for (Rating& rating : profile.ratings) std::ranges::replace(rating.extensions.json, '\n', ' ');
  return profile;
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
    const Result<Profile> alone = read_profile(write_profile(profile));
    ASSERT_TRUE(alone) << "seed " << seed << dump(alone.diagnostics);
    EXPECT_EQ(*alone, profile) << "seed " << seed;
    const Profiles read = read_profiles(write_profiles({profile, profile}));
    ASSERT_EQ(read.profiles.size(), 2u) << "seed " << seed << dump(read.diagnostics);
    EXPECT_EQ(read.profiles[0], on_one_line(profile)) << "seed " << seed;
    EXPECT_EQ(read.profiles[1], on_one_line(profile)) << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, JsonProperty, testing::Range(0u, 8u));

}  // namespace
}  // namespace skillmatrix::test
