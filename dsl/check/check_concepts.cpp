#include "dsl/check/check_concepts.h"

#include <algorithm>

#include "dsl/check/expressions.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

// Begrippen in such an order that what one reads comes before it, as far as the names in the text tell. Checking in this
// order keeps the recursion through begrippen shallow, however long a chain of them is.
std::vector<std::uint32_t> order_by_reading(const Context& context) {
    const auto& concepts = context.declared.concepts;
    std::vector<std::vector<std::uint32_t>> read_by(concepts.size());
    std::vector<std::uint32_t> open_reads(concepts.size(), 0);
    for (const ast::File& file : context.files) {
        std::vector<std::pair<Span, std::uint32_t>> in_file;  // in order of place
        for (std::uint32_t index = 0; index < concepts.size(); ++index) {
            if (concepts[index].file == &file) in_file.emplace_back(concepts[index].declaration->span, index);
        }
        if (in_file.empty()) continue;
        for (const ast::Expr& expr : file.exprs) {
            const auto* ref = std::get_if<ast::NameRef>(&expr.node);
            if (ref == nullptr) continue;
            const Symbol* symbol = context.symbols.values.find(ref->name.text);
            if (symbol == nullptr || symbol->kind != NameKind::named_concept) continue;
            const auto after = std::upper_bound(
                in_file.begin(), in_file.end(), expr.span.begin,
                [](std::uint32_t at, const std::pair<Span, std::uint32_t>& each) { return at < each.first.begin; });
            if (after == in_file.begin()) continue;
            const auto& [span, reader] = *std::prev(after);
            if (expr.span.begin >= span.end) continue;
            read_by[symbol->index].push_back(reader);
            ++open_reads[reader];
        }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t index = 0; index < concepts.size(); ++index) {
        if (open_reads[index] == 0) order.push_back(index);
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
        for (const std::uint32_t reader : read_by[order[at]]) {
            if (--open_reads[reader] == 0) order.push_back(reader);
        }
    }
    return order;
}

}  // namespace

void check_concept(Context& context, std::uint32_t index) {
    const model::ConceptId id{index};
    const Declared<ast::Concept>& declared = context.declared.concepts[index];
    context.concept_states[index] = ConceptState::in_progress;
    context.open_concepts.push_back(id);
    ExpressionChecker checker(context, *declared.file, Place::rule);
    const Typed result = checker.value(declared->value);
    context.rules.concepts[index].expr = result.id;
    context.concept_types[index] = result.type;
    context.open_concepts.pop_back();
    context.concept_states[index] = ConceptState::done;
}

void report_concept_cycle(Context& context, model::ConceptId again, Span span) {
    const auto first = std::find(context.open_concepts.begin(), context.open_concepts.end(), again);
    std::string path;
    Diagnostic diagnostic;
    for (auto each = first; each != context.open_concepts.end(); ++each) {
        path += '`' + context.rules.concept_of(*each).name + "` → ";
        if (each != first) {
            diagnostic.labels.push_back(
                {context.declared.concepts[each->index()]->name.span, plain("via dit begrip", "through this concept")});
        }
    }
    const std::string& name = context.rules.concept_of(again).name;
    diagnostic.code = Code::F107;
    diagnostic.span = span;
    diagnostic.arguments = {name, path + '`' + name + '`'};
    context.report(std::move(diagnostic));
}

void check_concepts(Context& context) {
    for (const std::uint32_t index : order_by_reading(context)) {
        if (context.concept_states[index] == ConceptState::untouched) check_concept(context, index);
    }
    for (std::uint32_t index = 0; index < context.declared.concepts.size(); ++index) {
        if (context.concept_states[index] == ConceptState::untouched) check_concept(context, index);
    }
}

}  // namespace wegwijzer::checking
