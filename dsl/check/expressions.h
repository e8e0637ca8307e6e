// Types and resolves conditions and terms (language.md section 4), from the AST's nodes to the model's.
//
// Every node is built, also where something in it was reported, so that what a rule reads is known all the same; an
// unsound type keeps everything built on it silent. One mistake gives one finding.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/check/context.h"
#include "dsl/check/type.h"

namespace wegwijzer::checking {

// Where an expression stands decides what it may read.
enum class Place : std::uint8_t {
    rule,         // a condition of a signaal, kracht or kans; a begrip
    explanation,  // a value in an uitleg
    policy,       // als and tenzij of a beleid: may read signals and toestemmingen
    goal,         // doel of an aanpak: may read signals
    set,          // stel ... voor: the student's fields only
    selection,    // a condition on the command line: likewise, and what reads nothing else
};

[[nodiscard]] model::CompareOp op_of(ast::CompareOp op);
[[nodiscard]] model::Quantifier quantifier_of(ast::Quantifier quantifier);

struct Typed {
    model::ExprId id;
    Type type;
};

// What stands on the other side of a comparison, as far as a bare name depends on it.
struct Expected {
    std::optional<Type> type;
    std::string words;             // the other side, for messages
    bool is_text_literal = false;  // `opleidng is "ICT"`: the bare name is no text, but a field
};

class ExpressionChecker {
  public:
    ExpressionChecker(Context& context, const ast::File& file, Place place)
        : context_(context), file_(file), place_(place) {}

    // Reports a value where a condition belongs.
    model::ExprId condition(ast::ExprId id);
    Typed value(ast::ExprId id, const Expected& expected = {});
    // dag: a date, peildatum, or a parameter or student's field of type datum.
    model::ExprId day(ast::ExprId id);
    // termijn and N.
    std::optional<model::LengthSource> length(const ast::LengthRef& ref);
    Typed count(const ast::CountRef& ref);
    // Study weeks count from 1, the earliest first.
    void check_study_weeks(const ast::CountRef& from, const std::optional<ast::CountRef>& to);
    // The first length in lesweken is where a pack without a kalender is told that it needs one.
    void note_calendar_use(Span span);
    // A cell of a tabel: what it asks of the term of its column. None for `-`, and where it can't be told.
    model::ExprId table_test(const ast::TableTest& test, ast::ExprId column, const Typed& term);
    // A result of a tabel, of the tabel's type.
    model::ExprId table_result(ast::ExprId id, const ResolvedType& type, const std::string& table);

  private:
    void report_out_of_bounds(Span span, const model::Constant& result, const ResolvedType& type,
                              const std::string& table);
    // The series whose events a filter looks at.
    struct Series {
        enum class Kind : std::uint8_t { declared, signals, followups, consents };
        Kind kind = Kind::declared;
        SeriesId id;
        std::string words;  // as written
    };
    struct Looked {  // a name that is there
        model::ExprNode node;
        Type type;  // of a begrip: worked out when it is read
        NameKind kind = NameKind::student_field;
        std::uint32_t index = 0;  // in the table of its kind
    };

    // ---- check_expressions.cpp: conditions, bullets, als ... dan ... anders ----
    model::ExprId add(model::ExprNode node, const Type& type, Span origin);
    Typed built(model::ExprNode node, Type type, Span origin);
    Typed literal(model::Constant value, Type type, Span origin);
    Typed check_node(const ast::NumberLiteral& node, Span span, const Expected& expected);
    Typed check_node(const ast::DurationLiteral& node, Span span, const Expected& expected);
    Typed check_node(const ast::DateLiteral& node, Span span, const Expected& expected);
    Typed check_node(const ast::TextLiteral& node, Span span, const Expected& expected);
    Typed check_node(const ast::BoolLiteral& node, Span span, const Expected& expected);
    Typed check_node(const ast::NameRef& node, Span span, const Expected& expected);
    Typed check_node(const ast::StudentRef& node, Span span, const Expected& expected);
    Typed check_node(const ast::ReferenceDateWord& node, Span span, const Expected& expected);
    Typed check_node(const ast::Negate& node, Span span, const Expected& expected);
    Typed check_node(const ast::Parenthesized& node, Span span, const Expected& expected);
    Typed check_node(const ast::Binary& node, Span span, const Expected& expected);
    Typed check_node(const ast::Conditional& node, Span span, const Expected& expected);
    Typed check_node(const ast::SeverityOf& node, Span span, const Expected& expected);
    Typed check_node(const ast::Aggregate& node, Span span, const Expected& expected);
    Typed check_node(const ast::Compare& node, Span span, const Expected& expected);
    Typed check_node(const ast::OneOf& node, Span span, const Expected& expected);
    Typed check_node(const ast::Between& node, Span span, const Expected& expected);
    Typed check_node(const ast::Knownness& node, Span span, const Expected& expected);
    Typed check_node(const ast::Not& node, Span span, const Expected& expected);
    Typed check_node(const ast::And& node, Span span, const Expected& expected);
    Typed check_node(const ast::Or& node, Span span, const Expected& expected);
    Typed check_node(const ast::MixedAndOr& node, Span span, const Expected& expected);
    Typed check_node(const ast::SignalRef& node, Span span, const Expected& expected);
    Typed check_node(const ast::Exists& node, Span span, const Expected& expected);
    Typed check_node(const ast::Bullets& node, Span span, const Expected& expected);
    std::vector<model::ExprId> operands(const std::vector<ast::ExprId>& ids, const std::vector<Span>& words);
    bool allow_signals(Span span, const std::string& condition = {});
    [[nodiscard]] std::string condition_of(const ast::Name& signal) const;
    bool refuse_in_filter(Span span);
    bool refuse_in_set(Span span, const std::string& words, Localized why);

