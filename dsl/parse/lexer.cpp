#include "dsl/parse/lexer.h"

#include <algorithm>
#include <utility>

#include "dsl/parse/reading.h"
#include "dsl/parse/spreadsheet.h"
#include "engine/base/ascii.h"
#include "engine/base/unicode.h"

namespace wegwijzer::parsing {
namespace {

using ast::TokenKind;

// More findings about single marks in one declaration say nothing new.
constexpr int most_reports = 100;

}  // namespace

Lexer::Lexer(std::string_view text, SourceId source, Language language, Diagnostics& diagnostics,
             std::vector<ast::Token>* tokens)
    : text_(text),
      source_(source),
      language_(language),
      vocabulary_(Vocabulary::of(language)),
      diagnostics_(diagnostics),
      tokens_(tokens) {}

std::vector<Lexeme> Lexer::read(std::uint32_t begin, std::uint32_t end, LexerMode mode, bool inside_text) {
    lexemes_.clear();
    at_ = begin;
    end_ = end;
    mode_ = mode;
    opens_line_ = !inside_text;
    glued_ = false;
    inside_text_ = inside_text;
    return read_all();
}

std::vector<Lexeme> Lexer::read_behind(std::vector<Lexeme> keyword, std::uint32_t begin, std::uint32_t end,
                                       LexerMode mode) {
    lexemes_ = std::move(keyword);
    at_ = begin;
    end_ = end;
    mode_ = mode;
    opens_line_ = false;
    glued_ = false;
    inside_text_ = false;
    behind_keyword_ = begin;
    return read_all();
}

std::vector<Lexeme> Lexer::read_all() {
    reports_left_ = most_reports;
    while (at_ < end_ && lexemes_.size() <= most_lexemes) read_one();
    end_line();
    token(TokenKind::unknown, at_, end_);
    return std::move(lexemes_);
}

void Lexer::read_one() {
    const char c = text_[at_];
    if (c == '\n' || (c == '\r' && at(at_ + 1) == '\n')) return read_line_end();
    if (blank_length(text_.substr(0, end_), at_) > 0) return read_blank();
    if (c == '#' && !inside_text_) return read_comment();
    const bool in_first_column = !inside_text_ && at_ != behind_keyword_ && (at_ == 0 || text_[at_ - 1] == '\n');
    if (letter_length(text_.substr(0, end_), at_, true) > 0) return read_word();
    // A row that was pasted from a spreadsheet is reported as such.
    const bool is_pasted = mode_ == LexerMode::example &&
                           text_.substr(at_, find_line_end(at_) - at_).find('\t') != std::string_view::npos && c != '|';
    if (in_first_column && !is_pasted) report_outside(at_);
    outside_ = in_first_column && !is_pasted;
    if (is_digit(c)) return starts_version() ? read_version() : read_number();
    if (c == '"') return read_text();
    if (c == '|' && opens_line_ && mode_ == LexerMode::example) return read_cells();
    if (c == '-' && opens_line_) return read_bullet();
    read_mark();
}

Lexeme& Lexer::add(char code, std::uint32_t end, TokenKind kind) {
    token(kind, at_, end);
    Lexeme lexeme;
    lexeme.begin = at_;
    lexeme.end = end;
    lexeme.code = code;
    lexeme.opens_line = opens_line_;
    lexeme.glued = glued_;
    lexeme.outside = outside_;
    outside_ = false;
    lexemes_.push_back(lexeme);
    if (opens_line_) in_row_ = code == '|';
    at_ = end;
    opens_line_ = false;
    glued_ = true;
    return lexemes_.back();
}

void Lexer::token(TokenKind kind, std::uint32_t begin, std::uint32_t end) {
    if (tokens_ != nullptr && begin < end) tokens_->push_back({kind, begin, end});
}

Diagnostic Lexer::finding(Code code, std::uint32_t begin, std::uint32_t end, std::string proposal) const {
    Diagnostic result{.code = code, .span = {source_, begin, end}};
    result.arguments = {written(begin, end), proposal};
    result.fix = std::move(proposal);
    return result;
}

void Lexer::report(Diagnostic finding) {
    if (reports_left_-- > 0) line_findings_.push_back(std::move(finding));
}

void Lexer::end_line() {
    for (Diagnostic& finding : line_findings_) diagnostics_.add(std::move(finding));
    line_findings_.clear();
}

void Lexer::report(Code code, std::uint32_t begin, std::uint32_t end, std::string proposal) {
    report(finding(code, begin, end, std::move(proposal)));
}

void Lexer::report_unclosed(std::uint32_t begin, std::uint32_t end) {
    Diagnostic unclosed = finding(Code::F008, begin, end, {});
    if (end == begin + 1) {
        unclosed.why = {"aan het begin van de tekst staat geen `\"`", "there is no `\"` at the beginning of the text"};
        unclosed.way_out = {"zet `\"` voor het eerste woord van de tekst",
                            "put `\"` before the first word of the text"};
    } else {
        unclosed.fix = written(begin, end) + "\"";
    }
    // The words and marks on this line were meant as text.
    std::erase_if(line_findings_, [](const Diagnostic& it) { return it.code != Code::F016; });
    report(std::move(unclosed));
}

// A mark in the first column: the line stays with the declaration above it.
void Lexer::report_outside(std::uint32_t begin) {
    std::uint32_t end = begin + 1;
    while (end < end_ && (static_cast<unsigned char>(text_[end]) & 0xC0u) == 0x80u) ++end;
    report(Code::F016, begin, end, {});
}

std::uint32_t Lexer::find_line_end(std::uint32_t from) const {
    const std::size_t found = text_.substr(0, end_).find('\n', from);
    std::uint32_t end = found == std::string_view::npos ? end_ : static_cast<std::uint32_t>(found);
    if (end > from && text_[end - 1] == '\r') --end;
    return end;
}

std::string Lexer::written(std::uint32_t begin, std::uint32_t end) const {
    return std::string(text_.substr(begin, end - begin));
}

void Lexer::read_blank() {
    std::uint32_t end = at_;
    while (const std::size_t length = blank_length(text_.substr(0, end_), end)) {
        if (text_[end] == '\r' && at(end + 1) == '\n') break;
        end += static_cast<std::uint32_t>(length);
    }
    token(TokenKind::blank, at_, end);
    at_ = end;
    glued_ = false;
}

void Lexer::read_line_end() {
    end_line();
    const std::uint32_t end = at_ + (text_[at_] == '\r' ? 2 : 1);
    token(TokenKind::line_end, at_, end);
    at_ = end;
    opens_line_ = !inside_text_;
    glued_ = false;
}

void Lexer::read_comment() {
    const std::uint32_t end = find_line_end(at_);
    token(TokenKind::comment, at_, end);
    at_ = end;
}

void Lexer::read_word() {
    const std::string_view text = text_.substr(0, end_);
    if (read_formula()) return;
    std::uint32_t end = at_;
    bool plain = true;
    while (const std::size_t length = letter_length(text, end, end == at_)) {
        plain = plain && length == 1;
        end += static_cast<std::uint32_t>(length);
    }
    if (end == at_ + 1 && text.substr(at_, 3) == "t/m" && letter_length(text, at_ + 3, false) == 0) end = at_ + 3;
    const std::string_view spelled = text.substr(at_, end - at_);
    const Spelling spelling = plain ? vocabulary_.find(spelled) : vocabulary_.find(to_nfc(spelled));
    add(code::word, end, TokenKind::word).spelling = spelling;
}

// `ALS(uren>16;1;0)`: one finding, and one name for what stands there.
bool Lexer::read_formula() {
    if (text_[at_] < 'A' || text_[at_] > 'Z') return false;
    const auto formula = find_formula(text_.substr(at_, find_line_end(at_) - at_), language_);
    if (!formula) return false;
    const auto end = static_cast<std::uint32_t>(at_ + formula->length);
    Diagnostic result = finding(Code::F125, at_, end, formula->meant);
    if (formula->meant.empty())
        result.way_out = {"schrijf wat het berekent in woorden, zoals `gemiddelde cijfer van toetsen`",
                          "write in words what it works out, such as `average grade of tests`"};
    report(std::move(result));
    add(code::word, end, TokenKind::word).tainted = true;
    return true;
}

bool Lexer::starts_version() const {
    if (mode_ != LexerMode::pack || lexemes_.empty()) return false;
    // Nothing else in a pack has a point in it.
    std::uint32_t end = at_;
    while (is_digit(at(end))) ++end;
    if (at(end) == '.' && is_digit(at(end + 1))) return true;
    return lexemes_.size() > 2 && lexemes_.back().spelling == vocabulary_.phrases(Word::version).front().front() &&
           at(end) != '-' && at(end) != '/';
}

void Lexer::read_version() {
    std::uint32_t end = at_;
    while (is_digit(at(end)) || at(end) == '.') ++end;
    while (text_[end - 1] == '.') --end;
    add(code::version, end, TokenKind::version);
}

// 1.000,5 and 1,000,000: one number with marks between its thousands, which the language doesn't have.
bool Lexer::read_grouped_number() {
    std::uint32_t end = at_;
    while (is_digit(at(end))) ++end;
    const char between = at(end);
    if (end - at_ > 3 || (between != '.' && between != ',')) return false;
    std::string joined = written(at_, end);
    int groups = 0;
    while (at(end) == between && is_digit(at(end + 1)) && is_digit(at(end + 2)) && is_digit(at(end + 3)) &&
           !is_digit(at(end + 4))) {
        joined += written(end + 1, end + 4);
        end += 4;
        ++groups;
    }
    const char mark = between == '.' ? ',' : '.';
    const bool has_decimals = at(end) == mark && is_digit(at(end + 1));
    if (groups == 0 || (groups == 1 && !has_decimals)) return false;
    if (has_decimals) {
        const std::uint32_t first = ++end;
        while (is_digit(at(end))) ++end;
        joined += (language_ == Language::nl ? "," : ".") + written(first, end);
    }
    if ((at(end) == ',' || at(end) == '.') && is_digit(at(end + 1))) return false;  // something else
    report(Code::F190, at_, end, joined);
    add(has_decimals ? code::decimal : code::integer, end, TokenKind::number);
    return true;
}

void Lexer::read_number() {
    if (read_date() || read_grouped_number()) return;
    std::uint32_t end = at_;
    while (is_digit(at(end))) ++end;
    const std::uint32_t whole_end = end;
    const char mark = at(end);
    if ((mark != ',' && mark != '.') || !is_digit(at(end + 1))) {
        add(code::integer, end, TokenKind::number);
        return;
    }
    ++end;
    while (is_digit(at(end))) ++end;
    const char right_mark = language_ == Language::nl ? ',' : '.';
    if (mark != right_mark) {
        std::string proposal = written(at_, end);
        proposal[whole_end - at_] = right_mark;
        const bool thousands = end - whole_end == 4 && text_[at_] != '0' && whole_end - at_ <= 3;
        Diagnostic other_mark = finding(Code::F003, at_, end, proposal);
        other_mark.arguments = {
            language_ == Language::nl ? Localized{"Nederlands", "Dutch"} : Localized{"Engels", "English"},
            right_mark == ',' ? Localized{"komma", "comma"} : Localized{"punt", "point"}, proposal};
        if (thousands) {
            const std::string joined = written(at_, whole_end) + written(whole_end + 1, end);
            other_mark.way_out = {"schrijf `" + joined + "` (zonder teken tussen de cijfers) of `" + proposal + "`",
                                  "write `" + joined + "` (no mark between the digits) or `" + proposal + "`"};
            other_mark.fix.clear();
        }
        report(std::move(other_mark));
    }
    add(code::decimal, end, TokenKind::number);
}

// Two words in a row that mean nothing in the language: no rest of a rule.
bool Lexer::is_remark(std::string_view rest) const {
    rest = rest.substr(0, rest.find('\n'));
    std::size_t in_a_row = 0;
    for (std::size_t at = 0; at < rest.size();) {
        std::size_t end = at;
        while (const std::size_t length = letter_length(rest, end, end == at)) end += length;
        if (end == at) {
            if (blank_length(rest, at) == 0) in_a_row = 0;
            ++at;
            continue;
        }
        in_a_row = vocabulary_.find(rest.substr(at, end - at)) == no_spelling ? in_a_row + 1 : 0;
        if (in_a_row == 2) return true;
        at = end;
    }
    return in_a_row == 1 && opens_line_;
}

// 2026-09-01, and what people write instead of it.
bool Lexer::read_date() {
    struct Part {
        std::uint32_t begin;
        std::uint32_t length;
    };
    Part parts[3] = {};
    std::uint32_t end = at_;
    char mark = '\0';
    for (int i = 0; i < 3; ++i) {
        if (i > 0) {
            const char c = at(end);
            if (c != '-' && c != '/') return false;
            if (mark != '\0' && c != mark) return false;
            mark = c;
            ++end;
        }
        parts[i].begin = end;
        while (is_digit(at(end))) ++end;
        parts[i].length = end - parts[i].begin;
        if (parts[i].length == 0 || parts[i].length > 4) return false;
    }
    if (letter_length(text_.substr(0, end_), end, false) > 0) return false;
    const bool year_first = parts[0].length == 4 && parts[1].length <= 2 && parts[2].length <= 2;
    const bool year_last = parts[2].length == 4 && parts[0].length <= 2 && parts[1].length <= 2;
    if (!year_first && !year_last) return false;
    const auto padded = [&](const Part& part, std::size_t width) {
        const std::string digits = written(part.begin, part.begin + part.length);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    const std::string proposal = (year_first ? padded(parts[0], 4) : padded(parts[2], 4)) + "-" + padded(parts[1], 2) +
                                 "-" + (year_first ? padded(parts[2], 2) : padded(parts[0], 2));
    if (written(at_, end) != proposal) report(Code::F007, at_, end, proposal);
    add(code::date, end, TokenKind::date);
    return true;
}

// A row of a voorbeeld: what stands between the bars is a cell, a text only when it is quoted.
void Lexer::read_cells() {
    const std::uint32_t line_end = find_line_end(at_);
    add('|', at_ + 1, TokenKind::mark);
    while (at_ < line_end) {
        std::uint32_t begin = at_;
        while (const std::size_t length = blank_length(text_.substr(0, line_end), begin))
            begin += static_cast<std::uint32_t>(length);
        token(TokenKind::blank, at_, begin);
        at_ = begin;
        if (begin == line_end) return;
        if (text_[begin] == '#') return;
        std::uint32_t end = begin;
        if (text_[begin] == '"') {
            ++end;
            while (end < line_end && text_[end] != '"') end += text_[end] == '\\' && end + 1 < line_end ? 2 : 1;
            if (end < line_end) {
                add(code::cell, end + 1, TokenKind::cell);
            } else {
                // The closing quote is missing: this cell ends at the next bar.
                end = begin;
                while (end < line_end && text_[end] != '|') ++end;
                while (end > begin + 1 && text_[end - 1] == ' ') --end;
                report_unclosed(begin, end);
                add(code::cell, end, TokenKind::cell).tainted = true;
            }
        } else {
            while (end < line_end && text_[end] != '|' && text_[end] != '#') ++end;
            std::uint32_t trimmed = end;
            while (trimmed > begin && (text_[trimmed - 1] == ' ' || text_[trimmed - 1] == '\t')) --trimmed;
            add(code::cell, trimmed, TokenKind::cell);  // may be empty
        }
        std::uint32_t bar = at_;
        while (const std::size_t length = blank_length(text_.substr(0, line_end), bar))
            bar += static_cast<std::uint32_t>(length);
        token(TokenKind::blank, at_, bar);
        at_ = bar;
        if (bar == line_end || text_[bar] == '#') return;
        if (text_[bar] == '|') add('|', bar + 1, TokenKind::mark);
        // Else something stands behind a quoted cell: the next turn makes it a cell, which the grammar refuses.
    }
}

void Lexer::read_bullet() {
    std::uint32_t end = at_;
    while (at(end) == '-') ++end;
    add(code::bullet, end, TokenKind::bullet);
}

void Lexer::read_mark() {
    struct Mark {
        std::string_view written;
        char code;
        std::string_view right;  // how it is written; empty when it is right
    };
    static constexpr Mark marks[] = {
        {"==", '=', "="},
        {"!=", code::not_equal, "<>"},
        {"=/=", code::not_equal, "<>"},
        {"≠", code::not_equal, "<>"},
        {"<=", code::less_equal, ""},
        {">=", code::greater_equal, ""},
        {"=<", code::less_equal, "<="},
        {"=>", code::greater_equal, ">="},
        {"≤", code::less_equal, "<="},
        {"⩽", code::less_equal, "<="},
        {"≥", code::greater_equal, ">="},
        {"⩾", code::greater_equal, ">="},
        {"<>", code::not_equal, ""},
        {";", ',', ","},
        {"×", '*', "*"},
        {"·", '*', "*"},
        {"÷", '/', "/"},
        {"–", '-', "-"},
        {"—", '-', "-"},
        {"−", '-', "-"},
        {"‑", '-', "-"},
    };
    const std::string_view rest = text_.substr(at_, end_ - at_);
    // `3   // a remark`; between two values it is a `/` too many.
    if (rest.starts_with("//") && !inside_text_ && !glued_ && is_remark(rest.substr(2))) {
        report(Code::F012, at_, at_ + 2, "#");
        return read_comment();
    }
    for (const Mark& mark : marks) {
        if (rest.substr(0, mark.written.size()) != mark.written) continue;
        const auto end = static_cast<std::uint32_t>(at_ + mark.written.size());
        if (!mark.right.empty()) report(Code::F012, at_, end, std::string(mark.right));
        const bool is_bullet = mark.code == '-' && opens_line_;
        add(is_bullet ? code::bullet : mark.code, end, is_bullet ? TokenKind::bullet : TokenKind::mark);
        return;
    }
    if (rest.starts_with("||") && (mode_ == LexerMode::table || in_row_)) {
        add(code::double_bar, at_ + 2, TokenKind::mark);
        return;
    }
    const bool is_and = rest.starts_with("&");
    if (is_and || rest.starts_with("||")) {
        const std::uint32_t end = at_ + (rest.starts_with("&&") || !is_and ? 2 : 1);
        const Word word = is_and ? Word::and_ : Word::or_;
        report(Code::F012, at_, end, std::string(wegwijzer::spelling(word, language_)));
        add(code::word, end, TokenKind::mark).spelling = vocabulary_.phrases(word).front().front();
        return;
    }
    for (const std::string_view quote : {"“", "”", "„", "«", "»", "‘", "’", "'", "`"})
        if (rest.starts_with(quote)) return read_foreign_text(quote);
    static constexpr std::string_view bullets[] = {"•", "‣", "▪", "●"};
    for (const std::string_view bullet : bullets) {
        if (!opens_line_ || !rest.starts_with(bullet)) continue;
        const auto end = static_cast<std::uint32_t>(at_ + bullet.size());
        report(Code::F012, at_, end, "-");
        add(code::bullet, end, TokenKind::bullet);
        return;
    }
    static constexpr std::string_view single = ":,.()|=<>+-*/%";
    if (single.find(text_[at_]) != std::string_view::npos) {
        const char c = text_[at_];
        add(c, at_ + 1, TokenKind::mark);
        return;
    }
    // A run of characters that the language doesn't have is one finding.
    std::uint32_t end = at_;
    const auto is_strange = [&](std::uint32_t offset) {
        const char c = text_[offset];
        return offset < end_ && c != '\n' && c != '\r' && c != '"' && c != '#' && !is_digit(c) &&
               single.find(c) == std::string_view::npos && blank_length(text_.substr(0, end_), offset) == 0 &&
               letter_length(text_.substr(0, end_), offset, true) == 0;
    };
    do {
        ++end;
        while (end < end_ && (static_cast<unsigned char>(text_[end]) & 0xC0u) == 0x80u) ++end;
    } while (end < end_ && is_strange(end));
    // The `}` of a `{` that was reported.
    const std::size_t line = text_.rfind('\n', at_) + 1;
    const bool closes = text_[at_] == '}' && text_.substr(line, at_ - line).find('{') != std::string_view::npos;
    if (!closes) report(Code::F002, at_, end, {});
    add(code::unknown, end, TokenKind::unknown).tainted = true;
}

}  // namespace wegwijzer::parsing
