// Signals with their levels, policies with their terms, and `signalen` as a series.
#include <algorithm>

#include "engine/program/lowering.h"

namespace wegwijzer::program {

namespace {

Opcode opcode_over_signals(model::AggregateFunction function) {
    switch (function) {
        case model::AggregateFunction::count: return Opcode::signals_count;
        case model::AggregateFunction::count_distinct: return Opcode::signals_distinct;
        case model::AggregateFunction::sum: return Opcode::signals_sum;
        case model::AggregateFunction::average: return Opcode::signals_average;
        case model::AggregateFunction::highest: return Opcode::signals_highest;
        case model::AggregateFunction::lowest: return Opcode::signals_lowest;
        // `signalen` has no dates: nothing to go by.
        case model::AggregateFunction::first:
        case model::AggregateFunction::last:
        case model::AggregateFunction::change:
        case model::AggregateFunction::time_since_last:
        case model::AggregateFunction::longest_run:
        case model::AggregateFunction::longest_run_days: return Opcode::unknown;
    }
    return Opcode::unknown;
}

Kind kind_of(Opcode opcode, model::SignalField field) {
    switch (opcode) {
        case Opcode::signals_count:
        case Opcode::signals_distinct: return Kind::range;
        case Opcode::signals_average: return Kind::ratio;
        case Opcode::signals_highest:
        case Opcode::signals_lowest:
            return field == model::SignalField::severity ? Kind::severities
                   : field == model::SignalField::weight ? Kind::number
                                                         : Kind::choice;
        default: return Kind::number;
    }
}

}  // namespace

Register Lowering::phases(const std::vector<model::PhaseId>& phases) {
    std::vector<Register> inside;
    for (const model::PhaseId phase : phases) {
        Instruction instruction;
        instruction.opcode = Opcode::in_phase;
        instruction.detail = phase.value;
        std::vector<Register> operands;
        if (rules_.phase(phase).days.counts_from_start()) operands.push_back(start_date().value);
        inside.push_back(build_.emit(instruction, operands));
    }
    return build_.emit(Opcode::or_, Kind::tri, inside);
}

void Lowering::lower_signal(model::SignalId id) {
    const model::Signal& signal = rules_.signal(id);
    SignalProgram& made = program_.signals[id.index()];
    made.name = signal.name;
    made.kind = signal.kind;
    made.weight = signal.weight.micros();
    if (signal.factor) {
        made.factor = signal.factor.value;
        const model::ClusterId cluster = rules_.factors[signal.factor.index()].cluster;
        if (cluster) made.cluster = cluster.value;
    }
    Instruction instruction;
    instruction.opcode = Opcode::signal;
    instruction.kind = Kind::signal;
    instruction.detail = id.value;
    std::vector<Register> operands;
    if (!signal.phases.empty()) {
        made.phase = phases(signal.phases);
        instruction.has_phase = true;
        operands.push_back(made.phase);
    }
    for (const model::ExprId unless : signal.unless) {
        made.unless.push_back(condition(lower_expr(unless, {}).value));
        operands.push_back(made.unless.back());
    }
    for (const model::SeverityLevel& level : signal.levels) {
        const Lowered lowered = lower_expr(level.condition, {});
        made.conditions.push_back(condition(lowered.value));
        made.levels.push_back(lowered.origin);
        operands.push_back(made.conditions.back());
        instruction.severities[instruction.levels++] = static_cast<std::uint8_t>(level.severity);
    }
    made.value = build_.emit(instruction, operands);
}

ConditionProgram Lowering::lower_condition(model::ExprId id) {
    const Lowered lowered = lower_expr(id, {});
    return {condition(lowered.value), lowered.origin};
}

void Lowering::lower_policy(const model::Policy& policy) {
    PolicyProgram made;
    made.name = policy.name;
    selections_ = &made.selections;
    named_ = &made.named;
    made.condition = policy.condition ? lower_condition(policy.condition)
                                      : ConditionProgram{build_.tri_constant(Tri::yes), OriginId{}};
    named_ = nullptr;
    made.selections_of_condition = made.selections.size();
    for (const model::ExprId unless : policy.unless) made.unless.push_back(lower_condition(unless));
    for (const model::Advice& advice : policy.advises) made.terms.push_back(lower_term(advice));
    selections_ = nullptr;
    std::ranges::sort(made.named);
    const auto repeated = std::ranges::unique(made.named);
    made.named.erase(repeated.begin(), repeated.end());
    program_.policies.push_back(std::move(made));
}

void Lowering::lower_plan(const model::Plan& plan) {
    PlanProgram made;
    made.name = plan.name;
    selections_ = &made.selections;
    made.goal = plan.goal ? lower_condition(plan.goal) : ConditionProgram{build_.tri_constant(Tri::no), OriginId{}};
    selections_ = nullptr;
    for (const model::PlanStep& step : plan.steps) {
        const auto& length = step.within ? step.within : step.after;
        made.steps.push_back({length ? lower_length(*length, step.origin) : TermProgram{}, lower_week(step.first_week),
                              lower_week(step.last_week)});
    }
    program_.plans.push_back(std::move(made));
}

TermProgram Lowering::lower_week(model::ExprId number) {
    TermProgram term;
    if (number.is_none()) return term;
    term.kind = TermProgram::Kind::week;
    const Lowered lowered = lower_expr(number, {});
    term.term = {ordinary(lowered.value), lowered.origin};
    return term;
}

TermProgram Lowering::lower_length(const model::LengthSource& source, Span span) {
    TermProgram term;
    term.kind = TermProgram::Kind::within;
    if (source.parameter) {
        const Lowered length = parameter(source.parameter, span, true);
        term.term = {length.value, length.origin};
    } else {
        term.term = {build_.constant(Kind::length, pack_length(source.length)), OriginId{}};
    }
    return term;
}

TermProgram Lowering::lower_term(const model::Advice& advice) {
    TermProgram term;
    if (advice.within) return lower_length(*advice.within, advice.origin);
    if (advice.due) {
        term.kind = TermProgram::Kind::due;
        const Lowered due = lower_expr(advice.due, {});
        term.term = {due.value, due.origin};
    }
    return term;
}

Register Lowering::signal_severity(model::SignalId id, bool in_signalen) {
    Instruction instruction;
    instruction.opcode = Opcode::signal_severity;
    instruction.kind = Kind::severities;
    instruction.negated = in_signalen;
    return build_.emit(instruction, {program_.signals[id.index()].value});
}

Lowered Lowering::lower_node(const model::SignalState& node, const model::Expr& expr, Place /*place*/) {
    if (named_ != nullptr) named_->push_back(node.signal);
    Origin origin;
    origin.rule = Origin::Rule::signal;
    origin.span = expr.origin;
    origin.index = node.signal.value;
    origin.value = build_.emit(Opcode::signal_active, Kind::tri, {program_.signals[node.signal.index()].value});
    return {origin.value, add_origin(origin, {})};
}

Lowered Lowering::lower_node(const model::SignalSeverity& node, const model::Expr& expr, Place /*place*/) {
    if (named_ != nullptr) named_->push_back(node.signal);
    Origin origin;
    origin.rule = Origin::Rule::signal;
    origin.span = expr.origin;
    origin.index = node.signal.value;
    origin.value = signal_severity(node.signal, false);
    return {origin.value, add_origin(origin, {})};
}

// Each signal is an event of the series, so the filter is lowered once per signal: its factor, cluster and weight are
// constants then, and only its severity is left for the student.
Lowered Lowering::signal_aggregate(const model::Aggregate& node, Span span) {
    Instruction instruction;
    instruction.opcode = opcode_over_signals(node.function);
    instruction.kind = kind_of(instruction.opcode, node.signal_field);
    instruction.detail = static_cast<std::uint32_t>(node.signal_field);
    if (instruction.opcode == Opcode::signals_count) instruction.detail = 0;
    std::vector<Register> operands;
    std::vector<OriginId> filters;
    SelectionProgram selection;
    for (std::size_t i = 0; i < program_.signals.size(); ++i) {
        if (program_.signals[i].kind != model::SignalKind::signal) continue;
        Lowered passes{build_.tri_constant(Tri::yes), OriginId{}};
        if (node.selection.filter) {
            passes = lower_expr(node.selection.filter, {.events = {}, .signal = model::SignalId(i)});
            passes.value = condition(passes.value);
        }
        operands.push_back(program_.signals[i].value);
        operands.push_back(passes.value);
        filters.push_back(passes.origin);
        selection.signals.emplace_back(i);
        selection.filters.push_back(passes.value);
    }
    if (selections_ != nullptr) selections_->push_back(std::move(selection));
    if (instruction.opcode == Opcode::unknown) operands.clear();
    const Register value = build_.emit(instruction, operands);
    return {value, add_origin(Origin::Rule::signals, value, span, filters)};
}

}  // namespace wegwijzer::program
