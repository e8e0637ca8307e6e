// Three-valued logic (Kleene): true, false, unknown. Two bits: known-true and known-false; both clear is unknown.
// The one home of the truth tables for scalar code; engine/execute has the same tables over bit columns.
#pragma once

#include <cstdint>

namespace wegwijzer {

enum class Tri : std::uint8_t { unknown = 0, yes = 1, no = 2 };

[[nodiscard]] constexpr Tri tri_of(bool value) { return value ? Tri::yes : Tri::no; }
[[nodiscard]] constexpr Tri tri_not(Tri value) {
    return value == Tri::yes ? Tri::no : value == Tri::no ? Tri::yes : Tri::unknown;
}
[[nodiscard]] constexpr Tri tri_and(Tri left, Tri right) {
    if (left == Tri::no || right == Tri::no) return Tri::no;
    return left == Tri::yes && right == Tri::yes ? Tri::yes : Tri::unknown;
}
[[nodiscard]] constexpr Tri tri_or(Tri left, Tri right) {
    if (left == Tri::yes || right == Tri::yes) return Tri::yes;
    return left == Tri::no && right == Tri::no ? Tri::no : Tri::unknown;
}

}  // namespace wegwijzer
