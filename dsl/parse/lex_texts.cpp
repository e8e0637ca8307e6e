// Texts: between quotes, with expressions in them, not closed, or between marks of another hand.
#include <algorithm>
#include <utility>

#include "dsl/parse/lexer.h"
#include "dsl/parse/reading.h"
#include "engine/base/unicode.h"

namespace wegwijzer::parsing {

using ast::TokenKind;

// In a signaal the text behind `uitleg` holds expressions.
bool Lexer::starts_template() const {
    if (mode_ != LexerMode::signal || lexemes_.size() < 3) return false;
    const Lexeme& before = lexemes_.back();
    if (before.code == code::template_text) return true;
    const Spelling explanation = vocabulary_.phrases(Word::explanation).front().front();
    const Spelling source = vocabulary_.phrases(Word::source).front().front();
    return before.code == code::word && before.spelling == explanation &&
           (before.opens_line || lexemes_[lexemes_.size() - 2].spelling != source);
}

void Lexer::read_text() {
    const std::uint32_t line_end = find_line_end(at_);
    if (!inside_text_ && starts_template()) return read_template_text(line_end);
    std::uint32_t end = at_ + 1;
    while (end < line_end && text_[end] != '"') end += text_[end] == '\\' && end + 1 < line_end ? 2 : 1;
    if (end < line_end) {
        add(code::text, end + 1, TokenKind::text);
        return;
    }
    // Opened with a straight quote, closed with a curly one?
    for (const std::string_view closing : {"”", "“", "„"}) {
        const std::size_t found = text_.substr(0, line_end).find(closing, at_);
        if (found == std::string_view::npos) continue;
        const auto begin = static_cast<std::uint32_t>(found);
        const auto after = static_cast<std::uint32_t>(found + closing.size());
        report(Code::F009, begin, after, "\"");
        add(code::text, after, TokenKind::text);
        return;
    }
    read_unclosed_text(line_end);
}

void Lexer::read_unclosed_text(std::uint32_t line_end) {
    std::uint32_t end = line_end;
    while (end > at_ + 1 && blank_length(text_.substr(0, end), end - 1) > 0) --end;
    if (const std::uint32_t behind = inside_text_ ? 0 : find_end_on_next_line(line_end)) {
        Diagnostic broken = finding(Code::F008, at_, end, {});
        broken.way_out = {"zet `\"` aan het eind van deze regel en aan het begin van de volgende",
                          "put `\"` at the end of this line and at the beginning of the next"};
        report(std::move(broken));
        add(code::text, behind, TokenKind::text).tainted = true;
        return;
    }
    report_unclosed(at_, end);
    add(code::text, end, TokenKind::text).tainted = true;
}

// Does a line open with a clause word? Then it is no rest of a text.
bool Lexer::opens_clause(std::string_view line) const {
    std::size_t begin = 0;
    while (const std::size_t length = blank_length(line, begin)) begin += length;
    std::size_t end = begin;
    while (const std::size_t length = letter_length(line, end, end == begin)) end += length;
    const Spelling spelling = vocabulary_.find(line.substr(begin, end - begin));
    if (spelling == no_spelling || line.substr(end, 1) == "\"") return false;
    for (std::size_t kind = 0; kind <= static_cast<std::size_t>(DeclarationKind::example); ++kind)
        for (const Word word : clause_words(static_cast<DeclarationKind>(kind)))
            if (vocabulary_.phrases(word).front().front() == spelling) return true;
    return false;
}

std::uint32_t Lexer::find_end_on_next_line(std::uint32_t line_end) const {
    std::uint32_t begin = line_end;
    while (begin < end_ && (text_[begin] == '\n' || blank_length(text_.substr(0, end_), begin) > 0)) ++begin;
    if (begin >= end_) return 0;
    const std::string_view line = text_.substr(begin, find_line_end(begin) - begin);
    if (opens_clause(line)) return 0;
    std::size_t quotes = 0;
    for (const char c : line) {
        if (c == '#' && quotes % 2 == 1) break;  // outside a text: the first quote closes one
        if (c == '"') ++quotes;
    }
    return quotes % 2 == 1 ? begin + static_cast<std::uint32_t>(line.find('"')) + 1 : 0;
}

void Lexer::read_template_text(std::uint32_t line_end) {
    std::uint32_t end = at_ + 1;
    std::uint32_t open = 0;  // the place of a `{` that is not closed yet
    bool quoted = false;     // in a text inside the expression
    while (end < line_end) {
        const char c = text_[end];
        if (c == '\\' && end + 1 < line_end && (open == 0 || quoted)) {
            end += 2;
            continue;
        }
        if (open == 0) {
            if (c == '"') break;
            if (c == '{') open = end;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == '}' && !quoted) {
            open = 0;
        }
        ++end;
    }
    if (end < line_end) {
        add(code::template_text, end + 1, TokenKind::template_text);
        return;
    }
    const std::size_t last_quote = text_.substr(0, line_end).rfind('"');
    if (open != 0) {
        report(Code::F020, open, open + 1, {});
        const bool closed = last_quote != std::string_view::npos && last_quote > open;
        add(code::text, closed ? static_cast<std::uint32_t>(last_quote + 1) : line_end, TokenKind::text).tainted = true;
        return;
    }
    read_unclosed_text(line_end);
}

// “tekst”, ‘tekst’, 'tekst', «tekst»: from a word processor or another language.
void Lexer::read_foreign_text(std::string_view opening) {
    const std::uint32_t line_end = find_line_end(at_);
    const bool is_single = opening == "'" || opening == "‘" || opening == "’" || opening == "`";
    const std::string_view single[] = {"'", "’", "‘", "`"};
    const std::string_view twofold[] = {"”", "“", "\"", "»", "„"};
    const auto* closings = is_single ? single : twofold;
    const std::size_t count = is_single ? 4 : 5;
    std::size_t close = std::string_view::npos;
    std::size_t close_length = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t found = text_.substr(0, line_end).find(closings[i], at_ + opening.size());
        if (found == std::string_view::npos || (close != std::string_view::npos && found >= close)) continue;
        close = found;
        close_length = closings[i].size();
    }
    const auto begin_inside = static_cast<std::uint32_t>(at_ + opening.size());
    if (close == std::string_view::npos) {
        report(Code::F009, at_, begin_inside, "\"");
        add(code::text, line_end, TokenKind::text).tainted = true;
        return;
    }
    const auto end = static_cast<std::uint32_t>(close + close_length);
    report(Code::F009, at_, end, "\"" + written(begin_inside, static_cast<std::uint32_t>(close)) + "\"");
    add(code::text, end, TokenKind::text);
}

}  // namespace wegwijzer::parsing
