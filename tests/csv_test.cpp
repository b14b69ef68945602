#include "skillmatrix/csv.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generated.hpp"
#include "golden.hpp"

namespace skillmatrix::test {
namespace {

namespace fs = std::filesystem;

/// Diagnostics as the golden files hold them: one a line, with everything that a table has.
std::string dump_rows(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) {
    expect_well_said(each);
    text += to_string(each.code) + " " + std::string(to_string(each.severity)) + ", row " +
            std::to_string(each.row) + ", " + std::to_string(each.line) + ":" +
            std::to_string(each.column) + " @" + std::to_string(each.offset) + " [" + each.field +
            "] " + each.message();
    if (!each.suggestion.empty()) text += " -> " + each.suggestion;
    text += '\n';
  }
  return text;
}

std::vector<Code> codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Code> codes;
  for (const Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

using Codes = std::vector<Code>;

ExpectationsCsvOptions usual_options() {
  ExpectationsCsvOptions options;
  options.level_order = {"Junior*", "*", "Senior*"};
  options.skill_levels = {{"Awareness", ""}, {"Working", ""}, {"Expert", ""}};
  options.unlevelled_values = {"NOT IN USE"};
  return options;
}

class CsvGolden : public testing::TestWithParam<fs::path> {};

TEST_P(CsvGolden, HasTheExpectedDiagnostics) {
  const std::string input = read_file(GetParam());
  fs::path expected = GetParam();
  expected.replace_extension(".diagnostics");
  if (GetParam().stem().string().starts_with("ratings")) {
    return expect_golden(expected, dump_rows(read_ratings_csv(input).diagnostics));
  }
  const Result<Framework> read = read_expectations_csv(input, usual_options());
  EXPECT_EQ(read.value.has_value(), !has_errors(read.diagnostics));
  expect_golden(expected, dump_rows(read.diagnostics));
}

INSTANTIATE_TEST_SUITE_P(Files, CsvGolden, testing::ValuesIn(golden_files("csv", ".csv")),
                         [](const auto& file) { return file.param.stem().string(); });

const std::string header = "role,level,skill,skill_level\n";

TEST(Csv, MakesIdsOfNames) {
  EXPECT_EQ(csv_id("Head of (Agile) delivery"), "head-of-agile-delivery");
  EXPECT_EQ(csv_id("  Data -- Engineer! "), "data-engineer");
  EXPECT_EQ(csv_id("C++"), "c++");
  EXPECT_EQ(csv_id("C#"), "c#");
  EXPECT_EQ(csv_id("自然语言 处理"), "自然语言-处理");
  EXPECT_EQ(csv_id("***"), "***");
  EXPECT_EQ(csv_id(""), "");
}

TEST(Csv, ReadsAFramework) {
  ExpectationsCsvOptions options = usual_options();
  options.framework_title = "Mine";
  const auto read = read_expectations_csv(
      "role,role_category,level,skill,skill_level,necessity,weight,description\n"
      "NLP Engineer,ML,Senior,Python,Expert,required,3,Leads\n"
      "NLP Engineer,ML,Junior,Python,Working,optional,1,Learns\n",
      options);
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  EXPECT_TRUE(read.diagnostics.empty()) << dump_rows(read.diagnostics);
  EXPECT_EQ(read->title, in("en", "Mine"));
  ASSERT_EQ(read->scales.size(), 2U);
  EXPECT_EQ(read->scales[0].levels[0].id, "junior");
  EXPECT_EQ(read->scales[0].levels[1].id, "senior");
  ASSERT_EQ(read->roles.size(), 1U);
  EXPECT_EQ(read->roles[0].categories, std::vector<std::string>{"ml"});
  EXPECT_EQ(read->categories[0].kind, CategoryKind::family);
  const Expectation& first = read->expectations[0];
  EXPECT_EQ(first.requirement, (Requirement{Necessity::required, "expert", 3}));
  EXPECT_EQ(first.description, in("en", "Leads"));
}

TEST(Csv, KeepsWhatTheStandardAllows) {
  const auto good = read_expectations_csv(
      "\"role\",level,skill,skill_level,description\r"
      "\"A, \"\"B\"\"\",Junior,\"multi\r\nline\",Working,\"\"\"\"",
      usual_options());
  ASSERT_TRUE(good) << dump_rows(good.diagnostics);
  EXPECT_EQ(good->roles[0].title, in("en", "A, \"B\""));
  EXPECT_EQ(good->skills[0].title, in("en", "multi\r\nline"));
  EXPECT_EQ(good->expectations[0].description, in("en", "\""));
}

/// The position of the misspelt level must be right whatever stands before it.
TEST(Csv, StoresTextsInNormalFormAndSaysSo) {
  ExpectationsCsvOptions options;
  options.skill_levels = {{"E\u0301leve\u0301", ""}};
  options.ladder_levels = {{"\u00C9t\u00E9", ""}};
  const Result<Framework> read = read_expectations_csv(
      "role_id,level,skill,skill_level\n"
      "e\u0301,E\u0301te\u0301,Re\u0301sume\u0301,E\u0301leve\u0301\n"
      "x,\u00C9t\u00E9,R\u00E9sum\u00E9,\u00C9lev\u00E9\n",
      options);
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  EXPECT_EQ(read->roles[0].id, "e\u0301");
  ASSERT_EQ(read->skills.size(), 1U);
  EXPECT_EQ(read->skills[0].id, "r\u00E9sum\u00E9");
  EXPECT_EQ(read->skills[0].title, in("en", "R\u00E9sum\u00E9"));
  EXPECT_EQ(read->scales[1].levels[0].title, in("en", "\u00C9lev\u00E9"));
  EXPECT_TRUE(
      dump_rows(read.diagnostics)
          .starts_with("SKM1018 information, row 2, 2:4 @36 [level] the text “E\u0301te\u0301”"))
      << dump_rows(read.diagnostics);
  EXPECT_EQ(codes_of(read.diagnostics), Codes(3, Code::not_normalized));
}

TEST(Csv, KnowsExactPositions) {
  for (const std::string before : {"A,Junior,Python,", "\"A\",\"Jun\n\nior\",\"é,技\"\"\",",
                                   "\r\n\n\"\r\r\n\",Junior,P,", "A,\"\",\"\"\"\","}) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
      const std::string start = mark + header + before;
      const auto read = read_expectations_csv(start + "Workng\n", usual_options());
      const auto found =
          std::find_if(read.diagnostics.begin(), read.diagnostics.end(),
                       [](const Diagnostic& each) { return each.code == Code::csv_unknown_value; });
      ASSERT_NE(found, read.diagnostics.end()) << dump_rows(read.diagnostics);
      EXPECT_EQ(found->offset, start.size());
      EXPECT_EQ(found->row, 2U);
      EXPECT_EQ(found->field, "skill_level");
      EXPECT_EQ(found->suggestion, "Working");
    }
  }
}

