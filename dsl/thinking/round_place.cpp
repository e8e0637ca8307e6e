#include "dsl/thinking/draft.h"
#include "engine/analyse/stretches.h"

namespace wegwijzer::thinking {

using analyse::Axis;
using analyse::open_above;
using analyse::open_below;
using analyse::Place;
using analyse::Stretch;

namespace {

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}
std::int64_t floor_half(std::int64_t half) { return half >= 0 ? half / 2 : -((-half + 1) / 2); }

std::vector<std::int64_t> grids(const Axis& axis) {
    if (axis.kind != Axis::Kind::line || axis.is_date()) return {1};
    if (axis.step == Decimal::one_in_micros) return {Decimal::one_in_micros};
    const bool is_share = axis.type.kind == model::ValueKind::percentage || axis.type.kind == model::ValueKind::points;
    std::vector<std::int64_t> result;
    for (std::int64_t step = is_share ? Decimal::one_in_micros / 10 : Decimal::one_in_micros; step >= 1; step /= 10)
        result.push_back(step);
    return result;
}

}  // namespace

std::optional<Place> round_place(const Axis& axis, const Stretch& where) {
    const bool is_open_below = where.from == open_below;
    const bool is_open_above = where.to == open_above;
    if (is_open_below && is_open_above) {
        if (axis.is_date()) return Date::from_calendar(2026, 9, 1)->days();
        return axis.kind == Axis::Kind::line ? Decimal::one_in_micros : 0;
    }
    const std::int64_t first = is_open_below ? open_below : floor_half(where.from + 1);
    const std::int64_t last = is_open_above ? open_above : floor_half(where.to);
    // The bounds of a field may lie beyond the places that are looked at.
    if (is_open_below && axis.highest && *axis.highest < last) return axis.highest;
    if (is_open_above && axis.lowest && first < *axis.lowest) return axis.lowest;
    for (const std::int64_t grid : grids(axis)) {
        // At the end that is known, the upper one of a stretch from the lowest value on.
        const bool from_above = is_open_below || (!is_open_above && axis.lowest && first == *axis.lowest);
        const std::int64_t place =
            from_above ? floor_to(last, grid) : (floor_to(first, grid) == first ? first : floor_to(first, grid) + grid);
        if ((is_open_below || first <= place) && (is_open_above || place <= last)) return place;
    }
    return std::nullopt;
}

}  // namespace wegwijzer::thinking
