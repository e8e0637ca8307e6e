#include "engine/margins/aggregate_solutions.h"

#include <algorithm>

#include "engine/margins/search.h"
#include "engine/trace/comparison.h"

namespace wegwijzer::margins {
namespace {

using Function = model::AggregateFunction;

bool is_summed(Function function) {
    return function == Function::average || function == Function::sum || function == Function::change;
}

Ratio ratio_of(const trace::Step& step) {
    return step.exact ? *step.exact : Ratio::of(trace::number_of(step.value).value_or(Decimal{}));
}

// A count, or the lowest and the highest that it can be. Empty: no number.
std::vector<std::int64_t> ends_of(const trace::Value& count) {
    if (const auto* range = std::get_if<trace::CountRange>(&count))
        return {range->low, range->high.value_or(range->low)};
    const std::optional<Decimal> number = trace::number_of(count);
    if (!number || !number->is_integer()) return {};
    return {number->micros() / Decimal::one_in_micros};
}

}  // namespace

AggregateSolutions::AggregateSolutions(const Judge& judge, const trace::Trace& trace, SeriesId series)
    : judge_(judge), trace_(trace), series_(series) {
    for (const trace::Step& step : trace.steps) {
        if (step.expr.is_none()) continue;
        const model::ExprNode& node = judge.rules().expr(step.expr).node;
        if (std::holds_alternative<model::Comparison>(node)) {
            look(trace.step(step.children[0]), trace.step(step.children[1]));
            look(trace.step(step.children[1]), trace.step(step.children[0]));
        } else if (std::holds_alternative<model::Between>(node)) {
            look(trace.step(step.children[0]), trace.step(step.children[1]));
            look(trace.step(step.children[0]), trace.step(step.children[2]));
        } else if (const auto* existence = std::get_if<model::Existence>(&node)) {
            if (existence->selection.series != series_ || existence->count.is_none()) continue;
            for (const trace::StepId child : step.children) {
                if (trace.step(child).expr == existence->count) need(step.count, trace.step(child).value);
            }
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            if (aggregate->selection.series == series_ && aggregate->field && field_.is_none()) {
                field_ = aggregate->field;
            }
        }
    }
    std::ranges::sort(counts_);
    counts_.erase(std::unique(counts_.begin(), counts_.end()), counts_.end());
}

const trace::Step* AggregateSolutions::through_concepts(const trace::Step& step) const {
    const trace::Step* at = &step;
    while (at->expr && std::holds_alternative<model::ConceptValue>(judge_.rules().expr(at->expr).node)) {
        at = &trace_.step(at->children.front());
    }
    return at;
}

void AggregateSolutions::look(const trace::Step& value, const trace::Step& other) {
    const trace::Step* step = through_concepts(value);
    if (step->expr.is_none()) return;
    const auto* aggregate = std::get_if<model::Aggregate>(&judge_.rules().expr(step->expr).node);
    if (aggregate == nullptr || aggregate->selection.series != series_) return;
    look(*aggregate, *step, other);
}

void AggregateSolutions::look(const model::Aggregate& aggregate, const trace::Step& step, const trace::Step& other) {
    if (is_summed(aggregate.function)) {
        if (!trace::number_of(other.value)) return;
        grows_ = true;
        compared_.push_back({aggregate, &step, ratio_of(other)});
        field_ = aggregate.field;
    } else {
        need(step.value, other.value);
    }
}

void AggregateSolutions::need(const trace::Value& count, const trace::Value& number) {
    const std::optional<Decimal> then = trace::number_of(number);
    if (!then) return;
    // Of a range, the answer is certain or no longer certain from either end.
    for (const std::int64_t now : ends_of(count)) {
        const std::int64_t base = then->micros() / Decimal::one_in_micros - now;
        for (const std::int64_t more : {base, base + 1}) {
            if (more >= 2 && more <= static_cast<std::int64_t>(most_events)) {
                counts_.push_back(static_cast<std::size_t>(more));
            }
        }
    }
}

void AggregateSolutions::add_points(const Axis& axis, SeriesFieldId field, std::size_t count,
                                    std::vector<Point>& points) const {
    const SeriesData& data = judge_.record().series[series_.index()];
    const Series& declared = judge_.schema().series_of(series_);
    for (const Compared& one : compared_) {
        if (one.aggregate.field != field) continue;
        const Column& values = data.columns[field.index()];
        const Column& dates = data.columns[declared.date_field.index()];
        const bool is_change = one.aggregate.function == Function::change;
        Int128 sum = 0;
        std::int64_t events = 0;
        Int128 earlier_sum = 0;
        std::int64_t earlier = 0;
        std::vector<Point> counted;
        for (const trace::EventSeen& event : one.step->events) {
            if (event.passes != Tri::yes || event.skipped || event.in_period == Tri::no) continue;
            if (!values.is_known(event.row)) continue;
            const Point value = values.decimal_at(event.row).micros();
            const bool dated = dates.is_known(event.row);
            const bool is_later =
                !is_change || (dated && one.step->days && one.step->days->contains(dates.date_at(event.row)));
            const bool is_outside =
                one.step->found_days && dated && !one.step->found_days->contains(dates.date_at(event.row));
            if (is_outside) continue;
            (is_later ? sum : earlier_sum) += value;
            ++(is_later ? events : earlier);
            if (is_later) counted.push_back(value);
        }
        // with * parts = (sum + count * x) / parts, where parts is what an average divides by.
        Ratio with = one.with;
        if (is_change) {
            if (earlier == 0) continue;
            const std::optional<Decimal> before = Ratio::average(earlier_sum, earlier).rounded();
            const std::optional<Decimal> bound = with.rounded();
            const std::optional<Decimal> total = before && bound ? add(*before, *bound) : std::nullopt;
            if (!total) continue;
            with = Ratio::of(*total);
        }
        const bool is_sum = one.aggregate.function == Function::sum;
        const auto solve = [&](Int128 other_sum, std::int64_t others) {
            const Int128 parts = is_sum ? 1 : others + static_cast<std::int64_t>(count);
            const Int128 divisor = with.denominator * static_cast<Int128>(count);
            const Int128 dividend = with.numerator * Decimal::one_in_micros * parts - other_sum * with.denominator;
            const Int128 low = floor_division(dividend, divisor);
            const Int128 high = low * divisor == dividend ? low : low + 1;
            constexpr Int128 most = 1'000'000'000'000'000'000;
            if (low > most || high < -most) return;
            add_points_around(axis, static_cast<Point>(low), static_cast<Point>(high), points);
        };
        solve(sum, events);
        // `geldt laatste per`: the new event may take the place of one that counts now.
        if (declared.last_counts_per.is_none()) continue;
        for (const Point replaced : counted) solve(sum - replaced, events - 1);
    }
}

}  // namespace wegwijzer::margins
