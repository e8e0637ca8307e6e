// All texts that differ from a pack by one slip of the keyboard: a word or mark left out, written twice, or swapped with
// its neighbour. Lines stay lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::test {

struct Slip {
    std::string what;  // "left out: `als`"
    // What stands at [begin, end) of the pack, and what comes in its place: a pack has too many slips to keep each whole.
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string by;
    std::size_t first_line = 0;
    std::size_t last_line = 0;  // another one where the last word of a line and the first of the next are swapped

    // The whole pack after it.
    [[nodiscard]] std::string in(std::string_view text) const {
        return std::string(text.substr(0, begin)) + by + std::string(text.substr(end));
    }
};

[[nodiscard]] std::vector<Slip> all_slips(std::string_view text);

}  // namespace wegwijzer::test
