#include "dsl/format/expression_writer.h"

#include <algorithm>
#include <type_traits>

#include "dsl/ast/length_words.h"
#include "dsl/parse/reading.h"

namespace wegwijzer {
namespace {

constexpr std::size_t line_width = 120;

std::string_view sign(ast::CompareOp op) {
    constexpr std::string_view signs[] = {"<", "<=", ">", ">=", "=", "<>"};
    return signs[static_cast<std::size_t>(op)];
}

// A line that begins with `-` would be a bullet, one with a word that opens a clause would be that clause.
bool may_open_line(std::string_view part, Language language) {
    if (part.starts_with('-')) return false;
    const auto first = [](std::string_view text) { return text.substr(0, text.find_first_of(" \x1f:.")); };
    using parsing::DeclarationKind;
    for (const DeclarationKind kind : {DeclarationKind::signal, DeclarationKind::policy, DeclarationKind::plan,
                                       DeclarationKind::set, DeclarationKind::example})
        for (const Word word : parsing::clause_words(kind))
            if (first(spelling(word, language)) == first(part)) return false;
    return true;
}

}  // namespace

// ---- parts ----------------------------------------------------------------------------------------------------------

std::vector<ast::Token> ExpressionWriter::tokens_in(const Span& where) const {
    const auto begin = std::ranges::lower_bound(file_.tokens, where.begin, {}, &ast::Token::begin);
    std::vector<ast::Token> tokens;
    for (auto token = begin; token != file_.tokens.end() && token->end <= where.end; ++token) tokens.push_back(*token);
    return tokens;
}

std::string ExpressionWriter::write_text(const Span& where, bool keeps_lines) const {
    std::string result;
    bool breaks = false;
    for (const ast::Token& token : tokens_in(where)) {
        if (token.kind == ast::TokenKind::line_end) breaks = keeps_lines;
        if (token.kind != ast::TokenKind::text) continue;
        if (!result.empty()) result += breaks ? layout::next_text : ' ';
        result += layout::escape(text_.substr(token.begin, token.end - token.begin));
        breaks = false;
    }
    // Inside an uitleg there are no tokens.
    return result.empty() ? layout::escape(text_.substr(where.begin, where.end - where.begin)) : result;
}

std::string ExpressionWriter::write_template(const ast::Template& text) const {
    std::string result;
    bool breaks = false;
    for (const ast::Token& token : tokens_in(text.span)) {
        if (token.kind == ast::TokenKind::line_end) breaks = true;
        if (token.kind != ast::TokenKind::text && token.kind != ast::TokenKind::template_text) continue;
        if (!result.empty()) result += breaks ? layout::next_text : ' ';
        result += write_template_text(token, text);
        breaks = false;
    }
    return result;
}

// The text as it was, but for the values in it.
std::string ExpressionWriter::write_template_text(const ast::Token& token, const ast::Template& text) const {
    std::string result;
    std::uint32_t at = token.begin;
    for (const ast::TemplatePiece& piece : text.pieces) {
        if (piece.expr.is_none() || piece.span.begin < token.begin || piece.span.end > token.end) continue;
        result += layout::escape(text_.substr(at, piece.span.begin - at)) + "{" + write(piece.expr) + "}";
        at = piece.span.end;
    }
    return result + layout::escape(text_.substr(at, token.end - at));
}

std::string_view ExpressionWriter::level(ast::Level level) const {
    constexpr Word levels[] = {Word::low, Word::medium, Word::high};
    return spelling(levels[static_cast<std::size_t>(level)], language_);
}

std::string ExpressionWriter::write_unit(std::string_view unit, bool one) const {
    if (unit == spelling(Word::hour, Language::nl)) return word(one ? Word::hour : Word::hours);
    if (unit == spelling(Word::euro, Language::nl)) return word(Word::euro);
    return std::string(unit);
}

std::string ExpressionWriter::write(const Length& length) const {
    return std::to_string(length.count) + " " + word(ast::word_of(length.unit, length.count));
}

std::string ExpressionWriter::write(const ast::CountRef& count) const {
    return count.number ? std::to_string(*count.number) : count.parameter.text;
}
std::string ExpressionWriter::write(const ast::LengthRef& length) const {
    return length.length ? write(*length.length) : length.parameter.text;
}
std::string ExpressionWriter::write_names(const std::vector<ast::Name>& names) const {
    std::string result;
    for (const ast::Name& name : names) result += (result.empty() ? "" : ", ") + name.text;
    return result;
}

std::string ExpressionWriter::write_name(const ast::Name& name, const Place& place) const {
    switch (place.values) {
        case ValueWords::own: return name.text;
        case ValueWords::levels: return translate_level(name.text, file_.language, language_);
        case ValueWords::statuses: return translate_status(name.text, file_.language, language_);
        case ValueWords::none: break;
    }
    return place.series ? translate_field(name.text, *place.series, file_.language, language_) : name.text;
}

// The place of what is compared with `other`.
ExpressionWriter::Place ExpressionWriter::beside(ast::ExprId other, const Place& place) const {
    return {place.series, scope_.words_of(file_, other, place.series)};
}

std::string ExpressionWriter::write_list(const std::vector<ast::ExprId>& values, const Place& place) const {
    std::string result;
    for (const ast::ExprId value : values) result += (result.empty() ? "" : ", ") + write(value, place);
    return result;
}

std::string ExpressionWriter::quantifier(ast::Quantifier quantifier, const ast::CountRef& count, bool of_list) const {
    using ast::Quantifier;
    const std::string of = of_list ? " " + word(Word::of) : std::string();
    switch (quantifier) {
        case Quantifier::all: return word(Word::all_of);
        case Quantifier::at_least: return word(Word::at_least) + " " + write(count) + of;
        case Quantifier::at_most: return word(Word::at_most) + " " + write(count) + of;
        case Quantifier::exactly: return word(Word::exactly) + " " + write(count) + of;
        case Quantifier::none: break;
    }
    return word(of_list ? Word::none_of : Word::no_event);
}

std::string ExpressionWriter::write(const ast::Selection& selection) const {
    const Place place{scope_.find_series(selection, file_.language), ValueWords::none};
    std::string result = selection.series_is_signal_word ? word(Word::signal) : selection.series.text;
    if (!selection.series_is_signal_word && place.series)
        result = translate_series(selection.series.text, file_.language, language_);
    if (selection.filter) {
        const std::string condition = write(selection.filter->condition, place);
        result += " " + word(Word::with) + " " + (selection.filter->parenthesized ? "(" + condition + ")" : condition);
    }
    if (selection.period) result += " " + write(*selection.period);
    return result;
}

std::string ExpressionWriter::write(const ast::Period& period) const {
    using Kind = ast::Period::Kind;
    std::string result;
    switch (period.kind) {
        case Kind::last: result = word(Word::in_last) + " " + write(period.length); break;
        case Kind::since_start: result = word(Word::since_start); break;
        case Kind::study_weeks:
            result = word(Word::in_study_week) + " " + write(period.first);
            if (period.second) result += " " + word(Word::to) + " " + write(*period.second);
            break;
        case Kind::phase: result = word(Word::in_phase) + " " + period.phase.text; break;
        case Kind::between:
            result = word(Word::from) + " " + write(period.from) + " " + word(Word::to) + " " + write(period.to);
            break;
        case Kind::since: result = word(Word::since) + " " + write(period.from); break;
        case Kind::this_academic_year: result = word(Word::in_this_academic_year); break;
        case Kind::any: result = word(Word::in_any) + " " + write(period.length); break;
    }
    if (period.within_academic_year) result += ", " + word(Word::within_academic_year);
    return result;
}

// ---- nodes ----------------------------------------------------------------------------------------------------------

std::string ExpressionWriter::write(ast::ExprId id) const { return write(id, Place{}); }

std::string ExpressionWriter::write_value(ast::ExprId id, ValueWords values) const {
    return write(id, Place{std::nullopt, values});
}

std::string ExpressionWriter::write(ast::ExprId id, const Place& place) const {
    if (id.is_none()) return {};
    const ast::Expr& expr = file_.expr(id);
    return std::visit(
        [&](const auto& it) {
            if constexpr (std::is_same_v<std::decay_t<decltype(it)>, ast::TextLiteral>)
                return write_text(expr.span, false);
            else
                return write_node(it, place);
        },
        expr.node);
}

std::string ExpressionWriter::write_node(const ast::NumberLiteral& it, const Place&) const {
    using Kind = ast::NumberLiteral::Kind;
    std::string number = to_text(it.value, it.decimals, language_ == Language::nl ? ',' : '.');
    const bool one = it.value == Decimal::from_integer(1);
    switch (it.kind) {
        case Kind::plain: return number;
        case Kind::with_unit: return number + " " + write_unit(it.unit, one);
        case Kind::percent: return number + "%";
        case Kind::points: break;
    }
    return number + " " + word(one ? Word::percentage_point : Word::percentage_points);
}
std::string ExpressionWriter::write_node(const ast::DurationLiteral& it, const Place&) const {
    return write(it.length);
}
std::string ExpressionWriter::write_node(const ast::DateLiteral& it, const Place&) const {
    if (!it.in_words) return to_iso(it.date);
    const Date::Calendar date = it.date.calendar();
    const Word month = words_in(WordPlace::month)[static_cast<std::size_t>(date.month - 1)];
    const std::string year = std::to_string(date.year);
    return std::to_string(date.day) + " " + word(month) + " " + year;
}
std::string ExpressionWriter::write_node(const ast::BoolLiteral& it, const Place&) const {
    return word(it.value ? Word::yes : Word::no);
}
std::string ExpressionWriter::write_node(const ast::NameRef& it, const Place& place) const {
    return write_name(it.name, place);
}
std::string ExpressionWriter::write_node(const ast::StudentRef& it, const Place&) const {
    return word(Word::student) + "." + it.name.text;
}
std::string ExpressionWriter::write_node(const ast::ReferenceDateWord&, const Place&) const {
    return word(Word::reference_date);
}
std::string ExpressionWriter::write_node(const ast::Negate& it, const Place& place) const {
    return "-" + write(it.operand, place);
}
std::string ExpressionWriter::write_node(const ast::Parenthesized& it, const Place& place) const {
    return "(" + write(it.inner, place) + ")";
}
std::string ExpressionWriter::write_node(const ast::Binary& it, const Place& place) const {
    constexpr std::string_view signs[] = {" + ", " - ", " * ", " / "};
    return write(it.left, place) + std::string(signs[static_cast<std::size_t>(it.op)]) + write(it.right, place);
}
std::string ExpressionWriter::write_node(const ast::Conditional& it, const Place& place) const {
    return word(Word::if_) + " " + write(it.condition, place.without_values()) + " " + word(Word::then) + " " +
           write(it.if_true, place) + " " + word(Word::else_) + " " + write(it.if_false, place);
}
std::string ExpressionWriter::write_node(const ast::SeverityOf& it, const Place&) const {
    return word(Word::severity_of_signal) + " " + it.signal.text;
}

std::string ExpressionWriter::write_node(const ast::Aggregate& it, const Place&) const {
    using Kind = ast::AggregateKind;
    std::string field = it.field.text;
    if (const auto series = scope_.find_series(it.selection, file_.language))
        field = translate_field(field, *series, file_.language, language_);
    const std::string of_series = " " + field + " " + word(Word::of) + " " + write(it.selection);
    switch (it.kind) {
        case Kind::count: return word(Word::count) + " " + write(it.selection);
        case Kind::count_distinct: return word(Word::count_distinct) + of_series;
        case Kind::sum: return word(Word::sum) + of_series;
        case Kind::average: return word(Word::average) + of_series;
        case Kind::highest: return word(Word::highest) + of_series;
        case Kind::lowest: return word(Word::lowest) + of_series;
        case Kind::first: return word(Word::first) + of_series;
        case Kind::last: return word(Word::last) + of_series;
        case Kind::change: return word(Word::change_of) + of_series;
        case Kind::time_since_last: return word(Word::time_since_last) + " " + write(it.selection);
        case Kind::longest_run: return word(Word::longest_run) + " " + write(it.selection);
        case Kind::longest_run_days: break;
    }
    return word(Word::longest_run_days) + " " + write(it.selection);
}

std::string ExpressionWriter::write_node(const ast::Compare& it, const Place& place) const {
    std::string op(sign(it.op));
    if (it.word) op = word(Word::is) + (it.op == ast::CompareOp::not_equal ? " " + word(Word::not_) : std::string());
    // On the left a name is that of a field first.
    const auto* name = std::get_if<ast::NameRef>(&file_.expr(it.left).node);
    const bool is_field =
        name != nullptr && place.series && is_built_in_field(name->name.text, *place.series, file_.language);
    const Place left = is_field ? place.without_values() : beside(it.right, place);
    return write(it.left, left) + " " + op + " " + write(it.right, beside(it.left, place));
}
std::string ExpressionWriter::write_node(const ast::OneOf& it, const Place& place) const {
    return write(it.value, place.without_values()) + " " + word(Word::is) + " " +
           (it.negated ? word(Word::not_) + " " : "") + word(Word::one_of) + " " +
           write_list(it.options, beside(it.value, place));
}
std::string ExpressionWriter::write_node(const ast::Between& it, const Place& place) const {
    const Place values = beside(it.value, place);
    return write(it.value, place.without_values()) + " " + word(Word::is) + " " +
           (it.negated ? word(Word::not_) + " " : "") + word(Word::between) + " " + write(it.low, values) + " " +
           word(Word::and_) + " " + write(it.high, values);
}
std::string ExpressionWriter::write_node(const ast::Knownness& it, const Place& place) const {
    return write(it.value, place.without_values()) + " " + word(Word::is) + " " +
           word(it.asks_known ? Word::known : Word::unknown);
}
std::string ExpressionWriter::write_node(const ast::Not& it, const Place& place) const {
    return word(Word::not_) + " " + write(it.operand, place);
}
std::string ExpressionWriter::write_node(const ast::And& it, const Place& place) const {
    std::string result;
    for (const ast::ExprId operand : it.operands)
        result += (result.empty() ? "" : " " + word(Word::and_) + " ") + write(operand, place);
    return result;
}
std::string ExpressionWriter::write_node(const ast::Or& it, const Place& place) const {
    std::string result;
    for (const ast::ExprId operand : it.operands)
        result += (result.empty() ? "" : " " + word(Word::or_) + " ") + write(operand, place);
    return result;
}
std::string ExpressionWriter::write_node(const ast::MixedAndOr& it, const Place& place) const {
    std::string result = write(it.operands.front(), place);
    for (std::size_t i = 1; i < it.operands.size(); ++i)
        result += " " + word(it.word_is_and[i - 1] ? Word::and_ : Word::or_) + " " + write(it.operands[i], place);
    return result;
}
std::string ExpressionWriter::write_node(const ast::SignalRef& it, const Place&) const {
    constexpr Word kinds[] = {Word::signal, Word::strength, Word::opportunity};
    return word(kinds[static_cast<std::size_t>(it.kind)]) + " " + it.name.text;
}
std::string ExpressionWriter::write_node(const ast::Exists& it, const Place&) const {
    return quantifier(it.quantifier, it.count, false) + " " + write(it.selection);
}
std::string ExpressionWriter::write_node(const ast::Bullets& it, const Place&) const { return write_bullets(it, 0, 1); }

// ---- lines ----------------------------------------------------------------------------------------------------------

bool ExpressionWriter::has_comment_before(std::uint32_t offset) const {
    auto token = std::ranges::lower_bound(file_.tokens, offset, {}, &ast::Token::begin);
    while (token != file_.tokens.begin()) {
        --token;
        if (token->kind == ast::TokenKind::comment) return true;
        if (token->kind != ast::TokenKind::blank && token->kind != ast::TokenKind::line_end) return false;
    }
    return false;
}

std::string ExpressionWriter::write_lines(ast::ExprId id, std::size_t column, std::size_t indent) const {
    return write_lines(id, column, indent, Place{});
}

// What stands behind the last line break of what was written.
std::size_t ExpressionWriter::last_width(std::string_view written, std::size_t column) {
    const std::size_t line = written.rfind('\n');
    return line == std::string_view::npos ? column + layout::width(written) : layout::width(written.substr(line + 1));
}

// A part that doesn't fit on a line breaks inside its parentheses, behind `niet` or in its filter.
std::string ExpressionWriter::write_part(ast::ExprId id, std::size_t column, std::size_t indent,
                                         const Place& place) const {
    std::string line = write(id, place);
    if (column + layout::width(line) <= line_width) return line;
    const auto& node = file_.expr(id).node;
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node))
        return "(" + write_lines(inner->inner, column + 1, indent, place) + ")";
    if (const auto* negated = std::get_if<ast::Not>(&node)) {
        const std::string no = word(Word::not_) + " ";
        return no + write_part(negated->operand, column + layout::width(no), indent, place);
    }
    const auto* exists = std::get_if<ast::Exists>(&node);
    if (exists == nullptr || !exists->selection.filter || !exists->selection.filter->parenthesized) return line;
    const ast::Selection& selection = exists->selection;
    ast::Selection all = selection;
    all.filter.reset();
    all.period.reset();
    std::string result =
        quantifier(exists->quantifier, exists->count, false) + " " + write(all) + " " + word(Word::with) + " (";
    const Place events{scope_.find_series(selection, file_.language), ValueWords::none};
    result += write_lines(selection.filter->condition, column + layout::width(result), indent, events) + ")";
    return selection.period ? result + " " + write(*selection.period) : result;
}

