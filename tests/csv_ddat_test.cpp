// A large public table as its publisher offers it, dirt included.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "golden.hpp"
#include "skillmatrix/csv.hpp"

namespace skillmatrix::test {
namespace {

ExpectationsCsvOptions ddat_options() {
  ExpectationsCsvOptions options;
  options.framework_id = "ddat";
  options.columns = {{"role", "Role"},
                     {"role_category", "Role Family"},
                     {"role_summary", "Role Description"},
                     {"level", "Role Level"},
                     {"level_focus", "Role Level Description"},
                     {"skill", "Skill Name"},
                     {"skill_summary", "Skill Description"},
                     {"skill_level", "Skill Level"},
                     {"skill_level_description", "Skill Level Description"}};
  options.ladder = CsvLadder::per_role;
  options.level_order = {"Trainee*", "Apprentice*", "Associate*", "Junior*",    "*",
                         "Senior*",  "Lead*",       "Principal*", "Head of*"};
  options.skill_levels = {{"Awareness", ""}, {"Working", ""}, {"Practitioner", ""}, {"Expert", ""}};
  options.unlevelled_values = {"NOT IN USE"};
  return options;
}

class CsvDdat : public testing::Test {
 protected:
  void SetUp() override {
    const auto path = std::filesystem::path(SKILLMATRIX_SHARED_DATA) / "ddat" / "roles.csv";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "not there: " << path;
    text_ = read_file(path);
    read_ = read_expectations_csv(text_, ddat_options());
    ASSERT_TRUE(read_);
  }

  std::string text_;
  Result<Framework> read_;
};

TEST_F(CsvDdat, HasAllOfTheTable) {
  std::size_t role_levels = 0;
  for (const Role& role : read_->roles) role_levels += role.levels.size();
  EXPECT_EQ(read_->roles.size(), 52U);
  EXPECT_EQ(role_levels, 205U);
  EXPECT_EQ(read_->skills.size(), 188U);
  EXPECT_EQ(read_->expectations.size(), 1825U - 16U);
  EXPECT_EQ(read_->categories.size(), 8U);
  EXPECT_EQ(read_->scales.size(), 52U + 1U);
  std::size_t texts = 0;
  for (const Skill& skill : read_->skills) texts += skill.levels.size();
  EXPECT_EQ(texts, 574U);  // pairs of a skill and a level that some role expects
}

TEST_F(CsvDdat, ReportsAllOfTheDirtAndNothingElse) {
  std::map<Code, int> counts;
  for (const Diagnostic& each : read_.diagnostics) ++counts[each.code];
  const std::map<Code, int> expected{
      {Code::csv_unused_column, 1},      // Role Type
      {Code::csv_surrounding_space, 13},  // "End user computing engineer "
      {Code::csv_duplicate_row, 16},
      {Code::csv_unlevelled_value, 28},
      {Code::csv_level_order, 15},
      {Code::csv_missing_text, 5 + 4},  // skills without a description, levels "NOT IN USE"
  };
  EXPECT_EQ(counts, expected);
  EXPECT_FALSE(has_errors(read_.diagnostics));
}

TEST_F(CsvDdat, CountsTheRowsWithoutADescription) {
  int rows = 0;
  for (const Diagnostic& each : read_.diagnostics) {
    if (each.code != Code::csv_missing_text || each.field != "Skill Description") continue;
    for (const auto& [name, value] : each.arguments) {
      if (name == "rows") rows += std::stoi(value);
    }
  }
  EXPECT_EQ(rows, 106);
}

TEST_F(CsvDdat, PointsAtTheCells) {
  for (const Diagnostic& each : read_.diagnostics) {
    ASSERT_NE(each.line, 0U);
    ASSERT_LE(each.offset, text_.size());
    if (each.value.find('\n') != std::string::npos || each.code == Code::csv_level_order) continue;
    const std::size_t quote = text_[each.offset] == '"' ? 1 : 0;
    EXPECT_EQ(text_.substr(each.offset + quote, each.value.size()), each.value);
  }
}

TEST_F(CsvDdat, OrdersTheLadders) {
  const auto ladder = std::find_if(read_->scales.begin(), read_->scales.end(), [](const Scale& s) {
    return s.id == "seniority-data-scientist";
  });
  ASSERT_NE(ladder, read_->scales.end());
  std::string order;
  for (const Level& level : ladder->levels) order += level.id + " ";
  EXPECT_EQ(order,
            "trainee-data-scientist associate-data-scientist data-scientist lead-data-scientist "
            "principal-data-scientist head-of-data-science ");
}

TEST_F(CsvDdat, SurvivesTheRoundTrip) {
  const Result<std::string> written = write_expectations_csv(*read_, "en");
  EXPECT_EQ(dump(written.diagnostics), dump({})) << "nothing of it is lost";
  const std::string& text = *written;
  const auto again = read_expectations_csv(text, expectations_csv_options(*read_, "en"));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *read_);
  EXPECT_EQ(*write_expectations_csv(*again, "en"), text);
}

}  // namespace
}  // namespace skillmatrix::test
