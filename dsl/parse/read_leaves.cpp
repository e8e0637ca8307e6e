// Names, texts, numbers and dates.
#include <algorithm>
#include <utility>

#include "dsl/ast/length_words.h"
#include "dsl/parse/explain_failure.h"
#include "dsl/parse/lexer.h"
#include "dsl/parse/tree_reader.h"
#include "engine/base/unicode.h"

namespace wegwijzer::parsing {
namespace {

constexpr std::int64_t most_counted = 1'000'000;

}  // namespace

Span TreeReader::lexeme_span(std::size_t lexeme) const {
    const Lexeme& it = reading_.lexemes()[lexeme];
    return {source_, it.begin, it.end};
}

Span TreeReader::span(NodeId id) const {
    const Node& it = node(id);
    if (it.begin >= it.end) return lexeme_span(std::min<std::size_t>(it.begin, reading_.lexemes().size() - 1));
    return {source_, reading_.lexemes()[it.begin].begin, reading_.lexemes()[it.end - 1].end};
}

void TreeReader::report(Diagnostic finding) {
    has_reported_ = true;
    diagnostics_.add(std::move(finding));
}

ast::Name TreeReader::read_name(NodeId id) const { return {to_nfc(reading_.written(node(id).begin)), span(id)}; }

std::string TreeReader::unescape(std::uint32_t begin, std::uint32_t end) {
    const std::string_view raw = reading_.text().substr(begin, end - begin);
    std::string result;
    result.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            result += raw[i];
            continue;
        }
        const char next = i + 1 < raw.size() ? raw[i + 1] : '\0';
        if (next == '"' || next == '\\' || next == '{') {
            result += next;
            ++i;
        } else if (next == 'n') {
            result += '\n';
            ++i;
        } else {
            std::size_t length = 1;
            while (i + length < raw.size() && length < 5 && (length == 1 || (raw[i + length] & 0xC0) == 0x80)) ++length;
            const auto place = static_cast<std::uint32_t>(begin + i);
            Diagnostic finding{.code = Code::F028,
                               .span = {source_, place, static_cast<std::uint32_t>(place + length)}};
            const std::string written(raw.substr(i, length));
            finding.arguments = {written, "\\" + written};
            finding.fix = "\\" + written;
            report(std::move(finding));
            result += '\\';
        }
    }
    return to_nfc(result);
}

ast::Text TreeReader::read_text(NodeId id, bool braces) {
    ast::Text result;
    result.span = span(id);
    for (std::uint32_t i = node(id).begin; i < node(id).end; ++i) {
        const Lexeme& lexeme = reading_.lexemes()[i];
        const std::string_view written = reading_.written(i);
        // The quotes may be curly, which was reported, or the last one may be missing.
        const std::size_t open = written.starts_with('"') || written.starts_with('\'') || written.starts_with('`') ? 1
                                 : written.starts_with("«")                                                        ? 2
                                                                                                                   : 3;
        std::size_t close = 0;
        if (!lexeme.tainted)
            close = written.ends_with('"') || written.ends_with('\'') || written.ends_with('`') ? 1
                    : written.ends_with("»")                                                    ? 2
                                                                                                : 3;
        const auto begin = static_cast<std::uint32_t>(lexeme.begin + open);
        const auto end = std::max(begin, static_cast<std::uint32_t>(lexeme.end - close));
        result.value += unescape(begin, end);
        if (braces) continue;
        for (std::uint32_t place = begin; place < end; ++place) {
            if (reading_.text()[place] == '\\')
                ++place;
            else if (reading_.text()[place] == '{') {
                Diagnostic finding{.code = Code::F019, .span = {source_, place, place + 1}};
                finding.arguments = {"{", std::string(spelling(Word::explanation, reading_.vocabulary().language()))};
                finding.fix = "\\{";
                report(std::move(finding));
                break;
            }
        }
    }
    return result;
}

ast::Template TreeReader::read_template(NodeId id) {
    ast::Template result;
    result.span = span(id);
    for (std::uint32_t i = node(id).begin; i < node(id).end; ++i) read_template_pieces(reading_.lexemes()[i], result);
    return result;
}

