#include "skillmatrix/served_requirement.hpp"

#include <gtest/gtest.h>

#include "reading.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

ServedRequirement serve(const Matrix& matrix, const char* role, const char* level,
                        const char* skill) {
  const auto cell =
      matrix.find_cell(*matrix.find_role_level(role, level), *matrix.find_skill(skill));
  return serve_requirement(test::reading(matrix, "en"), *cell);
}

TEST(ServedRequirement, NamesTheExpectedLevel) {
  const Matrix matrix = *Matrix::build(small::framework());
  const ServedRequirement served = serve(matrix, "nlp", "junior", "bert");
  EXPECT_EQ(matrix.skill_id(matrix.requirement(served.cell).skill), "bert");
  EXPECT_EQ(served.necessity, Necessity::required);
  EXPECT_EQ(served.weight, 1);
  EXPECT_EQ(served.expected, 2);
  EXPECT_EQ(served.expected_id, "working");
  EXPECT_EQ(served.expected_title.value, "Working");
  EXPECT_EQ(served.expected_label.value, "W");
}

TEST(ServedRequirement, NamesNothingAtNoStatedLevel) {
  const Matrix matrix = *Matrix::build(small::framework());
  const ServedRequirement served = serve(matrix, "nlp", "senior", "bert");
  EXPECT_EQ(served.weight, 2);
  EXPECT_EQ(served.expected, 0);
  EXPECT_TRUE(served.expected_id.empty());
  EXPECT_TRUE(served.expected_title.empty());
  EXPECT_TRUE(served.expected_label.empty());
}

}  // namespace
}  // namespace skillmatrix
