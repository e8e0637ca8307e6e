// Which events an aggregate looks at: steps 1 to 4 of docs/semantics.md, "Aggregates".
#include <algorithm>
#include <utility>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {

std::optional<std::vector<Candidate>> Evaluation::select(const model::Selection& selection,
                                                         const model::Aggregate* aggregate, Step& step) {
    const bool supplied = selection.of_signals() || cohort_.series[selection.series.index()].supplied_for(student_);
    if (!supplied) add(step.missing, missing_series(selection.series));
    if (!selection.period.is_none()) step.days = days_of(rules_.period(selection.period), step);
    if (!supplied || (!selection.period.is_none() && !step.days)) return std::nullopt;

    std::vector<Candidate> candidates = selection.of_signals()
                                            ? candidate_signals()
                                            : let_last_count(selection.series, candidate_events(selection.series));
    for (Candidate& candidate : candidates) {
        candidate.seen.skipped = aggregate != nullptr && is_skipped(*aggregate, candidate);
        apply_filter(selection, candidate);
    }
    return candidates;
}

// Events up to the reference date, and those without a date.
std::vector<Candidate> Evaluation::candidate_events(SeriesId series) const {
    const SeriesData& data = cohort_.series[series.index()];
    const SeriesFieldId date_field = rules_.schema->series_of(series).date_field;
    std::vector<Candidate> result;
    for (std::uint32_t row = data.offsets[student_]; row < data.offsets[student_ + 1]; ++row) {
        Candidate candidate;
        candidate.seen.row = row;
        const Value date = event_value(series, date_field, row);
        if (const auto* day = std::get_if<Date>(&date)) candidate.date = *day;
        if (!candidate.date || *candidate.date <= reference_date_) result.push_back(candidate);
    }
    return result;
}

// Signals that are active, and those that are undetermined: they may be there.
std::vector<Candidate> Evaluation::candidate_signals() const {
    std::vector<Candidate> result;
    for (std::uint32_t index = 0; index < rules_.signals.size(); ++index) {
        if (rules_.signals[index].kind != model::SignalKind::signal) continue;
        const model::SignalOutcome& outcome = trace_.outcome.signals[index];
        Candidate candidate;
        candidate.seen.row = index;
        if (outcome.status == model::SignalStatus::undetermined) {
            candidate.present = Tri::unknown;
            candidate.missing = outcome.missing;
            candidate.faults = outcome.faults;
        } else if (outcome.status != model::SignalStatus::active) {
            continue;
        }
        result.push_back(std::move(candidate));
    }
    return result;
}

// `geldt laatste per VELD`: the last of the dated events with the same VELD counts, unless an undated event has it too.
std::vector<Candidate> Evaluation::let_last_count(SeriesId series, std::vector<Candidate> events) const {
    const Series& declared = rules_.schema->series_of(series);
    if (declared.last_counts_per.is_none()) return events;

    const auto same_field = [&](const Candidate& one, const Candidate& other) {
        const Value value = event_value(series, declared.last_counts_per, one.seen.row);
        return is_known(value) && value == event_value(series, declared.last_counts_per, other.seen.row);
    };
    std::vector<Candidate> result;
    for (std::size_t i = 0; i < events.size(); ++i) {
        Candidate event = events[i];
        bool replaced = false;
        for (std::size_t j = 0; j < events.size(); ++j) {
            if (!same_field(event, events[j])) continue;
            if (!events[j].date) event.filter_taken_away = true;
            if (events[j].date && j > i) replaced = true;  // events stand in order of date, then of the input
        }
        if (event.filter_taken_away) {
            event.seen.passes = Tri::unknown;
            add(event.missing, missing_series_field(series, declared.date_field));
        }
        if (event.filter_taken_away || !replaced) result.push_back(std::move(event));
    }
    return result;
}

bool Evaluation::is_skipped(const model::Aggregate& node, const Candidate& candidate) const {
    switch (node.function) {
        case model::AggregateFunction::count:
        case model::AggregateFunction::time_since_last:
        case model::AggregateFunction::longest_run:
        case model::AggregateFunction::longest_run_days: return false;
        default: break;
    }
    const Value value = field_of(node, candidate);
    return is_unknown(value) || value == Value{no_choice};
}

void Evaluation::apply_filter(const model::Selection& selection, Candidate& candidate) {
    if (selection.filter.is_none() || candidate.filter_taken_away) return;
    const std::optional<EventAtHand> outer = std::exchange(event_, EventAtHand{selection.series, candidate.seen.row});
    candidate.seen.filter = evaluate(selection.filter);
    event_ = outer;
    const Step& filter = step(candidate.seen.filter);
    candidate.seen.passes = truth_of(filter.value);
    add(candidate.missing, filter.missing);
    add(candidate.faults, filter.faults);
}

Chosen Evaluation::choose(const model::Selection& selection, std::vector<Candidate>& candidates,
                          const std::optional<DateInterval>& days) const {
    Chosen result;
    for (Candidate& candidate : candidates) {
        Tri place = Tri::yes;
        if (!selection.period.is_none()) {
            place = candidate.date && days ? tri_of(days->contains(*candidate.date)) : Tri::unknown;
        }
        candidate.seen.in_period = place;
        const Tri counts = tri_and(tri_and(candidate.seen.passes, candidate.present), place);
        if (counts == Tri::no) continue;
        if (candidate.seen.skipped) {
            result.skipped.push_back(&candidate);
        } else {
            (counts == Tri::yes ? result.in : result.maybe).push_back(&candidate);
        }
    }
    return result;
}

Value Evaluation::field_of(const model::Aggregate& node, const Candidate& candidate) const {
    return node.selection.of_signals() ? signal_value(node.signal_field, candidate.seen.row)
                                       : event_value(node.selection.series, node.field, candidate.seen.row);
}

}  // namespace wegwijzer::trace