std::string ExpressionWriter::write_lines(ast::ExprId id, std::size_t column, std::size_t indent,
                                          const Place& place) const {
    if (id.is_none()) return {};
    const auto& node = file_.expr(id).node;
    if (const auto* bullets = std::get_if<ast::Bullets>(&node)) return write_bullets(*bullets, indent, 1);
    if (const auto* conditional = std::get_if<ast::Conditional>(&node)) {
        std::string line = write(id, place);
        return column + layout::width(line) <= line_width ? line : write_branches(*conditional, indent);
    }
    const auto* conjunction = std::get_if<ast::And>(&node);
    const auto* disjunction = std::get_if<ast::Or>(&node);
    if (conjunction == nullptr && disjunction == nullptr) return write_part(id, column, indent, place);
    const auto& operands = conjunction != nullptr ? conjunction->operands : disjunction->operands;
    const std::string connective = " " + word(conjunction != nullptr ? Word::and_ : Word::or_);
    // As many parts on a line as fit.
    std::string result;
    std::size_t used = column;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        std::string part = write(operands[i], place) + (i + 1 < operands.size() ? connective : "");
        const bool breaks = i > 0 && (used + 1 + layout::width(part) > line_width ||
                                      has_comment_before(file_.expr(operands[i]).span.begin));
        if (breaks && may_open_line(part, language_)) {
            result += layout::wrap(indent);
            used = indent;
        } else if (i > 0) {
            result += ' ';
            ++used;
        }
        if (used + layout::width(part) > line_width)
            part = write_part(operands[i], used, indent, place) + (i + 1 < operands.size() ? connective : "");
        result += part;
        used = last_width(part, used);
    }
    return result;
}

std::string ExpressionWriter::write_branches(const ast::Conditional& first, std::size_t indent) const {
    std::string result;
    for (const ast::Conditional* it = &first; it != nullptr;) {
        result += word(Word::if_) + " " + write(it->condition, Place{}.without_values()) + " " + word(Word::then) +
                  " " + write(it->if_true) + layout::wrap(indent) + word(Word::else_) + " ";
        const ast::ExprId rest = it->if_false;
        it = rest.is_none() ? nullptr : std::get_if<ast::Conditional>(&file_.expr(rest).node);
        if (it == nullptr) result += write(rest);
    }
    return result;
}

std::string ExpressionWriter::write_bullets(const ast::Bullets& bullets, std::size_t indent, std::size_t level) const {
    std::string result = quantifier(bullets.quantifier, bullets.count, true) + ":";
    for (const ast::ExprId item : bullets.items) {
        const std::string dashes(level, '-');
        result += "\n" + std::string(indent, ' ') + dashes + " ";
        if (const auto* nested = std::get_if<ast::Bullets>(&file_.expr(item).node))
            result += write_bullets(*nested, indent + 2, level + 1);
        else
            result += write_lines(item, indent + level + 1, indent + level + 1);
    }
    return result;
}

}  // namespace wegwijzer
