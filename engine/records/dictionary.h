// Texts that occur in a column, each once, in order of first occurrence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer {

class Dictionary {
  public:
    // The index of `text`, added when it is new.
    std::uint32_t intern(std::string_view text);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
    [[nodiscard]] const std::string& text(std::uint32_t index) const { return texts_[index]; }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    [[nodiscard]] std::size_t bytes_used() const;
    // Gives back what was reserved for growth.
    void trim();

  private:
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
    void grow();

    std::vector<std::string> texts_;
    // Open addressing. INVARIANT: a power of two, at most half full.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  // index into texts_ plus one, 0 for a free slot
    };
    std::vector<Slot> slots_;
};

}  // namespace wegwijzer
