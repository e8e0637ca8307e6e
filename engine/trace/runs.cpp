// What looks at events in their order: windows that an event opens (`in enige`), and rows of events or days (`langste rij`).
#include <algorithm>

#include "engine/calendar/period.h"
#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {

bool Evaluation::is_any(const model::Selection& selection) const {
    return !selection.period.is_none() && rules_.period(selection.period).kind == model::Period::Kind::any;
}

template <class Measure>
Int128 Evaluation::highest_window(const model::Selection& selection, std::vector<const Candidate*> events, Step* step,
                                  Measure measure) {
    std::erase_if(events, [](const Candidate* event) { return !event->date; });
    std::ranges::stable_sort(events, {}, [](const Candidate* event) { return *event->date; });
    Step not_shown;
    const std::optional<Length> length = length_of(rules_.period(selection.period).length, not_shown);
    std::optional<Int128> highest;
    for (const Candidate* opening : events) {
        const std::optional<DateInterval> window =
            window_from(rules_.calendars, reference_date_, length.value_or(Length{}), *opening->date);
        if (!window) continue;
        std::vector<const Candidate*> inside;
        std::ranges::copy_if(events, std::back_inserter(inside),
                             [&](const Candidate* event) { return window->contains(*event->date); });
        const Int128 outcome = measure(inside);
        if (highest && outcome <= *highest) continue;
        highest = outcome;
        if (step != nullptr) step->found_days = window;
    }
    return highest.value_or(0);
}

// The highest without and with the events that may count; an undated one adds one to the upper end.
Value Evaluation::count_in_any(const model::Selection& selection, const Chosen& chosen, Step& step) {
    const auto size = [](const std::vector<const Candidate*>& inside) { return static_cast<Int128>(inside.size()); };
    std::vector<const Candidate*> all = chosen.in;
    all.insert(all.end(), chosen.maybe.begin(), chosen.maybe.end());
    const auto undated = std::ranges::count_if(all, [](const Candidate* event) { return !event->date; });
    const Int128 low = highest_window(selection, chosen.in, &step, size);
    const Int128 high = highest_window(selection, all, nullptr, size) + undated;
    return as_count(selection, chosen, static_cast<std::size_t>(low), static_cast<std::size_t>(high), step);
}

// Precondition: some events are in, none is maybe.
Value Evaluation::sum_in_any(const model::Aggregate& node, const model::Expr& expr, const Chosen& chosen, Step& step) {
    const Int128 highest =
        highest_window(node.selection, chosen.in, &step, [&](const std::vector<const Candidate*>& inside) {
            Int128 sum = 0;
            for (const Candidate* event : inside) sum += number_of(field_of(node, *event)).value_or(Decimal{}).micros();
            return sum;
        });
    const std::optional<Decimal> rounded = Ratio::average(highest, 1).rounded();
    if (rounded) return *rounded;
    fail(step, model::FaultKind::overflow, expr);
    return Unknown{};
}

namespace {

struct Run {
    std::size_t length = 0;
    std::optional<DateInterval> days;
};
// One place in a row: an event, or a working day.
struct Place {
    Date day;
    Tri passes = Tri::no;
};

// `open_passes`: does an unknown one count as passing?
Run longest(const std::vector<Place>& places, bool open_passes) {
    Run best;
    Run now;
    for (const Place& place : places) {
        if (place.passes == Tri::no || (place.passes == Tri::unknown && !open_passes)) {
            now = {};
            continue;
        }
        if (now.length++ == 0) now.days = DateInterval{place.day, place.day};
        now.days->to = place.day;
        if (now.length > best.length) best = now;
    }
    return best;
}

// The working days from the first to the last day of `events`, and whether an event passes on each.
std::vector<Place> working_days(const Calendars& calendars, const std::vector<Place>& events) {
    std::vector<Place> days;
    if (events.empty()) return days;
    const auto by_day = [](const Place& left, const Place& right) { return left.day < right.day; };
    const auto [first, last] = std::ranges::minmax_element(events, by_day);
    for (std::optional<Date> day = first->day; day && *day <= last->day; day = add_days(*day, 1)) {
        if (!calendars.is_working_day(*day)) continue;
        Place place{*day, Tri::no};
        for (const Place& event : events) {
            if (event.day == *day) place.passes = tri_or(place.passes, event.passes);
        }
        days.push_back(place);
    }
    return days;
}

}  // namespace

Value Evaluation::longest_run(const model::Aggregate& node, Step& step) {
    std::optional<std::vector<Candidate>> candidates = select(node.selection, &node, step);
    if (!candidates) return Unknown{};
    const Chosen chosen = choose(node.selection, *candidates, step.days);
    look_at(step, *candidates);
    note_completeness(node.selection, step);
    explain_maybe(node.selection, chosen, true, step);
    const auto lacks_date = [](const Candidate* event) { return !event->date; };
    const bool is_undated = std::ranges::any_of(chosen.in, lacks_date) || std::ranges::any_of(chosen.maybe, lacks_date);
    if (is_undated) {
        for (const Candidate* event : chosen.in) {
            if (lacks_date(event)) {
                add(step.missing, missing_series_field(node.selection.series,
                                                       rules_.schema->series_of(node.selection.series).date_field));
            }
        }
        return Unknown{};
    }
    std::vector<Place> places;  // of the dated events in the period, in their order, those that fail as well
    for (const Candidate& event : *candidates) {
        if (event.date && event.seen.in_period == Tri::yes) places.push_back({*event.date, event.seen.passes});
    }
    if (node.function == model::AggregateFunction::longest_run_days) places = working_days(rules_.calendars, places);
    const Run certain = longest(places, false);
    const Run possible = longest(places, true);
    step.found_days = certain.days;
    if (certain.length == possible.length) return Decimal::from_integer(static_cast<std::int64_t>(certain.length));
    return CountRange{static_cast<std::int64_t>(certain.length), static_cast<std::int64_t>(possible.length)};
}

}  // namespace wegwijzer::trace
