// F300 to F303: names and texts that exclude, say what a student is, tell how it will end, or name a cause. Advice is for a
// person, says what was seen, and says what goes together (docs/language.md section 6, "A recommendation is advice to a person").
#pragma once

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::review {

void guard_wording(const Compilation& compilation, Diagnostics& findings);

}  // namespace wegwijzer::review
