#include "engine/margins/axis.h"

#include <limits>

#include "engine/trace/comparison.h"

namespace wegwijzer::margins {
namespace {

constexpr Point unit = Decimal::one_in_micros;

Point point_of_day(Date date) { return date.days() * unit; }

std::optional<Point> fitting(Int128 value) {
    // Room for a few steps up and down.
    constexpr Int128 most = std::numeric_limits<Point>::max() / 4;
    if (value < -most || value > most) return std::nullopt;
    return static_cast<Point>(value);
}

}  // namespace

Int128 floor_division(Int128 numerator, Int128 denominator) {
    const Int128 whole = numerator / denominator;
    return whole * denominator > numerator ? whole - 1 : whole;
}

std::optional<Axis> axis_of(const FieldType& type) {
    Axis axis;
    axis.kind = type.kind;
    if (type.lowest) axis.lowest = type.lowest->micros();
    if (type.highest) axis.highest = type.highest->micros();
    switch (type.kind) {
        case FieldKind::number: axis.step = unit / 10; break;
        case FieldKind::grade:
            axis.step = unit / 10;
            if (!axis.lowest) axis.lowest = unit;
            if (!axis.highest) axis.highest = 10 * unit;
            break;
        case FieldKind::percentage:
            axis.step = unit / 100;
            if (!axis.lowest) axis.lowest = 0;
            if (!axis.highest) axis.highest = unit;
            break;
        case FieldKind::duration:
            axis.step = unit;
            if (!axis.lowest) axis.lowest = 0;
            break;
        case FieldKind::integer: axis.step = unit; break;
        case FieldKind::date:
            axis.step = unit;
            axis.lowest = point_of_day(Date::earliest());
            axis.highest = point_of_day(Date::latest());
            break;
        case FieldKind::key:
        case FieldKind::text:
        case FieldKind::boolean:
        case FieldKind::choice: return std::nullopt;
    }
    return axis;
}

std::optional<Point> point_of(const model::FieldValue& value) {
    if (const auto* number = std::get_if<Decimal>(&value)) return fitting(number->micros());
    if (const auto* date = std::get_if<Date>(&value)) return point_of_day(*date);
    return std::nullopt;
}

model::FieldValue value_at(const Axis& axis, Point point) {
    if (axis.kind == FieldKind::date) return Date::from_days(static_cast<std::int32_t>(point / unit));
    return Decimal::from_micros(point);
}

std::optional<Threshold> threshold_of(const trace::Value& value, const std::optional<Ratio>& exact) {
    Threshold threshold;
    if (const auto* date = std::get_if<Date>(&value)) {
        threshold.is_date = true;
        threshold.low = threshold.high = point_of_day(*date);
        return threshold;
    }
    const std::optional<Decimal> number = trace::number_of(value);
    if (!number) return std::nullopt;
    Int128 low = number->micros();
    Int128 high = low;
    if (exact) {
        low = floor_division(exact->numerator * unit, exact->denominator);
        high = low * exact->denominator == exact->numerator * unit ? low : low + 1;
    }
    const std::optional<Point> from = fitting(low);
    const std::optional<Point> to = fitting(high);
    if (!from || !to) return std::nullopt;
    threshold.low = *from;
    threshold.high = *to;
    return threshold;
}

void add_points_around(const Axis& axis, Point low, Point high, std::vector<Point>& points) {
    const auto add = [&](Int128 point) {
        if (const auto fits = fitting(point); fits && axis.holds(*fits)) points.push_back(*fits);
    };
    if (!axis.is_whole() && low == high) add(low);
    const Int128 below = floor_division(low, axis.step) * axis.step;
    const Int128 above = -floor_division(-static_cast<Int128>(high), axis.step) * axis.step;
    for (const Int128 point : {below - axis.step, below, above, above + axis.step}) add(point);
}

}  // namespace wegwijzer::margins
