// The abstract syntax tree: what the author wrote, unresolved, with the place of every part. Clauses stand in the order in
// which they were written. Expressions live in a pool per file and refer to each other by 32-bit id.
// The grammar is language.md sections 4 and 5; one node kind per construct, the same for Dutch and English words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/ast/token.h"
#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/id.h"
#include "engine/base/language.h"
#include "engine/calendar/period.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::ast {

using ExprId = Id<struct AstExprTag>;

struct Name {
    std::string text;  // NFC; empty where it could not be read (the declaration is then `incomplete`) or is left out
    Span span;
};
struct Text {  // adjoining texts joined, escapes resolved
    std::string value;
    Span span;
};

// ---- literals -------------------------------------------------------------------------------------------------------

struct NumberLiteral {  // 5,5   45 EC   70%   15 procentpunt
    enum class Kind : std::uint8_t { plain, with_unit, percent, points };
    Kind kind = Kind::plain;
    Decimal value;              // as written: 70 for 70%
    std::uint8_t decimals = 0;  // as written: 1 for 5,0
    std::string unit;           // with_unit; `uur` and `euro` whatever the language
    // What was written was not representable (too many decimals, too large): reported; the value is a stand-in.
    bool invalid = false;
};
struct DurationLiteral {
    Length length;
};
struct DateLiteral {
    Date date;
    bool in_words = false;  // 1 september 2026
    bool invalid = false;   // reported (2026-13-40); the value is a stand-in
};
struct TextLiteral {
    std::string value;
};
struct BoolLiteral {
    bool value = false;
};

// ---- selections and periods -----------------------------------------------------------------------------------------

struct CountRef {  // N: digits, or a parameter
    std::optional<std::int64_t> number;
    Name parameter;
    Span span;
};
struct LengthRef {  // termijn: a duration, or a parameter
    std::optional<Length> length;
    Name parameter;
    Span span;
};
struct Period {
    enum class Kind : std::uint8_t {
        last,                // in de laatste
        since_start,         // sinds de start
        study_weeks,         // in studieweek A [t/m B]
        phase,               // in fase F
        between,             // van D t/m E
        since,               // sinds D
        this_academic_year,  // in dit studiejaar
        any,                 // in enige N eenheid
    };
    Kind kind = Kind::last;
    LengthRef length;                // last, any
    CountRef first;                  // study_weeks
    std::optional<CountRef> second;  // study_weeks
    Name phase;
    ExprId from;                        // between, since
    ExprId to;                          // between
    bool within_academic_year = false;  // , binnen dit studiejaar
    Span within_academic_year_span;
    Span span;
};
struct Filter {
    ExprId condition;
    bool parenthesized = false;
    // Without parentheses: a sign or `en`/`of` stands directly behind it, which is an error the checker reports
    // (section 4, "Filters"): the place of that sign or word.
    Span followed_by;
    Span span;
};
struct Selection {
    Name series;  // NAAM or the word `signaal` (`series_is_signal_word`)
    bool series_is_signal_word = false;
    std::optional<Filter> filter;
    std::optional<Period> period;
};

// ---- expressions ----------------------------------------------------------------------------------------------------

