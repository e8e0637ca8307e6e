#include "engine/margins/prepared.h"

#include <utility>

#include "engine/program/lower.h"

namespace wegwijzer::margins {
namespace {

Prepared prepare(const model::RuleSet& rules, model::SignalId signal) {
    Prepared prepared{reads_of(rules, signal), program::lower_signal(rules, signal), {}};
    for (const SeriesRead& read : prepared.reads.series) {
        PreparedEvents events{execute::Discernment(prepared.program, read.series), prepared.reads};
        std::erase_if(events.reads.series, [&](const SeriesRead& other) {
            return other.series != read.series && !events.discernment.reads(other.series);
        });
        prepared.events.push_back(std::move(events));
    }
    return prepared;
}

}  // namespace

Preparations::Preparations(const model::RuleSet& rules) : rules_(&rules), places_(rules.signals.size()) {}

const Prepared& Preparations::of(model::SignalId signal) const {
    Place& place = places_[signal.index()];
    std::call_once(place.once, [&] { place.prepared.emplace(prepare(*rules_, signal)); });
    return *place.prepared;
}

}  // namespace wegwijzer::margins
