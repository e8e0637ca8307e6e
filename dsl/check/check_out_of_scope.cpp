// Declarations that this version doesn't evaluate: one finding each, and what they name is checked where that is cheap.
#include "dsl/check/expressions.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

void check_step(Context& context, const ast::Name& name) {
    const Symbol* symbol = context.symbols.interventions.find(name.text);
    if (name.text.empty() || (symbol != nullptr && symbol->kind == NameKind::intervention)) return;
    std::vector<std::string> names;
    for (const Declared<ast::Intervention>& each : context.declared.interventions) names.push_back(each->name.text);
    context.report_unknown(name, NameKind::intervention, names);
}

void check_plan(Context& context, const Declared<ast::Plan>& declared) {
    const ast::File& file = *declared.file;
    context.report(Code::F158, declared.declaration->keyword, {word(file, Word::plan), word(file, Word::intervention)});
    ExpressionChecker goals(context, file, Place::policy);
    for (const ast::PlanClause& clause : declared->clauses) {
        switch (clause.kind) {
            case ast::PlanClause::Kind::goal: (void)goals.condition(clause.condition); break;
            case ast::PlanClause::Kind::step:
                check_step(context, clause.step.intervention);
                if (clause.step.by) (void)context.find(context.symbols.roles, *clause.step.by, NameKind::role);
                if (clause.step.within) (void)goals.length(*clause.step.within);
                if (clause.step.after) (void)goals.length(*clause.step.after);
                break;
            case ast::PlanClause::Kind::source:
                (void)context.find(context.symbols.sources, clause.source.source, NameKind::source);
                break;
            case ast::PlanClause::Kind::review_every:
            case ast::PlanClause::Kind::evaluate_after:
            case ast::PlanClause::Kind::justification: break;
        }
    }
}

}  // namespace

void check_out_of_scope(Context& context) {
    for (const Declared<ast::Plan>& declared : context.declared.plans) check_plan(context, declared);
}

}  // namespace wegwijzer::checking
