#include "skillmatrix/role_page.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generated.hpp"
#include "reading.hpp"
#include "skillmatrix/report.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

using Cells = std::vector<std::optional<std::uint32_t>>;

std::vector<std::string_view> group_titles(const RolePage& page) {
  std::vector<std::string_view> titles;
  for (const RolePageGroup& group : page.groups) titles.push_back(group.title.value);
  return titles;
}

/// `small` with a role `tester` on three rungs and one skill in each of three categories.
Framework with_groups() {
  Framework framework = small::framework();
  framework.roles.push_back(small::role("tester", "Tester"));
  for (const char* title : {"Zebra", "Äpfel", "Birnen"}) {
    Category& category = framework.categories.emplace_back();
    category.id = std::string("id of ") + title;
    category.title = in("en", title);
    Skill& skill = framework.skills.emplace_back(small::skill(title, title, "proficiency"));
    skill.categories = {category.id, "ml"};
    framework.expectations.push_back(
        small::expect("tester", "junior", title, Necessity::required, "aware"));
  }
  framework.expectations.push_back(
      small::expect("tester", "senior", "python", Necessity::optional, "expert"));
  return framework;
}

TEST(RolePage, GridAndLevelsTellTheSame) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role("nlp"));
  EXPECT_EQ(page.skills, 4U);
  EXPECT_EQ(page.required, 5U);
  EXPECT_EQ(page.optional, 1U);
  ASSERT_EQ(page.levels.size(), 2U);
  EXPECT_EQ(page.levels[0].optional, 1U);
  EXPECT_EQ(page.levels[1].focus.value, "Lead the work");
  ASSERT_EQ(page.groups.size(), 2U);
  EXPECT_EQ(page.groups[0].category_id, "nlp");
  EXPECT_FALSE(page.groups[1].category) << "skills without a category come last";
  EXPECT_EQ(page.groups[1].rows[0].skill_title.value, "Clearance");
  EXPECT_FALSE(page.groups[1].rows[0].cells[0]) << "nothing expected of a junior";
  for (const RolePageGroup& group : page.groups) {
    for (const RolePageRow& row : group.rows) {
      ASSERT_EQ(row.cells.size(), page.levels.size());
      for (std::size_t at = 0; at < row.cells.size(); ++at) {
        if (row.cells[at]) {
          EXPECT_EQ(page.levels[at].cells.at(*row.cells[at]).skill, row.skill);
        }
      }
    }
  }
}

TEST(RolePage, GroupsArePrimaryCategoriesAsTheReaderSortsThem) {
  const Matrix matrix = *Matrix::build(with_groups());
  const RoleIndex role = *matrix.find_role("tester");
  const RolePage page = make_role_page(test::reading(matrix, "en"), role);
  EXPECT_EQ(group_titles(page), (std::vector<std::string_view>{"Äpfel", "Birnen", "Zebra", ""}));
  for (const RolePageGroup& group : page.groups) EXPECT_EQ(group.rows.size(), 1U);
  EXPECT_EQ(page.groups[3].rows[0].skill_id, "python");
  EXPECT_EQ(group_titles(make_role_page(test::reading(matrix, "sv"), role)),
            (std::vector<std::string_view>{"Birnen", "Zebra", "Äpfel", ""}));
}

TEST(RolePage, CellsAreInTheOrderOfTheRows) {
  const Matrix matrix = *Matrix::build(with_groups());
  const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role("tester"));
  ASSERT_EQ(page.levels[0].cells.size(), 3U);
  EXPECT_EQ(page.levels[0].cells[0].skill_id, "Äpfel");
  EXPECT_EQ(page.levels[0].cells[1].skill_id, "Birnen");
  EXPECT_EQ(page.levels[0].cells[2].skill_id, "Zebra");
  EXPECT_EQ(page.groups[2].rows[0].cells, (Cells{2, std::nullopt, std::nullopt}));
  EXPECT_EQ(page.groups[3].rows[0].cells, (Cells{std::nullopt, std::nullopt, 0}));
}

TEST(RolePage, LevelsWhereNothingIsExpectedAreShown) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role("data"));
  ASSERT_EQ(page.levels.size(), 3U);
  EXPECT_EQ(page.levels[2].id, "senior");
  EXPECT_TRUE(page.levels[2].cells.empty());
  EXPECT_EQ(page.levels[2].required + page.levels[2].optional, 0U);
  EXPECT_EQ(page.required, 0U);
  EXPECT_EQ(page.optional, 2U);
  EXPECT_EQ(page.skills, 1U);
  EXPECT_EQ(page.groups.at(0).rows.at(0).cells, (Cells{0, 0, std::nullopt}));
}

