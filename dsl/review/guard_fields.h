// F304 to F306: fields that tell groups of people apart without a privacy class, and results of tests that a rule may read.
#pragma once

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::review {

void guard_fields(const Compilation& compilation, Diagnostics& findings);

}  // namespace wegwijzer::review
