// `file:` addresses and paths. Anything else an editor opens (`untitled:…`) is its own name and stands beside nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer::cli::lsp {

// Without `.` and `..`; nothing for an address that is no file's.
[[nodiscard]] std::optional<std::string> path_of_uri(std::string_view uri);
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace wegwijzer::cli::lsp
