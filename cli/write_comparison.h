// A comparison or a sweep, in the form that was asked for.
#pragma once

#include "cli/output.h"
#include "engine/compare/differences.h"
#include "engine/compare/sweep.h"

namespace wegwijzer::cli {

void write_comparison(const Context& context, Output& output,
                      const explain::Visible<comparison::Comparison>& comparison);
void write_sweep(const Context& context, Output& output, const explain::Visible<comparison::Sweep>& sweep);

}  // namespace wegwijzer::cli
