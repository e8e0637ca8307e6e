#include "engine/examples/parameters_read.h"

#include <variant>

#include "engine/model/walk.h"

namespace wegwijzer::examples {
namespace {

class Collector {
  public:
    explicit Collector(const model::RuleSet& rules)
        : rules_(rules),
          parameters_(rules.parameters.size()),
          concepts_(rules.concepts.size()),
          tables_(rules.tables.size()),
          signals_(rules.signals.size()),
          exprs_(rules.exprs.size()) {}

    void read(model::ExprId id) {
        if (id) work_.push_back(id);
        drain();
    }
    void read(const model::LengthSource& length) { read(length.parameter); }
    void read(model::ParameterId id) {
        push(id);
        drain();
    }
    void read(model::SignalId id) {
        push(id);
        drain();
    }
    [[nodiscard]] std::vector<model::ParameterId> take() const {
        std::vector<model::ParameterId> found;
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            if (parameters_[i]) found.emplace_back(i);
        }
        return found;
    }

  private:
    void push(model::ParameterId id) {
        if (id.is_none() || parameters_[id.index()]) return;
        parameters_[id.index()] = true;
        for (const model::Override& line : rules_.parameter(id).overrides) {
            if (line.condition) work_.push_back(line.condition);
        }
    }
    void push(model::SignalId id) {
        if (id.is_none() || signals_[id.index()]) return;
        signals_[id.index()] = true;
        const model::Signal& signal = rules_.signal(id);
        for (const model::SeverityLevel& level : signal.levels) {
            if (level.condition) work_.push_back(level.condition);
        }
        for (const model::ExprId unless : signal.unless) {
            if (unless) work_.push_back(unless);
        }
    }
    void push(const model::Selection& selection) {
        if (selection.period) push(rules_.period(selection.period).length.parameter);
        if (!selection.of_signals()) return;
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            if (rules_.signals[i].kind == model::SignalKind::signal) push(model::SignalId(i));
        }
    }
    void drain() {
        while (!work_.empty()) {
            const model::ExprId id = work_.back();
            work_.pop_back();
            if (exprs_[id.index()]) continue;
            exprs_[id.index()] = true;
            visit(rules_.expr(id).node);
        }
    }
    void visit(const model::ExprNode& node) {
        if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) {
            push(parameter->parameter);
        } else if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
            if (!concepts_[named->concept_id.index()]) {
                concepts_[named->concept_id.index()] = true;
                const model::ExprId expr = rules_.concept_of(named->concept_id).expr;
                if (expr) work_.push_back(expr);
            }
        } else if (const auto* table = std::get_if<model::TableValue>(&node)) {
            if (!tables_[table->table.index()]) {
                tables_[table->table.index()] = true;
                model::for_each_child(rules_.table(table->table),
                                      [this](model::ExprId child) { work_.push_back(child); });
            }
        } else if (const auto* state = std::get_if<model::SignalState>(&node)) {
            push(state->signal);
        } else if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) {
            push(severity->signal);
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            push(aggregate->selection);
        } else if (const auto* existence = std::get_if<model::Existence>(&node)) {
            push(existence->selection);
        }
        model::for_each_child(rules_, node, [this](model::ExprId child) { work_.push_back(child); });
    }

    const model::RuleSet& rules_;
    std::vector<bool> parameters_;
    std::vector<bool> concepts_;
    std::vector<bool> tables_;
    std::vector<bool> signals_;
    std::vector<bool> exprs_;
    std::vector<model::ExprId> work_;
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
    void operator()(const model::AdviceExpectation& expected) const {
        (void)expected;
        read_policies(rules, collector);
    }
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
