// Packs as they stand in folders, for tests that compile them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"

namespace wegwijzer::test {

// Empty when there is no such file.
[[nodiscard]] std::string read_text(const std::filesystem::path& path);
// The .regels files of a folder together, by name, or one file.
[[nodiscard]] PackText read_pack(const std::filesystem::path& path);
// That pack, with behind it those that it takes in with `gebruik` from the folder it stands in.
[[nodiscard]] std::vector<PackText> read_pack_in_use(const std::filesystem::path& path);

}  // namespace wegwijzer::test
