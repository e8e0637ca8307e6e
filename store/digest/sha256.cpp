#include "store/digest/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "store/digest/hexadecimal.h"

namespace wegwijzer::store {
namespace {

constexpr std::size_t digest_size = 32;

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Of this thread, begun anew each time: to look the algorithm up takes longer than to hash a line.
EVP_MD_CTX* context_of_sha256() {
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    thread_local const bool is_ready =
        context != nullptr && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    return is_ready && EVP_DigestInit_ex(context.get(), nullptr, nullptr) == 1 ? context.get() : nullptr;
}

std::array<unsigned char, digest_size> digest_of(std::string_view bytes) {
    std::array<unsigned char, digest_size> digest{};
    EVP_MD_CTX* const context = context_of_sha256();
    if (context == nullptr || EVP_DigestUpdate(context, bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(context, digest.data(), nullptr) != 1) {
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