    // ---- check_names.cpp ----
    [[nodiscard]] std::optional<Looked> look_up(const std::string& name);
    [[nodiscard]] std::optional<Looked> field_in(const Series& series, const std::string& name);
    [[nodiscard]] std::optional<Looked> built_in_field(const Series& series, const std::string& name);
    [[nodiscard]] std::vector<std::string> field_names(const Series& series) const;
    [[nodiscard]] bool needs_other_side(ast::ExprId id);
    [[nodiscard]] std::optional<Typed> choice_value(const ast::Name& name, const Type& choice);
    Typed read(const Looked& looked, const ast::Name& name, Span span);
    Typed named_concept(std::uint32_t index, Span span);
    Typed named_table(std::uint32_t index, Span span);
    Typed unknown_name(const ast::Name& name, const Expected& expected);
    bool report_habit(const ast::Name& name, const Expected& expected);
    [[nodiscard]] std::string field_with_value(const std::string& name) const;
    void report_knownness(const ast::Name& name, const std::string& meant);
    std::optional<model::SignalId> find_signal(const ast::Name& name, ast::SignalKind wanted);
    std::optional<model::ParameterId> find_parameter(const ast::Name& name, ast::Type::Kind type);

    // ---- check_comparisons.cpp ----
    // Types the sides of a comparison, the one that gives a bare name its meaning first.
    std::pair<Typed, Typed> sides(ast::ExprId left, ast::ExprId right);
    void compare(ast::ExprId left_id, const Typed& left, ast::ExprId right_id, const Typed& right, bool ordered,
                 Span op_span);
    bool compare_in_days(ast::ExprId left_id, const Type& left, ast::ExprId right_id, const Type& right);
    void compare_percentages(ast::ExprId left_id, const Type& left, ast::ExprId right_id, const Type& right);
    void report_points_against_percentage(ast::ExprId left_id, const Type& left, ast::ExprId right_id);
    void report_units(ast::ExprId left_id, const Type& left, ast::ExprId right_id, const Type& right);
    void warn_outside_bounds(ast::ExprId left_id, const Typed& left, ast::ExprId right_id, std::string_view op);
    void report_mismatch(Span left_span, const Type& left, Span right_span, const Type& right);
    [[nodiscard]] const ast::NumberLiteral* plain_literal(ast::ExprId id, bool& negative) const;
    [[nodiscard]] std::string proposed_percentage(ast::ExprId id, bool points) const;

    // ---- check_arithmetic.cpp ----
    [[nodiscard]] static std::optional<Type> sum_type(const Type& left, const Type& right, bool subtract);
    [[nodiscard]] static std::optional<Type> product_type(const Type& left, const Type& right);
    [[nodiscard]] static std::optional<Type> quotient_type(const Type& left, const Type& right);
    std::optional<Typed> month_shift(const ast::Binary& node, Span span);
    bool can_calculate_with(ast::ExprId id, const Type& type);
    void report_unlike_operands(const ast::Binary& node, const Type& left, const Type& right);
    [[nodiscard]] std::optional<Length> calendar_length(ast::ExprId id) const;
    [[nodiscard]] bool holds_bare_product(ast::ExprId id) const;

    // ---- check_aggregates.cpp ----
    bool check_function(const ast::Aggregate& node, const Type& field);
    Looked aggregated_field(const ast::Aggregate& node, const Series& series);
    void refuse_any(const ast::Period& period, const std::string& function);
    bool refuse_period(const ast::Aggregate& node, const Series* series, Span span);

    // ---- check_selections.cpp ----
    [[nodiscard]] std::optional<Series> series_named(const ast::Selection& selection) const;
    std::optional<Series> find_series(const ast::Selection& selection);
    model::Selection selection(const ast::Selection& selection, const Series& series, bool without_period);
    model::ExprId filter(const ast::Filter& filter, const Series& series);
    void report_filter_sign(const ast::Selection& selection, Span aggregate);
    [[nodiscard]] bool report_taken_comparison(const ast::Selection& selection, const Series& series, Span aggregate);
    [[nodiscard]] const ast::Selection* open_filter(ast::ExprId id, Span word_span) const;
    [[nodiscard]] const ast::Name* first_field_of(ast::ExprId id, const Series& series);
    bool report_filter_word(const ast::Selection& open, const Series& series, ast::ExprId next, Span word_span);

    // ---- check_periods.cpp ----
    model::PeriodId period(const ast::Period& period);
    bool check_length(const ast::LengthRef& ref, Span period_span, LengthUnit unit);
    void check_day_order(const ast::Period& period);

    Context& context_;
    const ast::File& file_;
    Place place_;
    std::vector<Series> filters_;  // the filters around the node at hand; at most one in sound text
};

}  // namespace wegwijzer::checking