TEST(Csv, PointsAtTheMalformedQuote) {
  const std::string start = header + "A,\"x\ny\",Py";
  const auto read = read_expectations_csv(start + "\"thon,Working\n", usual_options());
  ASSERT_FALSE(read);
  ASSERT_EQ(codes_of(read.diagnostics), Codes{Code::csv_syntax}) << dump_rows(read.diagnostics);
  EXPECT_EQ(read.diagnostics[0].offset, start.size());
  EXPECT_EQ(read.diagnostics[0].row, 2U);
  EXPECT_EQ(read.diagnostics[0].line, 3U);
  EXPECT_EQ(read.diagnostics[0].column, 6U);
}

TEST(Csv, ReadsOtherDelimiters) {
  for (const std::string delimiter : {";", "\t", "|", ":"}) {
    std::string table = header + "\"A, B\",\"x;y\t|:\",S,Working\n";
    for (std::size_t at = 0; at < table.size(); ++at) {
      const bool separates = table[at] == ',' && table[at + 1] != ' ';
      if (separates) table.replace(at, 1, delimiter);
    }
    ExpectationsCsvOptions options = usual_options();
    options.delimiter = delimiter;
    const auto read = read_expectations_csv(table, options);
    ASSERT_TRUE(read) << dump_rows(read.diagnostics);
    EXPECT_EQ(read->roles[0].title, in("en", "A, B"));
    EXPECT_EQ(read->scales[0].levels[0].title, in("en", "x;y\t|:"));
  }
}

TEST(Csv, SaysThatTheHeaderHasAnotherDelimiter) {
  const auto found = [](const std::string& text, const std::string& delimiter) {
    ExpectationsCsvOptions options = usual_options();
    options.delimiter = delimiter;
    return read_expectations_csv(text, options).diagnostics;
  };
  const std::string rows = "A;B;C;Working\n";
  for (const std::string start : {"", "\xEF\xBB\xBF", "\r\n\n"}) {
    const auto one = found(start + "\"role, or so\";\"le\"\"vel\";skill\n" + rows, ",");
    ASSERT_EQ(codes_of(one), Codes{Code::csv_delimiter}) << dump_rows(one);
    EXPECT_EQ(one[0].value, ";");
    EXPECT_EQ(one[0].row, 1U);
    EXPECT_EQ(one[0].offset, start.size() + 13);
  }
  const auto tabs = found("role\tlevel\tskill", ",");
  ASSERT_EQ(codes_of(tabs), Codes{Code::csv_delimiter});
  EXPECT_EQ(tabs[0].message(), "the header is separated by tabs; set the option “delimiter” to it");
  EXPECT_EQ(codes_of(found(header + rows, ";")), Codes{Code::csv_delimiter});
  // A delimiter is a delimiter, whatever else names have in them; and one column is one column.
  EXPECT_EQ(codes_of(found("role,le;vel,skill\nA,B,C\n", ",")),
            (Codes{Code::csv_missing_column, Code::csv_unused_column}));
  EXPECT_EQ(codes_of(found("role\nA;B\n", ",")), Codes(2, Code::csv_missing_column));
}

TEST(Csv, RefusesWhatIsNoDelimiter) {
  for (const std::string& wrong :
       {std::string(), std::string(";;"), std::string("\""), std::string("\n"), std::string("\r"),
        std::string(1, '\0'), std::string("\xC3"), std::string("；")}) {
    ExpectationsCsvOptions options = usual_options();
    options.delimiter = wrong;
    EXPECT_EQ(codes_of(read_expectations_csv(header, options).diagnostics),
              Codes{Code::csv_invalid_option});
    RatingsCsvOptions ratings;
    ratings.delimiter = wrong;
    EXPECT_EQ(codes_of(read_ratings_csv(header, ratings).diagnostics),
              Codes{Code::csv_invalid_option});
  }
}

TEST(Csv, FindsColumnsInUpperAndLowerCase) {
  const auto read = read_expectations_csv("Role,LEVEL,Skill,skill,Shoe\nA,B,No,Yes,38\n");
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  EXPECT_EQ(codes_of(read.diagnostics), Codes(2, Code::csv_unused_column));
  EXPECT_EQ(read.diagnostics[0].value, "Skill");
  EXPECT_EQ(read->roles[0].title, in("en", "A"));
  EXPECT_EQ(read->skills[0].title, in("en", "Yes")) << "the exact name goes before others";
  const auto twice = read_expectations_csv("Role,ROLE,level,skill\nA,A,B,C\n");
  ASSERT_EQ(codes_of(twice.diagnostics), Codes{Code::csv_duplicate_column});
  EXPECT_EQ(twice.diagnostics[0].value, "ROLE");
  ExpectationsCsvOptions options = usual_options();
  options.columns = {{"role", "role"}, {"level", "level"}, {"skill", "skill"}};
  const auto exact = read_expectations_csv("Role,level,skill\nA,B,C\n", options);
  EXPECT_EQ(codes_of(exact.diagnostics), (Codes{Code::csv_missing_column, Code::csv_unused_column}))
      << "what the options name is meant exactly";
  EXPECT_EQ(exact.diagnostics[0].suggestion, "Role");
}

