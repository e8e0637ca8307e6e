#include "dsl/check/check_condition.h"

#include <algorithm>
#include <string>
#include <utility>

#include "dsl/check/expressions.h"
#include "dsl/check/passes.h"
#include "engine/model/provenance.h"
#include "engine/model/walk.h"

namespace wegwijzer {
namespace checking {
namespace {

// The begrip, tabel or parameter below `id` that reads events of a series, and what it is. A begrip may hide them.
void refuse_names_of_events(Context& context, model::ExprId id) {
    const model::Expr& expr = context.rules.expr(id);
    std::optional<NameKind> kind;
    if (std::holds_alternative<model::ParameterValue>(expr.node)) kind = NameKind::parameter;
    if (std::holds_alternative<model::ConceptValue>(expr.node)) kind = NameKind::named_concept;
    if (std::holds_alternative<model::TableValue>(expr.node)) kind = NameKind::table;
    if (kind) {
        const model::FieldUses uses = model::fields_behind(context.rules, id);
        const auto event = std::ranges::find_if(uses, [](const model::FieldUse& use) { return !use.series.is_none(); });
        if (event != uses.end()) {
            const std::string series = context.schema.series_of(event->series).plural;
            const Localized what = noun(*kind);
            context.report(Code::F112, expr.origin,
                           {context.sources.name(expr.origin.source), context.quote(expr.origin),
                            plain("dit " + what.nl + " leest `" + series + "`: gebeurtenissen",
                                  "this " + what.en + " reads `" + series + "`: events")});
        }
        return;
    }
    std::vector<model::ExprId> children;
    model::for_each_child(context.rules, expr.node, [&](model::ExprId child) { children.push_back(child); });
    for (const model::ExprId child : children) refuse_names_of_events(context, child);
}

}  // namespace
}  // namespace checking

CheckedCondition check_condition(const std::vector<PackFiles>& packs, const std::vector<ast::File>& files,
                                 const SourceMap& sources, const ast::File& file, ast::ExprId root,
                                 Diagnostics& diagnostics) {
    // The packs were checked before: what that found has been said.
    Diagnostics found;
    checking::Context context(packs, files, sources, found);
    if (!checking::run_passes(context, found)) return {};
    const std::size_t before = found.all().size();
    checking::ExpressionChecker checker(context, file, checking::Place::selection);
    const model::ExprId condition = checker.condition(root);
    context.report_unknown_names();
    if (!found.has_errors() && !condition.is_none()) checking::refuse_names_of_events(context, condition);
    for (std::size_t i = before; i < found.all().size(); ++i) diagnostics.add(found.all()[i]);
    if (found.has_errors() || condition.is_none()) return {};
    return {std::make_shared<const model::RuleSet>(std::move(context.rules)), condition};
}

}  // namespace wegwijzer
