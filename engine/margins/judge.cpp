#include "engine/margins/judge.h"

#include <algorithm>
#include <tuple>
#include <type_traits>

namespace wegwijzer::margins {
namespace {

// Any order, for a map.
bool is_before(const model::FieldValue& one, const model::FieldValue& other) {
    if (one.index() != other.index()) return one.index() < other.index();
    return std::visit(
        [&](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, model::ChoiceValue>) {
                return value.index < std::get<Value>(other).index;
            } else if constexpr (std::is_same_v<Value, Length>) {
                return false;  // no field holds one
            } else {
                return value < std::get<Value>(other);
            }
        },
        one);
}

}  // namespace

State state_of(const model::SignalOutcome& outcome) {
    switch (outcome.status) {
        case model::SignalStatus::undetermined: return std::nullopt;
        case model::SignalStatus::active: return outcome.severity;
        case model::SignalStatus::not_active:
        case model::SignalStatus::not_applicable: break;
    }
    return model::Severity::none;
}

bool operator<(const EventLook& one, const EventLook& other) {
    const auto parts = [](const EventLook& look) {
        return std::tuple(look.series.index(), look.count, look.judged.days());
    };
    if (parts(one) != parts(other)) return parts(one) < parts(other);
    if (one.passes != other.passes) return one.passes < other.passes;
    return std::ranges::lexicographical_compare(one.values, other.values, [](const auto& left, const auto& right) {
        return left && right ? is_before(*left, *right) : right.has_value() && !left.has_value();
    });
}

Judge::Judge(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
             model::SignalId signal)
    : rules_(&rules),
      signal_(signal),
      reference_date_(reference_date),
      reads_(reads_of(rules, signal)),
      record_(cohort, student, reads_),
      trace_(trace::evaluate_signal(rules, record_.cohort(), 0, reference_date, signal)) {}

trace::Trace Judge::trace_with(const change::Changes& changes, Date day) {
    return record_.with(
        changes, [&](const Cohort& changed) { return trace::evaluate_signal(*rules_, changed, 0, day, signal_); });
}

State Judge::state_with(const change::Changes& changes, Date day) {
    return state_of(trace_with(changes, day).outcome.signals.front());
}

State Judge::state_with(const SeriesRead& read, std::size_t count,
                        const std::vector<std::optional<model::FieldValue>>& values, Date day) {
    const Series& series = schema().series_of(read.series);
    change::Changes changes;
    changes.added.assign(count, {read.series, values});
    return record_.with(changes, [&](const Cohort& changed) {
        EventLook look{read.series, count, day, {}, std::vector<std::optional<model::FieldValue>>(values.size())};
        const auto take = [&](SeriesFieldId field) {
            if (field) look.values[field.index()] = values[field.index()];
        };
        take(series.date_field);
        take(series.last_counts_per);
        std::vector<model::ExprId> filters;
        for (const EventUse& use : read.uses) filters.push_back(use.filter);
        look.passes = trace::filter_answers(*rules_, changed, 0, day, read.series, record_.row_added(), filters);
        for (std::size_t i = 0; i < read.uses.size(); ++i) {
            if (look.passes[i] != Tri::no) take(read.uses[i].field);
        }
        const auto known = states_.find(look);
        if (known != states_.end()) return known->second;
        const trace::Trace trace = trace::evaluate_signal(*rules_, changed, 0, day, signal_);
        return states_.emplace(std::move(look), state_of(trace.outcome.signals.front())).first->second;
    });
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
