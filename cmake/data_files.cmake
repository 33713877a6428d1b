# Files that the programs read at run time stand in share/torikumi beside bin/, in the build tree as
# after an installation: torikumi_add_data(<folder below share/torikumi, or "."> <file>...)
set(TORIKUMI_DATA_BUILD_DIR "${CMAKE_BINARY_DIR}/share/torikumi")
add_custom_target(torikumi_data ALL)

function(torikumi_add_data folder)
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME)
    set(target_file "${TORIKUMI_DATA_BUILD_DIR}/${folder}/${name}")
    add_custom_command(OUTPUT "${target_file}"
      COMMAND ${CMAKE_COMMAND} -E make_directory "${TORIKUMI_DATA_BUILD_DIR}/${folder}"
      COMMAND ${CMAKE_COMMAND} -E copy "${CMAKE_CURRENT_SOURCE_DIR}/${file}" "${target_file}"
      DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}"
      VERBATIM)
    string(MAKE_C_IDENTIFIER "torikumi_data_${folder}_${name}" data_target)
    add_custom_target("${data_target}" DEPENDS "${target_file}")
    add_dependencies(torikumi_data "${data_target}")
    install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_DATADIR}/torikumi/${folder}")
  endforeach()
endfunction()
