// Conditions and expressions after name resolution and type checking (language.md section 4). Nodes live in a pool and
// refer to each other by 32-bit id; every reference is resolved, every type is known. The author's structure is kept as
// written: no folding, no sharing, begrippen by reference.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "engine/base/id.h"
#include "engine/diagnostics/source.h"
#include "engine/model/value_type.h"
#include "engine/records/schema.h"

namespace wegwijzer::model {

using ExprId = Id<struct ExprTag>;
using PeriodId = Id<struct PeriodTag>;
using PhaseId = Id<struct PhaseTag>;
using ParameterId = Id<struct ParameterTag>;
using ConceptId = Id<struct ConceptTag>;
using TableId = Id<struct TableTag>;
using SignalId = Id<struct SignalTag>;  // signalen, krachten and kansen alike

struct Literal {
    Constant value;
};
struct StudentFieldValue {
    FieldId field;
};
// A field of the event at hand; only in the filter of an aggregate over that series.
struct EventFieldValue {
    SeriesId series;
    SeriesFieldId field;
};
// A field of the built-in series `signalen`; only in a filter over it.
enum class SignalField : std::uint8_t { severity, factor, cluster, weight };
struct SignalFieldValue {
    SignalField field = SignalField::severity;
};
struct ParameterValue {
    ParameterId parameter;
};
struct ConceptValue {
    ConceptId concept_id;
};
struct TableValue {  // a tabel, by its name
    TableId table;
};
struct ReferenceDate {};
struct Negation {  // -x
    ExprId operand;
};
enum class ArithmeticOp : std::uint8_t { add, subtract, multiply, divide };
struct Arithmetic {
    ArithmeticOp op = ArithmeticOp::add;
    ExprId left;
    ExprId right;
    // divide: a *single division* (section 11): a comparison with it is decided exactly, before rounding. Its sides are
    // rounded values.
    bool single_division = false;
};
// date + N maanden or jaar (12 months each), N may be negative. Clamped to the length of the month.
struct MonthShift {
    ExprId date;
    std::int64_t months = 0;
};
struct Conditional {  // als c dan a anders b
    ExprId condition;
    ExprId if_true;
    ExprId if_false;
};
enum class CompareOp : std::uint8_t { less, less_equal, greater, greater_equal, equal, not_equal };
struct Comparison {
    CompareOp op = CompareOp::equal;
    ExprId left;
    ExprId right;
};
struct Between {  // both ends count
    ExprId value;
    ExprId low;
    ExprId high;
    bool negated = false;
};
struct OneOf {
    ExprId value;
    std::vector<ExprId> options;
    bool negated = false;
};
struct Knownness {  // is bekend / is onbekend: never unknown
    ExprId value;
    bool asks_known = true;
};
struct Not {
    ExprId operand;
};
struct And {
    std::vector<ExprId> operands;
};
struct Or {
    std::vector<ExprId> operands;
};

enum class Quantifier : std::uint8_t { all, at_least, at_most, exactly, none };
// A bullet list: `alle van:`, `minstens N van:`, ...
struct Quantified {
    Quantifier quantifier = Quantifier::all;
    ExprId count;  // a number: a literal or a parameter; none with `alle` and `geen`
    std::vector<ExprId> operands;
};

// Which events: of one series (none: the built-in `signalen`), filtered, in a period.
struct Selection {
    SeriesId series;
    ExprId filter;    // none: all
    PeriodId period;  // none: all up to the reference date

    [[nodiscard]] bool of_signals() const { return series.is_none(); }
};
enum class AggregateFunction : std::uint8_t {
    count,           // aantal
    count_distinct,  // aantal verschillende
    sum,             // som
    average,         // gemiddelde
    highest,
    lowest,
    first,
    last,
    change,            // verandering van ... in de laatste ...; the period is of kind `last`
    time_since_last,   // tijd sinds laatste: a duration in days
    longest_run,       // langste rij: of events
    longest_run_days,  // langste rij dagen: of working days
};
struct Aggregate {
    AggregateFunction function = AggregateFunction::count;
    SeriesFieldId field;         // none with count, time_since_last and the longest runs, and over signalen
    SignalField signal_field{};  // over signalen, where `field` would be
    Selection selection;
};
// `minstens N toetsen ...`: means `aantal ... >= N` and so on; `geen ...`: = 0.
struct Existence {
    Quantifier quantifier = Quantifier::at_least;  // never `all`
    ExprId count;                                  // none with `geen`
    Selection selection;
};
struct SignalState {  // signaal X, kracht X, kans X
    SignalId signal;
};
struct SignalSeverity {  // ernst van signaal X
    SignalId signal;
};

using ExprNode =
    std::variant<Literal, StudentFieldValue, EventFieldValue, SignalFieldValue, ParameterValue, ConceptValue,
                 TableValue, ReferenceDate, Negation, Arithmetic, MonthShift, Conditional, Comparison, Between, OneOf,
                 Knownness, Not, And, Or, Quantified, Aggregate, Existence, SignalState, SignalSeverity>;

struct Expr {
    ExprNode node;
    ValueType type;
    Span origin;  // the author's own words
};

// A number of units that is written, or that a parameter of type duur gives.
struct LengthSource {
    Length length;          // the unit always; the count when there is no parameter
    ParameterId parameter;  // or none
};

struct Period {
    enum class Kind : std::uint8_t {
        last,
        since_start,
        study_weeks,
        phase,
        between,
        since,
        this_academic_year,
        any,  // in enige: only with count, sum and existence
    };
    Kind kind = Kind::last;
    LengthSource length;  // last, any
    ExprId first;         // study_weeks: a number; between, since: a date
    ExprId last_one;      // study_weeks: a number (the same as `first` for one week); between: a date
    PhaseId phase;
    bool within_academic_year = false;  // , binnen dit studiejaar
    Span origin;
};

}  // namespace wegwijzer::model
