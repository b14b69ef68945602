# Install rules. Components, each of which a package can be made of:
#   runtime  the shared C library
#   dev      what programs in C are built with; needs runtime
#   isolated the C library as a static one; needs dev
#   core     what programs in C++ are built with
#   tools    the command line tool
#   python   the Python package; needs runtime
#   license  the licence, which most kinds of packages state in a way of their own
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/skillmatrix")

# skillmatrix_install_library(TARGET NAME COMPONENT PKG_CONFIG_NAME): installs a library with all that others
# build with, in COMPONENT; what they run with goes into the component runtime.
function(skillmatrix_install_library target name component pkg_config_name)
  install(TARGETS ${target}
    EXPORT ${target}_targets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT ${component}
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT ${component}
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT ${component})
  install(EXPORT ${target}_targets
    NAMESPACE skillmatrix::
    FILE skillmatrix-${name}-targets.cmake
    DESTINATION "${package_dir}"
    COMPONENT ${component})

  # The pkg-config file finds its prefix from its own place, so that the tree can be moved.
  if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" AND NOT IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
    cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
      BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig"
      OUTPUT_VARIABLE SKILLMATRIX_PC_TO_PREFIX)
    configure_file(
      "${PROJECT_SOURCE_DIR}/cmake/${pkg_config_name}.pc.in"
      "${PROJECT_BINARY_DIR}/package/${pkg_config_name}.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/package/${pkg_config_name}.pc"
      DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
      COMPONENT ${component})
  endif()
endfunction()

skillmatrix_install_library(skillmatrix_core core core skillmatrix-core)
if(TARGET skillmatrix_c)
  skillmatrix_install_library(skillmatrix_c c dev skillmatrix)

  # Everything in it is the same for all versions of Python 3. The folder is that of Debian.
  set(SKILLMATRIX_INSTALL_PYTHONDIR "lib/python3/dist-packages" CACHE STRING
    "Where the Python package is installed, relative to the prefix")
  mark_as_advanced(SKILLMATRIX_INSTALL_PYTHONDIR)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/capi/python/skillmatrix"
    DESTINATION "${SKILLMATRIX_INSTALL_PYTHONDIR}"
    COMPONENT python
    FILES_MATCHING PATTERN "*.py" PATTERN py.typed
    PATTERN __pycache__ EXCLUDE)
  # By this importlib.metadata and pip know which version is there, under the name of the wheel. There is no
  # RECORD in it, so pip leaves the removal to whoever has installed it.
  configure_file(
    "${PROJECT_SOURCE_DIR}/cmake/python-metadata.in"
    "${PROJECT_BINARY_DIR}/package/METADATA" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/package/METADATA"
    DESTINATION "${SKILLMATRIX_INSTALL_PYTHONDIR}/libskillmatrix-${PROJECT_VERSION}.dist-info"
    COMPONENT python)
endif()
if(TARGET skillmatrix_isolated)
  get_target_property(SKILLMATRIX_PC_RUNTIME skillmatrix_isolated SKILLMATRIX_RUNTIME)
  list(TRANSFORM SKILLMATRIX_PC_RUNTIME PREPEND -l)
  list(JOIN SKILLMATRIX_PC_RUNTIME " " SKILLMATRIX_PC_RUNTIME)
  skillmatrix_install_library(skillmatrix_isolated isolated isolated skillmatrix-isolated)
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
foreach(component IN ITEMS core isolated) # Either can be there without the other.
  install(FILES "${PROJECT_SOURCE_DIR}/cmake/FindLibCsv.cmake"
    DESTINATION "${package_dir}"
    COMPONENT ${component})
endforeach()
foreach(component IN ITEMS dev core) # So can these.
  install(FILES
    "${PROJECT_BINARY_DIR}/package/skillmatrix-config.cmake"
    "${PROJECT_BINARY_DIR}/package/skillmatrix-config-version.cmake"
    DESTINATION "${package_dir}"
    COMPONENT ${component})
endforeach()

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT license)
if(TARGET skillmatrix_cli)
  install(TARGETS skillmatrix_cli
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT tools)
  install(FILES "${PROJECT_SOURCE_DIR}/examples/cli/skillmatrix.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1"
    COMPONENT tools)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/examples/data/"
    DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples"
    COMPONENT tools)
endif()
