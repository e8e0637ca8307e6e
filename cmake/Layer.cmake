# wegwijzer_layer(<target> FOLDER <folder>... [DEPENDS <layer>...] [LIBRARIES <third-party>...])
#
# One static library per layer, from all .cpp files below its folders: adding a file needs no change here. LIBRARIES
# are linked PRIVATE, so that a third-party header can't leak into another layer.
set_property(GLOBAL PROPERTY WEGWIJZER_LAYERS "")

function(wegwijzer_layer target)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "FOLDER;DEPENDS;LIBRARIES")
  set(sources "")
  foreach(folder IN LISTS layer_FOLDER)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target}
      PUBLIC wegwijzer_flags fmt::fmt ${layer_DEPENDS} PRIVATE ${layer_LIBRARIES} Threads::Threads)
    set_property(GLOBAL APPEND PROPERTY WEGWIJZER_LAYERS ${target})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE wegwijzer_flags fmt::fmt ${layer_DEPENDS})
  endif()
endfunction()
