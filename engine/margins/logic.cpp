#include "engine/margins/logic.h"

#include <algorithm>

#include "engine/trace/comparison.h"

namespace wegwijzer::margins {

using model::ExprNode;
using trace::StepId;

void Logic::give(StepId condition, Tri answer) {
    const auto found = std::ranges::find(given_, condition, &Given::condition);
    if (found == given_.end()) {
        given_.push_back({condition, answer});
    } else {
        found->answer = answer;
    }
}

void Logic::turn(StepId condition) { turned_ = condition; }

Tri Logic::answer(StepId id) const {
    const auto given = std::ranges::find(given_, id, &Given::condition);
    if (given != given_.end()) return given->answer;
    const trace::Step& step = trace_.step(id);
    if (id == turned_) return tri_not(trace::truth_of(step.value));
    const ExprNode* node = logic_of(step);
    if (node == nullptr) return trace::truth_of(step.value);
    if (const auto* list = std::get_if<model::Quantified>(node)) return answer(*list, step);
    if (std::holds_alternative<model::Not>(*node)) return tri_not(answer(step.children.front()));
    if (std::holds_alternative<model::ConceptValue>(*node)) return answer(step.children.front());
    const bool is_and = std::holds_alternative<model::And>(*node);
    Tri all = is_and ? Tri::yes : Tri::no;
    for (const StepId child : step.children) all = is_and ? tri_and(all, answer(child)) : tri_or(all, answer(child));
    return all;
}

void Logic::collect(StepId id, std::vector<StepId>& leaves) const {
    const trace::Step& step = trace_.step(id);
    const ExprNode* node = logic_of(step);
    if (node == nullptr) {
        if (std::ranges::find(leaves, id) == leaves.end()) leaves.push_back(id);
        return;
    }
    for (const StepId child : step.children) {
        const auto* list = std::get_if<model::Quantified>(node);
        if (list == nullptr || !is_count(*list, child)) collect(child, leaves);
    }
}

// The node of a step that is logic, else nothing.
const ExprNode* Logic::logic_of(const trace::Step& step) const {
    if (step.expr.is_none() || step.children.empty()) return nullptr;
    const ExprNode& node = rules_.expr(step.expr).node;
    const bool is_logic = std::holds_alternative<model::Not>(node) || std::holds_alternative<model::And>(node) ||
                          std::holds_alternative<model::Or>(node) || std::holds_alternative<model::Quantified>(node) ||
                          std::holds_alternative<model::ConceptValue>(node);
    return is_logic ? &node : nullptr;
}

bool Logic::is_count(const model::Quantified& list, StepId child) const {
    return list.count && trace_.step(child).expr == list.count;
}

Tri Logic::answer(const model::Quantified& list, const trace::Step& step) const {
    trace::Operand number;
    number.value = Decimal::from_integer(static_cast<std::int64_t>(list.operands.size()));
    std::int64_t holding = 0;
    std::int64_t unknown = 0;
    for (const StepId child : step.children) {
        if (is_count(list, child)) {
            number = {trace_.step(child).value, trace_.step(child).exact};
            continue;
        }
        const Tri truth = answer(child);
        if (truth == Tri::yes) ++holding;
        if (truth == Tri::unknown) ++unknown;
    }
    trace::Operand count;
    if (unknown == 0) {
        count.value = Decimal::from_integer(holding);
    } else {
        count.value = trace::CountRange{holding, holding + unknown};
    }
    return trace::decide_count(list.quantifier, count, number);
}

}  // namespace wegwijzer::margins
