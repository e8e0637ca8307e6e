// begrip: types on demand, because a begrip may read another that stands later.
#pragma once

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Works out the begrip's expression and type; it must be untouched.
void check_concept(Context& context, std::uint32_t index);
// `again`, being checked, was met at `span`: reports the circle.
void report_concept_cycle(Context& context, model::ConceptId again, Span span);

}  // namespace wegwijzer::checking
