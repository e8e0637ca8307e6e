#include "dsl/check/constants.h"

#include <algorithm>

#include "engine/base/decimal.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::checking {

using model::Constant;
using model::ValueKind;

namespace {

class ConstantChecker {
  public:
    ConstantChecker(Context& context, const ast::File& file, const ResolvedType& type, const std::string& name)
        : context_(context), file_(file), type_(type), name_(name) {}

    std::optional<Constant> check(ast::ExprId id) {
        if (id.is_none()) return std::nullopt;
        span_ = file_.expr(id).span;
        ast::ExprId inner = id;
        if (const auto* negated = std::get_if<ast::Negate>(&file_.expr(id).node)) {
            negative_ = true;
            inner = negated->operand;
        }
        const auto& node = file_.expr(inner).node;
        switch (type_.value.kind()) {
            case ValueKind::number:
            case ValueKind::grade: return number(std::get_if<ast::NumberLiteral>(&node), node);
            case ValueKind::points: return points(std::get_if<ast::NumberLiteral>(&node));
            case ValueKind::percentage: return percentage(std::get_if<ast::NumberLiteral>(&node));
            case ValueKind::date:
                if (const auto* date = std::get_if<ast::DateLiteral>(&node)) return Constant{date->date};
                return refuse("`2026-09-01`");
            case ValueKind::duration: return duration(std::get_if<ast::DurationLiteral>(&node));
            case ValueKind::text: return text(node);
            case ValueKind::boolean:
                if (const auto* truth = std::get_if<ast::BoolLiteral>(&node)) return Constant{truth->value};
                return refuse('`' + word(file_, Word::yes) + "` / `" + word(file_, Word::no) + '`');
            case ValueKind::choice: return choice(node);
            case ValueKind::severity: break;
        }
        return std::nullopt;
    }

  private:
    std::optional<Constant> refuse(const std::string& proposal) {
        context_.report(Code::F087, span_,
                        {context_.quote(span_), name_,
                         type_.field.kind == FieldKind::integer ? plain("een geheel getal", "a whole number")
                                                                : describe(type_.value),
                         proposal});
        return std::nullopt;
    }
    [[nodiscard]] Decimal signed_value(Decimal value) const {
        return negative_ ? negate(value).value_or(value) : value;
    }
    [[nodiscard]] std::string sign() const { return negative_ ? "-" : ""; }

    // A grade that is one, whatever was written: 50% of something may be none.
    static constexpr Decimal half_way = Decimal::from_micros(5'500'000);

    std::optional<Constant> number(const ast::NumberLiteral* literal, const decltype(ast::Expr::node)& node) {
        const std::string& unit = type_.value.value.unit;
        Decimal value;
        std::string written_unit;
        if (literal != nullptr) {
            if (literal->invalid) return std::nullopt;
            value = literal->value;
            written_unit = literal->unit;
            const bool fits = literal->kind == ast::NumberLiteral::Kind::plain ||
                              literal->kind == ast::NumberLiteral::Kind::with_unit;
            if (!fits && type_.value.value.kind == ValueKind::grade)
                return refuse('`' + write_number(file_, half_way) + '`');
            if (!fits)
                return refuse('`' + sign() + write_number(file_, value) + (unit.empty() ? "" : ' ' + unit) + '`');
        } else if (const auto* hours = std::get_if<ast::DurationLiteral>(&node);
                   hours != nullptr && hours->length.unit == LengthUnit::hours) {
            value = Decimal::from_integer(hours->length.count);
            written_unit = "uur";
        } else {
            return refuse(unit.empty() ? "`3`" : "`3 " + unit + '`');
        }
        if (written_unit != unit) {
            return refuse('`' + sign() + write_number(file_, value) + (unit.empty() ? "" : ' ' + unit) + '`');
        }
        if (type_.field.kind == FieldKind::integer && !value.is_integer()) {
            return refuse('`' + sign() + std::to_string(value.rounded_to_integer()) + '`');
        }
        return Constant{signed_value(value)};
    }

    std::optional<Constant> percentage(const ast::NumberLiteral* literal) {
        if (literal == nullptr) return refuse("`70%`");
        if (literal->invalid) return std::nullopt;
        if (literal->kind == ast::NumberLiteral::Kind::percent) {
            return Constant{signed_value(Decimal::from_micros(literal->value.micros() / 100))};
        }
        const Decimal one = Decimal::from_integer(1);
        const auto hundredfold = multiply(literal->value, Decimal::from_integer(100));
        const bool fraction = literal->kind == ast::NumberLiteral::Kind::plain && Decimal{} < literal->value &&
                              literal->value < one && hundredfold;
        return refuse('`' + sign() + write_number(file_, fraction ? *hundredfold : literal->value) + "%`");
    }

