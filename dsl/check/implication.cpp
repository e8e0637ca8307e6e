#include "dsl/check/implication.h"

#include <algorithm>
#include <vector>

#include "engine/model/print_model.h"

namespace wegwijzer::checking {

namespace {

using model::CompareOp;

// `3 < x` read from the other side: `x > 3`.
CompareOp mirrored(CompareOp op) {
    switch (op) {
        case CompareOp::less: return CompareOp::greater;
        case CompareOp::less_equal: return CompareOp::greater_equal;
        case CompareOp::greater: return CompareOp::less;
        case CompareOp::greater_equal: return CompareOp::less_equal;
        case CompareOp::equal:
        case CompareOp::not_equal: break;
    }
    return op;
}

bool is_below(CompareOp op) { return op == CompareOp::less || op == CompareOp::less_equal; }
bool is_above(CompareOp op) { return op == CompareOp::greater || op == CompareOp::greater_equal; }
bool is_strict(CompareOp op) { return op == CompareOp::less || op == CompareOp::greater; }

// Does x <from.op> from.bound make x <to.op> to.bound true for every x?
bool includes(const Bound& from, const Bound& to) {
    const Decimal a = from.bound;
    const Decimal b = to.bound;
    if (from.op == CompareOp::equal) {
        switch (to.op) {
            case CompareOp::less: return a < b;
            case CompareOp::less_equal: return a <= b;
            case CompareOp::greater: return a > b;
            case CompareOp::greater_equal: return a >= b;
            case CompareOp::equal: return a == b;
            case CompareOp::not_equal: return a != b;
        }
    }
    if (to.op == CompareOp::not_equal) {
        if (is_below(from.op)) return is_strict(from.op) ? a <= b : a < b;
        if (is_above(from.op)) return is_strict(from.op) ? a >= b : a > b;
        return a == b;
    }
    const bool is_looser = is_strict(from.op) || !is_strict(to.op);  // the border itself is no obstacle
    if (is_below(from.op) && is_below(to.op)) return is_looser ? a <= b : a < b;
    if (is_above(from.op) && is_above(to.op)) return is_looser ? a >= b : a > b;
    return false;
}

// The parts of `en` and `alle van`, or of `of` and `minstens 1 van`; nullptr for anything else.
const std::vector<model::ExprId>* parts_of_all(const model::ExprNode& node) {
    if (const auto* both = std::get_if<model::And>(&node)) return &both->operands;
    const auto* list = std::get_if<model::Quantified>(&node);
    return list != nullptr && list->quantifier == model::Quantifier::all ? &list->operands : nullptr;
}
const std::vector<model::ExprId>* parts_of_any(const model::ExprNode& node) {
    const auto* either = std::get_if<model::Or>(&node);
    return either == nullptr ? nullptr : &either->operands;
}

}  // namespace

model::ExprId Implication::meaning(model::ExprId id) const {
    while (const auto* name = std::get_if<model::ConceptValue>(&rules_.expr(id).node)) {
        id = rules_.concept_of(name->concept_id).expr;
    }
    return id;
}

const std::string& Implication::text_of(model::ExprId id) {
    const auto [place, is_new] = texts_.try_emplace(id.value);
    if (is_new) place->second = model::print_expr(rules_, id);
    return place->second;
}

std::optional<Bound> Implication::bound_of(model::ExprId condition) const {
    const auto* comparison = std::get_if<model::Comparison>(&rules_.expr(condition).node);
    if (comparison == nullptr) return std::nullopt;
    const auto number = [this](model::ExprId id) -> std::optional<Decimal> {
        const auto* minus = std::get_if<model::Negation>(&rules_.expr(id).node);
        const auto* literal = std::get_if<model::Literal>(&rules_.expr(minus == nullptr ? id : minus->operand).node);
        const auto* value = literal == nullptr ? nullptr : std::get_if<Decimal>(&literal->value);
        if (value == nullptr) return std::nullopt;
        return minus == nullptr ? std::optional(*value) : negate(*value);
    };
    if (const auto bound = number(comparison->right)) {
        return Bound{meaning(comparison->left), comparison->op, *bound};
    }
    if (const auto bound = number(comparison->left)) {
        return Bound{meaning(comparison->right), mirrored(comparison->op), *bound};
    }
    return std::nullopt;
}

bool Implication::holds_for_bounds(model::ExprId from, model::ExprId to) {
    const auto left = bound_of(from);
    const auto right = bound_of(to);
    return left && right && includes(*left, *right) && text_of(left->value) == text_of(right->value);
}

bool Implication::holds(model::ExprId from, model::ExprId to) {
    if (++steps_ > most_steps) return false;
    from = meaning(from);
    to = meaning(to);
    if (from == to || holds_for_bounds(from, to) || text_of(from) == text_of(to)) return true;
    const model::ExprNode& given = rules_.expr(from).node;
    const model::ExprNode& asked = rules_.expr(to).node;
    if (const auto* parts = parts_of_all(asked)) {
        return std::all_of(parts->begin(), parts->end(), [&](model::ExprId part) { return holds(from, part); });
    }
    if (const auto* parts = parts_of_any(given)) {
        return std::all_of(parts->begin(), parts->end(), [&](model::ExprId part) { return holds(part, to); });
    }
    if (const auto* parts = parts_of_any(asked)) {
        if (std::any_of(parts->begin(), parts->end(), [&](model::ExprId part) { return holds(from, part); })) {
            return true;
        }
    }
    const auto* parts = parts_of_all(given);
    return parts != nullptr &&
           std::any_of(parts->begin(), parts->end(), [&](model::ExprId part) { return holds(part, to); });
}

}  // namespace wegwijzer::checking
