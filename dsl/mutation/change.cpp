#include "dsl/mutation/change.h"

#include <algorithm>
#include <utility>

namespace wegwijzer::mutation {

using model::ExprId;

void exchange(model::RuleSet& rules, Change& change) {
    if (auto* node = std::get_if<OtherNode>(&change.other)) {
        std::swap(rules.exprs[node->id.index()].node, node->node);
    } else if (auto* value = std::get_if<OtherValue>(&change.other)) {
        std::swap(rules.parameters[value->parameter.index()].value, value->value);
    } else if (auto* length = std::get_if<OtherLength>(&change.other)) {
        std::swap(rules.periods[length->period.index()].length.length.count, length->count);
    } else if (auto* unless = std::get_if<OtherUnless>(&change.other)) {
        const bool is_signal = unless->owner.kind == examples::PlaceOwner::Kind::signal;
        std::swap(is_signal ? rules.signals[unless->owner.index].unless : rules.policies[unless->owner.index].unless,
                  unless->unless);
    }
}

void replace_child(model::ExprNode& node, ExprId old, ExprId id) {
    const auto one = [&](ExprId& child) {
        if (child == old) child = id;
    };
    const auto many = [&](std::vector<ExprId>& children) { std::ranges::for_each(children, one); };
    std::visit(
        [&](auto& alternative) {
            using Node = std::decay_t<decltype(alternative)>;
            if constexpr (std::is_same_v<Node, model::Negation> || std::is_same_v<Node, model::Not>) {
                one(alternative.operand);
            } else if constexpr (std::is_same_v<Node, model::Arithmetic> || std::is_same_v<Node, model::Comparison>) {
                one(alternative.left);
                one(alternative.right);
            } else if constexpr (std::is_same_v<Node, model::Conditional>) {
                one(alternative.condition);
                one(alternative.if_true);
                one(alternative.if_false);
            } else if constexpr (std::is_same_v<Node, model::Between>) {
                one(alternative.value);
                one(alternative.low);
                one(alternative.high);
            } else if constexpr (std::is_same_v<Node, model::OneOf> || std::is_same_v<Node, model::Knownness>) {
                one(alternative.value);
            } else if constexpr (std::is_same_v<Node, model::And> || std::is_same_v<Node, model::Or>) {
                many(alternative.operands);
            } else if constexpr (std::is_same_v<Node, model::Quantified>) {
                one(alternative.count);
                many(alternative.operands);
            } else if constexpr (std::is_same_v<Node, model::Aggregate>) {
                one(alternative.selection.filter);
            } else if constexpr (std::is_same_v<Node, model::Existence>) {
                one(alternative.count);
                one(alternative.selection.filter);
            }
        },
        node);
}

}  // namespace wegwijzer::mutation
