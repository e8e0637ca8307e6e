// Why an expectation did not come out: the conditions behind it ticked off, as lines of a finding.
#pragma once

#include <vector>

#include "engine/examples/judge.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::examples {

[[nodiscard]] std::vector<Localized> explain_failure(const CameOut& came_out, const model::Expectation& expectation,
                                                     const explain::Redactor& redactor, const trace::Trace& trace);

}  // namespace wegwijzer::examples
