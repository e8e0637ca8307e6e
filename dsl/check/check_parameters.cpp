// parameter and stel: values that fit their type, stay within bounds and keep their unit; lines that can never count.
#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/constants.h"
#include "dsl/check/expressions.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

using model::Constant;

namespace {

// A parameter of type duur keeps its unit: `stel termijn in op 10 dagen` doesn't fit one in weeks.
bool keeps_unit(Context& context, const ast::File& file, Span span, const model::Parameter& parameter,
                const Constant& value) {
    const auto* length = std::get_if<Length>(&value);
    if (length == nullptr || length->unit == parameter.unit) return true;
    std::int64_t count = length->count;
    if (length->unit == LengthUnit::days && parameter.unit == LengthUnit::weeks)
        count = std::max<std::int64_t>(1, count / 7);
    if (length->unit == LengthUnit::weeks && parameter.unit == LengthUnit::days) count *= 7;
    context.report(Code::F110, span,
                   {context.quote(span), describe(length->unit), describe(parameter.unit),
                    write_length(file, count, parameter.unit)});
    return false;
}

// The bounds of the type and of `tussen` together.
void narrow(model::Parameter& parameter, const std::optional<Constant>& low, const std::optional<Constant>& high) {
    if (low) {
        const auto order = parameter.lowest ? compare_constants(*parameter.lowest, *low) : std::strong_ordering::less;
        if (order && *order < 0) parameter.lowest = low;
    }
    if (high) {
        const auto order =
            parameter.highest ? compare_constants(*high, *parameter.highest) : std::strong_ordering::less;
        if (order && *order < 0) parameter.highest = high;
    }
}

void check_bounds(Context& context, const Declared<ast::Parameter>& declared, const ast::ParameterClause& clause,
                  const ResolvedType& type, model::Parameter& parameter) {
    const ast::File& file = *declared.file;
    if (clause.low.is_none() || clause.high.is_none() || !type.value.is_sound) return;
    const Span low_span = file.expr(clause.low).span;
    const Span high_span = file.expr(clause.high).span;
    if (!has_order(context, type.value)) {
        const Localized what = describe(type.value);
        context.report(
            Code::F088, clause.span,
            {plain("`" + parameter.name + "` is " + what.nl + ", zonder volgorde",
                   "`" + parameter.name + "` is " + what.en + ", without an order")},
            plain("laat `" + word(file, Word::between) + "` weg", "leave out `" + word(file, Word::between) + "`"));
        return;
    }
    const auto low = check_constant(context, file, clause.low, type, parameter.name);
    const auto high = check_constant(context, file, clause.high, type, parameter.name);
    if (!low || !high) return;
    const bool low_kept = keeps_unit(context, file, low_span, parameter, *low);
    if (!low_kept || !keeps_unit(context, file, high_span, parameter, *high)) return;
    const auto order = compare_constants(*low, *high);
    if (order && *order > 0) {
        context.report(Code::F088, {low_span.source, low_span.begin, high_span.end},
                       {plain("`" + context.quote(low_span) + "` is meer dan `" + context.quote(high_span) + "`",
                              "`" + context.quote(low_span) + "` is more than `" + context.quote(high_span) + "`")});
        return;
    }
    narrow(parameter, low, high);
}

std::string write_constant(const Context& context, const ast::File& file, const ResolvedType& type,
                           const Constant& value) {
    if (const auto* number = std::get_if<Decimal>(&value)) {
        if (type.value.kind() == model::ValueKind::percentage) {
            return write_number(file, Decimal::from_micros(number->micros() * 100)) + '%';
        }
        const std::string& unit = type.value.value.unit;
        return write_number(file, *number) + (unit.empty() ? "" : ' ' + unit);
    }
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
    if (const auto* length = std::get_if<Length>(&value)) return write_length(file, length->count, length->unit);
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        const auto names = values_of(context, type.value, file);
        return choice->index < names.size() ? names[choice->index] : "";
    }
    return {};
}

