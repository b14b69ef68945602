#include "skillmatrix/skill_page.hpp"

#include <gtest/gtest.h>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

TEST(SkillPage, CountsCellsRolesAndLevels) {
  const Matrix matrix = *Matrix::build(small::framework());
  const SkillPage page = make_skill_page(matrix, *matrix.find_skill("bert"), "en");
  EXPECT_EQ(page.title.value, "Transformers");
  EXPECT_EQ(page.group_title.value, "Language");
  EXPECT_EQ(page.domain_title.value, "Operations");
  EXPECT_EQ(page.roles, 2U);
  EXPECT_EQ(page.required, 2U);
  EXPECT_EQ(page.optional, 2U);
  EXPECT_EQ(page.updated, parse_date("2026-01-02"));
  ASSERT_EQ(page.levels.size(), 3U);
  ASSERT_EQ(page.levels[0].cells.size(), 2U);
  EXPECT_EQ(page.levels[0].cells[0].role_title.value, "Data Scientist");
  EXPECT_EQ(page.levels[0].cells[1].expected_title.value, "Working");
  EXPECT_EQ(page.levels[0].cells[1].expected_label.value, "W");
  EXPECT_EQ(page.levels[0].cells[1].description.value, "nlp junior bert");
  EXPECT_EQ(page.levels[2].cells[0].expected, 0);
  EXPECT_TRUE(page.levels[2].cells[0].expected_title.empty());
  EXPECT_EQ(page.scale.size(), 3U);
}

TEST(SkillPage, ServesTheReadersLanguageWhereThereIsOne) {
  const Matrix matrix = *Matrix::build(small::framework());
  const SkillPage page = make_skill_page(matrix, *matrix.find_skill("bert"), "zh-Hans");
  EXPECT_EQ(page.title.tag, "zh-Hans");
  EXPECT_EQ(page.group_title.tag, "en");
  EXPECT_EQ(page.group_title.source, TextSource::default_locale);
}

TEST(SkillPage, TheFrameworksDateStandsIn) {
  const Matrix matrix = *Matrix::build(small::framework());
  const SkillPage page = make_skill_page(matrix, *matrix.find_skill("python"), "en");
  EXPECT_EQ(page.updated, parse_date("2026-03-17"));
  EXPECT_FALSE(page.domain);
}

}  // namespace
}  // namespace skillmatrix
