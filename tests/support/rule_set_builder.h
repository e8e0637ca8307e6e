// Rule sets and records from C++, for tests: short names for the nodes of a rule set, and records by the field's name.
// Types of expressions are set where an evaluator or a printer needs them; nothing is checked.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::test {

using model::CompareOp;
using model::ExprId;
using model::Quantifier;

[[nodiscard]] Date day(std::string_view iso);      // fails the test when there is no such day
[[nodiscard]] Decimal dec(std::string_view text);  // "5.5"
[[nodiscard]] DateInterval days(std::string_view from, std::string_view to);
[[nodiscard]] FieldType type_of(FieldKind kind);
[[nodiscard]] FieldType choice_of(std::initializer_list<const char*> names, bool ordered = false);

// `bron van X in de laatste 3 weken met ...`, said step by step.
struct Events {
    model::Selection selection;
    [[nodiscard]] Events with(ExprId filter) const;
    [[nodiscard]] Events in(model::PeriodId period) const;
};

class RuleSetBuilder {
  public:
    RuleSetBuilder();  // with the key `studentnummer` and one pack

    // The student's fields and the series.
    FieldId field(std::string_view name, const FieldType& type);
    FieldId field(std::string_view name, FieldKind kind) { return field(name, type_of(kind)); }
    FieldId start_field(std::string_view name);
    struct SeriesField {
        std::string name;
        FieldType type;
    };
    SeriesId series(std::string_view singular, std::string_view plural, std::vector<SeriesField> fields,
                    std::string_view last_counts_per = {});
    [[nodiscard]] SeriesFieldId field_of(SeriesId series, std::string_view name) const;

    // Around the rules.
    void calendar(std::string_view name, DateInterval days, std::vector<Holiday> holidays = {});
    model::PhaseId phase(std::string_view name, PhaseSpan span);
    model::ClusterId cluster(std::string_view name);
    model::FactorId factor(std::string_view name, model::ClusterId cluster = {});
    model::ParameterId parameter(std::string_view name, model::ValueKind kind, std::optional<model::Constant> value,
                                 LengthUnit unit = LengthUnit::days);
    void set(model::ParameterId parameter, model::Constant value, ExprId condition = {});  // stel ... voor
    model::ConceptId concept_named(std::string_view name, ExprId expr);

    // Values.
    ExprId value(FieldId field);
    ExprId value(SeriesId series, std::string_view field);  // of the event at hand
    ExprId value(model::SignalField field);                 // of the signal at hand
    ExprId value(model::ParameterId parameter);
    ExprId value(model::ConceptId concept_id);
    ExprId number(std::string_view text);  // "5.5"; a percentage as its ratio, days as a number
    ExprId text(std::string_view text);
    ExprId date(std::string_view iso);
    ExprId choice(std::uint32_t index);
    ExprId boolean(bool value);
    ExprId severity(model::Severity severity);
    ExprId reference_date();
    // Arithmetic.
    ExprId add(ExprId left, ExprId right) { return arithmetic(model::ArithmeticOp::add, left, right); }
    ExprId subtract(ExprId left, ExprId right) { return arithmetic(model::ArithmeticOp::subtract, left, right); }
    ExprId multiply(ExprId left, ExprId right) { return arithmetic(model::ArithmeticOp::multiply, left, right); }
    ExprId divide(ExprId left, ExprId right, bool single = true);
    ExprId negate(ExprId operand);
    ExprId months(ExprId date, std::int64_t months);
    ExprId if_then(ExprId condition, ExprId if_true, ExprId if_false);
    // Conditions.
    ExprId compare(ExprId left, CompareOp op, ExprId right);
    ExprId less(ExprId left, ExprId right) { return compare(left, CompareOp::less, right); }
    ExprId at_least(ExprId left, ExprId right) { return compare(left, CompareOp::greater_equal, right); }
    ExprId equal(ExprId left, ExprId right) { return compare(left, CompareOp::equal, right); }
    ExprId between(ExprId value, ExprId low, ExprId high, bool negated = false);
    ExprId one_of(ExprId value, std::vector<ExprId> options, bool negated = false);
    ExprId is_known(ExprId value, bool asks_known = true);
    ExprId negation(ExprId operand);  // niet
    ExprId both(std::vector<ExprId> operands);
    ExprId either(std::vector<ExprId> operands);
    ExprId list(Quantifier quantifier, ExprId count, std::vector<ExprId> operands);
    // Aggregates.
    [[nodiscard]] Events of(SeriesId series) const;
    [[nodiscard]] Events signals() const;
    ExprId count(const Events& events);
    ExprId aggregate(model::AggregateFunction function, const Events& events, std::string_view field = {});
    ExprId aggregate(model::AggregateFunction function, const Events& signals, model::SignalField field);
    ExprId existence(Quantifier quantifier, ExprId count, const Events& events);
    model::PeriodId last(std::int64_t count, LengthUnit unit);
    model::PeriodId last(model::ParameterId length, LengthUnit unit);
    model::PeriodId since_start();
    model::PeriodId study_weeks(ExprId first, ExprId last);
    model::PeriodId in_phase(model::PhaseId phase);
    model::PeriodId from_to(ExprId from, ExprId to);
    model::PeriodId since(ExprId from);
    model::PeriodId this_academic_year();
    model::PeriodId any(std::int64_t count, LengthUnit unit);
    model::PeriodId within_academic_year(model::PeriodId of);
    // Signals in conditions.
    ExprId is_active(model::SignalId signal);
    ExprId severity_of(model::SignalId signal);

