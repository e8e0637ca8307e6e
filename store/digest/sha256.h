// SHA-256 of bytes (FIPS 180-4). This folder is the one home of OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::store {

[[nodiscard]] std::string sha256(std::string_view bytes);  // 64 hexadecimal digits
[[nodiscard]] std::string sha256_in_base64(
    std::string_view bytes);  // 44 characters, as a content security policy has it

}  // namespace wegwijzer::store
