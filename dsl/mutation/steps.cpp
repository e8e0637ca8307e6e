#include "dsl/mutation/steps.h"

#include <algorithm>
#include <optional>

#include "engine/analyse/axis.h"

namespace wegwijzer::mutation {

namespace {

constexpr std::int64_t whole = Decimal::one_in_micros;

std::int64_t step_of(Decimal value, const model::ValueType& type) {
    std::int64_t step = whole;
    if (type.kind == model::ValueKind::grade) step = whole / 10;
    if (type.kind == model::ValueKind::percentage || type.kind == model::ValueKind::points) step = whole / 100;
    while (step > 1 && value.micros() % step != 0) step /= 10;
    return step;
}

}  // namespace

std::vector<model::Constant> steps_of(const model::RuleSet& rules, const model::Constant& value,
                                      const model::ValueType& against, bool is_ordered) {
    std::vector<model::Constant> result;
    for (const int direction : {-1, 1}) {
        if (const auto* number = std::get_if<Decimal>(&value)) {
            const auto other = add(*number, Decimal::from_micros(direction * step_of(*number, against)));
            if (other && *other >= Decimal()) result.emplace_back(*other);
        } else if (const auto* day = std::get_if<Date>(&value)) {
            if (const auto other = add_days(*day, direction)) result.emplace_back(*other);
        } else if (const auto* length = std::get_if<Length>(&value)) {
            if (length->count + direction >= 1) result.emplace_back(Length{length->count + direction, length->unit});
        } else if (const auto* choice = std::get_if<model::ChoiceValue>(&value); choice != nullptr && is_ordered) {
            const model::ChoiceDomain& domain = rules.choice_domains[against.choices.index()];
            const std::int64_t other = static_cast<std::int64_t>(choice->index) + direction;
            if (domain.ordered && other >= 0 && other < static_cast<std::int64_t>(domain.names.size()))
                result.emplace_back(model::ChoiceValue{static_cast<std::uint32_t>(other)});
        } else if (const auto* severity = std::get_if<model::Severity>(&value); severity != nullptr && is_ordered) {
            const int other = static_cast<int>(*severity) + direction;
            if (other >= 1 && other <= 3) result.emplace_back(static_cast<model::Severity>(other));
        }
    }
    return result;
}

bool is_within(const model::Parameter& parameter, const model::Constant& value) {
    const auto place = [](const std::optional<model::Constant>& of) -> std::optional<std::int64_t> {
        if (!of) return std::nullopt;
        if (const auto* length = std::get_if<Length>(&*of)) return length->count;
        return analyse::place_on_line(*of);
    };
    const auto at = place(value);
    const auto lowest = place(parameter.lowest);
    const auto highest = place(parameter.highest);
    return at && (!lowest || *lowest <= *at) && (!highest || *at <= *highest);
}

}  // namespace wegwijzer::mutation
