# One function for every layer. USES: layers whose headers this one's headers may include (public link).
# HIDES: layers and libraries used only inside its .cpp files (private link). QT: Qt modules (public link).
# A layer's headers are reachable as "name/header.h" only for targets that link it: each layer publishes an include
# root of its own (a directory with one symbolic link), so a forbidden include does not compile.
set(IDV_ROOTS "${CMAKE_BINARY_DIR}/roots")

function(publish_root target name dir)
  file(MAKE_DIRECTORY "${IDV_ROOTS}/${name}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${dir}" "${IDV_ROOTS}/${name}/${name}" SYMBOLIC)
  target_include_directories(${target} PUBLIC "${IDV_ROOTS}/${name}")
endfunction()

function(layer name)
  cmake_parse_arguments(L "" "DIR;PCH" "USES;HIDES;QT" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${L_DIR}/*.cpp" "${CMAKE_SOURCE_DIR}/${L_DIR}/*.h")
  add_library(${name} STATIC ${sources})
  publish_root(${name} ${name} ${L_DIR})
  target_link_libraries(${name} PUBLIC ${L_USES} ${L_QT} PRIVATE project_flags ${L_HIDES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  idv_pch(${name} "${L_PCH}")
endfunction()

# Precompiled Qt headers: "core" for layers without widgets, "gui" for the others.
function(idv_pch target kind)
  if(NOT IDV_PCH)
    return()
  endif()
  if(kind STREQUAL "gui")
    target_precompile_headers(${target} PRIVATE <QtWidgets> <memory> <vector> <functional>)
  else()
    target_precompile_headers(${target} PRIVATE <QtCore> <memory> <vector> <functional> <optional> <variant>)
  endif()
endfunction()
