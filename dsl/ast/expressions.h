// Names, literals, conditions and values as the author wrote them (language.md section 4). Expressions live in a pool per file
// (ast::File) and refer to each other by 32-bit id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/ast/apart.h"
#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/id.h"
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
    Apart<Period> period;
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

}  // namespace wegwijzer::ast
