// Writes declarations, with layout marks (dsl/format/draft.h): the keyword line, then a clause per line, the values of the
// clauses in a column.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/format/expression_writer.h"
#include "dsl/format/rows.h"

namespace wegwijzer {

class DeclarationWriter {
  public:
    DeclarationWriter(const ast::File& file, std::string_view text, Language language, const Scope& scope)
        : file_(file), language_(language), scope_(scope), expressions_(file, text, language, scope) {}

    [[nodiscard]] std::string write(const ast::Declaration& declaration);
    // A declaration of one line, in its parts; none for the others.
    [[nodiscard]] std::optional<layout::Row> write_row(const ast::Declaration& declaration) const;

  private:
    // A clause: its word, what stands behind it, and (when set) a condition behind that.
    struct Clause {
        std::string word;
        std::string rest;
        ast::ExprId condition;
        bool in_column = true;
    };

    void write(const ast::Pack& it);
    void write(const ast::Use& it);
    void write(const ast::StudentData& it);
    void write(const ast::Series& it);
    void write(const ast::Calendar& it);
    void write(const ast::Parameter& it);
    void write(const ast::Set& it);
    void write(const ast::Concept& it);
    void write(const ast::Signal& it);
    void write(const ast::Intervention& it);
    void write(const ast::Policy& it);
    void write(const ast::Plan& it);
    void write(const ast::Table& it);
    void write(const ast::Example& it);

    [[nodiscard]] layout::Row begin_row(layout::RowKind kind, Word keyword, const ast::Name& name,
                                        const std::optional<ast::Text>& title) const;
    [[nodiscard]] layout::Row row_of(const ast::Phase& it) const;
    [[nodiscard]] layout::Row row_of(const ast::Factor& it) const;
    [[nodiscard]] layout::Row row_of(const ast::Role& it) const;
    void write_head(Word keyword, const ast::Name& name, const std::optional<ast::Text>& title);
    void write_fields(const std::vector<ast::Field>& fields);
    // Values begin in column `column` of the clause, or behind the longest word when that is 0.
    void write_clauses(const std::vector<Clause>& clauses, std::size_t column = 0);
    void write_rows(const std::vector<std::vector<std::string>>& rows, std::size_t indent, bool has_result);
    [[nodiscard]] std::string type(const ast::Type& it) const;
    [[nodiscard]] std::string mark(const ast::FieldMark& it) const;
    [[nodiscard]] std::string privacy(const ast::PrivacyMark& it) const;
    [[nodiscard]] std::string line(ast::Line it) const;
    [[nodiscard]] std::string span(ast::ExprId from, ast::ExprId to) const;
    [[nodiscard]] Clause citation(const ast::Citation& it) const;
    [[nodiscard]] Clause justification(const ast::Justification& it) const;
    [[nodiscard]] Clause signal_clause(const ast::SignalClause& it, std::size_t level_width) const;
    [[nodiscard]] Clause intervention_clause(const ast::InterventionClause& it) const;
    [[nodiscard]] Clause policy_clause(const ast::PolicyClause& it) const;
    [[nodiscard]] Clause plan_clause(const ast::PlanClause& it) const;
    [[nodiscard]] std::string test(const ast::TableTest& it, ValueWords words) const;
    [[nodiscard]] ValueWords expected_words(const ast::Expectation& it) const;
    void write_given(const ast::ExampleGiven& it);
    [[nodiscard]] std::string expectation(const ast::Expectation& it) const;

    [[nodiscard]] std::string word(Word it) const { return expressions_.word(it); }
    [[nodiscard]] std::string value(ast::ExprId id) const { return expressions_.write(id); }
    [[nodiscard]] std::string text(const ast::Text& it) const { return expressions_.write_text(it.span, true); }
    [[nodiscard]] std::string text_on_line(const ast::Text& it) const {
        return expressions_.write_text(it.span, false);
    }
    [[nodiscard]] bool is_on_line_of(const Span& part, const ast::Name& name) const;

    const ast::File& file_;
    Language language_;
    const Scope& scope_;
    ExpressionWriter expressions_;
    std::string out_;
};

}  // namespace wegwijzer
