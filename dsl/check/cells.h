// A cell of a table in a voorbeeld, as a value of its field.
#pragma once

#include <optional>

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Nothing for an empty cell, and for one that doesn't fit, which is reported.
[[nodiscard]] std::optional<model::FieldValue> read_cell(Context& context, const ast::File& file, const ast::Cell& cell,
                                                         const Field& field);
// Reports a value outside the bounds of its field's type.
bool check_field_bounds(Context& context, const ast::File& file, Span span, const Field& field,
                        const model::FieldValue& value);

}  // namespace wegwijzer::checking
