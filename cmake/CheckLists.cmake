# Checks that every source file is in the list of its CMakeLists.txt, since no list is a glob:
#
#   cmake -D SOURCE=... -P CheckLists.cmake
cmake_minimum_required(VERSION 3.25)

set(missing)

# Looks in LIST (a CMakeLists.txt) for the paths, relative to BASE, of the files that match; with
# STRIP, for their names without that ending.
function(check)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "LIST;BASE;STRIP" "MATCH")
  file(READ "${SOURCE}/${arg_LIST}" list)
  list(TRANSFORM arg_MATCH PREPEND "${SOURCE}/${arg_BASE}/")
  file(GLOB_RECURSE files RELATIVE "${SOURCE}/${arg_BASE}" ${arg_MATCH})
  foreach(file IN LISTS files)
    set(entry "${file}")
    if(arg_STRIP)
      string(REPLACE "${arg_STRIP}" "" entry "${file}")
    endif()
    string(REGEX REPLACE "([.+])" "\\\\\\1" pattern "${entry}")
    if(NOT list MATCHES "[ (\n]${pattern}[ )\n]")
      list(APPEND missing "  ${arg_BASE}/${file}: not in ${arg_LIST}")
    endif()
  endforeach()
  set(missing "${missing}" PARENT_SCOPE)
endfunction()

check(LIST src/CMakeLists.txt BASE include/skillmatrix MATCH *.hpp)
check(LIST src/CMakeLists.txt BASE src MATCH *.cpp)
check(LIST src/CMakeLists.txt BASE src/messages MATCH *.json STRIP .json)
check(LIST capi/CMakeLists.txt BASE capi/include/skillmatrix MATCH *.h)
check(LIST capi/CMakeLists.txt BASE capi/src MATCH *.cpp)
check(LIST capi/tests/CMakeLists.txt BASE capi/tests MATCH *_test.cpp)
check(LIST tests/CMakeLists.txt BASE tests MATCH *_test.cpp)
check(LIST tests/cli/CMakeLists.txt BASE tests/cli MATCH *.console STRIP .console)
check(LIST tests/fuzz/CMakeLists.txt BASE tests/fuzz MATCH *_fuzz.cpp STRIP _fuzz.cpp)
check(LIST bench/CMakeLists.txt BASE bench MATCH *_bench.cpp STRIP _bench.cpp)
check(LIST examples/cli/CMakeLists.txt BASE examples/cli MATCH *.cpp)
check(LIST examples/cli/CMakeLists.txt BASE examples/cli/messages MATCH *.json STRIP .json)

if(missing)
  list(JOIN missing "\n" missing)
  message(FATAL_ERROR "These files are in no list:\n${missing}")
endif()
