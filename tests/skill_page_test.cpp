#include "skillmatrix/skill_page.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "generated.hpp"
#include "golden.hpp"
#include "reading.hpp"
#include "skillmatrix/json.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

TEST(SkillPage, CountsCellsRolesAndLevels) {
  const Matrix matrix = *Matrix::build(small::framework());
  const SkillPage page = make_skill_page(test::reading(matrix, "en"), *matrix.find_skill("bert"));
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
  const SkillPage page =
      make_skill_page(test::reading(matrix, "zh-Hans"), *matrix.find_skill("bert"));
  EXPECT_EQ(page.title.tag, "zh-Hans");
  EXPECT_EQ(page.group_title.tag, "en");
  EXPECT_EQ(page.group_title.source, TextSource::source_fallback);
}

TEST(SkillPage, TheFrameworksDateStandsIn) {
  const Matrix matrix = *Matrix::build(small::framework());
  const SkillPage page = make_skill_page(test::reading(matrix, "en"), *matrix.find_skill("python"));
  EXPECT_EQ(page.updated, parse_date("2026-03-17"));
  EXPECT_FALSE(page.domain);
}

class FoundingPage : public testing::TestWithParam<const char*> {
 protected:
  static Matrix load() {
    const std::filesystem::path samples = SKILLMATRIX_EXAMPLES_DATA;
    const auto framework = read_framework(test::read_file(samples / "ai-engineering.json"));
    EXPECT_TRUE(framework) << test::dump(framework.diagnostics);
    return *Matrix::build(*framework);
  }

  const Matrix matrix = load();
  const SkillPage page =
      make_skill_page(test::reading(matrix, GetParam()), *matrix.find_skill("transformers-nlp"));
};

TEST_P(FoundingPage, CountsAreTheSameInEveryLanguage) {
  EXPECT_EQ(matrix.category_id(page.domain.value()), "ml-ai");
  EXPECT_EQ(matrix.category_id(page.group.value()), "nlp");
  EXPECT_EQ(page.roles, 3U);
  EXPECT_EQ(page.required, 11U);
  EXPECT_EQ(page.optional, 4U);
  EXPECT_EQ(page.updated, parse_date("2026-03-17"));
  std::vector<std::string_view> levels;
  for (const SkillPageLevel& level : page.levels) levels.push_back(level.id);
  EXPECT_EQ(levels,
            (std::vector<std::string_view>{"junior", "middle", "senior", "lead", "principal"}));
}

TEST_P(FoundingPage, EveryTextIsInTheReadersLanguage) {
  std::vector<ServedText> texts{page.title, page.summary, page.domain_title, page.group_title};
  for (const SkillPageMeaning& meaning : page.scale) {
    texts.insert(texts.end(), {meaning.title, meaning.label, meaning.description});
  }
  for (const SkillPageLevel& level : page.levels) {
    texts.push_back(level.title);
    for (const SkillPageCell& cell : level.cells) {
      texts.insert(texts.end(),
                   {cell.role_title, cell.expected_title, cell.expected_label, cell.description});
    }
  }
  for (const ServedText& text : texts) {
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text.tag, GetParam()) << text.value;
  }
}

TEST_P(FoundingPage, EveryLevelHasTheThreeRolesInOrder) {
  using Ids = std::vector<std::string_view>;
  // In Chinese the titles begin with 大 (dà), 数 (shù) and N, which sorts behind Han characters.
  const Ids expected = GetParam() == std::string_view("zh-Hans")
                           ? Ids{"llm-engineer", "data-scientist", "nlp-engineer"}
                           : Ids{"data-scientist", "llm-engineer", "nlp-engineer"};
  for (const SkillPageLevel& level : page.levels) {
    Ids roles;
    for (const SkillPageCell& cell : level.cells) {
      roles.push_back(cell.role_id);
      const bool is_optional = level.rank <= 2 && cell.role_id != "nlp-engineer";
      EXPECT_EQ(cell.necessity, is_optional ? Necessity::optional : Necessity::required)
          << level.id << ' ' << cell.role_id;
    }
    EXPECT_EQ(roles, expected) << level.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, FoundingPage, testing::Values("en", "de", "zh-Hans"),
                         [](const auto& language) {
                           return std::string(language.param).substr(0, 2);
                         });

TEST(SkillPage, TheFoundingPageReadsAsItDoesOnTheSite) {
  const auto framework = read_framework(
      test::read_file(std::filesystem::path(SKILLMATRIX_EXAMPLES_DATA) / "ai-engineering.json"));
  const Matrix matrix = *Matrix::build(*framework);
  const SkillPage page =
      make_skill_page(test::reading(matrix, "en"), *matrix.find_skill("transformers-nlp"));
  EXPECT_EQ(page.title.value, "Transformers & NLP");
  EXPECT_EQ(page.domain_title.value, "Machine Learning & AI");
  EXPECT_EQ(page.group_title.value, "Natural Language Processing");
  ASSERT_EQ(page.levels.size(), 5U);
  EXPECT_EQ(page.levels[4].title.value, "Principal");
  ASSERT_EQ(page.levels[0].cells.size(), 3U);
  EXPECT_EQ(page.levels[0].cells[0].role_title.value, "Data Scientist");
  EXPECT_EQ(page.levels[0].cells[1].role_title.value, "LLM Engineer");
  EXPECT_EQ(page.levels[0].cells[2].role_title.value, "NLP Engineer");
}

TEST(SkillPage, HasTheCellsOfTheDocumentWhateverItsOrder) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    generated::Dice dice(seed);
    Framework framework = generated::make_document(dice);
    dice.shuffle(framework.roles);
    dice.shuffle(framework.expectations);
    const Matrix matrix = *Matrix::build(framework);
    for (const Skill& skill : framework.skills) {
      std::set<std::tuple<std::string, std::string, Necessity>> expected;
      std::set<std::string> roles;
      for (const Expectation& each : framework.expectations) {
        if (each.skill != skill.id) continue;
        expected.emplace(each.level, each.role, each.requirement.necessity);
        roles.insert(each.role);
      }
      const SkillPage page =
          make_skill_page(test::reading(matrix, "en"), *matrix.find_skill(skill.id));
      std::set<std::tuple<std::string, std::string, Necessity>> cells;
      for (const SkillPageLevel& level : page.levels) {
        EXPECT_FALSE(level.cells.empty());
        for (const SkillPageCell& cell : level.cells) {
          cells.emplace(level.id, cell.role_id, cell.necessity);
        }
      }
      ASSERT_EQ(cells, expected) << "seed " << seed;
      ASSERT_EQ(page.required + page.optional, expected.size()) << "seed " << seed;
      ASSERT_EQ(page.roles, roles.size()) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace skillmatrix
