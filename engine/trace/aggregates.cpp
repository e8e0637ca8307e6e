// Aggregates over the events that were chosen: steps 5 to 8 of docs/semantics.md, "Aggregates", and what is missing.
#include <algorithm>
#include <functional>
#include <utility>

#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
namespace {

bool needs_dates(model::AggregateFunction function) {
    return function == model::AggregateFunction::first || function == model::AggregateFunction::last ||
           function == model::AggregateFunction::time_since_last;
}

std::vector<Value> distinct(const std::vector<Value>& values) {
    std::vector<Value> result;
    for (const Value& value : values) {
        if (std::find(result.begin(), result.end(), value) == result.end()) result.push_back(value);
    }
    return result;
}

}  // namespace

Step Evaluation::step_of(const model::Aggregate& node, const model::Expr& expr) {
    Step step;
    switch (node.function) {
        case model::AggregateFunction::count: step.value = count(node.selection, step); break;
        case model::AggregateFunction::count_distinct: step.value = count_distinct(node, step); break;
        case model::AggregateFunction::change: step.value = change(node, expr, step); break;
        case model::AggregateFunction::longest_run:
        case model::AggregateFunction::longest_run_days: step.value = longest_run(node, step); break;
        default: step.value = calculate(node, expr, step); break;
    }
    return step;
}

Step Evaluation::step_of(const model::Existence& node, const model::Expr& /*expr*/) {
    Step step;
    step.count = count(node.selection, step);
    const Operand counted = {step.count, {}};
    Operand number;
    if (!node.count.is_none()) number = operand_of(use(step, evaluate(node.count)));
    const Tri answer = decide_count(node.quantifier, counted, number);
    if (answer != Tri::unknown) step.value = answer == Tri::yes;
    return step;
}

Value Evaluation::count(const model::Selection& selection, Step& step) {
    std::optional<std::vector<Candidate>> candidates = select(selection, nullptr, step);
    if (!candidates) return Unknown{};
    const Chosen chosen = choose(selection, *candidates, step.days);
    look_at(step, *candidates);
    if (is_any(selection)) return count_in_any(selection, chosen, step);
    return as_count(selection, chosen, chosen.in.size(), chosen.in.size() + chosen.maybe.size(), step);
}

Value Evaluation::count_distinct(const model::Aggregate& node, Step& step) {
    std::optional<std::vector<Candidate>> candidates = select(node.selection, &node, step);
    if (!candidates) return Unknown{};
    const Chosen chosen = choose(node.selection, *candidates, step.days);
    look_at(step, *candidates);
    std::vector<Value> values;
    for (const Candidate* candidate : chosen.in) values.push_back(field_of(node, *candidate));
    const std::size_t low = distinct(values).size();
    for (const Candidate* candidate : chosen.maybe) values.push_back(field_of(node, *candidate));
    if (has_open_severity(node, chosen, step)) {
        explain_maybe(node.selection, chosen, false, step);
        return Unknown{};
    }
    return as_count(node.selection, chosen, low, distinct(values).size(), step);
}

void Evaluation::look_at(Step& step, const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) step.events.push_back(candidate.seen);
}

// Is the series known up to a day before the end of the period (without one: before the peildatum)?
void Evaluation::note_completeness(const model::Selection& selection, Step& step) const {
    if (selection.of_signals()) return;
    const std::optional<Date> complete_to = cohort_.series[selection.series.index()].complete_to;
    const bool holds_days = !step.days || !step.days->is_empty();
    const Date end = step.days ? step.days->to : reference_date_;
    if (complete_to && holds_days && *complete_to < end) step.complete_to = complete_to;
}

// From `low` to `high`; without upper end when the series is not complete up to the end of the period.
Value Evaluation::as_count(const model::Selection& selection, const Chosen& chosen, std::size_t low, std::size_t high,
                           Step& step) const {
    CountRange range;
    range.low = static_cast<std::int64_t>(low);
    range.high = static_cast<std::int64_t>(high);
    note_completeness(selection, step);
    if (step.complete_to) {
        range.high.reset();
        add(step.missing, missing_series(selection.series));
    }
    // Known for certain, also where an event may or may not count (in another window than the fullest one).
    if (range.high == range.low) return Decimal::from_integer(range.low);
    explain_maybe(selection, chosen, false, step);
    return range;
}

Value Evaluation::calculate(const model::Aggregate& node, const model::Expr& expr, Step& step) {
    std::optional<std::vector<Candidate>> candidates = select(node.selection, &node, step);
    if (!candidates) return Unknown{};
    Chosen chosen = choose(node.selection, *candidates, step.days);
    look_at(step, *candidates);
    note_completeness(node.selection, step);
    if (std::optional<Value> value = without_events(node, chosen, step)) return *value;
    if (is_any(node.selection)) return sum_in_any(node, expr, chosen, step);
    return over_events(node, expr, chosen, step);
}

