// From the syntax nodes of one declaration to the AST. Reports what the grammar can't see: dates that don't exist, numbers that
// don't fit, `en` and `of` mixed, `{` where it means nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/parse/reading.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

// The children of a node, one after the other.
class Children {
  public:
    Children(const std::vector<Node>& nodes, std::uint32_t first, std::uint32_t end)
        : nodes_(&nodes), at_(first), end_(end) {}
    [[nodiscard]] bool done() const { return at_ >= end_; }
    [[nodiscard]] bool is(NodeKind kind) const { return !done() && node().kind == kind; }
    [[nodiscard]] const Node& node() const { return (*nodes_)[at_]; }
    [[nodiscard]] std::uint32_t id() const { return at_; }
    // The id of this child; the next one is current then.
    std::uint32_t take() {
        const std::uint32_t taken = at_;
        at_ = node().next;
        return taken;
    }

  private:
    const std::vector<Node>* nodes_;
    std::uint32_t at_;
    std::uint32_t end_;
};

class TreeReader {
  public:
    TreeReader(const Reading& reading, SourceId source, ast::File& file, Diagnostics& diagnostics)
        : reading_(reading), source_(source), file_(file), diagnostics_(diagnostics) {}

    // The declaration at node 0.
    void read_declaration(ast::Declaration& declaration);
    ast::ExprId read_expression(std::uint32_t id);
    // The dates, numbers and so on were reported; what is read stands in.
    [[nodiscard]] bool has_reported() const { return has_reported_; }

  private:
    using NodeId = std::uint32_t;

    // ---- leaves ----
    [[nodiscard]] const Node& node(NodeId id) const { return reading_.nodes()[id]; }
    [[nodiscard]] Children children(NodeId id) const { return {reading_.nodes(), id + 1, node(id).next}; }
    [[nodiscard]] Span span(NodeId id) const;
    [[nodiscard]] Span lexeme_span(std::size_t lexeme) const;
    [[nodiscard]] ast::Name read_name(NodeId id) const;
    // Texts joined; a `{` in it is reported unless `braces` are ordinary.
    [[nodiscard]] ast::Text read_text(NodeId id, bool braces = true);
    [[nodiscard]] std::string unescape(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] ast::Template read_template(NodeId id);
    void read_template_pieces(const Lexeme& lexeme, ast::Template& result);
    [[nodiscard]] ast::ExprId read_inline_expression(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::int64_t read_integer(NodeId id);
    [[nodiscard]] std::int64_t read_digits(std::size_t lexeme);
    [[nodiscard]] std::optional<Word> read_word(NodeId id, WordPlace place) const;
    [[nodiscard]] ast::DateLiteral read_date(NodeId id);
    [[nodiscard]] Length read_length(NodeId id);
    [[nodiscard]] std::string read_unit(NodeId id) const;
    [[nodiscard]] ast::NumberLiteral read_number(NodeId number, ast::NumberLiteral::Kind kind, std::string unit);
    [[nodiscard]] ast::CountRef read_count(NodeId id);
    [[nodiscard]] ast::LengthRef read_term_length(NodeId id);
    template <class Alternative>
    ast::ExprId add(Alternative alternative, Span where);
    ast::ExprId date_expression(NodeId id);
    ast::ExprId length_expression(NodeId id);

    // ---- expressions ----
    ast::ExprId read_literal(NodeId id);
    ast::ExprId read_sequence(NodeId id);
    ast::ExprId read_comparison(NodeId id);
    ast::ExprId read_is(ast::ExprId value, NodeId id, Span where);
    ast::ExprId read_condition(NodeId id);
    ast::ExprId read_aggregate(NodeId id, ast::AggregateKind kind);
    ast::ExprId read_exists(NodeId id);
    ast::ExprId read_bullets(NodeId id);
    [[nodiscard]] ast::Selection read_selection(NodeId id);
    [[nodiscard]] ast::Filter read_filter(NodeId id);
    [[nodiscard]] ast::Period read_period(NodeId id);
    [[nodiscard]] std::vector<ast::ExprId> read_list(Children& rest);
    [[nodiscard]] std::vector<ast::Name> read_names(Children& rest);
    void check_comma(NodeId comma);
    void report_mixed(const ast::MixedAndOr& mixed);
    void report_single(NodeId value, bool negated);

    // ---- declarations ----
    void read_head(Children& rest, ast::Name& name, std::optional<ast::Text>* title);
    [[nodiscard]] ast::Citation read_citation(NodeId id);
    [[nodiscard]] ast::Justification read_justification(NodeId id);
    [[nodiscard]] ast::Type read_type(NodeId id);
    [[nodiscard]] std::optional<ast::PrivacyMark> read_privacy(NodeId id) const;
    [[nodiscard]] ast::Field read_field(NodeId id);
    [[nodiscard]] ast::Level read_level(NodeId id) const;
    [[nodiscard]] ast::Line read_line(NodeId id) const;
    [[nodiscard]] ast::Pack read_pack(NodeId id);
    [[nodiscard]] ast::Use read_use(NodeId id);
    [[nodiscard]] ast::Source read_source(NodeId id);
    [[nodiscard]] ast::StudentData read_student_data(NodeId id);
    [[nodiscard]] ast::Series read_series(NodeId id);
    [[nodiscard]] ast::Calendar read_calendar(NodeId id);
    [[nodiscard]] ast::Phase read_phase(NodeId id);
    [[nodiscard]] ast::Cluster read_cluster(NodeId id);
    [[nodiscard]] ast::Factor read_factor(NodeId id);
    [[nodiscard]] ast::Role read_role(NodeId id);
    [[nodiscard]] ast::Parameter read_parameter(NodeId id);
    [[nodiscard]] ast::Set read_set(NodeId id);
    [[nodiscard]] ast::Concept read_concept(NodeId id);
    [[nodiscard]] ast::Signal read_signal(NodeId id, ast::SignalKind kind);
    [[nodiscard]] ast::SignalClause read_signal_clause(NodeId id);
    [[nodiscard]] ast::Intervention read_intervention(NodeId id);
    [[nodiscard]] ast::InterventionClause read_intervention_clause(NodeId id);
    [[nodiscard]] ast::Policy read_policy(NodeId id);
    [[nodiscard]] ast::PolicyClause read_policy_clause(NodeId id);
    [[nodiscard]] ast::Plan read_plan(NodeId id);
    [[nodiscard]] ast::Step read_step(NodeId id);
    [[nodiscard]] ast::Table read_table(NodeId id);
    [[nodiscard]] ast::TableTest read_test(NodeId id);
    [[nodiscard]] ast::Example read_example(NodeId id);
    [[nodiscard]] ast::ExampleGiven read_given_series(NodeId id);
    [[nodiscard]] ast::Expectation read_expectation(NodeId id);

    void report(Diagnostic finding);

    const Reading& reading_;
    SourceId source_;
    ast::File& file_;
    Diagnostics& diagnostics_;
    bool has_reported_ = false;
};

}  // namespace wegwijzer::parsing
