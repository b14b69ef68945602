# The C library as a static one, skillmatrix::isolated: all of it, with the core and its Boost.JSON, is
# one object in which nothing but the API can be seen. So it links into any host, also into one that
# has a Boost.JSON of its own. It takes GNU ld and objcopy, or others that know the same options.
execute_process(COMMAND "${CMAKE_LINKER}" --help
  OUTPUT_VARIABLE linker_options ERROR_QUIET)
execute_process(COMMAND "${CMAKE_OBJCOPY}" --help
  OUTPUT_VARIABLE objcopy_options ERROR_QUIET)
set(hindrance "")
if(SKILLMATRIX_SANITIZE OR SKILLMATRIX_COVERAGE)
  set(hindrance "the build is instrumented")
elseif(CMAKE_INTERPROCEDURAL_OPTIMIZATION)
  set(hindrance "with CMAKE_INTERPROCEDURAL_OPTIMIZATION, objects are not compiled yet")
elseif(NOT linker_options MATCHES "--force-group-allocation")
  set(hindrance "'${CMAKE_LINKER}' has no --force-group-allocation")
elseif(NOT objcopy_options MATCHES "--keep-global-symbol")
  set(hindrance "'${CMAKE_OBJCOPY}' has no --keep-global-symbol")
endif()
if(hindrance)
  message(STATUS "No libskillmatrix_isolated.a: ${hindrance}")
  return()
endif()

# The core is an archive: the linker takes what the C library needs of it. Symbols of groups stay
# visible unless the groups are dissolved; unique ones (-fno-gnu-unique, src/) would always stay.
set(object "${CMAKE_CURRENT_BINARY_DIR}/skillmatrix_isolated${CMAKE_C_OUTPUT_EXTENSION}")
add_custom_command(
  OUTPUT "${object}"
  COMMAND "${CMAKE_LINKER}" -r --force-group-allocation -o "${object}"
    "$<TARGET_OBJECTS:skillmatrix_c>" $<TARGET_FILE:skillmatrix_core>
  COMMAND "${CMAKE_OBJCOPY}" --wildcard "--keep-global-symbol=skm_*" "${object}"
  DEPENDS "$<TARGET_OBJECTS:skillmatrix_c>" skillmatrix_core
  COMMENT "Isolating the C library"
  COMMAND_EXPAND_LISTS
  VERBATIM)

add_library(skillmatrix_isolated STATIC "${object}")
add_library(skillmatrix::isolated ALIAS skillmatrix_isolated)
set_source_files_properties("${object}" PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
target_include_directories(skillmatrix_isolated INTERFACE
  "$<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>"
  "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")

# Programs in C link with what the C++ compiler adds on its own.
set(isolated_runtime ${CMAKE_CXX_IMPLICIT_LINK_LIBRARIES})
list(REMOVE_ITEM isolated_runtime ${CMAKE_C_IMPLICIT_LINK_LIBRARIES})
target_link_libraries(skillmatrix_isolated INTERFACE
  $<LINK_ONLY:ICU::i18n>
  $<LINK_ONLY:ICU::uc>
  $<LINK_ONLY:LibCsv::LibCsv>
  $<LINK_ONLY:Threads::Threads>
  ${isolated_runtime})
set_target_properties(skillmatrix_isolated PROPERTIES
  SKILLMATRIX_RUNTIME "${isolated_runtime}" # for pkg-config
  EXPORT_NAME isolated
  LINKER_LANGUAGE C)