TEST(Csv, ReportsMappingMistakesWithASuggestion) {
  ExpectationsCsvOptions options = usual_options();
  options.columns = {{"role", "Role"}, {"level", "Role Levle"}, {"skil", "Skill"}};
  const auto read = read_expectations_csv("Role,Role Level,Skill\nA,B,C\n", options);
  ASSERT_FALSE(read);
  const auto& found = read.diagnostics;
  ASSERT_EQ(codes_of(found),
            (Codes{Code::csv_missing_column, Code::csv_invalid_option, Code::csv_missing_column,
                   Code::csv_unused_column, Code::csv_unused_column}))
      << dump_rows(found);
  EXPECT_EQ(found[0].suggestion, "Role Level");
  EXPECT_EQ(found[1].suggestion, "skill");
}

TEST(Csv, RefusesBadOptions) {
  ExpectationsCsvOptions options = usual_options();
  options.framework_id.clear();
  options.ladder_id = options.skill_scale_id;
  options.skill_levels = {{"Working", ""}, {"working", ""}};
  options.unlevelled_values = {"Working"};
  const auto read = read_expectations_csv(header + "A,B,C,Working\n", options);
  ASSERT_FALSE(read);
  const auto codes = codes_of(read.diagnostics);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), Code::csv_invalid_option), 5)
      << dump_rows(read.diagnostics);
}

std::vector<std::string> level_ids(const Scale& scale) {
  std::vector<std::string> ids;
  for (const Level& level : scale.levels) ids.push_back(level.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Csv, OrdersLevelsByTheMostLiteralPattern) {
  ExpectationsCsvOptions options = usual_options();
  options.level_order = {"Junior*", "*", "Senior*", "Senior * (lead)", "Head of*"};
  const auto read = read_expectations_csv(
      header +
          "A,Head of X,S,Working\nA,Senior X (lead),S,Working\nA,X,S,Working\n"
          "A,Senior X,S,Working\nA,Junior X,S,Working\n",
      options);
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  EXPECT_TRUE(read.diagnostics.empty()) << dump_rows(read.diagnostics);
  EXPECT_EQ(level_ids(read->scales[0]),
            (Ids{"junior-x", "x", "senior-x", "senior-x-lead", "head-of-x"}));
  EXPECT_EQ(read->roles[0].levels.front().level, "junior-x");
}

TEST(Csv, WarnsOfLevelsWithoutAPlace) {
  ExpectationsCsvOptions options = usual_options();
  options.level_order = {"Junior*", "Senior*"};
  const std::string rows = header + "A,Senior,S,Working\nA,X,S,Working\nA,Junior,S,Working\n";
  const auto unplaced = read_expectations_csv(rows, options);
  ASSERT_TRUE(unplaced);
  EXPECT_EQ(codes_of(unplaced.diagnostics), Codes{Code::csv_level_order});
  EXPECT_EQ(level_ids(unplaced->scales[0]), (Ids{"junior", "senior", "x"}));
  options.level_order.clear();
  const auto unordered = read_expectations_csv(rows, options);
  ASSERT_TRUE(unordered);
  EXPECT_EQ(codes_of(unordered.diagnostics), Codes{Code::csv_level_order});
  EXPECT_EQ(level_ids(unordered->scales[0]), (Ids{"senior", "x", "junior"}));
  options.ladder_levels = {{"Junior", ""}, {"X", ""}, {"Senior", ""}, {"Lead", ""}};
  const auto listed = read_expectations_csv(rows, options);
  ASSERT_TRUE(listed);
  EXPECT_TRUE(listed.diagnostics.empty()) << dump_rows(listed.diagnostics);
  EXPECT_EQ(level_ids(listed->scales[0]), (Ids{"junior", "x", "senior", "lead"}));
  options.ladder_levels = {{"Junior", ""}, {"Senior", ""}};
  EXPECT_EQ(codes_of(read_expectations_csv(rows, options).diagnostics),
            Codes{Code::csv_unknown_value});
}

TEST(Csv, GivesEachRoleItsLadder) {
  ExpectationsCsvOptions options = usual_options();
  options.ladder = CsvLadder::per_role;
  const std::string rows = header + "A,Senior,S,Working\nB,Junior,S,Working\nA,Junior,S,Working\n";
  const auto read = read_expectations_csv(rows, options);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->scales.size(), 3U);
  EXPECT_EQ(read->roles[0].ladder, "seniority-a");
  EXPECT_EQ(read->scales[0].id, "seniority-a");
  EXPECT_EQ(level_ids(read->scales[0]), (Ids{"junior", "senior"}));
  EXPECT_EQ(level_ids(read->scales[1]), Ids{"junior"});
}

TEST(Csv, OrdersLevelsByRankColumn) {
  const auto read = read_expectations_csv("role,level,level_rank,skill\nA,Top,9,S\nA,Low,2,S\n",
                                          ExpectationsCsvOptions{});
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  EXPECT_TRUE(read.diagnostics.empty()) << dump_rows(read.diagnostics);
  EXPECT_EQ(level_ids(read->scales[0]), (Ids{"low", "top"}));
  EXPECT_EQ(level_ids(read->scales[1]), Ids{"held"});
}

