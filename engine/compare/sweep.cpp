#include "engine/compare/sweep.h"

#include <algorithm>

#include "engine/explain/format_value.h"

namespace wegwijzer::comparison {
namespace {

bool is_read(const model::RuleSet& rules, model::ParameterId parameter) {
    const bool in_expression = std::ranges::any_of(rules.exprs, [&](const model::Expr& expr) {
        const auto* value = std::get_if<model::ParameterValue>(&expr.node);
        return value != nullptr && value->parameter == parameter;
    });
    const bool in_period = std::ranges::any_of(
        rules.periods, [&](const model::Period& period) { return period.length.parameter == parameter; });
    const bool in_term = std::ranges::any_of(rules.policies, [&](const model::Policy& policy) {
        return std::ranges::any_of(policy.advises, [&](const model::Advice& advice) {
            return advice.within && advice.within->parameter == parameter;
        });
    });
    const bool in_intervention = std::ranges::any_of(rules.interventions, [&](const model::Intervention& intervention) {
        return intervention.at_most_once_per && intervention.at_most_once_per->parameter == parameter;
    });
    const bool in_step = std::ranges::any_of(rules.plans, [&](const model::Plan& plan) {
        return std::ranges::any_of(plan.steps, [&](const model::PlanStep& step) {
            return (step.within && step.within->parameter == parameter) ||
                   (step.after && step.after->parameter == parameter);
        });
    });
    return in_expression || in_period || in_term || in_intervention || in_step;
}

}  // namespace

std::optional<model::Constant> current_value(const model::Parameter& parameter) {
    for (auto line = parameter.overrides.rbegin(); line != parameter.overrides.rend(); ++line) {
        if (line->condition.is_none()) return line->value;
    }
    return parameter.value;
}

bool varies(const model::Parameter& parameter) {
    return !parameter.overrides.empty() && !parameter.overrides.back().condition.is_none();
}

std::string written_value(const model::RuleSet& rules, const model::Constant& value, const model::ValueType& type,
                          Language language) {
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
    const auto* number = std::get_if<Decimal>(&value);
    if (number == nullptr) return explain::format_constant(rules, value, type, language);
    const char mark = language == Language::nl ? ',' : '.';
    if (type.kind == model::ValueKind::percentage || type.kind == model::ValueKind::points) {
        const std::string text = to_text(Decimal::from_micros(number->micros() * 100), 0, mark);
        if (type.kind == model::ValueKind::percentage) return text + "%";
        return text + (language == Language::nl ? " procentpunt" : " percentage points");
    }
    const std::string text = to_text(*number, type.kind == model::ValueKind::grade ? 1 : 0, mark);
    return type.unit.empty() ? text : text + " " + type.unit;
}

SweepCounter::SweepCounter(const explain::Redactor& redactor, model::ParameterId parameter, Date reference_date)
    : rules_(redactor.rules()), type_(rules_.parameter(parameter).type), pairing_(redactor, redactor) {
    const model::RuleSet& rules = rules_;
    const model::Parameter& declared = rules.parameter(parameter);
    result_.reference_date = reference_date;
    result_.parameter = {declared.name, explain::title_of(declared)};
    result_.current = current_value(declared);
    if (result_.current) {
        result_.shown_current = Localized(written_value(rules, *result_.current, type_, Language::nl),
                                          written_value(rules, *result_.current, type_, Language::en));
    }
    result_.language = redactor.language();
    result_.varies = varies(declared);
    result_.is_used = is_read(rules, parameter);
    result_.leaves_out_advice = pairing_.leaves_out_advice();
    for (std::size_t i = 0; i < pairing_.signals().size(); ++i) {
        const auto& pair = pairing_.signals()[i];
        result_.signals.push_back({{pair.name, pair.title}, pairing_.kind_of(i)});
    }
    for (const model::Role& role : rules.roles) result_.roles.push_back({role.name, explain::title_of(role)});
    for (const model::Intervention& intervention : rules.interventions) {
        minutes_.push_back(minutes_of(intervention));
    }
}

void SweepCounter::begin(const model::Constant& value) {
    SweepPoint point;
    point.value = value;
    point.shown = {written_value(rules_, value, type_, Language::nl),
                   written_value(rules_, value, type_, Language::en)};
    point.is_current = result_.current && *result_.current == value;
    point.signals.resize(result_.signals.size());
    point.roles.resize(result_.roles.size());
    result_.points.push_back(std::move(point));
}

void SweepCounter::count_advice(const model::StudentOutcome& outcome, const advise::StudentAdvice& advice) {
    SweepPoint& point = result_.points.back();
    bool has_advice = false;
    for (const advise::Recommendation& given : advice.recommendations) {
        const bool is_seen = std::ranges::any_of(
            given.policies, [&](model::PolicyId policy) { return pairing_.may_see(Which::after, policy, outcome); });
        if (!is_seen) continue;
        has_advice = true;
        ++point.advices;
        Load& load = point.roles[given.by.index()];
        ++load.advices;
        if (const auto& minutes = minutes_[given.intervention.index()]) {
            load.minutes += *minutes;
        } else {
            ++load.without_duration;
        }
    }
    point.with_advice += has_advice ? 1 : 0;
}

explain::Visible<Sweep> SweepCounter::finish(std::size_t students) {
    result_.students = students;
    return explain::Visible<Sweep>(std::move(result_));
}

}  // namespace wegwijzer::comparison
