// From a type as it is written to the type of a field or of a value.
#pragma once

#include <optional>

#include "dsl/check/type.h"
#include "engine/records/schema.h"

namespace wegwijzer::checking {

struct ResolvedType {
    FieldType field;
    Type value;  // what an expression that reads it has
};

// Reports bounds that exclude everything and doubles in a keuze.
[[nodiscard]] ResolvedType resolve_type(Context& context, const ast::File& file, const ast::Type& type);
// The decimal of a bound (`-1,5`), or nothing.
[[nodiscard]] std::optional<Decimal> bound_value(const ast::File& file, ast::ExprId id);

}  // namespace wegwijzer::checking
