// How far the value on a line of a condition lies from where the answer turns, and how far that of a signal lies from
// another ernst. Precondition, as for the lines themselves: the reader may see all that the rule reads.
#pragma once

#include <optional>
#include <vector>

#include "engine/margins/distance.h"
#include "engine/margins/window_exit.h"

namespace wegwijzer::explain {

struct Margin {
    margins::Distance distance;
    std::optional<margins::WindowExit> window;
};

// Where the value that all levels compare gives another ernst.
struct SeverityTurn {
    model::Severity severity = model::Severity::none;  // none: the signal is not active there
    margins::Turn turn;
};
struct SeverityMargin {
    margins::Scale scale;
    Ratio value;
    std::optional<SeverityTurn> higher;  // the nearest
    std::optional<SeverityTurn> lower;
};
// Of a signal with several levels that each compare the same value, and that no `tenzij` may stop; else none.
[[nodiscard]] std::optional<SeverityMargin> severity_margin_of(const model::RuleSet& rules, const trace::Trace& trace,
                                                               model::SignalId signal);

}  // namespace wegwijzer::explain
