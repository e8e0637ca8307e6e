// Rules and what tests them: signals, interventions, policies, plans, tables and examples (language.md section 5).
// Clauses stand in the order in which they were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/ast/declarations.h"

namespace wegwijzer::ast {

enum class Level : std::uint8_t { low, medium, high };
struct SignalClause {
    enum class Kind : std::uint8_t {
        factor,
        phases,
        condition,
        level,
        unless,
        weight,
        explanation,
        source,
        justification
    };
    Kind kind = Kind::condition;
    std::vector<Name> names;  // factor (one), phases
    Level level = Level::medium;
    Span level_span;
    ExprId condition;  // condition, level, unless
    ExprId weight;     // a number
    Template explanation;
    Citation source;
    Justification justification;
    Span span;
};
struct Signal {
    SignalKind kind = SignalKind::signal;
    Name name;
    std::optional<Text> title;
    std::vector<SignalClause> clauses;
};
struct InterventionClause {
    enum class Kind : std::uint8_t {
        by,
        through,
        directly,
        with_consent,
        without_consent,
        duration,
        question,
        not_together,
        not_in_phase,
        not_before_day,
        only_after,
        at_most_once_per,
        reinforces,
        factor,
        source,
        justification,
    };
    Kind kind = Kind::by;
    std::vector<Name> names;  // by, through, not_together, not_in_phase, only_after, reinforces, factor
    ExprId duration;
    Text question;
    std::int64_t day = 0;
    LengthRef at_most_once_per;
    Citation source;
    Justification justification;
    Span span;
};
struct Intervention {
    Name name;
    std::optional<Text> title;
    std::vector<InterventionClause> clauses;
};
struct PolicyClause {
    enum class Kind : std::uint8_t { condition, unless, advise, priority, urgent, overrides, source, justification };
    Kind kind = Kind::condition;
    ExprId condition;
    std::vector<Name> names;  // advise, overrides (one)
    std::optional<Name> by;
    std::optional<LengthRef> within;
    ExprId due;
    std::int64_t priority = 3;
    Citation source;
    Justification justification;
    Span span;
};
struct Policy {
    Name name;
    std::optional<Text> title;
    std::vector<PolicyClause> clauses;
};
struct Step {
    std::int64_t number = 1;
    Name intervention;
    std::optional<Name> by;
    std::optional<LengthRef> within;
    std::optional<LengthRef> after;
    std::optional<CountRef> study_week_first;
    std::optional<CountRef> study_week_last;
};
struct PlanClause {
    enum class Kind : std::uint8_t { goal, step, review_every, evaluate_after, source, justification };
    Kind kind = Kind::goal;
    ExprId condition;
    Step step;
    ExprId length;  // a DurationLiteral
    Citation source;
    Justification justification;
    Span span;
};
struct Plan {  // aanpak
    Name name;
    std::optional<Text> title;
    std::vector<PlanClause> clauses;
};
struct TableTest {
    enum class Kind : std::uint8_t { any, unknown, compare, range, values };
    Kind kind = Kind::any;
    CompareOp op = CompareOp::equal;
    std::vector<ExprId> values;  // compare: 1; range: 2; values: 1 or more
    Span span;
};
struct TableRow {
    std::vector<TableTest> tests;
    ExprId result;
    Span span;
};
struct Table {
    Name name;
    std::optional<Text> title;
    Type type;
    bool unique = true;  // trefwijze uniek | eerste
    std::vector<ExprId> columns;
    Name result;
    std::vector<TableRow> rows;
};
struct ExampleValue {  // one line of `gegeven student`
    Name field;
    ExprId value;
    Span span;
};
struct Cell {
    std::string text;  // trimmed; the text itself when quoted
    bool quoted = false;
    Span span;
};
struct ExampleGiven {
    bool student = false;
    std::vector<ExampleValue> values;     // student
    Name series;                          // else
    ExprId complete_to;                   // a DateLiteral, or none
    bool empty = false;                   // geen
    std::vector<std::vector<Cell>> rows;  // the first names the fields
};
struct Expectation {
    enum class Kind : std::uint8_t { signal, advice, plan, concept_value, parameter_value };
    enum class State : std::uint8_t { active, undetermined, not_applicable };
    Kind kind = Kind::signal;
    bool negated = false;
    SignalKind signal_kind = SignalKind::signal;
    std::optional<Name> name;
    std::optional<Level> level;
    bool possibly_higher = false;
    State state = State::active;
    std::optional<Line> line;
    std::optional<Name> by;
    std::optional<Name> through;
    ExprId from;  // dates
    ExprId due;
    std::optional<std::int64_t> priority;
    bool suppressed = false;
    ExprId value;  // concept_value, parameter_value; none: `is onbekend`
};
struct ExampleClause {
    enum class Kind : std::uint8_t { on, given, set, expect };
    Kind kind = Kind::on;
    ExprId date;
    ExampleGiven given;
    Name parameter;  // set
    ExprId value;
    Expectation expectation;
    Span span;
};
struct Example {
    Text title;
    std::vector<ExampleClause> clauses;
};

}  // namespace wegwijzer::ast
