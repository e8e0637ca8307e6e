// `vast`: a value that is written where a type is known: of a parameter, a stel line, a voorbeeld.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Reports a value that doesn't fit the type. `name` is what has the type.
std::optional<model::Constant> check_constant(Context& context, const ast::File& file, ast::ExprId id,
                                              const ResolvedType& type, const std::string& name);
// A value for the parameter with this index, in a stel line: of its type, in its unit, within its bounds.
std::optional<model::Constant> check_parameter_value(Context& context, const ast::File& file, ast::ExprId id,
                                                     std::size_t index);
// `4 weken`, or nothing.
[[nodiscard]] std::optional<Length> length_literal(const ast::File& file, ast::ExprId id);
// Nothing when the two have no order (texts, ja/nee, durations in unlike units).
[[nodiscard]] std::optional<std::strong_ordering> compare_constants(const model::Constant& left,
                                                                    const model::Constant& right);

}  // namespace wegwijzer::checking