TEST(Csv, OrdersSkillLevelsByRankColumn) {
  const std::string start = "role,level,skill,skill_level,skill_level_rank\n";
  const auto read = read_expectations_csv(start + "A,B,S,Deep,3\nA,B,T,Basic,1\nA,B,U,,\n",
                                          {.unlevelled_values = {""}});
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  EXPECT_EQ(codes_of(read.diagnostics), Codes{Code::csv_unlevelled_value});
  EXPECT_EQ(level_ids(read->scales[1]), (Ids{"basic", "deep"}));
  const auto tied = read_expectations_csv(start + "A,B,S,Deep,1\nA,B,T,Basic,1\n");
  EXPECT_EQ(codes_of(tied.diagnostics), Codes{Code::csv_level_order});
  EXPECT_EQ(level_ids(tied->scales[1]), (Ids{"deep", "basic"}));
}

TEST(Csv, RefusesRanksThatMakeNoOrder) {
  for (const std::string levels :
       {"level,level_rank,skill,skill_level", "skill_level,skill_level_rank,level,skill"}) {
    const auto read = read_expectations_csv("role," + levels +
                                            "\nA,X,1,Y,Z\nB,X,2,Y,Z\nC,X,,Y,Z\nD,X,first,Y,Z\n");
    ASSERT_EQ(codes_of(read.diagnostics),
              (Codes{Code::csv_contradictory_row, Code::csv_empty_cell, Code::number_out_of_range}))
        << dump_rows(read.diagnostics);
    EXPECT_EQ(read.diagnostics[0].suggestion, "1");
    EXPECT_EQ(read.diagnostics[0].arguments.back().second, "2") << "the row that it contradicts";
  }
  // Also where the options list the levels, none of which has a row of its own.
  const auto closed = read_expectations_csv(
      "role,level,skill,skill_level,skill_level_rank\nA,B,S,Working,1\n"
      "A,B,T,Working,2\n",
      usual_options());
  EXPECT_EQ(codes_of(closed.diagnostics), Codes{Code::csv_contradictory_row});
  const auto of_nothing = read_expectations_csv("role,level,skill,skill_level_rank\nA,B,S,1\n");
  EXPECT_EQ(codes_of(of_nothing.diagnostics), Codes{Code::csv_missing_column})
      << dump_rows(of_nothing.diagnostics);
}

TEST(Csv, KeepsATextThatHasNoLevel) {
  const auto read = read_expectations_csv(
      "role,level,skill,skill_level,skill_level_description\nA,B,S,NOT IN USE,Do it\n",
      usual_options());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->expectations[0].requirement.level, std::nullopt);
  EXPECT_EQ(read->expectations[0].description, in("en", "Do it"));
  EXPECT_EQ(codes_of(read.diagnostics), Codes{Code::csv_unlevelled_value});
}

TEST(Csv, TranslatesNecessities) {
  ExpectationsCsvOptions options = usual_options();
  options.necessity_values = {{"Essential", Necessity::required},
                              {"Desirable", Necessity::optional}};
  const std::string start = "role,level,skill,skill_level,necessity\nA,B,S,Working,";
  const auto read = read_expectations_csv(start + "Desirable\n", options);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->expectations[0].requirement.necessity, Necessity::optional);
  const auto bad = read_expectations_csv(start + "Essentail\n", options);
  ASSERT_EQ(codes_of(bad.diagnostics), Codes{Code::csv_unknown_value});
  EXPECT_EQ(bad.diagnostics[0].suggestion, "Essential");
}

/// The options that findings name, by row and field.
std::vector<std::string> named_options(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& each : diagnostics) {
    std::string line = std::to_string(each.row) + ' ' + each.field;
    for (const auto& [name, value] : each.arguments) {
      if (name == "option") line += ' ' + value;
    }
    found.push_back(line);
  }
  return found;
}

TEST(Csv, NamesTheOptionThatAcceptsARow) {
  const std::string table =
      "role,level,skill,skill_level,necessity\n"
      "A,B,,,\n"
      ",,S,Working,\n"
      ",,T,,\n"
      "A,B,S,,required\n"
      "A,,S,Working,required\n"
      ",,,,\n";
  ExpectationsCsvOptions options = usual_options();
  const auto refused = read_expectations_csv(table, options);
  EXPECT_EQ(codes_of(refused.diagnostics), Codes(6, Code::csv_empty_cell));
  EXPECT_EQ(named_options(refused.diagnostics),
            (std::vector<std::string>{"2 skill rows_without_cell", "3 role rows_without_cell",
                                      "4 role rows_without_cell", "5 skill_level unlevelled_values",
                                      "6 level", "7 role"}));
  options.rows_without_cell = true;
  options.unlevelled_values = {""};
  EXPECT_EQ(named_options(read_expectations_csv(table, options).diagnostics),
            (std::vector<std::string>{"5 skill_level", "6 level", "7 role"}));
}

TEST(Csv, CountsMissingTextsOnce) {
  const auto read = read_expectations_csv(
      "role,level,level_focus,skill,skill_level,skill_level_description,description\n"
      "A,Junior,,S,Working,,\n"
      "A,Senior,,S,Expert,,\n"
      "B,Junior,,S,Expert,,Does it\n"
      "B,Senior,Leads,S,Expert,,\n",
      {.ladder_levels = {{"Junior", ""}, {"Senior", ""}},
       .skill_levels = {{"Working", ""}, {"Expert", ""}}});
  ASSERT_TRUE(read) << dump_rows(read.diagnostics);
  std::vector<std::string> found;
  for (const Diagnostic& each : read.diagnostics) {
    EXPECT_EQ(each.code, Code::csv_missing_text);
    found.push_back(std::to_string(each.row) + ' ' + each.field + ' ' + each.message());
  }
  EXPECT_EQ(found, (std::vector<std::string>{
                       "2 level_focus no text for “a, junior” (rows: 1)",
                       "2 skill_level_description no text for “s, working” (rows: 1)",
                       "2 description no text for “s” (rows: 3)",
                       "3 level_focus no text for “a, senior” (rows: 1)",
                       "3 skill_level_description no text for “s, expert” (rows: 3)",
                       "4 level_focus no text for “b, junior” (rows: 1)"}));
}

