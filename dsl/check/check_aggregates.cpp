// aggregaat and bestaan: what a function can be taken of, and what it gives.
#include "dsl/check/expressions.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

model::AggregateFunction function_of(ast::AggregateKind kind) {
    switch (kind) {
        case ast::AggregateKind::count: return model::AggregateFunction::count;
        case ast::AggregateKind::count_distinct: return model::AggregateFunction::count_distinct;
        case ast::AggregateKind::sum: return model::AggregateFunction::sum;
        case ast::AggregateKind::average: return model::AggregateFunction::average;
        case ast::AggregateKind::highest: return model::AggregateFunction::highest;
        case ast::AggregateKind::lowest: return model::AggregateFunction::lowest;
        case ast::AggregateKind::first: return model::AggregateFunction::first;
        case ast::AggregateKind::last: return model::AggregateFunction::last;
        case ast::AggregateKind::change: return model::AggregateFunction::change;
        case ast::AggregateKind::time_since_last: return model::AggregateFunction::time_since_last;
        case ast::AggregateKind::longest_run: return model::AggregateFunction::longest_run;
        case ast::AggregateKind::longest_run_days: return model::AggregateFunction::longest_run_days;
    }
    return model::AggregateFunction::count;
}

Word word_of(ast::AggregateKind kind) {
    switch (kind) {
        case ast::AggregateKind::count: return Word::count;
        case ast::AggregateKind::count_distinct: return Word::count_distinct;
        case ast::AggregateKind::sum: return Word::sum;
        case ast::AggregateKind::average: return Word::average;
        case ast::AggregateKind::highest: return Word::highest;
        case ast::AggregateKind::lowest: return Word::lowest;
        case ast::AggregateKind::first: return Word::first;
        case ast::AggregateKind::last: return Word::last;
        case ast::AggregateKind::change: return Word::change_of;
        case ast::AggregateKind::time_since_last: return Word::time_since_last;
        case ast::AggregateKind::longest_run: return Word::longest_run;
        case ast::AggregateKind::longest_run_days: return Word::longest_run_days;
    }
    return Word::count;
}

bool needs_field(ast::AggregateKind kind) {
    switch (kind) {
        case ast::AggregateKind::count:
        case ast::AggregateKind::time_since_last:
        case ast::AggregateKind::longest_run:
        case ast::AggregateKind::longest_run_days: return false;
        default: return true;
    }
}

Type result_type(ast::AggregateKind kind, const Type& field) {
    switch (kind) {
        case ast::AggregateKind::count:
        case ast::AggregateKind::count_distinct:
        case ast::AggregateKind::longest_run:
        case ast::AggregateKind::longest_run_days: return number_in("");
        case ast::AggregateKind::time_since_last: return type_of(ValueKind::duration);
        case ast::AggregateKind::change:
            if (field.kind() == ValueKind::percentage) return type_of(ValueKind::points);
            if (field.kind() == ValueKind::grade) return number_in("");
            return field;
        default: return field;
    }
}

}  // namespace

// Can this function be taken of a field of this type?
bool ExpressionChecker::check_function(const ast::Aggregate& node, const Type& field) {
    const bool calculates = field.is_numeric() || field.kind() == ValueKind::percentage ||
                            field.kind() == ValueKind::points || field.kind() == ValueKind::duration;
    bool fits = true;
    switch (node.kind) {
        case ast::AggregateKind::sum:
        case ast::AggregateKind::average:
        case ast::AggregateKind::change: fits = calculates; break;
        case ast::AggregateKind::highest:
        case ast::AggregateKind::lowest:
            fits = calculates || field.kind() == ValueKind::date || (field.is_choice() && has_order(context_, field));
            break;
        default: break;
    }
    if (fits) return true;
    const std::string function = word(file_, word_of(node.kind));
    const std::string series = context_.quote(node.selection.series.span);
    Localized way_out = plain("kies een veld met getallen, percentages of duren",
                              "choose a field with numbers, percentages or durations");
    if (field.kind() == ValueKind::boolean) {
        const std::string count = word(file_, Word::count) + ' ' + series;
        const std::string share =
            '(' + count + ' ' + word(file_, Word::with) + ' ' + node.field.text + ") / (" + count + ')';
        way_out = plain("schrijf `" + share + "`", "write `" + share + "`");
    } else if (field.kind() == ValueKind::choice && node.kind != ast::AggregateKind::sum) {
        way_out = plain("zet `" + word(file_, Word::ascending) + "` achter de keuze als de waarden een volgorde hebben",
                        "put `" + word(file_, Word::ascending) + "` behind the choice if its values have an order");
    }
    context_.report(Code::F071, node.field.span, {function, node.field.text, describe(field), way_out});
    return false;
}

// The field that is aggregated; its type is unsound when there is none.
ExpressionChecker::Looked ExpressionChecker::aggregated_field(const ast::Aggregate& node, const Series& series) {
    Looked nothing{model::Literal{false}, unsound(), NameKind::series_field, 0};
    if (node.field.text.empty()) return nothing;
    auto field = field_in(series, node.field.text);
    if (!field) {
        context_.report_unknown(node.field, NameKind::series_field, field_names(series),
                                plain("`" + series.words + "` heeft geen veld met deze naam",
                                      "`" + series.words + "` has no field with this name"));
        return nothing;
    }
    if (!check_function(node, field->type)) field->type.is_sound = false;
    return *field;
}

