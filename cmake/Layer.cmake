# wegwijzer_layer(<target> [HOT] FOLDER <folder>... [DEPENDS <layer>...] [LIBRARIES <third-party>...])
#
# One static library per layer, from all .cpp files below its folders: adding a file needs no change here. LIBRARIES
# are linked PRIVATE, so that a third-party header can't leak into another layer. HOT layers hold the inner loops:
# they are optimised in the dev build too, where the rest is compiled for a quick turn-around.
set_property(GLOBAL PROPERTY WEGWIJZER_LAYERS "")

function(wegwijzer_layer target)
  cmake_parse_arguments(PARSE_ARGV 1 layer "HOT" "" "FOLDER;DEPENDS;LIBRARIES")
  set(sources "")
  foreach(folder IN LISTS layer_FOLDER)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  if(sources)
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES UNITY_BUILD "${WEGWIJZER_AT_ONCE}")
    target_link_libraries(${target}
      PUBLIC wegwijzer_flags fmt::fmt ${layer_DEPENDS} PRIVATE ${layer_LIBRARIES} Threads::Threads)
    if(layer_HOT AND NOT WEGWIJZER_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
      target_compile_options(${target} PRIVATE -O3)
    endif()
    set_property(GLOBAL APPEND PROPERTY WEGWIJZER_LAYERS ${target})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE wegwijzer_flags fmt::fmt ${layer_DEPENDS})
  endif()
endfunction()
