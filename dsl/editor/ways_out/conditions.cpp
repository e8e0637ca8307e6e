// A condition in another place: as a begrip that two rules read, or in the beleid that reads the signal.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

const ast::SignalClause* only_condition(const ast::Signal& signal) {
    const ast::SignalClause* only = nullptr;
    for (const ast::SignalClause& clause : signal.clauses) {
        if (clause.condition.is_none()) continue;
        if (only != nullptr || clause.kind != ast::SignalClause::Kind::condition) return nullptr;
        only = &clause;
    }
    return only;
}

// Does this beleid read the signal?
bool policy_reads(const Spot& spot, const ast::Declaration& policy, const std::string& signal) {
    return std::ranges::any_of(spot.names().uses(), [&](const NameUse& use) {
        const Thing& thing = spot.names().thing(use.thing);
        return !use.declares && set_of(thing.kind) == NameSet::signals && thing.name == signal &&
               holds(policy.span, use.span);
    });
}

}  // namespace

// What a signal asks gets a name, and both read that.
void share_condition(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Expr* expr = spot.smallest_around<ast::SignalRef>(spot.finding().span);
    if (expr == nullptr) return;
    const std::string& signal = std::get<ast::SignalRef>(expr->node).name.text;
    for (const ast::File& file : spot.compilation().files) {
        for (const ast::Declaration& declaration : file.declarations) {
            const auto* node = std::get_if<ast::Signal>(&declaration.node);
            if (node == nullptr || node->name.text != signal || &declaration == spot.declaration()) continue;
            const ast::SignalClause* clause = only_condition(*node);
            if (clause == nullptr) return;
            const Span& condition = file.expr(clause->condition).span;
            const std::string name =
                spot.fresh_name((file.language == Language::nl ? "voorwaarde_" : "condition_") + signal);
            const std::string line =
                fmt::format("{} {} = {}", spelling(Word::concept_, file.language), name, spot.text(condition));
            const std::string end = spot.line_end(file);
            ways.offer(spot.say_add(line), {spot.insert(file, spot.line_begin(file, declaration.keyword.begin),
                                                        fmt::format("{}{}{}", line, end, end)),
                                            spot.edit(condition, name), spot.edit(expr->span, name)});
        }
    }
}

// Out of the signal, and into a beleid that reads it. Where it was all that the signal asked, that is left open.
void move_to_policy(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Declaration* declaration = spot.declaration();
    const auto* signal = declaration == nullptr ? nullptr : std::get_if<ast::Signal>(&declaration->node);
    const ast::Expr* whole = spot.whole_around(spot.finding().span);
    if (signal == nullptr || whole == nullptr) return;
    Span moved = whole->span;
    std::optional<Edit> removed;
    for (const Part& part : parts_around(spot, spot.finding().span)) {
        if (removed || part.kind != Part::Kind::operand) continue;
        moved = part.span;
        removed = spot.edit(part.removed, "");
    }
    std::string asked(spot.text(moved));
    if (asked.starts_with('-')) asked.erase(0, asked.find_first_not_of("- "));
    for (const Thing* policy : spot.names().all_of(ThingKind::policy)) {
        if (policy->declaration == nullptr || !policy_reads(spot, *policy->declaration, signal->name.text)) continue;
        for (const ast::PolicyClause& clause : std::get<ast::Policy>(policy->declaration->node).clauses) {
            if (clause.kind != ast::PolicyClause::Kind::condition || clause.condition.is_none()) continue;
            const ast::Expr& condition = policy->file->expr(clause.condition);
            if (std::holds_alternative<ast::Bullets>(condition.node)) continue;
            const bool is_either = std::holds_alternative<ast::Or>(condition.node);
            const std::string both = fmt::format("{}{}{} {} {}", is_either ? "(" : "", spot.text(condition.span),
                                                 is_either ? ")" : "", spot.word(Word::and_), asked);
            const std::string title = spot.language() == Language::nl
                                          ? fmt::format("zet `{}` in beleid `{}`", short_form(asked), policy->name)
                                          : fmt::format("put `{}` in policy `{}`", short_form(asked), policy->name);
            const Edit added = spot.edit(condition.span, both);
            if (removed) {
                ways.offer(title, {*removed, added});
            } else {
                ways.offer_to_fill(title, {spot.edit(moved, "…"), added});
            }
        }
    }
}

}  // namespace wegwijzer::editor