bool check_within_bounds(Context& context, const ast::File& file, Span span, const Constant& value,
                         const model::Parameter& parameter, const ResolvedType& type, Span declared_at) {
    const auto below = parameter.lowest ? compare_constants(value, *parameter.lowest) : std::nullopt;
    const auto above = parameter.highest ? compare_constants(value, *parameter.highest) : std::nullopt;
    const bool too_low = below && *below < 0;
    const bool outside = too_low || (above && *above > 0);
    if (!outside) return true;
    const std::string low = parameter.lowest ? write_constant(context, file, type, *parameter.lowest) : "…";
    const std::string high = parameter.highest ? write_constant(context, file, type, *parameter.highest) : "…";
    Diagnostic diagnostic;
    diagnostic.code = Code::F109;
    diagnostic.span = span;
    diagnostic.arguments = {context.quote(span), parameter.name,
                            plain("de grenzen zijn " + low + " en " + high, "the bounds are " + low + " and " + high)};
    if (declared_at.has_place()) diagnostic.labels.push_back({declared_at, plain("hier vastgelegd", "laid down here")});
    diagnostic.fix = too_low ? low : high;
    diagnostic.way_out =
        plain("kies een waarde van " + low + " tot en met " + high + ", bijvoorbeeld `" + diagnostic.fix + "`",
              "choose a value from " + low + " to " + high + ", for instance `" + diagnostic.fix + "`");
    context.report(std::move(diagnostic));
    return false;
}

// `percentage = 70 tussen 50 en 90`: three values of one line in the same wrong form are one slip.
void say_once(Context& context, std::size_t first_finding) {
    std::vector<Diagnostic> alike;
    for (std::size_t i = first_finding; i < context.diagnostics.all().size(); ++i)
        if (context.diagnostics.all()[i].code == Code::F087) alike.push_back(context.diagnostics.all()[i]);
    if (alike.size() < 2) return;
    std::sort(alike.begin(), alike.end(),
              [](const Diagnostic& left, const Diagnostic& right) { return left.span.begin < right.span.begin; });
    Diagnostic one = alike.front();
    one.fix.clear();
    for (std::size_t i = 1; i < alike.size(); ++i) {
        const Localized& proposal = alike[i].arguments.back();
        one.arguments.back().nl += (i + 1 < alike.size() ? ", " : " en ") + proposal.nl;
        one.arguments.back().en += (i + 1 < alike.size() ? ", " : " and ") + proposal.en;
        one.labels.push_back({alike[i].span, {}});
    }
    context.diagnostics.remove_since(first_finding, [](const Diagnostic& it) { return it.code == Code::F087; });
    context.report(std::move(one));
}

void check_parameter(Context& context, std::size_t index) {
    const Declared<ast::Parameter>& declared = context.declared.parameters[index];
    const ast::File& file = *declared.file;
    const ResolvedType& type = context.parameter_types[index];
    model::Parameter& parameter = context.rules.parameters[index];
    if (type.field.lowest) parameter.lowest = *type.field.lowest;
    if (type.field.highest) parameter.highest = *type.field.highest;
    OncePerDeclaration once(context);
    const std::size_t first_finding = context.diagnostics.all().size();
    for (const ast::ParameterClause& clause : declared->clauses) {
        switch (clause.kind) {
            case ast::ParameterClause::Kind::between:
                if (once.first_time(word(file, Word::between), clause.span)) {
                    check_bounds(context, declared, clause, type, parameter);
                }
                break;
            case ast::ParameterClause::Kind::source: read_citation(context, clause.source, parameter.sources); break;
            case ast::ParameterClause::Kind::owner:
                if (once.first_time(word(file, Word::owner), clause.span)) parameter.owner = clause.owner.value;
                break;
        }
    }
    parameter.value = check_constant(context, file, declared->value, type, parameter.name);
    if (parameter.value) {
        check_within_bounds(context, file, file.expr(declared->value).span, *parameter.value, parameter, type, {});
    }
    say_once(context, first_finding);
}

// ---- stel -----------------------------------------------------------------------------------------------------------

struct SetLine {
    const Declared<ast::Set>* declared = nullptr;
    std::string condition;  // as written; empty: always
};

