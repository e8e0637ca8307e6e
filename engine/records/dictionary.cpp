#include "engine/records/dictionary.h"

#include <functional>
#include <utility>

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
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0) {
        if (slots_[at].hash == hash && texts_[slots_[at].entry - 1] == text) return at;
        at = (at + 1) & mask;
    }
    return at;
}

void Dictionary::grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? first_slots : old.size() * 2, Slot{});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.entry == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].entry != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

std::uint32_t Dictionary::intern(std::string_view text) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow();
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[slot_of(text, hash)];
    if (slot.entry == 0) {
        texts_.emplace_back(text);
        slot = {hash, static_cast<std::uint32_t>(texts_.size())};
    }
    return slot.entry - 1;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view text) const {
    if (slots_.empty()) return std::nullopt;
    const std::uint32_t entry = slots_[slot_of(text, hash_of(text))].entry;
    if (entry == 0) return std::nullopt;
    return entry - 1;
}

std::size_t Dictionary::bytes_used() const {
    std::size_t bytes = texts_.capacity() * sizeof(std::string) + slots_.capacity() * sizeof(Slot);
    const std::size_t inside = std::string().capacity();
    for (const std::string& text : texts_) {
        if (text.capacity() > inside) bytes += text.capacity() + 1;
    }
    return bytes;
}

void Dictionary::trim() { texts_.shrink_to_fit(); }

}  // namespace wegwijzer
