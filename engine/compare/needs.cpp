#include "engine/compare/needs.h"

#include <algorithm>

#include "engine/model/walk.h"

namespace wegwijzer::comparison {
namespace {

// With a list of work instead of recursion: a pack may chain thousands of begrippen.
class Collector {
  public:
    Collector(const model::RuleSet& rules, const ChangeIndex& index)
        : rules_(rules),
          index_(index),
          seen_concepts_(rules.concepts.size()),
          seen_parameters_(rules.parameters.size()) {}

    void read(model::ExprId id) {
        if (id) work_.push_back(id);
        while (!work_.empty()) {
            const model::ExprId next = work_.back();
            work_.pop_back();
            visit(next);
        }
    }
    void read_parameter(model::ParameterId id) {
        push_parameter(id);
        read({});
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

    [[nodiscard]] ChangeNumbers take() {
        sort_out(found_);
        return std::move(found_);
    }

  private:
    void push_parameter(model::ParameterId id) {
        if (id.is_none() || seen_parameters_[id.index()]) return;
        seen_parameters_[id.index()] = true;
        const model::Parameter& parameter = rules_.parameter(id);
        note("parameter", parameter.name);
        note("set", parameter.name);
        for (const model::Override& line : parameter.overrides) {
            if (line.condition) work_.push_back(line.condition);
        }
    }
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
        const model::Period& period = rules_.period(selection.period);
        push_parameter(period.length.parameter);
        read_phase(period.phase);
        read_start();
        read_calendars();
    }
    void visit(model::ExprId id) {
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            note("field", rules_.schema->field(field->field).name);
        } else if (const auto* event = std::get_if<model::EventFieldValue>(&node)) {
            read_series_field(event->series, event->field);
        } else if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) {
            push_parameter(parameter->parameter);
        } else if (const auto* named = std::get_if<model::ConceptValue>(&node)) {
            if (!seen_concepts_[named->concept_id.index()]) {
                seen_concepts_[named->concept_id.index()] = true;
                const model::Concept& declared = rules_.concept_of(named->concept_id);
                note("concept", declared.name);
                if (declared.expr) work_.push_back(declared.expr);
            }
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            read_selection(aggregate->selection);
            if (!aggregate->selection.of_signals()) read_series_field(aggregate->selection.series, aggregate->field);
        } else if (const auto* existence = std::get_if<model::Existence>(&node)) {
            read_selection(existence->selection);
        }
        model::for_each_child(rules_, node, [this](model::ExprId child) { work_.push_back(child); });
    }

    const model::RuleSet& rules_;
    const ChangeIndex& index_;
    std::vector<bool> seen_concepts_;
    std::vector<bool> seen_parameters_;
    std::vector<model::ExprId> work_;
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
    for (const model::Advice& advice : policy.advises) {
        collector.read(advice.due);
        if (!advice.within) continue;
        collector.read_parameter(advice.within->parameter);
        if (advice.within->length.unit == LengthUnit::working_days || !advice.within->parameter.is_none()) {
            collector.read_calendars();
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
    if (intervention.at_most_once_per) collector.read_parameter(intervention.at_most_once_per->parameter);
    return collector.take();
}

ChangeNumbers changes_behind(const model::RuleSet& rules, const ChangeIndex& index, model::ParameterId parameter) {
    Collector collector(rules, index);
    collector.read_parameter(parameter);
    return collector.take();
}

}  // namespace wegwijzer::comparison