TEST(Csv, KeepsSpacesWhenAsked) {
  ExpectationsCsvOptions options = usual_options();
  options.trim_spaces = false;
  const auto read = read_expectations_csv(header + " A,B,S ,Working\n", options);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read.diagnostics.empty());
  EXPECT_EQ(read->roles[0].title, in("en", " A"));
}

TEST(Csv, KeepsToItsLimits) {
  ExpectationsCsvOptions options = usual_options();
  const std::string text = header + "A,B,S,Working\nA,B,T,Working\nA,B,U,Working\n";
  options.limits.max_bytes = text.size();
  options.limits.max_elements = 3;
  EXPECT_TRUE(read_expectations_csv(text, options));
  options.limits.max_elements = 2;
  EXPECT_EQ(codes_of(read_expectations_csv(text, options).diagnostics), Codes{Code::too_many});
  options.limits.max_bytes = text.size() - 1;
  EXPECT_EQ(codes_of(read_expectations_csv(text, options).diagnostics), Codes{Code::too_large});
  EXPECT_EQ(codes_of(read_expectations_csv(std::string(100000, ','), usual_options()).diagnostics),
            Codes{Code::too_many});
}

TEST(Csv, KeepsErrorsWhenFindingsAreMany) {
  ExpectationsCsvOptions options = usual_options();
  options.limits.max_diagnostics = 2;
  const auto read = read_expectations_csv(
      header + " A,B,S,Working\n A,B,T,Working\n A,B,U,Working\nA,B,V,Wrong\n", options);
  EXPECT_EQ(codes_of(read.diagnostics),
            (Codes{Code::csv_surrounding_space, Code::csv_unknown_value, Code::findings_omitted}));
  EXPECT_EQ(read.diagnostics.back().arguments.front().second, "2");
  EXPECT_FALSE(read);
}

// Round trips

using generated::Dice;

std::string random_text(Dice& dice) {
  static const std::vector<std::string> parts{"a",  "B",    ",", "\"", "\n", "\r\n", " ", "\r",
                                              "技", "\"\"", "é", "=1", "-",  "\t",   "x"};
  std::string made;
  for (std::uint32_t count = 1 + dice.below(6); count != 0; --count) made += dice.pick(parts);
  return made;
}

LocalizedText maybe_text(Dice& dice) {
  return dice.one_in(3) ? LocalizedText{} : in("en", random_text(dice));
}

Scale random_scale(Dice& dice, const std::string& id) {
  Scale scale;
  scale.id = id;
  for (std::uint32_t at = 0, count = 1 + dice.below(5); at < count; ++at) {
    Level& level = scale.levels.emplace_back();
    level.id = id + random_text(dice) + std::to_string(at);
    if (!dice.one_in(4))
      level.title = in("en", random_text(dice) + (dice.one_in(5) ? "" : level.id));
  }
  return scale;
}

Framework random_framework(std::uint32_t seed) {
  Dice dice(seed);
  Framework made;
  made.id = "f" + random_text(dice);
  made.title = maybe_text(dice);
  const bool is_shared = dice.one_in(2);
  for (int at = 0; at < 3; ++at) {
    Category& category = made.categories.emplace_back();
    category.id = "c" + std::to_string(at) + random_text(dice);
    category.title = maybe_text(dice);
  }
  if (is_shared) made.scales.push_back(random_scale(dice, "ladder"));
  for (int at = 0; at < 4; ++at) {
    Role& role = made.roles.emplace_back();
    role.id = "r" + std::to_string(at) + random_text(dice);
    role.title = maybe_text(dice);
    role.summary = maybe_text(dice);
    if (dice.one_in(2)) role.categories = {dice.pick(made.categories).id};
    role.ladder = is_shared ? "ladder" : "ladder-" + role.id;
    if (!is_shared) made.scales.push_back(random_scale(dice, role.ladder));
    for (const Level& level : made.scales.back().levels) {
      if (is_shared && dice.one_in(3) && !role.levels.empty()) continue;
      role.levels.push_back({level.id, maybe_text(dice)});
    }
  }
  const Scale& scale = made.scales.emplace_back(random_scale(dice, "skills"));
  for (int at = 0; at < 6; ++at) {
    Skill& skill = made.skills.emplace_back();
    skill.id = "s" + std::to_string(at) + random_text(dice);
    skill.title = maybe_text(dice);
    skill.summary = maybe_text(dice);
    skill.scale = scale.id;
    if (dice.one_in(2)) skill.categories = {dice.pick(made.categories).id};
    for (const Level& level : scale.levels) {
      if (dice.one_in(2)) skill.levels.push_back({level.id, in("en", random_text(dice))});
    }
  }
  for (const Role& role : made.roles) {
    for (const RoleLevel& rung : role.levels) {
      for (const Skill& skill : made.skills) {
        if (dice.one_in(2)) continue;
        Expectation& cell = made.expectations.emplace_back();
        cell.role = role.id;
        cell.level = rung.level;
        cell.skill = skill.id;
        if (dice.one_in(2)) cell.requirement.necessity = Necessity::optional;
        if (!dice.one_in(4)) cell.requirement.level = dice.pick(scale.levels).id;
        cell.requirement.weight = static_cast<std::uint16_t>(1 + dice.below(65535));
        cell.description = maybe_text(dice);
      }
    }
  }
  return made;
}

template <class T>
std::vector<T> sorted(std::vector<T> items) {
  std::sort(items.begin(), items.end(),
            [](const T& left, const T& right) { return left.id < right.id; });
  return items;
}

