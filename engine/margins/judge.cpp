#include "engine/margins/judge.h"

#include "engine/execute/signal_states.h"
#include "engine/margins/crowd.h"

namespace wegwijzer::margins {
State state_of(const model::SignalOutcome& outcome) {
    switch (outcome.status) {
        case model::SignalStatus::undetermined: return std::nullopt;
        case model::SignalStatus::active: return outcome.severity;
        case model::SignalStatus::not_active:
        case model::SignalStatus::not_applicable: break;
    }
    return model::Severity::none;
}

Judge::Judge(const model::RuleSet& rules, const Prepared& prepared, const Cohort& cohort, std::size_t student,
             Date reference_date, model::SignalId signal)
    : rules_(&rules),
      prepared_(&prepared),
      signal_(signal),
      reference_date_(reference_date),
      record_(cohort, student, prepared.reads),
      trace_(trace::evaluate_signal(rules, record_.cohort(), 0, reference_date, signal)) {}

trace::Trace Judge::trace_with(const change::Changes& changes, Date day) {
    return record_.with(
        changes, [&](const Cohort& changed) { return trace::evaluate_signal(*rules_, changed, 0, day, signal_); });
}

State Judge::state_with(const change::Changes& changes, Date day) {
    return state_of(trace_with(changes, day).outcome.signals.front());
}

std::vector<State> Judge::states_with(std::span<const change::Changes> variants, Date day) const {
    const Cohort crowd = crowd_of(record_.cohort(), prepared_->reads, variants);
    std::vector<State> states;
    states.reserve(variants.size());
    for (const execute::SignalState& one : execute::signal_states(prepared_->program, signal_, crowd, day)) {
        const bool is_open = one.status == model::SignalStatus::undetermined;
        states.push_back(is_open ? State{} : State{one.severity});
    }
    return states;
}

State Judge::state_on(Date day) const {
    return state_of(trace::evaluate_signal(*rules_, record_.cohort(), 0, day, signal_).outcome.signals.front());
}

bool Goal::is_reached(const State& state) const {
    if (!state) return false;
    switch (effect) {
        case Effect::ends: return *state == model::Severity::none;
        case Effect::starts: return *state != model::Severity::none;
        case Effect::severity: break;
    }
    return *state == severity;
}

std::vector<Goal> goals_of(const model::Signal& signal, model::Severity state) {
    if (state == model::Severity::none) return {{Effect::starts, model::Severity::none}};
    std::vector<Goal> goals = {{Effect::ends, model::Severity::none}};
    for (const model::SeverityLevel& level : signal.levels) {
        if (level.severity != state) goals.push_back({Effect::severity, level.severity});
    }
    return goals;
}

}  // namespace wegwijzer::margins
