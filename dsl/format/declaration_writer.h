// Writes declarations: the keyword line, then a clause per line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/format/expression_writer.h"

namespace wegwijzer {

class DeclarationWriter {
  public:
    DeclarationWriter(const ast::File& file, Language language)
        : file_(file), language_(language), expressions_(file, language) {}

    [[nodiscard]] std::string write(const ast::Declaration& declaration);

  private:
    // A clause: its word, what stands behind it, and (when set) a condition behind that.
    struct Clause {
        std::string word;
        std::string rest;
        ast::ExprId condition;
    };

    void write(const ast::Pack& it);
    void write(const ast::Use& it);
    void write(const ast::Source& it);
    void write(const ast::StudentData& it);
    void write(const ast::Series& it);
    void write(const ast::Calendar& it);
    void write(const ast::Phase& it);
    void write(const ast::Cluster& it);
    void write(const ast::Factor& it);
    void write(const ast::Role& it);
    void write(const ast::Parameter& it);
    void write(const ast::Set& it);
    void write(const ast::Concept& it);
    void write(const ast::Signal& it);
    void write(const ast::Intervention& it);
    void write(const ast::Policy& it);
    void write(const ast::Plan& it);
    void write(const ast::Table& it);
    void write(const ast::Example& it);

    void write_head(Word keyword, const ast::Name& name, const std::optional<ast::Text>& title);
    void write_fields(const std::vector<ast::Field>& fields);
    void write_clauses(const std::vector<Clause>& clauses);
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
    [[nodiscard]] std::string test(const ast::TableTest& it) const;
    [[nodiscard]] std::string cell(const ast::Cell& it) const;
    void write_given(const ast::ExampleGiven& it);
    [[nodiscard]] std::string expectation(const ast::Expectation& it) const;

    [[nodiscard]] std::string word(Word it) const { return expressions_.word(it); }
    [[nodiscard]] std::string value(ast::ExprId id) const { return expressions_.write(id); }
    [[nodiscard]] static std::string text(const ast::Text& it, bool escape_braces = false) {
        return ExpressionWriter::write_text(it.value, escape_braces);
    }

    const ast::File& file_;
    Language language_;
    ExpressionWriter expressions_;
    std::string out_;
};

}  // namespace wegwijzer
