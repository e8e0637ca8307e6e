// + - * / and the minus sign: units, percentages and dates (language.md section 3).
#include "dsl/check/expressions.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

model::ArithmeticOp op_of(ast::BinaryOp op) {
    switch (op) {
        case ast::BinaryOp::add: return model::ArithmeticOp::add;
        case ast::BinaryOp::subtract: return model::ArithmeticOp::subtract;
        case ast::BinaryOp::multiply: return model::ArithmeticOp::multiply;
        case ast::BinaryOp::divide: return model::ArithmeticOp::divide;
    }
    return model::ArithmeticOp::add;
}

// The same kind and unit, as a value of its own.
Type with_value(const Type& type) {
    Type result;
    result.value = type.value;
    return result;
}

Type ratio() {
    Type type = number_in("");
    type.is_ratio = true;
    return type;
}

}  // namespace

std::optional<Type> ExpressionChecker::sum_type(const Type& left, const Type& right, bool subtract) {
    const ValueKind a = left.kind();
    const ValueKind b = right.kind();
    if (left.is_numeric() && right.is_numeric()) {
        if (left.value.unit != right.value.unit) return std::nullopt;
        return number_in(left.value.unit);
    }
    if (a == ValueKind::percentage && b == ValueKind::percentage) {
        return type_of(subtract ? ValueKind::points : ValueKind::percentage);
    }
    if (a == ValueKind::points && b == ValueKind::points) return type_of(ValueKind::points);
    if (a == ValueKind::percentage && b == ValueKind::points) return type_of(ValueKind::percentage);
    if (a == ValueKind::points && b == ValueKind::percentage && !subtract) return type_of(ValueKind::percentage);
    if (a == ValueKind::date && b == ValueKind::date && subtract) return type_of(ValueKind::duration);
    if (a == ValueKind::date && b == ValueKind::duration) return type_of(ValueKind::date);
    if (a == ValueKind::duration && b == ValueKind::date && !subtract) return type_of(ValueKind::date);
    if (a == ValueKind::duration && b == ValueKind::duration) return type_of(ValueKind::duration);
    return std::nullopt;
}

// A percentage is its ratio here; a unit stays with a plain number.
std::optional<Type> ExpressionChecker::product_type(const Type& left, const Type& right) {
    const auto is_plain = [](const Type& type) {
        return type.is_plain_number() || type.kind() == ValueKind::percentage;
    };
    const auto measured = [&](const Type& type) {
        return (type.is_numeric() && !type.value.unit.empty()) || type.kind() == ValueKind::duration ||
               type.kind() == ValueKind::points;
    };
    if (is_plain(left) && is_plain(right)) return number_in("");
    if (is_plain(left) && measured(right)) return with_value(right);
    if (measured(left) && is_plain(right)) return with_value(left);
    return std::nullopt;
}

std::optional<Type> ExpressionChecker::quotient_type(const Type& left, const Type& right) {
    const auto is_plain = [](const Type& type) {
        return type.is_plain_number() || type.kind() == ValueKind::percentage;
    };
    if (is_plain(left) && is_plain(right)) return ratio();
    if (left.kind() == ValueKind::date || right.kind() == ValueKind::date) return std::nullopt;
    if (is_plain(right)) return with_value(left);
    if (left.value == right.value) return ratio();
    return std::nullopt;
}

bool ExpressionChecker::can_calculate_with(ast::ExprId id, const Type& type) {
    if (!type.is_sound) return true;
    const Span span = file_.expr(id).span;
    if (type.calendar_unit) {
        context_.report(Code::F068, span, {context_.quote(span)});
        return false;
    }
    switch (type.kind()) {
        case ValueKind::boolean:
        case ValueKind::text:
        case ValueKind::choice:
        case ValueKind::severity:
            context_.report(Code::F066, span, {context_.quote(span), describe(type)});
            return false;
        default: return true;
    }
}

