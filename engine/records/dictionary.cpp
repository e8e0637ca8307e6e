#include "engine/records/dictionary.h"

#include <functional>

namespace wegwijzer {
namespace {

constexpr std::size_t first_slots = 16;

std::uint32_t hash_of(std::string_view text) {
    const std::uint64_t wide = std::hash<std::string_view>{}(text);
    return static_cast<std::uint32_t>(wide ^ (wide >> 32));
}

}  // namespace

// The slot that holds `text`, or the free slot where it belongs. Precondition: slots_ is not empty.
std::size_t Dictionary::slot_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot] != 0) {
        const std::uint32_t index = slots_[slot] - 1;
        if (hashes_[index] == hash && texts_[index] == text) return slot;
        slot = (slot + 1) & mask;
    }
    return slot;
}

void Dictionary::grow() {
    slots_.assign(slots_.empty() ? first_slots : slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t index = 0; index < texts_.size(); ++index) {
        std::size_t slot = hashes_[index] & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = index + 1;
    }
}

std::uint32_t Dictionary::intern(std::string_view text) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    const std::uint32_t hash = hash_of(text);
    const std::size_t slot = slot_of(text, hash);
    if (slots_[slot] == 0) {
        texts_.emplace_back(text);
        hashes_.push_back(hash);
        slots_[slot] = static_cast<std::uint32_t>(texts_.size());
    }
    return slots_[slot] - 1;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view text) const {
    if (slots_.empty()) return std::nullopt;
    const std::uint32_t found = slots_[slot_of(text, hash_of(text))];
    if (found == 0) return std::nullopt;
    return found - 1;
}

std::size_t Dictionary::bytes_used() const {
    std::size_t bytes =
        texts_.capacity() * sizeof(std::string) + (hashes_.capacity() + slots_.capacity()) * sizeof(std::uint32_t);
    const std::size_t inside = std::string().capacity();
    for (const std::string& text : texts_) {
        if (text.capacity() > inside) bytes += text.capacity() + 1;
    }
    return bytes;
}

void Dictionary::trim() {
    texts_.shrink_to_fit();
    hashes_.shrink_to_fit();
}

}  // namespace wegwijzer