struct NameRef {
    Name name;
};
struct StudentRef {  // student.naam
    Name name;
};
struct ReferenceDateWord {};
struct Negate {
    ExprId operand;
};
struct Parenthesized {
    ExprId inner;
};
enum class BinaryOp : std::uint8_t { add, subtract, multiply, divide };
struct Binary {
    BinaryOp op = BinaryOp::add;
    ExprId left;
    ExprId right;
    Span op_span;
};
struct Conditional {
    ExprId condition;
    ExprId if_true;
    ExprId if_false;
};
struct SeverityOf {  // ernst van signaal X
    Name signal;
};
enum class AggregateKind : std::uint8_t {
    count,
    count_distinct,
    sum,
    average,
    highest,
    lowest,
    first,
    last,
    change,
    time_since_last,
    longest_run,
    longest_run_days,
};
struct Aggregate {
    AggregateKind kind = AggregateKind::count;
    Name field;  // none with count, time_since_last, longest_run, longest_run_days
    Selection selection;
};
enum class CompareOp : std::uint8_t { less, less_equal, greater, greater_equal, equal, not_equal };
struct Compare {
    CompareOp op = CompareOp::equal;
    ExprId left;
    ExprId right;
    bool word = false;  // written as `is` / `is niet` rather than `=` / `<>`
    Span op_span;
};
struct OneOf {
    ExprId value;
    std::vector<ExprId> options;
    bool negated = false;
};
struct Between {
    ExprId value;
    ExprId low;
    ExprId high;
    bool negated = false;
};
struct Knownness {
    ExprId value;
    bool asks_known = true;
    bool written_not_known = false;  // `is niet bekend`
};
struct Not {
    ExprId operand;
};
struct And {
    std::vector<ExprId> operands;
    std::vector<Span> words;  // the places of `en`
};
struct Or {
    std::vector<ExprId> operands;
    std::vector<Span> words;
};
// `a en b of c` without parentheses: an error with both readings; kept so that the parts are still checked.
struct MixedAndOr {
    std::vector<ExprId> operands;
    std::vector<Span> words;  // between operand i and i+1
    std::vector<bool> word_is_and;
};
enum class SignalKind : std::uint8_t { signal, strength, opportunity };
struct SignalRef {  // signaal X, kracht X, kans X
    SignalKind kind = SignalKind::signal;
    Name name;
};
enum class Quantifier : std::uint8_t { all, at_least, at_most, exactly, none };
struct Exists {
    Quantifier quantifier = Quantifier::at_least;
    CountRef count;  // not with none
    Selection selection;
};
struct Bullets {
    Quantifier quantifier = Quantifier::all;
    CountRef count;  // not with all and none
    std::vector<ExprId> items;
    std::vector<Span> dashes;
};

struct Expr {
    std::variant<NumberLiteral, DurationLiteral, DateLiteral, TextLiteral, BoolLiteral, NameRef, StudentRef,
                 ReferenceDateWord, Negate, Parenthesized, Binary, Conditional, SeverityOf, Aggregate, Compare, OneOf,
                 Between, Knownness, Not, And, Or, MixedAndOr, SignalRef, Exists, Bullets>
        node;
    Span span;  // without trailing white space
};

// ---- declarations ---------------------------------------------------------------------------------------------------

struct TemplatePiece {
    std::string text;  // escapes resolved
    ExprId expr;       // or a value to fill in (then `text` is empty)
    Span span;
};
struct Template {
    std::vector<TemplatePiece> pieces;
    Span span;
};
struct Citation {  // bron NAAM ["plaats"]
    Name source;
    std::optional<Text> place;
};
struct Justification {  // motivering / grondslag
    enum class Kind : std::uint8_t { motivation, legal_basis };
    Kind kind = Kind::motivation;
    Text text;
};

