// Both sides of a comparison: the same kind of value, the same unit, an order where one is asked for.
#include "dsl/check/expressions.h"
#include "dsl/check/habits.h"
#include "engine/base/date.h"
#include "engine/base/decimal.h"

namespace wegwijzer::checking {

using model::ValueKind;

model::CompareOp op_of(ast::CompareOp op) {
    switch (op) {
        case ast::CompareOp::less: return model::CompareOp::less;
        case ast::CompareOp::less_equal: return model::CompareOp::less_equal;
        case ast::CompareOp::greater: return model::CompareOp::greater;
        case ast::CompareOp::greater_equal: return model::CompareOp::greater_equal;
        case ast::CompareOp::equal: return model::CompareOp::equal;
        case ast::CompareOp::not_equal: return model::CompareOp::not_equal;
    }
    return model::CompareOp::equal;
}

namespace {

// About as many days, and never so few that a rule would come earlier than was meant by a day or two.
std::int64_t roughly_in_days(std::int64_t count, LengthUnit unit) {
    switch (unit) {
        case LengthUnit::months: return count * 28;
        case LengthUnit::years: return count * 365;
        case LengthUnit::weeks:
        case LengthUnit::teaching_weeks: return count * 7;
        case LengthUnit::working_days: return (count * 7 + 4) / 5;
        default: return count;
    }
}

}  // namespace

std::pair<Typed, Typed> ExpressionChecker::sides(ast::ExprId left, ast::ExprId right) {
    const auto expected = [&](const Typed& side, ast::ExprId id) {
        if (id.is_none()) return Expected{side.type, {}, false};
        return Expected{side.type, context_.quote(file_.expr(id).span),
                        std::holds_alternative<ast::TextLiteral>(file_.expr(id).node)};
    };
    if (needs_other_side(left) && !needs_other_side(right)) {
        const Typed on_right = value(right);
        return {value(left, expected(on_right, right)), on_right};
    }
    Typed on_left = value(left);
    const Typed on_right = value(right, expected(on_left, left));
    // `hoog < ernst`, where hoog is a field as well: beside a keuze the value comes first, on either side.
    if (on_left.type.is_sound && !on_left.type.is_choice() && on_right.type.is_sound && on_right.type.is_choice()) {
        if (const auto* name = std::get_if<ast::NameRef>(&file_.expr(left).node)) {
            if (const auto choice = choice_value(name->name, on_right.type)) on_left = *choice;
        }
    }
    return {on_left, on_right};
}

Typed ExpressionChecker::check_node(const ast::Compare& node, Span span, const Expected& /*expected*/) {
    const auto [left, right] = sides(node.left, node.right);
    const bool ordered = node.op != ast::CompareOp::equal && node.op != ast::CompareOp::not_equal;
    compare(node.left, left, node.right, right, ordered, node.op_span);
    warn_outside_bounds(node.left, left, node.right, context_.quote(node.op_span));
    return built(model::Comparison{op_of(node.op), left.id, right.id}, type_of(ValueKind::boolean), span);
}

// A list of one value is reported where it was read.
Typed ExpressionChecker::check_node(const ast::OneOf& node, Span span, const Expected& /*expected*/) {
    model::OneOf result;
    result.negated = node.negated;
    const Typed subject = value(node.value);
    result.value = subject.id;
    const Expected expected{subject.type, context_.quote(file_.expr(node.value).span), false};
    for (const ast::ExprId option : node.options) {
        const Typed each = value(option, expected);
        compare(node.value, subject, option, each, false, {});
        result.options.push_back(each.id);
    }
    return built(std::move(result), type_of(ValueKind::boolean), span);
}

Typed ExpressionChecker::check_node(const ast::Between& node, Span span, const Expected& /*expected*/) {
    const Typed subject = value(node.value);
    const Expected expected{subject.type, context_.quote(file_.expr(node.value).span), false};
    const Typed low = value(node.low, expected);
    const Typed high = value(node.high, expected);
    const std::size_t before = context_.diagnostics.all().size();
    compare(node.value, subject, node.low, low, true, {});
    // What is wrong with one end is mostly wrong with both.
    if (context_.diagnostics.all().size() == before) compare(node.value, subject, node.high, high, true, {});
    return built(model::Between{subject.id, low.id, high.id, node.negated}, type_of(ValueKind::boolean), span);
}

// ---- the rules of section 3 -----------------------------------------------------------------------------------------

const ast::NumberLiteral* ExpressionChecker::plain_literal(ast::ExprId id, bool& negative) const {
    if (id.is_none()) return nullptr;
    const auto& node = file_.expr(id).node;
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) return plain_literal(inner->inner, negative);
    if (const auto* negated = std::get_if<ast::Negate>(&node)) {
        negative = !negative;
        return plain_literal(negated->operand, negative);
    }
    const auto* number = std::get_if<ast::NumberLiteral>(&node);
    return number != nullptr && number->kind == ast::NumberLiteral::Kind::plain ? number : nullptr;
}

