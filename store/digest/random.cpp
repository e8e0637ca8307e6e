#include "store/digest/random.h"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>

#include "store/digest/hexadecimal.h"

namespace wegwijzer::store {

std::string random_salt() {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        throw std::runtime_error("no random bytes are available");
    }
    return in_hexadecimal(bytes);
}

}  // namespace wegwijzer::store
