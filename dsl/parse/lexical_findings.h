// What the lexer found in one declaration, as it is to be told.
#pragma once

#include <cstddef>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

// Adds the lexer's findings, but for a mark that doesn't belong where it stands and was reported as such since there were `from`
// findings. The same mark, written otherwise all through a declaration, is one slip.
void add_lexical_findings(const Diagnostics& lexical, std::size_t from, Diagnostics& diagnostics);

}  // namespace wegwijzer::parsing