// `70` and `0,7` are both meant as 70%; of `1` there is no telling.
std::string ExpressionChecker::proposed_percentage(ast::ExprId id, bool points) const {
    bool negative = false;
    const ast::NumberLiteral* number = plain_literal(id, negative);
    if (number == nullptr) return {};
    const auto write = [&](Decimal value) {
        return std::string(negative ? "-" : "") + write_number(file_, value) +
               (points ? ' ' + word(file_, Word::percentage_points) : "%");
    };
    const Decimal one = Decimal::from_integer(1);
    const auto hundredfold = multiply(number->value, Decimal::from_integer(100));
    if (number->value == one && number->decimals == 0) {
        return write(one) + (file_.language == Language::nl ? "` of `" : "` or `") + write(Decimal::from_integer(100));
    }
    if (Decimal{} < number->value && number->value <= one && hundredfold) return write(*hundredfold);
    return write(number->value);
}

void ExpressionChecker::compare(ast::ExprId left_id, const Typed& left, ast::ExprId right_id, const Typed& right,
                                bool ordered, Span op_span) {
    const Type& a = left.type;
    const Type& b = right.type;
    if (!a.is_sound || !b.is_sound || left_id.is_none() || right_id.is_none()) return;
    const Span a_span = file_.expr(left_id).span;
    const Span b_span = file_.expr(right_id).span;
    if (compare_in_days(left_id, a, right_id, b)) return;
    if (a.kind() == ValueKind::percentage || b.kind() == ValueKind::percentage || a.kind() == ValueKind::points ||
        b.kind() == ValueKind::points) {
        compare_percentages(left_id, a, right_id, b);
        return;
    }
    if (a.is_numeric() && b.is_numeric()) {
        if (a.value.unit != b.value.unit) report_units(left_id, a, right_id, b);
        return;
    }
    const bool same_kind = a.kind() == b.kind();
    const bool same_values =
        a.kind() != ValueKind::choice || values_of(context_, a, file_) == values_of(context_, b, file_);
    if (!same_kind || !same_values) {
        report_mismatch(a_span, a, b_span, b);
        return;
    }
    if (!ordered || (has_order(context_, a) && has_order(context_, b))) return;
    const Span place = op_span.has_place() ? op_span : a_span;
    const std::string asked = op_span.has_place() ? context_.quote(op_span) : word(file_, Word::between);
    context_.report(Code::F065, place, {context_.quote(a_span), asked, describe(a)},
                    a.kind() == ValueKind::choice
                        ? plain("zet `" + word(file_, Word::ascending) + "` achter de keuze, of gebruik `is een van`",
                                "put `" + word(file_, Word::ascending) + "` behind the choice, or use `is one of`")
                        : Localized{});
}

// Durations: whole days against whole days. True when it was about a duration, and settled.
bool ExpressionChecker::compare_in_days(ast::ExprId left_id, const Type& left, ast::ExprId right_id,
                                        const Type& right) {
    const bool left_duration = left.kind() == ValueKind::duration;
    const bool right_duration = right.kind() == ValueKind::duration;
    if (!left_duration && !right_duration) return false;
    if (left_duration && right_duration) {
        if (!left.calendar_unit && !right.calendar_unit) return true;
        const ast::ExprId wrong = right.calendar_unit ? right_id : left_id;
        const auto length = calendar_length(wrong);
        const Span span = file_.expr(wrong).span;
        const std::int64_t days = length ? roughly_in_days(length->count, length->unit) : 28;
        context_.report(Code::F063, span, {context_.quote(span), write_length(file_, days, LengthUnit::days)});
        return true;
    }
    const ast::ExprId other = left_duration ? right_id : left_id;
    const Type& other_type = left_duration ? right : left;
    if (!other_type.is_plain_number()) return false;
    const Span number = file_.expr(other).span;
    const Span duration = file_.expr(left_duration ? left_id : right_id).span;
    bool negative = false;
    const ast::NumberLiteral* literal = plain_literal(other, negative);
    std::string proposal = write_length(file_, 28, LengthUnit::days);
    if (literal != nullptr && literal->value.is_integer()) {
        proposal = write_length(file_, literal->value.rounded_to_integer(), LengthUnit::days);
    }
    context_.report(Code::F062, number, {context_.quote(number), context_.quote(duration), proposal},
                    literal != nullptr ? Localized{}
                                       : plain("vergelijk met een duur, zoals `" + proposal + "`",
                                               "compare with a duration, such as `" + proposal + "`"));
    return true;
}

