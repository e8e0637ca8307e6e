#include "engine/margins/candidates.h"

#include <algorithm>
#include <string>

namespace wegwijzer::margins {
namespace {

// The boundary at tried[at], seen from its neighbour tried[before] without the effect. `outward` is +1 or -1.
Wanted boundary_at(const Axis& axis, const std::vector<Tried>& tried, std::size_t at, int outward, const Goal& goal) {
    Wanted wanted;
    wanted.value = value_at(axis, tried[at].point);
    const auto is_reached = [&](const Tried& one) { return goal.is_reached(one.state); };
    const bool goes_on = outward > 0
                             ? std::all_of(tried.begin() + static_cast<std::ptrdiff_t>(at), tried.end(), is_reached)
                             : std::all_of(tried.begin(), tried.begin() + static_cast<std::ptrdiff_t>(at), is_reached);
    if (!goes_on) return wanted;
    wanted.boundary = outward > 0 ? Boundary::at_least : Boundary::at_most;
    const bool has_before = outward > 0 ? at > 0 : at + 1 < tried.size();
    if (!has_before || axis.is_whole()) return wanted;
    // Closer than a step, or on the grid right beside it: nothing that people fill in lies between.
    const Tried& before = tried[outward > 0 ? at - 1 : at + 1];
    const Point distance = outward > 0 ? tried[at].point - before.point : before.point - tried[at].point;
    if (distance <= axis.step && !is_reached(before)) wanted.beyond = value_at(axis, before.point);
    return wanted;
}

Point distance(Point one, Point other) { return one < other ? other - one : one - other; }

}  // namespace

void sort_points(std::vector<Point>& points) {
    std::ranges::sort(points);
    points.erase(std::unique(points.begin(), points.end()), points.end());
}

std::optional<Wanted> nearest(const Axis& axis, const std::vector<Tried>& tried, Point from, const Goal& goal) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < tried.size(); ++i) {
        if (!goal.is_reached(tried[i].state)) continue;
        if (!best || distance(tried[i].point, from) < distance(tried[*best].point, from)) best = i;
    }
    if (!best) return std::nullopt;
    return boundary_at(axis, tried, *best, tried[*best].point > from ? 1 : -1, goal);
}

std::optional<Wanted> least_far(const Axis& axis, const std::vector<Tried>& tried, Point from, const Goal& goal) {
    std::optional<Wanted> best;
    Point best_distance = 0;
    bool all = !tried.empty();
    for (std::size_t i = 0; i < tried.size(); ++i) {
        if (!goal.is_reached(tried[i].state)) {
            all = false;
            continue;
        }
        for (const int outward : {1, -1}) {
            const bool has_before = outward > 0 ? i > 0 : i + 1 < tried.size();
            if (!has_before || goal.is_reached(tried[outward > 0 ? i - 1 : i + 1].state)) continue;
            const Point far = distance(tried[i].point, from);
            if (best && best_distance <= far) continue;
            best = boundary_at(axis, tried, i, outward, goal);
            best_distance = far;
        }
    }
    if (!all) return best;
    // Whatever the value: the one that people would see next.
    const auto closest =
        std::ranges::min_element(tried, {}, [from](const Tried& one) { return distance(one.point, from); });
    Wanted wanted;
    wanted.boundary = Boundary::any;
    wanted.value = value_at(axis, closest->point);
    return wanted;
}

void settle_beyond(const Axis& axis, Wanted& wanted, const Goal& goal, const std::function<State(Point)>& state_at) {
    const std::optional<Point> beyond = wanted.beyond ? point_of(*wanted.beyond) : std::nullopt;
    if (!beyond) return;
    const Point next = wanted.boundary == Boundary::at_least ? *beyond + 1 : *beyond - 1;
    if (!axis.holds(next) || !goal.is_reached(state_at(next))) wanted.beyond.reset();
}

std::vector<Option> options_of(const FieldType& type, const std::vector<std::string>& texts) {
    std::vector<Option> options;
    switch (type.kind) {
        case FieldKind::boolean: return {{true}, {false}};
        case FieldKind::choice:
            for (std::uint32_t i = 0; i < type.choices.size(); ++i) options.push_back({model::ChoiceValue{i}});
            return options;
        case FieldKind::key:
        case FieldKind::text: {
            std::string other = "anders";
            for (const std::string& text : texts) options.push_back({text});
            while (std::ranges::find(texts, other) != texts.end()) other += '.';
            options.push_back({other, true});
            return options;
        }
        default: return {};
    }
}

std::optional<Wanted> chosen(const std::vector<Option>& options, const std::vector<bool>& reached,
                             std::optional<std::size_t> preferred) {
    std::optional<std::size_t> stand_in;
    std::optional<std::size_t> first;
    bool all = true;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (!reached[i]) {
            all = false;
            continue;
        }
        if (options[i].stands_for_others) stand_in = i;
        if (!first) first = i;
    }
    if (!first) return std::nullopt;
    if (preferred && reached[*preferred]) first = preferred;
    Wanted wanted;
    wanted.value = options[*first].value;
    if (all && options.size() > 1) {
        wanted.boundary = Boundary::any;
        return wanted;
    }
    const bool is_other = stand_in.has_value();
    wanted.boundary = is_other ? Boundary::other : Boundary::exactly;
    if (is_other) wanted.value = options[*stand_in].value;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (is_other ? !reached[i] : reached[i] && i != *first) wanted.others.push_back(options[i].value);
    }
    return wanted;
}

}  // namespace wegwijzer::margins
