#include "skillmatrix/report.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>

#include "json_emit.hpp"
#include "reading.hpp"

namespace skillmatrix {
namespace {

/// One role with two levels, and two skills; "sql" has a title in one language only.
Framework sample() {
  Framework framework;
  framework.id = "f";
  Scale& scale = framework.scales.emplace_back();
  scale.id = "s";
  for (const auto& [id, title] : {std::pair("low", "Low"), std::pair("high", "High")}) {
    Level& level = scale.levels.emplace_back();
    level.id = id;
    level.title = in("en", title);
  }
  Skill sql;
  sql.id = "sql";
  sql.scale = "s";
  sql.title = in("en", "SQL \"select\"");
  sql.levels = {{"high", in("en", "Designs tables")}};
  framework.skills.push_back(sql);
  Role analyst;
  analyst.id = "analyst";
  analyst.ladder = "s";
  framework.roles.push_back(analyst);
  for (const char* level : {"low", "high"}) {
    Expectation cell;
    cell.role = "analyst";
    cell.level = level;
    cell.skill = "sql";
    cell.requirement.level = level;
    if (cell.level == "low") cell.description = in("en", "Reads tables");
    framework.expectations.push_back(cell);
  }
  return framework;
}

Matrix sample_matrix() {
  Result<Matrix> matrix = Matrix::build(sample());
  EXPECT_TRUE(matrix);
  return *std::move(matrix);
}

TEST(Report, EscapesWhatJsonDemandsAndNothingElse) {
  JsonEmitter json;
  json.begin_object();
  json.member("a\"\\", std::string_view("\n\t\x01/\xC3\xA9\x7F"));
  json.key("list");
  json.begin_array();
  json.value(-1);
  json.value(true);
  json.null();
  json.end_array();
  json.key("empty");
  json.begin_object();
  json.end_object();
  json.end_object();
  EXPECT_EQ(json.take(),
            "{\n  \"a\\\"\\\\\": \"\\n\\t\\u0001/\xC3\xA9\x7F\",\n"
            "  \"list\": [\n    -1,\n    true,\n    null\n  ],\n  \"empty\": {}\n}\n");
}

TEST(Report, CompactJsonIsOnOneLine) {
  JsonEmitter json(Layout::compact);
  json.begin_object();
  json.member("a", 1);
  json.member("b", 2);
  json.end_object();
  EXPECT_EQ(json.take(), "{\"a\":1,\"b\":2}");
}

TEST(Report, DiagnosticsHaveEverythingButMistakesInUtf8) {
  Diagnostic diagnostic = make_diagnostic(Code::unknown_member, "/a", "b\xFF");
  diagnostic.line = 2;
  diagnostic.column = 3;
  diagnostic.offset = 9;
  diagnostic.suggestion = "c";
  const SourceDiagnostics source{"file\xC3.json", {diagnostic}};
  const std::string json = diagnostics_json(Language("en"), std::span(&source, 1));
  for (const char* part :
       {"\"errors\": 1", "\"code\": \"SKM1009\"", "\"severity\": \"error\"", "\"pointer\": \"/a\"",
        "\"line\": 2", "\"column\": 3", "\"offset\": 9", "\"suggestion\": \"c\"",
        "\"file\": \"file\xEF\xBF\xBD.json\"", "\"value\": \"b\xEF\xBF\xBD\""}) {
    EXPECT_NE(json.find(part), std::string::npos) << part << " in " << json;
  }
}

TEST(Report, UnknownPositionsAreNull) {
  const SourceDiagnostics source{"", {make_diagnostic(Code::unknown_member)}};
  const std::string json = diagnostics_json(Language("en"), std::span(&source, 1));
  for (const char* name : {"file", "line", "column", "offset", "row", "field", "suggestion"}) {
    EXPECT_NE(json.find('"' + std::string(name) + "\": null"), std::string::npos) << name;
  }
}

TEST(Report, TextsInAnotherLanguageSayWhich) {
  const Matrix matrix = sample_matrix();
  const SkillPage page = make_skill_page(test::reading(matrix, "de"), *matrix.find_skill("sql"));
  EXPECT_NE(skill_page_json(test::reading(matrix, "de"), page).find("\"title_locale\": \"en\""),
            std::string::npos);
  const SkillPage english = make_skill_page(test::reading(matrix, "en"), *matrix.find_skill("sql"));
  EXPECT_EQ(skill_page_json(test::reading(matrix, "en"), english).find("source_fallback"),
            std::string::npos);
  EXPECT_EQ(skill_page_json(test::reading(matrix, "en"), english),
            skill_page_json(Reader(matrix), english))
      << "without preferences, the framework's language";
}

TEST(Report, AliasesSayWhereTheyAreFromOnce) {
  Framework framework = sample();
  framework.skills[0].aliases = {{"ar", {"سيكول", "C++"}}, {"en", {"Sequel"}}};
  const Matrix matrix = *Matrix::build(framework);
  const auto aliases = [&matrix](const char* tag) {
    const Reader reader(matrix, tag);
    const std::string json =
        skill_page_json(reader, make_skill_page(reader, *matrix.find_skill("sql")));
    const std::size_t begin = json.find("  \"aliases\"");
    return json.substr(begin, json.find("  \"status\"") - begin);
  };
  EXPECT_EQ(aliases("en"), "  \"aliases\": [\n    \"Sequel\"\n  ],\n");
  EXPECT_EQ(aliases("de"),
            "  \"aliases\": [\n    \"Sequel\"\n  ],\n"
            "  \"aliases_locale\": \"en\",\n  \"aliases_source\": \"source_fallback\",\n");
  const std::string arabic = "  \"aliases\": [\n    \"سيكول\",\n    \"C++\"\n  ],\n";
  EXPECT_EQ(aliases("ar"), arabic) << "in the direction of the report";
  EXPECT_EQ(aliases("he, ar;q=0.5"), arabic +
                                         "  \"aliases_locale\": \"ar\",\n"
                                         "  \"aliases_source\": \"other_preferred\",\n");
  EXPECT_EQ(aliases("ar-EG, en;q=0"), arabic +
                                          "  \"aliases_locale\": \"ar\",\n"
                                          "  \"aliases_source\": \"equivalent\",\n");
  EXPECT_EQ(aliases("fr, ar;q=0.5"), arabic +
                                         "  \"aliases_locale\": \"ar\",\n"
                                         "  \"aliases_source\": \"other_preferred\",\n"
                                         "  \"aliases_direction\": \"rtl\",\n");
}

TEST(Report, MessagesInAnotherLanguageSayWhich) {
  const CatalogSource hebrew{R"({"schema": "skillmatrix.messages/1", "locale": "he",
                                 "messages": {"skill_page.domain": "\u05EA"}})",
                             ""};
  const Language language("he", *Messages::extend(Messages::built_in(), std::span(&hebrew, 1)));
  const Matrix matrix = sample_matrix();
  const Reader reader(matrix, language);
  const SkillPage page = make_skill_page(reader, *matrix.find_skill("sql"));
  const std::string json = skill_page_json(reader, page);
  EXPECT_EQ(json.find("\"domain_locale\""), std::string::npos);
  EXPECT_NE(json.find("\"group\": \"Group\",\n    \"group_locale\": \"en\",\n"
                      "    \"group_direction\": \"ltr\",\n"),
            std::string::npos)
      << json;
  const SourceDiagnostics source{"", {make_diagnostic(Code::unknown_member)}};
  const std::string findings = diagnostics_json(language, std::span(&source, 1));
  EXPECT_TRUE(
      findings.starts_with("{\n  \"locale\": \"he\",\n  \"message_locale\": \"he\",\n"
                           "  \"direction\": \"rtl\",\n"))
      << findings;
  EXPECT_NE(findings.find("\"message_locale\": \"en\",\n      \"message_direction\": \"ltr\""),
            std::string::npos);
  EXPECT_EQ(diagnostics_json(Language("de"), std::span(&source, 1)).find("message_direction"),
            std::string::npos);
}

