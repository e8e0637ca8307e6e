#include "store/digest/random.h"

#include <openssl/rand.h>

#include <span>
#include <stdexcept>

#include "store/digest/hexadecimal.h"

namespace wegwijzer::store {

std::vector<std::string> random_salts(std::size_t count) {
    constexpr std::size_t size = 16;
    // All at once: asking takes longer than giving.
    std::vector<unsigned char> bytes(size * count);
    if (count != 0 && RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw std::runtime_error("no random bytes are available");
    }
    std::vector<std::string> salts;
    salts.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        salts.push_back(in_hexadecimal(std::span(bytes).subspan(i * size, size)));
    }
    return salts;
}

}  // namespace wegwijzer::store
