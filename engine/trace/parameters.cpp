// The value of a parameter for this student: of the `stel` lines whose condition holds the last one read counts. A line
// with an unknown condition, read after it and giving another value, makes the parameter unknown.
#include <utility>
#include <vector>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
namespace {

Value value_of(const std::optional<model::Constant>& constant) {
    if (!constant) return Unknown{};  // an open choice that no line sets
    return std::visit([](const auto& value) { return Value{value}; }, *constant);
}

}  // namespace

StepId Evaluation::evaluate(model::ParameterId id) {
    StepId& known = parameters_[id.index()];
    if (!known.is_none()) return known;

    const model::Parameter& parameter = rules_.parameter(id);
    std::vector<Tri> conditions;
    Step result;
    result.parameter = id;
    for (const model::Override& line : parameter.overrides) {
        if (line.condition.is_none()) {
            conditions.push_back(Tri::yes);
            result.children.push_back({});
        } else {
            const std::optional<EventAtHand> event = std::exchange(event_, std::nullopt);
            const StepId condition = evaluate(line.condition);
            event_ = event;
            conditions.push_back(truth_of(step(condition).value));
            result.children.push_back(condition);
        }
    }

    result.value = value_of(parameter.value);
    std::size_t after = 0;  // the first line behind the one that counts
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        if (conditions[i] != Tri::yes) continue;
        result.value = value_of(parameter.overrides[i].value);
        after = i + 1;
    }
    const Value counts = result.value;
    for (std::size_t i = after; i < conditions.size(); ++i) {
        if (conditions[i] != Tri::unknown || value_of(parameter.overrides[i].value) == counts) continue;
        result.value = Unknown{};
        add(result.missing, step(result.children[i]).missing);
        add(result.faults, step(result.children[i]).faults);
    }
    known = record(std::move(result));
    return known;
}

}  // namespace wegwijzer::trace
