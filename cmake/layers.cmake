# One function for every layer. USES: layers whose headers this one's headers may include (public link).
# HIDES: layers and libraries used only inside its .cpp files (private link). QT: Qt modules (public link).
# A layer's headers are reachable as "name/header.h" only for targets that link it: each layer publishes an include
# root of its own (a directory with one symbolic link), so a forbidden include does not compile.
set(IDV_ROOTS "${CMAKE_BINARY_DIR}/roots")

# Signals and slots: moc reads each file alone (moc.sh.in).
get_target_property(QT_MOC Qt6::moc LOCATION)
configure_file(${CMAKE_SOURCE_DIR}/cmake/moc.sh.in ${CMAKE_BINARY_DIR}/moc.sh @ONLY
  FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
function(idv_moc target)
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOMOC_EXECUTABLE ${CMAKE_BINARY_DIR}/moc.sh)
endfunction()

function(publish_root target name dir)
  file(MAKE_DIRECTORY "${IDV_ROOTS}/${name}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${dir}" "${IDV_ROOTS}/${name}/${name}" SYMBOLIC)
  target_include_directories(${target} PUBLIC "${IDV_ROOTS}/${name}")
endfunction()

function(layer name)
  cmake_parse_arguments(L "" "DIR;PCH" "USES;HIDES;QT" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${L_DIR}/*.cpp" "${CMAKE_SOURCE_DIR}/${L_DIR}/*.h")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  publish_root(${name} ${name} ${L_DIR})
  target_link_libraries(${name} PUBLIC ${L_USES} ${L_QT} PRIVATE project_flags ${L_HIDES})
  idv_moc(${name})
  if(L_PCH)
    idv_pch(${name} ${L_PCH})
  else()
    idv_pch(${name} core)
  endif()
  idv_unity(${name})
endfunction()

# Several sources in one run of the compiler, which reads the same headers and makes the same templates only once.
# A source with a name of its own that another has goes elsewhere (unity_groups.py).
function(idv_unity target)
  if(NOT IDV_UNITY)
    return()
  endif()
  get_target_property(all ${target} SOURCES)
  set(sources "")
  foreach(source ${all})
    get_filename_component(path ${source} ABSOLUTE)
    if(source MATCHES "\\.cpp$" AND EXISTS ${path})
      list(APPEND sources ${path})
    endif()
  endforeach()
  execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/unity_groups.py ${IDV_UNITY} ${sources}
    OUTPUT_VARIABLE grouped OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  foreach(pair ${grouped})
    string(REGEX MATCH "^([^=]+)=(.*)$" found "${pair}")
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# Precompiled Qt headers, made once for all targets: "core" for layers without widgets, "gui" for the others.
function(idv_pch_source kind)
  set(source ${CMAKE_BINARY_DIR}/pch_${kind}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Carries the precompiled headers.\n")
  add_library(pch_${kind} OBJECT ${source})
  target_link_libraries(pch_${kind} PRIVATE project_flags)
endfunction()

if(IDV_PCH)
  idv_pch_source(core)
  target_link_libraries(pch_core PRIVATE Qt6::Core)
  target_precompile_headers(pch_core PRIVATE <QtCore> <memory> <vector> <functional> <optional> <variant>)
  idv_pch_source(gui)
  target_link_libraries(pch_gui PRIVATE Qt6::Widgets)
  target_precompile_headers(pch_gui PRIVATE <QtWidgets> <memory> <vector> <functional>)
endif()

function(idv_pch target kind)
  if(IDV_PCH)
    target_precompile_headers(${target} REUSE_FROM pch_${kind})
  endif()
endfunction()
