#include "dsl/mutation/notice.h"

#include "engine/examples/run_examples.h"
#include "engine/model/reach.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::mutation {

using Owner = examples::PlaceOwner::Kind;

namespace {

// The declarations behind what is read, as a set of marks.
class Marker {
  public:
    Marker(const model::RuleSet& rules, std::vector<bool>& marks)
        : rules_(rules), marks_(marks), reach_(rules, *this) {}

    void signal(model::SignalId id) {
        mark(id.index());
        reach_.read(id);
    }
    template <class What>
    void read(const What& what) {
        reach_.read(what);
    }
    void mark_policy(std::size_t index) { mark(rules_.signals.size() + index); }
    void mark_plan(std::size_t index) { mark(plans() + index); }

    void reached(model::ConceptId id) { mark(rules_.signals.size() + rules_.policies.size() + id.index()); }
    void reached(model::TableId id) { mark(tables() + id.index()); }
    void reached(model::ParameterId id) { mark(parameters() + id.index()); }
    void reached(const model::ExprNode& node) {
        if (const auto* state = std::get_if<model::SignalState>(&node)) also(state->signal);
        if (const auto* severity = std::get_if<model::SignalSeverity>(&node)) also(severity->signal);
        const model::Selection* selection = model::selection_of(node);
        if (selection == nullptr || !selection->of_signals()) return;
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) also(model::SignalId(i));
    }

    [[nodiscard]] std::size_t tables() const {
        return rules_.signals.size() + rules_.policies.size() + rules_.concepts.size();
    }
    [[nodiscard]] std::size_t parameters() const { return tables() + rules_.tables.size(); }
    [[nodiscard]] std::size_t plans() const { return parameters() + rules_.parameters.size(); }

  private:
    void mark(std::size_t index) { marks_[index] = true; }
    void also(model::SignalId id) {
        mark(id.index());
        reach_.push(id);
    }

    const model::RuleSet& rules_;
    std::vector<bool>& marks_;
    model::Reach<Marker> reach_;
};

std::size_t owners(const model::RuleSet& rules) {
    return rules.signals.size() + rules.policies.size() + rules.concepts.size() + rules.tables.size() +
           rules.parameters.size() + rules.plans.size();
}

void mark_advice(const model::RuleSet& rules, Marker& marker) {
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
        const model::Policy& policy = rules.policies[i];
        marker.mark_policy(i);
        marker.read(policy.condition);
        for (const model::ExprId unless : policy.unless) marker.read(unless);
        for (const model::Advice& advice : policy.advises) {
            if (advice.within) marker.read(*advice.within);
            marker.read(advice.due);
        }
    }
    for (std::size_t i = 0; i < rules.plans.size(); ++i) {
        marker.mark_plan(i);
        marker.read(rules.plans[i].goal);
        for (const model::PlanStep& step : rules.plans[i].steps)
            model::for_each_term(step, [&](const auto& term) { marker.read(term); });
    }
    for (const model::Intervention& intervention : rules.interventions) {
        if (intervention.at_most_once_per) marker.read(*intervention.at_most_once_per);
    }
}

}  // namespace

Watch::Watch(const std::shared_ptr<const model::RuleSet>& rules, const std::set<SourceId>& sources)
    : changed_(std::make_shared<model::RuleSet>(*rules)), shared_(changed_), advice_reads_(owners(*rules)) {
    Marker marker(*rules, advice_reads_);
    mark_advice(*rules, marker);
    for (std::size_t i = 0; i < rules->examples.size(); ++i) {
        const model::Example& example = rules->examples[i];
        if (!sources.contains(example.origin.source)) continue;
        if (!examples::comes_out(rules, example)) {
            has_failures_ = true;
            continue;
        }
        Watcher watcher{i, reads(example), {}, {}};
        if (example.settings.empty()) {
            watcher.subject = examples::build_subject(rules, example);
            watcher.signals = trace::evaluate(*rules, watcher.subject->cohort, 0, example.on).outcome.signals;
        }
        watchers_.push_back(std::move(watcher));
    }
}

std::size_t Watch::owner_index(const examples::PlaceOwner& owner) const {
    const model::RuleSet& rules = *shared_;
    std::size_t before = 0;
    if (owner.kind == Owner::signal) return owner.index;
    before += rules.signals.size();
    if (owner.kind == Owner::policy) return before + owner.index;
    before += rules.policies.size();
    if (owner.kind == Owner::concept_) return before + owner.index;
    before += rules.concepts.size();
    if (owner.kind == Owner::table) return before + owner.index;
    before += rules.tables.size();
    if (owner.kind == Owner::parameter) return before + owner.index;
    return before + rules.parameters.size() + owner.index;
}

std::vector<bool> Watch::reads(const model::Example& example) const {
    const model::RuleSet& rules = *shared_;
    std::vector<bool> marks(owners(rules));
    Marker marker(rules, marks);
    bool asks_advice = false;
    for (const model::Expectation& expectation : example.expectations) {
        if (const auto* signal = std::get_if<model::SignalExpectation>(&expectation.what)) {
            for (std::size_t i = 0; i < rules.signals.size(); ++i) {
                const bool is_it = signal->signal ? signal->signal.index() == i : rules.signals[i].kind == signal->kind;
                if (is_it) marker.signal(model::SignalId(i));
            }
        } else if (const auto* named = std::get_if<model::ConceptExpectation>(&expectation.what)) {
            for (std::size_t i = 0; i < rules.concepts.size(); ++i) {
                if (rules.concepts[i].expr == named->expr) marker.reached(model::ConceptId(i));
            }
            marker.read(named->expr);
        } else if (const auto* parameter = std::get_if<model::ParameterExpectation>(&expectation.what)) {
            marker.read(parameter->parameter);
        } else {
            asks_advice = true;
        }
    }
    for (std::size_t i = 0; asks_advice && i < marks.size(); ++i) marks[i] = marks[i] || advice_reads_[i];
    return marks;
}

// With the change made.
bool Watch::may_notice(const Watcher& watcher, const Change& change) const {
    if (!watcher.reads[owner_index(change.owner)]) return false;
    if (change.owner.kind != Owner::signal || !watcher.subject) return true;
    const trace::Trace traced = trace::evaluate_signal(*shared_, watcher.subject->cohort, 0, watcher.subject->on,
                                                       model::SignalId(change.owner.index));
    const model::SignalOutcome& then = traced.outcome.signals.front();
    const model::SignalOutcome& now = watcher.signals[change.owner.index];
    return then.status != now.status || then.severity != now.severity || then.possibly_higher != now.possibly_higher ||
           then.possible_severities != now.possible_severities;
}

std::optional<std::size_t> Watch::noticed_by(Change& change) {
    exchange(*changed_, change);
    std::optional<std::size_t> found;
    for (const Watcher& watcher : watchers_) {
        if (!may_notice(watcher, change) || examples::comes_out(shared_, shared_->examples[watcher.example])) continue;
        found = watcher.example;
        break;
    }
    exchange(*changed_, change);
    return found;
}

bool Watch::notices(const model::Example& example, Change& change) {
    exchange(*changed_, change);
    const bool fails = !examples::comes_out(shared_, example);
    exchange(*changed_, change);
    return fails;
}

}  // namespace wegwijzer::mutation
