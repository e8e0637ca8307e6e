// Does what was evaluated of a student already come out as a voorbeeld expects?
#pragma once

#include "engine/examples/subject.h"
#include "engine/model/example.h"
#include "engine/model/outcome.h"

namespace wegwijzer::examples {

// Precondition: no open choice is read.
[[nodiscard]] bool comes_out(const Subject& subject, const model::Example& example,
                             const model::StudentOutcome& outcome);
// Is all that it expects about signals by name? Of other signals nothing needs to be known then.
[[nodiscard]] bool is_about_signals(const model::Example& example);

}  // namespace wegwijzer::examples
