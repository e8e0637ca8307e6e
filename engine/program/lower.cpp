#include "engine/program/lower.h"

#include "engine/program/lowering.h"

namespace wegwijzer::program {

Program lower(const model::RuleSet& rules) {
    Program program;
    Lowering(rules, program).run();
    return program;
}

void Lowering::run() {
    program_.schema = rules_.schema;
    program_.calendars = rules_.calendars;
    for (const model::Phase& phase : rules_.phases) {
        program_.phases.push_back(phase.days);
        program_.phase_names.push_back(phase.name);
    }
    number_what_can_be_missing();
    concepts_.resize(rules_.concepts.size());
    tables_.resize(rules_.tables.size());
    parameters_.resize(rules_.parameters.size() * 2);
    periods_.resize(rules_.periods.size());
    program_.signals.resize(rules_.signals.size());
    for (std::size_t i = 0; i < rules_.signals.size(); ++i) lower_signal(model::SignalId(i));
    for (const model::Policy& policy : rules_.policies) lower_policy(policy);
    for (const model::Plan& plan : rules_.plans) lower_plan(plan);
    for (const model::Intervention& intervention : rules_.interventions) {
        const auto& limit = intervention.at_most_once_per;
        program_.limits.push_back(limit ? lower_length(*limit, intervention.origin) : TermProgram{});
    }
    mark_live();
}

void Lowering::number_what_can_be_missing() {
    const Schema& schema = *rules_.schema;
    for (std::size_t i = 0; i < schema.student_fields.size(); ++i) {
        program_.missing.push_back({.student_field = FieldId(i), .series = {}, .series_field = {}});
    }
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        program_.series_missing.push_back(static_cast<std::uint32_t>(program_.missing.size()));
        program_.missing.push_back({.student_field = {}, .series = SeriesId(i), .series_field = {}});
        for (std::size_t field = 0; field < schema.series[i].fields.size(); ++field) {
            program_.missing.push_back(
                {.student_field = {}, .series = SeriesId(i), .series_field = SeriesFieldId(field)});
        }
    }
}

OriginId Lowering::add_origin(Origin origin, const std::vector<OriginId>& children) {
    origin.first_child = static_cast<std::uint32_t>(program_.children.size());
    origin.child_count = static_cast<std::uint32_t>(children.size());
    program_.children.insert(program_.children.end(), children.begin(), children.end());
    program_.origins.push_back(origin);
    return OriginId(program_.origins.size() - 1);
}

OriginId Lowering::add_origin(Origin::Rule rule, Register value, Span span, const std::vector<OriginId>& children) {
    Origin origin;
    origin.rule = rule;
    origin.value = value;
    origin.span = span;
    return add_origin(origin, children);
}

// Live is what an outcome or the origin reads, and what that is made of. A field is read on its column by the origin.
void Lowering::mark_live() {
    std::vector<Register> open;
    const auto mark = [&](Register id) {
        if (id.is_none() || program_.instruction(id).live) return;
        program_.instructions[id.index()].live = true;
        open.push_back(id);
    };
    for (const SignalProgram& signal : program_.signals) mark(signal.value);
    for (const PolicyProgram& policy : program_.policies) {
        mark(policy.condition.value);
        for (const ConditionProgram& unless : policy.unless) mark(unless.value);
        for (const TermProgram& term : policy.terms) mark(term.term.value);
        for (const SelectionProgram& selection : policy.selections)
            for (const Register filter : selection.filters) mark(filter);
    }
    for (const PlanProgram& plan : program_.plans) {
        mark(plan.goal.value);
        for (const auto& step : plan.steps)
            for (const TermProgram& term : step) mark(term.term.value);
        for (const SelectionProgram& selection : plan.selections)
            for (const Register filter : selection.filters) mark(filter);
    }
    for (const TermProgram& limit : program_.limits) mark(limit.term.value);
    for (const Origin& origin : program_.origins) {
        for (const Register id :
             {origin.value, origin.filter, origin.last_counts, origin.window, origin.earlier_window})
            if (id && program_.instruction(id).opcode != Opcode::field) mark(id);
    }
    while (!open.empty()) {
        const Register id = open.back();
        open.pop_back();
        for (const Register operand : program_.operands_of(program_.instruction(id))) mark(operand);
    }
}

}  // namespace wegwijzer::program
