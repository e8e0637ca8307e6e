#include "engine/compare/standing.h"

#include <algorithm>

namespace wegwijzer::comparison {

SignalState state_of(const model::Signal& signal, const model::SignalOutcome& outcome) {
    switch (outcome.status) {
        case model::SignalStatus::active: {
            SignalState state{SignalState::Status::on, outcome.severity, outcome.possibly_higher};
            if (signal.kind == model::SignalKind::opportunity) state.severity = model::Severity::none;  // has no ernst
            return state;
        }
        case model::SignalStatus::undetermined: return {SignalState::Status::undetermined, {}, false};
        case model::SignalStatus::not_active:
        case model::SignalStatus::not_applicable: break;
    }
    return {};
}

const AdviceState* Standing::find(std::size_t intervention, std::size_t role) const {
    const auto found = std::ranges::find_if(
        advice, [&](const AdviceState& state) { return state.intervention == intervention && state.role == role; });
    return found == advice.end() ? nullptr : &*found;
}

bool Standing::is_restricted(std::size_t intervention, std::size_t role) const {
    return std::ranges::find(restricted, std::pair(intervention, role)) != restricted.end();
}

Standing standing_of(const Pairing& pairing, Which which, const model::StudentOutcome& outcome,
                     const advise::StudentAdvice& advice) {
    const model::RuleSet& rules = pairing.rules(which);
    Standing standing;
    standing.signals.reserve(pairing.signals().size());
    for (const Pair<model::SignalId>& pair : pairing.signals()) {
        const model::SignalId signal = pair.of(which);
        standing.signals.push_back(signal.is_none() ? SignalState{}
                                                    : state_of(rules.signal(signal), outcome.signals[signal.index()]));
    }
    for (const advise::Recommendation& given : advice.recommendations) {
        const std::size_t intervention = pairing.number_of(which, given.intervention);
        const std::size_t role = pairing.number_of(which, given.by);
        const auto seen = std::ranges::count_if(
            given.policies, [&](model::PolicyId policy) { return pairing.may_see(which, policy, outcome); });
        if (seen == 0) {
            standing.restricted.emplace_back(intervention, role);
            continue;
        }
        standing.advice.push_back({intervention, role, given.priority, given.urgent, given.not_before, given.due,
                                   given.consent, static_cast<std::size_t>(seen) < given.policies.size()});
    }
    return standing;
}

}  // namespace wegwijzer::comparison
