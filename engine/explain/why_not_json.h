// The explanation of a student as JSON (explanation_json.h), with `why_not` added: what was asked about and what comes of it.
#pragma once

#include "engine/explain/why_not.h"
#include "engine/json/writer.h"

namespace wegwijzer::explain {

// `asked` is of this explanation.
void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentExplanation>& explanation,
                const Asked& asked);

}  // namespace wegwijzer::explain
