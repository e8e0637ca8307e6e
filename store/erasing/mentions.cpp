#include "store/erasing/mentions.h"

#include "engine/base/ascii.h"

namespace wegwijzer::store {
namespace {

bool continues_word(char character) {
    return static_cast<unsigned char>(character) >= 0x80 || is_digit(character) ||
           (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// The first place from `from` on; npos: none.
std::size_t place_of_key(std::string_view text, std::string_view key, std::size_t from) {
    if (key.empty()) return std::string_view::npos;
    for (std::size_t at = text.find(key, from); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const std::size_t end = at + key.size();
        const bool begins = at == 0 || !continues_word(text[at - 1]);
        if (begins && (end == text.size() || !continues_word(text[end]))) return at;
    }
    return std::string_view::npos;
}

}  // namespace

bool mentions_key(std::string_view text, std::string_view key) {
    return place_of_key(text, key, 0) != std::string_view::npos;
}

std::string without_key(std::string text, std::string_view key) {
    constexpr std::string_view gap = "…";
    std::size_t from = 0;
    for (std::size_t at = place_of_key(text, key, 0); at != std::string::npos; at = place_of_key(text, key, from)) {
        text.replace(at, key.size(), gap);
        from = at + gap.size();
    }
    return text;
}

}  // namespace wegwijzer::store
