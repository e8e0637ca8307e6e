// The logic above the conditions of a signal, in a trace, with other answers of some conditions than they have.
#pragma once

#include <vector>

#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

class Logic {
  public:
    // Both must outlive it.
    Logic(const model::RuleSet& rules, const trace::Trace& trace) : rules_(rules), trace_(trace) {}

    // The condition comes out so. The last word on a condition counts.
    void give(trace::StepId condition, Tri answer);
    void turn(trace::StepId condition);  // the other way round, until the next turn
    [[nodiscard]] Tri answer(trace::StepId id) const;
    // Conditions below `id` that are no logic, each once: added to those that are there.
    void collect(trace::StepId id, std::vector<trace::StepId>& leaves) const;

  private:
    [[nodiscard]] const model::ExprNode* logic_of(const trace::Step& step) const;
    [[nodiscard]] bool is_count(const model::Quantified& list, trace::StepId child) const;
    [[nodiscard]] Tri answer(const model::Quantified& list, const trace::Step& step) const;

    struct Given {
        trace::StepId condition;
        Tri answer = Tri::unknown;
    };
    const model::RuleSet& rules_;
    const trace::Trace& trace_;
    std::vector<Given> given_;
    trace::StepId turned_;
};

}  // namespace wegwijzer::margins
