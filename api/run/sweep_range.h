// `PARAMETER=FROM..TO/STEP` of the command line: values in the type of the parameter.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::run {

inline constexpr std::size_t most_sweep_values = 200;

struct SweepRange {
    model::ParameterId parameter;
    std::vector<model::Constant> values;  // within the bounds of the parameter
    std::optional<Diagnostic> problem;    // with the part of `written` that is wrong
};
// `source` holds `written`. A decimal mark is a comma or a point; a unit may be left out. A keuze and a ja/nee go through
// their values in order, without a step.
[[nodiscard]] SweepRange read_sweep_range(const model::RuleSet& rules, std::string_view written, SourceId source);

}  // namespace wegwijzer::run
