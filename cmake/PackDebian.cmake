# Makes the Debian packages of the components that CPack has installed, by cmake/packaging/debian. CPack runs it.
cmake_minimum_required(VERSION 3.25)

# dpkg's tools work where debian/ is, and read most of what they need there.
set(work "${CPACK_TOPLEVEL_DIRECTORY}/dpkg")
set(debian "${work}/debian")
file(COPY "${CPACK_SKILLMATRIX_SOURCE}/cmake/packaging/debian" DESTINATION "${work}")

# Runs a command, and leaves what it says in `output`.
function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${work}"
    OUTPUT_VARIABLE output OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(output "${output}" PARENT_SCOPE)
endfunction()

# The same sources give the same bytes, so all that is packed is of the time of the last entry.
run(dpkg-parsechangelog -S Version)
if(NOT output MATCHES "^${CPACK_PACKAGE_VERSION}-[^-]+$")
  message(FATAL_ERROR
    "cmake/packaging/debian/changelog is of version ${output}, but this is version ${CPACK_PACKAGE_VERSION}")
endif()
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  run(dpkg-parsechangelog -S Timestamp)
  set(ENV{SOURCE_DATE_EPOCH} "${output}")
endif()

# Sets `binaries` to the programs and shared libraries of a package.
function(find_binaries package)
  file(GLOB binaries "${debian}/${package}/usr/bin/*" "${debian}/${package}/usr/lib/*/*.so.*")
  list(FILTER binaries EXCLUDE REGEX "\\.so\\.[0-9]+$") # links
  set(binaries ${binaries} PARENT_SCOPE)
endfunction()

# Takes away what programs neither run with nor are linked with.
function(strip_files package)
  set(unneeded --remove-section=.comment --remove-section=.note)
  find_binaries(${package})
  if(binaries)
    run(strip --strip-unneeded ${unneeded} ${binaries})
  endif()
  file(GLOB archives "${debian}/${package}/usr/lib/*/*.a")
  if(archives)
    run(strip --strip-debug --enable-deterministic-archives ${unneeded} ${archives})
  endif()
endfunction()

# Adds to `substvars` what the programs and libraries of a package need.
function(find_dependencies package substvars)
  find_binaries(${package})
  if(binaries)
    run(dpkg-shlibdeps "-T${substvars}" ${binaries})
  endif()
endfunction()

# Says of the shared libraries of a package which version of it a program needs that was built with them:
# this one, for until 1.0 each may have functions that those before had not.
function(write_shlibs package)
  file(GLOB names RELATIVE "${debian}/${package}/usr/lib" "${debian}/${package}/usr/lib/*/*.so.*")
  foreach(name IN LISTS names)
    if(name MATCHES "([^/]+)\\.so\\.([0-9]+)$")
      file(APPEND "${debian}/${package}/DEBIAN/shlibs"
        "${CMAKE_MATCH_1} ${CMAKE_MATCH_2} ${package} (>= ${CPACK_PACKAGE_VERSION})\n")
    endif()
  endforeach()
endfunction()

function(add_documents package)
  set(documents "${debian}/${package}/usr/share/doc/${package}")
  file(COPY "${debian}/copyright" DESTINATION "${documents}")
  configure_file("${debian}/changelog" "${documents}/changelog.Debian" COPYONLY)
  configure_file("${CPACK_SKILLMATRIX_SOURCE}/CHANGELOG.md" "${documents}/changelog" COPYONLY)
  file(GLOB documents "${documents}/changelog*" "${debian}/${package}/usr/share/man/*/*")
  run(gzip -9n ${documents})
endfunction()

function(write_md5sums package)
  file(GLOB_RECURSE files RELATIVE "${debian}/${package}" "${debian}/${package}/usr/*")
  foreach(file IN LISTS files)
    if(NOT IS_SYMLINK "${debian}/${package}/${file}")
      file(MD5 "${debian}/${package}/${file}" sum)
      file(APPEND "${debian}/${package}/DEBIAN/md5sums" "${sum}  ${file}\n")
    endif()
  endforeach()
endfunction()

# What dpkg itself reads: cmake/packaging/debian/PACKAGE.NAME, as is, and what is made.
function(write_control package)
  foreach(name IN ITEMS postinst prerm triggers)
    if(EXISTS "${debian}/${package}.${name}")
      configure_file("${debian}/${package}.${name}" "${debian}/${package}/DEBIAN/${name}" COPYONLY)
    endif()
  endforeach()
  write_shlibs(${package})
  write_md5sums(${package})
  set(substvars "debian/${package}.substvars")
  configure_file("${debian}/substvars" "${work}/${substvars}" COPYONLY)
  find_dependencies(${package} ${substvars})
  run(dpkg-gencontrol "-p${package}" "-Pdebian/${package}" "-T${substvars}")
endfunction()

set(packages)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} key)
  set(package ${CPACK_COMPONENT_${key}_GROUP})
  list(APPEND packages ${package})
  file(COPY "${CPACK_TEMPORARY_DIRECTORY}/${component}/" DESTINATION "${debian}/${package}")
endforeach()
list(REMOVE_DUPLICATES packages)

foreach(package IN LISTS packages)
  file(MAKE_DIRECTORY "${debian}/${package}/DEBIAN")
  strip_files(${package})
  add_documents(${package})
  write_control(${package})
  run(chmod --recursive u=rwX,go=rX "debian/${package}")
  run(find "debian/${package}" -exec touch --no-dereference "--date=@$ENV{SOURCE_DATE_EPOCH}" {} +)
  run(dpkg-deb --root-owner-group --build "debian/${package}" .)
endforeach()
file(GLOB CPACK_EXTERNAL_BUILT_PACKAGES "${work}/*.deb")
