// One field of the student gets another value.
#include <algorithm>

#include "engine/margins/candidates.h"
#include "engine/margins/searches.h"
#include "engine/trace/comparison.h"

namespace wegwijzer::margins {
namespace {

using model::ExprId;

// Left minus right of the comparisons in a trace, in micros; dates as days times 10^6.
struct Gap {
    ExprId expr;
    Int128 value = 0;
};
std::optional<Int128> place_of(const trace::Step& step) {
    if (const auto* date = std::get_if<Date>(&step.value)) {
        return static_cast<Int128>(date->days()) * Decimal::one_in_micros;
    }
    const std::optional<Decimal> number = trace::number_of(step.value);
    if (!number) return std::nullopt;
    return number->micros();
}
std::vector<Gap> gaps_in(const model::RuleSet& rules, const trace::Trace& trace) {
    std::vector<Gap> gaps;
    for (const trace::Step& step : trace.steps) {
        if (step.expr.is_none()) continue;
        const model::ExprNode& node = rules.expr(step.expr).node;
        const bool is_comparison = std::holds_alternative<model::Comparison>(node);
        if (!is_comparison && !std::holds_alternative<model::Between>(node)) continue;
        const auto left = place_of(trace.step(step.children[0]));
        for (std::size_t i = 1; left && i < step.children.size(); ++i) {
            if (const auto right = place_of(trace.step(step.children[i]))) gaps.push_back({step.expr, *left - *right});
        }
    }
    return gaps;
}

class FieldSearch {
  public:
    FieldSearch(Judge& judge, const Thresholds& thresholds, FieldId field)
        : judge_(judge), thresholds_(thresholds), field_(field) {}

    void search(const std::vector<Goal>& goals, std::vector<Offer>& offers) {
        const FieldType& type = judge_.schema().field(field_).type;
        const auto current = change::value_of(judge_.record().columns[field_.index()], 0);
        if (!current) return;
        if (const std::optional<Axis> axis = axis_of(type)) {
            search_axis(*axis, *current, goals, offers);
        } else {
            search_options(type, *current, goals, offers);
        }
    }

    [[nodiscard]] std::vector<model::FieldValue> to_try() {
        const FieldType& type = judge_.schema().field(field_).type;
        const auto current = change::value_of(judge_.record().columns[field_.index()], 0);
        std::vector<model::FieldValue> values;
        if (const std::optional<Axis> axis = axis_of(type)) {
            const std::optional<Point> from = current ? point_of(*current) : std::nullopt;
            std::vector<Point> points = points_on(*axis, from);
            if (from) {
                const auto far = [&](Point point) { return point < *from ? *from - point : point - *from; };
                std::ranges::stable_sort(points, {}, far);
            }
            for (const Point point : points) values.push_back(value_at(*axis, point));
        } else {
            for (Option& option : options(type, current)) {
                if (option.value != current) values.push_back(std::move(option.value));
            }
        }
        return values;
    }

  private:
    [[nodiscard]] static change::Changes changes(FieldId field, model::FieldValue value) {
        change::Changes result;
        result.fields.push_back({field, std::move(value)});
        return result;
    }
    [[nodiscard]] State state_with(model::FieldValue value) {
        return judge_.state_with(changes(field_, std::move(value)), judge_.reference_date());
    }

    [[nodiscard]] std::vector<State> states_with(const std::vector<model::FieldValue>& values) const {
        std::vector<change::Changes> variants;
        for (const model::FieldValue& value : values) variants.push_back(changes(field_, value));
        return judge_.states_with(variants, judge_.reference_date());
    }

    void search_axis(const Axis& axis, const model::FieldValue& value, const std::vector<Goal>& goals,
                     std::vector<Offer>& offers) {
        const std::optional<Point> current = point_of(value);
        if (!current) return;
        const std::vector<Point> points = points_on(axis, current);
        std::vector<model::FieldValue> values;
        for (const Point point : points) values.push_back(value_at(axis, point));
        const std::vector<State> states = states_with(values);
        std::vector<Tried> tried;
        for (std::size_t i = 0; i < points.size(); ++i) tried.push_back({points[i], states[i]});
        const auto place = std::ranges::lower_bound(tried, *current, {}, &Tried::point);
        tried.insert(place, {*current, judge_.state()});
        for (const Goal& goal : goals) {
            std::optional<Wanted> wanted = nearest(axis, tried, *current, goal);
            if (!wanted) continue;
            settle_beyond(axis, *wanted, goal, [&](Point point) { return state_with(value_at(axis, point)); });
            offer(goal, std::move(*wanted), offers);
        }
    }

    // Those at which the answer of a condition may turn, without `current`, sorted.
    [[nodiscard]] std::vector<Point> points_on(const Axis& axis, const std::optional<Point>& current) {
        std::vector<Point> points;
        for (const Threshold& one : thresholds_.numbers) {
            if (one.is_date == (axis.kind == FieldKind::date)) add_points_around(axis, one.low, one.high, points);
        }
        if (axis.kind == FieldKind::date) add_events(axis, points);
        if (judge_.reads().calculates) add_solutions(axis, current, points);
        if (axis.lowest && axis.kind != FieldKind::date) points.push_back(*axis.lowest);
        if (axis.highest && axis.kind != FieldKind::date) points.push_back(*axis.highest);
        if (current) std::erase(points, *current);
        sort_points(points);
        return points;
    }