TEST(RolePage, ARoleOfWhichNothingIsExpectedIsOnlyLevels) {
  Framework framework = small::framework();
  framework.roles.push_back(small::role("idle", "Idle"));
  const Matrix matrix = *Matrix::build(framework);
  const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role("idle"));
  EXPECT_EQ(page.levels.size(), 3U);
  EXPECT_EQ(page.skills, 0U);
  EXPECT_TRUE(page.groups.empty());
}

TEST(RolePage, LevelsAreTheRungsInUseLowestFirstEachWithItsFocus) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role("nlp"));
  ASSERT_EQ(page.levels.size(), 2U);
  EXPECT_EQ(page.levels[0].id, "junior");
  EXPECT_EQ(page.levels[0].rank, 1);
  EXPECT_TRUE(page.levels[0].focus.empty());
  EXPECT_EQ(page.levels[1].id, "senior");
  EXPECT_EQ(page.levels[1].title.value, "Senior");
  EXPECT_EQ(page.levels[1].rank, 3) << "on the ladder, of which the role skips a rung";
}

TEST(RolePage, CellsSayWhatIsExpected) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role("nlp"));
  const std::vector<RolePageCell>& senior = page.levels[1].cells;
  ASSERT_EQ(senior.size(), 3U);
  EXPECT_EQ(senior[0].skill_id, "bert");
  EXPECT_EQ(senior[0].expected, 0) << "at no stated level";
  EXPECT_TRUE(senior[0].expected_id.empty());
  EXPECT_TRUE(senior[0].expected_title.empty());
  EXPECT_EQ(senior[0].weight, 2);
  EXPECT_EQ(senior[1].skill_id, "clearance");
  EXPECT_EQ(senior[1].expected_id, "yes") << "the only level there is";
  EXPECT_EQ(senior[2].skill_id, "python");
  EXPECT_EQ(senior[2].expected, 3);
  EXPECT_EQ(senior[2].expected_title.value, "Expert");
  EXPECT_EQ(senior[2].description.value, "nlp senior python");
  EXPECT_EQ(page.levels[0].cells[1].skill_id, "craft");
  EXPECT_EQ(page.levels[0].cells[1].expected_id, "junior") << "the role level itself";
  EXPECT_EQ(page.levels[0].cells[2].necessity, Necessity::optional);
}

TEST(RolePage, CountsAgreeWithTheDocument) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Framework framework = generated::make_document(seed);
    const Matrix matrix = *Matrix::build(framework);
    for (const Role& role : framework.roles) {
      std::uint32_t required = 0;
      std::uint32_t optional = 0;
      std::set<std::string> skills;
      for (const Expectation& cell : framework.expectations) {
        if (cell.role != role.id) continue;
        skills.insert(cell.skill);
        ++(cell.requirement.necessity == Necessity::required ? required : optional);
      }
      const RolePage page = make_role_page(test::reading(matrix, "en"), *matrix.find_role(role.id));
      ASSERT_EQ(page.skills, skills.size()) << "seed " << seed;
      ASSERT_EQ(page.required, required) << "seed " << seed;
      ASSERT_EQ(page.optional, optional) << "seed " << seed;
      for (const RolePageLevel& level : page.levels) {
        required -= level.required;
        optional -= level.optional;
        ASSERT_EQ(level.cells.size(), level.required + level.optional) << "seed " << seed;
      }
      ASSERT_EQ(required + optional, 0U) << "seed " << seed;
    }
  }
}

TEST(RolePage, OrderOfTheDocumentChangesNothing) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    generated::Dice dice(seed);
    Framework framework = generated::make_document(dice);
    const Matrix matrix = *Matrix::build(framework);
    dice.shuffle(framework.scales);
    dice.shuffle(framework.categories);
    dice.shuffle(framework.skills);
    dice.shuffle(framework.roles);
    for (Role& role : framework.roles) dice.shuffle(role.levels);
    dice.shuffle(framework.expectations);
    const Matrix shuffled = *Matrix::build(framework);
    for (std::uint32_t role = 0; role < matrix.role_count(); ++role) {
      ASSERT_EQ(role_page_json(test::reading(matrix, "de"),
                               make_role_page(test::reading(matrix, "de"), RoleIndex{role})),
                role_page_json(test::reading(shuffled, "de"),
                               make_role_page(test::reading(shuffled, "de"), RoleIndex{role})))
          << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace skillmatrix
