#include "tests/support/example_of.h"

#include <optional>

namespace wegwijzer::test {
namespace {

std::optional<model::FieldValue> value_at(const Column& column, std::size_t row) {
    if (!column.is_known(row)) return std::nullopt;
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return column.text_at(row);
        case FieldKind::date: return column.date_at(row);
        case FieldKind::boolean: return column.boolean_at(row);
        case FieldKind::choice: return model::ChoiceValue{static_cast<std::uint32_t>(column.raw_at(row))};
        default: return column.decimal_at(row);
    }
}

}  // namespace

model::Example example_of(const Cohort& cohort, std::size_t student, Date on) {
    model::Example example;
    example.on = on;
    example.origin = {SourceId(0), 0, 1};
    for (std::size_t i = 0; i < cohort.columns.size(); ++i) {
        if (const auto value = value_at(cohort.columns[i], student)) example.fields.push_back({FieldId(i), *value});
    }
    for (std::size_t i = 0; i < cohort.series.size(); ++i) {
        const SeriesData& data = cohort.series[i];
        if (!data.supplied_for(student)) continue;
        model::ExampleSeries given{SeriesId(i), data.complete_to, {}};
        for (std::uint32_t row = data.offsets[student]; row < data.offsets[student + 1]; ++row) {
            model::ExampleEvent event;
            for (const Column& column : data.columns) event.values.push_back(value_at(column, row));
            given.events.push_back(std::move(event));
        }
        example.series.push_back(std::move(given));
    }
    return example;
}

}  // namespace wegwijzer::test
