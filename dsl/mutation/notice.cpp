#include "dsl/mutation/notice.h"

#include <algorithm>

#include "engine/examples/comes_out.h"
#include "engine/examples/run_examples.h"
#include "engine/model/reach.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::mutation {

using Owner = examples::PlaceOwner::Kind;

namespace {

constexpr std::uint32_t not_asked = static_cast<std::uint32_t>(-1);

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
    void policy(std::size_t index) {
        const model::Policy& policy = rules_.policies[index];
        mark(rules_.signals.size() + index);
        read(policy.condition);
        for (const model::ExprId unless : policy.unless) read(unless);
        for (const model::Advice& advice : policy.advises) {
            if (advice.within) read(*advice.within);
            read(advice.due);
        }
    }
    void plan(std::size_t index) {
        const model::Plan& plan = rules_.plans[index];
        mark(plans() + index);
        read(plan.goal);
        for (const model::PlanStep& step : plan.steps)
            model::for_each_term(step, [this](const auto& term) { read(term); });
    }
    void limits() {
        for (const model::Intervention& intervention : rules_.interventions) {
            if (intervention.at_most_once_per) read(*intervention.at_most_once_per);
        }
    }

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
    for (std::size_t i = 0; i < rules.policies.size(); ++i) marker.policy(i);
    for (std::size_t i = 0; i < rules.plans.size(); ++i) marker.plan(i);
    marker.limits();
}

}  // namespace

Watch::Watch(const std::shared_ptr<const model::RuleSet>& rules, const std::set<SourceId>& sources)
    : changed_(std::make_shared<model::RuleSet>(*rules)),
      shared_(changed_),
      advice_reads_(owners(*rules)),
      affected_(owners(*rules)),
      alike_(*shared_) {
    Marker marker(*rules, advice_reads_);
    mark_advice(*rules, marker);
    find_affected();
    for (std::size_t i = 0; i < rules->examples.size(); ++i) {
        const model::Example& example = shared_->examples[i];
        if (!sources.contains(example.origin.source)) continue;
        if (!examples::comes_out(shared_, example)) {
            has_failures_ = true;
            continue;
        }
        Watcher watcher;
        watcher.example = i;
        watcher.reads = reads(example);
        watcher.alike.resize(rules->signals.size(), not_asked);
        if (example.settings.empty()) {
            watcher.subject = examples::build_subject(shared_, example);
            if (!examples::is_about_signals(example))
                watcher.outcome = trace::evaluate(*shared_, watcher.subject->cohort, 0, example.on).outcome;
        }
        watcher.asks_values = std::ranges::any_of(example.expectations, [](const model::Expectation& expectation) {
            return std::holds_alternative<model::ConceptExpectation>(expectation.what) ||
                   std::holds_alternative<model::ParameterExpectation>(expectation.what);
        });
        watchers_.push_back(std::move(watcher));
    }
}

// Each signal, policy and plan under all that it reads.
void Watch::find_affected() {
    const model::RuleSet& rules = *shared_;
    const auto under_what_is_read = [&](const auto& read, const auto& add) {
        std::vector<bool> marks(affected_.size());
        Marker marker(rules, marks);
        read(marker);
        for (std::size_t owner = 0; owner < marks.size(); ++owner) {
            if (marks[owner]) add(affected_[owner]);
        }
    };
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        under_what_is_read([&](Marker& marker) { marker.signal(model::SignalId(i)); },
                           [&](Affected& affected) { affected.signals.emplace_back(i); });
    }
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
        under_what_is_read([&](Marker& marker) { marker.policy(i); },
                           [&](Affected& affected) { affected.pieces.policies.emplace_back(i); });
    }
    for (std::size_t i = 0; i < rules.plans.size(); ++i) {
        under_what_is_read([&](Marker& marker) { marker.plan(i); },
                           [&](Affected& affected) { affected.pieces.plans.emplace_back(i); });
    }
    under_what_is_read([](Marker& marker) { marker.limits(); },
                       [](Affected& affected) { affected.pieces.limits = true; });
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

// ---- with the change made -------------------------------------------------------------------------------------------

model::SignalOutcome Watch::evaluate(const Watcher& watcher, model::SignalId signal) const {
    return trace::evaluate_signal(*shared_, watcher.subject->cohort, 0, watcher.subject->on, signal)
        .outcome.signals.front();
}

