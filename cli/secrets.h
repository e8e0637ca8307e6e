// Passwords in the arguments, taken out before anything reads them: no message, page, log or command to copy can hold one.
#pragma once

#include <string>
#include <vector>

#include "store/address.h"

namespace wegwijzer::cli {

struct ArgumentsWithoutSecrets {
    std::vector<std::string> arguments;
    std::vector<store::Secret> secrets;  // of the store
};

// Out of what stands behind `--store`, and out of every address of a server that stands where none belongs; but not out of the
// texts of an entry, which are kept as they are.
[[nodiscard]] ArgumentsWithoutSecrets take_out_secrets(const std::vector<std::string>& arguments);

}  // namespace wegwijzer::cli
