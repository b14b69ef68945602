#include "skillmatrix/page.h"

#include <gtest/gtest.h>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

class Page : public testing::Test {
 protected:
  void SetUp() override {
    build_sample(matrix);
    read_in(english, matrix, "en");
    junior = skm_matrix_find_role_level(matrix, view("nlp-engineer"), view("junior"));
  }

  Matrix matrix;
  Reader english;
  std::uint32_t junior = SKM_NONE;
};

TEST_F(Page, OfAProgressionIsThatOfTheNextLevel) {
  const std::uint32_t middle =
      skm_matrix_find_role_level(matrix, view("nlp-engineer"), view("middle"));
  const std::string page = made(skm_page_of_progression, english, junior);
  EXPECT_EQ(made(skm_page_of_comparison, english, junior, middle), page);
  EXPECT_NE(made(skm_page_of_comparison, english, middle, junior), page);
}

TEST_F(Page, OfWhatIsNotThereIsRefused) {
  const std::string refused = "SKM_ERR_OUT_OF_RANGE";
  EXPECT_EQ(made(skm_page_of_skill, english, SKM_NONE), refused);
  EXPECT_EQ(made(skm_page_of_role, english, skm_matrix_role_count(matrix)), refused);
  EXPECT_EQ(made(skm_page_of_progression, english, SKM_NONE), refused);
  EXPECT_EQ(made(skm_page_of_comparison, english, junior, SKM_NONE), refused);
  EXPECT_EQ(made(skm_page_of_comparison, english, SKM_NONE, junior), refused);
  const std::uint32_t top =
      skm_matrix_find_role_level(matrix, view("nlp-engineer"), view("principal"));
  EXPECT_EQ(made(skm_page_of_progression, english, top), refused);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
