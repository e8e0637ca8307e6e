// Values, calculation and logic. Comparisons, aggregates and signals have files of their own.
#include <string>
#include <variant>

#include "engine/program/lowering.h"

namespace wegwijzer::program {

namespace {

Kind kind_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::key:
        case FieldKind::text: return Kind::text;
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: return Kind::number;
        case FieldKind::date: return Kind::date;
        case FieldKind::boolean: return Kind::tri;
        case FieldKind::choice: return Kind::choice;
    }
    return Kind::number;
}

Kind kind_of(const model::ValueType& type) {
    switch (type.kind) {
        case model::ValueKind::boolean: return Kind::tri;
        case model::ValueKind::number:
        case model::ValueKind::grade:
        case model::ValueKind::percentage:
        case model::ValueKind::points:
        case model::ValueKind::duration: return Kind::number;
        case model::ValueKind::date: return Kind::date;
        case model::ValueKind::text: return Kind::text;
        case model::ValueKind::choice: return Kind::choice;
        case model::ValueKind::severity: return Kind::severities;
    }
    return Kind::number;
}

// A parameter of type duur as a number of days. Other units have no fixed length: the checker keeps them out of
// calculations.
std::optional<std::int64_t> days_of(Length length) {
    switch (length.unit) {
        case LengthUnit::days: return length.count;
        case LengthUnit::weeks: return length.count * 7;
        default: return std::nullopt;
    }
}

}  // namespace

Lowered Lowering::lower_expr(model::ExprId id, Place place) {
    const model::Expr& expr = rules_.expr(id);
    return std::visit([&](const auto& node) { return lower_node(node, expr, place); }, expr.node);
}

Register Lowering::ordinary(Register value) {
    switch (build_.kind_of(value)) {
        case Kind::ratio: return build_.emit(Opcode::round, Kind::number, {value});
        case Kind::range: return build_.emit(Opcode::count_value, Kind::number, {value});
        default: return value;
    }
}

Register Lowering::condition(Register value) {
    if (build_.kind_of(value) == Kind::tri) return value;
    return build_.emit(Opcode::holds, Kind::tri, {value});
}

Register Lowering::constant(const model::Constant& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return build_.tri_constant(tri_of(*truth));
    if (const auto* number = std::get_if<Decimal>(&value)) return build_.constant(Kind::number, number->micros());
    if (const auto* date = std::get_if<Date>(&value)) return build_.constant(Kind::date, date->days());
    if (const auto* text = std::get_if<std::string>(&value)) return build_.text_constant(*text);
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        return build_.constant(Kind::choice, choice->index);
    }
    if (const auto* severity = std::get_if<model::Severity>(&value)) {
        return build_.constant(Kind::severities, 1 << static_cast<int>(*severity));
    }
    const auto days = days_of(std::get<Length>(value));
    return days ? build_.constant(Kind::number, Decimal::from_integer(*days).micros()) : build_.unknown(Kind::number);
}

Lowered Lowering::lower_node(const model::Literal& node, const model::Expr& expr, Place /*place*/) {
    const Register value = constant(node.value);
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, {})};
}

Lowered Lowering::student_field(FieldId field, Span span) {
    Instruction instruction;
    instruction.opcode = Opcode::field;
    instruction.kind = kind_of(program_.schema->field(field).type.kind);
    instruction.field = field.value;
    Origin origin;
    origin.rule = Origin::Rule::field;
    origin.value = build_.emit(instruction, {});
    origin.span = span;
    origin.index = field.value;
    return {origin.value, add_origin(origin, {})};
}

Lowered Lowering::lower_node(const model::StudentFieldValue& node, const model::Expr& expr, Place /*place*/) {
    return student_field(node.field, expr.origin);
}

Lowered Lowering::lower_node(const model::EventFieldValue& node, const model::Expr& expr, Place /*place*/) {
    Instruction instruction;
    instruction.opcode = Opcode::field;
    instruction.kind = kind_of(program_.schema->series_of(node.series).fields[node.field.index()].type.kind);
    instruction.domain = node.series;
    instruction.field = node.field.value;
    Origin origin;
    origin.rule = Origin::Rule::field;
    origin.value = build_.emit(instruction, {});
    origin.span = expr.origin;
    origin.index = program_.series_missing[node.series.index()] + 1 + node.field.value;
    return {origin.value, add_origin(origin, {})};
}

Lowered Lowering::lower_node(const model::SignalFieldValue& node, const model::Expr& expr, Place place) {
    const SignalProgram& signal = program_.signals[place.signal.index()];
    Origin origin;
    origin.span = expr.origin;
    switch (node.field) {
        case model::SignalField::severity:
            origin.rule = Origin::Rule::signal;
            origin.index = place.signal.value;
            origin.value = signal_severity(place.signal, true);
            break;
        case model::SignalField::factor: origin.value = build_.constant(Kind::choice, signal.factor); break;
        case model::SignalField::cluster: origin.value = build_.constant(Kind::choice, signal.cluster); break;
        case model::SignalField::weight: origin.value = build_.constant(Kind::number, signal.weight); break;
    }
    return {origin.value, add_origin(origin, {})};
}

