# Runs one package test:
#
#   cmake -D MODE=install|packages|find_c|find_core|subdir|pkg_config|pkg_config_c|find_isolated|pkg_config_isolated|host
#         -D SOURCE=... -D BUILD=... -D WORK=... -D INSTALLED=... -D VERSION=...
#         -D C_COMPILER=... -D CXX_COMPILER=... -D GENERATOR=... -D CPACK=... [-D PKG_CONFIG=...] -P run.cmake
#
# SOURCE is the tree under test, BUILD its build tree, WORK a directory for the test alone, INSTALLED
# where everything is installed.
cmake_minimum_required(VERSION 3.25)

function(run title)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT" "COMMAND")
  execute_process(COMMAND ${arg_COMMAND}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(NOT result EQUAL 0)
    list(JOIN arg_COMMAND " " command)
    message(FATAL_ERROR "${title} failed (${result})\n${command}\n${output}\n${errors}")
  endif()
  if(arg_OUTPUT)
    set(${arg_OUTPUT} "${output}" PARENT_SCOPE)
  endif()
endfunction()

function(run_consumer program)
  run("running the consumer" COMMAND "${program}" ${ARGN} OUTPUT output)
  string(FIND "${output}" "skillmatrix ${VERSION}\n" position)
  if(NOT position EQUAL 0)
    message(FATAL_ERROR "the consumer must begin with 'skillmatrix ${VERSION}', but said:\n${output}")
  endif()
endfunction()

function(configure build_dir)
  run("configuring the consumer" COMMAND
    "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${SOURCE}/tests/package/${MODE}" -B "${build_dir}"
    "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_CXX_COMPILER=${CXX_COMPILER}" ${ARGN})
endfunction()

function(build build_dir)
  configure("${build_dir}" "-DCMAKE_BUILD_TYPE=Debug" "-DCMAKE_CXX_FLAGS_DEBUG=-O0" ${ARGN})
  run("building the consumer" COMMAND
    "${CMAKE_COMMAND}" --build "${build_dir}" --parallel ${JOBS})
endfunction()

function(build_consumer build_dir)
  build("${build_dir}" ${ARGN})
  run_consumer("${build_dir}/consumer")
endfunction()

# A program that is linked with the static library does not ask for the shared one.
function(needs_no_library program)
  file(GET_RUNTIME_DEPENDENCIES EXECUTABLES "${program}" RESOLVED_DEPENDENCIES_VAR libraries
    UNRESOLVED_DEPENDENCIES_VAR missing)
  if("${libraries};${missing}" MATCHES "skillmatrix")
    message(FATAL_ERROR "${program} needs the shared library: ${libraries} ${missing}")
  endif()
endfunction()

# Installs components, or everything, and nothing else.
function(install_to prefix)
  file(REMOVE_RECURSE "${prefix}")
  if(NOT ARGN)
    run("installing" COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")
  endif()
  foreach(component IN LISTS ARGN)
    run("installing" COMMAND
      "${CMAKE_COMMAND}" --install "${BUILD}" --component "${component}" --prefix "${prefix}")
  endforeach()
endfunction()

# The same into WORK/moved, by way of another place, which nothing may remember. Nothing else is left in WORK.
function(install_moved)
  file(REMOVE_RECURSE "${WORK}")
  install_to("${WORK}/prefix" ${ARGN})
  file(RENAME "${WORK}/prefix" "${WORK}/moved")
endfunction()

# Builds WORK/consumer by the command that follows, and what pkg-config says of a package in a prefix. Runs it.
function(build_with_pkg_config prefix package)
  file(MAKE_DIRECTORY "${WORK}")
  file(GLOB_RECURSE pc_file "${prefix}/*/${package}.pc")
  cmake_path(GET pc_file PARENT_PATH pc_dir)
  cmake_path(GET pc_dir PARENT_PATH library_dir)
  set(ENV{PKG_CONFIG_PATH} "${pc_dir}")
  run("pkg-config" OUTPUT flags COMMAND "${PKG_CONFIG}" --cflags --libs "${package} = ${VERSION}")
  separate_arguments(flags UNIX_COMMAND "${flags}")
  run("building the consumer" COMMAND ${ARGN} -o "${WORK}/consumer" ${flags} "-Wl,-rpath,${library_dir}")
  run_consumer("${WORK}/consumer")
endfunction()

# find_package must refuse what is installed in WORK/moved, with words that match.
function(refuses_component component words)
  file(WRITE "${WORK}/refused/CMakeLists.txt"
    "cmake_minimum_required(VERSION 3.25)\n"
    "project(refused LANGUAGES C)\n"
    "find_package(skillmatrix REQUIRED COMPONENTS ${component})\n")
  execute_process(COMMAND "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${WORK}/refused"
    -B "${WORK}/refused/build" "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_PREFIX_PATH=${WORK}/moved"
    RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE errors)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  if(result EQUAL 0 OR NOT errors MATCHES "${words}")
    message(FATAL_ERROR "the component ${component} must be refused by name, but (${result}):\n${errors}")
  endif()
endfunction()

# Sets `options` to how BUILD was configured, for the sources at another place and without a cache of compilers.
function(as_shipped source)
  file(STRINGS "${BUILD}/CMakeCache.txt" options REGEX
    "^(SKILLMATRIX_[A-Z_]+|CMAKE_BUILD_TYPE|CMAKE_INSTALL_[A-Z]+|CMAKE_[A-Z_]*FLAGS[A-Z_]*):[A-HJ-Z][A-Z]+=.")
  list(TRANSFORM options PREPEND -D)
  list(TRANSFORM options REPLACE "${SOURCE}/" "${source}/")
  set(options ${options} -DCMAKE_C_COMPILER_LAUNCHER= -DCMAKE_CXX_COMPILER_LAUNCHER= PARENT_SCOPE)
endfunction()

# Fails unless both folders have the same files, of those that match, with the same bytes. What Python has compiled
# since in the first one is no matter.
function(must_be_same first second pattern)
  file(GLOB_RECURSE files RELATIVE "${first}" "${first}/${pattern}")
  list(FILTER files EXCLUDE REGEX "/__pycache__/")
  file(GLOB_RECURSE others RELATIVE "${second}" "${second}/${pattern}")
  if(NOT files OR NOT files STREQUAL others)
    message(FATAL_ERROR "not the same files: ${files}\nand: ${others}")
  endif()
  set(different)
  foreach(file IN LISTS files)
    file(SHA256 "${first}/${file}" sum)
    file(SHA256 "${second}/${file}" other_sum)
    if(NOT sum STREQUAL other_sum)
      string(APPEND different "\n  ${file}")
    endif()
  endforeach()
  if(different)
    message(FATAL_ERROR "other bytes in ${second} than in ${first}:${different}")
  endif()
endfunction()

cmake_host_system_information(RESULT JOBS QUERY NUMBER_OF_LOGICAL_CORES)

if(MODE STREQUAL "install")
  install_moved()

elseif(MODE STREQUAL "subdir")
  # A copy at another place, in a project where everything is off if it is not asked for ...
  file(REMOVE_RECURSE "${WORK}")
  set(source "${WORK}/skillmatrix")
  file(GLOB entries RELATIVE "${SOURCE}" "${SOURCE}/*")
  list(REMOVE_ITEM entries .git build)
  list(TRANSFORM entries PREPEND "${SOURCE}/")
  file(COPY ${entries} DESTINATION "${source}")
  configure("${WORK}/build" "-DSKILLMATRIX_SOURCE=${source}")
  # ... gives, if it is, the same bytes: nothing depends on the place, or on the project, or on chance.
  as_shipped("${source}")
  set(ENV{CCACHE_DISABLE} 1)
  configure("${WORK}/build" "-DSKILLMATRIX_SOURCE=${source}" -DAS_SHIPPED=ON ${options})
  run("building" COMMAND "${CMAKE_COMMAND}" --build "${WORK}/build" --parallel ${JOBS})
  run_consumer("${WORK}/build/consumer")
  run("installing" COMMAND "${CMAKE_COMMAND}" --install "${WORK}/build" --prefix "${WORK}/installed")
  must_be_same("${INSTALLED}" "${WORK}/installed" *)
  set(packages "${BUILD}/tests/package/packages")
  if(EXISTS "${packages}")
    run("packing" COMMAND "${CPACK}" --config "${WORK}/build/CPackConfig.cmake" -B "${WORK}/packages")
    file(REMOVE_RECURSE "${WORK}/packages/_CPack_Packages")
    must_be_same("${packages}" "${WORK}/packages" *.deb)
  endif()

elseif(MODE STREQUAL "packages")
  file(REMOVE_RECURSE "${WORK}")
  run("packing" COMMAND "${CPACK}" --config "${BUILD}/CPackConfig.cmake" -B "${WORK}")
  file(REMOVE_RECURSE "${WORK}/_CPack_Packages")

elseif(MODE STREQUAL "find_c")
  install_moved(runtime dev)
  file(GLOB_RECURSE foreign
    "${WORK}/moved/*.hpp" "${WORK}/moved/*.a" "${WORK}/moved/*skillmatrix?core*" "${WORK}/moved/Find*")
  if(foreign)
    message(FATAL_ERROR "these are not for C: ${foreign}")
  endif()
  build_consumer("${WORK}/build" "-DEXPECTED_VERSION=${VERSION}"
    "-DCMAKE_PREFIX_PATH=${WORK}/moved")
  refuses_component(core "'core' of skillmatrix is not installed here. Installed: c\\.")

elseif(MODE STREQUAL "pkg_config_c")
  install_moved(runtime dev)
  build_with_pkg_config("${WORK}/moved" skillmatrix
    "${C_COMPILER}" -std=c99 -pedantic-errors "${SOURCE}/tests/package/consumer.c")

elseif(MODE STREQUAL "find_isolated")
  file(REMOVE_RECURSE "${WORK}")
  build_consumer("${WORK}/build" "-DEXPECTED_VERSION=${VERSION}" "-DCMAKE_PREFIX_PATH=${INSTALLED}")
  needs_no_library("${WORK}/build/consumer")

elseif(MODE STREQUAL "pkg_config_isolated")
  file(REMOVE_RECURSE "${WORK}")
  build_with_pkg_config("${INSTALLED}" skillmatrix-isolated
    "${C_COMPILER}" -std=c99 -pedantic-errors "${SOURCE}/tests/package/consumer.c")
  needs_no_library("${WORK}/consumer")

elseif(MODE STREQUAL "host")
  file(REMOVE_RECURSE "${WORK}")
  # The locale of the host, which few machines have.
  file(MAKE_DIRECTORY "${WORK}/locales")
  run("making the locale" COMMAND
    localedef --no-archive -i tr_TR -f UTF-8 "${WORK}/locales/tr_TR.UTF-8")
  set(ENV{LOCPATH} "${WORK}/locales")
  build("${WORK}/build" "-DEXPECTED_VERSION=${VERSION}" "-DCMAKE_PREFIX_PATH=${INSTALLED}")
  file(READ "${WORK}/build/library" library)
  set(arguments "${VERSION}" "${SOURCE}/examples/data" "${SOURCE}/tests/golden/report")
  run_consumer("${WORK}/build/host_linked" ${arguments})
  run_consumer("${WORK}/build/host_loading" ${arguments} "${library}")
  if(EXISTS "${WORK}/build/host_isolated")
    run_consumer("${WORK}/build/host_isolated" ${arguments})
    needs_no_library("${WORK}/build/host_isolated")
  endif()

elseif(MODE STREQUAL "find_core")
  file(REMOVE_RECURSE "${WORK}")
  install_to("${WORK}/prefix" core)
  build_consumer("${WORK}/build" "-DEXPECTED_VERSION=${VERSION}"
    "-DCMAKE_PREFIX_PATH=${WORK}/prefix")

  # The same tree at another place, with nothing left at the first.
  file(RENAME "${WORK}/prefix" "${WORK}/moved")
  build_consumer("${WORK}/build-moved" "-DEXPECTED_VERSION=${VERSION}"
    "-DCMAKE_PREFIX_PATH=${WORK}/moved")

  file(GLOB_RECURSE package_files "${WORK}/moved/*.cmake" "${WORK}/moved/*.pc")
  foreach(file IN LISTS package_files)
    file(READ "${file}" text)
    foreach(place IN ITEMS "${SOURCE}" "${BUILD}" "${WORK}")
      string(FIND "${text}" "${place}/" position)
      if(NOT position EQUAL -1)
        message(FATAL_ERROR "${file} names a directory of the build machine: ${place}")
      endif()
    endforeach()
  endforeach()

  refuses_component(no-such-component "no component 'no-such-component'")
  refuses_component(c "'c' of skillmatrix is not installed here. Installed: core\\.")

elseif(MODE STREQUAL "pkg_config")
  install_moved(core)
  build_with_pkg_config("${WORK}/moved" skillmatrix-core
    "${CXX_COMPILER}" -std=c++20 "${SOURCE}/tests/package/consumer.cpp")

else()
  message(FATAL_ERROR "unknown MODE '${MODE}'")
endif()
