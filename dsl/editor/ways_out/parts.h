// The parts of a text that can be taken out whole, each with what goes with it: a clause with its line, a value with its comma,
// a part of a condition with its `en`. Internal to dsl/editor.
#pragma once

#include <vector>

#include "dsl/editor/ways_out/spot.h"

namespace wegwijzer::editor {

struct Part {
    enum class Kind : std::uint8_t { item, operand, line, declaration };  // item: of a list with commas
    Kind kind = Kind::item;
    Span span;     // the part
    Span removed;  // what goes when it goes
};

// Those that hold this place, the smallest first.
[[nodiscard]] std::vector<Part> parts_around(const Spot& spot, const Span& span);
// A piece of a line with the blanks before it; a piece that has its lines for itself with those lines.
[[nodiscard]] Span with_its_blanks(const Spot& spot, const Span& span);

}  // namespace wegwijzer::editor
