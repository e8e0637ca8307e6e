#include "cli/render/html/content_hash.h"

#include "store/digest/sha256.h"

namespace wegwijzer::cli::html {

std::string content_hash(std::string_view contents) { return "sha256-" + store::sha256_in_base64(contents); }

}  // namespace wegwijzer::cli::html
