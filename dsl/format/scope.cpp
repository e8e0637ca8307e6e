#include "dsl/format/scope.h"

#include "dsl/words/words.h"

namespace wegwijzer {
namespace {

// A begrip that stands for a begrip, and so on: more is a circle, which the checker reports.
constexpr int most_steps = 64;

ValueWords words_of_field(std::string_view field, BuiltInSeries series, Language language) {
    const auto is = [&](Word word) { return field == spelling(word, language); };
    if (series == BuiltInSeries::signals) {
        if (is(Word::field_severity)) return ValueWords::levels;
        return is(Word::field_factor) || is(Word::field_cluster) ? ValueWords::own : ValueWords::none;
    }
    if (is(Word::field_status)) return ValueWords::statuses;
    if (is(Word::field_intervention)) return ValueWords::own;
    return series == BuiltInSeries::followups && is(Word::field_role) ? ValueWords::own : ValueWords::none;
}

}  // namespace

void Scope::add(const ast::File& file) {
    for (const ast::Declaration& declaration : file.declarations) {
        if (const auto* it = std::get_if<ast::Concept>(&declaration.node)) {
            if (!it->value.is_none()) concepts_[it->name.text] = {&file, it->value};
        } else if (const auto* series = std::get_if<ast::Series>(&declaration.node)) {
            for (const ast::Name* name : {&series->singular, &series->plural})
                for (const ast::Field& field : series->fields) series_[name->text][field.name.text] = &field.type;
        }
    }
}

std::optional<BuiltInSeries> Scope::find_series(std::string_view name, Language language) const {
    if (series_.contains(std::string(name))) return std::nullopt;
    return find_built_in_series(name, language);
}

std::optional<BuiltInSeries> Scope::find_series(const ast::Selection& selection, Language language) const {
    if (selection.series_is_signal_word) return BuiltInSeries::signals;
    return find_series(selection.series.text, language);
}

const ast::Type* Scope::find_field(std::string_view series, std::string_view field) const {
    const auto found = series_.find(std::string(series));
    if (found == series_.end()) return nullptr;
    const auto type = found->second.find(std::string(field));
    return type == found->second.end() ? nullptr : type->second;
}

ValueWords Scope::words_of(const ast::File& file, ast::ExprId id, std::optional<BuiltInSeries> series) const {
    return words_of(file, id, series, 0);
}

ValueWords Scope::words_of_name(std::string_view name, int depth) const {
    const auto found = concepts_.find(std::string(name));
    if (found == concepts_.end() || depth > most_steps) return ValueWords::none;
    return words_of(*found->second.file, found->second.value, std::nullopt, depth + 1);
}

ValueWords Scope::words_of(const ast::File& file, ast::ExprId id, std::optional<BuiltInSeries> series,
                           int depth) const {
    if (id.is_none() || depth > most_steps) return ValueWords::none;
    const auto& node = file.expr(id).node;
    if (std::holds_alternative<ast::SeverityOf>(node)) return ValueWords::levels;
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node))
        return words_of(file, inner->inner, series, depth + 1);
    if (const auto* conditional = std::get_if<ast::Conditional>(&node)) {
        const ValueWords words = words_of(file, conditional->if_true, series, depth + 1);
        return words != ValueWords::none ? words : words_of(file, conditional->if_false, series, depth + 1);
    }
    if (const auto* name = std::get_if<ast::NameRef>(&node)) {
        if (series) {
            const ValueWords words = words_of_field(name->name.text, *series, file.language);
            if (words != ValueWords::none) return words;
        }
        return words_of_name(name->name.text, depth + 1);
    }
    if (const auto* aggregate = std::get_if<ast::Aggregate>(&node)) {
        using Kind = ast::AggregateKind;
        const bool gives_field = aggregate->kind == Kind::first || aggregate->kind == Kind::last ||
                                 aggregate->kind == Kind::highest || aggregate->kind == Kind::lowest;
        const auto built_in = find_series(aggregate->selection, file.language);
        if (gives_field && built_in) return words_of_field(aggregate->field.text, *built_in, file.language);
    }
    return ValueWords::none;
}

}  // namespace wegwijzer
