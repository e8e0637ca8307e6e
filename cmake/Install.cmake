# What an integrator gets: the two libraries, the public headers (api/*.h), the program, and a package for CMake and
# for pkg-config. tests/consumer builds against an installed copy.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

file(GLOB public_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/api/*.h)
install(FILES ${public_headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/wegwijzer)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET wegwijzer)
  install(TARGETS wegwijzer DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

if(TARGET wegwijzer_shared)
  set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/wegwijzer)
  install(TARGETS wegwijzer_static wegwijzer_shared EXPORT wegwijzer
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT wegwijzer NAMESPACE wegwijzer:: FILE wegwijzer-targets.cmake DESTINATION ${package_folder})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/wegwijzer-config-version.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_SOURCE_DIR}/cmake/wegwijzer-config.cmake ${PROJECT_BINARY_DIR}/wegwijzer-config-version.cmake
    DESTINATION ${package_folder})

  file(RELATIVE_PATH pkgconfig_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/wegwijzer.pc.in ${PROJECT_BINARY_DIR}/wegwijzer.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/wegwijzer.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
