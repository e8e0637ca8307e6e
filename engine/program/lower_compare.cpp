// Comparisons: which form of comparison the kinds of value ask for.
#include <algorithm>

#include "engine/model/compare_op.h"
#include "engine/program/lowering.h"

namespace wegwijzer::program {

namespace {

Opcode opcode_of(int relation, Kind widest) {
    static constexpr Opcode forms[3][4] = {
        {Opcode::compare, Opcode::compare_exact, Opcode::compare_counted, Opcode::compare_severity},
        {Opcode::between, Opcode::between_exact, Opcode::between_counted, Opcode::between_severity},
        {Opcode::one_of, Opcode::one_of_exact, Opcode::one_of_counted, Opcode::one_of_severity},
    };
    switch (widest) {
        case Kind::ratio: return forms[relation][1];
        case Kind::range: return forms[relation][2];
        case Kind::severities: return forms[relation][3];
        default: return forms[relation][0];
    }
}

}  // namespace

Lowered Lowering::lower_node(const model::Comparison& node, const model::Expr& expr, Place place) {
    const Lowered left = lower_expr(node.left, place);
    const Lowered right = lower_expr(node.right, place);
    const Register value = relate(Relation::compare, node.op, false, {left.value, right.value});
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, {left.origin, right.origin})};
}

Lowered Lowering::lower_node(const model::Between& node, const model::Expr& expr, Place place) {
    const Lowered middle = lower_expr(node.value, place);
    const Lowered low = lower_expr(node.low, place);
    const Lowered high = lower_expr(node.high, place);
    const Register value =
        relate(Relation::between, model::CompareOp::equal, node.negated, {middle.value, low.value, high.value});
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, {middle.origin, low.origin, high.origin})};
}

Lowered Lowering::lower_node(const model::OneOf& node, const model::Expr& expr, Place place) {
    const Lowered of = lower_expr(node.value, place);
    std::vector<Register> values{of.value};
    std::vector<OriginId> origins{of.origin};
    for (const model::ExprId option : node.options) {
        const Lowered lowered = lower_expr(option, place);
        values.push_back(lowered.value);
        origins.push_back(lowered.origin);
    }
    const Register value = relate(Relation::one_of, model::CompareOp::equal, node.negated, values);
    return {value, add_origin(Origin::Rule::operands, value, expr.origin, origins)};
}

Register Lowering::relate(Relation relation, model::CompareOp op, bool negated, std::vector<Register> values) {
    Kind widest = Kind::number;
    for (Register& value : values) {
        if (build_.kind_of(value) == Kind::tri) value = build_.emit(Opcode::truth, Kind::choice, {value});
        const Kind kind = build_.kind_of(value);
        if (kind == Kind::severities || kind == Kind::range || (kind == Kind::ratio && widest != Kind::range)) {
            widest = kind;
        }
    }
    if (widest == Kind::number) {
        if (const auto fused = relate_field(relation, op, negated, values)) return *fused;
    }
    Instruction instruction;
    instruction.opcode = opcode_of(static_cast<int>(relation), widest);
    if (relation == Relation::compare) instruction.detail = static_cast<std::uint32_t>(op);
    instruction.negated = negated;
    return build_.emit(instruction, std::move(values));
}

// A field beside values that are the same for every student is compared on its column, as it is stored.
std::optional<Register> Lowering::relate_field(Relation relation, model::CompareOp op, bool negated,
                                               const std::vector<Register>& values) {
    std::size_t at = 0;
    const auto is_field = [&](Register id) { return program_.instruction(id).opcode == Opcode::field; };
    if (relation == Relation::compare && !is_field(values[0])) {
        at = 1;
        op = mirrored(op);
    }
    if (!is_field(values[at])) return std::nullopt;
    std::vector<Register> others;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i != at) others.push_back(values[i]);
    if (!std::ranges::all_of(others, [&](Register id) { return build_.is_uniform(id); })) return std::nullopt;
    const Instruction field = program_.instruction(values[at]);
    Instruction instruction;
    switch (relation) {
        case Relation::compare: instruction.opcode = Opcode::compare_field; break;
        case Relation::between: instruction.opcode = Opcode::between_field; break;
        case Relation::one_of: instruction.opcode = Opcode::one_of_field; break;
    }
    instruction.domain = field.domain;
    instruction.field = field.field;
    if (relation == Relation::compare) instruction.detail = static_cast<std::uint32_t>(op);
    instruction.negated = negated;
    return build_.emit(instruction, std::move(others));
}

}  // namespace wegwijzer::program
