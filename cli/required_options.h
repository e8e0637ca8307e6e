// Which options a command needs, and which don't go together.
#pragma once

#include "cli/options.h"

namespace wegwijzer::cli {

// `has_date`: something was written behind `--date`.
void require_what_the_command_needs(const Options& options, bool has_date, Diagnostics& problems);

}  // namespace wegwijzer::cli