TEST(Report, OnlySentencesHaveIsolates) {
  const Matrix matrix = sample_matrix();
  const Reader arabic(matrix, "ar");
  const SkillPage page = make_skill_page(arabic, *matrix.find_skill("sql"));
  EXPECT_EQ(skill_page_json(arabic, page).find("\u2068"), std::string::npos);
  Diagnostic finding = make_diagnostic(Code::unknown_name, {}, "C++", {{"kind", "skill"}});
  finding.suggestion = "C#";
  const SourceDiagnostics source{"C.json", {finding}};
  const std::string json = diagnostics_json(arabic.language(), std::span(&source, 1));
  EXPECT_NE(json.find("\u2068C++\u2069"), std::string::npos);
  for (const char* data : {"\"value\": \"C++\"", "\"suggestion\": \"C#\"", "\"C.json\""}) {
    EXPECT_NE(json.find(data), std::string::npos) << data;
  }
}

TEST(Report, RaisesAreDescribedByTheCellOrElseByTheLevel) {
  const Matrix matrix = sample_matrix();
  const SkillIndex sql = *matrix.find_skill("sql");
  const auto describe_raise = [&](const char* level, Rank to) {
    const RoleLevelIndex target = *matrix.find_role_level("analyst", level);
    return test::reading(matrix, "en").text(raise_description(matrix, target, sql, to)).value;
  };
  EXPECT_EQ(describe_raise("low", 1), "Reads tables");
  EXPECT_EQ(describe_raise("high", 2), "Designs tables");
  EXPECT_EQ(describe_raise("high", 1), "");
}

TEST(Report, GapKeepsUnknownAndNoneApart) {
  const Matrix matrix = sample_matrix();
  const RoleLevelIndex target = *matrix.find_role_level("analyst", "high");
  Profile person;
  person.id = "p";
  const std::string unknown = gap_json(test::reading(matrix, "en"),
                                       analyze_gap(matrix, person, target), person, GapOptions{});
  EXPECT_NE(unknown.find("\"held_rank\": null"), std::string::npos);
  EXPECT_NE(unknown.find("\"from_rank\": null"), std::string::npos);
  EXPECT_NE(unknown.find("\"as_of\": null"), std::string::npos);
  Rating none;
  none.skill = "sql";
  person.ratings.push_back(none);
  const std::string held = gap_json(test::reading(matrix, "en"),
                                    analyze_gap(matrix, person, target), person, GapOptions{});
  EXPECT_NE(held.find("\"held_rank\": 0"), std::string::npos);
  EXPECT_NE(held.find("\"held\": null"), std::string::npos);
  EXPECT_NE(held.find("\"verdict\": \"not_ready\""), std::string::npos);
}

}  // namespace
}  // namespace skillmatrix