void ExpressionChecker::compare_percentages(ast::ExprId left_id, const Type& left, ast::ExprId right_id,
                                            const Type& right) {
    if (left.kind() == right.kind()) return;
    const bool left_is_one = left.kind() == ValueKind::percentage || left.kind() == ValueKind::points;
    const bool right_is_one = right.kind() == ValueKind::percentage || right.kind() == ValueKind::points;
    if (left_is_one && right_is_one) {
        report_points_against_percentage(left_id, left, right_id);
        return;
    }
    const Type& one = left_is_one ? left : right;
    const Type& other = left_is_one ? right : left;
    const ast::ExprId one_id = left_is_one ? left_id : right_id;
    const ast::ExprId other_id = left_is_one ? right_id : left_id;
    const bool points = one.kind() == ValueKind::points;
    if (!points && other.is_ratio) return;  // 0,75 is 75%
    const Span one_span = file_.expr(one_id).span;
    const Span other_span = file_.expr(other_id).span;
    if (!other.is_plain_number()) {
        report_mismatch(file_.expr(left_id).span, left, file_.expr(right_id).span, right);
        return;
    }
    const std::string proposal = proposed_percentage(other_id, points);
    if (points) {
        context_.report(
            Code::F064, other_span,
            {context_.quote(one_span), context_.quote(other_span), describe(one), describe(other)},
            proposal.empty() ? Localized{} : plain("schrijf `" + proposal + "`", "write `" + proposal + "`"));
        return;
    }
    context_.report(Code::F014, other_span, {context_.quote(other_span), context_.quote(one_span), proposal},
                    proposal.empty() ? plain("vergelijk met een percentage, of deel door het geheel: `… / …`",
                                             "compare with a percentage, or divide by the whole: `… / …`")
                                     : Localized{});
}

void ExpressionChecker::report_points_against_percentage(ast::ExprId left_id, const Type& left, ast::ExprId right_id) {
    const auto literal_text = [&](ast::ExprId id) -> std::string {
        bool negative = false;
        ast::ExprId at = id;
        while (true) {
            const auto& node = file_.expr(at).node;
            if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) {
                at = inner->inner;
            } else if (const auto* negated = std::get_if<ast::Negate>(&node)) {
                negative = !negative;
                at = negated->operand;
            } else if (const auto* number = std::get_if<ast::NumberLiteral>(&node)) {
                return (negative ? "-" : "") + write_number(file_, number->value);
            } else {
                return {};
            }
        }
    };
    // The literal is what was written in the wrong unit.
    const bool right_is_literal = !literal_text(right_id).empty();
    const ast::ExprId wrong = right_is_literal || literal_text(left_id).empty() ? right_id : left_id;
    const ast::ExprId other = wrong == right_id ? left_id : right_id;
    const bool wrong_is_points = (wrong == left_id) == (left.kind() == ValueKind::points);
    const std::string number = literal_text(wrong);
    const std::string proposal = wrong_is_points ? number + '%' : number + ' ' + word(file_, Word::percentage_points);
    const Span span = file_.expr(wrong).span;
    context_.report(Code::F060, span, {context_.quote(file_.expr(other).span), context_.quote(span), proposal},
                    number.empty() ? plain("vergelijk procentpunten met procentpunten",
                                           "compare percentage points with percentage points")
                                   : Localized{});
}

void ExpressionChecker::report_units(ast::ExprId left_id, const Type& left, ast::ExprId right_id, const Type& right) {
    const Span left_span = file_.expr(left_id).span;
    const Span right_span = file_.expr(right_id).span;
    bool negative = false;
    const bool right_plain = plain_literal(right_id, negative) != nullptr;
    const bool left_plain = !right_plain && plain_literal(left_id, negative) != nullptr;
    const Span wrong = left_plain ? left_span : right_span;
    Localized way_out;
    if (right_plain || left_plain) {
        const std::string written = context_.quote(wrong) + ' ' + (left_plain ? right.value.unit : left.value.unit);
        way_out = plain("schrijf `" + written + "`", "write `" + written + "`");
    }
    context_.report(Code::F061, wrong,
                    {context_.quote(left_span), context_.quote(right_span), describe(left), describe(right)}, way_out);
}