void TreeReader::read_template_pieces(const Lexeme& lexeme, ast::Template& result) {
    const std::string_view text = reading_.text();
    const auto add_text = [&](std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        const Span where{source_, begin, end};
        std::string value = unescape(begin, end);
        // Texts that follow each other are joined.
        if (!result.pieces.empty() && result.pieces.back().expr.is_none())
            result.pieces.back().text += value;
        else
            result.pieces.push_back({std::move(value), {}, where});
    };
    std::uint32_t at = lexeme.begin + 1;
    const std::uint32_t end = lexeme.tainted ? lexeme.end : lexeme.end - 1;
    if (lexeme.code != code::template_text) return add_text(at, end);
    std::uint32_t piece = at;
    while (at < end) {
        if (text[at] == '\\') {
            at += 2;
            continue;
        }
        if (text[at] != '{') {
            ++at;
            continue;
        }
        add_text(piece, at);
        const std::uint32_t open = at;
        bool quoted = false;
        while (at < end && (quoted || text[at] != '}')) {
            if (quoted && text[at] == '\\')
                ++at;
            else if (text[at] == '"')
                quoted = !quoted;
            ++at;
        }
        const ast::ExprId expression = read_inline_expression(open + 1, at);
        ++at;
        piece = at;
        if (!expression.is_none()) result.pieces.push_back({{}, expression, {source_, open, at}});
    }
    add_text(piece, end);
}

ast::ExprId TreeReader::read_inline_expression(std::uint32_t begin, std::uint32_t end) {
    Lexer lexer(reading_.text(), source_, reading_.vocabulary().language(), diagnostics_, nullptr);
    Reading inside(reading_.text(), reading_.vocabulary(), lexer.read(begin, end, LexerMode::ordinary, true));
    inside.declared_names = reading_.declared_names;
    if (inside.lexemes().empty()) {
        Diagnostic finding{.code = Code::F018, .span = {source_, begin - 1, end + 1}};
        finding.arguments = {{"een waarde tussen `{` en `}`", "a value between `{` and `}`"}};
        finding.way_out = {"schrijf de naam van een waarde, of `\\{` voor het teken zelf",
                           "write the name of a value, or `\\{` for the mark itself"};
        report(std::move(finding));
        return {};
    }
    const auto read_value = [](Reading& reading, DeclarationKind) { read_template_value(reading); };
    read_template_value(inside);
    const Explained explained = explain(inside, source_, DeclarationKind::concept_, read_value, diagnostics_);
    if (!explained.complete) has_reported_ = true;
    file_.doubtful.insert(file_.doubtful.end(), explained.doubtful.begin(), explained.doubtful.end());
    if (!inside.failures().empty()) return {};
    TreeReader reader(inside, source_, file_, diagnostics_);
    const ast::ExprId result = reader.read_expression(0);
    has_reported_ = has_reported_ || reader.has_reported_;
    return result;
}

namespace {

// A number with marks between its thousands is reported, and read as what it means.
std::string without_groups(std::string_view written) {
    const std::size_t first = written.find_first_of(",.");
    const std::size_t last = written.find_last_of(",.");
    std::string result;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const bool is_mark = written[i] == ',' || written[i] == '.';
        if (!is_mark || first == last || (i == last && written[first] != written[last])) result += written[i];
    }
    return result;
}

}  // namespace

std::int64_t TreeReader::read_digits(std::size_t lexeme) {
    if (reading_.written(lexeme).empty()) return 1;  // made up: `een` for 1
    std::int64_t value = 0;
    for (const char c : without_groups(reading_.written(lexeme))) {
        value = value * 10 + (c - '0');
        if (value > most_counted) {
            Diagnostic finding{.code = Code::F005, .span = lexeme_span(lexeme)};
            finding.arguments = {std::string(reading_.written(lexeme))};
            report(std::move(finding));
            return 1;
        }
    }
    return value;
}

std::int64_t TreeReader::read_integer(NodeId id) { return read_digits(node(id).begin); }

std::optional<Word> TreeReader::read_word(NodeId id, WordPlace place) const {
    for (const Word word : words_in(place))
        if (reading_.stands_at(word, node(id).begin)) return word;
    return std::nullopt;
}

