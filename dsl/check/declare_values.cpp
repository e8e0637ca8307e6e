#include "dsl/check/constants.h"
#include "dsl/check/passes.h"
#include "dsl/check/resolve_types.h"

namespace wegwijzer::checking {

namespace {

std::string title_of(const std::optional<ast::Text>& title) { return title ? title->value : std::string(); }

// The unit that a parameter of type duur keeps: of its value, else of its first stel line, else of its bounds, else
// of a voorbeeld that sets it.
LengthUnit unit_of(const Context& context, const Declared<ast::Parameter>& declared) {
    if (const auto length = length_literal(*declared.file, declared->value)) return length->unit;
    for (const Declared<ast::Set>& set : context.declared.sets) {
        if (set->parameter.text != declared->name.text) continue;
        if (const auto length = length_literal(*set.file, set->value)) return length->unit;
    }
    for (const ast::ParameterClause& clause : declared->clauses) {
        if (clause.kind != ast::ParameterClause::Kind::between) continue;
        if (const auto length = length_literal(*declared.file, clause.low)) return length->unit;
    }
    for (const Declared<ast::Example>& example : context.declared.examples) {
        for (const ast::ExampleClause& clause : example->clauses) {
            if (clause.kind != ast::ExampleClause::Kind::set || clause.parameter.text != declared->name.text) continue;
            if (const auto length = length_literal(*example.file, clause.value)) return length->unit;
        }
    }
    return LengthUnit::days;
}

ResolvedType type_of_value(Context& context, const ast::File& file, const ast::Type& type) {
    ResolvedType resolved = resolve_type(context, file, type);
    const bool is_read = type.span.has_place();
    if (!is_read || type.kind == ast::Type::Kind::key) resolved.value = unsound(resolved.value);
    if (is_read && type.kind == ast::Type::Kind::key) {
        context.report(
            Code::F090, type.span,
            {word(file, Word::type_key), plain("de sleutel herkent een student", "the key recognises a student"),
             plain("maak het type `" + word(file, Word::type_text) + "`",
                   "make the type `" + word(file, Word::type_text) + "`")});
    }
    return resolved;
}

void declare_table(Context& context, const Declared<ast::Table>& declared) {
    ResolvedType type = type_of_value(context, *declared.file, declared->type);
    if (declared->type.kind == ast::Type::Kind::key) type.value.is_sound = false;  // reported: silent about its results
    model::Table table;
    table.name = declared->name.text;
    table.title = title_of(declared->title);
    table.type = type.value.value;
    table.hit = declared->unique ? model::HitPolicy::unique : model::HitPolicy::first;
    table.origin = declared.declaration->span;
    context.rules.tables.push_back(std::move(table));
    context.table_types.push_back(std::move(type));
}

void declare_parameter(Context& context, const Declared<ast::Parameter>& declared) {
    ResolvedType type = type_of_value(context, *declared.file, declared->type);
    model::Parameter parameter;
    parameter.name = declared->name.text;
    parameter.title = title_of(declared->title);
    parameter.type = type.value.value;
    parameter.origin = declared.declaration->span;
    parameter.is_whole = declared->type.kind == ast::Type::Kind::integer;
    if (declared->type.kind == ast::Type::Kind::duration) parameter.unit = unit_of(context, declared);
    context.rules.parameters.push_back(std::move(parameter));
    context.parameter_types.push_back(std::move(type));
}

model::SignalKind kind_of(ast::SignalKind kind) {
    switch (kind) {
        case ast::SignalKind::signal: return model::SignalKind::signal;
        case ast::SignalKind::strength: return model::SignalKind::strength;
        case ast::SignalKind::opportunity: return model::SignalKind::opportunity;
    }
    return model::SignalKind::signal;
}

}  // namespace

void declare_values(Context& context) {
    model::RuleSet& rules = context.rules;
    for (const Declared<ast::Parameter>& declared : context.declared.parameters) declare_parameter(context, declared);
    for (const Declared<ast::Table>& declared : context.declared.tables) {
        declare_table(context, declared);
    }
    context.table_states.resize(rules.tables.size(), ConceptState::untouched);
    for (const Declared<ast::Concept>& declared : context.declared.concepts) {
        rules.concepts.push_back({declared->name.text, title_of(declared->title), {}, declared.declaration->span});
    }
    context.concept_states.resize(rules.concepts.size(), ConceptState::untouched);
    context.concept_types.resize(rules.concepts.size());
    for (const Declared<ast::Signal>& declared : context.declared.signals) {
        model::Signal signal;
        signal.kind = kind_of(declared->kind);
        signal.name = declared->name.text;
        signal.title = title_of(declared->title);
        signal.origin = declared.declaration->span;
        rules.signals.push_back(std::move(signal));
    }
    for (const Declared<ast::Intervention>& declared : context.declared.interventions) {
        model::Intervention intervention;
        intervention.name = declared->name.text;
        intervention.title = title_of(declared->title);
        intervention.origin = declared.declaration->span;
        rules.interventions.push_back(std::move(intervention));
    }
    for (const Declared<ast::Plan>& declared : context.declared.plans) {
        model::Plan plan;
        plan.name = declared->name.text;
        plan.title = title_of(declared->title);
        plan.origin = declared.declaration->span;
        rules.plans.push_back(std::move(plan));
    }
    for (const Declared<ast::Policy>& declared : context.declared.policies) {
        model::Policy policy;
        policy.name = declared->name.text;
        policy.title = title_of(declared->title);
        policy.origin = declared.declaration->span;
        rules.policies.push_back(std::move(policy));
    }
}

}  // namespace wegwijzer::checking
