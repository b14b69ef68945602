#include "skillmatrix/progression.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "small_framework.hpp"

namespace skillmatrix {
namespace {

std::map<std::string, std::vector<Change>> changes(const Progression& progression) {
  std::map<std::string, std::vector<Change>> by_skill;
  for (const ProgressionItem& item : progression.items) {
    by_skill[std::string(item.skill_id)] = item.changes;
  }
  return by_skill;
}

TEST(Progression, ToTheNextLevelThatTheRoleUses) {
  const Matrix matrix = *Matrix::build(small::framework());
  const auto junior = *matrix.find_role_level("nlp", "junior");
  const auto progression = make_progression(matrix, junior, "en");
  ASSERT_TRUE(progression);
  EXPECT_EQ(changes(*progression),
            (std::map<std::string, std::vector<Change>>{
                {"bert", {Change::lowered}},
                {"clearance", {Change::gained}},
                {"craft", {Change::dropped}},
                {"python", {Change::raised, Change::became_required}}}));
  EXPECT_EQ(progression->items[0].skill_title.value, "Clearance");
  EXPECT_EQ(progression->items[2].description.value, "nlp senior python");
  EXPECT_FALSE(make_progression(matrix, progression->to, "en"));
}

TEST(Progression, AnyTwoRoleLevelsCompare) {
  const Matrix matrix = *Matrix::build(small::framework());
  const Progression comparison =
      compare_role_levels(matrix, *matrix.find_role_level("nlp", "senior"),
                          *matrix.find_role_level("data", "junior"), "en");
  EXPECT_EQ(changes(comparison).at("bert"), std::vector{Change::became_optional})
      << "no stated level counts as the first";
  const Progression same = compare_role_levels(matrix, comparison.to, comparison.to, "en");
  EXPECT_EQ(changes(same).at("bert"), std::vector{Change::unchanged});
}

}  // namespace
}  // namespace skillmatrix
