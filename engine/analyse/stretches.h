// Places on the line of an atom, as stretches: see Place in formula.h. Twice a place, so that what lies between two steps of the
// line has a place of its own.
#pragma once

#include <limits>
#include <vector>

#include "engine/analyse/formula.h"

namespace wegwijzer::analyse {

inline constexpr std::int64_t open_below = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t open_above = std::numeric_limits<std::int64_t>::max();
inline constexpr Place farthest = 4'000'000'000'000'000'000;  // twice it fits

// Where a value compared with this place answers yes.
[[nodiscard]] inline std::vector<Stretch> stretches(model::CompareOp op, Place place) {
    const std::int64_t at = 2 * place;
    switch (op) {
        case model::CompareOp::less: return {{open_below, at - 1}};
        case model::CompareOp::less_equal: return {{open_below, at}};
        case model::CompareOp::greater: return {{at + 1, open_above}};
        case model::CompareOp::greater_equal: return {{at, open_above}};
        case model::CompareOp::equal: return {{at, at}};
        case model::CompareOp::not_equal: return {{open_below, at - 1}, {at + 1, open_above}};
    }
    return {};
}

}  // namespace wegwijzer::analyse
