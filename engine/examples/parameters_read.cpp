#include "engine/examples/parameters_read.h"

#include <variant>

#include "engine/model/reach.h"

namespace wegwijzer::examples {
namespace {

class Collector {
  public:
    explicit Collector(const model::RuleSet& rules)
        : rules_(rules), reach_(rules, *this), parameters_(rules.parameters.size()) {}

    template <class What>
    void read(const What& what) {
        reach_.read(what);
    }
    [[nodiscard]] std::vector<model::ParameterId> take() const {
        std::vector<model::ParameterId> found;
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            if (parameters_[i]) found.emplace_back(i);
        }
        return found;
    }

    void reached(model::ParameterId id) { parameters_[id.index()] = true; }
    void reached(const model::ExprNode& node) {
        if (const auto* state = std::get_if<model::SignalState>(&node)) {
            reach_.push(state->signal);
        } else if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) {
            reach_.push(severity->signal);
        } else if (const model::Selection* selection = model::selection_of(node)) {
            if (!selection->of_signals()) return;
            for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
                if (rules_.signals[i].kind == model::SignalKind::signal) reach_.push(model::SignalId(i));
            }
        }
    }
    void reached(model::ConceptId) {}
    void reached(model::TableId) {}

  private:
    const model::RuleSet& rules_;
    model::Reach<Collector> reach_;
    std::vector<bool> parameters_;
};

void read_policies(const model::RuleSet& rules, Collector& collector) {
    for (const model::Policy& policy : rules.policies) {
        collector.read(policy.condition);
        for (const model::ExprId unless : policy.unless) collector.read(unless);
        for (const model::Advice& advice : policy.advises) {
            if (advice.within) collector.read(*advice.within);
            collector.read(advice.due);
        }
    }
    for (const model::Plan& plan : rules.plans) {
        collector.read(plan.goal);
        for (const model::PlanStep& step : plan.steps) {
            model::for_each_term(step, [&](const auto& term) { collector.read(term); });
        }
    }
    for (const model::Intervention& intervention : rules.interventions) {
        if (intervention.at_most_once_per) collector.read(*intervention.at_most_once_per);
    }
}

struct Reading {
    const model::RuleSet& rules;
    Collector& collector;

    void operator()(const model::SignalExpectation& expected) const {
        if (expected.signal) {
            collector.read(expected.signal);
            return;
        }
        for (std::size_t i = 0; i < rules.signals.size(); ++i) {
            if (rules.signals[i].kind == expected.kind) collector.read(model::SignalId(i));
        }
    }
    void operator()(const model::AdviceExpectation&) const { read_policies(rules, collector); }
    void operator()(const model::PlanExpectation&) const { read_policies(rules, collector); }
    void operator()(const model::ConceptExpectation& expected) const { collector.read(expected.expr); }
    void operator()(const model::ParameterExpectation& expected) const { collector.read(expected.parameter); }
};

}  // namespace

std::vector<model::ParameterId> parameters_read(const model::RuleSet& rules, const model::Example& example) {
    Collector collector(rules);
    for (const model::Expectation& expectation : example.expectations) {
        std::visit(Reading{rules, collector}, expectation.what);
    }
    return collector.take();
}

}  // namespace wegwijzer::examples
