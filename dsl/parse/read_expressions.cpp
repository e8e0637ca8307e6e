// Conditions and expressions.
#include <algorithm>
#include <utility>

#include "dsl/parse/tree_reader.h"

namespace wegwijzer::parsing {
namespace {

constexpr std::size_t longest_row = 200;

}  // namespace

template <class Alternative>
ast::ExprId TreeReader::add(Alternative alternative, Span where) {
    file_.exprs.push_back({std::move(alternative), where});
    return ast::ExprId{file_.exprs.size() - 1};
}

ast::ExprId TreeReader::date_expression(NodeId id) { return add(read_date(id), span(id)); }

ast::ExprId TreeReader::length_expression(NodeId id) { return add(ast::DurationLiteral{read_length(id)}, span(id)); }

ast::ExprId TreeReader::read_expression(NodeId id) {
    using Kind = NodeKind;
    const Span where = span(id);
    Children rest = children(id);
    switch (node(id).kind) {
        case Kind::negate: return add(ast::Negate{read_expression(rest.take())}, where);
        case Kind::name_ref: return add(ast::NameRef{read_name(rest.take())}, where);
        case Kind::student_ref: return add(ast::StudentRef{read_name(rest.take())}, where);
        case Kind::reference_date: return add(ast::ReferenceDateWord{}, where);
        case Kind::severity_of: return add(ast::SeverityOf{read_name(rest.take())}, where);
        case Kind::conditional: {
            ast::Conditional result;
            result.condition = read_expression(rest.take());
            result.if_true = read_expression(rest.take());
            result.if_false = read_expression(rest.take());
            return add(result, where);
        }
        case Kind::parentheses: return add(ast::Parenthesized{read_expression(rest.take())}, where);
        case Kind::product:
        case Kind::term: return read_sequence(id);
        case Kind::comparison: return read_comparison(id);
        case Kind::not_: return add(ast::Not{read_expression(rest.take())}, where);
        case Kind::condition: return read_condition(id);
        case Kind::signal_ref: return add(ast::SignalRef{ast::SignalKind::signal, read_name(rest.take())}, where);
        case Kind::strength_ref: return add(ast::SignalRef{ast::SignalKind::strength, read_name(rest.take())}, where);
        case Kind::opportunity_ref:
            return add(ast::SignalRef{ast::SignalKind::opportunity, read_name(rest.take())}, where);
        case Kind::count: return read_aggregate(id, ast::AggregateKind::count);
        case Kind::count_distinct: return read_aggregate(id, ast::AggregateKind::count_distinct);
        case Kind::sum: return read_aggregate(id, ast::AggregateKind::sum);
        case Kind::average: return read_aggregate(id, ast::AggregateKind::average);
        case Kind::highest: return read_aggregate(id, ast::AggregateKind::highest);
        case Kind::lowest: return read_aggregate(id, ast::AggregateKind::lowest);
        case Kind::first: return read_aggregate(id, ast::AggregateKind::first);
        case Kind::last: return read_aggregate(id, ast::AggregateKind::last);
        case Kind::change: return read_aggregate(id, ast::AggregateKind::change);
        case Kind::time_since_last: return read_aggregate(id, ast::AggregateKind::time_since_last);
        case Kind::longest_run: return read_aggregate(id, ast::AggregateKind::longest_run);
        case Kind::longest_run_days: return read_aggregate(id, ast::AggregateKind::longest_run_days);
        case Kind::exists: return read_exists(id);
        case Kind::bullets: return read_bullets(id);
        default: return read_literal(id);
    }
}

ast::ExprId TreeReader::read_literal(NodeId id) {
    using Kind = ast::NumberLiteral::Kind;
    const Span where = span(id);
    Children rest = children(id);
    switch (node(id).kind) {
        case NodeKind::date_literal: return date_expression(rest.take());
        case NodeKind::length_literal: return length_expression(rest.take());
        case NodeKind::text_literal: {
            ast::Text text = read_text(rest.take());
            return add(ast::TextLiteral{std::move(text.value)}, where);
        }
        case NodeKind::percent_literal: return add(read_number(rest.take(), Kind::percent, {}), where);
        case NodeKind::points_literal: return add(read_number(rest.take(), Kind::points, {}), where);
        case NodeKind::unit_literal: {
            const NodeId number = rest.take();
            return add(read_number(number, Kind::with_unit, read_unit(rest.take())), where);
        }
        case NodeKind::number_literal: return add(read_number(rest.take(), Kind::plain, {}), where);
        case NodeKind::true_literal: return add(ast::BoolLiteral{true}, where);
        default: return add(ast::BoolLiteral{false}, where);
    }
}

// a - b + c and a * b / c, from left to right. The tree is as deep as the row is long: a bounded one.
ast::ExprId TreeReader::read_sequence(NodeId id) {
    Children rest = children(id);
    const NodeId first = rest.take();
    ast::ExprId left = read_expression(first);
    std::size_t length = 0;
    while (!rest.done()) {
        const NodeId sign = rest.take();
        if (++length > longest_row) {
            Diagnostic finding{.code = Code::F023, .span = span(sign)};
            finding.arguments = {std::string(spelling(Word::concept_, reading_.vocabulary().language()))};
            finding.why = {"hoogstens 200 getallen staan in één rij", "at most 200 numbers stand in one row"};
            report(std::move(finding));
            return left;
        }
        ast::Binary binary;
        switch (node(sign).kind) {
            case NodeKind::add: binary.op = ast::BinaryOp::add; break;
            case NodeKind::subtract: binary.op = ast::BinaryOp::subtract; break;
            case NodeKind::multiply: binary.op = ast::BinaryOp::multiply; break;
            default: binary.op = ast::BinaryOp::divide; break;
        }
        binary.op_span = span(sign);
        binary.left = left;
        const NodeId operand = rest.take();
        binary.right = read_expression(operand);
        left = add(binary, {source_, span(first).begin, span(operand).end});
    }
    return left;
}

ast::ExprId TreeReader::read_comparison(NodeId id) {
    Children rest = children(id);
    const ast::ExprId left = read_expression(rest.take());
    if (rest.done()) return left;
    const NodeId tail = rest.take();
    if (node(tail).kind == NodeKind::is) return read_is(left, tail, span(id));
    ast::Compare compare;
    switch (node(tail).kind) {
        case NodeKind::less: compare.op = ast::CompareOp::less; break;
        case NodeKind::less_equal: compare.op = ast::CompareOp::less_equal; break;
        case NodeKind::greater: compare.op = ast::CompareOp::greater; break;
        case NodeKind::greater_equal: compare.op = ast::CompareOp::greater_equal; break;
        case NodeKind::equal: compare.op = ast::CompareOp::equal; break;
        default: compare.op = ast::CompareOp::not_equal; break;
    }
    compare.op_span = span(tail);
    compare.left = left;
    compare.right = read_expression(rest.take());
    return add(compare, span(id));
}

ast::ExprId TreeReader::read_is(ast::ExprId value, NodeId id, Span where) {
    Children rest = children(id);
    const bool negated = rest.is(NodeKind::not_mark);
    const Span is_word = lexeme_span(node(id).begin);
    Span op_span = is_word;
    if (negated) op_span.end = span(rest.take()).end;
    const NodeId tail = rest.take();
    switch (node(tail).kind) {
        case NodeKind::known: return add(ast::Knownness{value, true, false}, where);
        case NodeKind::unknown: return add(ast::Knownness{value, false, false}, where);
        case NodeKind::not_known: return add(ast::Knownness{value, false, true}, where);
        case NodeKind::one_of: {
            ast::OneOf result;
            result.value = value;
            result.negated = negated;
            Children list = children(tail);
            const NodeId first = list.id();
            result.options = read_list(list);
            if (result.options.size() < 2) report_single(first, negated);
            return add(std::move(result), where);
        }
        case NodeKind::between: {
            ast::Between result;
            result.value = value;
            result.negated = negated;
            Children ends = children(tail);
            result.low = read_expression(ends.take());
            result.high = read_expression(ends.take());
            return add(result, where);
        }
        default: {
            ast::Compare compare;
            compare.op = negated ? ast::CompareOp::not_equal : ast::CompareOp::equal;
            compare.word = true;
            compare.op_span = op_span;
            compare.left = value;
            compare.right = read_expression(tail);
            return add(compare, where);
        }
    }
}

ast::ExprId TreeReader::read_condition(NodeId id) {
    Children rest = children(id);
    std::vector<ast::ExprId> operands{read_expression(rest.take())};
    if (rest.done()) return operands.front();
    std::vector<Span> words;
    std::vector<bool> word_is_and;
    bool has_and = false;
    bool has_or = false;
    while (!rest.done()) {
        const NodeId word = rest.take();
        const bool is_and = node(word).kind == NodeKind::and_;
        has_and = has_and || is_and;
        has_or = has_or || !is_and;
        words.push_back(span(word));
        word_is_and.push_back(is_and);
        operands.push_back(read_expression(rest.take()));
    }
    if (!has_or) return add(ast::And{std::move(operands), std::move(words)}, span(id));
    if (!has_and) return add(ast::Or{std::move(operands), std::move(words)}, span(id));
    ast::MixedAndOr mixed{std::move(operands), std::move(words), std::move(word_is_and)};
    // `a of b en c)`: without the `(` that was forgotten, which is reported, the two are mixed of course.
    const std::size_t behind = node(id).end;
    const auto& failures = reading_.failures();
    const bool misses_open =
        behind < reading_.lexemes().size() && reading_.lexemes()[behind].code == ')' &&
        std::any_of(failures.begin(), failures.end(), [&](const Failure& failure) { return failure.at == behind; });
    if (!misses_open) report_mixed(mixed);
    return add(std::move(mixed), span(id));
}

ast::ExprId TreeReader::read_aggregate(NodeId id, ast::AggregateKind kind) {
    ast::Aggregate result;
    result.kind = kind;
    Children rest = children(id);
    if (rest.is(NodeKind::name)) result.field = read_name(rest.take());
    result.selection = read_selection(rest.take());
    return add(std::move(result), span(id));
}

namespace {

ast::Quantifier quantifier_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::quantifier_all: return ast::Quantifier::all;
        case NodeKind::quantifier_at_least: return ast::Quantifier::at_least;
        case NodeKind::quantifier_at_most: return ast::Quantifier::at_most;
        case NodeKind::quantifier_exactly: return ast::Quantifier::exactly;
        default: return ast::Quantifier::none;
    }
}

}  // namespace

