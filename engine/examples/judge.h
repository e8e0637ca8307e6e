// Does what came out hold to what a voorbeeld expects? And in words, what came out.
#pragma once

#include "engine/advise/advice.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/examples/subject.h"
#include "engine/explain/report.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::examples {

// One student, worked out.
struct CameOut {
    const Subject& subject;
    const model::StudentOutcome& outcome;
    const advise::StudentAdvice& advice;
    const explain::StudentReport& report;  // for the reasons in words
};

[[nodiscard]] bool holds(const CameOut& came_out, const model::Expectation& expectation);
// "actief, ernst midden"; "40%".
[[nodiscard]] Localized describe(const CameOut& came_out, const model::Expectation& expectation);

}  // namespace wegwijzer::examples
