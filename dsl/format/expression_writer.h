// Writes conditions and values, with layout marks (dsl/format/draft.h). Lines break only behind `en` and `of`, where every rule
// of the layout allows it (where a line would be too long, and where the author had a comment), and before `anders`. Texts stand as they were written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dsl/ast/ast.h"
#include "dsl/format/draft.h"
#include "dsl/format/scope.h"
#include "dsl/words/words.h"

namespace wegwijzer {

class ExpressionWriter {
  public:
    // `text`: of the file's source.
    ExpressionWriter(const ast::File& file, std::string_view text, Language language, const Scope& scope)
        : file_(file), text_(text), language_(language), scope_(scope) {}

    [[nodiscard]] std::string word(Word it) const { return layout::marked_word(spelling(it, language_)); }
    // On one line.
    [[nodiscard]] std::string write(ast::ExprId id) const;
    // Where a name is one of `values`.
    [[nodiscard]] std::string write_value(ast::ExprId id, ValueWords values) const;
    // Over more lines where it is long or a list; the first begins at `column`, the others are indented by `indent`.
    [[nodiscard]] std::string write_lines(ast::ExprId id, std::size_t column, std::size_t indent) const;
    [[nodiscard]] std::string write(const ast::CountRef& count) const;
    [[nodiscard]] std::string write(const ast::LengthRef& length) const;
    [[nodiscard]] std::string write(const Length& length) const;
    [[nodiscard]] std::string write_names(const std::vector<ast::Name>& names) const;
    [[nodiscard]] std::string write_unit(std::string_view unit, bool one) const;
    // As it was written; with `keeps_lines`, texts that follow each other on lines of their own if they were.
    [[nodiscard]] std::string write_text(const Span& where, bool keeps_lines) const;
    [[nodiscard]] std::string write_template(const ast::Template& text) const;
    [[nodiscard]] std::string_view level(ast::Level level) const;
    // Right before this place in the author's text.
    [[nodiscard]] bool has_comment_before(std::uint32_t offset) const;

  private:
    // Inside a filter over a built-in series, names may be those of its fields; beside some values they are words.
    struct Place {
        std::optional<BuiltInSeries> series;
        ValueWords values = ValueWords::none;

        [[nodiscard]] Place without_values() const { return {series, ValueWords::none}; }
    };

    [[nodiscard]] std::string write(ast::ExprId id, const Place& place) const;
    // Over lines, one for each `anders`.
    [[nodiscard]] std::string write_branches(const ast::Conditional& first, std::size_t indent) const;
    [[nodiscard]] std::string write_bullets(const ast::Bullets& bullets, std::size_t indent, std::size_t level) const;
    [[nodiscard]] std::string write_name(const ast::Name& name, const Place& place) const;
    [[nodiscard]] Place beside(ast::ExprId other, const Place& place) const;
    [[nodiscard]] std::string write_template_text(const ast::Token& token, const ast::Template& text) const;
    [[nodiscard]] std::vector<ast::Token> tokens_in(const Span& where) const;
    [[nodiscard]] std::string write_list(const std::vector<ast::ExprId>& values, const Place& place) const;
    [[nodiscard]] std::string write(const ast::Selection& selection) const;
    [[nodiscard]] std::string write(const ast::Period& period) const;
    [[nodiscard]] std::string quantifier(ast::Quantifier quantifier, const ast::CountRef& count, bool of_list) const;

    [[nodiscard]] std::string write_lines(ast::ExprId id, std::size_t column, std::size_t indent,
                                          const Place& place) const;
    [[nodiscard]] std::string write_part(ast::ExprId id, std::size_t column, std::size_t indent,
                                         const Place& place) const;
    [[nodiscard]] static std::size_t last_width(std::string_view written, std::size_t column);

    [[nodiscard]] std::string write_node(const ast::NumberLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::DurationLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::DateLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::BoolLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::NameRef& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::StudentRef& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::ReferenceDateWord& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Negate& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Parenthesized& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Binary& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Conditional& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::SeverityOf& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Aggregate& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Compare& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::OneOf& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Between& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Knownness& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Not& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::And& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Or& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::MixedAndOr& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::SignalRef& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Exists& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::Bullets& it, const Place& place) const;

    const ast::File& file_;
    std::string_view text_;
    Language language_;
    const Scope& scope_;
};

}  // namespace wegwijzer
