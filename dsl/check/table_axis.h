// Which values the term of a column of a tabel can have. Numbers, percentages, durations and dates lie on a line, with bounds
// and a step; the rest are names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "dsl/check/context.h"

namespace wegwijzer::checking {

struct Axis {
    enum class Kind : std::uint8_t { line, choice, boolean, text };
    Kind kind = Kind::line;
    model::ValueType type;
    // On a line, in micros or (dates) days: the ends, and how far apart values are. Decided exactly before rounding: no step.
    std::optional<std::int64_t> lowest;
    std::optional<std::int64_t> highest;
    std::int64_t step = 1;
    bool is_dense = false;
    // False: it is calculated, and not every value within the ends needs to occur.
    bool is_exact = true;
    bool can_be_unknown = true;
    bool is_count = false;  // may be known as a range

    [[nodiscard]] bool is_date() const { return type.kind == model::ValueKind::date; }
};

// Nothing where something in the term was reported.
[[nodiscard]] std::optional<Axis> axis_of(const Context& context, model::ExprId term);

// The value of an expression that is the same for every student: a literal, or a parameter that no line sets for some.
[[nodiscard]] std::optional<model::Constant> fixed_value(const Context& context, model::ExprId value);
// Its place on a line; nothing for what does not lie on one.
[[nodiscard]] std::optional<std::int64_t> place_on_line(const model::Constant& value);

}  // namespace wegwijzer::checking