TEST(Csv, FrameworksSurviveTheRoundTrip) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Framework framework = random_framework(seed);
    const std::string text = *write_expectations_csv(framework, "en");
    const auto read = read_expectations_csv(text, expectations_csv_options(framework, "en"));
    ASSERT_TRUE(read) << "seed " << seed << "\n" << dump_rows(read.diagnostics) << text;
    EXPECT_EQ(sorted(read->roles), sorted(framework.roles)) << "seed " << seed << text;
    EXPECT_EQ(sorted(read->skills), sorted(framework.skills)) << "seed " << seed << text;
    EXPECT_EQ(read->expectations, framework.expectations) << "seed " << seed << text;
    EXPECT_EQ(read->title, framework.title);
    EXPECT_EQ(*write_expectations_csv(*read, "en"), text) << "seed " << seed;
  }
}

/// The levels of a scale that the table mentions: it has no place for others.
Ids mentioned_levels(const Framework& framework, const std::string& scale) {
  std::set<std::string> mentioned;
  for (const Expectation& cell : framework.expectations) {
    if (cell.requirement.level) mentioned.insert(*cell.requirement.level);
  }
  for (const Skill& skill : framework.skills) {
    for (const SkillLevel& level : skill.levels) mentioned.insert(level.level);
  }
  const auto found = std::ranges::find(framework.scales, scale, &Scale::id);
  Ids ids = level_ids(*found);
  std::erase_if(ids, [&](const std::string& id) { return !mentioned.contains(id); });
  return ids;
}

/// Whoever reads a table may know nothing of the framework that it was written from.
TEST(Csv, OrdersOfLevelsNeedNoOptions) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    Framework framework = random_framework(seed);
    for (Scale& scale : framework.scales) {
      for (Level& level : scale.levels) level.title = {};
    }
    ExpectationsCsvOptions options = expectations_csv_options(framework, "en");
    options.skill_levels.clear();
    options.ladder_levels.clear();
    const std::string text = *write_expectations_csv(framework, "en");
    const auto read = read_expectations_csv(text, options);
    ASSERT_TRUE(read) << "seed " << seed << "\n" << dump_rows(read.diagnostics) << text;
    EXPECT_EQ(std::ranges::count(read.diagnostics, Code::csv_level_order, &Diagnostic::code), 0);
    // Without options, ids of levels are made of what the cells name.
    Ids expected = mentioned_levels(framework, "skills");
    if (expected.empty()) expected = {"held"};
    for (std::string& id : expected) id = csv_id(id);
    EXPECT_EQ(level_ids(*std::ranges::find(read->scales, "skills", &Scale::id)), expected)
        << "seed " << seed << text;
    EXPECT_EQ(sorted(read->roles), sorted(framework.roles)) << "seed " << seed << text;
  }
}

TEST(Csv, WritesOneLanguage) {
  Framework framework = random_framework(1);
  framework.skills[0].title = in("en", "Onlyenglish");
  framework.skills[0].title.translations["de"] = {"Nurdeutsch", std::nullopt};
  EXPECT_EQ(write_expectations_csv(framework, "de")->find("Onlyenglish"), std::string::npos);
  EXPECT_NE(write_expectations_csv(framework, "de")->find("Nurdeutsch"), std::string::npos);
}

/// A framework that a table holds all of, but for the other languages.
Framework held_framework() {
  Framework made = *read_expectations_csv(
      "role_id,role,role_category_id,level_id,level,level_rank,skill_id,skill,skill_category_id,"
      "skill_level,skill_level_description,description\n"
      "dev,Developer,it,j,Junior,1,sql,SQL,data,Basic,Reads,Reads tables\n"
      "dev,Developer,it,s,Senior,2,sql,SQL,data,Deep,Designs,Designs tables\n"
      "dev,Developer,it,s,Senior,2,go,Go,code,Basic,Runs,Runs it\n",
      {.skill_levels = {{"Basic", "b"}, {"Deep", "d"}}});
  return made;
}

/// "kind count pointer" of what is lost.
std::vector<std::string> losses(const Framework& framework) {
  const Result<std::string> written = write_expectations_csv(framework, "en");
  EXPECT_TRUE(written);
  std::vector<std::string> lost;
  for (const Diagnostic& each : written.diagnostics) {
    EXPECT_EQ(each.code, Code::csv_not_written);
    lost.push_back(each.value + ' ' + each.arguments.at(0).second + ' ' + each.pointer);
  }
  return lost;
}

