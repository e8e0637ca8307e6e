// The state of one lowering. Its members are spread over the files lower_*.cpp by what they lower.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/model/rule_set.h"
#include "engine/program/builder.h"
#include "engine/program/program.h"

namespace wegwijzer::program {

// A value as it is made, perhaps a ratio or a range, and the author's words for it.
struct Lowered {
    Register value;
    OriginId origin;
};

// Where an expression stands.
struct Place {
    SeriesId events;         // in a filter over this series
    model::SignalId signal;  // in a filter over `signalen`, taken for this signal
};

class Lowering {
  public:
    Lowering(const model::RuleSet& rules, Program& program) : rules_(rules), program_(program), build_(program) {}
    void run();
    void run(model::SignalId signal);  // that one alone

  private:
    // lower.cpp
    void begin();
    void number_what_can_be_missing();
    void mark_live();
    void mark_live(std::vector<Register> open);  // and all that these are made of
    [[nodiscard]] OriginId add_origin(Origin origin, const std::vector<OriginId>& children);
    [[nodiscard]] OriginId add_origin(Origin::Rule rule, Register value, Span span,
                                      const std::vector<OriginId>& children);

    // lower_expr.cpp
    [[nodiscard]] Lowered lower_expr(model::ExprId id, Place place);
    [[nodiscard]] Register ordinary(Register value);  // a ratio rounded, a range as a number
    [[nodiscard]] Register condition(Register value);
    [[nodiscard]] Lowered lower_node(const model::Literal& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::StudentFieldValue& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::EventFieldValue& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::SignalFieldValue& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::ParameterValue& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::ConceptValue& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::TableValue& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered make_table(const model::Table& table);
    [[nodiscard]] Lowered lower_node(const model::ReferenceDate& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Negation& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Arithmetic& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::MonthShift& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Conditional& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Knownness& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Not& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::And& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Or& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Quantified& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_junction(Opcode opcode, const std::vector<model::ExprId>& operands,
                                         const model::Expr& expr, Place place);
    [[nodiscard]] Lowered student_field(FieldId field, Span span);
    [[nodiscard]] Register constant(const model::Constant& value);
    [[nodiscard]] Lowered parameter(model::ParameterId id, Span span, bool as_length);
    [[nodiscard]] Lowered make_parameter(const model::Parameter& parameter, Span span, bool as_length);

    // lower_compare.cpp
    enum class Relation : std::uint8_t { compare, between, one_of };
    [[nodiscard]] Lowered lower_node(const model::Comparison& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Between& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::OneOf& node, const model::Expr& expr, Place place);
    [[nodiscard]] Register relate(Relation relation, model::CompareOp op, bool negated, std::vector<Register> values);
    [[nodiscard]] std::optional<Register> relate_field(Relation relation, model::CompareOp op, bool negated,
                                                       const std::vector<Register>& values);

    // lower_aggregate.cpp
    [[nodiscard]] Lowered lower_node(const model::Aggregate& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::Existence& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered count(const model::Selection& selection, Span span);
    [[nodiscard]] Lowered event_aggregate(const model::Aggregate& node, Span span);
    [[nodiscard]] Lowered period(model::PeriodId id);
    [[nodiscard]] Lowered length(const model::Period& period);
    [[nodiscard]] Lowered make_period(const model::Period& period, Opcode last);
    [[nodiscard]] Register window(SeriesId series, Register interval);
    [[nodiscard]] Lowered start_date();

    // lower_signals.cpp
    void lower_signal(model::SignalId id);
    void lower_policy(const model::Policy& policy);
    void lower_plan(const model::Plan& plan);
    [[nodiscard]] ConditionProgram lower_condition(model::ExprId id);
    [[nodiscard]] TermProgram lower_week(model::ExprId number);
    [[nodiscard]] TermProgram lower_term(const model::Advice& advice);
    [[nodiscard]] TermProgram lower_length(const model::LengthSource& source, Span span);
    [[nodiscard]] Register phases(const std::vector<model::PhaseId>& phases);
    [[nodiscard]] Lowered signal_aggregate(const model::Aggregate& node, Span span);
    [[nodiscard]] Lowered lower_node(const model::SignalState& node, const model::Expr& expr, Place place);
    [[nodiscard]] Lowered lower_node(const model::SignalSeverity& node, const model::Expr& expr, Place place);
    [[nodiscard]] Register signal_severity(model::SignalId id, bool in_signalen);

    const model::RuleSet& rules_;
    Program& program_;
    Builder build_;
    std::vector<std::optional<Lowered>> concepts_;    // by ConceptId
    std::vector<std::optional<Lowered>> tables_;      // by TableId
    std::vector<std::optional<Lowered>> parameters_;  // by ParameterId, as a value and as a length
    std::vector<std::optional<Lowered>> periods_;     // by PeriodId
    // Of the policy or the plan that is being lowered: its uses of `signalen`, and the signals that its `als` names.
    std::vector<SelectionProgram>* selections_ = nullptr;
    std::vector<model::SignalId>* named_ = nullptr;
};

}  // namespace wegwijzer::program
