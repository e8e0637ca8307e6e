// Literals, conditions, bullet lists and choices between values; what a place allows.
#include <algorithm>

#include "dsl/check/expressions.h"
#include "engine/base/decimal.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

Typed nothing() { return {{}, unsound()}; }

std::optional<Type> common_type(const Type& left, const Type& right) {
    if (left.calendar_unit || right.calendar_unit) return std::nullopt;
    if (left.value == right.value) {
        Type result = left;
        result.is_ratio = left.is_ratio && right.is_ratio;
        return result;
    }
    if (left.is_plain_number() && right.is_plain_number()) return number_in("");
    return std::nullopt;
}

}  // namespace

model::Quantifier quantifier_of(ast::Quantifier quantifier) {
    switch (quantifier) {
        case ast::Quantifier::all: return model::Quantifier::all;
        case ast::Quantifier::at_least: return model::Quantifier::at_least;
        case ast::Quantifier::at_most: return model::Quantifier::at_most;
        case ast::Quantifier::exactly: return model::Quantifier::exactly;
        case ast::Quantifier::none: return model::Quantifier::none;
    }
    return model::Quantifier::all;
}

// ---- entry points ---------------------------------------------------------------------------------------------------

Typed ExpressionChecker::value(ast::ExprId id, const Expected& expected) {
    if (id.is_none()) return nothing();
    const ast::Expr& expr = file_.expr(id);
    return std::visit([&](const auto& node) { return check_node(node, expr.span, expected); }, expr.node);
}

model::ExprId ExpressionChecker::condition(ast::ExprId id) {
    const Typed result = value(id);
    if (id.is_none() || !result.type.is_sound || result.type.kind() == ValueKind::boolean) return result.id;
    const Span span = file_.expr(id).span;
    const std::string words = context_.quote(span);
    std::string example = words + " >= …";
    if (result.type.is_choice()) example = words + " is …";
    if (result.type.kind() == ValueKind::text) example = words + " is \"…\"";
    context_.report(Code::F069, span, {words, describe(result.type), example});
    return result.id;
}

// ---- building -------------------------------------------------------------------------------------------------------

model::ExprId ExpressionChecker::add(model::ExprNode node, const Type& type, Span origin) {
    context_.rules.exprs.push_back({std::move(node), type.value, origin});
    return model::ExprId{context_.rules.exprs.size() - 1};
}
Typed ExpressionChecker::built(model::ExprNode node, Type type, Span origin) {
    const model::ExprId id = add(std::move(node), type, origin);
    return {id, std::move(type)};
}
Typed ExpressionChecker::literal(model::Constant value, Type type, Span origin) {
    return built(model::Literal{std::move(value)}, std::move(type), origin);
}

// ---- literals -------------------------------------------------------------------------------------------------------

Typed ExpressionChecker::check_node(const ast::NumberLiteral& node, Span span, const Expected& /*expected*/) {
    // A percentage has at most 4 decimals (the parser sees to that), so that the ratio is exact.
    const Decimal ratio = Decimal::from_micros(node.value.micros() / 100);
    switch (node.kind) {
        case ast::NumberLiteral::Kind::plain: return literal(node.value, number_in(""), span);
        case ast::NumberLiteral::Kind::with_unit: return literal(node.value, number_in(node.unit), span);
        case ast::NumberLiteral::Kind::percent: return literal(ratio, type_of(ValueKind::percentage), span);
        case ast::NumberLiteral::Kind::points: return literal(ratio, type_of(ValueKind::points), span);
    }
    return nothing();
}

Typed ExpressionChecker::check_node(const ast::DurationLiteral& node, Span span, const Expected& /*expected*/) {
    const Length length = node.length;
    const auto days = [&](std::int64_t count) {
        return literal(Decimal::from_integer(count), type_of(ValueKind::duration), span);
    };
    switch (length.unit) {
        case LengthUnit::days: return days(length.count);
        case LengthUnit::weeks: return days(length.count * 7);
        case LengthUnit::hours: return literal(Decimal::from_integer(length.count), number_in("uur"), span);
        default: break;
    }
    Type type = type_of(ValueKind::duration);
    type.calendar_unit = length.unit;
    return literal(length, type, span);
}

Typed ExpressionChecker::check_node(const ast::DateLiteral& node, Span span, const Expected& /*expected*/) {
    return literal(node.date, type_of(ValueKind::date), span);
}

Typed ExpressionChecker::check_node(const ast::TextLiteral& node, Span span, const Expected& expected) {
    if (expected.type && expected.type->is_sound && expected.type->is_choice()) {
        const std::vector<std::string> values = values_of(context_, *expected.type, file_);
        std::string proposal;
        if (std::find(values.begin(), values.end(), node.value) != values.end()) {
            proposal = '`' + node.value + '`';
        } else {
            for (const std::string& each : values) proposal += (proposal.empty() ? "`" : ", `") + each + '`';
        }
        context_.report(Code::F036, span, {expected.words, proposal});
        return {{}, unsound(*expected.type)};
    }
    return literal(node.value, type_of(ValueKind::text), span);
}

