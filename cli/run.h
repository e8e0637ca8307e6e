// The whole program but for main(): options in, exit status out.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace wegwijzer::cli {

[[nodiscard]] int run(const std::vector<std::string>& arguments, const Environment& environment, Streams streams);

}  // namespace wegwijzer::cli
