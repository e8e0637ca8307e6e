// What hangs under a node of an expression. The one place that lists it, so that no pass forgets a filter or a period.
#pragma once

#include <variant>

#include "engine/model/rule_set.h"

namespace wegwijzer::model {

// Calls visit(ExprId) for every expression in `period`.
template <class Visit>
void for_each_child(const Period& period, Visit&& visit) {
    if (period.first) visit(period.first);
    if (period.last_one && period.last_one != period.first) visit(period.last_one);
}

template <class Visit>
void for_each_child(const RuleSet& rules, const Selection& selection, Visit&& visit) {
    if (selection.filter) visit(selection.filter);
    if (selection.period) for_each_child(rules.period(selection.period), visit);
}

// Calls visit(ExprId) for every expression of `table`: its columns, what its cells ask of them, its results.
template <class Visit>
void for_each_child(const Table& table, Visit&& visit) {
    const auto one = [&](ExprId id) {
        if (id) visit(id);
    };
    for (const ExprId column : table.columns) one(column);
    for (const TableRow& row : table.rows) {
        for (const TableTest& test : row.tests) one(test.condition);
        one(row.result);
    }
}

// Calls visit(ExprId) for every expression directly under `node`: operands, filters, the days of periods. Begrippen,
// tabellen, parameters and signals are references, not children. None-ids (parts of a rule set with errors) are left out.
template <class Visit>
void for_each_child(const RuleSet& rules, const ExprNode& node, Visit&& visit) {
    const auto one = [&](ExprId id) {
        if (id) visit(id);
    };
    const auto many = [&](const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) one(id);
    };
    std::visit(
        [&](const auto& alternative) {
            using Node = std::decay_t<decltype(alternative)>;
            if constexpr (std::is_same_v<Node, Negation> || std::is_same_v<Node, Not>) {
                one(alternative.operand);
            } else if constexpr (std::is_same_v<Node, Arithmetic> || std::is_same_v<Node, Comparison>) {
                one(alternative.left);
                one(alternative.right);
            } else if constexpr (std::is_same_v<Node, MonthShift>) {
                one(alternative.date);
            } else if constexpr (std::is_same_v<Node, Conditional>) {
                one(alternative.condition);
                one(alternative.if_true);
                one(alternative.if_false);
            } else if constexpr (std::is_same_v<Node, Between>) {
                one(alternative.value);
                one(alternative.low);
                one(alternative.high);
            } else if constexpr (std::is_same_v<Node, OneOf>) {
                one(alternative.value);
                many(alternative.options);
            } else if constexpr (std::is_same_v<Node, Knownness>) {
                one(alternative.value);
            } else if constexpr (std::is_same_v<Node, And> || std::is_same_v<Node, Or>) {
                many(alternative.operands);
            } else if constexpr (std::is_same_v<Node, Quantified>) {
                one(alternative.count);
                many(alternative.operands);
            } else if constexpr (std::is_same_v<Node, Aggregate>) {
                for_each_child(rules, alternative.selection, visit);
            } else if constexpr (std::is_same_v<Node, Existence>) {
                one(alternative.count);
                for_each_child(rules, alternative.selection, visit);
            }
        },
        node);
}

}  // namespace wegwijzer::model
