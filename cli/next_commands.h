// The commands that a list ends with: what its reader does next, to copy and complete.
#pragma once

#include <string>

#include "cli/context.h"

namespace wegwijzer::cli {

// The same run, about one student: up to the key.
[[nodiscard]] std::string explain_command(const Context& context);
// What became of an advice, into the store of this run. Empty without one.
[[nodiscard]] std::string record_command(const Context& context);

}  // namespace wegwijzer::cli
