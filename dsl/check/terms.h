// Terms of advice: a length of time in days of the calendar, after which something is due.
#pragma once

#include <optional>

#include "dsl/check/context.h"
#include "dsl/check/expressions.h"

namespace wegwijzer::checking {

// dagen, weken, werkdagen, maanden; anything else is reported, with a length that counts.
[[nodiscard]] bool check_term_unit(Context& context, const ast::File& file, Length length, Span span);

// termijn of `binnen` and `na`; none where it was reported.
[[nodiscard]] std::optional<model::LengthSource> term_length(Context& context, const ast::File& file,
                                                             ExpressionChecker& checker, const ast::LengthRef& ref);

}  // namespace wegwijzer::checking
