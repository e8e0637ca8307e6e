// What could not be read was reported: what the check finds because of that is no second mistake.
#pragma once

#include <cstddef>

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Does this place hold something that could not be read?
[[nodiscard]] bool is_doubtful(const ast::File& file, Span span);

// The words that may have been declared on lines that could not be read, and the kinds of name of which one was lost.
void collect_lost_names(Context& context);

// Leaves out the findings since the first `found` that follow from what could not be read, and makes one of those that say
// the same of the same name.
void drop_follow_ups(Context& context, std::size_t found);

}  // namespace wegwijzer::checking
