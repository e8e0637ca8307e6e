// The hash by which a content security policy knows a style sheet or a script (FIPS 180-4, SHA-256, in base64).
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::cli::html {

// "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
[[nodiscard]] std::string content_hash(std::string_view contents);

}  // namespace wegwijzer::cli::html
