// What is wrong with the thinking in a pack that is spelled well.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/analyse/formula.h"

namespace wegwijzer::thinking {

// A condition of which some question was left open.
struct LeftOpen {
    Span condition;
    analyse::NotExamined why = analyse::NotExamined::nothing;
};
// Each `als`, `ernst … als`, `tenzij`, `doel`, `voor`, filter and ja/nee-begrip is a condition.
struct Examined {
    std::size_t conditions = 0;
    std::vector<LeftOpen> left_open;  // no finding about these says nothing
};

// Adds findings to `findings`, in no order. Does nothing when the compilation has errors.
Examined think(const Compilation& compilation, Diagnostics& findings);

// Asked every few questions; true ends the thinking.
using Stop = std::function<bool()>;
// Nothing: it was stopped, and `findings` is not all there is.
[[nodiscard]] std::optional<Examined> think(const Compilation& compilation, Diagnostics& findings, const Stop& stop);

}  // namespace wegwijzer::thinking
