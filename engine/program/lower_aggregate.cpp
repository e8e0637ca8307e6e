// Aggregates over the events of a series, and the periods they look at.
#include "engine/program/lowering.h"

namespace wegwijzer::program {

namespace {

Opcode opcode_over_events(model::AggregateFunction function) {
    switch (function) {
        case model::AggregateFunction::count: return Opcode::count;
        case model::AggregateFunction::count_distinct: return Opcode::count_distinct;
        case model::AggregateFunction::sum: return Opcode::sum;
        case model::AggregateFunction::average: return Opcode::average;
        case model::AggregateFunction::highest: return Opcode::highest;
        case model::AggregateFunction::lowest: return Opcode::lowest;
        case model::AggregateFunction::first: return Opcode::first;
        case model::AggregateFunction::last: return Opcode::last;
        case model::AggregateFunction::change: return Opcode::change;
        case model::AggregateFunction::time_since_last: return Opcode::time_since_last;
        case model::AggregateFunction::longest_run: return Opcode::longest_run;
        case model::AggregateFunction::longest_run_days: return Opcode::longest_run_days;
    }
    return Opcode::count;
}

bool is_longest_run(model::AggregateFunction function) {
    return function == model::AggregateFunction::longest_run || function == model::AggregateFunction::longest_run_days;
}

// Of a single value of the field. A boolean comes out as a choice 0 or 1.
Kind value_kind(FieldKind kind) {
    switch (kind) {
        case FieldKind::date: return Kind::date;
        case FieldKind::boolean:
        case FieldKind::choice: return Kind::choice;
        case FieldKind::key:
        case FieldKind::text: return Kind::text;
        default: return Kind::number;
    }
}

bool has_field(model::AggregateFunction function) {
    return function != model::AggregateFunction::count && function != model::AggregateFunction::time_since_last &&
           !is_longest_run(function);
}

}  // namespace

Lowered Lowering::lower_node(const model::Aggregate& node, const model::Expr& expr, Place /*place*/) {
    return node.selection.of_signals() ? signal_aggregate(node, expr.origin) : event_aggregate(node, expr.origin);
}

Lowered Lowering::count(const model::Selection& selection, Span span) {
    model::Aggregate node;
    node.function = model::AggregateFunction::count;
    node.selection = selection;
    return selection.of_signals() ? signal_aggregate(node, span) : event_aggregate(node, span);
}

// The comparison of the count with N: `minstens 2 toetsen` shares the count with `aantal toetsen`.
Lowered Lowering::lower_node(const model::Existence& node, const model::Expr& expr, Place place) {
    const Lowered events = count(node.selection, expr.origin);
    const Lowered bound =
        node.count ? lower_expr(node.count, place) : Lowered{build_.constant(Kind::number, 0), OriginId{}};
    model::CompareOp op = model::CompareOp::equal;
    if (node.quantifier == model::Quantifier::at_least) op = model::CompareOp::greater_equal;
    if (node.quantifier == model::Quantifier::at_most) op = model::CompareOp::less_equal;
    const Register value = relate(Relation::compare, op, false, {events.value, ordinary(bound.value)});
    std::vector<OriginId> children{events.origin};
    if (bound.origin) children.push_back(bound.origin);
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, children)};
}

