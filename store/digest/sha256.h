// SHA-256 of bytes, as 64 hexadecimal digits. The one home of OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::store {

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace wegwijzer::store
