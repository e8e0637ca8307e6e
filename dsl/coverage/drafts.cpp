#include "dsl/coverage/drafts.h"

#include <algorithm>
#include <map>

#include "dsl/thinking/draft.h"

namespace wegwijzer::coverage {

using analyse::Atom;
using thinking::AtomValues;

namespace {

const model::EventFieldValue* event_field(const analyse::Formulas& formulas, analyse::AtomId id) {
    const Atom& atom = formulas.atom(id);
    if (atom.expr.is_none() || atom.kind == Atom::Kind::aggregate) return nullptr;
    return std::get_if<model::EventFieldValue>(&formulas.rules().expr(atom.expr).node);
}

std::optional<model::FieldValue> value_of(const analyse::Formulas& formulas, const FieldType& type,
                                          analyse::Place place) {
    switch (type.kind) {
        case FieldKind::boolean: return place == 1;
        case FieldKind::choice:
            if (place < 0 || place >= static_cast<analyse::Place>(type.choices.size())) return std::nullopt;
            return model::ChoiceValue{static_cast<std::uint32_t>(place)};
        case FieldKind::date:
            if (place < Date::earliest().days() || place > Date::latest().days()) return std::nullopt;
            return Date::from_days(static_cast<std::int32_t>(place));
        case FieldKind::key:
        case FieldKind::text: return formulas.text(place).value_or("x");
        default: return Decimal::from_micros(place);
    }
}

// The events that the values of a filter's fields make: one per series.
bool add_events(const analyse::Formulas& formulas, const AtomValues& values, model::Example& example) {
    std::map<SeriesId, model::ExampleEvent> events;
    const Schema& schema = *formulas.rules().schema;
    for (const auto& [id, its] : values) {
        const model::EventFieldValue* read = event_field(formulas, id);
        const Series& series = schema.series_of(read->series);
        model::ExampleEvent& event = events[read->series];
        if (event.values.empty()) {
            event.values.resize(series.fields.size());
            if (series.date_field) event.values[series.date_field.index()] = example.on;
        }
        std::optional<model::FieldValue>& value = event.values[read->field.index()];
        value.reset();
        if (!its.is_known) continue;
        const auto place = thinking::round_place(formulas.atom(id).axis, its.where);
        if (!place) return false;
        value = value_of(formulas, series.fields[read->field.index()].type, *place);
        if (!value) return false;
    }
    for (auto& [series, event] : events) {
        const bool is_all_unknown =
            std::ranges::none_of(event.values, [](const auto& value) { return value.has_value(); });
        if (is_all_unknown) return false;  // a row of nothing can't be written
        auto given = std::ranges::find(example.series, series, &model::ExampleSeries::series);
        if (given == example.series.end()) {
            example.series.push_back({series, {}, {}});
            given = example.series.end() - 1;
        }
        given->events.push_back(std::move(event));
    }
    return true;
}

}  // namespace

std::vector<model::Example> drafts_for(analyse::Formulas& formulas, const Wants& wants) {
    analyse::Question question(formulas);
    for (const Want& want : wants) question.want(want.formula, want.answers);
    if (question.ask() != analyse::Found::yes) return {};
    AtomValues of_student;
    AtomValues of_events;
    for (const auto& value : question.values()) {
        (event_field(formulas, value.first) == nullptr ? of_student : of_events).push_back(value);
    }
    std::vector<model::Example> drafts;
    for (const thinking::EventDay day : {thinking::EventDay::last, thinking::EventDay::first}) {
        std::optional<model::Example> draft = thinking::draft_example(formulas, of_student, day);
        if (draft && add_events(formulas, of_events, *draft)) drafts.push_back(std::move(*draft));
    }
    return drafts;
}

}  // namespace wegwijzer::coverage
