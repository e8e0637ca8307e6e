# What every target of ours is compiled with. Third-party headers are SYSTEM and stay out of the warnings.

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(wegwijzer_flags INTERFACE)
target_compile_features(wegwijzer_flags INTERFACE cxx_std_20)
target_include_directories(wegwijzer_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(wegwijzer_flags INTERFACE WEGWIJZER_VERSION="${PROJECT_VERSION}")
target_compile_options(wegwijzer_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-compare -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wcast-qual -Wformat=2 -Wundef -Wextra-semi -Wimplicit-fallthrough
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # A false alarm about std::string + const char* at -O3 (GCC bug 105329, mended in 13).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${WEGWIJZER_WERROR}>:-Werror>
  # Paths relative to the tree: the same bytes from every checkout, and a ccache that checkouts share.
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)

if(WEGWIJZER_SANITIZE)
  # g++ 12 sees uninitialised members of std::function and std::regex where its own instrumentation stands.
  target_compile_options(wegwijzer_flags INTERFACE -Wno-maybe-uninitialized)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  if(WEGWIJZER_SANITIZE_LIGHTLY)
    # A null pointer AddressSanitizer meets as well; these four cost half of the compiling.
    add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
  endif()
endif()

# For who builds once and changes nothing, as CI does: the files of a layer are compiled a dozen at a time, and the headers
# of the tests once. Three times as fast without a compiler cache, and slower after each change.
if(WEGWIJZER_AT_ONCE)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)
endif()

if(PROJECT_IS_TOP_LEVEL)
  find_program(CCACHE_PROGRAM ccache)
  if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
  endif()
  find_program(MOLD_PROGRAM mold)
  if(MOLD_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options(-fuse-ld=mold)
  endif()
endif()
