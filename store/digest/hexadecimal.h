// Bytes as people write them down: two hexadecimal digits each.
#pragma once

#include <span>
#include <string>

namespace wegwijzer::store {

[[nodiscard]] inline std::string in_hexadecimal(std::span<const unsigned char> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string written;
    written.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        written += digits[byte >> 4U];
        written += digits[byte & 0xFU];
    }
    return written;
}

}  // namespace wegwijzer::store
