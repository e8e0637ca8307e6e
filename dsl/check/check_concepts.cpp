#include "dsl/check/check_concepts.h"

#include <algorithm>

#include "dsl/check/expressions.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

// Begrippen and tabellen in such an order that what one reads comes before it, as far as the names in the text tell.
// Checking in this order keeps the recursion through them shallow, however long a chain of them is.
class ReadingOrder {
  public:
    explicit ReadingOrder(const Context& context) : context_(context) {
        const auto& declared = context.declared;
        for (std::uint32_t i = 0; i < declared.concepts.size(); ++i) names_.push_back({NameKind::named_concept, i});
        for (std::uint32_t i = 0; i < declared.tables.size(); ++i) names_.push_back({NameKind::table, i});
        read_by_.resize(names_.size());
        open_reads_.resize(names_.size());
        for (const ast::File& file : context.files) collect(file);
    }

    // Those in a circle are left out.
    [[nodiscard]] std::vector<OpenName> take() {
        std::vector<std::uint32_t> order;
        for (std::uint32_t at = 0; at < names_.size(); ++at) {
            if (open_reads_[at] == 0) order.push_back(at);
        }
        for (std::size_t at = 0; at < order.size(); ++at) {
            for (const std::uint32_t reader : read_by_[order[at]]) {
                if (--open_reads_[reader] == 0) order.push_back(reader);
            }
        }
        std::vector<OpenName> names;
        for (const std::uint32_t at : order) names.push_back(names_[at]);
        return names;
    }

  private:
    [[nodiscard]] bool stands_in(std::uint32_t at, const ast::File& file, Span& span) const {
        const OpenName& name = names_[at];
        const auto take = [&](const auto& declared) {
            span = declared.declaration->span;
            return declared.file == &file;
        };
        return name.kind == NameKind::table ? take(context_.declared.tables[name.index])
                                            : take(context_.declared.concepts[name.index]);
    }
    void collect(const ast::File& file) {
        std::vector<std::pair<Span, std::uint32_t>> in_file;
        for (std::uint32_t at = 0; at < names_.size(); ++at) {
            Span span;
            if (stands_in(at, file, span)) in_file.emplace_back(span, at);
        }
        if (in_file.empty()) return;
        std::sort(in_file.begin(), in_file.end(),
                  [](const auto& left, const auto& right) { return left.first.begin < right.first.begin; });
        for (const ast::Expr& expr : file.exprs) {
            const auto* ref = std::get_if<ast::NameRef>(&expr.node);
            if (ref == nullptr) continue;
            const Symbol* symbol = context_.symbols.values.find(ref->name.text);
            if (symbol == nullptr) continue;
            const bool is_table = symbol->kind == NameKind::table;
            if (!is_table && symbol->kind != NameKind::named_concept) continue;
            const auto after = std::upper_bound(
                in_file.begin(), in_file.end(), expr.span.begin,
                [](std::uint32_t at, const std::pair<Span, std::uint32_t>& each) { return at < each.first.begin; });
            if (after == in_file.begin()) continue;
            const auto& [span, reader] = *std::prev(after);
            if (expr.span.begin >= span.end) continue;
            const auto first_table = static_cast<std::uint32_t>(context_.declared.concepts.size());
            read_by_[is_table ? first_table + symbol->index : symbol->index].push_back(reader);
            ++open_reads_[reader];
        }
    }

    const Context& context_;
    std::vector<OpenName> names_;
    std::vector<std::vector<std::uint32_t>> read_by_;
    std::vector<std::uint32_t> open_reads_;
};

}  // namespace

void check_concept(Context& context, std::uint32_t index) {
    const Declared<ast::Concept>& declared = context.declared.concepts[index];
    context.concept_states[index] = ConceptState::in_progress;
    context.open_names.push_back({NameKind::named_concept, index});
    ExpressionChecker checker(context, *declared.file, Place::rule);
    const Typed result = checker.value(declared->value);
    context.rules.concepts[index].expr = result.id;
    context.concept_types[index] = result.type;
    // What was made up for a lost word may be of another type than what the author meant.
    if (declared.declaration->incomplete) context.concept_types[index].is_sound = false;
    context.open_names.pop_back();
    context.concept_states[index] = ConceptState::done;
}

void report_circle(Context& context, OpenName again, Span span) {
    const auto name_of = [&](const OpenName& open) -> const ast::Name& {
        return open.kind == NameKind::table ? context.declared.tables[open.index]->name
                                            : context.declared.concepts[open.index]->name;
    };
    const auto first = std::find(context.open_names.begin(), context.open_names.end(), again);
    std::string path;
    Diagnostic diagnostic;
    for (auto each = first; each != context.open_names.end(); ++each) {
        path += '`' + name_of(*each).text + "` → ";
        if (each == first) continue;
        diagnostic.labels.push_back({name_of(*each).span, each->kind == NameKind::table
                                                              ? plain("via deze tabel", "through this table")
                                                              : plain("via dit begrip", "through this concept")});
    }
    const std::string& name = name_of(again).text;
    diagnostic.code = Code::F107;
    diagnostic.span = span;
    diagnostic.arguments = {name, path + '`' + name + '`', with_article(again.kind)};
    context.report(std::move(diagnostic));
}

void check_concepts(Context& context) {
    const auto check = [&](const OpenName& name) {
        if (name.kind == NameKind::table) {
            if (context.table_states[name.index] == ConceptState::untouched) check_table(context, name.index);
        } else if (context.concept_states[name.index] == ConceptState::untouched) {
            check_concept(context, name.index);
        }
    };
    for (const OpenName& name : ReadingOrder(context).take()) check(name);
    for (std::uint32_t i = 0; i < context.declared.concepts.size(); ++i) check({NameKind::named_concept, i});
    for (std::uint32_t i = 0; i < context.declared.tables.size(); ++i) check({NameKind::table, i});
}

}  // namespace wegwijzer::checking