    // Rules. The references hold until the next thing of the same kind is added.
    struct Level {
        model::Severity severity = model::Severity::none;
        ExprId condition;
    };
    model::SignalId signal(std::string_view name, ExprId condition);  // als ...: medium
    model::SignalId signal(std::string_view name, std::vector<Level> levels);
    model::Signal& edit(model::SignalId signal) { return rules_.signals[signal.index()]; }
    model::RoleId role(std::string_view name, model::Line line = model::Line::first);
    model::Role& edit(model::RoleId role) { return rules_.roles[role.index()]; }
    model::InterventionId intervention(std::string_view name, model::RoleId by);
    model::Intervention& edit(model::InterventionId id) { return rules_.interventions[id.index()]; }
    model::Plan& plan(std::string_view name);
    void advise(model::PolicyId policy, model::PlanId plan);
    model::PolicyId policy(std::string_view name, ExprId condition = {});
    model::Policy& edit(model::PolicyId policy) { return rules_.policies[policy.index()]; }
    model::Advice& advise(model::PolicyId policy, model::InterventionId intervention,
                          std::optional<Length> within = std::nullopt);

    // What was built so far, with its schema. Building may go on afterwards.
    [[nodiscard]] model::RuleSet build() const;
    [[nodiscard]] std::shared_ptr<const Schema> schema() const;

  private:
    ExprId add_expr(model::ExprNode node, model::ValueType type = {});
    ExprId literal(model::Constant value, model::ValueKind kind);
    ExprId arithmetic(model::ArithmeticOp op, ExprId left, ExprId right);
    model::PeriodId add_period(model::Period period);
    [[nodiscard]] model::ValueType value_type(const FieldType& type);

    model::RuleSet rules_;
    Schema schema_;
    std::vector<Calendar> calendars_;
};

// Records of a schema by the names of fields, values as text: "5.5", "2026-09-28", "ja", a choice's name. May be copied
// and added to; `finish` builds the cohort from all that was said.
class Records {
  public:
    explicit Records(std::shared_ptr<const Schema> schema);

    Records& student(std::string_view key);
    Records& set(std::string_view field, std::string_view value);
    Records& supply(std::string_view series);
    Records& complete_to(std::string_view series, std::string_view iso);
    // Of the student added last; values in the order of the series' fields, an empty one is unknown.
    Records& event(std::string_view series, std::vector<std::string> values);
    [[nodiscard]] Cohort finish() const;

  private:
    std::shared_ptr<const Schema> schema_;
    std::vector<std::function<void(CohortBuilder&)>> steps_;
};

}  // namespace wegwijzer::test