void check_set(Context& context, const Declared<ast::Set>& declared, std::vector<std::vector<SetLine>>& lines) {
    const ast::File& file = *declared.file;
    model::Override line;
    line.origin = declared.declaration->span;
    OncePerDeclaration once(context);
    for (const Span condition : declared->conditions) (void)once.first_time(word(file, Word::for_), condition);
    for (const ast::SetClause& clause : declared->clauses) {
        if (const auto* reason = std::get_if<ast::Text>(&clause.value)) {
            if (once.first_time(word(file, Word::because), clause.span)) line.reason = reason->value;
        } else {
            read_justification(once, file, std::get<ast::Justification>(clause.value), clause.span,
                               line.accountability);
        }
    }
    ExpressionChecker checker(context, file, Place::set);
    if (declared->condition) line.condition = checker.condition(declared->condition);

    if (declared->parameter.text.empty()) return;
    const Symbol* symbol = context.symbols.values.find(declared->parameter.text);
    if (symbol == nullptr || symbol->kind != NameKind::parameter) {
        std::vector<std::string> candidates;
        for (const Declared<ast::Parameter>& each : context.declared.parameters) candidates.push_back(each->name.text);
        const Localized other = symbol != nullptr ? noun(symbol->kind) : Localized{};
        context.report_unknown(declared->parameter, NameKind::parameter, candidates,
                               symbol == nullptr
                                   ? Localized{}
                                   : plain("er is wel een " + other.nl + " met deze naam, maar geen parameter",
                                           "there is a " + other.en + " with this name, but no parameter"));
        return;
    }
    model::Parameter& parameter = context.rules.parameters[symbol->index];
    const ast::Parameter& written = *context.declared.parameters[symbol->index].node;
    if (written.value.is_none() && line.reason.empty() && !declared.declaration->incomplete &&
        !context.declared.parameters[symbol->index].declaration->incomplete) {
        context.report(Code::F111, declared->parameter.span, {parameter.name, word(file, Word::because)});
    }
    const auto value = check_parameter_value(context, file, declared->value, symbol->index);
    if (!value) return;
    line.value = *value;
    parameter.overrides.push_back(std::move(line));
    lines[symbol->index].push_back(
        {&declared, declared->condition ? context.quote(file.expr(declared->condition).span) : std::string()});
}

// A line whose condition implies that of a later one never has the last word: a later line without `voor`, or with the
// very same condition.
void warn_about_lines_that_never_count(Context& context, const std::string& parameter,
                                       const std::vector<SetLine>& lines) {
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto later =
            std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(index) + 1, lines.end(), [&](const SetLine& each) {
                if (each.declared->declaration->incomplete) return false;  // its `voor` may be what could not be read
                return each.condition.empty() || each.condition == lines[index].condition;
            });
        if (later == lines.end()) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::W006;
        diagnostic.span = lines[index].declared->declaration->keyword;
        diagnostic.arguments = {parameter};
        diagnostic.labels.push_back(
            {later->declared->declaration->keyword, plain("deze regel geldt dan", "this line holds then")});
        context.report(std::move(diagnostic));
    }
}

void note_open_choice(Context& context, std::size_t index) {
    const Declared<ast::Parameter>& declared = context.declared.parameters[index];
    if (declared->value || declared.declaration->incomplete || declared->name.text.empty()) return;
    if (declared->type.kind == ast::Type::Kind::key) return;  // reported
    const auto& sets = context.declared.sets;
    const bool is_set = std::any_of(sets.begin(), sets.end(), [&](const Declared<ast::Set>& each) {
        return each->parameter.text == declared->name.text && each->condition.is_none();
    });
    if (is_set) return;
    const ast::File& file = *declared.file;
    const std::string line = word(file, Word::set) + ' ' + declared->name.text + ' ' + word(file, Word::set_to) +
                             " … " + word(file, Word::because) + " \"…\"";
    context.report(Code::N001, declared->name.span, {declared->name.text, line});
}

}  // namespace

std::optional<Constant> check_parameter_value(Context& context, const ast::File& file, ast::ExprId id,
                                              std::size_t index) {
    const model::Parameter& parameter = context.rules.parameters[index];
    const ResolvedType& type = context.parameter_types[index];
    auto value = check_constant(context, file, id, type, parameter.name);
    if (!value) return std::nullopt;
    const Span span = file.expr(id).span;
    if (!keeps_unit(context, file, span, parameter, *value)) return std::nullopt;
    const Span declared_at = context.declared.parameters[index]->name.span;
    if (!check_within_bounds(context, file, span, *value, parameter, type, declared_at)) return std::nullopt;
    return value;
}

void check_parameters(Context& context) {
    for (std::size_t index = 0; index < context.declared.parameters.size(); ++index) check_parameter(context, index);
    std::vector<std::vector<SetLine>> lines(context.declared.parameters.size());
    for (const Declared<ast::Set>& declared : context.declared.sets) check_set(context, declared, lines);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        warn_about_lines_that_never_count(context, context.rules.parameters[index].name, lines[index]);
        note_open_choice(context, index);
    }
}

}  // namespace wegwijzer::checking
