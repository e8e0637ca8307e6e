// With which rules and data a run is made, as hashes.
#pragma once

#include <string>

#include "cli/files.h"
#include "dsl/compile/compile.h"

namespace wegwijzer::cli {

// SHA-256 over the files in use, the packs that others take in included, in reading order: the name of each without its folders, and
// its bytes. Another order of the packs, or a line more, is another hash; another folder is not.
[[nodiscard]] std::string hash_of_packs(const Compilation& compilation);
// The same over the day and the files of the data.
[[nodiscard]] std::string hash_of_data(const DataBytes& data, Date reference_date);

}  // namespace wegwijzer::cli