// `3 maanden`, `-1 jaar`: months or years as written, with their sign.
std::optional<Length> ExpressionChecker::calendar_length(ast::ExprId id) const {
    if (id.is_none()) return std::nullopt;
    const auto& node = file_.expr(id).node;
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) return calendar_length(inner->inner);
    if (const auto* negated = std::get_if<ast::Negate>(&node)) {
        auto length = calendar_length(negated->operand);
        if (length) length->count = -length->count;
        return length;
    }
    if (const auto* duration = std::get_if<ast::DurationLiteral>(&node)) return duration->length;
    return std::nullopt;
}

// date ± N maanden|jaar, or N maanden|jaar + date.
std::optional<Typed> ExpressionChecker::month_shift(const ast::Binary& node, Span span) {
    if (node.op != ast::BinaryOp::add && node.op != ast::BinaryOp::subtract) return std::nullopt;
    const auto in_months = [&](ast::ExprId id) -> std::optional<std::int64_t> {
        const auto length = calendar_length(id);
        if (!length) return std::nullopt;
        if (length->unit == LengthUnit::months) return length->count;
        if (length->unit == LengthUnit::years) return length->count * 12;
        return std::nullopt;
    };
    const auto right_months = in_months(node.right);
    const auto left_months = node.op == ast::BinaryOp::add ? in_months(node.left) : std::nullopt;
    if (!right_months && !left_months) return std::nullopt;
    const Typed date = value(right_months ? node.left : node.right);
    std::int64_t months = right_months ? *right_months : *left_months;
    if (node.op == ast::BinaryOp::subtract) months = -months;
    Type type = type_of(ValueKind::date);
    if (date.type.is_sound && date.type.kind() != ValueKind::date) {
        const Span wrong = file_.expr(right_months ? node.right : node.left).span;
        context_.report(Code::F068, wrong, {context_.quote(wrong)});
        type.is_sound = false;
    }
    type.is_sound = type.is_sound && date.type.is_sound;
    return built(model::MonthShift{date.id, months}, type, span);
}

// A `*` or `/` outside parentheses.
bool ExpressionChecker::holds_bare_product(ast::ExprId id) const {
    if (id.is_none()) return false;
    const auto& node = file_.expr(id).node;
    const auto any = [&](const std::vector<ast::ExprId>& ids) {
        for (const ast::ExprId each : ids) {
            if (holds_bare_product(each)) return true;
        }
        return false;
    };
    if (const auto* binary = std::get_if<ast::Binary>(&node)) {
        return binary->op == ast::BinaryOp::multiply || binary->op == ast::BinaryOp::divide ||
               holds_bare_product(binary->left) || holds_bare_product(binary->right);
    }
    if (const auto* negated = std::get_if<ast::Negate>(&node)) return holds_bare_product(negated->operand);
    if (const auto* choice = std::get_if<ast::Conditional>(&node)) {
        return any({choice->condition, choice->if_true, choice->if_false});
    }
    if (const auto* comparison = std::get_if<ast::Compare>(&node)) return any({comparison->left, comparison->right});
    if (const auto* between = std::get_if<ast::Between>(&node))
        return any({between->value, between->low, between->high});
    if (const auto* one_of = std::get_if<ast::OneOf>(&node)) return holds_bare_product(one_of->value);
    if (const auto* known = std::get_if<ast::Knownness>(&node)) return holds_bare_product(known->value);
    if (const auto* inverse = std::get_if<ast::Not>(&node)) return holds_bare_product(inverse->operand);
    if (const auto* both = std::get_if<ast::And>(&node)) return any(both->operands);
    if (const auto* either = std::get_if<ast::Or>(&node)) return any(either->operands);
    return false;
}

