// What packs declare before any rule: packs, sources, data, calendar, model, parameters and concepts (language.md section 5).
// Clauses stand in the order in which they were written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dsl/ast/expressions.h"
#include "engine/base/language.h"

namespace wegwijzer::ast {

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
    ExprId condition;              // voor, or none
    std::vector<Span> conditions;  // where each `voor` stands: one, or none
    std::vector<SetClause> clauses;
};
struct Concept {
    Name name;
    std::optional<Text> title;
    ExprId value;
};

}  // namespace wegwijzer::ast
