#include "dsl/fields/direct_reads.h"

#include "engine/model/reach.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::fields {
namespace {

using model::Aggregate;
using model::Concept;
using model::ConceptValue;
using model::EventFieldValue;
using model::Expr;
using model::ExprId;
using model::LengthSource;
using model::ParameterValue;
using model::Period;
using model::PhaseId;
using model::RuleSet;
using model::Selection;
using model::Signal;
using model::StudentFieldValue;
using model::TableValue;

class Walk {
  public:
    explicit Walk(const RuleSet& rules) : rules_(rules) {}

    // With a list of work instead of recursion: an author may nest deeply.
    void read(ExprId id) {
        if (id.is_none()) return;
        std::vector<ExprId> work{id};
        while (!work.empty()) {
            const Expr& expr = rules_.expr(work.back());
            work.pop_back();
            note(expr);
            model::for_each_child(rules_, expr.node, [&](ExprId child) { work.push_back(child); });
        }
    }
    void read(const LengthSource& length, const Span& place) {
        if (length.parameter) reads_.names.emplace_back(length.parameter, place);
    }
    void read(PhaseId id, const Span& place) {
        if (id && rules_.phase(id).days.counts_from_start()) read_start(place);
    }
    void read_start(const Span& place) {
        if (rules_.schema->start) reads_.fields.push_back({{rules_.schema->start, {}, {}}, place});
    }
    void read_followups(const Span& place) {
        const SeriesId series = rules_.schema->followups;
        if (series.is_none()) return;
        for (const FollowUpField field : {FollowUpField::date, FollowUpField::intervention, FollowUpField::status}) {
            reads_.fields.push_back({{{}, series, id_of(field)}, place});
        }
    }
    [[nodiscard]] DirectReads take() { return std::move(reads_); }

  private:
    void note(const Expr& expr) {
        if (const auto* field = std::get_if<StudentFieldValue>(&expr.node)) {
            reads_.fields.push_back({{field->field, {}, {}}, expr.origin});
        } else if (const auto* event = std::get_if<EventFieldValue>(&expr.node)) {
            reads_.fields.push_back({{{}, event->series, event->field}, expr.origin});
        } else if (const auto* parameter = std::get_if<ParameterValue>(&expr.node)) {
            reads_.names.emplace_back(parameter->parameter, expr.origin);
        } else if (const auto* named = std::get_if<ConceptValue>(&expr.node)) {
            reads_.names.emplace_back(named->concept_id, expr.origin);
        } else if (const auto* table = std::get_if<TableValue>(&expr.node)) {
            reads_.names.emplace_back(table->table, expr.origin);
        } else if (const Selection* selection = model::selection_of(expr.node)) {
            note(*selection, expr.origin);
            const auto* aggregate = std::get_if<Aggregate>(&expr.node);
            if (aggregate != nullptr && aggregate->field && !selection->of_signals()) {
                reads_.fields.push_back({{{}, selection->series, aggregate->field}, expr.origin});
            }
        }
    }
    void note(const Selection& selection, const Span& place) {
        if (!selection.of_signals()) {
            const Series& series = rules_.schema->series_of(selection.series);
            for (const SeriesFieldId field : {series.date_field, series.last_counts_per}) {
                if (field) reads_.fields.push_back({{{}, selection.series, field}, place});
            }
        }
        if (selection.period.is_none()) return;
        const Period& period = rules_.period(selection.period);
        const Span& where = period.origin.has_place() ? period.origin : place;
        read(period.length, where);
        if (period.kind == Period::Kind::since_start || period.kind == Period::Kind::study_weeks) read_start(where);
        if (period.kind == Period::Kind::phase) read(period.phase, where);
    }

    const RuleSet& rules_;
    DirectReads reads_;
};

}  // namespace

DirectReads reads_of(const RuleSet& rules, const model::Override& line) {
    Walk walk(rules);
    walk.read(line.condition);
    return walk.take();
}

DirectReads reads_of(const RuleSet& rules, const Concept& named) {
    Walk walk(rules);
    walk.read(named.expr);
    return walk.take();
}

DirectReads reads_of(const RuleSet& rules, const model::Table& table) {
    Walk walk(rules);
    model::for_each_child(table, [&](ExprId child) { walk.read(child); });
    return walk.take();
}

DirectReads reads_of(const RuleSet& rules, const Signal& signal) {
    Walk walk(rules);
    for (const PhaseId phase : signal.phases) walk.read(phase, signal.origin);
    for (const model::SeverityLevel& level : signal.levels) walk.read(level.condition);
    for (const ExprId unless : signal.unless) walk.read(unless);
    for (const model::TextPiece& piece : signal.explanation) {
        if (const auto* expr = std::get_if<ExprId>(&piece)) walk.read(*expr);
    }
    return walk.take();
}

DirectReads reads_of(const RuleSet& rules, const model::Intervention& intervention) {
    Walk walk(rules);
    for (const PhaseId phase : intervention.not_in_phases) walk.read(phase, intervention.origin);
    if (intervention.not_before_day) walk.read_start(intervention.origin);
    if (intervention.at_most_once_per) walk.read(*intervention.at_most_once_per, intervention.origin);
    if (intervention.at_most_once_per || !intervention.only_after.empty()) walk.read_followups(intervention.origin);
    return walk.take();
}

DirectReads reads_of(const RuleSet& rules, const model::Plan& plan) {
    Walk walk(rules);
    walk.read(plan.goal);
    for (const model::PlanStep& step : plan.steps) {
        if (step.within) walk.read(*step.within, step.origin);
        if (step.after) walk.read(*step.after, step.origin);
        walk.read(step.first_week);
        walk.read(step.last_week);
        if (step.first_week) walk.read_start(step.origin);
    }
    walk.read_followups(plan.origin);
    return walk.take();
}

DirectReads reads_of(const RuleSet& rules, const model::Policy& policy) {
    Walk walk(rules);
    walk.read(policy.condition);
    for (const ExprId unless : policy.unless) walk.read(unless);
    for (const model::Advice& advice : policy.advises) {
        if (advice.within) walk.read(*advice.within, advice.origin);
        walk.read(advice.due);
    }
    return walk.take();
}

}  // namespace wegwijzer::fields
