#include "engine/explain/line_places.h"

#include <algorithm>

#include "engine/explain/deciding.h"
#include "engine/model/walk.h"

namespace wegwijzer::explain {

bool LinePlaces::opens(model::ConceptId id) {
    if (opened_concepts_[id.index()]) return false;
    opened_concepts_[id.index()] = true;
    return true;
}

void LinePlaces::know(const trace::Trace& trace) {
    for (const trace::Step& step : trace.steps) {
        if (!step.expr.is_none()) truths_[step.expr.index()] = trace::truth_of(step.value);
    }
}

Tri LinePlaces::holds(model::ExprId condition) const {
    const auto found = truths_.find(condition.index());
    return found == truths_.end() ? Tri::unknown : found->second;
}

void LinePlaces::add_children(model::ExprId whole, const std::vector<model::ExprId>& operands, const Node& place) {
    const model::ExprNode& node = rules_->expr(whole).node;
    for (const bool deciding : {true, false}) {
        for (std::size_t i = 0; i < operands.size(); ++i) {
            if (carries(node, holds(whole), holds(operands[i])) == deciding) add(operands[i], place / i);
        }
    }
}

void LinePlaces::add(model::ExprId condition, const Node& place) {
    places_.try_emplace(condition.index(), place);
    const model::ExprNode& node = rules_->expr(condition).node;
    if (const auto* all = std::get_if<model::And>(&node)) return add_children(condition, all->operands, place);
    if (const auto* any = std::get_if<model::Or>(&node)) return add_children(condition, any->operands, place);
    if (const auto* none = std::get_if<model::Not>(&node)) return add(none->operand, place / 0);
    if (const auto* some = std::get_if<model::Quantified>(&node)) return add_children(condition, some->operands, place);
    if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
        if (opens(named->concept_id)) add(rules_->concept_of(named->concept_id).expr, place / 0);
        return;
    }
    if (const auto* comparison = std::get_if<model::Comparison>(&node)) {
        open_behind(comparison->left);
        open_behind(comparison->right);
    } else if (const auto* between = std::get_if<model::Between>(&node)) {
        open_behind(between->value);
    } else if (const auto* one_of = std::get_if<model::OneOf>(&node)) {
        open_behind(one_of->value);
    } else if (const auto* known = std::get_if<model::Knownness>(&node)) {
        open_behind(known->value);
    } else {
        open_behind(condition);
    }
}

void LinePlaces::open_behind(model::ExprId value) {
    const model::ExprNode& node = rules_->expr(value).node;
    if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
        if (opens(named->concept_id)) open_behind(rules_->concept_of(named->concept_id).expr);
        return;
    }
    if (const auto* used = std::get_if<model::TableValue>(&node)) {
        if (opened_tables_[used->table.index()]) return;
        opened_tables_[used->table.index()] = true;
        const model::Table& table = rules_->table(used->table);
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const bool has_say = std::ranges::any_of(
                table.rows, [&](const model::TableRow& row) { return !row.tests[column].condition.is_none(); });
            if (has_say) open_behind(table.columns[column]);
        }
        return;
    }
    const bool is_calculation = std::holds_alternative<model::Arithmetic>(node) ||
                                std::holds_alternative<model::Negation>(node) ||
                                std::holds_alternative<model::Conditional>(node);
    if (is_calculation) {
        model::for_each_child(*rules_, node, [this](model::ExprId child) { open_behind(child); });
    }
}

std::optional<Node> LinePlaces::of(model::ExprId condition) const {
    const auto found = places_.find(condition.index());
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Node> LinePlaces::of_side(model::ExprId comparison, model::ExprId side) const {
    const std::optional<Node> place = of(comparison);
    if (!place) return std::nullopt;
    bool is_value = true;
    if (const auto* written = std::get_if<model::Comparison>(&rules_->expr(comparison).node)) {
        const auto is_literal = [&](model::ExprId id) {
            return std::holds_alternative<model::Literal>(rules_->expr(id).node);
        };
        // A value that is written there is what the other side is compared with.
        const bool is_turned = is_literal(written->left) && !is_literal(written->right);
        is_value = side == (is_turned ? written->right : written->left);
    }
    return *place / (is_value ? "value" : "threshold");
}

}  // namespace wegwijzer::explain
