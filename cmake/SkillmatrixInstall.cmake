# Install rules. Components: 'dev' (headers, static library, package files) and 'runtime' (tools, the
# shared C library).
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/skillmatrix")

install(TARGETS skillmatrix_core
  EXPORT skillmatrix_core_targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT dev)
install(EXPORT skillmatrix_core_targets
  NAMESPACE skillmatrix::
  FILE skillmatrix-core-targets.cmake
  DESTINATION "${package_dir}"
  COMPONENT dev)

if(TARGET skillmatrix_c)
  install(TARGETS skillmatrix_c
    EXPORT skillmatrix_c_targets
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT dev
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT dev)
  install(EXPORT skillmatrix_c_targets
    NAMESPACE skillmatrix::
    FILE skillmatrix-c-targets.cmake
    DESTINATION "${package_dir}"
    COMPONENT dev)
endif()

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/skillmatrix-config.cmake.in"
  "${PROJECT_BINARY_DIR}/package/skillmatrix-config.cmake"
  INSTALL_DESTINATION "${package_dir}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/package/skillmatrix-config-version.cmake"
  VERSION "${PROJECT_VERSION}"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/package/skillmatrix-config.cmake"
  "${PROJECT_BINARY_DIR}/package/skillmatrix-config-version.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/FindLibCsv.cmake"
  DESTINATION "${package_dir}"
  COMPONENT dev)

# The pkg-config file finds its prefix from its own place, so that the tree can be moved.
if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" AND NOT IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
    BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig"
    OUTPUT_VARIABLE SKILLMATRIX_PC_TO_PREFIX)
  set(pkg_config_names skillmatrix-core)
  if(TARGET skillmatrix_c)
    list(APPEND pkg_config_names skillmatrix)
  endif()
  foreach(name IN LISTS pkg_config_names)
    configure_file(
      "${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in"
      "${PROJECT_BINARY_DIR}/package/${name}.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/package/${name}.pc"
      DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
      COMPONENT dev)
  endforeach()
endif()

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}"
  COMPONENT dev)
if(TARGET skillmatrix_cli)
  install(TARGETS skillmatrix_cli
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime)
endif()