Lowered Lowering::event_aggregate(const model::Aggregate& node, Span span) {
    const SeriesId series = node.selection.series;
    const Series& schema = program_.schema->series_of(series);
    Origin origin;
    origin.rule = Origin::Rule::aggregate;
    origin.span = span;
    origin.series = series;
    origin.is_count =
        node.function == model::AggregateFunction::count || node.function == model::AggregateFunction::count_distinct;
    origin.is_run = is_longest_run(node.function);
    origin.needs_dates = origin.is_run || node.function == model::AggregateFunction::first ||
                         node.function == model::AggregateFunction::last ||
                         node.function == model::AggregateFunction::time_since_last;
    std::vector<OriginId> children(2);
    std::vector<Register> operands;
    bool is_any = false;
    if (node.function == model::AggregateFunction::change) {
        const model::Period& period = rules_.period(node.selection.period);
        const Lowered later = this->period(node.selection.period);
        const Lowered earlier = make_period(period, Opcode::period_last_before);
        origin.window = window(series, later.value);
        origin.earlier_window = window(series, earlier.value);
        operands = {origin.window, origin.earlier_window};
        children[1] = later.origin;
    } else {
        Register interval;
        if (node.selection.period) {
            const Lowered period = this->period(node.selection.period);
            interval = period.value;
            children[1] = period.origin;
        }
        origin.window = window(series, interval);
        operands = {origin.window};
        is_any = node.selection.period && rules_.period(node.selection.period).kind == model::Period::Kind::any;
        if (is_any) operands.push_back(length(rules_.period(node.selection.period)).value);
    }
    if (node.selection.filter) {
        const Lowered filter = lower_expr(node.selection.filter, {.events = series, .signal = {}});
        const Register passes = condition(filter.value);
        if (build_.constant_of(passes) != static_cast<std::int64_t>(Tri::yes)) {
            origin.filter = build_.spread_to(series, passes);
            children[0] = filter.origin;
        }
    }
    if (schema.last_counts_per) {
        Instruction counts;
        counts.opcode = Opcode::last_counts;
        counts.domain = series;
        counts.field = schema.last_counts_per.value;
        origin.last_counts = build_.emit(counts, {});
        origin.filter = origin.filter ? build_.emit(Opcode::counting, Kind::tri, {origin.last_counts, origin.filter})
                                      : origin.last_counts;
    }
    if (origin.filter) operands.push_back(origin.filter);
    if (origin.is_run && origin.last_counts) operands.push_back(origin.last_counts);

    Instruction instruction;
    instruction.opcode = opcode_over_events(node.function);
    if (is_any) {
        instruction.opcode = node.function == model::AggregateFunction::count ? Opcode::count_any : Opcode::sum_any;
    }
    instruction.series = series;
    instruction.kind = Kind::number;
    origin.has_field = has_field(node.function);
    if (origin.has_field) {
        instruction.field = node.field.value;
        origin.field = node.field.value;
    }
    bool is_boolean = false;
    switch (node.function) {
        case model::AggregateFunction::count:
        case model::AggregateFunction::longest_run:
        case model::AggregateFunction::longest_run_days:
        case model::AggregateFunction::count_distinct: instruction.kind = Kind::range; break;
        case model::AggregateFunction::average: instruction.kind = Kind::ratio; break;
        case model::AggregateFunction::highest:
        case model::AggregateFunction::lowest:
        case model::AggregateFunction::first:
        case model::AggregateFunction::last: {
            const FieldKind field = schema.fields[node.field.index()].type.kind;
            instruction.kind = value_kind(field);
            is_boolean = field == FieldKind::boolean;
            break;
        }
        default: break;
    }
    origin.value = build_.emit(instruction, operands);
    if (is_boolean) origin.value = condition(origin.value);
    return {origin.value, add_origin(origin, children)};
}

Register Lowering::window(SeriesId series, Register interval) {
    Instruction instruction;
    instruction.opcode = Opcode::window;
    instruction.kind = Kind::window;
    instruction.series = series;
    std::vector<Register> operands;
    if (interval) operands.push_back(interval);
    return build_.emit(instruction, operands);
}

Lowered Lowering::period(model::PeriodId id) {
    std::optional<Lowered>& made = periods_[id.index()];
    if (!made) made = make_period(rules_.period(id), Opcode::period_last);
    return *made;
}

Lowered Lowering::start_date() {
    if (program_.schema->start) return student_field(program_.schema->start, {});
    return {build_.unknown(Kind::date), OriginId{}};
}

Lowered Lowering::length(const model::Period& period) {
    if (period.length.parameter) return parameter(period.length.parameter, period.origin, true);
    return {build_.constant(Kind::length, pack_length(period.length.length)), OriginId{}};
}

// `last`: the opcode for a period `in de laatste`, which a `verandering` asks twice.
Lowered Lowering::make_period(const model::Period& period, Opcode last) {
    Instruction instruction;
    instruction.kind = Kind::interval;
    std::vector<Register> operands;
    std::vector<OriginId> children;
    const auto read = [&](const Lowered& part) {
        operands.push_back(ordinary(part.value));
        if (part.origin) children.push_back(part.origin);
    };
    switch (period.kind) {
        case model::Period::Kind::last:
            instruction.opcode = last;
            read(length(period));
            break;
        case model::Period::Kind::any:
            instruction.opcode = Opcode::period_any;
            read(length(period));
            break;
        case model::Period::Kind::since_start:
            instruction.opcode = Opcode::period_since_start;
            read(start_date());
            break;
        case model::Period::Kind::study_weeks:
            instruction.opcode = Opcode::period_study_weeks;
            read(start_date());
            read(lower_expr(period.first, {}));
            read(lower_expr(period.last_one, {}));
            break;
        case model::Period::Kind::phase:
            instruction.opcode = Opcode::period_phase;
            instruction.detail = period.phase.value;
            if (rules_.phase(period.phase).days.counts_from_start()) read(start_date());
            break;
        case model::Period::Kind::between:
            instruction.opcode = Opcode::period_between;
            read(lower_expr(period.first, {}));
            read(lower_expr(period.last_one, {}));
            break;
        case model::Period::Kind::since:
            instruction.opcode = Opcode::period_since;
            read(lower_expr(period.first, {}));
            break;
        case model::Period::Kind::this_academic_year: instruction.opcode = Opcode::period_academic_year; break;
    }
    Register value = build_.emit(instruction, operands);
    if (period.within_academic_year) value = build_.emit(Opcode::period_within_year, Kind::interval, {value});
    return {value, add_origin(Origin::Rule::period, value, period.origin, children)};
}

}  // namespace wegwijzer::program
