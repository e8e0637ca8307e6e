#include "engine/margins/promise.h"

#include <algorithm>
#include <iterator>

#include "engine/margins/candidates.h"

namespace wegwijzer::margins {
namespace {

// Of one part more values than this are not tried in combination: every so many-th.
constexpr std::size_t most_alternatives = 64;

bool is_promised(const Wanted& wanted, const model::FieldValue& value) {
    const bool is_named = std::ranges::find(wanted.others, value) != wanted.others.end();
    switch (wanted.boundary) {
        case Boundary::exactly: return value == wanted.value || is_named;
        case Boundary::any: return true;
        case Boundary::other: return !is_named;
        case Boundary::at_least:
            return wanted.beyond ? point_of(value) > point_of(*wanted.beyond)
                                 : point_of(value) >= point_of(wanted.value);
        case Boundary::at_most: break;
    }
    return wanted.beyond ? point_of(value) < point_of(*wanted.beyond) : point_of(value) <= point_of(wanted.value);
}

// Values at which an answer may turn, those next to a boundary among them.
std::vector<model::FieldValue> values_of(const FieldType& type, const Thresholds& thresholds, const Wanted& wanted) {
    std::vector<model::FieldValue> values;
    const std::optional<Axis> axis = axis_of(type);
    if (!axis) {
        for (Option& option : options_of(type, thresholds.texts)) values.push_back(std::move(option.value));
        values.insert(values.end(), wanted.others.begin(), wanted.others.end());
        return values;
    }
    std::vector<Point> points;
    for (const Threshold& one : thresholds.numbers) {
        if (one.is_date == (axis->kind == FieldKind::date)) add_points_around(*axis, one.low, one.high, points);
    }
    if (axis->kind != FieldKind::date) {
        if (axis->lowest) points.push_back(*axis->lowest);
        if (axis->highest) points.push_back(*axis->highest);
    }
    if (const auto beyond = wanted.beyond ? point_of(*wanted.beyond) : std::nullopt) {
        const Point next = wanted.boundary == Boundary::at_least ? *beyond + 1 : *beyond - 1;
        if (axis->holds(next)) points.push_back(next);
    }
    sort_points(points);
    for (const Point point : points) values.push_back(value_at(*axis, point));
    return values;
}

std::vector<Wanted*> wanted_of(PairOffer::Part& part) {
    std::vector<Wanted*> all;
    if (auto* field = std::get_if<FieldOffer>(&part)) {
        all.push_back(&field->wanted);
    } else {
        for (EventOffer::Field& one : std::get<EventOffer>(part).fields) all.push_back(&one.wanted);
    }
    return all;
}

// The part with each of the values that it names; of an event, one field at a time.
std::vector<change::Changes> alternatives(const Judge& judge, const Thresholds& thresholds,
                                          const PairOffer::Part& part) {
    const Schema& schema = judge.schema();
    PairOffer::Part changed = part;
    std::vector<change::Changes> all = {changes_of(schema, part)};
    const std::vector<Wanted*> wanted = wanted_of(changed);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto* event = std::get_if<EventOffer>(&part);
        const FieldType& type = event != nullptr
                                    ? schema.series_of(event->series).fields[event->fields[i].field.index()].type
                                    : schema.field(std::get<FieldOffer>(part).field).type;
        const Wanted named = *wanted[i];
        for (model::FieldValue& value : values_of(type, thresholds, named)) {
            if (!is_promised(named, value)) continue;
            wanted[i]->value = std::move(value);
            all.push_back(changes_of(schema, changed));
        }
        *wanted[i] = named;
    }
    if (all.size() <= most_alternatives) return all;
    std::vector<change::Changes> some;
    for (std::size_t i = 0; i < most_alternatives; ++i) some.push_back(all[i * all.size() / most_alternatives]);
    return some;
}

bool holds(const Judge& judge, const Goal& goal, const Thresholds& thresholds, const PairOffer& pair) {
    std::vector<change::Changes> variants;
    const std::vector<change::Changes> seconds = alternatives(judge, thresholds, pair.parts[1]);
    for (const change::Changes& first : alternatives(judge, thresholds, pair.parts[0])) {
        for (const change::Changes& second : seconds) {
            change::Changes both = first;
            both.fields.insert(both.fields.end(), second.fields.begin(), second.fields.end());
            both.added.insert(both.added.end(), second.added.begin(), second.added.end());
            variants.push_back(std::move(both));
        }
    }
    return std::ranges::all_of(judge.states_with(variants, judge.reference_date()),
                               [&](const State& state) { return goal.is_reached(state); });
}

// Names the one value. A text that stands for all that no rule compares with names none.
void narrow(PairOffer::Part& part) {
    for (Wanted* wanted : wanted_of(part)) {
        if (wanted->boundary == Boundary::other && std::holds_alternative<std::string>(wanted->value)) continue;
        *wanted = {Boundary::exactly, wanted->value, std::nullopt, {}};
    }
}

}  // namespace

bool keep_promise(const Judge& judge, const Goal& goal, const Thresholds& thresholds, PairOffer& pair) {
    if (holds(judge, goal, thresholds, pair)) return true;
    const PairOffer wide = pair;
    for (std::size_t i = pair.parts.size(); i-- > 0;) {
        pair = wide;
        narrow(pair.parts[i]);
        if (holds(judge, goal, thresholds, pair)) return true;
    }
    narrow(pair.parts[1]);
    return holds(judge, goal, thresholds, pair);
}

}  // namespace wegwijzer::margins
