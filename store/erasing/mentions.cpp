#include "store/erasing/mentions.h"

#include "engine/base/ascii.h"

namespace wegwijzer::store {
namespace {

bool continues_word(char character) {
    return static_cast<unsigned char>(character) >= 0x80 || is_digit(character) ||
           (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

}  // namespace

bool mentions_key(std::string_view text, std::string_view key) {
    if (key.empty()) return false;
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const std::size_t end = at + key.size();
        const bool begins = at == 0 || !continues_word(text[at - 1]);
        if (begins && (end == text.size() || !continues_word(text[end]))) return true;
    }
    return false;
}

}  // namespace wegwijzer::store
