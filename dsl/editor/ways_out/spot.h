// A finding in its text: what stands around it, and how a change is written there. Internal to dsl/editor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/editor/names.h"
#include "dsl/editor/rename.h"
#include "dsl/words/words.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

[[nodiscard]] inline bool holds(const Span& outer, const Span& inner) {
    return outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

class Spot {
  public:
    // `language` is of whoever reads the titles; what is written in a pack is in the language of the pack.
    // All of it must outlive the spot.
    Spot(const Compilation& compilation, const Diagnostic& finding, Language language);

    // Without a file there is no text to change.
    [[nodiscard]] bool has_file() const { return file_ != nullptr; }
    [[nodiscard]] const Compilation& compilation() const { return compilation_; }
    [[nodiscard]] const Diagnostic& finding() const { return finding_; }
    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] const ast::File& file() const { return *file_; }
    [[nodiscard]] const ast::File* file_of(SourceId source) const;
    [[nodiscard]] std::string_view text_of(const ast::File& file) const {
        return compilation_.sources.text(file.source);
    }
    [[nodiscard]] std::string_view text(const Span& span) const { return compilation_.sources.text(span); }
    [[nodiscard]] std::string_view text(ast::ExprId id) const { return text(file_->expr(id).span); }
    [[nodiscard]] std::string_view word(Word word) const { return spelling(word, file_->language); }
    // The declaration with this place; null when there is none.
    [[nodiscard]] const ast::Declaration* declaration(std::uint32_t offset) const;
    [[nodiscard]] const ast::Declaration* declaration() const { return declaration(finding_.span.begin); }
    [[nodiscard]] const ast::Field* field() const;  // around the finding; none: it is not in a field
    // The smallest of its kind that holds the span; null when there is none.
    template <class... Nodes>
    [[nodiscard]] const ast::Expr* smallest_around(const Span& span) const {
        const ast::Expr* smallest = nullptr;
        for (const ast::Expr& expr : file_->exprs) {
            const bool is_of_kind = (std::holds_alternative<Nodes>(expr.node) || ...);
            if (!is_of_kind || !holds(expr.span, span)) continue;
            if (smallest == nullptr || expr.span.end - expr.span.begin < smallest->span.end - smallest->span.begin)
                smallest = &expr;
        }
        return smallest;
    }
    // All of a condition or value that this place is in, up to its clause.
    [[nodiscard]] const ast::Expr* whole_around(const Span& span) const;
    [[nodiscard]] const Names& names() const;
    // This name, or with a number behind it, so that nothing has it yet.
    [[nodiscard]] std::string fresh_name(const std::string& wanted) const;

    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const;
    // "schrijf `…`", "haal `…` weg", "voeg `…` toe", the text short and on one line.
    [[nodiscard]] std::string say_write(std::string_view text) const;
    [[nodiscard]] std::string say_remove(const Span& span) const;
    [[nodiscard]] std::string say_add(std::string_view text) const;

    [[nodiscard]] Edit edit(const Span& span, std::string text) const;
    [[nodiscard]] Edit insert(const ast::File& file, std::uint32_t at, std::string text) const;
    // On lines of its own below all else, with an empty one between.
    [[nodiscard]] Edit insert_at_end(const ast::File& file, const std::string& text) const;
    [[nodiscard]] std::string line_end(const ast::File& file) const;
    [[nodiscard]] std::uint32_t line_begin(const ast::File& file, std::uint32_t offset) const;
    // Behind the line end, or at the end of the text.
    [[nodiscard]] std::uint32_t next_line(const ast::File& file, std::uint32_t offset) const;
    // What the line of this place begins with.
    [[nodiscard]] std::string indent(const ast::File& file, std::uint32_t offset) const;

    // What stands between backticks in the way out, in the language of the pack.
    [[nodiscard]] std::vector<std::string> proposals() const;

  private:
    const Compilation& compilation_;
    const Diagnostic& finding_;
    Language language_;
    const ast::File* file_ = nullptr;
    mutable std::optional<Names> names_;  // made when something asks for them
};

[[nodiscard]] std::string short_form(std::string_view text);
[[nodiscard]] std::vector<std::string> between_backticks(std::string_view text);
// How many letters differ, insertions and omissions among them.
[[nodiscard]] std::size_t distance(std::string_view left, std::string_view right);

}  // namespace wegwijzer::editor
