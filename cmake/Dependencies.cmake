# Every third-party library, found on the system: nothing is downloaded. docs/dependencies.md says why each is here.
# On Debian 12 tools/install_debian.sh installs them.

find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(pegtl 3.2 REQUIRED)

find_path(UTF8PROC_INCLUDE_DIR utf8proc.h REQUIRED)
find_library(UTF8PROC_LIBRARY utf8proc REQUIRED)
add_library(utf8proc::utf8proc INTERFACE IMPORTED)
target_include_directories(utf8proc::utf8proc SYSTEM INTERFACE ${UTF8PROC_INCLUDE_DIR})
target_link_libraries(utf8proc::utf8proc INTERFACE ${UTF8PROC_LIBRARY})

if(WEGWIJZER_CLI)
  find_package(CLI11 2 REQUIRED)
  find_package(spdlog 1.10 REQUIRED)
  find_package(SQLite3 3.37 REQUIRED)
  find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
  if(WEGWIJZER_POSTGRESQL)
    # Not by FindPostgreSQL, which asks for the headers of the server as well.
    find_path(LIBPQ_INCLUDE_DIR libpq-fe.h PATH_SUFFIXES postgresql)
    find_library(LIBPQ_LIBRARY pq)
    if(NOT LIBPQ_INCLUDE_DIR OR NOT LIBPQ_LIBRARY)
      message(FATAL_ERROR "libpq, the client of PostgreSQL, is not there (Debian: libpq-dev). Without it a case store is a file "
        "alone: -DWEGWIJZER_POSTGRESQL=OFF.")
    endif()
    add_library(PostgreSQL::libpq INTERFACE IMPORTED)
    target_include_directories(PostgreSQL::libpq SYSTEM INTERFACE ${LIBPQ_INCLUDE_DIR})
    target_link_libraries(PostgreSQL::libpq INTERFACE ${LIBPQ_LIBRARY})
  endif()
  if(NOT WEGWIJZER_SANITIZE)
    find_package(mimalloc 2.0 REQUIRED)
  endif()
endif()

if(WEGWIJZER_TESTS)
  find_package(Boost 1.74 REQUIRED COMPONENTS unit_test_framework)
  find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
endif()
find_package(Threads REQUIRED)
