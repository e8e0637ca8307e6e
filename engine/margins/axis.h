// Values of a field as points on a line: numbers in micros, days times 10^6; and the grid of values that people fill in.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/ratio.h"
#include "engine/model/rule_set.h"
#include "engine/records/schema.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

using Point = std::int64_t;

struct Axis {
    FieldKind kind = FieldKind::number;
    Point step = 1;  // docs/decisions.md: a cijfer 0,1, a percentage 1%, a getal 0,1, a geheel 1, days 1
    std::optional<Point> lowest;
    std::optional<Point> highest;

    [[nodiscard]] bool holds(Point point) const {
        return (!lowest || *lowest <= point) && (!highest || point <= *highest);
    }
    // Nothing lies between two steps.
    [[nodiscard]] bool is_whole() const {
        return kind == FieldKind::integer || kind == FieldKind::duration || kind == FieldKind::date;
    }
};
// std::nullopt for a field whose values lie on no line (ja/nee, keuze, tekst).
[[nodiscard]] std::optional<Axis> axis_of(const FieldType& type);

[[nodiscard]] std::optional<Point> point_of(const model::FieldValue& value);
[[nodiscard]] model::FieldValue value_at(const Axis& axis, Point point);

// A value that a rule compares with, between two neighbouring points when it is no point itself.
struct Threshold {
    bool is_date = false;
    Point low = 0;
    Point high = 0;
};
[[nodiscard]] std::optional<Threshold> threshold_of(const trace::Value& value, const std::optional<Ratio>& exact);
// The points at and around a threshold on which an answer can turn: itself, and the nearest two of the grid on either side.
void add_points_around(const Axis& axis, Point low, Point high, std::vector<Point>& points);

// micros of numerator / denominator, down. Precondition: denominator > 0.
[[nodiscard]] Int128 floor_division(Int128 numerator, Int128 denominator);

}  // namespace wegwijzer::margins
