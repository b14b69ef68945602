#include "skillmatrix/version.h"

#include <gtest/gtest.h>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

TEST(Version, IsThatOfTheHeaders) {
  EXPECT_EQ(skm_version(), static_cast<std::uint32_t>(SKM_VERSION_NUMBER));
  EXPECT_EQ(skm_abi_version(), static_cast<std::uint32_t>(SKM_ABI_VERSION));
  EXPECT_EQ(text(skm_version_string()), std::to_string(SKM_VERSION_MAJOR) + "." +
                                            std::to_string(SKM_VERSION_MINOR) + "." +
                                            std::to_string(SKM_VERSION_PATCH));
}

TEST(Version, BuildInfoNamesWhatItIsBuiltOn) {
  Buffer json;
  ASSERT_EQ(skm_build_info(json.out(), nullptr), SKM_OK);
  for (const char* member : {"skillmatrix", "boost", "icu", "cldr", "unicode", "compiler"}) {
    EXPECT_NE(text(json).find("\"" + std::string(member) + "\": \""), std::string_view::npos);
  }
}

}  // namespace
}  // namespace skillmatrix::capi_tests
