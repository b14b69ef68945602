// The catalogs that are compiled into the library: src/messages/*.json.
#pragma once

#include <span>
#include <string_view>

namespace skillmatrix::messages {

struct BuiltInCatalog {
  std::string_view locale;  ///< The name of its file, which is its canonical tag.
  std::string_view json;
};

/// The source comes first. Written by cmake/EmbedCatalogs.cmake.
std::span<const BuiltInCatalog> built_in_catalogs();

}  // namespace skillmatrix::messages
