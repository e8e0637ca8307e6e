#include "engine/advise/plan_record.h"

#include <algorithm>

namespace wegwijzer::advise {
namespace {

// The interventies of a plan, each once, in the order of its steps.
std::vector<model::InterventionId> interventions_of(const model::Plan& plan) {
    std::vector<model::InterventionId> all;
    for (const model::PlanStep& step : plan.steps) {
        if (std::ranges::find(all, step.intervention) == all.end()) all.push_back(step.intervention);
    }
    return all;
}

}  // namespace

PlanRecord record_of(const model::RuleSet& rules, const StudentHistory& history, const PlanState& state) {
    const model::Plan& plan = rules.plan(state.plan);
    PlanRecord record;
    record.steps.resize(plan.steps.size());
    for (const model::InterventionId intervention : interventions_of(plan)) {
        std::vector<Round> rounds;
        if (state.started) rounds = rounds_of(history, intervention, *state.started);
        std::size_t used = 0;
        for (std::size_t step = 0; step < plan.steps.size() && used < rounds.size(); ++step) {
            if (plan.steps[step].intervention == intervention) record.steps[step] = rounds[used++];
        }
        for (; used < rounds.size(); ++used) {
            const std::vector<std::size_t>& rows = rounds[used].followups;
            record.beyond.insert(record.beyond.end(), rows.begin(), rows.end());
        }
        for (std::size_t i = 0; i < history.followups.size(); ++i) {
            const FollowUp& row = history.followups[i];
            if (row.intervention != intervention) continue;
            if (!row.date || !state.started || *row.date < *state.started) record.not_counted.push_back(i);
        }
    }
    std::ranges::sort(record.beyond);
    std::ranges::sort(record.not_counted);
    return record;
}

}  // namespace wegwijzer::advise
