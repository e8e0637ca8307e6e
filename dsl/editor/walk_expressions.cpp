// The names in conditions and values (docs/language.md section 4, "Names").
#include "dsl/editor/name_finder.h"
#include "dsl/words/words.h"

namespace wegwijzer::editor {

Choices NameFinder::choices_of(ast::ExprId id, std::string_view series) const {
    return names_.choices_of_expr(file_, id, series, 0);
}

bool NameFinder::use_choice(const ast::Name& name, const Choices& choices) {
    using Kind = Choices::Kind;
    const auto is_one = [&](NameSet set, std::string_view owner) {
        if (!names_.find(set, name.text, owner)) return false;
        use(name, set, owner);
        return true;
    };
    switch (choices.kind) {
        case Kind::own: return is_one(NameSet::choice_values, choices.owner);
        case Kind::factors: return is_one(NameSet::factors, {});
        case Kind::clusters: return is_one(NameSet::clusters, {});
        case Kind::interventions: return is_one(NameSet::interventions, {});
        case Kind::roles: return is_one(NameSet::roles, {});
        case Kind::levels:
        case Kind::followup_statuses:
        case Kind::consent_statuses:
        case Kind::truth:
        case Kind::none: break;
    }
    return false;
}

void NameFinder::use_value(const ast::Name& name, const Choices& choices, std::string_view series) {
    if (use_choice(name, choices)) return;
    if (const std::string plural = names_.series_called(series);
        !plural.empty() && names_.find(NameSet::series_fields, name.text, plural)) {
        return use(name, NameSet::series_fields, plural);
    }
    use(name, NameSet::values);
}

void NameFinder::walk(ast::ExprId id, std::string_view series, const Choices& expected) {
    if (id.is_none() || id.index() >= file_.exprs.size()) return;
    walk_node(file_.expr(id), series, expected);
}

void NameFinder::walk_selection(const ast::Selection& selection) {
    std::string series = selection.series.text;
    if (selection.series_is_signal_word) {
        series = std::string(spelling(Word::signals, file_.language));
    } else {
        use_series(selection.series);
    }
    if (selection.filter) walk(selection.filter->condition, series);
    if (!selection.period) return;
    const ast::Period& period = *selection.period;
    use_length(period.length);
    use_count(period.first);
    if (period.second) use_count(*period.second);
    use(period.phase, NameSet::phases);
    walk(period.from);
    walk(period.to);
}

void NameFinder::walk_node(const ast::Expr& expr, std::string_view series, const Choices& expected) {
    const auto compare = [&](ast::ExprId left, ast::ExprId right) {
        walk(left, series, choices_of(right, series));
        walk(right, series, choices_of(left, series));
    };
    const auto& node = expr.node;
    if (const auto* name = std::get_if<ast::NameRef>(&node)) {
        use_value(name->name, expected, series);
    } else if (const auto* student = std::get_if<ast::StudentRef>(&node)) {
        use(student->name, NameSet::values);
    } else if (const auto* negated = std::get_if<ast::Negate>(&node)) {
        walk(negated->operand, series, expected);
    } else if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) {
        walk(inner->inner, series, expected);
    } else if (const auto* binary = std::get_if<ast::Binary>(&node)) {
        walk(binary->left, series);
        walk(binary->right, series);
    } else if (const auto* conditional = std::get_if<ast::Conditional>(&node)) {
        walk(conditional->condition, series);
        walk(conditional->if_true, series, expected);
        walk(conditional->if_false, series, expected);
    } else if (const auto* severity = std::get_if<ast::SeverityOf>(&node)) {
        use(severity->signal, NameSet::signals);
    } else if (const auto* aggregate = std::get_if<ast::Aggregate>(&node)) {
        use(aggregate->field, NameSet::series_fields, names_.series_called(aggregate->selection.series.text));
        walk_selection(aggregate->selection);
    } else if (const auto* comparison = std::get_if<ast::Compare>(&node)) {
        compare(comparison->left, comparison->right);
    } else if (const auto* one_of = std::get_if<ast::OneOf>(&node)) {
        walk(one_of->value, series);
        const Choices choices = choices_of(one_of->value, series);
        for (const ast::ExprId option : one_of->options) walk(option, series, choices);
    } else if (const auto* between = std::get_if<ast::Between>(&node)) {
        walk(between->value, series);
        const Choices choices = choices_of(between->value, series);
        walk(between->low, series, choices);
        walk(between->high, series, choices);
    } else if (const auto* known = std::get_if<ast::Knownness>(&node)) {
        walk(known->value, series);
    } else if (const auto* denied = std::get_if<ast::Not>(&node)) {
        walk(denied->operand, series);
    } else if (const auto* all = std::get_if<ast::And>(&node)) {
        for (const ast::ExprId operand : all->operands) walk(operand, series);
    } else if (const auto* any = std::get_if<ast::Or>(&node)) {
        for (const ast::ExprId operand : any->operands) walk(operand, series);
    } else if (const auto* mixed = std::get_if<ast::MixedAndOr>(&node)) {
        for (const ast::ExprId operand : mixed->operands) walk(operand, series);
    } else if (const auto* signal = std::get_if<ast::SignalRef>(&node)) {
        use(signal->name, NameSet::signals);
    } else if (const auto* exists = std::get_if<ast::Exists>(&node)) {
        use_count(exists->count);
        walk_selection(exists->selection);
    } else if (const auto* bullets = std::get_if<ast::Bullets>(&node)) {
        use_count(bullets->count);
        for (const ast::ExprId item : bullets->items) walk(item, series);
    }
}

}  // namespace wegwijzer::editor
