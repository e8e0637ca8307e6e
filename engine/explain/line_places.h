// Where the lines of a rule stand in the tree of an explanation: as ConditionLines puts them there, for who shows one value of
// it and makes no lines. A begrip has its lines where it is opened first, what decides before the rest.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/explain/shown_value.h"
#include "engine/model/rule_set.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

class LinePlaces {
  public:
    // `rules` must outlive it.
    explicit LinePlaces(const model::RuleSet& rules)
        : rules_(&rules), opened_concepts_(rules.concepts.size()), opened_tables_(rules.tables.size()) {}

    // How the conditions came out for this student: the tree opens a begrip where it decides. Not needed without begrippen.
    void know(const trace::Trace& trace);
    // A condition of the rule, in the order in which the tree has them made: levels or `als`, then every `tenzij`.
    void add(model::ExprId condition, const Node& place);

    // None: no line of its own, such as a begrip inside a value.
    [[nodiscard]] std::optional<Node> of(model::ExprId condition) const;
    // Of one side of a comparison: its value, or what that is compared with.
    [[nodiscard]] std::optional<Node> of_side(model::ExprId comparison, model::ExprId side) const;

  private:
    void add_children(model::ExprId whole, const std::vector<model::ExprId>& operands, const Node& place);
    [[nodiscard]] Tri holds(model::ExprId condition) const;
    // What stands behind a value opens its begrippen too, and those have no lines then.
    void open_behind(model::ExprId value);
    [[nodiscard]] bool opens(model::ConceptId id);

    const model::RuleSet* rules_;
    std::vector<bool> opened_concepts_;
    std::vector<bool> opened_tables_;
    std::unordered_map<std::size_t, Node> places_;  // by ExprId, as below
    std::unordered_map<std::size_t, Tri> truths_;
};

}  // namespace wegwijzer::explain
