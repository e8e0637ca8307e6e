// The dated events behind a value.
#include <algorithm>

#include "engine/explain/comparisons.h"
#include "engine/explain/condition_lines.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {
namespace {

std::optional<Ratio> number_of(const FieldType& type, const Column& column, std::size_t row) {
    if (!column.is_known(row)) return std::nullopt;
    switch (type.kind) {
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration:
        case FieldKind::number:
        case FieldKind::integer: return Ratio::of(column.decimal_at(row));
        case FieldKind::key:
        case FieldKind::text:
        case FieldKind::choice:
        case FieldKind::date:
        case FieldKind::boolean: break;
    }
    return std::nullopt;
}

}  // namespace

Tri ConditionLines::counts_of(const model::Selection& selection, const trace::EventSeen& event) const {
    const Tri counts = tri_and(event.passes, event.in_period);
    if (!selection.of_signals()) return counts;
    // An undetermined signal may or may not be there.
    const bool is_open = trace_.outcome.signals[event.row].status == model::SignalStatus::undetermined;
    return is_open ? tri_and(counts, Tri::unknown) : counts;
}

std::vector<ConditionLines::LookedAt> ConditionLines::fields_looked_at(const model::Selection& selection,
                                                                       SeriesFieldId field,
                                                                       const std::vector<Ratio>& thresholds) {
    const Series& series = rules_.schema->series_of(selection.series);
    std::vector<LookedAt> all(series.fields.size());
    const auto look_at = [&](SeriesFieldId id, const std::vector<Ratio>& more) {
        LookedAt& one = all[id.index()];
        one.field = id;
        one.thresholds.insert(one.thresholds.end(), more.begin(), more.end());
    };
    if (!field.is_none()) look_at(field, thresholds);
    std::vector<model::ExprId> work;
    if (!selection.filter.is_none()) work.push_back(selection.filter);
    while (!work.empty()) {
        const model::ExprId id = work.back();
        work.pop_back();
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* event = std::get_if<model::EventFieldValue>(&node)) {
            // Only what does not change from event to event is a threshold.
            std::vector<model::ExprId> others = compared_with(rules_, {selection.filter}, id);
            std::erase_if(others, [&](model::ExprId other) {
                const model::ExprNode& written = rules_.expr(other).node;
                return !std::holds_alternative<model::Literal>(written) &&
                       !std::holds_alternative<model::ParameterValue>(written);
            });
            look_at(event->field, values_of(others));
        }
        model::for_each_child(rules_, node, [&](model::ExprId child) { work.push_back(child); });
    }
    std::erase_if(all, [&](const LookedAt& one) { return one.field.is_none() || one.field == series.date_field; });
    return all;
}

// Of a window or a row only the events in it are shown.
bool ConditionLines::lies_in(const std::optional<DateInterval>& days, const model::Selection& selection,
                             const trace::EventSeen& event) const {
    if (!days || selection.of_signals()) return true;
    const SeriesFieldId date_field = rules_.schema->series_of(selection.series).date_field;
    const Column& dates = cohort_.series[selection.series.index()].columns[date_field.index()];
    return !dates.is_known(event.row) || days->contains(dates.date_at(event.row));
}

EventShown ConditionLines::event_shown(SeriesId id, const std::vector<LookedAt>& fields, std::uint32_t row,
                                       const Node& place) const {
    const Series& series = rules_.schema->series_of(id);
    const SeriesData& data = cohort_.series[id.index()];
    const Column& dates = data.columns[series.date_field.index()];
    EventShown event;
    event.row = row;
    if (dates.is_known(row)) event.date = dates.date_at(row);
    event.day = event.date ? event_day(place, *event.date, reference_date_, language_)
                           : (place / "day").shows(say("zonder datum", "without a date"));
    for (const auto& [field, thresholds] : fields) {
        const Field& declared = series.fields[field.index()];
        const Column& column = data.columns[field.index()];
        event.fields.push_back(
            {field,
             (place / "values" / declared.name).shows(format_field(declared.type, column, row, language_, thresholds)),
             number_of(declared.type, column, row)});
    }
    return event;
}

void ConditionLines::add_events(const model::Selection& selection, SeriesFieldId field, const trace::Step& step,
                                ConditionLine& line) {
    const auto blocks = std::ranges::count_if(
        line.details, [](const Detail& detail) { return std::holds_alternative<EventsShown>(detail); });
    const Node place = at(line, "events") / static_cast<std::size_t>(blocks);
    EventsShown shown;
    shown.node = place.path();
    shown.series = selection.series;
    shown.field = field;
    if (const auto* aggregate = std::get_if<model::Aggregate>(&rules_.expr(step.expr).node)) {
        using enum model::AggregateFunction;
        shown.is_about_each = aggregate->function == average || aggregate->function == highest ||
                              aggregate->function == lowest || aggregate->function == first ||
                              aggregate->function == last;
    }
    std::vector<LookedAt> fields;
    if (selection.of_signals()) {
        shown.name = say("signalen", "signals");
    } else {
        shown.name = rules_.schema->series_of(selection.series).plural;
        fields = fields_looked_at(selection, field, thresholds_of(step.expr));
    }
    for (const LookedAt& one : fields) {
        for (const Ratio& threshold : one.thresholds) shown.thresholds.push_back({one.field, threshold});
    }
    for (const trace::EventSeen& event : step.events) {
        const Node event_place = place / shown.events.size();
        EventShown one;
        const Tri counts = counts_of(selection, event);
        if (selection.of_signals()) {
            if (counts == Tri::no) continue;  // the reader may not be one to know of it
            one.row = event.row;
            one.day = (event_place / "title").shows(title_of(rules_.signals[event.row]));
        } else {
            one = event_shown(selection.series, fields, event.row, event_place);
        }
        one.counts = counts;
        const bool is_elsewhere = one.counts == Tri::yes && !lies_in(step.found_days, selection, event);
        if (event.skipped || is_elsewhere) one.counts = Tri::no;
        shown.events.push_back(std::move(one));
    }
    const auto days = [&](const char* name, const DateInterval& interval) {
        return DaysShown{interval, (place / name / "from").shows(format_date(interval.from, language_)),
                         (place / name / "to").shows(format_date(interval.to, language_))};
    };
    // Without a year to cut it off, `in enige` looks at all days there are.
    if (step.days && step.days->from > Date::earliest()) shown.window = days("window", *step.days);
    if (step.earlier_days) shown.earlier_window = days("earlier_window", *step.earlier_days);
    if (step.found_days) {
        shown.found = days("found", *step.found_days);
        shown.found_is_window =
            !selection.period.is_none() && rules_.period(selection.period).kind == model::Period::Kind::any;
    }
    if (step.complete_to && !selection.of_signals()) {
        shown.complete_to_day = step.complete_to;
        shown.complete_to = (place / "complete_to")
                                .shows(texts::complete_to(rules_.schema->series_of(selection.series), *step.complete_to,
                                                          reference_date_)
                                           .in(language_));
    }
    line.details.emplace_back(std::move(shown));
}

}  // namespace wegwijzer::explain