ast::ExprId TreeReader::read_exists(NodeId id) {
    ast::Exists result;
    Children rest = children(id);
    result.quantifier = quantifier_of(node(rest.take()).kind);
    if (!rest.is(NodeKind::selection)) result.count = read_count(rest.take());
    result.selection = read_selection(rest.take());
    return add(std::move(result), span(id));
}

ast::ExprId TreeReader::read_bullets(NodeId id) {
    ast::Bullets result;
    Children rest = children(id);
    result.quantifier = quantifier_of(node(rest.take()).kind);
    if (!rest.done() && !rest.is(NodeKind::bullet)) result.count = read_count(rest.take());
    while (!rest.done()) {
        Children bullet = children(rest.take());
        result.dashes.push_back(span(bullet.take()));
        result.items.push_back(read_expression(bullet.take()));
    }
    return add(std::move(result), span(id));
}

ast::Selection TreeReader::read_selection(NodeId id) {
    ast::Selection result;
    Children rest = children(id);
    result.series_is_signal_word = rest.is(NodeKind::signal_series);
    result.series = read_name(rest.take());
    if (rest.is(NodeKind::filter)) result.filter = read_filter(rest.take());
    if (!rest.done()) {
        result.period = read_period(rest.take());
        if (rest.is(NodeKind::within_academic_year)) {
            const NodeId within = rest.take();
            result.period->within_academic_year = true;
            result.period->within_academic_year_span = lexeme_span(node(within).begin + 1);
            result.period->within_academic_year_span.end = span(within).end;
            result.period->span.end = span(within).end;
        }
    }
    return result;
}

