#include "dsl/mutation/alike_students.h"

#include <algorithm>

namespace wegwijzer::mutation {

namespace {

// Its place among those that were seen, from 1; a new one is added.
template <class Value, class IsSame>
std::uint32_t place_among(std::vector<Value>& seen, const Value& value, IsSame is_same) {
    const auto found = std::ranges::find_if(seen, [&](const Value& other) { return is_same(other, value); });
    const auto place = static_cast<std::uint32_t>(found - seen.begin()) + 1;
    if (found == seen.end()) seen.push_back(value);
    return place;
}

bool is_same_series(const model::ExampleSeries& left, const model::ExampleSeries& right) {
    return left.complete_to == right.complete_to &&
           std::ranges::equal(left.events, right.events, {}, &model::ExampleEvent::values,
                              &model::ExampleEvent::values);
}

}  // namespace

AlikeStudents::AlikeStudents(const model::RuleSet& rules)
    : rules_(rules), reads_(model::find_provenance(rules).signals), numbers_(rules.signals.size()) {}

std::uint32_t AlikeStudents::number_of(const model::Example& example, model::SignalId signal) {
    // The start is behind every day of study and every period that counts from it.
    Key key = {place_among(days_, example.on, std::equal_to<>()), value_of(example, rules_.schema->start)};
    for (const model::FieldUse& use : reads_[signal.index()])
        key.push_back(use.student_field ? value_of(example, use.student_field) : events_of(example, use.series));
    auto& numbers = numbers_[signal.index()];
    return numbers.try_emplace(std::move(key), static_cast<std::uint32_t>(numbers.size())).first->second;
}

std::uint32_t AlikeStudents::value_of(const model::Example& example, FieldId field) {
    const auto given = std::ranges::find(example.fields, field, &model::ExampleField::field);
    if (given == example.fields.end()) return 0;
    return place_among(values_[field], given->value, std::equal_to<>());
}

std::uint32_t AlikeStudents::events_of(const model::Example& example, SeriesId series) {
    const auto given = std::ranges::find(example.series, series, &model::ExampleSeries::series);
    return given == example.series.end() ? 0 : place_among(events_[series], *given, is_same_series);
}

}  // namespace wegwijzer::mutation
