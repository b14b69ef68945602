// What the tool itself has to say, beside the engine: a set of messages of its own, in
// messages/<tag>.json.
#pragma once

#include <span>
#include <string_view>

#include "skillmatrix/messages.hpp"

namespace skillmatrix::cli {

struct BuiltInCatalog {
  std::string_view locale;  ///< The name of its file, which is its canonical tag.
  std::string_view json;
};

/// The source comes first. Written by cmake/EmbedCatalogs.cmake.
std::span<const BuiltInCatalog> built_in_catalogs();

/// All of them, read at the first call. That takes some milliseconds, so it is for the end of a
/// command that has failed.
const Messages& own_messages();

}  // namespace skillmatrix::cli
