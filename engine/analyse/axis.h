// Which values an expression can have. Numbers, percentages, durations and dates lie on a line, with bounds
// and a step; the rest are names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/model/rule_set.h"

namespace wegwijzer::analyse {

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

// Of an expression over the data that `schema` describes. Nothing where something in the term was reported.
[[nodiscard]] std::optional<Axis> axis_of(const model::RuleSet& rules, const Schema& schema, model::ExprId term);
// What a field can hold, as it is read; without its type in rules.
[[nodiscard]] Axis axis_of(const FieldType& field);

// The value of an expression that is the same for every student: a literal, or a parameter that no line sets for some.
[[nodiscard]] std::optional<model::Constant> fixed_value(const model::RuleSet& rules, model::ExprId value);
// Its place on a line; nothing for what does not lie on one.
[[nodiscard]] std::optional<std::int64_t> place_on_line(const model::Constant& value);

}  // namespace wegwijzer::analyse
