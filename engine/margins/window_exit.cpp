#include "engine/margins/window_exit.h"

#include <algorithm>
#include <vector>

#include "engine/calendar/period.h"
#include "engine/model/walk.h"

namespace wegwijzer::margins {
namespace {

using model::ExprId;

// Does what `id` says of one student or one event hang on the day it is asked?
class HangsOnDay {
  public:
    explicit HangsOnDay(const model::RuleSet& rules) : rules_(rules) {}

    [[nodiscard]] bool of(ExprId id) const {
        if (id.is_none()) return false;
        const model::ExprNode& node = rules_.expr(id).node;
        if (std::holds_alternative<model::ReferenceDate>(node) || std::holds_alternative<model::Aggregate>(node) ||
            std::holds_alternative<model::Existence>(node) || std::holds_alternative<model::SignalState>(node) ||
            std::holds_alternative<model::SignalSeverity>(node) ||
            std::holds_alternative<model::SignalFieldValue>(node)) {
            return true;
        }
        if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
            return of(rules_.concept_of(named->concept_id).expr);
        }
        if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) return of(parameter->parameter);
        bool found = false;
        const auto look = [&](ExprId child) { found = found || of(child); };
        if (const auto* table = std::get_if<model::TableValue>(&node)) {
            model::for_each_child(rules_.table(table->table), look);
        } else {
            model::for_each_child(rules_, node, look);
        }
        return found;
    }
    [[nodiscard]] bool of(model::ParameterId id) const {
        return std::ranges::any_of(rules_.parameter(id).overrides,
                                   [this](const model::Override& line) { return of(line.condition); });
    }

  private:
    const model::RuleSet& rules_;
};

bool is_counted_one_by_one(model::AggregateFunction function) {
    using enum model::AggregateFunction;
    return function != change && function != longest_run && function != longest_run_days;
}

// `in de laatste ...`, as it moves along with the day. Events are their days, in order.
class MovingWindow {
  public:
    MovingWindow(const Calendars& calendars, Date reference_date, const Length& length, bool is_within_year)
        : calendars_(calendars), reference_date_(reference_date), length_(length), is_within_year_(is_within_year) {}

    // The first day on which `event` does not count any more. Day by day: what a teaching week or a working day is, the kalender
    // alone knows.
    [[nodiscard]] std::optional<Date> day_without(Date event) const {
        constexpr int most = 3 * 366;
        std::optional<Date> day = reference_date_;
        for (int i = 0; i < most; ++i) {
            day = add_days(*day, 1);
            if (!day) return std::nullopt;
            const std::optional<DateInterval> window = window_on(*day);
            if (!window) return std::nullopt;
            if (!window->contains(event)) return day;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::size_t left_on(Date day, const std::vector<Date>& days) const {
        const std::optional<DateInterval> window = window_on(day);
        return static_cast<std::size_t>(
            std::ranges::count_if(days, [&](Date event) { return !window || !window->contains(event); }));
    }
    [[nodiscard]] std::optional<Date> turning_day(const std::vector<Date>& days, const Question& count) const {
        const auto holds_with = [&](std::size_t events) {
            return holds_at(count, Ratio{static_cast<std::int64_t>(events), 1});
        };
        for (std::size_t left = 0; left < days.size();) {
            const std::optional<Date> day = day_without(days[left]);
            if (!day) return std::nullopt;
            left = left_on(*day, days);
            if (holds_with(days.size() - left) != holds_with(days.size())) return day;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::optional<DateInterval> window_on(Date day) const {
        const std::optional<DateInterval> days = last(calendars_, day, length_);
        return is_within_year_ ? within_academic_year(calendars_, day, days) : days;
    }
    const Calendars& calendars_;
    Date reference_date_;
    Length length_;
    bool is_within_year_;
};

class Exit {
  public:
    Exit(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date)
        : rules_(rules), cohort_(cohort), student_(student), reference_date_(reference_date) {}

    // `count`: what asks of how many there are; none: something else is asked of them.
    [[nodiscard]] std::optional<WindowExit> find(const model::Selection& selection, const trace::Step& step,
                                                 const Question* count) const {
        if (selection.of_signals() || selection.period.is_none() || !step.days) return std::nullopt;
        const model::Period& period = rules_.period(selection.period);
        const Series& series = rules_.schema->series_of(selection.series);
        if (period.kind != model::Period::Kind::last || !series.last_counts_per.is_none()) return std::nullopt;
        if (HangsOnDay(rules_).of(selection.filter)) return std::nullopt;
        const std::optional<Length> length = length_of(period.length);
        if (!length) return std::nullopt;

        std::vector<Date> days;
        const Column& dates = cohort_.series[selection.series.index()].columns[series.date_field.index()];
        for (const trace::EventSeen& event : step.events) {
            const bool counts = event.passes == Tri::yes && event.in_period == Tri::yes && !event.skipped;
            if (counts && dates.is_known(event.row)) days.push_back(dates.date_at(event.row));
        }
        if (days.empty()) return std::nullopt;
        WindowExit exit;
        exit.events = days.size();
        std::ranges::sort(days);
        exit.oldest = days.front();
        const MovingWindow window(rules_.calendars, reference_date_, *length, period.within_academic_year);
        const std::optional<Date> without = window.day_without(exit.oldest);
        const std::optional<Date> through = without ? add_days(*without, -1) : std::nullopt;
        if (!through) return std::nullopt;
        exit.counts_through = *through;
        exit.leaving = window.left_on(*without, days);
        if (count != nullptr) exit.turns_on = window.turning_day(days, *count);
        return exit;
    }

  private:
    [[nodiscard]] std::optional<Length> length_of(const model::LengthSource& source) const {
        if (source.parameter.is_none()) return source.length;
        if (HangsOnDay(rules_).of(source.parameter)) return std::nullopt;
        const trace::Value value = trace::parameter_value(rules_, cohort_, student_, reference_date_, source.parameter);
        if (const auto* length = std::get_if<Length>(&value)) return *length;
        if (const auto* number = std::get_if<Decimal>(&value)) {
            return Length{number->rounded_to_integer(), source.length.unit};
        }
        return std::nullopt;
    }

    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    Date reference_date_;
};

}  // namespace

std::optional<WindowExit> window_exit(const model::RuleSet& rules, const Cohort& cohort, std::size_t student,
                                      Date reference_date, const trace::Trace& trace, const trace::Step& step,
                                      const Asked& asked) {
    const Exit exit(rules, cohort, student, reference_date);
    if (const auto* existence = std::get_if<model::Existence>(&rules.expr(step.expr).node)) {
        return exit.find(existence->selection, step, &asked.distance.question);
    }
    trace::StepId at = asked.value_step;
    while (!at.is_none() && std::holds_alternative<model::ConceptValue>(rules.expr(trace.step(at).expr).node)) {
        const std::vector<trace::StepId>& children = trace.step(at).children;
        at = children.empty() ? trace::StepId{} : children.front();
    }
    if (at.is_none()) return std::nullopt;
    const auto* aggregate = std::get_if<model::Aggregate>(&rules.expr(trace.step(at).expr).node);
    if (aggregate == nullptr || !is_counted_one_by_one(aggregate->function)) return std::nullopt;
    const bool is_count = aggregate->function == model::AggregateFunction::count;
    return exit.find(aggregate->selection, trace.step(at), is_count ? &asked.distance.question : nullptr);
}

}  // namespace wegwijzer::margins
