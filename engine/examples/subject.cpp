#include "engine/examples/subject.h"

#include <utility>
#include <variant>

namespace wegwijzer::examples {
namespace {

// `set` of the builder for the student, or for the event added last.
template <class Set>
void store(const model::FieldValue& value, const Set& set) {
    if (const auto* truth = std::get_if<bool>(&value)) {
        set.boolean(*truth);
    } else if (const auto* number = std::get_if<Decimal>(&value)) {
        set.value(*number);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        set.value(*date);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        set.text(*text);
    } else if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        set.choice(choice->index);
    }
}

struct StudentField {
    CohortBuilder& builder;
    FieldId field;
    void boolean(bool truth) const { builder.set_boolean(field, truth); }
    template <class Value>
    void value(Value it) const {
        builder.set(field, it);
    }
    void text(const std::string& it) const { builder.set_text(field, it); }
    void choice(std::uint32_t index) const { builder.set_choice(field, index); }
};
struct EventField {
    CohortBuilder& builder;
    SeriesId series;
    SeriesFieldId field;
    void boolean(bool truth) const { builder.set_boolean(series, field, truth); }
    template <class Value>
    void value(Value it) const {
        builder.set(series, field, it);
    }
    void text(const std::string& it) const { builder.set_text(series, field, it); }
    void choice(std::uint32_t index) const { builder.set_choice(series, field, index); }
};

// The key may be left out.
std::string key_in(const Schema& schema, const model::Example& example) {
    for (const model::ExampleField& field : example.fields) {
        const auto* key = std::get_if<std::string>(&field.value);
        if (field.field == schema.key && key != nullptr && !key->empty()) return *key;
    }
    return "voorbeeld";
}

Cohort build_cohort(const std::shared_ptr<const Schema>& schema, const model::Example& example) {
    CohortBuilder builder(schema);
    builder.add_student(key_in(*schema, example));
    for (const model::ExampleField& field : example.fields) {
        if (field.field != schema->key) store(field.value, StudentField{builder, field.field});
    }
    for (const model::ExampleSeries& series : example.series) {
        builder.supply(series.series);
        if (series.complete_to) builder.complete_to(series.series, *series.complete_to);
        for (const model::ExampleEvent& event : series.events) {
            builder.add_event(series.series, 0);
            for (std::size_t field = 0; field < event.values.size(); ++field) {
                if (event.values[field]) {
                    store(*event.values[field], EventField{builder, series.series, SeriesFieldId(field)});
                }
            }
        }
    }
    return std::move(builder).finish();
}

}  // namespace

Subject build_subject(std::shared_ptr<const model::RuleSet> rules, const model::Example& example) {
    Subject subject;
    subject.on = example.on;
    subject.cohort = build_cohort(rules->schema, example);
    if (!example.settings.empty()) {
        auto own = std::make_shared<model::RuleSet>(*rules);
        for (const model::ExampleSetting& setting : example.settings) {
            // Read last, and without a condition: it counts, whatever stands before it.
            model::Override line;
            line.value = setting.value;
            line.origin = setting.origin;
            own->parameters[setting.parameter.index()].overrides.push_back(std::move(line));
        }
        rules = std::move(own);
    }
    subject.rules = std::move(rules);
    return subject;
}

}  // namespace wegwijzer::examples
