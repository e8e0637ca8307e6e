#include "dsl/format/format.h"

#include <algorithm>

#include "dsl/ast/print_ast.h"
#include "dsl/format/comments.h"
#include "dsl/format/declaration_writer.h"
#include "dsl/format/match.h"
#include "dsl/parse/parse.h"

namespace wegwijzer {
namespace {

using layout::Draft;
using layout::Gap;
using layout::Row;

// Canonical text without comments, and read again.
struct Canonical {
    Draft draft;
    SourceMap sources;
    ast::File file;
    bool reads = false;
    std::vector<ast::Token> marks;

    [[nodiscard]] layout::MarkedText marked() const { return {draft.text, marks}; }
};

// No empty line between two declarations: they stand together.
bool follow_each_other(const ast::File& file, const ast::Declaration& above, const ast::Declaration& below) {
    std::size_t line_ends = 0;
    const auto first = std::ranges::lower_bound(file.tokens, above.span.end, {}, &ast::Token::begin);
    for (auto token = first; token != file.tokens.end() && token->end <= below.span.begin; ++token) {
        if (token->kind == ast::TokenKind::line_end && ++line_ends > 1) return false;
        if (token->kind == ast::TokenKind::comment) line_ends = 0;
    }
    return true;
}

std::string write_marked(const SourceMap& sources, const ast::File& file, Language language, const Scope& scope) {
    const std::string_view text = sources.text(file.source);
    DeclarationWriter writer(file, text, language, scope);
    std::string result;
    std::vector<Row> rows;
    const auto write_rows = [&] {
        for (const std::string& line : layout::lay_out(rows)) result += line + "\n";
        rows.clear();
    };
    const ast::Declaration* above = nullptr;
    for (const ast::Declaration& declaration : file.declarations) {
        std::optional<Row> row = writer.write_row(declaration);
        const bool goes_on = row && row->is_one_line && !rows.empty() && rows.back().is_one_line &&
                             layout::stand_together(rows.back().kind, row->kind) && above != nullptr &&
                             follow_each_other(file, *above, declaration);
        if (!goes_on) write_rows();
        if (row)
            rows.push_back(std::move(*row));
        else
            result += writer.write(declaration);
        above = &declaration;
    }
    write_rows();
    return result;
}

ast::File read(std::string text, Language language, SourceMap& sources, bool& reads) {
    Diagnostics findings;
    const SourceId source = sources.add({}, std::move(text));
    ast::File file = parse(sources, source, language, findings);
    reads = findings.all().empty();
    return file;
}

Canonical make_canonical(const SourceMap& sources, const ast::File& file, Language language, const Scope& scope) {
    Canonical result;
    result.draft = layout::make_plain(write_marked(sources, file, language, scope));
    result.file = read(result.draft.text, language, result.sources, result.reads);
    result.marks = layout::marks_of(result.file);
    return result;
}

std::vector<std::string> comments_in(const std::vector<Gap>& gaps) {
    std::vector<std::string> comments;
    for (const Gap& gap : gaps)
        for (const layout::Comment& comment : gap.comments) comments.push_back(comment.text);
    return comments;
}

// Each gap behind the mark that the one before it became; `count`: of the marks there.
std::vector<Gap> moved(const std::vector<Gap>& gaps, const std::vector<std::size_t>& places, std::size_t count) {
    std::vector<Gap> result(count + 1);
    result.front() = gaps.front();
    for (std::size_t i = 0; i < places.size(); ++i) layout::join(result[places[i] + 1], gaps[i + 1]);
    return result;
}

// INVARIANT: nothing takes the place of an author's text that doesn't say the same.
bool says_the_same(const SourceMap& sources, const ast::File& file, const std::vector<Gap>& gaps,
                   const std::string& text, Language language, const Scope& scope) {
    SourceMap new_sources;
    bool reads = false;
    const ast::File result = read(text, language, new_sources, reads);
    if (!reads || comments_in(layout::gaps_of(result, text)) != comments_in(gaps)) return false;
    if (language == file.language) return ast::print(result) == ast::print(file);
    const std::string back = layout::make_plain(write_marked(new_sources, result, file.language, scope)).text;
    return back == layout::make_plain(write_marked(sources, file, file.language, scope)).text;
}

// The file's own line ends and byte-order mark around `text`.
std::string own_bytes(const SourceMap& sources, const ast::File& file, const std::string& text) {
    const std::string_view source = sources.text(file.source);
    std::string result;
    if (!file.tokens.empty() && file.tokens.front().kind == ast::TokenKind::byte_order_mark) result = "\xEF\xBB\xBF";
    const std::size_t line_end = source.find('\n');
    const bool is_crlf = line_end != std::string_view::npos && line_end > 0 && source[line_end - 1] == '\r';
    for (const char c : text) {
        if (c == '\n' && is_crlf) result += '\r';
        result += c;
    }
    return result;
}

std::optional<std::string> lay_out(const SourceMap& sources, const ast::File& file, const Scope& scope) {
    const std::string_view text = sources.text(file.source);
    const Canonical own = make_canonical(sources, file, file.language, scope);
    const std::vector<ast::Token> written = layout::marks_of(file);
    const auto places = layout::match_canonical({text, written}, own.marked());
    if (!own.reads || !places) return std::nullopt;
    const std::vector<Gap> gaps = layout::gaps_of(file, text);
    std::string result = layout::put_back(own.draft, own.marks, moved(gaps, *places, own.marks.size()));
    if (!says_the_same(sources, file, gaps, result, file.language, scope)) return std::nullopt;
    return result;
}

// Precondition: the file is in canonical layout.
std::optional<std::string> translate(const SourceMap& sources, const ast::File& file, Language language,
                                     const Scope& scope) {
    const std::string_view text = sources.text(file.source);
    const Canonical own = make_canonical(sources, file, file.language, scope);
    const Canonical other = make_canonical(sources, file, language, scope);
    const auto words = layout::match_translation(own.draft, own.marks, other.draft, other.marks);
    if (!other.reads || !words) return std::nullopt;
    const std::vector<Gap> gaps = layout::gaps_of(file, text);
    std::string result = layout::put_back(other.draft, other.marks, moved(gaps, *words, other.marks.size()));
    if (!says_the_same(sources, file, gaps, result, language, scope)) return std::nullopt;
    return result;
}

}  // namespace

std::optional<std::string> format(const SourceMap& sources, const ast::File& file, Language language,
                                  const Scope& scope) {
    const auto own = lay_out(sources, file, scope);
    if (!own || language == file.language) return own ? std::optional(own_bytes(sources, file, *own)) : std::nullopt;
    // By way of the file's own layout: a comment that had no place of its own gets one before anything is translated.
    SourceMap own_sources;
    bool reads = false;
    const ast::File own_file = read(*own, file.language, own_sources, reads);
    const auto translation = translate(own_sources, own_file, language, scope);
    return translation ? std::optional(own_bytes(sources, file, *translation)) : std::nullopt;
}

std::string format(const SourceMap& sources, const ast::File& file, ast::ExprId expression, Language language,
                   const Scope& scope) {
    const ExpressionWriter writer(file, sources.text(file.source), language, scope);
    return layout::make_plain(writer.write(expression)).text;
}

}  // namespace wegwijzer
