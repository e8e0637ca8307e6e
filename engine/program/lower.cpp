#include "engine/program/lower.h"

#include "engine/program/lowering.h"

namespace wegwijzer::program {

Program lower(const model::RuleSet& rules) {
    Program program;
    Lowering(rules, program).run();
    return program;
}

Program lower_signal(const model::RuleSet& rules, model::SignalId signal) {
    Program program;
    Lowering(rules, program).run(signal);
    return program;
}

void Lowering::begin() {
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
}

void Lowering::run(model::SignalId signal) {
    begin();
    lower_signal(signal);
    mark_live({program_.signals[signal.index()].value});
}

void Lowering::run() {
    begin();
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
    std::vector<Register> read;
    for (const SignalProgram& signal : program_.signals) read.push_back(signal.value);
    for (const PolicyProgram& policy : program_.policies) {
        read.push_back(policy.condition.value);
        for (const ConditionProgram& unless : policy.unless) read.push_back(unless.value);
        for (const TermProgram& term : policy.terms) read.push_back(term.term.value);
        for (const SelectionProgram& selection : policy.selections)
            for (const Register filter : selection.filters) read.push_back(filter);
    }
    for (const PlanProgram& plan : program_.plans) {
        read.push_back(plan.goal.value);
        for (const auto& step : plan.steps)
            for (const TermProgram& term : step) read.push_back(term.term.value);
        for (const SelectionProgram& selection : plan.selections)
            for (const Register filter : selection.filters) read.push_back(filter);
    }
    for (const TermProgram& limit : program_.limits) read.push_back(limit.term.value);
    for (const Origin& origin : program_.origins) {
        for (const Register id :
             {origin.value, origin.filter, origin.last_counts, origin.window, origin.earlier_window})
            if (id && program_.instruction(id).opcode != Opcode::field) read.push_back(id);
    }
    mark_live(std::move(read));
}

void Lowering::mark_live(std::vector<Register> open) {
    while (!open.empty()) {
        const Register id = open.back();
        open.pop_back();
        if (id.is_none() || program_.instruction(id).live) continue;
        program_.instructions[id.index()].live = true;
        for (const Register operand : program_.operands_of(program_.instruction(id))) open.push_back(operand);
    }
}

}  // namespace wegwijzer::program