Lowered Lowering::lower_node(const model::ParameterValue& node, const model::Expr& expr, Place /*place*/) {
    return parameter(node.parameter, expr.origin, false);
}

Lowered Lowering::parameter(model::ParameterId id, Span span, bool as_length) {
    std::optional<Lowered>& made = parameters_[id.index() * 2 + (as_length ? 1 : 0)];
    if (!made) made = make_parameter(rules_.parameter(id), span, as_length);
    return *made;
}

Lowered Lowering::make_parameter(const model::Parameter& parameter, Span span, bool as_length) {
    const auto as_register = [&](const model::Constant& value) {
        const auto* length = std::get_if<Length>(&value);
        return as_length && length != nullptr ? build_.constant(Kind::length, pack_length(*length)) : constant(value);
    };
    const Kind kind = as_length ? Kind::length : kind_of(parameter.type);
    std::vector<Register> operands{parameter.value ? as_register(*parameter.value) : build_.unknown(kind)};
    std::vector<OriginId> conditions;
    for (const model::Override& line : parameter.overrides) {
        const Register value = as_register(line.value);
        if (line.condition.is_none()) {
            operands.assign({value});
            conditions.clear();
            continue;
        }
        const Lowered when = lower_expr(line.condition, {});
        const Register holds = condition(when.value);
        if (const auto known = build_.constant_of(holds)) {
            if (*known == static_cast<std::int64_t>(Tri::yes)) {
                operands.assign({value});
                conditions.clear();
            }
            continue;
        }
        operands.push_back(holds);
        operands.push_back(value);
        conditions.push_back(when.origin);
    }
    if (operands.size() == 1) {
        return {operands.front(), add_origin(Origin::Rule::operands, operands.front(), span, {})};
    }
    const Register value = build_.emit(Opcode::parameter, kind, operands);
    return {value, add_origin(Origin::Rule::parameter, value, span, conditions)};
}

Lowered Lowering::lower_node(const model::ConceptValue& node, const model::Expr& /*expr*/, Place /*place*/) {
    std::optional<Lowered>& made = concepts_[node.concept_id.index()];
    // By the name of a begrip the author means its expression: value, exactness and what is missing are those of it.
    if (!made) made = lower_expr(rules_.concept_of(node.concept_id).expr, {});
    return *made;
}

Lowered Lowering::lower_node(const model::TableValue& node, const model::Expr& /*expr*/, Place /*place*/) {
    std::optional<Lowered>& made = tables_[node.table.index()];
    if (!made) made = make_table(rules_.table(node.table));
    return *made;
}

Lowered Lowering::make_table(const model::Table& table) {
    Instruction instruction;
    instruction.opcode = table.hit == model::HitPolicy::unique ? Opcode::table_unique : Opcode::table_first;
    instruction.kind = kind_of(table.type);
    std::vector<Register> operands;
    std::vector<OriginId> children;
    for (const model::TableRow& row : table.rows) {
        std::vector<Register> tests{build_.tri_constant(Tri::yes)};
        std::vector<OriginId> asked;
        for (const model::TableTest& test : row.tests) {
            if (test.condition.is_none()) continue;
            const Lowered one = lower_expr(test.condition, {});
            tests.push_back(condition(one.value));
            asked.push_back(one.origin);
        }
        const Register holds = build_.emit(Opcode::and_, Kind::tri, tests);
        const Lowered result = lower_expr(row.result, {});
        operands.push_back(holds);
        operands.push_back(instruction.kind == Kind::tri ? condition(result.value) : ordinary(result.value));
        children.push_back(add_origin(Origin::Rule::operands, holds, row.origin, asked));
        children.push_back(result.origin);
    }
    const Register value = build_.emit(instruction, operands);
    return {value, add_origin(Origin::Rule::table, value, table.origin, children)};
}

Lowered Lowering::lower_node(const model::ReferenceDate& /*node*/, const model::Expr& expr, Place /*place*/) {
    const Register value = build_.emit(Opcode::reference_date, Kind::date, {});
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, {})};
}

Lowered Lowering::lower_node(const model::Negation& node, const model::Expr& expr, Place place) {
    const Lowered operand = lower_expr(node.operand, place);
    const Register value = build_.emit(Opcode::negate, Kind::number, {ordinary(operand.value)});
    return {value, add_origin(Origin::Rule::calculation, value, expr.origin, {operand.origin})};
}