TEST(Csv, ReportsWhatATableHasNoPlaceFor) {
  using Lines = std::vector<std::string>;
  const auto lost_after = [](auto change) {
    Framework framework = held_framework();
    change(framework);
    return losses(framework);
  };
  EXPECT_EQ(lost_after([](Framework&) {}), Lines{});
  EXPECT_EQ(lost_after([](Framework& f) {
              f.skills[0].title.translations["de"] = {"SQL", std::nullopt};
              f.roles[0].summary.translations["fr"] = {"SQL", std::nullopt};
            }),
            Lines{"translations 2 /skills/0/title/de"});
  EXPECT_EQ(
      lost_after([](Framework& f) { f.skills[1].title.translations["en"].dir = Direction::ltr; }),
      Lines{"translations.dir 1 /skills/1/title/en/dir"});
  EXPECT_EQ(lost_after([](Framework& f) {
              f.skills[0].aliases = {{"en", {"SQL"}}};
              f.skills[1].aliases = {{"en", {"Golang"}}};
              f.skills[1].status = SkillStatus::draft;
            }),
            (Lines{"skills.aliases 2 /skills/0/aliases", "skills.status 1 /skills/1/status"}));
  EXPECT_EQ(lost_after([](Framework& f) { f.scales[1].levels[1].value = 9; }),
            Lines{"scales.levels.value 1 /scales/1/levels/1/value"});
  EXPECT_EQ(lost_after([](Framework& f) { f.expectations[2].extensions.json = "{}"; }),
            Lines{"expectations.extensions 1 /expectations/2/extensions"});
  EXPECT_EQ(lost_after([](Framework& f) { f.version = "2"; }), Lines{"version 1 /version"});
  EXPECT_EQ(lost_after([](Framework& f) { f.default_locale = "de"; }),
            Lines{"default_locale 1 /default_locale"});
  EXPECT_EQ(lost_after([](Framework& f) {
              f.skills[0].categories = {"data", "code", "it"};
            }),
            Lines{"skills.categories 2 /skills/0/categories/1"});
  EXPECT_EQ(lost_after([](Framework& f) {
              f.roles[0].categories = {"it", "data"};
            }),
            Lines{"roles.categories 1 /roles/0/categories/1"});
  EXPECT_EQ(lost_after([](Framework& f) { f.categories[0].kind = CategoryKind::domain; }),
            Lines{"categories.kind 1 /categories/0/kind"});
  EXPECT_EQ(lost_after([](Framework& f) { f.categories.emplace_back().id = "unused"; }),
            Lines{"categories 1 /categories/3"});
  EXPECT_EQ(lost_after([](Framework& f) { f.scales.emplace_back().id = "unused"; }),
            Lines{"scales 1 /scales/2"});
  EXPECT_EQ(lost_after([](Framework& f) { f.scales[1].levels[1].title = in("en", "Basic"); }),
            Lines{"scales.levels.title 2 /scales/1/levels/0/title"})
      << "titles that do not tell levels apart";
  EXPECT_EQ(lost_after([](Framework& f) {
              for (Skill& skill : f.skills) skill.scale = f.roles[0].ladder;
              f.scales.pop_back();
            }),
            Lines{"skills.scale 2 /skills/0/scale"});
  EXPECT_EQ(lost_after([](Framework& f) {
              Role& other = f.roles.emplace_back();
              other.id = "ops";
              other.ladder = "on-call";
              Scale& ladder = f.scales.emplace_back();
              ladder.id = "on-call";
              ladder.levels = f.scales[0].levels;
              other.levels = {{"j", {}}};
            }),
            (Lines{"roles.ladder 2 /roles/0/ladder", "scales.levels 1 /roles/1/levels"}));
}

TEST(Csv, SkillsOnAnotherScaleKeepTheIdsOfTheirLevels) {
  Framework framework = held_framework();
  Scale& other = framework.scales.emplace_back();
  other.id = "other";
  // An id of one scale is an id of the other with another title.
  other.levels = {{"d", in("en", "Dabbles"), {}, {}, {}, {}},
                  {"b", in("en", "Brilliant"), {}, {}, {}, {}}};
  framework.skills[1].scale = "other";
  framework.skills[1].levels = {{"d", in("en", "Dabbles in it")}, {"b", in("en", "Masters it")}};
  const Result<std::string> written = write_expectations_csv(framework, "en");
  ASSERT_TRUE(written);
  EXPECT_NE(written->find(",go,Go,code,b,,Masters it,required,1,Runs it\n"), std::string::npos)
      << *written;
  EXPECT_NE(written->find(",go,Go,code,d,,Dabbles in it,"), std::string::npos) << *written;
  EXPECT_NE(written->find(",sql,SQL,data,Basic,1,Reads,"), std::string::npos) << *written;
  EXPECT_EQ(losses(framework),
            (std::vector<std::string>{"scales 1 /scales/2", "skills.scale 1 /skills/1/scale"}));
}

// Ratings

std::vector<Profile> random_profiles(std::uint32_t seed) {
  using namespace std::chrono;
  Dice dice(seed);
  std::vector<Profile> made;
  const auto date = [&dice]() {
    return Date{year{2000 + static_cast<int>(dice.below(40))}, month{1 + dice.below(12)},
                day{1 + dice.below(28)}};
  };
  for (std::uint32_t at = 0, count = dice.below(5) + 1; at < count; ++at) {
    Profile& profile = made.emplace_back();
    profile.id = "p" + std::to_string(at) + random_text(dice);
    if (!dice.one_in(3)) profile.name = random_text(dice);
    if (!dice.one_in(3)) profile.role = random_text(dice);
    if (!dice.one_in(3)) profile.level = random_text(dice);
    for (std::uint32_t number = 0, most = dice.below(5); number < most; ++number) {
      Rating& rating = profile.ratings.emplace_back();
      rating.skill = "s" + std::to_string(number) + random_text(dice);
      if (!dice.one_in(3)) rating.level = random_text(dice);
      if (!dice.one_in(3)) rating.source = static_cast<RatingSource>(dice.below(5));
      if (!dice.one_in(3)) rating.confidence = static_cast<std::uint8_t>(dice.below(101));
      if (!dice.one_in(3)) rating.assessed = date();
      if (!dice.one_in(3)) rating.expires = date();
      for (std::uint32_t piece = 0, pieces = dice.below(3); piece < pieces; ++piece) {
        rating.evidence.push_back({"u" + std::to_string(piece), random_text(dice)});
      }
    }
  }
  return made;
}

TEST(CsvRatings, SurviveTheRoundTrip) {
  RatingsCsvOptions options;
  options.trim_spaces = false;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const std::vector<Profile> profiles = random_profiles(seed);
    const auto text = write_ratings_csv(profiles);
    ASSERT_TRUE(text);
    const RatingsCsv read = read_ratings_csv(*text, options);
    EXPECT_TRUE(read.diagnostics.empty()) << "seed " << seed << dump_rows(read.diagnostics);
    EXPECT_EQ(read.profiles, profiles) << "seed " << seed << *text;
    EXPECT_EQ(*write_ratings_csv(read.profiles), *text);
  }
}

