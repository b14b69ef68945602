# skillmatrix_dev_options: the flags of development builds, and nothing that a consumer should see.
# Link it as PRIVATE $<BUILD_INTERFACE:skillmatrix_dev_options>.
add_library(skillmatrix_dev_options INTERFACE)

target_compile_options(skillmatrix_dev_options INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wcast-align
  -Wconversion
  $<$<COMPILE_LANGUAGE:CXX>:-Wextra-semi>
  -Wformat=2
  -Wimplicit-fallthrough
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>
  $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
  -Wshadow
  -Wunused
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches>
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
  $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-Wsuggest-override>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers> # the model types are aggregates
  $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-missing-field-initializers>
  $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-sign-conversion>) # not a part of GCC's -Wconversion

if(SKILLMATRIX_WARNINGS_AS_ERRORS)
  target_compile_options(skillmatrix_dev_options INTERFACE -Werror)
endif()

if(SKILLMATRIX_SANITIZE)
  target_compile_options(skillmatrix_dev_options INTERFACE
    "-fsanitize=${SKILLMATRIX_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(skillmatrix_dev_options INTERFACE "-fsanitize=${SKILLMATRIX_SANITIZE}")
endif()

if(SKILLMATRIX_COVERAGE)
  target_compile_options(skillmatrix_dev_options INTERFACE --coverage)
  target_link_options(skillmatrix_dev_options INTERFACE --coverage)
endif()

if(SKILLMATRIX_BUILD_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "SKILLMATRIX_BUILD_FUZZ needs Clang (use the preset 'fuzz')")
  endif()
  target_compile_options(skillmatrix_dev_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
