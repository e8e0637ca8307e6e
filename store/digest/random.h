// Bytes that nobody can guess.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wegwijzer::store {

// Of 16 bytes each, as 32 hexadecimal digits.
[[nodiscard]] std::vector<std::string> random_salts(std::size_t count);

}  // namespace wegwijzer::store