TEST(CsvRatings, StoreNamesInNormalForm) {
  const RatingsCsv read = read_ratings_csv(
      "person,name,skill,rating,evidence_note\ne\u0301,Zoe\u0308,e\u0301,x,e\u0301\n");
  ASSERT_EQ(read.profiles.size(), 1U);
  EXPECT_EQ(read.profiles[0].id, "e\u0301");
  EXPECT_EQ(read.profiles[0].name, "Zo\u00EB");
  EXPECT_EQ(read.profiles[0].ratings[0].skill, "e\u0301");
  EXPECT_EQ(read.profiles[0].ratings[0].evidence[0].note, "\u00E9");
  EXPECT_EQ(codes_of(read.diagnostics), Codes(2, Code::not_normalized));
}

TEST(CsvRatings, KeepGoodRowsAndCountBadOnes) {
  const RatingsCsv read = read_ratings_csv(
      "person,skill,rating,source\n"
      "p1,py,working,self\n"
      "p2,py,,\n"
      "p1,sql,none,slef\n"
      "p3,,,\n"
      "p1,sql,none,peer\n"
      "p1,py\n");
  EXPECT_EQ(read.rejected, 3U);
  EXPECT_EQ(read.diagnostics[0].suggestion, "") << "unknown must not become none";
  EXPECT_EQ(codes_of(read.diagnostics),
            (Codes{Code::csv_empty_cell, Code::csv_unknown_value, Code::csv_row_width}));
  ASSERT_EQ(read.profiles.size(), 2U);
  EXPECT_EQ(read.rows, (std::vector<std::uint64_t>{2, 5}));
  ASSERT_EQ(read.profiles[0].ratings.size(), 2U);
  EXPECT_EQ(read.profiles[0].ratings[1].level, std::nullopt);
  EXPECT_TRUE(read.profiles[1].ratings.empty());
}

TEST(CsvRatings, SayWhereEachRatingStands) {
  const RatingsCsv read = read_ratings_csv(
      "person,skill,rating,source\n"
      "p1,py,working,self\n"
      "p2,py,working,\n"
      "p1,\"r\no\",none,peer\n"
      "p1,py,working,self\n"
      "p1,ada,none,peer\n");
  ASSERT_EQ(read.profiles.size(), 2U);
  const std::vector<CsvRatingPlace> first{{{2, 2, 4, 30}, {2, 2, 7, 33}},
                                          {{4, 4, 4, 64}, {4, 5, 4, 70}},
                                          {{6, 7, 4, 102}, {6, 7, 8, 106}}};
  EXPECT_EQ(read.places, (std::vector{first, {{{3, 3, 4, 49}, {3, 3, 7, 52}}}}));
  ASSERT_EQ(read.profiles[0].ratings.size(), 3U);
  EXPECT_EQ(read.profiles[0].ratings[2].skill, "ada");
}

TEST(CsvRatings, JoinEvidenceAndDropDuplicates) {
  const RatingsCsv read = read_ratings_csv(
      "person,skill,rating,evidence_uri\n"
      "p1,py,working,u1\n"
      "p1,py,working,u2\n"
      "p1,py,working,u2\n"
      "p1,sql,working,\n"
      "p2,py,working,u1\n"
      "p1,sql,working,\n");
  EXPECT_EQ(codes_of(read.diagnostics), (Codes{Code::csv_duplicate_row, Code::csv_duplicate_row}));
  EXPECT_EQ(read.diagnostics[1].row, 7U);
  EXPECT_EQ(read.rejected, 0U);
  ASSERT_EQ(read.profiles.size(), 2U);
  ASSERT_EQ(read.profiles[0].ratings.size(), 2U);
  EXPECT_EQ(read.profiles[0].ratings[0].evidence.size(), 2U);
}

TEST(CsvRatings, NeverConfuseALevelWithNone) {
  Profile profile;
  profile.id = "p";
  profile.ratings.emplace_back().skill = "s";
  profile.ratings.back().level = "none";
  const std::vector<Profile> profiles{profile};
  const auto refused = write_ratings_csv(profiles);
  EXPECT_FALSE(refused);
  EXPECT_EQ(codes_of(refused.diagnostics), Codes{Code::csv_invalid_option});
  const auto text = write_ratings_csv(profiles, "-");
  ASSERT_TRUE(text);
  RatingsCsvOptions options;
  options.none = "-";
  EXPECT_EQ(read_ratings_csv(*text, options).profiles, profiles);
}

TEST(CsvRatings, ReadOtherDelimiters) {
  RatingsCsvOptions options;
  options.delimiter = ";";
  const RatingsCsv read = read_ratings_csv("Person;Skill;Rating\np1;py;working\n", options);
  EXPECT_TRUE(read.diagnostics.empty()) << dump_rows(read.diagnostics);
  ASSERT_EQ(read.profiles.size(), 1U);
  EXPECT_EQ(read.profiles[0].ratings[0].level, "working");
  EXPECT_EQ(codes_of(read_ratings_csv("Person;Skill;Rating\np1;py;working\n").diagnostics),
            Codes{Code::csv_delimiter});
}

TEST(CsvRatings, MapColumns) {
  RatingsCsvOptions options;
  options.columns = {{"person", "Who"}, {"skill", "What"}, {"rating", "How well"}};
  const RatingsCsv read = read_ratings_csv("What,How well,Who,x\npy,working,p1,\n", options);
  EXPECT_EQ(codes_of(read.diagnostics), Codes{Code::csv_unused_column});
  ASSERT_EQ(read.profiles.size(), 1U);
  EXPECT_EQ(read.profiles[0].ratings[0].skill, "py");
}

}  // namespace
}  // namespace skillmatrix::test
