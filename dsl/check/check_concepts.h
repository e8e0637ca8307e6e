// begrip and tabel: worked out on demand, because one may read another that stands later.
#pragma once

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Works out the begrip's expression and type; it must be untouched.
void check_concept(Context& context, std::uint32_t index);
// Works out the columns, cells and results of the tabel; it must be untouched.
void check_table(Context& context, std::uint32_t index);
// `again`, being checked, was met at `span`: reports the circle.
void report_circle(Context& context, OpenName again, Span span);

}  // namespace wegwijzer::checking