Lowered Lowering::lower_node(const model::Arithmetic& node, const model::Expr& expr, Place place) {
    const Lowered left = lower_expr(node.left, place);
    const Lowered right = lower_expr(node.right, place);
    const Register a = ordinary(left.value);
    const Register b = ordinary(right.value);
    const bool left_is_date = build_.kind_of(a) == Kind::date;
    const bool right_is_date = build_.kind_of(b) == Kind::date;
    Register value;
    switch (node.op) {
        case model::ArithmeticOp::add:
            if (left_is_date) {
                value = build_.emit(Opcode::add_days, Kind::date, {a, b});
            } else if (right_is_date) {
                value = build_.emit(Opcode::add_days, Kind::date, {b, a});
            } else {
                value = build_.emit(Opcode::add, Kind::number, {a, b});
            }
            break;
        case model::ArithmeticOp::subtract:
            if (left_is_date && right_is_date) {
                value = build_.emit(Opcode::days_between, Kind::number, {a, b});
            } else if (left_is_date) {
                value = build_.emit(Opcode::subtract_days, Kind::date, {a, b});
            } else {
                value = build_.emit(Opcode::subtract, Kind::number, {a, b});
            }
            break;
        case model::ArithmeticOp::multiply: value = build_.emit(Opcode::multiply, Kind::number, {a, b}); break;
        case model::ArithmeticOp::divide:
            value = node.single_division ? build_.emit(Opcode::quotient, Kind::ratio, {a, b})
                                         : build_.emit(Opcode::divide, Kind::number, {a, b});
            break;
    }
    return {value, add_origin(Origin::Rule::calculation, value, expr.origin, {left.origin, right.origin})};
}

Lowered Lowering::lower_node(const model::MonthShift& node, const model::Expr& expr, Place place) {
    const Lowered date = lower_expr(node.date, place);
    Instruction instruction;
    instruction.opcode = Opcode::shift_months;
    instruction.kind = Kind::date;
    instruction.immediate = node.months;
    const Register value = build_.emit(instruction, {date.value});
    return {value, add_origin(Origin::Rule::calculation, value, expr.origin, {date.origin})};
}

Lowered Lowering::lower_node(const model::Conditional& node, const model::Expr& expr, Place place) {
    const Lowered when = lower_expr(node.condition, place);
    const Register holds = condition(when.value);
    const Lowered if_true = lower_expr(node.if_true, place);
    const Lowered if_false = lower_expr(node.if_false, place);
    const auto known = build_.constant_of(holds);
    if (known && build_.kind_of(if_true.value) != Kind::severities) {
        const Lowered& chosen = *known == static_cast<std::int64_t>(Tri::yes) ? if_true : if_false;
        const Register value = ordinary(chosen.value);
        return {value, add_origin(Origin::Rule::operands, value, expr.origin, {chosen.origin})};
    }
    const Register a = ordinary(if_true.value);
    const Register b = ordinary(if_false.value);
    const Register value = build_.emit(Opcode::select, build_.kind_of(a), {holds, a, b});
    return {value,
            add_origin(Origin::Rule::conditional, value, expr.origin, {when.origin, if_true.origin, if_false.origin})};
}

Lowered Lowering::lower_node(const model::Knownness& node, const model::Expr& expr, Place place) {
    const Lowered of = lower_expr(node.value, place);
    Instruction instruction;
    instruction.opcode = Opcode::is_known;
    instruction.negated = !node.asks_known;
    const Register value = build_.emit(instruction, {of.value});
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, {})};
}

Lowered Lowering::lower_node(const model::Not& node, const model::Expr& expr, Place place) {
    const Lowered operand = lower_expr(node.operand, place);
    const Register value = build_.emit(Opcode::not_, Kind::tri, {condition(operand.value)});
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, {operand.origin})};
}

Lowered Lowering::lower_junction(Opcode opcode, const std::vector<model::ExprId>& operands, const model::Expr& expr,
                                 Place place) {
    std::vector<Register> values;
    std::vector<OriginId> origins;
    for (const model::ExprId operand : operands) {
        const Lowered part = lower_expr(operand, place);
        values.push_back(condition(part.value));
        origins.push_back(part.origin);
    }
    const Register value = build_.emit(opcode, Kind::tri, values);
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, origins)};
}

Lowered Lowering::lower_node(const model::And& node, const model::Expr& expr, Place place) {
    return lower_junction(Opcode::and_, node.operands, expr, place);
}

Lowered Lowering::lower_node(const model::Or& node, const model::Expr& expr, Place place) {
    return lower_junction(Opcode::or_, node.operands, expr, place);
}

Lowered Lowering::lower_node(const model::Quantified& node, const model::Expr& expr, Place place) {
    if (node.quantifier == model::Quantifier::all) return lower_junction(Opcode::and_, node.operands, expr, place);
    if (node.quantifier == model::Quantifier::none) {
        Lowered any = lower_junction(Opcode::or_, node.operands, expr, place);
        any.value = build_.emit(Opcode::not_, Kind::tri, {any.value});
        return any;
    }
    const Lowered count = lower_expr(node.count, place);
    std::vector<Register> values{ordinary(count.value)};
    std::vector<OriginId> origins{count.origin};
    for (const model::ExprId operand : node.operands) {
        const Lowered part = lower_expr(operand, place);
        values.push_back(condition(part.value));
        origins.push_back(part.origin);
    }
    Instruction instruction;
    instruction.opcode = Opcode::quantified;
    instruction.detail = static_cast<std::uint32_t>(node.quantifier);
    const Register value = build_.emit(instruction, values);
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, origins)};
}

}  // namespace wegwijzer::program