Typed ExpressionChecker::check_node(const ast::BoolLiteral& node, Span span, const Expected& /*expected*/) {
    return literal(node.value, type_of(ValueKind::boolean), span);
}

Typed ExpressionChecker::check_node(const ast::ReferenceDateWord& /*node*/, Span span, const Expected& /*expected*/) {
    return built(model::ReferenceDate{}, type_of(ValueKind::date), span);
}

// ---- conditions -----------------------------------------------------------------------------------------------------

// Behind `met F` a further part that names a field of the series belongs in parentheses; it is not checked on its own.
std::vector<model::ExprId> ExpressionChecker::operands(const std::vector<ast::ExprId>& ids,
                                                       const std::vector<Span>& words) {
    std::vector<model::ExprId> result;
    std::optional<Series> left_open;
    for (std::size_t index = 0; index < ids.size(); ++index) {
        if (left_open && first_field_of(ids[index], *left_open) != nullptr) continue;
        left_open.reset();
        if (index > 0 && index <= words.size()) {
            if (const ast::Selection* open = open_filter(ids[index - 1], words[index - 1])) {
                left_open = series_named(*open);
                if (left_open && report_filter_word(*open, *left_open, ids[index], words[index - 1])) continue;
                left_open.reset();
            }
        }
        result.push_back(condition(ids[index]));
    }
    return result;
}

Typed ExpressionChecker::check_node(const ast::And& node, Span span, const Expected& /*expected*/) {
    return built(model::And{operands(node.operands, node.words)}, type_of(ValueKind::boolean), span);
}

Typed ExpressionChecker::check_node(const ast::Or& node, Span span, const Expected& /*expected*/) {
    return built(model::Or{operands(node.operands, node.words)}, type_of(ValueKind::boolean), span);
}

// Reported where it was read; its parts are checked all the same.
Typed ExpressionChecker::check_node(const ast::MixedAndOr& node, Span span, const Expected& /*expected*/) {
    return built(model::And{operands(node.operands, node.words)}, unsound(type_of(ValueKind::boolean)), span);
}

Typed ExpressionChecker::check_node(const ast::Not& node, Span span, const Expected& /*expected*/) {
    return built(model::Not{condition(node.operand)}, type_of(ValueKind::boolean), span);
}

Typed ExpressionChecker::check_node(const ast::Knownness& node, Span span, const Expected& /*expected*/) {
    const Typed operand = value(node.value);
    return built(model::Knownness{operand.id, node.asks_known}, type_of(ValueKind::boolean), span);
}

Typed ExpressionChecker::check_node(const ast::Parenthesized& node, Span /*span*/, const Expected& expected) {
    return value(node.inner, expected);
}

Typed ExpressionChecker::check_node(const ast::Bullets& node, Span span, const Expected& /*expected*/) {
    model::Quantified result;
    result.quantifier = quantifier_of(node.quantifier);
    const bool counts = node.quantifier != ast::Quantifier::all && node.quantifier != ast::Quantifier::none;
    if (counts) result.count = count(node.count).id;
    for (const ast::ExprId item : node.items) result.operands.push_back(condition(item));
    return built(std::move(result), type_of(ValueKind::boolean), span);
}

Typed ExpressionChecker::check_node(const ast::Conditional& node, Span span, const Expected& expected) {
    model::Conditional result;
    result.condition = condition(node.condition);
    Typed yes;
    Typed no;
    if (expected.type) {
        yes = value(node.if_true, expected);
        no = value(node.if_false, expected);
    } else {
        std::tie(yes, no) = sides(node.if_true, node.if_false);
    }
    result.if_true = yes.id;
    result.if_false = no.id;
    if (!yes.type.is_sound || !no.type.is_sound) {
        return built(result, unsound(yes.type.is_sound ? yes.type : no.type), span);
    }
    if (const auto type = common_type(yes.type, no.type)) return built(result, *type, span);
    const Span yes_span = file_.expr(node.if_true).span;
    const Span no_span = file_.expr(node.if_false).span;
    if (yes.type.calendar_unit || no.type.calendar_unit) {
        const Span place = yes.type.calendar_unit ? yes_span : no_span;
        context_.report(Code::F068, place, {context_.quote(place)});
    } else {
        Diagnostic diagnostic;
        diagnostic.code = Code::F086;
        diagnostic.span = no_span;
        diagnostic.arguments = {word(file_, Word::then), word(file_, Word::else_), context_.quote(yes_span),
                                context_.quote(no_span), describe(yes.type),       describe(no.type)};
        diagnostic.labels.push_back({yes_span, describe(yes.type)});
        context_.report(std::move(diagnostic));
    }
    return built(result, unsound(yes.type), span);
}

