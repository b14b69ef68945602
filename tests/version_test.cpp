#include "skillmatrix/version.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

TEST(Version, IsMadeOfItsParts) {
  const std::string expected = std::to_string(SKILLMATRIX_VERSION_MAJOR) + "." +
                               std::to_string(SKILLMATRIX_VERSION_MINOR) + "." +
                               std::to_string(SKILLMATRIX_VERSION_PATCH);
  EXPECT_EQ(skillmatrix::version, expected);
}

}  // namespace