ast::DateLiteral TreeReader::read_date(NodeId id) {
    ast::DateLiteral result;
    const std::uint32_t first = node(id).begin;
    int year = 0;
    int month = 0;
    int day = 0;
    const auto digits = [](std::string_view text) {
        int value = 0;
        for (const char c : text.substr(0, 6)) value = value * 10 + (c - '0');
        return value;
    };
    if (reading_.lexemes()[first].code == code::date) {
        const std::string_view written = reading_.written(first);
        const char mark = written.find('-') != std::string_view::npos ? '-' : '/';
        const std::size_t one = written.find(mark);
        const std::size_t two = written.find(mark, one + 1);
        year = digits(written.substr(0, one));
        month = digits(written.substr(one + 1, two - one - 1));
        day = digits(written.substr(two + 1));
        if (one < 4) std::swap(year, day);
    } else {
        result.in_words = true;
        day = digits(reading_.written(first));
        year = digits(reading_.written(first + 2));
        const auto months = words_in(WordPlace::month);
        for (std::size_t i = 0; i < months.size(); ++i)
            if (reading_.stands_at(months[i], first + 1)) month = static_cast<int>(i) + 1;
    }
    if (const auto date = Date::from_calendar(year, month, day)) {
        result.date = *date;
        return result;
    }
    result.invalid = true;
    result.date = Date::nearest(year, month, day);  // so that what follows can still be read
    Diagnostic finding{.code = Code::F006, .span = span(id)};
    finding.arguments = {std::string(reading_.text().substr(finding.span.begin, finding.span.end - finding.span.begin)),
                         to_iso(result.date)};
    report(std::move(finding));
    return result;
}

Length TreeReader::read_length(NodeId id) {
    Length result;
    result.count = read_digits(node(id).begin);
    const std::size_t at = node(id).begin + 1;
    for (const ast::LengthWords& words : ast::length_words)
        if (reading_.stands_at(words.one, at) || reading_.stands_at(words.many, at)) result.unit = words.unit;
    return result;
}

std::string TreeReader::read_unit(NodeId id) const {
    const std::size_t at = node(id).begin;
    if (reading_.stands_at(Word::hour, at) || reading_.stands_at(Word::hours, at)) return "uur";
    if (reading_.stands_at(Word::euro, at)) return "euro";
    return to_nfc(reading_.written(at));
}

ast::NumberLiteral TreeReader::read_number(NodeId number, ast::NumberLiteral::Kind kind, std::string unit) {
    using Kind = ast::NumberLiteral::Kind;
    ast::NumberLiteral result;
    result.kind = kind;
    result.unit = std::move(unit);
    std::string written = without_groups(reading_.written(node(number).begin));
    if (written.empty()) written = "1";  // made up: `een` for 1
    std::replace(written.begin(), written.end(), '.', ',');
    const std::size_t mark = written.find(',');
    const std::size_t decimals = mark == std::string::npos ? 0 : written.size() - mark - 1;
    const std::size_t most = kind == Kind::percent || kind == Kind::points ? 4 : 6;
    if (decimals > most) {
        result.invalid = true;
        std::string proposal = written.substr(0, mark + 1 + most);
        if (reading_.vocabulary().language() == Language::en) std::replace(proposal.begin(), proposal.end(), ',', '.');
        Diagnostic finding{.code = Code::F004, .span = span(number)};
        finding.arguments = {std::string(reading_.written(node(number).begin)), proposal};
        finding.fix = proposal;
        report(std::move(finding));
        written.resize(mark + 1 + most);
    }
    result.decimals = static_cast<std::uint8_t>(std::min(decimals, most));
    if (const auto value = parse_decimal(written, ',')) {
        result.value = *value;
    } else {
        if (!result.invalid) {
            Diagnostic finding{.code = Code::F005, .span = span(number)};
            finding.arguments = {std::string(reading_.written(node(number).begin))};
            report(std::move(finding));
        }
        result.invalid = true;
    }
    return result;
}

ast::CountRef TreeReader::read_count(NodeId id) {
    ast::CountRef result;
    result.span = span(id);
    if (node(id).kind == NodeKind::integer)
        result.number = read_integer(id);
    else
        result.parameter = read_name(id);
    return result;
}

ast::LengthRef TreeReader::read_term_length(NodeId id) {
    ast::LengthRef result;
    result.span = span(id);
    if (node(id).kind == NodeKind::length)
        result.length = read_length(id);
    else
        result.parameter = read_name(id);
    return result;
}

}  // namespace wegwijzer::parsing
