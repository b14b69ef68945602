#[=[
Finds libcsv, the C library behind <csv.h>.

Defines the imported target LibCsv::LibCsv, and LibCsv_FOUND, LibCsv_VERSION,
LibCsv_INCLUDE_DIR and LibCsv_LIBRARY.
]=]
find_path(LibCsv_INCLUDE_DIR NAMES csv.h)
find_library(LibCsv_LIBRARY NAMES csv)
mark_as_advanced(LibCsv_INCLUDE_DIR LibCsv_LIBRARY)

# Other libraries have a csv.h as well: ask this one for its name.
unset(LibCsv_VERSION)
if(LibCsv_INCLUDE_DIR AND EXISTS "${LibCsv_INCLUDE_DIR}/csv.h")
  file(STRINGS "${LibCsv_INCLUDE_DIR}/csv.h" LibCsv_version_lines
    REGEX "^#define CSV_(MAJOR|MINOR|RELEASE) [0-9]+")
  if(LibCsv_version_lines MATCHES "CSV_MAJOR ([0-9]+).*CSV_MINOR ([0-9]+).*CSV_RELEASE ([0-9]+)")
    set(LibCsv_VERSION "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}.${CMAKE_MATCH_3}")
  endif()
  unset(LibCsv_version_lines)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibCsv
  REQUIRED_VARS LibCsv_LIBRARY LibCsv_INCLUDE_DIR LibCsv_VERSION
  VERSION_VAR LibCsv_VERSION)

if(LibCsv_FOUND AND NOT TARGET LibCsv::LibCsv)
  add_library(LibCsv::LibCsv UNKNOWN IMPORTED)
  set_target_properties(LibCsv::LibCsv PROPERTIES
    IMPORTED_LOCATION "${LibCsv_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LibCsv_INCLUDE_DIR}")
endif()
