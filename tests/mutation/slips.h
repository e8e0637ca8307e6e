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
    std::string text;  // the whole pack after it
    std::size_t first_line = 0;
    std::size_t last_line = 0;  // another one where the last word of a line and the first of the next are swapped
};

[[nodiscard]] std::vector<Slip> all_slips(std::string_view text);

}  // namespace wegwijzer::test