    std::optional<Constant> points(const ast::NumberLiteral* literal) {
        const std::string unit = ' ' + word(file_, Word::percentage_points);
        if (literal == nullptr) return refuse("`15" + unit + '`');
        if (literal->invalid) return std::nullopt;
        if (literal->kind != ast::NumberLiteral::Kind::points) {
            return refuse('`' + sign() + write_number(file_, literal->value) + unit + '`');
        }
        return Constant{signed_value(Decimal::from_micros(literal->value.micros() / 100))};
    }

    std::optional<Constant> duration(const ast::DurationLiteral* literal) {
        const std::string example = '`' + write_length(file_, 4, LengthUnit::weeks) + '`';
        if (literal == nullptr) return refuse(example);
        const LengthUnit unit = literal->length.unit;
        if (unit == LengthUnit::minutes || unit == LengthUnit::hours) return refuse(example);
        Length length = literal->length;
        if (negative_) length.count = -length.count;
        return Constant{length};
    }

    std::optional<Constant> text(const decltype(ast::Expr::node)& node) {
        if (const auto* literal = std::get_if<ast::TextLiteral>(&node)) return Constant{literal->value};
        if (const auto* name = std::get_if<ast::NameRef>(&node)) {
            if (name->name.text.empty()) return std::nullopt;
            Diagnostic diagnostic;
            diagnostic.code = Code::F032;
            diagnostic.span = span_;
            diagnostic.arguments = {name->name.text, name_};
            diagnostic.fix = '"' + name->name.text + '"';
            context_.report(std::move(diagnostic));
            return std::nullopt;
        }
        return refuse("`\"" + context_.quote(span_) + "\"`");
    }

    std::optional<Constant> choice(const decltype(ast::Expr::node)& node) {
        const std::vector<std::string> values = values_of(context_, type_.value, file_);
        std::string all;
        for (const std::string& each : values) all += (all.empty() ? "`" : ", `") + each + '`';
        if (const auto* literal = std::get_if<ast::TextLiteral>(&node)) {
            const bool known = std::find(values.begin(), values.end(), literal->value) != values.end();
            context_.report(Code::F036, span_, {name_, known ? '`' + literal->value + '`' : all});
            return std::nullopt;
        }
        const auto* name = std::get_if<ast::NameRef>(&node);
        if (name == nullptr) return refuse(all);
        if (name->name.text.empty()) return std::nullopt;
        const auto place = std::find(values.begin(), values.end(), name->name.text);
        if (place != values.end() && !negative_) {
            return Constant{model::ChoiceValue{static_cast<std::uint32_t>(place - values.begin())}};
        }
        Diagnostic diagnostic;
        diagnostic.code = Code::F031;
        diagnostic.span = span_;
        diagnostic.arguments = {name->name.text, name_, all};
        if (const auto meant = did_you_mean(name->name.text, values)) {
            diagnostic.way_out = ask_whether(*meant);
            diagnostic.fix = *meant;
        }
        context_.report(std::move(diagnostic));
        return std::nullopt;
    }

    Context& context_;
    const ast::File& file_;
    const ResolvedType& type_;
    const std::string& name_;
    Span span_;
    bool negative_ = false;
};

}  // namespace

std::optional<Constant> check_constant(Context& context, const ast::File& file, ast::ExprId id,
                                       const ResolvedType& type, const std::string& name) {
    if (!type.value.is_sound) return std::nullopt;
    return ConstantChecker(context, file, type, name).check(id);
}

std::optional<Length> length_literal(const ast::File& file, ast::ExprId id) {
    if (id.is_none()) return std::nullopt;
    const auto* literal = std::get_if<ast::DurationLiteral>(&file.expr(id).node);
    return literal != nullptr ? std::optional<Length>(literal->length) : std::nullopt;
}

std::optional<std::strong_ordering> compare_constants(const Constant& left, const Constant& right) {
    if (left.index() != right.index()) return std::nullopt;
    if (const auto* number = std::get_if<Decimal>(&left)) return *number <=> std::get<Decimal>(right);
    if (const auto* date = std::get_if<Date>(&left)) return *date <=> std::get<Date>(right);
    if (const auto* choice = std::get_if<model::ChoiceValue>(&left))
        return *choice <=> std::get<model::ChoiceValue>(right);
    if (const auto* length = std::get_if<Length>(&left)) {
        const Length& other = std::get<Length>(right);
        if (length->unit == other.unit) return length->count <=> other.count;
    }
    return std::nullopt;
}

}  // namespace wegwijzer::checking
