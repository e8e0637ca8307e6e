// Writes conditions and values. Lines break only behind `en` and `of`, where every rule of the layout allows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dsl/ast/ast.h"
#include "dsl/format/built_in_names.h"
#include "dsl/words/words.h"

namespace wegwijzer {

class ExpressionWriter {
  public:
    ExpressionWriter(const ast::File& file, Language language) : file_(file), language_(language) {}

    [[nodiscard]] std::string word(Word it) const { return std::string(spelling(it, language_)); }
    // On one line.
    [[nodiscard]] std::string write(ast::ExprId id) const;
    // Over more lines where it is long or a list; the first begins at `column`, the others are indented by `indent`.
    [[nodiscard]] std::string write_lines(ast::ExprId id, std::size_t column, std::size_t indent) const;
    [[nodiscard]] std::string write(const ast::CountRef& count) const;
    [[nodiscard]] std::string write(const ast::LengthRef& length) const;
    [[nodiscard]] std::string write(const Length& length) const;
    [[nodiscard]] std::string write_names(const std::vector<ast::Name>& names) const;
    [[nodiscard]] std::string write_unit(std::string_view unit, bool one) const;
    // Between quotes; `{` escaped where it would mean something.
    [[nodiscard]] static std::string write_text(std::string_view text, bool escape_braces);
    [[nodiscard]] std::string write_template(const ast::Template& text) const;
    [[nodiscard]] std::string_view level(ast::Level level) const;

  private:
    // Where a name may be one of a built-in series: its series, and the field it is compared with.
    struct Place {
        std::optional<BuiltInSeries> series;
        std::string field;
        bool level = false;  // compared with `ernst van signaal`
    };

    [[nodiscard]] std::string write(ast::ExprId id, const Place& place) const;
    [[nodiscard]] std::string write_bullets(const ast::Bullets& bullets, std::size_t indent, std::size_t level) const;
    [[nodiscard]] std::string write_name(const ast::Name& name, const Place& place) const;
    [[nodiscard]] Place beside(ast::ExprId other, const Place& place) const;
    [[nodiscard]] std::string write_list(const std::vector<ast::ExprId>& values, const Place& place) const;
    [[nodiscard]] std::string write(const ast::Selection& selection) const;
    [[nodiscard]] std::string write(const ast::Period& period) const;
    [[nodiscard]] std::string quantifier(ast::Quantifier quantifier, const ast::CountRef& count, bool of_list) const;

    [[nodiscard]] std::string write_node(const ast::NumberLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::DurationLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::DateLiteral& it, const Place& place) const;
    [[nodiscard]] std::string write_node(const ast::TextLiteral& it, const Place& place) const;
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
    Language language_;
};

}  // namespace wegwijzer