Typed ExpressionChecker::check_node(const ast::Binary& node, Span span, const Expected& /*expected*/) {
    if (const auto shifted = month_shift(node, span)) return *shifted;
    const Typed left = value(node.left);
    const Typed right = value(node.right);
    model::Arithmetic result;
    result.op = op_of(node.op);
    result.left = left.id;
    result.right = right.id;
    result.single_division =
        node.op == ast::BinaryOp::divide && !holds_bare_product(node.left) && !holds_bare_product(node.right);
    const bool left_fits = can_calculate_with(node.left, left.type);
    const bool right_fits = can_calculate_with(node.right, right.type);
    if (!left_fits || !right_fits || !left.type.is_sound || !right.type.is_sound) {
        return built(result, unsound(), span);
    }
    std::optional<Type> type;
    switch (node.op) {
        case ast::BinaryOp::add: type = sum_type(left.type, right.type, false); break;
        case ast::BinaryOp::subtract: type = sum_type(left.type, right.type, true); break;
        case ast::BinaryOp::multiply: type = product_type(left.type, right.type); break;
        case ast::BinaryOp::divide: type = quotient_type(left.type, right.type); break;
    }
    if (type) return built(result, *type, span);
    report_unlike_operands(node, left.type, right.type);
    return built(result, unsound(), span);
}

void ExpressionChecker::report_unlike_operands(const ast::Binary& node, const Type& left, const Type& right) {
    const bool sum = node.op == ast::BinaryOp::add || node.op == ast::BinaryOp::subtract;
    if (sum && left.is_numeric() && right.is_numeric()) {
        report_units(node.left, left, node.right, right);
        return;
    }
    const Span left_span = file_.expr(node.left).span;
    const Span right_span = file_.expr(node.right).span;
    bool negative = false;
    const ast::NumberLiteral* number = sum ? plain_literal(node.right, negative) : nullptr;
    Localized way_out;
    Span place = node.op_span;
    const bool dated = left.kind() == ValueKind::date || left.kind() == ValueKind::duration;
    if (number != nullptr && dated && number->value.is_integer()) {
        const std::string days = write_length(file_, number->value.rounded_to_integer(), LengthUnit::days);
        way_out = plain("schrijf `" + days + "`", "write `" + days + "`");
        place = right_span;
    } else if (number != nullptr && (left.kind() == ValueKind::percentage || left.kind() == ValueKind::points)) {
        const std::string proposal = proposed_percentage(node.right, true);
        way_out = plain("schrijf `" + proposal + "`", "write `" + proposal + "`");
        place = right_span;
    }
    if (way_out.empty() && !sum) {
        way_out = plain("gebruik een gewoon getal of een percentage", "use a plain number or a percentage");
    } else if (way_out.empty() && (left.kind() == ValueKind::date || right.kind() == ValueKind::date)) {
        way_out = plain("bij een datum kan een duur op of af; twee datums geven samen alleen een verschil",
                        "a duration can be added to a date or taken off; two dates together give only a difference");
    }
    Diagnostic diagnostic;
    diagnostic.code = Code::F067;
    diagnostic.span = place;
    diagnostic.arguments = {context_.quote(node.op_span), context_.quote(left_span), context_.quote(right_span),
                            describe(left), describe(right)};
    diagnostic.way_out = way_out;
    context_.report(std::move(diagnostic));
}

Typed ExpressionChecker::check_node(const ast::Negate& node, Span span, const Expected& /*expected*/) {
    const Typed operand = value(node.operand);
    Type type = operand.type;
    const Span operand_span = node.operand ? file_.expr(node.operand).span : span;
    if (type.is_sound && type.kind() == ValueKind::date) {
        context_.report(Code::F066, operand_span, {context_.quote(operand_span), describe(type)});
        type.is_sound = false;
    } else if (type.is_sound && !type.calendar_unit && !can_calculate_with(node.operand, type)) {
        type.is_sound = false;
    }
    if (type.kind() == ValueKind::grade) type.value.kind = ValueKind::number;
    return built(model::Negation{operand.id}, type, span);
}

}  // namespace wegwijzer::checking
