// Which events: the series, the filter, and what may stand behind a filter without parentheses.
#include <algorithm>

#include "dsl/check/expressions.h"

namespace wegwijzer::checking {

// ---- the series -----------------------------------------------------------------------------------------------------

std::optional<ExpressionChecker::Series> ExpressionChecker::series_named(const ast::Selection& selection) const {
    const std::string& name = selection.series.text;
    Series series;
    series.words = selection.series_is_signal_word ? context_.quote(selection.series.span) : name;
    const auto is = [&](Word singular, Word plural) {
        return name == spelling(singular, file_.language) || name == spelling(plural, file_.language);
    };
    if (const Symbol* symbol = context_.symbols.series.find(name)) {
        series.id = SeriesId{symbol->index};
        return series;
    }
    if (selection.series_is_signal_word || is(Word::signal, Word::signals)) {
        series.kind = Series::Kind::signals;
    } else if (is(Word::followup, Word::followups)) {
        series.kind = Series::Kind::followups;
        series.id = context_.schema.followups;
    } else if (is(Word::consent, Word::consents)) {
        series.kind = Series::Kind::consents;
        series.id = context_.schema.consents;
    } else {
        return std::nullopt;
    }
    return series;
}

std::optional<ExpressionChecker::Series> ExpressionChecker::find_series(const ast::Selection& selection) {
    const ast::Name& name = selection.series;
    if (name.text.empty() && !selection.series_is_signal_word) return std::nullopt;
    auto series = series_named(selection);
    if (!series) {
        std::vector<std::string> candidates = context_.symbols.series.names();
        if (place_ == Place::policy || place_ == Place::goal) candidates.push_back(word(file_, Word::signals));
        candidates.push_back(word(file_, Word::followups));
        if (place_ == Place::policy) candidates.push_back(word(file_, Word::consents));
        context_.report_unknown(name, NameKind::series, candidates);
        return std::nullopt;
    }
    switch (series->kind) {
        case Series::Kind::declared:
        case Series::Kind::followups: break;
        case Series::Kind::signals:
            if (!allow_signals(name.span)) return std::nullopt;
            break;
        case Series::Kind::consents:
            if (place_ != Place::policy) context_.report(Code::F170, name.span, {word(file_, Word::policy)});
            break;
    }
    return series;
}

model::Selection ExpressionChecker::selection(const ast::Selection& selection, const Series& series,
                                              bool without_period) {
    model::Selection result;
    if (selection.filter) result.filter = filter(*selection.filter, series);
    if (selection.period && !without_period) {
        if (series.kind == Series::Kind::signals) {
            context_.report(
                Code::F079, selection.period->span,
                {series.words, plain("het zijn de actieve signalen van nu", "they are the active signals of now"),
                 context_.quote(selection.period->span)});
        } else {
            result.period = period(*selection.period);
        }
    }
    result.series = series.id;  // none for signalen
    return result;
}

model::ExprId ExpressionChecker::filter(const ast::Filter& filter, const Series& series) {
    filters_.push_back(series);
    const model::ExprId result = condition(filter.condition);
    filters_.pop_back();
    return result;
}

// ---- behind a filter without parentheses ----------------------------------------------------------------------------

// `aantal toetsen met cijfer < 5,5 / aantal toetsen`.
void ExpressionChecker::report_filter_sign(const ast::Selection& selection, Span aggregate) {
    if (!selection.filter || selection.filter->parenthesized || !selection.filter->followed_by.has_place()) return;
    const Span sign_span = selection.filter->followed_by;
    const std::string sign = context_.quote(sign_span);
    if (sign != "+" && sign != "-" && sign != "*" && sign != "/") return;
    const std::uint32_t end = std::min(aggregate.end, sign_span.begin);
    context_.report(Code::F073, sign_span, {sign, context_.quote({aggregate.source, aggregate.begin, end})});
}

// `aantal gesprekken met nuttig >= 3`: the filter takes a comparison that can only be meant for the aggregate.
bool ExpressionChecker::report_taken_comparison(const ast::Selection& selection, const Series& series, Span aggregate) {
    if (!selection.filter || selection.filter->parenthesized) return false;
    const auto* inverse = std::get_if<ast::Not>(&file_.expr(selection.filter->condition).node);
    const ast::ExprId inside = inverse != nullptr ? inverse->operand : selection.filter->condition;
    const auto* comparison = std::get_if<ast::Compare>(&file_.expr(inside).node);
    if (comparison == nullptr) return false;
    const auto* name = std::get_if<ast::NameRef>(&file_.expr(comparison->left).node);
    const ast::Expr& right = file_.expr(comparison->right);
    const bool is_amount = std::holds_alternative<ast::NumberLiteral>(right.node) ||
                           std::holds_alternative<ast::DurationLiteral>(right.node);
    if (name == nullptr || !is_amount) return false;
    const auto field = field_in(series, name->name.text);
    if (!field || field->type.kind() != model::ValueKind::boolean) return false;

    const std::uint32_t begin = file_.expr(selection.filter->condition).span.begin;
    const Span left{aggregate.source, begin, name->name.span.end};
    const Span taken{aggregate.source, comparison->op_span.begin, right.span.end};
    std::string proposal =
        context_.quote({aggregate.source, aggregate.begin, begin}) + " (" + context_.quote(left) + ")";
    if (selection.period) proposal += " " + context_.quote(selection.period->span);
    context_.report(Code::F191, taken,
                    {context_.quote(taken), name->name.text, proposal + " " + context_.quote(taken)});
    return true;
}

namespace {

// Calls visit for the parts of an expression outside aggregates and their filters; stops when it returns true.
template <class Visit>
bool visit_parts(const ast::File& file, ast::ExprId id, Visit&& visit) {
    if (id.is_none()) return false;
    const auto& node = file.expr(id).node;
    if (visit(id)) return true;
    const auto down = [&](ast::ExprId child) { return visit_parts(file, child, visit); };
    const auto any = [&](const std::vector<ast::ExprId>& ids) { return std::any_of(ids.begin(), ids.end(), down); };
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) return down(inner->inner);
    if (const auto* negated = std::get_if<ast::Negate>(&node)) return down(negated->operand);
    if (const auto* inverse = std::get_if<ast::Not>(&node)) return down(inverse->operand);
    if (const auto* known = std::get_if<ast::Knownness>(&node)) return down(known->value);
    if (const auto* binary = std::get_if<ast::Binary>(&node)) return down(binary->left) || down(binary->right);
    if (const auto* comparison = std::get_if<ast::Compare>(&node)) {
        return down(comparison->left) || down(comparison->right);
    }
    if (const auto* choice = std::get_if<ast::Conditional>(&node)) {
        return down(choice->condition) || down(choice->if_true) || down(choice->if_false);
    }
    if (const auto* one_of = std::get_if<ast::OneOf>(&node)) return down(one_of->value) || any(one_of->options);
    if (const auto* between = std::get_if<ast::Between>(&node)) {
        return down(between->value) || down(between->low) || down(between->high);
    }
    if (const auto* both = std::get_if<ast::And>(&node)) return any(both->operands);
    if (const auto* either = std::get_if<ast::Or>(&node)) return any(either->operands);
    if (const auto* mixed = std::get_if<ast::MixedAndOr>(&node)) return any(mixed->operands);
    return false;
}

}  // namespace

