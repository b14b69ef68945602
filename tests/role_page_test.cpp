#include "skillmatrix/role_page.hpp"

#include <gtest/gtest.h>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

TEST(RolePage, GridAndLevelsTellTheSame) {
  const Matrix matrix = *Matrix::build(small::framework());
  const RolePage page = make_role_page(matrix, *matrix.find_role("nlp"), "en");
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

}  // namespace
}  // namespace skillmatrix
