#include "engine/margins/prepared.h"

#include "engine/program/lower.h"

namespace wegwijzer::margins {

Preparations::Preparations(const model::RuleSet& rules) : rules_(&rules), places_(rules.signals.size()) {}

const Prepared& Preparations::of(model::SignalId signal) const {
    Place& place = places_[signal.index()];
    std::call_once(place.once, [&] {
        place.prepared.emplace(Prepared{reads_of(*rules_, signal), program::lower_signal(*rules_, signal)});
    });
    return *place.prepared;
}

}  // namespace wegwijzer::margins
