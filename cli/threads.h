// As many threads as the machine has for one command.
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>

namespace wegwijzer::cli {

[[nodiscard]] inline std::size_t thread_count() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace wegwijzer::cli
