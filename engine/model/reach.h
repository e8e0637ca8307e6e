// Everything that can be reached from a rule's expressions: through begrippen, tabellen and parameters with their `stel`
// lines, each once. The one walk for whoever asks what stands behind a thing, so that a new kind of node is followed
// everywhere. With a list of work instead of recursion: a pack may chain thousands of begrippen.
#pragma once

#include <vector>

#include "engine/model/walk.h"

namespace wegwijzer::model {

// Which events a node looks at; nothing for a node that looks at none.
[[nodiscard]] inline const Selection* selection_of(const ExprNode& node) {
    if (const auto* aggregate = std::get_if<Aggregate>(&node)) return &aggregate->selection;
    if (const auto* existence = std::get_if<Existence>(&node)) return &existence->selection;
    return nullptr;
}

// `visitor` is told of every node, and of every begrip, tabel and parameter when it is reached first:
//   void reached(const ExprNode&), reached(ConceptId), reached(TableId), reached(ParameterId)
// It may push more while it is told. What a signal reads is followed only when it is pushed.
template <class Visitor>
class Reach {
  public:
    Reach(const RuleSet& rules, Visitor& visitor)
        : rules_(rules),
          visitor_(visitor),
          seen_exprs_(rules.exprs.size()),
          seen_concepts_(rules.concepts.size()),
          seen_tables_(rules.tables.size()),
          seen_parameters_(rules.parameters.size()),
          seen_signals_(rules.signals.size()) {}

    // `what`: an ExprId, a ParameterId, a TableId, a SignalId, a LengthSource. None-ids are left out.
    template <class What>
    void read(const What& what) {
        push(what);
        drain();
    }

    void push(ExprId id) {
        if (id && !seen_exprs_[id.index()]) work_.push_back(id);
    }
    void push(ParameterId id) {
        if (id.is_none() || !first_time(seen_parameters_, id)) return;
        visitor_.reached(id);
        for (const Override& line : rules_.parameter(id).overrides) push(line.condition);
    }
    void push(const LengthSource& length) { push(length.parameter); }
    void push(ConceptId id) {
        if (!first_time(seen_concepts_, id)) return;
        visitor_.reached(id);
        push(rules_.concept_of(id).expr);
    }
    void push(TableId id) {
        if (id.is_none() || !first_time(seen_tables_, id)) return;
        visitor_.reached(id);
        for_each_child(rules_.table(id), [this](ExprId child) { push(child); });
    }
    // Its conditions; not its phases and its uitleg.
    void push(SignalId id) {
        if (!first_time(seen_signals_, id)) return;
        for (const SeverityLevel& level : rules_.signal(id).levels) push(level.condition);
        for (const ExprId unless : rules_.signal(id).unless) push(unless);
    }

  private:
    template <class IdType>
    static bool first_time(std::vector<bool>& seen, IdType id) {
        if (seen[id.index()]) return false;
        seen[id.index()] = true;
        return true;
    }
    void drain() {
        while (!work_.empty()) {
            const ExprId id = work_.back();
            work_.pop_back();
            if (first_time(seen_exprs_, id)) follow(rules_.expr(id).node);
        }
    }
    void follow(const ExprNode& node) {
        visitor_.reached(node);
        if (const auto* parameter = std::get_if<ParameterValue>(&node)) {
            push(parameter->parameter);
        } else if (const auto* named = std::get_if<ConceptValue>(&node)) {
            push(named->concept_id);
        } else if (const auto* table = std::get_if<TableValue>(&node)) {
            push(table->table);
        } else if (const Selection* selection = selection_of(node)) {
            if (selection->period) push(rules_.period(selection->period).length);
        }
        for_each_child(rules_, node, [this](ExprId child) { push(child); });
    }

    const RuleSet& rules_;
    Visitor& visitor_;
    std::vector<bool> seen_exprs_;
    std::vector<bool> seen_concepts_;
    std::vector<bool> seen_tables_;
    std::vector<bool> seen_parameters_;
    std::vector<bool> seen_signals_;
    std::vector<ExprId> work_;
};

}  // namespace wegwijzer::model
