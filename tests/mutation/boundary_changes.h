// Every smallest change of what the rules of a pack say: a number or date one step up and down, `>=` to `>`, `minstens` to
// `hoogstens`, `en` to `of`, a value of a list, a filter, a period, a bullet, a `tenzij`, a row of a tabel or a whole beleid left
// out, another role or interventie. A pack whose voorbeelden hold its boundaries has one that fails under each of them.
//
// Left alone: what no `verwacht` can see (uitleg, bron, vraag, factor, sterkte and the like, all texts) and what says which data
// there are (gegevens, reeksen, bounds of a parameter).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::test {

struct BoundaryChange {
    std::size_t line = 0;
    std::string before;  // that line, without the blanks around it
    std::string after;   // as it is then; "(left out)"
    std::string text;    // the whole file after it
};

// Names that may stand in each other's place, over all files of the pack.
struct OtherNames {
    std::vector<std::string> roles;
    std::vector<std::string> interventions;
    std::vector<std::string> signals;
};
void add_names(OtherNames& names, std::string_view text);

// Of a pack in Dutch, in the standard layout.
[[nodiscard]] std::vector<BoundaryChange> boundary_changes(std::string_view text, const OtherNames& names);

}  // namespace wegwijzer::test
