# The pages of docs/codes as text in the program. Included: wegwijzer_embed_pages(TARGET) adds them to a layer, and they are
# written again when a page changes. As a script (cmake -DFOLDER=... -DOUT=... -P): writes the source file.
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB pages ${FOLDER}/[A-Z][0-9][0-9][0-9].md)
  list(SORT pages)
  set(items "")
  foreach(page IN LISTS pages)
    cmake_path(GET page STEM code)
    file(READ "${page}" text)
    string(APPEND items "    {\"${code}\", R\"page(${text})page\"},\n")
  endforeach()
  list(LENGTH pages count)
  file(WRITE ${OUT} "// Written by cmake/EmbedPages.cmake from docs/codes.\n#include \"engine/pages/embedded.h\"\n
#include <array>\n
namespace wegwijzer::pages {\n
std::span<const EmbeddedPage> embedded_pages() {
  static constexpr std::array<EmbeddedPage, ${count}> pages{{\n${items}  }};
  return pages;
}\n
}  // namespace wegwijzer::pages\n")
  return()
endif()

function(wegwijzer_embed_pages target)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/codes/[A-Z][0-9][0-9][0-9].md)
  set(source ${PROJECT_BINARY_DIR}/embedded_pages.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${PROJECT_SOURCE_DIR}/docs/codes -DOUT=${source}
      -P ${PROJECT_SOURCE_DIR}/cmake/EmbedPages.cmake
    DEPENDS ${pages} ${PROJECT_SOURCE_DIR}/cmake/EmbedPages.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
endfunction()
