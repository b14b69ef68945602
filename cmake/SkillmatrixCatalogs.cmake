# skillmatrix_embed_catalogs(SOURCE HEADER NAMESPACE): has the build write SOURCE, which defines what
# HEADER declares, from the catalogs of messages in the caller's messages/: that of `message_source`,
# then those of `message_locales`. Sets `catalogs` to their paths.
set(skillmatrix_embed_script "${CMAKE_CURRENT_LIST_DIR}/EmbedCatalogs.cmake")

function(skillmatrix_embed_catalogs source header namespace)
  set(catalogs ${message_source} ${message_locales})
  list(TRANSFORM catalogs PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/messages/")
  list(TRANSFORM catalogs APPEND .json)
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -D "OUTPUT=${source}" -D "CATALOGS=${catalogs}"
      -D "HEADER=${header}" -D "NAMESPACE=${namespace}" -P "${skillmatrix_embed_script}"
    DEPENDS ${catalogs} "${skillmatrix_embed_script}"
    COMMENT "Embedding the catalogs of ${header}"
    VERBATIM)
  set(catalogs ${catalogs} PARENT_SCOPE)
endfunction()

# skillmatrix_add_catalog_check(TARGET WHAT CATALOG...): has every build check the catalogs that have
# changed, where there is the program that checks them. A broken catalog breaks the build.
function(skillmatrix_add_catalog_check target what)
  if(NOT TARGET skillmatrix_check_catalogs)
    return()
  endif()
  set(checked "${CMAKE_CURRENT_BINARY_DIR}/catalogs_checked")
  add_custom_command(
    OUTPUT "${checked}"
    COMMAND skillmatrix_check_catalogs ${ARGN}
    COMMAND "${CMAKE_COMMAND}" -E touch "${checked}"
    DEPENDS skillmatrix_check_catalogs ${ARGN}
    COMMENT "Checking ${what}"
    VERBATIM)
  add_custom_target(${target} ALL DEPENDS "${checked}")
endfunction()
