// Which packs a pack takes in with `gebruik`, and where they come from (language.md section 5, "Packs and names").
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"

namespace wegwijzer {

// What one pack says of itself, read as far as it can be read.
struct PackHead {
    std::string name;               // of its regelpakket; empty when it has none
    std::vector<std::string> uses;  // as written, in order
};
[[nodiscard]] PackHead read_pack_head(const PackText& pack);

// The packs beside the folder (or file) of `pack`, the pack itself not among them. It is asked at most once per pack.
using PacksBeside = std::function<std::vector<PackText>(const PackText& pack)>;

// The packs given, with behind them those that they take in and that stand beside the pack that does: the one whose folder
// or file has that name before others of that name. A name that is not found stays for `compile` to report; what stood
// beside is noted in PackText::beside.
[[nodiscard]] std::vector<PackText> with_packs_in_use(std::vector<PackText> given, const PacksBeside& packs_beside);

}  // namespace wegwijzer
