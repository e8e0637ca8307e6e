#include "engine/examples/subject.h"

#include <utility>
#include <variant>

#include "engine/change/change.h"

namespace wegwijzer::examples {
namespace {

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
        if (field.field != schema->key) change::set(builder, field.field, field.value);
    }
    for (const model::ExampleSeries& series : example.series) {
        builder.supply(series.series);
        if (series.complete_to) builder.complete_to(series.series, *series.complete_to);
        for (const model::ExampleEvent& event : series.events) {
            builder.add_event(series.series, 0);
            for (std::size_t field = 0; field < event.values.size(); ++field) {
                if (event.values[field]) {
                    change::set(builder, series.series, SeriesFieldId(field), *event.values[field]);
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