ast::Filter TreeReader::read_filter(NodeId id) {
    ast::Filter result;
    result.span = span(id);
    Children rest = children(id);
    const NodeId inside = rest.take();
    if (node(inside).kind == NodeKind::filter_in_parentheses) {
        result.parenthesized = true;
        Children in_parentheses = children(inside);
        result.condition = read_expression(in_parentheses.take());
        return result;
    }
    result.condition = read_expression(inside);
    const std::size_t behind = node(id).end;
    if (behind >= reading_.lexemes().size()) return result;
    const bool is_sign = std::string_view("+-*/").find(reading_.lexemes()[behind].code) != std::string_view::npos;
    if (is_sign || reading_.stands_at(Word::and_, behind) || reading_.stands_at(Word::or_, behind))
        result.followed_by = lexeme_span(behind);
    return result;
}

ast::Period TreeReader::read_period(NodeId id) {
    using Kind = ast::Period::Kind;
    ast::Period result;
    result.span = span(id);
    Children rest = children(id);
    switch (node(id).kind) {
        case NodeKind::period_last:
            result.kind = Kind::last;
            result.length = read_term_length(rest.take());
            break;
        case NodeKind::period_any:
            result.kind = Kind::any;
            result.length = read_term_length(rest.take());
            break;
        case NodeKind::period_study_weeks:
            result.kind = Kind::study_weeks;
            result.first = read_count(rest.take());
            if (!rest.done()) result.second = read_count(rest.take());
            break;
        case NodeKind::period_phase:
            result.kind = Kind::phase;
            result.phase = read_name(rest.take());
            break;
        case NodeKind::period_between:
            result.kind = Kind::between;
            result.from = read_expression(rest.take());
            result.to = read_expression(rest.take());
            break;
        case NodeKind::period_since:
            result.kind = Kind::since;
            result.from = read_expression(rest.take());
            break;
        case NodeKind::period_since_start: result.kind = Kind::since_start; break;
        default: result.kind = Kind::this_academic_year; break;
    }
    return result;
}