const Watch::Then& Watch::then_of(Watcher& watcher, model::SignalId signal) {
    std::uint32_t& alike = watcher.alike[signal.index()];
    if (alike == not_asked) alike = alike_.number_of(shared_->examples[watcher.example], signal);
    const auto [place, is_new] = then_.try_emplace({signal, alike});
    Then& then = place->second;
    if (is_new) {
        then.outcome = evaluate(watcher, signal);
        const model::SignalOutcome& now = watcher.outcome->signals[signal.index()];
        then.differs = then.outcome.status != now.status || then.outcome.severity != now.severity ||
                       then.outcome.possibly_higher != now.possibly_higher ||
                       then.outcome.possible_severities != now.possible_severities;
    }
    return then;
}

bool Watch::fails_by_its_signals(const Watcher& watcher, const Affected& affected) const {
    if (affected.signals.empty()) return false;
    const model::Example& example = shared_->examples[watcher.example];
    model::StudentOutcome outcome;
    outcome.signals.resize(shared_->signals.size());
    for (const model::Expectation& expectation : example.expectations) {
        const model::SignalId signal = std::get<model::SignalExpectation>(expectation.what).signal;
        outcome.signals[signal.index()] = evaluate(watcher, signal);
    }
    return !examples::comes_out(*watcher.subject, example, outcome);
}

// Puts what comes out otherwise in the place of what came out, judges, and puts it back.
bool Watch::fails_in_part(Watcher& watcher, const Affected& affected, Owner kind) {
    model::StudentOutcome& outcome = *watcher.outcome;
    std::vector<std::pair<model::SignalId, model::SignalOutcome>> signals;
    for (const model::SignalId signal : affected.signals) {
        const Then& then = then_of(watcher, signal);
        if (then.differs) signals.emplace_back(signal, then.outcome);
    }
    const bool is_read_as_a_signal = kind == Owner::signal;
    if (is_read_as_a_signal && signals.empty()) return false;
    const auto exchange_signals = [&] {
        for (auto& [signal, other] : signals) std::swap(outcome.signals[signal.index()], other);
    };
    exchange_signals();
    model::StudentOutcome pieces = trace::evaluate_pieces(*shared_, watcher.subject->cohort, 0, watcher.subject->on,
                                                          affected.pieces, outcome.signals);
    const auto exchange_pieces = [&] {
        for (std::size_t i = 0; i < affected.pieces.policies.size(); ++i)
            std::swap(outcome.policies[affected.pieces.policies[i].index()], pieces.policies[i]);
        for (std::size_t i = 0; i < affected.pieces.plans.size(); ++i)
            std::swap(outcome.plans[affected.pieces.plans[i].index()], pieces.plans[i]);
        if (affected.pieces.limits) outcome.limits.swap(pieces.limits);
    };
    const auto is_as_it_was = [&] {
        for (std::size_t i = 0; i < affected.pieces.policies.size(); ++i) {
            if (outcome.policies[affected.pieces.policies[i].index()] != pieces.policies[i]) return false;
        }
        return affected.pieces.plans.empty() && !affected.pieces.limits && signals.empty();
    };
    // What else reads the change, such as a parameter, is judged by what comes of it.
    const bool reads_no_more = !watcher.asks_values && (is_read_as_a_signal || kind == Owner::policy);
    bool fails = false;
    if (!reads_no_more || !is_as_it_was()) {
        exchange_pieces();
        fails = !examples::comes_out(*watcher.subject, shared_->examples[watcher.example], outcome);
        exchange_pieces();
    }
    exchange_signals();
    return fails;
}

bool Watch::fails(Watcher& watcher, const Change& change) {
    const std::size_t owner = owner_index(change.owner);
    if (!watcher.reads[owner]) return false;
    if (!watcher.subject) return !examples::comes_out(shared_, shared_->examples[watcher.example]);
    return watcher.outcome ? fails_in_part(watcher, affected_[owner], change.owner.kind)
                           : fails_by_its_signals(watcher, affected_[owner]);
}

std::optional<std::size_t> Watch::noticed_by(Change& change) {
    exchange(*changed_, change);
    then_.clear();
    const auto found = std::ranges::find_if(watchers_, [&](Watcher& watcher) { return fails(watcher, change); });
    exchange(*changed_, change);
    return found == watchers_.end() ? std::nullopt : std::optional(found->example);
}

bool Watch::notices(const model::Example& example, Change& change) {
    exchange(*changed_, change);
    const bool fails = !examples::comes_out(shared_, example);
    exchange(*changed_, change);
    return fails;
}

}  // namespace wegwijzer::mutation