    // A period may begin or end on a day that the field gives.
    void add_events(const Axis& axis, std::vector<Point>& points) const {
        for (const SeriesRead& read : judge_.reads().series) {
            const SeriesData& data = judge_.record().series[read.series.index()];
            const SeriesFieldId date = judge_.schema().series_of(read.series).date_field;
            if (!data.supplied_for(0)) continue;
            const Column& column = data.columns[date.index()];
            for (std::size_t row = 0; row < column.size(); ++row) {
                if (!column.is_known(row)) continue;
                const Point point = *point_of(model::FieldValue{column.date_at(row)});
                add_points_around(axis, point, point, points);
            }
        }
    }

    // Where a comparison of something calculated turns: from two values, as if the calculation were a straight line, twice.
    void add_solutions(const Axis& axis, const std::optional<Point>& known, std::vector<Point>& points) {
        if (!known && points.empty()) return;
        const Point current = known.value_or(points.empty() ? 0 : points.front());
        const std::vector<Gap> before = known ? gaps_in(judge_.rules(), judge_.trace()) : gaps_with(axis, current);
        const Point step_aside = axis.is_whole() ? Decimal::one_in_micros : axis.step * 10;
        const Point other = axis.holds(current + step_aside) ? current + step_aside : current - step_aside;
        if (!axis.holds(other)) return;
        const std::vector<Gap> after = gaps_with(axis, other);
        if (before.size() != after.size()) return;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const auto first = root(current, before[i].value, other, after[i].value);
            if (!first || !axis.holds(*first)) continue;
            add_points_around(axis, *first, *first, points);
            const Point rounded = static_cast<Point>(floor_division(*first, axis.step)) * axis.step;
            if (!axis.holds(rounded) || rounded == current) continue;
            const std::vector<Gap> there = gaps_with(axis, rounded);
            if (there.size() != before.size()) continue;
            if (const auto second = root(current, before[i].value, rounded, there[i].value)) {
                add_points_around(axis, *second, *second, points);
            }
        }
    }
    [[nodiscard]] std::vector<Gap> gaps_with(const Axis& axis, Point point) {
        return gaps_in(judge_.rules(),
                       judge_.trace_with(changes(field_, value_at(axis, point)), judge_.reference_date()));
    }
    [[nodiscard]] static std::optional<Point> root(Point from, Int128 gap, Point to, Int128 other_gap) {
        if (gap == other_gap) return std::nullopt;
        constexpr Int128 most = 1'000'000'000'000'000'000;
        const Int128 run = static_cast<Int128>(to) - from;
        if (gap > most || gap < -most) return std::nullopt;
        const Int128 rise = other_gap - gap;
        const Int128 point = from - (rise > 0 ? floor_division(gap * run, rise) : floor_division(-gap * run, -rise));
        if (point > most || point < -most) return std::nullopt;
        return static_cast<Point>(point);
    }

    void search_options(const FieldType& type, const model::FieldValue& current, const std::vector<Goal>& goals,
                        std::vector<Offer>& offers) {
        const std::vector<Option> found = options(type, current);
        std::vector<model::FieldValue> values;
        std::optional<std::size_t> here;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i].value == current) here = i;
            values.push_back(found[i].value);
        }
        const std::vector<State> states = states_with(values);
        for (const Goal& goal : goals) {
            std::vector<bool> reached;
            for (const State& state : states) reached.push_back(goal.is_reached(state));
            const auto best = type.ordered && here ? closest(reached, *here) : std::nullopt;
            if (auto wanted = chosen(found, reached, best)) offer(goal, std::move(*wanted), offers);
        }
    }
    [[nodiscard]] std::vector<Option> options(const FieldType& type,
                                              const std::optional<model::FieldValue>& current) const {
        std::vector<std::string> texts = thresholds_.texts;
        const auto* text = current ? std::get_if<std::string>(&*current) : nullptr;
        if (text != nullptr && std::ranges::find(texts, *text) == texts.end()) texts.push_back(*text);
        return options_of(type, texts);
    }
    [[nodiscard]] static std::optional<std::size_t> closest(const std::vector<bool>& reached, std::size_t here) {
        for (std::size_t far = 1; far < reached.size(); ++far) {
            if (here + far < reached.size() && reached[here + far]) return here + far;
            if (far <= here && reached[here - far]) return here - far;
        }
        return std::nullopt;
    }

    void offer(const Goal& goal, Wanted wanted, std::vector<Offer>& offers) {
        Offer result;
        result.effect = goal.effect;
        const State state = state_with(wanted.value);
        if (!goal.is_reached(state)) return;
        result.severity = *state;
        result.what = FieldOffer{field_, std::move(wanted)};
        offers.push_back(std::move(result));
    }

    Judge& judge_;
    const Thresholds& thresholds_;
    FieldId field_;
};

}  // namespace

void search_fields(Judge& judge, const Worth& worth, const Thresholds& thresholds, const std::vector<Goal>& goals,
                   std::vector<Offer>& offers) {
    for (const FieldId field : judge.reads().fields) {
        if (worth.of(field)) search_field(judge, field, thresholds, goals, offers);
    }
}

void search_field(Judge& judge, FieldId field, const Thresholds& thresholds, const std::vector<Goal>& goals,
                  std::vector<Offer>& offers) {
    FieldSearch(judge, thresholds, field).search(goals, offers);
}

std::vector<model::FieldValue> values_to_try(Judge& judge, FieldId field, const Thresholds& thresholds) {
    return FieldSearch(judge, thresholds, field).to_try();
}

}  // namespace wegwijzer::margins