// ---- lists ----------------------------------------------------------------------------------------------------------

std::vector<ast::ExprId> TreeReader::read_list(Children& rest) {
    std::vector<ast::ExprId> values;
    while (!rest.done()) {
        const NodeId id = rest.take();
        if (node(id).kind == NodeKind::comma)
            check_comma(id);
        else
            values.push_back(read_expression(id));
    }
    return values;
}

std::vector<ast::Name> TreeReader::read_names(Children& rest) {
    std::vector<ast::Name> names;
    while (rest.is(NodeKind::name) || rest.is(NodeKind::comma)) {
        const NodeId id = rest.take();
        if (node(id).kind == NodeKind::comma)
            check_comma(id);
        else
            names.push_back(read_name(id));
    }
    return names;
}

void TreeReader::check_comma(NodeId comma) {
    const std::size_t behind = node(comma).end;
    const Lexeme& written_comma = reading_.lexemes()[node(comma).begin];
    if (written_comma.begin == written_comma.end) return;  // it was missing, and reported
    if (behind >= reading_.lexemes().size() || !reading_.lexemes()[behind].glued) return;
    Diagnostic finding{.code = Code::F024, .span = span(comma)};
    finding.arguments = {",", std::string(reading_.written(behind - 2)) + ", " + std::string(reading_.written(behind))};
    finding.fix = ", ";
    report(std::move(finding));
}

void TreeReader::report_single(NodeId value, bool negated) {
    const Language language = reading_.vocabulary().language();
    const std::string is = std::string(spelling(Word::is, language)) +
                           (negated ? " " + std::string(spelling(Word::not_, language)) : std::string());
    const Span where = span(value);
    std::string written(reading_.text().substr(where.begin, where.end - where.begin));
    Diagnostic finding{.code = Code::F025, .span = where};
    finding.arguments = {is + " " + std::string(spelling(Word::one_of, language)), is + " " + written};
    const std::size_t comma = written.find(',');
    if (reading_.lexemes()[node(value).begin].code == code::decimal && comma != std::string::npos &&
        written.find(' ') == std::string::npos) {
        const std::string list = written.substr(0, comma) + ", " + written.substr(comma + 1);
        finding.way_out = {"bedoelt u `" + list + "` of `" + is + " " + written + "`?",
                           "do you mean `" + list + "` or `" + is + " " + written + "`?"};
    }
    report(std::move(finding));
}

// Both readings: first with `en` binding more, then with `of`.
void TreeReader::report_mixed(const ast::MixedAndOr& mixed) {
    const auto piece = [&](std::uint32_t begin, std::uint32_t end) {
        std::string text;
        for (std::size_t i = 0; i < reading_.lexemes().size(); ++i) {
            const Lexeme& lexeme = reading_.lexemes()[i];
            if (lexeme.begin < begin || lexeme.end > end) continue;
            if (lexeme.begin == lexeme.end) continue;  // a word that is missing, and has been said to be
            if (!text.empty() && !lexeme.glued) text += ' ';
            text += reading_.written(i);
        }
        return text;
    };
    const auto reading_with = [&](bool tight_is_and) {
        std::string text;
        std::size_t first = 0;
        while (first < mixed.operands.size()) {
            std::size_t last = first;
            while (last < mixed.words.size() && mixed.word_is_and[last] == tight_is_and) ++last;
            const std::uint32_t begin = file_.expr(mixed.operands[first]).span.begin;
            const std::uint32_t end = file_.expr(mixed.operands[last]).span.end;
            const std::string part = piece(begin, end);
            text += last > first ? "(" + part + ")" : part;
            if (last < mixed.words.size()) text += " " + piece(mixed.words[last].begin, mixed.words[last].end) + " ";
            first = last + 1;
        }
        return text;
    };
    const Language language = reading_.vocabulary().language();
    std::size_t other = 1;
    while (mixed.word_is_and[other] == mixed.word_is_and[0]) ++other;
    Diagnostic finding{.code = Code::F021, .span = mixed.words[0]};
    finding.arguments = {
        std::string(spelling(Word::and_, language)), std::string(spelling(Word::or_, language)),
        std::string(spelling(Word::at_least, language)) + " 1 " + std::string(spelling(Word::of, language)) + ":"};
    finding.labels = {{mixed.words[other], {}}};
    // A longer row would not be read anyway.
    if (mixed.operands.size() <= 12)
        finding.lines = {{"dit kan twee dingen betekenen:", "this can mean two things:"},
                         Localized{"  " + reading_with(true)},
                         Localized{"  " + reading_with(false)}};
    report(std::move(finding));
}

}  // namespace wegwijzer::parsing
