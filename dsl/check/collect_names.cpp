#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

void add(Context& context, NameTable& table, const ast::Name& name, NameKind kind, std::size_t index) {
    if (name.text.empty()) return;
    const Symbol* taken = table.add(name.text, {kind, static_cast<std::uint32_t>(index), name.span});
    if (taken == nullptr) return;
    Diagnostic diagnostic;
    diagnostic.code = Code::F033;
    diagnostic.span = name.span;
    std::string other = name.text + "_2";
    while (table.find(other) != nullptr) other += "_2";
    diagnostic.arguments = {name.text, other};
    const Localized what = noun(taken->kind);
    diagnostic.labels.push_back({taken->span, plain("hier ook (" + what.nl + ")", "here too (" + what.en + ")")});
    context.report(std::move(diagnostic));
}

template <class Node>
void add_all(Context& context, NameTable& table, const std::vector<Declared<Node>>& declared, NameKind kind) {
    for (std::size_t index = 0; index < declared.size(); ++index) {
        add(context, table, declared[index]->name, kind, index);
    }
}

}  // namespace

void collect_names(Context& context) {
    const Declarations& declared = context.declared;
    Symbols& symbols = context.symbols;
    add_all(context, symbols.sources, declared.sources, NameKind::source);
    add_all(context, symbols.calendars, declared.calendars, NameKind::calendar);
    add_all(context, symbols.phases, declared.phases, NameKind::phase);
    add_all(context, symbols.clusters, declared.clusters, NameKind::cluster);
    add_all(context, symbols.factors, declared.factors, NameKind::factor);
    add_all(context, symbols.roles, declared.roles, NameKind::role);
    add_all(context, symbols.policies, declared.policies, NameKind::policy);
    add_all(context, symbols.values, declared.parameters, NameKind::parameter);
    add_all(context, symbols.values, declared.concepts, NameKind::named_concept);
    add_all(context, symbols.values, declared.tables, NameKind::table);
    for (std::size_t index = 0; index < declared.signals.size(); ++index) {
        const ast::Signal& signal = *declared.signals[index].node;
        const NameKind kind = signal.kind == ast::SignalKind::signal     ? NameKind::signal
                              : signal.kind == ast::SignalKind::strength ? NameKind::strength
                                                                         : NameKind::opportunity;
        add(context, symbols.signals, signal.name, kind, index);
    }
    add_all(context, symbols.interventions, declared.interventions, NameKind::intervention);
    add_all(context, symbols.interventions, declared.plans, NameKind::plan);
}

}  // namespace wegwijzer::checking