// The selection in `id` behind whose filter this `en` or `of` stands.
const ast::Selection* ExpressionChecker::open_filter(ast::ExprId id, Span word_span) const {
    const ast::Selection* found = nullptr;
    visit_parts(file_, id, [&](ast::ExprId part) {
        const auto& node = file_.expr(part).node;
        const ast::Selection* selection = nullptr;
        if (const auto* aggregate = std::get_if<ast::Aggregate>(&node)) selection = &aggregate->selection;
        if (const auto* exists = std::get_if<ast::Exists>(&node)) selection = &exists->selection;
        if (selection == nullptr || !selection->filter || selection->filter->parenthesized) return false;
        if (!(selection->filter->followed_by == word_span)) return false;
        found = selection;
        return true;
    });
    return found;
}

const ast::Name* ExpressionChecker::first_field_of(ast::ExprId id, const Series& series) {
    const ast::Name* found = nullptr;
    visit_parts(file_, id, [&](ast::ExprId part) {
        const auto* name = std::get_if<ast::NameRef>(&file_.expr(part).node);
        if (name == nullptr || !field_in(series, name->name.text)) return false;
        found = &name->name;
        return true;
    });
    return found;
}

// `minstens 2 toetsen met vak is "wiskunde" en cijfer < 5,5`.
bool ExpressionChecker::report_filter_word(const ast::Selection& open, const Series& series, ast::ExprId next,
                                           Span word_span) {
    const ast::Name* name = first_field_of(next, series);
    if (name == nullptr) return false;
    const Span inside = file_.expr(open.filter->condition).span;
    const std::string connective = context_.quote(word_span);
    const std::string proposal = word(file_, Word::with) + " (" + context_.quote(inside) + ' ' + connective + ' ' +
                                 context_.quote(file_.expr(next).span) + ')';
    Diagnostic diagnostic;
    diagnostic.code = Code::F074;
    diagnostic.span = word_span;
    diagnostic.arguments = {context_.quote(file_.expr(next).span), name->text, series.words, proposal};
    context_.report(std::move(diagnostic));
    return true;
}

}  // namespace wegwijzer::checking
