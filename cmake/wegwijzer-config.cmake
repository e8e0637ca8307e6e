# find_package(wegwijzer) gives wegwijzer::static and wegwijzer::shared. Only the static library needs fmt and utf8proc.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(fmt)
include(${CMAKE_CURRENT_LIST_DIR}/wegwijzer-targets.cmake)
