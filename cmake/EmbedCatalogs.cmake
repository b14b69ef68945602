# Writes a source file that holds catalogs of messages, and defines what the header declares:
#
#   cmake -D OUTPUT=... "-D CATALOGS=en.json;ar.json" -D HEADER=... -D NAMESPACE=...
#     -P EmbedCatalogs.cmake
cmake_minimum_required(VERSION 3.25)

set(entries "")
foreach(catalog IN LISTS CATALOGS)
  cmake_path(GET catalog STEM LAST_ONLY locale)
  file(READ "${catalog}" json)
  string(FIND "${json}" ")catalog\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${catalog}: cannot be put into a string literal")
  endif()
  string(APPEND entries "    {\"${locale}\", R\"catalog(${json})catalog\"sv},\n")
endforeach()

file(WRITE "${OUTPUT}" "// Written by cmake/EmbedCatalogs.cmake.
#include \"${HEADER}\"

namespace ${NAMESPACE} {

// The lengths come with the literals: counting them takes more steps than compilers allow.
using namespace std::string_view_literals;

std::span<const BuiltInCatalog> built_in_catalogs() {
  static constexpr BuiltInCatalog catalogs[] = {
${entries}  };
  return catalogs;
}

}  // namespace ${NAMESPACE}
")
