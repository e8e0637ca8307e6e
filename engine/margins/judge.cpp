#include "engine/margins/judge.h"

#include <algorithm>

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

namespace {

// Fewer are evaluated as they are.
constexpr std::size_t enough_to_compare = 4;

// The series, by its place among those that are read, to which events come in every variant, as many in each; and nothing
// else is changed.
std::optional<std::size_t> place_of_events(std::span<const change::Changes> variants, const Reads& reads) {
    if (variants.size() < enough_to_compare || variants.front().added.size() != 1) return std::nullopt;
    const change::AddedEvent& first = variants.front().added.front();
    const bool is_alike = std::ranges::all_of(variants, [&](const change::Changes& one) {
        return one.fields.empty() && one.added.size() == 1 && one.added.front().series == first.series &&
               one.added.front().times == first.times;
    });
    const auto read = std::ranges::find(reads.series, first.series, &SeriesRead::series);
    if (!is_alike || read == reads.series.end()) return std::nullopt;
    return static_cast<std::size_t>(read - reads.series.begin());
}

}  // namespace

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
    const std::optional<std::size_t> place = place_of_events(variants, prepared_->reads);
    if (!place) return evaluate(variants, day);
    const PreparedEvents& prepared = prepared_->events[*place];
    const Cohort newcomers =
        newcomers_of(record_.cohort(), prepared.reads, variants, prepared_->reads.series[*place].series);
    const std::vector<std::size_t> firsts = prepared.discernment.first_alike(newcomers, day);
    std::vector<change::Changes> different;
    std::vector<std::size_t> number(variants.size());
    for (std::size_t i = 0; i < variants.size(); ++i) {
        number[i] = firsts[i] == i ? different.size() : number[firsts[i]];
        if (firsts[i] == i) different.push_back(variants[i]);
    }
    const std::vector<State> evaluated = evaluate(different, day);
    std::vector<State> states;
    states.reserve(variants.size());
    for (const std::size_t i : number) states.push_back(evaluated[i]);
    return states;
}

std::vector<State> Judge::evaluate(std::span<const change::Changes> variants, Date day) const {
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