// ---- signals --------------------------------------------------------------------------------------------------------

Typed ExpressionChecker::check_node(const ast::SignalRef& node, Span span, const Expected& /*expected*/) {
    const Type type = type_of(ValueKind::boolean);
    if (!allow_signals(span, condition_of(node.name))) return {{}, unsound(type)};
    const auto signal = find_signal(node.name, node.kind);
    if (!signal) return {{}, unsound(type)};
    return built(model::SignalState{*signal}, type, span);
}

Typed ExpressionChecker::check_node(const ast::SeverityOf& node, Span span, const Expected& /*expected*/) {
    const Type type = type_of(ValueKind::severity);
    if (!allow_signals(span)) return {{}, unsound(type)};
    const auto signal = find_signal(node.signal, ast::SignalKind::signal);
    if (!signal) return {{}, unsound(type)};
    return built(model::SignalSeverity{*signal}, type, span);
}

bool ExpressionChecker::allow_signals(Span span, const std::string& condition) {
    if ((place_ == Place::policy || place_ == Place::goal) && filters_.empty()) return true;
    if (place_ == Place::selection) {
        return !refuse_in_set(span, context_.quote(span), plain("dat gaat over signalen", "that is about signals"));
    }
    const std::string policy = word(file_, Word::policy);
    Localized way_out;
    if (!filters_.empty()) {
        way_out = plain("zet het buiten het filter", "put it outside the filter");
    } else if (!condition.empty()) {
        way_out = plain("schrijf de voorwaarde zelf, `" + condition + "`, of gebruik een `" + policy + "`",
                        "write the condition itself, `" + condition + "`, or use a `" + policy + "`");
    }
    context_.report(Code::F083, span, {context_.quote(span), policy}, way_out);
    return false;
}

// What a signal asks, when that is one condition on one line: as it can be written in place of the signal. Else empty.
std::string ExpressionChecker::condition_of(const ast::Name& signal) const {
    for (const Declared<ast::Signal>& each : context_.declared.signals) {
        if (each->name.text != signal.text || each.file->language != file_.language) continue;
        const ast::SignalClause* only = nullptr;
        for (const ast::SignalClause& clause : each->clauses) {
            if (clause.condition.is_none()) continue;
            if (only != nullptr || clause.kind != ast::SignalClause::Kind::condition) return {};
            only = &clause;
        }
        if (only == nullptr) return {};
        const ast::Expr& condition = each.file->expr(only->condition);
        if (std::holds_alternative<ast::Bullets>(condition.node)) return {};
        const bool is_joined =
            std::holds_alternative<ast::And>(condition.node) || std::holds_alternative<ast::Or>(condition.node);
        const std::string words = context_.quote(condition.span);
        return is_joined ? '(' + words + ')' : words;
    }
    return {};
}

bool ExpressionChecker::refuse_in_filter(Span span) {
    if (filters_.empty()) return false;
    const std::string words = context_.quote(span);
    context_.report(
        Code::F072, span,
        {words, word(file_, Word::concept_) + (file_.language == Language::nl ? " naam = " : " name = ") + words});
    return true;
}

bool ExpressionChecker::refuse_in_set(Span span, const std::string& words, Localized why) {
    if (place_ != Place::set && place_ != Place::selection) return false;
    // A condition on the command line goes by the name of its option.
    const std::string behind = place_ == Place::set ? word(file_, Word::for_) : context_.sources.name(file_.source);
    context_.report(Code::F112, span, {behind, words, std::move(why)});
    return true;
}

// ---- N --------------------------------------------------------------------------------------------------------------

Typed ExpressionChecker::count(const ast::CountRef& ref) {
    const Type type = number_in("");
    if (ref.number) {
        return literal(Decimal::from_integer(*ref.number), type, ref.span);
    }
    const auto parameter = find_parameter(ref.parameter, ast::Type::Kind::integer);
    if (!parameter) return {{}, unsound(type)};
    return built(model::ParameterValue{*parameter}, type, ref.parameter.span);
}

std::optional<model::LengthSource> ExpressionChecker::length(const ast::LengthRef& ref) {
    if (ref.length) return model::LengthSource{*ref.length, {}};
    const auto parameter = find_parameter(ref.parameter, ast::Type::Kind::duration);
    if (!parameter) return std::nullopt;
    return model::LengthSource{{0, context_.rules.parameter(*parameter).unit}, *parameter};
}

}  // namespace wegwijzer::checking
