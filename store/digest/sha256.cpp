#include "store/digest/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "store/digest/hexadecimal.h"

namespace wegwijzer::store {
namespace {

constexpr std::size_t digest_size = 32;

std::array<unsigned char, digest_size> digest_of(std::string_view bytes) {
    std::array<unsigned char, digest_size> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) { return in_hexadecimal(digest_of(bytes)); }

std::string sha256_in_base64(std::string_view bytes) {
    const auto digest = digest_of(bytes);
    std::array<unsigned char, 4 * ((digest_size + 2) / 3) + 1> text{};
    const int size = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
    return {text.begin(), text.begin() + size};
}

}  // namespace wegwijzer::store
