#include "engine/model/provenance.h"

#include <algorithm>
#include <tuple>

#include "engine/model/reach.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::model {

namespace {

class FieldCollector {
  public:
    explicit FieldCollector(const RuleSet& rules) : rules_(rules), reach_(rules, *this) {}

    template <class What>
    void read(const What& what) {
        reach_.read(what);
    }
    void read_phase(PhaseId id) {
        if (id && rules_.phase(id).days.counts_from_start()) read_start();
    }
    void read_start() {
        if (rules_.schema != nullptr && rules_.schema->start) uses_.push_back({rules_.schema->start, {}, {}});
    }
    void read_followups() {
        const SeriesId series = rules_.schema->followups;
        if (series.is_none()) return;
        for (const FollowUpField field : {FollowUpField::date, FollowUpField::intervention, FollowUpField::status}) {
            uses_.push_back({{}, series, id_of(field)});
        }
    }

    void reached(const ExprNode& node) {
        if (const auto* field = std::get_if<StudentFieldValue>(&node)) {
            uses_.push_back({field->field, {}, {}});
        } else if (const auto* event = std::get_if<EventFieldValue>(&node)) {
            uses_.push_back({{}, event->series, event->field});
        } else if (const auto* state = std::get_if<SignalState>(&node)) {
            signals_.push_back(state->signal);
        } else if (const auto* severity = std::get_if<SignalSeverity>(&node)) {
            signals_.push_back(severity->signal);
        } else if (const Selection* selection = selection_of(node)) {
            read_selection(*selection);
            const auto* aggregate = std::get_if<Aggregate>(&node);
            if (aggregate != nullptr && aggregate->field && !selection->of_signals()) {
                uses_.push_back({{}, selection->series, aggregate->field});
            }
        }
    }
    // Only their names: what they read is told node by node.
    void reached(ConceptId) {}
    void reached(TableId) {}
    void reached(ParameterId) {}

    [[nodiscard]] std::vector<SignalId> take_signals() { return sorted(signals_); }
    [[nodiscard]] FieldUses take() { return sorted(uses_); }

  private:
    template <class Items>
    static Items sorted(Items& items) {
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
        return std::move(items);
    }
    void read_selection(const Selection& selection) {
        if (!selection.of_signals()) {
            const SeriesFieldId date = rules_.schema->series_of(selection.series).date_field;
            if (date) uses_.push_back({{}, selection.series, date});
            const SeriesFieldId per = rules_.schema->series_of(selection.series).last_counts_per;
            if (per) uses_.push_back({{}, selection.series, per});
        }
        if (selection.period.is_none()) return;
        const Period& period = rules_.period(selection.period);
        if (period.kind == Period::Kind::since_start || period.kind == Period::Kind::study_weeks) read_start();
        if (period.kind == Period::Kind::phase) read_phase(period.phase);
    }

    const RuleSet& rules_;
    Reach<FieldCollector> reach_;
    FieldUses uses_;
    std::vector<SignalId> signals_;
};

FieldUses behind_signal(const RuleSet& rules, const Signal& signal) {
    FieldCollector collector(rules);
    for (const PhaseId phase : signal.phases) collector.read_phase(phase);
    for (const SeverityLevel& level : signal.levels) collector.read(level.condition);
    for (const ExprId unless : signal.unless) collector.read(unless);
    for (const TextPiece& piece : signal.explanation) {
        if (const auto* expr = std::get_if<ExprId>(&piece)) collector.read(*expr);
    }
    return collector.take();
}

FieldUses behind_intervention(const RuleSet& rules, const Intervention& intervention) {
    FieldCollector collector(rules);
    for (const PhaseId phase : intervention.not_in_phases) collector.read_phase(phase);
    if (intervention.not_before_day) collector.read_start();
    if (intervention.at_most_once_per) collector.read(*intervention.at_most_once_per);
    if (intervention.at_most_once_per || !intervention.only_after.empty()) collector.read_followups();
    return collector.take();
}

}  // namespace

bool operator<(const FieldUse& left, const FieldUse& right) {
    return std::make_tuple(left.student_field, left.series, left.series_field) <
           std::make_tuple(right.student_field, right.series, right.series_field);
}

Provenance find_provenance(const RuleSet& rules) {
    Provenance result;
    for (std::size_t index = 0; index < rules.parameters.size(); ++index) {
        FieldCollector collector(rules);
        collector.read(ParameterId{index});
        result.parameters.push_back(collector.take());
    }
    for (const Concept& named : rules.concepts) {
        FieldCollector collector(rules);
        collector.read(named.expr);
        result.concepts.push_back(collector.take());
    }
    for (std::size_t index = 0; index < rules.tables.size(); ++index) {
        FieldCollector collector(rules);
        collector.read(TableId{index});
        result.tables.push_back(collector.take());
    }
    for (const Signal& signal : rules.signals) result.signals.push_back(behind_signal(rules, signal));
    for (const Intervention& intervention : rules.interventions) {
        result.interventions.push_back(behind_intervention(rules, intervention));
    }
    for (const Plan& plan : rules.plans) {
        FieldCollector goal(rules);
        goal.read(plan.goal);
        result.plan_signals.push_back(goal.take_signals());
        result.plan_goals.push_back(goal.take());
        FieldCollector terms(rules);
        for (const PlanStep& step : plan.steps) {
            for_each_term(step, [&](const auto& term) { terms.read(term); });
            if (step.first_week) terms.read_start();
        }
        terms.read_followups();
        result.plan_terms.push_back(terms.take());
    }
    for (const Policy& policy : rules.policies) {
        FieldCollector collector(rules);
        collector.read(policy.condition);
        for (const ExprId unless : policy.unless) collector.read(unless);
        for (const Advice& advice : policy.advises) {
            if (advice.within) collector.read(*advice.within);
            collector.read(advice.due);
        }
        result.policy_signals.push_back(collector.take_signals());
        result.policies.push_back(collector.take());
    }
    return result;
}

FieldUses fields_behind(const RuleSet& rules, ExprId expr) {
    FieldCollector collector(rules);
    collector.read(expr);
    return collector.take();
}

PrivacyClass privacy_of(const Schema& schema, const FieldUse& use) {
    if (use.student_field) return schema.field(use.student_field).privacy;
    const Series& series = schema.series_of(use.series);
    PrivacyClass result = series.privacy;
    if (use.series_field) {
        const PrivacyClass& own = series.fields[use.series_field.index()].privacy;
        result.confidential = result.confidential || own.confidential;
        result.needs_motivation = result.needs_motivation || own.needs_motivation;
        result.special = result.special || own.special;
        result.audit_only = result.audit_only || own.audit_only;
    }
    return result;
}

}  // namespace wegwijzer::model
