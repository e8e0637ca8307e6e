// What the server says it can do.
#pragma once

#include <string>

#include "cli/lsp/settings.h"

namespace wegwijzer::cli::lsp {

// The result of `initialize`.
[[nodiscard]] std::string capabilities(const Settings& settings);
// Asks the editor to tell when rule files change on the disk.
[[nodiscard]] std::string watched_files();

}  // namespace wegwijzer::cli::lsp
