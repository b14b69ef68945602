/// @file
/// The version of the library. This header is its only definition: the build reads it from here.
#pragma once

#include <string_view>

/// The version numbers, for use in preprocessor conditions. They follow semantic versioning; while
/// the major number is 0, a new minor version may change the interface.
#define SKILLMATRIX_VERSION_MAJOR 0
#define SKILLMATRIX_VERSION_MINOR 1
#define SKILLMATRIX_VERSION_PATCH 0

#define SKILLMATRIX_DETAIL_TEXT_OF(x) #x
#define SKILLMATRIX_DETAIL_JOIN_VERSION(major, minor, patch) \
  SKILLMATRIX_DETAIL_TEXT_OF(major)                          \
  "." SKILLMATRIX_DETAIL_TEXT_OF(minor) "." SKILLMATRIX_DETAIL_TEXT_OF(patch)

namespace skillmatrix {

/// The version of the headers that the host was compiled with, as "major.minor.patch".
inline constexpr std::string_view version = SKILLMATRIX_DETAIL_JOIN_VERSION(
    SKILLMATRIX_VERSION_MAJOR, SKILLMATRIX_VERSION_MINOR, SKILLMATRIX_VERSION_PATCH);

}  // namespace skillmatrix

#undef SKILLMATRIX_DETAIL_JOIN_VERSION
#undef SKILLMATRIX_DETAIL_TEXT_OF
