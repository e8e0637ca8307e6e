#include "engine/model/provenance.h"

#include <algorithm>
#include <tuple>

#include "engine/model/walk.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::model {

namespace {

// Follows everything that can be reached from a rule's expressions, with a list of work instead of recursion: a pack may
// chain thousands of begrippen.
class FieldCollector {
  public:
    explicit FieldCollector(const RuleSet& rules)
        : rules_(rules),
          seen_concepts_(rules.concepts.size()),
          seen_tables_(rules.tables.size()),
          seen_parameters_(rules.parameters.size()) {}

    void read_expr(ExprId id) {
        if (id) work_.push_back(id);
        while (!work_.empty()) {
            const ExprId next = work_.back();
            work_.pop_back();
            visit(next);
        }
    }
    void read_phase(PhaseId id) {
        if (id && rules_.phase(id).days.counts_from_start()) read_start();
    }
    void read_start() {
        if (rules_.schema != nullptr && rules_.schema->start) uses_.push_back({rules_.schema->start, {}, {}});
    }
    void read_parameter(ParameterId id) {
        if (id.is_none() || seen_parameters_[id.index()]) return;
        seen_parameters_[id.index()] = true;
        for (const Override& line : rules_.parameter(id).overrides) {
            if (line.condition) work_.push_back(line.condition);
        }
        read_expr({});
    }
    void read_followups() {
        const SeriesId series = rules_.schema->followups;
        if (series.is_none()) return;
        for (const FollowUpField field : {FollowUpField::date, FollowUpField::intervention, FollowUpField::status}) {
            uses_.push_back({{}, series, id_of(field)});
        }
    }
    void read_table(TableId id) {
        push_table(id);
        read_expr({});
    }
    void read_length(const LengthSource& length) { read_parameter(length.parameter); }

    [[nodiscard]] const std::vector<SignalId>& signals() const { return signals_; }
    [[nodiscard]] FieldUses take() {
        std::sort(uses_.begin(), uses_.end());
        uses_.erase(std::unique(uses_.begin(), uses_.end()), uses_.end());
        return std::move(uses_);
    }

  private:
    void read_selection(const Selection& selection) {
        if (!selection.of_signals()) {
            const SeriesFieldId date = rules_.schema->series_of(selection.series).date_field;
            if (date) uses_.push_back({{}, selection.series, date});
            const SeriesFieldId per = rules_.schema->series_of(selection.series).last_counts_per;
            if (per) uses_.push_back({{}, selection.series, per});
        }
        if (selection.period.is_none()) return;
        const Period& period = rules_.period(selection.period);
        push_parameter(period.length.parameter);
        if (period.kind == Period::Kind::since_start || period.kind == Period::Kind::study_weeks) read_start();
        if (period.kind == Period::Kind::phase) read_phase(period.phase);
    }
    // Without following it at once: the work list is not empty while a node is visited.
    void push_parameter(ParameterId id) {
        if (id.is_none() || seen_parameters_[id.index()]) return;
        seen_parameters_[id.index()] = true;
        for (const Override& line : rules_.parameter(id).overrides) {
            if (line.condition) work_.push_back(line.condition);
        }
    }
    void push_table(TableId id) {
        if (id.is_none() || seen_tables_[id.index()]) return;
        seen_tables_[id.index()] = true;
        for_each_child(rules_.table(id), [this](ExprId child) { work_.push_back(child); });
    }
    void visit(ExprId id) {
        const ExprNode& node = rules_.expr(id).node;
        if (const auto* field = std::get_if<StudentFieldValue>(&node)) {
            uses_.push_back({field->field, {}, {}});
        } else if (const auto* event = std::get_if<EventFieldValue>(&node)) {
            uses_.push_back({{}, event->series, event->field});
        } else if (const auto* parameter = std::get_if<ParameterValue>(&node)) {
            push_parameter(parameter->parameter);
        } else if (const auto* named = std::get_if<ConceptValue>(&node)) {
            if (!seen_concepts_[named->concept_id.index()]) {
                seen_concepts_[named->concept_id.index()] = true;
                const ExprId expr = rules_.concept_of(named->concept_id).expr;
                if (expr) work_.push_back(expr);
            }
        } else if (const auto* table = std::get_if<TableValue>(&node)) {
            push_table(table->table);
        } else if (const auto* state = std::get_if<SignalState>(&node)) {
            signals_.push_back(state->signal);
        } else if (const auto* severity = std::get_if<SignalSeverity>(&node)) {
            signals_.push_back(severity->signal);
        } else if (const auto* aggregate = std::get_if<Aggregate>(&node)) {
            read_selection(aggregate->selection);
            if (aggregate->field && !aggregate->selection.of_signals()) {
                uses_.push_back({{}, aggregate->selection.series, aggregate->field});
            }
        } else if (const auto* existence = std::get_if<Existence>(&node)) {
            read_selection(existence->selection);
        }
        for_each_child(rules_, node, [this](ExprId child) { work_.push_back(child); });
    }

    const RuleSet& rules_;
    std::vector<bool> seen_concepts_;
    std::vector<bool> seen_tables_;
    std::vector<bool> seen_parameters_;
    std::vector<ExprId> work_;
    FieldUses uses_;
    std::vector<SignalId> signals_;
};

FieldUses behind_signal(const RuleSet& rules, const Signal& signal) {
    FieldCollector collector(rules);
    for (const PhaseId phase : signal.phases) collector.read_phase(phase);
    for (const SeverityLevel& level : signal.levels) collector.read_expr(level.condition);
    for (const ExprId unless : signal.unless) collector.read_expr(unless);
    for (const TextPiece& piece : signal.explanation) {
        if (const auto* expr = std::get_if<ExprId>(&piece)) collector.read_expr(*expr);
    }
    return collector.take();
}

FieldUses behind_intervention(const RuleSet& rules, const Intervention& intervention) {
    FieldCollector collector(rules);
    for (const PhaseId phase : intervention.not_in_phases) collector.read_phase(phase);
    if (intervention.not_before_day) collector.read_start();
    if (intervention.at_most_once_per) collector.read_length(*intervention.at_most_once_per);
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
        collector.read_parameter(ParameterId{index});
        result.parameters.push_back(collector.take());
    }
    for (const Concept& named : rules.concepts) {
        FieldCollector collector(rules);
        collector.read_expr(named.expr);
        result.concepts.push_back(collector.take());
    }
    for (std::size_t index = 0; index < rules.tables.size(); ++index) {
        FieldCollector collector(rules);
        collector.read_table(TableId{index});
        result.tables.push_back(collector.take());
    }
    for (const Signal& signal : rules.signals) result.signals.push_back(behind_signal(rules, signal));
    for (const Intervention& intervention : rules.interventions) {
        result.interventions.push_back(behind_intervention(rules, intervention));
    }
    for (const Policy& policy : rules.policies) {
        FieldCollector collector(rules);
        collector.read_expr(policy.condition);
        for (const ExprId unless : policy.unless) collector.read_expr(unless);
        for (const Advice& advice : policy.advises) {
            if (advice.within) collector.read_length(*advice.within);
            collector.read_expr(advice.due);
        }
        std::vector<SignalId> signals = collector.signals();
        std::sort(signals.begin(), signals.end());
        signals.erase(std::unique(signals.begin(), signals.end()), signals.end());
        result.policy_signals.push_back(std::move(signals));
        result.policies.push_back(collector.take());
    }
    return result;
}

FieldUses fields_behind(const RuleSet& rules, ExprId expr) {
    FieldCollector collector(rules);
    collector.read_expr(expr);
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