// The average of the later period minus that of the earlier one, each rounded.
Value Evaluation::change(const model::Aggregate& node, const model::Expr& expr, Step& step) {
    Step not_shown;
    const std::optional<Length> length = length_of(rules_.period(node.selection.period).length, not_shown);
    if (length) step.earlier_days = last_before(rules_.calendars, reference_date_, *length);
    std::optional<std::vector<Candidate>> candidates = select(node.selection, &node, step);
    if (!candidates || !step.earlier_days) return Unknown{};

    std::vector<Value> averages;
    std::vector<Tri> places(candidates->size(), Tri::no);
    for (const std::optional<DateInterval>& days : {step.days, step.earlier_days}) {
        Chosen chosen = choose(node.selection, *candidates, days);
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = tri_or(places[i], (*candidates)[i].seen.in_period);
        if (std::optional<Value> value = without_events(node, chosen, step)) {
            averages.push_back(*value);
        } else {
            averages.push_back(over_events(node, expr, chosen, step));
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i) (*candidates)[i].seen.in_period = places[i];
    look_at(step, *candidates);
    note_completeness(node.selection, step);
    step.exact.reset();
    if (is_unknown(averages[0]) || is_unknown(averages[1])) return Unknown{};
    const std::optional<Decimal> result = subtract(std::get<Decimal>(averages[0]), std::get<Decimal>(averages[1]));
    if (result) return *result;
    fail(step, model::FaultKind::overflow, expr);
    return Unknown{};
}

// The value where the events themselves don't give one: some may count, or none does.
std::optional<Value> Evaluation::without_events(const model::Aggregate& node, Chosen& chosen, Step& step) const {
    const bool by_date = needs_dates(node.function);
    if (by_date) {
        const auto is_dated = [](const Candidate* candidate) { return candidate->date.has_value(); };
        const auto undated = std::stable_partition(chosen.in.begin(), chosen.in.end(), is_dated);
        chosen.maybe.insert(chosen.maybe.end(), undated, chosen.in.end());
        chosen.in.erase(undated, chosen.in.end());
    }
    const bool is_open = has_open_severity(node, chosen, step);
    explain_maybe(node.selection, chosen, by_date, step);
    if (is_open || !chosen.maybe.empty()) return Unknown{};
    if (!chosen.in.empty()) return std::nullopt;
    if (node.function == model::AggregateFunction::sum) return Decimal{};
    explain_nothing(node, chosen, step);
    return Unknown{};
}

// Precondition: some events are in, none is maybe.
Value Evaluation::over_events(const model::Aggregate& node, const model::Expr& expr, const Chosen& chosen,
                              Step& step) const {
    using Function = model::AggregateFunction;
    if (node.function == Function::time_since_last) {
        return Decimal::from_integer(days_between(*chosen.in.back()->date, reference_date_));
    }
    std::vector<Value> values;
    for (const Candidate* candidate : chosen.in) values.push_back(field_of(node, *candidate));
    const auto smaller = [](const Value& left, const Value& right) { return order({left, {}}, {right, {}}) < 0; };
    if (node.function == Function::first) return values.front();
    if (node.function == Function::last) return values.back();
    if (node.function == Function::highest) return *std::max_element(values.begin(), values.end(), smaller);
    if (node.function == Function::lowest) return *std::min_element(values.begin(), values.end(), smaller);

    Int128 sum = 0;
    for (const Value& value : values) sum += number_of(value).value_or(Decimal{}).micros();
    const bool is_sum = node.function == Function::sum;
    const Ratio exact = Ratio::average(sum, is_sum ? 1 : static_cast<std::int64_t>(values.size()));
    const std::optional<Decimal> rounded = exact.rounded();
    if (!rounded) {
        fail(step, model::FaultKind::overflow, expr);
        return Unknown{};
    }
    if (!is_sum) step.exact = exact;
    return *rounded;
}

// An aggregated `ernst` that may be several is of no use to any function.
bool Evaluation::has_open_severity(const model::Aggregate& node, const Chosen& chosen, Step& step) const {
    if (!node.selection.of_signals()) return false;
    bool found = false;
    for (const std::vector<const Candidate*>* part : {&chosen.in, &chosen.maybe}) {
        for (const Candidate* candidate : *part) {
            if (is_known(field_of(node, *candidate)) || node.function == model::AggregateFunction::count) continue;
            found = true;
            add(step.missing, trace_.outcome.signals[candidate->seen.row].missing);
            add(step.faults, trace_.outcome.signals[candidate->seen.row].faults);
        }
    }
    return found;
}

void Evaluation::explain_maybe(const model::Selection& selection, const Chosen& chosen, bool needs_dates,
                               Step& step) const {
    for (const Candidate* candidate : chosen.maybe) {
        add(step.missing, candidate->missing);
        add(step.faults, candidate->faults);
        if (candidate->date || selection.of_signals()) continue;
        if (needs_dates || !selection.period.is_none()) {
            add(step.missing,
                missing_series_field(selection.series, rules_.schema->series_of(selection.series).date_field));
        }
    }
}

void Evaluation::explain_nothing(const model::Aggregate& node, const Chosen& chosen, Step& step) const {
    if (node.selection.of_signals()) return;
    add(step.missing, chosen.skipped.empty() ? missing_series(node.selection.series)
                                             : missing_series_field(node.selection.series, node.field));
}

}  // namespace wegwijzer::trace
