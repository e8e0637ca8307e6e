// Bytes that nobody can guess.
#pragma once

#include <string>

namespace wegwijzer::store {

[[nodiscard]] std::string random_salt();  // 16 bytes, as 32 hexadecimal digits

}  // namespace wegwijzer::store
