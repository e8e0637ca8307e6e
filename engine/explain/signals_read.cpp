#include "engine/explain/signals_read.h"

#include <algorithm>

namespace wegwijzer::explain {
namespace {

using model::ExprId;

class Search {
  public:
    explicit Search(const model::RuleSet& rules) : rules_(rules) {}

    void visit(ExprId id) {
        if (id.is_none()) return;
        std::visit([this](const auto& node) { look(node); }, rules_.expr(id).node);
    }
    [[nodiscard]] std::vector<model::SignalId> take() {
        std::ranges::sort(found_);
        found_.erase(std::ranges::unique(found_).begin(), found_.end());
        return std::move(found_);
    }

  private:
    void visit_all(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) visit(id);
    }

    void look(const model::SignalState& node) { found_.push_back(node.signal); }
    void look(const model::SignalSeverity& node) { found_.push_back(node.signal); }
    void look(const model::Negation& node) { visit(node.operand); }
    void look(const model::Arithmetic& node) {
        visit(node.left);
        visit(node.right);
    }
    void look(const model::MonthShift& node) { visit(node.date); }
    void look(const model::Conditional& node) {
        visit(node.condition);
        visit(node.if_true);
        visit(node.if_false);
    }
    void look(const model::Comparison& node) {
        visit(node.left);
        visit(node.right);
    }
    void look(const model::Between& node) {
        visit(node.value);
        visit(node.low);
        visit(node.high);
    }
    void look(const model::OneOf& node) {
        visit(node.value);
        visit_all(node.options);
    }
    void look(const model::Knownness& node) { visit(node.value); }
    void look(const model::Not& node) { visit(node.operand); }
    void look(const model::And& node) { visit_all(node.operands); }
    void look(const model::Or& node) { visit_all(node.operands); }
    void look(const model::Quantified& node) { visit_all(node.operands); }
    // A begrip, a filter and a period read no signals; every other node is a leaf.
    template <class Leaf>
    void look(const Leaf& /*node*/) {}

    const model::RuleSet& rules_;
    std::vector<model::SignalId> found_;
};

}  // namespace

std::vector<model::SignalId> signals_read(const model::RuleSet& rules, ExprId root) {
    Search search(rules);
    search.visit(root);
    return search.take();
}

}  // namespace wegwijzer::explain