struct PackClause {
    enum class Kind : std::uint8_t { version, language, valid, owner, purpose, legal_ground, crisis_route, retention };
    Kind kind = Kind::version;
    std::string version;
    Language language = Language::nl;
    ExprId from;  // valid: a DateLiteral
    ExprId to;    // valid: or none
    Text text;
    ExprId length;  // retention: a DurationLiteral
    Span span;
};
struct Pack {
    Name name;
    std::optional<Text> title;
    std::vector<PackClause> clauses;
};
struct Use {  // gebruik
    Name pack;
};
struct Source {  // bron
    Name name;
    Text title;
};
struct PrivacyMark {
    enum class Kind : std::uint8_t { confidential, needs_motivation, special, audit_only };
    Kind kind = Kind::confidential;
    Span span;
};
struct ChoiceValue {
    Name name;
    std::optional<Text> written;
};
struct Type {
    enum class Kind : std::uint8_t { key, text, number, integer, grade, percentage, date, duration, boolean, choice };
    Kind kind = Kind::text;
    std::optional<Name> unit;  // `uur` and `euro` whatever the language
    ExprId low;                // bounds: NumberLiterals, or none
    ExprId high;
    bool as_fraction = false;
    std::vector<ChoiceValue> choices;
    bool ordered = false;
    Span span;
};
struct FieldMark {
    enum class Kind : std::uint8_t { start, mentor, name, from_column, privacy };
    Kind kind = Kind::start;
    Text column;  // from_column
    PrivacyMark privacy;
    Span span;
};
struct Field {
    Name name;
    Type type;
    std::vector<FieldMark> marks;
    Span span;
};
struct StudentData {
    std::vector<Field> fields;
};
struct Series {
    Name singular;
    Name plural;
    std::vector<PrivacyMark> privacy;
    std::optional<Name> last_counts_per;
    std::vector<Field> fields;
};
struct HolidayClause {
    Name name;
    ExprId from;  // DateLiterals
    ExprId to;    // or none: one day
    Span span;
};
struct Calendar {
    Name name;
    ExprId from;
    ExprId to;
    std::vector<HolidayClause> holidays;
};
struct Phase {
    enum class Kind : std::uint8_t { days, from_day, before_start, study_weeks, dates };
    Name name;
    std::optional<Text> title;
    Kind kind = Kind::days;
    std::int64_t first = 1;  // days, from_day, study_weeks
    std::int64_t last = 1;
    ExprId from;  // dates
    ExprId to;
    Span span;  // of the days
};
struct Cluster {
    Name name;
    std::optional<Text> title;
};
struct FactorClause {
    std::variant<Name, Citation> value;  // in NAAM, or bron
    Span span;
};
struct Factor {
    Name name;
    std::optional<Text> title;
    std::vector<FactorClause> clauses;
};
enum class Line : std::uint8_t { first, second, external, organisation };
struct RoleClause {
    enum class Kind : std::uint8_t { line, person, expert_in, capacity };
    Kind kind = Kind::line;
    Line line = Line::first;
    Name person;
    Text expertise;
    std::int64_t capacity = 0;
    Span span;
};
struct Role {
    Name name;
    std::optional<Text> title;
    std::vector<RoleClause> clauses;
};
struct ParameterClause {
    enum class Kind : std::uint8_t { between, source, owner };
    Kind kind = Kind::between;
    ExprId low;  // between: `vast` values
    ExprId high;
    Citation source;
    Text owner;
    Span span;
};
struct Parameter {
    Name name;
    std::optional<Text> title;
    Type type;
    ExprId value;  // `vast`, or none
    std::vector<ParameterClause> clauses;
};
struct SetClause {
    std::variant<Text, Justification> value;  // omdat, or motivering/grondslag
    Span span;
};
struct Set {  // stel
    Name parameter;
    ExprId value;
    ExprId condition;  // voor, or none
    std::vector<SetClause> clauses;
};
struct Concept {
    Name name;
    std::optional<Text> title;
    ExprId value;
};
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

struct Declaration {
    std::variant<Pack, Use, Source, StudentData, Series, Calendar, Phase, Cluster, Factor, Role, Parameter, Set,
                 Concept, Signal, Intervention, Policy, Plan, Table, Example>
        node;
    Span span;     // from its first letter to its last mark
    Span keyword;  // the word that opens it
    // Some part could not be read and was reported; what was read stands in the node, and checks of this declaration keep
    // silent about what may be missing.
    bool incomplete = false;
    // Its tokens in the file's list: from the line of its keyword up to the next declaration.
    std::uint32_t first_token = 0;
    std::uint32_t last_token = 0;  // half-open
};

struct File {
    SourceId source;
    Language language = Language::nl;
    std::vector<Declaration> declarations;
    std::vector<Expr> exprs;
    std::vector<Token> tokens;  // lossless

    [[nodiscard]] const Expr& expr(ExprId id) const { return exprs[id.index()]; }
};

}  // namespace wegwijzer::ast
