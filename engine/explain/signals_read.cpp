#include "engine/explain/signals_read.h"

#include <algorithm>

#include "engine/model/walk.h"

namespace wegwijzer::explain {
namespace {

// A begrip reads no signals, so that only what is written in place counts.
void collect(const model::RuleSet& rules, model::ExprId id, std::vector<model::SignalId>& found) {
    const model::ExprNode& node = rules.expr(id).node;
    if (const auto* state = std::get_if<model::SignalState>(&node)) found.push_back(state->signal);
    if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) found.push_back(severity->signal);
    model::for_each_child(rules, node, [&](model::ExprId child) { collect(rules, child, found); });
}

}  // namespace

std::vector<model::SignalId> signals_read(const model::RuleSet& rules, model::ExprId root) {
    std::vector<model::SignalId> found;
    if (root) collect(rules, root, found);
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

}  // namespace wegwijzer::explain
