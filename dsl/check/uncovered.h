// Is there a combination of values that none of some rows fits? A box of combinations is cut in two along the cell of a row,
// so that as few rows as can be stand on both sides, until no row is left in a part or one holds all of it. Exact, within a
// number of steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "dsl/check/table_space.h"

namespace wegwijzer::checking {

class Uncovered {
  public:
    // `boxes`: each a set of regions per column of the space.
    Uncovered(const TableSpace& space, const std::vector<const std::vector<Bits>*>& boxes);

    // A combination within `within` that lies in none of the boxes `active`.
    [[nodiscard]] std::optional<Combination> find(const std::vector<Bits>& within, std::vector<std::size_t> active);
    // The search took too long: that nothing was found says nothing.
    [[nodiscard]] bool gave_up() const { return steps_ > most_steps; }

  private:
    static constexpr std::size_t most_steps = 50'000'000;  // words of 64 regions looked at
    static constexpr std::size_t most_tried = 8;           // rows whose cells are tried for a cut
    static constexpr std::size_t most_depth = 2'000;

    using Words = std::vector<std::uint64_t>;  // the sets of all columns behind each other
    struct Cut {
        std::size_t box = 0;
        std::size_t column = 0;
        std::size_t score = 0;
    };

    [[nodiscard]] Words flat(const std::vector<Bits>& sets) const;
    [[nodiscard]] bool search(const Words& within, std::vector<std::size_t> active, std::size_t depth);
    [[nodiscard]] std::optional<Cut> best_cut(const Words& within, const std::vector<std::size_t>& active);
    [[nodiscard]] Combination first_of(const Words& within) const;

    std::vector<std::size_t> starts_;  // of each column in Words, and the end
    std::vector<Words> boxes_;
    Words found_;
    std::size_t steps_ = 0;
};

}  // namespace wegwijzer::checking