// `in enige`: only with aantal, som and bestaan.
void ExpressionChecker::refuse_any(const ast::Period& period, const std::string& function) {
    const std::string in_any = word(file_, Word::in_any);
    const auto listed = [&](const char* last) {
        std::string all = '`' + word(file_, Word::count) + '`';
        for (const Word each : {Word::sum, Word::at_least, Word::at_most, Word::exactly})
            all += ", `" + word(file_, each) + '`';
        return all + last + '`' + word(file_, Word::no_event) + '`';
    };
    std::string instead = word(file_, Word::in_last) + ' ' + context_.quote(period.length.span);
    if (period.within_academic_year) instead += context_.quote(period.within_academic_year_span);
    context_.report(Code::F160, {period.span.source, period.span.begin, period.length.span.begin - 1},
                    {in_any, function, instead, plain(listed(" en "), listed(" and "))});
}

// Periods and functions that `signalen` and some functions don't take; true when the period is to be passed over.
bool ExpressionChecker::refuse_period(const ast::Aggregate& node, const Series* series, Span span) {
    const std::string function = word(file_, word_of(node.kind));
    if (series != nullptr && series->kind == Series::Kind::signals) {
        const bool dated =
            node.kind == ast::AggregateKind::first || node.kind == ast::AggregateKind::last ||
            node.kind == ast::AggregateKind::change || node.kind == ast::AggregateKind::time_since_last ||
            node.kind == ast::AggregateKind::longest_run || node.kind == ast::AggregateKind::longest_run_days;
        if (dated) {
            context_.report(Code::F080, span,
                            {function, series->words, word(file_, Word::count) + ' ' + series->words});
            return true;
        }
    }
    const bool takes_any = node.kind == ast::AggregateKind::count || node.kind == ast::AggregateKind::sum;
    if (node.selection.period && node.selection.period->kind == ast::Period::Kind::any && !takes_any) {
        refuse_any(*node.selection.period, function);
        return true;
    }
    // The grammar gives `verandering` its period `in de laatste`, and `tijd sinds laatste` none.
    const auto& period = node.selection.period;
    if (node.kind == ast::AggregateKind::change) return !period || period->kind != ast::Period::Kind::last;
    if (node.kind == ast::AggregateKind::time_since_last && period) {
        context_.report(Code::F079, period->span,
                        {function, plain("het kijkt terug zo ver als nodig is", "it looks back as far as needed"),
                         context_.quote(period->span)});
        return true;
    }
    return false;
}

Typed ExpressionChecker::check_node(const ast::Aggregate& node, Span span, const Expected& /*expected*/) {
    if (refuse_in_filter(span) ||
        refuse_in_set(span, context_.quote(span), plain("dat gaat over gebeurtenissen", "that is about events"))) {
        return {{}, unsound(number_in(""))};
    }
    report_filter_sign(node.selection, span);
    const auto series = find_series(node.selection);
    if (!series) {
        const bool passed = refuse_period(node, nullptr, span);
        if (node.selection.period && !passed) period(*node.selection.period);
        return {{}, unsound(number_in(""))};
    }
    if (report_taken_comparison(node.selection, *series, span)) return {{}, unsound(number_in(""))};
    Looked field{model::Literal{false}, number_in(""), NameKind::series_field, 0};
    if (needs_field(node.kind)) field = aggregated_field(node, *series);
    const bool without_period = refuse_period(node, &*series, span);
    const model::Selection chosen = selection(node.selection, *series, without_period);
    Type type = result_type(node.kind, field.type);
    type.is_sound = field.type.is_sound && !without_period;
    model::Aggregate result;
    result.function = function_of(node.kind);
    result.selection = chosen;
    if (const auto* event = std::get_if<model::EventFieldValue>(&field.node)) result.field = event->field;
    if (const auto* signal = std::get_if<model::SignalFieldValue>(&field.node)) result.signal_field = signal->field;
    return built(result, type, span);
}

Typed ExpressionChecker::check_node(const ast::Exists& node, Span span, const Expected& /*expected*/) {
    const Type type = type_of(ValueKind::boolean);
    if (refuse_in_filter(span) ||
        refuse_in_set(span, context_.quote(span), plain("dat gaat over gebeurtenissen", "that is about events"))) {
        return {{}, unsound(type)};
    }
    report_filter_sign(node.selection, span);
    model::Existence result;
    result.quantifier = quantifier_of(node.quantifier);
    if (node.quantifier != ast::Quantifier::none) result.count = count(node.count).id;
    const auto series = find_series(node.selection);
    if (!series) {
        if (node.selection.period) period(*node.selection.period);
        return {{}, unsound(type)};
    }
    result.selection = selection(node.selection, *series, false);
    return built(result, type, span);
}

}  // namespace wegwijzer::checking
