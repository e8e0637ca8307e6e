// What stands in a condition by itself: literals, fields, names, the reference date.
#include <utility>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
namespace {

// Precondition: is_known(row).
Value column_value(const Column& column, std::size_t row) {
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return column.text_at(row);
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: return column.decimal_at(row);
        case FieldKind::date: return column.date_at(row);
        case FieldKind::boolean: return column.boolean_at(row);
        case FieldKind::choice: return model::ChoiceValue{static_cast<std::uint32_t>(column.raw_at(row))};
    }
    return Unknown{};
}

Value value_in(const Column& column, std::size_t row) {
    return column.is_known(row) ? column_value(column, row) : Value{Unknown{}};
}

template <class T>
model::ChoiceValue choice_of(Id<T> id) {
    return id.is_none() ? no_choice : model::ChoiceValue{id.value};
}

}  // namespace

Value field_value(const Cohort& cohort, std::size_t student, FieldId field) {
    return value_in(cohort.columns[field.index()], student);
}

Value Evaluation::event_value(SeriesId series, SeriesFieldId field, std::uint32_t row) const {
    return value_in(cohort_.series[series.index()].columns[field.index()], row);
}

Value Evaluation::signal_value(model::SignalField field, std::uint32_t signal) const {
    const model::Signal& declared = rules_.signals[signal];
    switch (field) {
        case model::SignalField::weight: return declared.weight;
        case model::SignalField::factor: return choice_of(declared.factor);
        case model::SignalField::cluster:
            return declared.factor.is_none() ? no_choice : choice_of(rules_.factors[declared.factor.index()].cluster);
        case model::SignalField::severity: {
            const unsigned bits = trace_.outcome.signals[signal].possible_severities & ~1u;
            for (std::uint8_t level = 1; level <= 3; ++level) {
                if (bits == (1u << level)) return static_cast<model::Severity>(level);
            }
            return SeveritySet{static_cast<std::uint8_t>(bits)};
        }
    }
    return Unknown{};
}

Step Evaluation::step_of(const model::Literal& node, const model::Expr& /*expr*/) {
    Step step;
    step.value = std::visit([](const auto& constant) { return Value{constant}; }, node.value);
    return step;
}

Step Evaluation::step_of(const model::StudentFieldValue& node, const model::Expr& /*expr*/) {
    Step step;
    step.value = field_value(cohort_, student_, node.field);
    if (is_unknown(step.value)) add(step.missing, missing_field(node.field));
    return step;
}

Step Evaluation::step_of(const model::EventFieldValue& node, const model::Expr& /*expr*/) {
    Step step;
    step.value = event_value(node.series, node.field, event_.value().row);
    if (is_unknown(step.value)) add(step.missing, missing_series_field(node.series, node.field));
    return step;
}

Step Evaluation::step_of(const model::SignalFieldValue& node, const model::Expr& /*expr*/) {
    Step step;
    const std::uint32_t signal = event_.value().row;
    step.value = signal_value(node.field, signal);
    if (!is_known(step.value)) {
        step.missing = trace_.outcome.signals[signal].missing;
        step.faults = trace_.outcome.signals[signal].faults;
    }
    return step;
}

Step Evaluation::step_of(const model::ParameterValue& node, const model::Expr& /*expr*/) {
    Step step;
    step.value = use(step, evaluate(node.parameter)).value;
    return step;
}

Step Evaluation::step_of(const model::ConceptValue& node, const model::Expr& /*expr*/) {
    StepId& root = concepts_[node.concept_id.index()];
    if (root.is_none()) {
        const std::optional<EventAtHand> event = std::exchange(event_, std::nullopt);
        root = evaluate(rules_.concept_of(node.concept_id).expr);
        event_ = event;
    }
    Step step;
    const Step& expression = use(step, root);
    step.value = expression.value;
    step.exact = expression.exact;
    return step;
}

Step Evaluation::step_of(const model::ReferenceDate& /*node*/, const model::Expr& /*expr*/) {
    Step step;
    step.value = reference_date_;
    return step;
}

}  // namespace wegwijzer::trace
