#include "dsl/check/resolve_types.h"

#include <map>

#include "dsl/check/context.h"
#include "engine/base/decimal.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

void resolve_choices(Context& context, const ast::Type& type, ResolvedType& result) {
    std::map<std::string, Span> names;
    std::map<std::string, Span> spellings;
    std::vector<std::string> in_order;
    const auto report_double = [&](Code code, const std::string& what, Span span, Span first) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.span = span;
        diagnostic.arguments = {what};
        diagnostic.labels.push_back({first, plain("hier ook", "here too")});
        context.report(std::move(diagnostic));
    };
    for (const ast::ChoiceValue& choice : type.choices) {
        if (choice.name.text.empty()) continue;
        const auto [name, new_name] = names.try_emplace(choice.name.text, choice.name.span);
        if (!new_name) {
            report_double(Code::F035, choice.name.text, choice.name.span, name->second);
            continue;
        }
        const std::string& written = choice.written ? choice.written->value : choice.name.text;
        const Span place = choice.written ? choice.written->span : choice.name.span;
        const auto [spelled, new_spelling] = spellings.try_emplace(written, place);
        if (!new_spelling) report_double(Code::F039, written, place, spelled->second);
        in_order.push_back(choice.name.text);
        result.field.choices.push_back({choice.name.text, written});
    }
    result.field.ordered = type.ordered;
    result.value.value.choices = context.domain_of(std::move(in_order), type.ordered);
}

void resolve_bounds(Context& context, const ast::File& file, const ast::Type& type, ResolvedType& result) {
    result.field.lowest = bound_value(file, type.low);
    result.field.highest = bound_value(file, type.high);
    if (!result.field.lowest || !result.field.highest) return;
    const Span low = file.expr(type.low).span;
    const Span high = file.expr(type.high).span;
    if (*result.field.highest < *result.field.lowest) {
        context.report(Code::F088, {low.source, low.begin, high.end},
                       {plain("`" + context.quote(low) + "` is meer dan `" + context.quote(high) + "`",
                              "`" + context.quote(low) + "` is more than `" + context.quote(high) + "`")});
        result.field.lowest.reset();
        result.field.highest.reset();
        return;
    }
    if (type.kind != ast::Type::Kind::integer) return;
    for (const ast::ExprId bound : {type.low, type.high}) {
        if (bound_value(file, bound)->is_integer()) continue;
        const Span span = file.expr(bound).span;
        context.report(Code::F088, span,
                       {plain("`" + context.quote(span) + "` is geen geheel getal",
                              "`" + context.quote(span) + "` is not a whole number")},
                       plain("schrijf een geheel getal", "write a whole number"));
    }
}

}  // namespace

std::optional<Decimal> bound_value(const ast::File& file, ast::ExprId id) {
    if (id.is_none()) return std::nullopt;
    const auto& node = file.expr(id).node;
    if (const auto* negated = std::get_if<ast::Negate>(&node)) {
        const auto inner = bound_value(file, negated->operand);
        return inner ? negate(*inner) : std::nullopt;
    }
    const auto* number = std::get_if<ast::NumberLiteral>(&node);
    if (number == nullptr || number->invalid) return std::nullopt;
    return number->value;
}

ResolvedType resolve_type(Context& context, const ast::File& file, const ast::Type& type) {
    ResolvedType result;
    switch (type.kind) {
        case ast::Type::Kind::key:
            result.field.kind = FieldKind::key;
            result.value = type_of(ValueKind::text);
            break;
        case ast::Type::Kind::text:
            result.field.kind = FieldKind::text;
            result.value = type_of(ValueKind::text);
            break;
        case ast::Type::Kind::number:
            result.field.kind = FieldKind::number;
            result.field.unit = type.unit ? type.unit->text : "";
            result.value = number_in(result.field.unit);
            resolve_bounds(context, file, type, result);
            break;
        case ast::Type::Kind::integer:
            result.field.kind = FieldKind::integer;
            result.value = number_in("");
            resolve_bounds(context, file, type, result);
            break;
        case ast::Type::Kind::grade:
            result.field.kind = FieldKind::grade;
            result.field.lowest = Decimal::from_integer(1);
            result.field.highest = Decimal::from_integer(10);
            result.value = type_of(ValueKind::grade);
            break;
        case ast::Type::Kind::percentage:
            result.field.kind = FieldKind::percentage;
            result.field.as_fraction = type.as_fraction;
            result.value = type_of(ValueKind::percentage);
            break;
        case ast::Type::Kind::date:
            result.field.kind = FieldKind::date;
            result.value = type_of(ValueKind::date);
            break;
        case ast::Type::Kind::duration:
            result.field.kind = FieldKind::duration;
            result.value = type_of(ValueKind::duration);
            break;
        case ast::Type::Kind::boolean:
            result.field.kind = FieldKind::boolean;
            result.value = type_of(ValueKind::boolean);
            break;
        case ast::Type::Kind::choice:
            result.field.kind = FieldKind::choice;
            result.value = type_of(ValueKind::choice);
            resolve_choices(context, type, result);
            break;
    }
    return result;
}

}  // namespace wegwijzer::checking