void ExpressionChecker::report_mismatch(Span left_span, const Type& left, Span right_span, const Type& right) {
    const std::string right_words = context_.quote(right_span);
    Localized way_out;
    std::string fix;
    if (right.kind() == ValueKind::text && right_words.size() >= 2 && right_words.front() == '"') {
        const std::string inner = right_words.substr(1, right_words.size() - 2);
        fix = meant_literal(file_, left, inner);
        if (!fix.empty()) way_out = plain("schrijf `" + fix + "`", "write `" + fix + "`");
        if (inner.empty()) {
            const std::string asked =
                context_.quote(left_span) + ' ' + word(file_, Word::is) + ' ' + word(file_, Word::unknown);
            way_out = plain("schrijf `" + asked + "`", "write `" + asked + "`");
        }
    }
    if (left.kind() == ValueKind::boolean && (right_words == "1" || right_words == "0")) {
        fix = word(file_, right_words == "1" ? Word::yes : Word::no);
        way_out = plain("schrijf `" + fix + "`", "write `" + fix + "`");
    }
    if (left.kind() == ValueKind::text && right.kind() != ValueKind::text) {
        way_out = plain("schrijf `\"" + right_words + "\"`, of vergelijk met een tekst",
                        "write `\"" + right_words + "\"`, or compare with a text");
    }
    Diagnostic diagnostic;
    diagnostic.code = Code::F064;
    diagnostic.span = right_span;
    diagnostic.arguments = {context_.quote(left_span), right_words, describe(left), describe(right)};
    diagnostic.way_out = way_out;
    diagnostic.fix = fix;
    context_.report(std::move(diagnostic));
}

// `cijfer < 55`: what is read never comes that far.
void ExpressionChecker::warn_outside_bounds(ast::ExprId left_id, const Typed& left, ast::ExprId right_id,
                                            std::string_view op) {
    if (left_id.is_none() || right_id.is_none() || !left.type.is_sound || !left.type.is_numeric()) return;
    const auto* name = std::get_if<ast::NameRef>(&file_.expr(left_id).node);
    bool negative = false;
    const auto* number = std::get_if<ast::NumberLiteral>(&file_.expr(right_id).node);
    if (number == nullptr || number->kind == ast::NumberLiteral::Kind::with_unit)
        number = plain_literal(right_id, negative);
    if (number == nullptr) return;
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    if (left.type.kind() == ValueKind::grade) {
        low = Decimal::from_integer(1);
        high = Decimal::from_integer(10);
    } else if (const auto looked = name != nullptr ? look_up(name->name.text) : std::nullopt) {
        const Field* field = nullptr;
        if (const auto* student = std::get_if<model::StudentFieldValue>(&looked->node))
            field = &context_.schema.field(student->field);
        if (const auto* event = std::get_if<model::EventFieldValue>(&looked->node))
            field = &context_.schema.series_of(event->series).fields[event->field.index()];
        if (field == nullptr) return;
        low = field->type.lowest;
        high = field->type.highest;
    }
    const Decimal value = negative ? negate(number->value).value_or(number->value) : number->value;
    const bool below = low && value < *low;
    const bool above = high && *high < value;
    if (!below && !above) return;
    const bool asks_less = op.starts_with('<') && op != "<>";
    const bool always = op == "<>" || (above && asks_less) || (below && op.starts_with('>'));
    const Span span = file_.expr(right_id).span;
    const std::string from = low ? write_number(file_, *low) : "…";
    const std::string to = high ? write_number(file_, *high) : "…";
    const std::string between = from + ' ' + word(file_, Word::to) + ' ' + to;
    const std::string said = context_.quote({span.source, file_.expr(left_id).span.begin, span.end});
    Diagnostic diagnostic;
    diagnostic.code = Code::W108;
    diagnostic.span = span;
    diagnostic.arguments = {said, always ? plain("altijd", "always") : plain("nooit", "never"),
                            context_.quote(file_.expr(left_id).span), between};
    // 55 for 5,5: a grade on another scale.
    const Decimal tenth = Decimal::from_micros(value.micros() / 10);
    if (left.type.kind() == ValueKind::grade && above && Decimal::from_integer(2) <= tenth && tenth <= *high) {
        diagnostic.fix = write_number(file_, tenth);
        diagnostic.way_out = plain("bedoelt u `" + diagnostic.fix + "`?", "do you mean `" + diagnostic.fix + "`?");
    }
    context_.report(std::move(diagnostic));
}

}  // namespace wegwijzer::checking
