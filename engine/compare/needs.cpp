#include "engine/compare/needs.h"

#include <algorithm>

#include "engine/model/reach.h"

namespace wegwijzer::comparison {
namespace {

class Collector {
  public:
    Collector(const model::RuleSet& rules, const ChangeIndex& index)
        : rules_(rules), index_(index), reach_(rules, *this) {}

    template <class What>
    void read(const What& what) {
        reach_.read(what);
    }
    void read_phase(model::PhaseId id) {
        if (id.is_none()) return;
        note("phase", rules_.phase(id).name);
        if (rules_.phase(id).days.counts_from_start()) read_start();
    }
    void read_start() {
        if (rules_.schema->start) note("field", rules_.schema->field(rules_.schema->start).name);
    }
    void read_calendars() { index_.collect_all("calendar", found_); }
    void note(std::string_view kind, const std::string& name) { index_.collect(kind, name, found_); }

    void reached(model::ParameterId id) {
        note("parameter", rules_.parameter(id).name);
        note("set", rules_.parameter(id).name);
    }
    void reached(model::ConceptId id) { note("concept", rules_.concept_of(id).name); }
    void reached(model::TableId id) { note("table", rules_.table(id).name); }
    void reached(const model::ExprNode& node) {
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            note("field", rules_.schema->field(field->field).name);
        } else if (const auto* event = std::get_if<model::EventFieldValue>(&node)) {
            read_series_field(event->series, event->field);
        } else if (const model::Selection* selection = model::selection_of(node)) {
            read_selection(*selection);
            const auto* aggregate = std::get_if<model::Aggregate>(&node);
            if (aggregate != nullptr && !selection->of_signals()) {
                read_series_field(selection->series, aggregate->field);
            }
        }
    }

    [[nodiscard]] ChangeNumbers take() {
        sort_out(found_);
        return std::move(found_);
    }

  private:
    void read_series_field(SeriesId series, SeriesFieldId field) {
        if (field.is_none()) return;
        const Series& declared = rules_.schema->series_of(series);
        note("field", declared.plural + "." + declared.fields[field.index()].name);
    }
    void read_selection(const model::Selection& selection) {
        if (selection.of_signals()) {
            index_.collect_all("factor", found_);
        } else {
            const Series& series = rules_.schema->series_of(selection.series);
            note("series", series.plural);
            read_series_field(selection.series, series.date_field);
            read_series_field(selection.series, series.last_counts_per);
        }
        if (selection.period.is_none()) return;
        read_phase(rules_.period(selection.period).phase);
        read_start();
        read_calendars();
    }

    const model::RuleSet& rules_;
    const ChangeIndex& index_;
    model::Reach<Collector> reach_;
    ChangeNumbers found_;
};

}  // namespace

void sort_out(ChangeNumbers& numbers) {
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
}

ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index, const model::Signal& signal) {
    Collector collector(rules, index);
    for (const model::PhaseId phase : signal.phases) collector.read_phase(phase);
    for (const model::SeverityLevel& level : signal.levels) collector.read(level.condition);
    for (const model::ExprId unless : signal.unless) collector.read(unless);
    return collector.take();
}

ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index, const model::Policy& policy) {
    Collector collector(rules, index);
    collector.read(policy.condition);
    for (const model::ExprId unless : policy.unless) collector.read(unless);
    const auto read_length = [&](const std::optional<model::LengthSource>& length) {
        if (!length) return;
        collector.read(length->parameter);
        if (length->length.unit == LengthUnit::working_days || !length->parameter.is_none()) collector.read_calendars();
    };
    for (const model::Advice& advice : policy.advises) {
        collector.read(advice.due);
        read_length(advice.within);
        if (advice.plan.is_none()) continue;
        collector.read(rules.plan(advice.plan).goal);
        collector.read_calendars();  // it starts in the kalender in force
        for (const model::PlanStep& step : rules.plan(advice.plan).steps) {
            read_length(step.within);
            read_length(step.after);
            collector.read(step.first_week);
            collector.read(step.last_week);
            if (step.first_week) collector.read_start();
        }
    }
    return collector.take();
}

ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index,
                             const model::Intervention& intervention) {
    Collector collector(rules, index);
    collector.note("intervention", intervention.name);
    for (const model::PhaseId phase : intervention.not_in_phases) collector.read_phase(phase);
    if (intervention.not_before_day) collector.read_start();
    if (intervention.at_most_once_per) collector.read(intervention.at_most_once_per->parameter);
    return collector.take();
}

ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index, model::ParameterId parameter) {
    Collector collector(rules, index);
    collector.read(parameter);
    return collector.take();
}

}  // namespace wegwijzer::comparison
