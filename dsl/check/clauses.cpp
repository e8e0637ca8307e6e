#include "dsl/check/clauses.h"

namespace wegwijzer::checking {

bool OncePerDeclaration::first_time(const std::string& key, Span span) {
    const auto [place, is_first] = seen_.try_emplace(key, span);
    if (is_first) return true;
    Diagnostic diagnostic;
    diagnostic.code = Code::F051;
    diagnostic.span = span;
    diagnostic.arguments = {key};
    diagnostic.labels.push_back({place->second, plain("hier ook", "here too")});
    if (key == spelling(Word::if_, Language::nl) || key == spelling(Word::if_, Language::en)) {
        const Language language = key == spelling(Word::if_, Language::nl) ? Language::nl : Language::en;
        const std::string list = key + ' ' + std::string(spelling(Word::all_of, language)) + ':';
        diagnostic.way_out = plain("laat er één staan, of zet beide als punten onder `" + list + "`",
                                   "keep one of them, or put both as items under `" + list + "`");
    }
    context_.report(std::move(diagnostic));
    return false;
}

void read_justification(OncePerDeclaration& once, const ast::File& file, const ast::Justification& clause, Span span,
                        model::Accountability& accountability) {
    const bool motivation = clause.kind == ast::Justification::Kind::motivation;
    if (!once.first_time(word(file, motivation ? Word::justification : Word::legal_basis), span)) return;
    (motivation ? accountability.motivation : accountability.legal_basis) = clause.text.value;
}

void read_citation(Context& context, const ast::Citation& clause, std::vector<model::Citation>& citations) {
    const auto index = context.find(context.symbols.sources, clause.source, NameKind::source);
    if (!index) return;
    citations.push_back({model::ReferenceId{*index}, clause.place ? clause.place->value : std::string()});
}

void report_missing_clause(Context& context, const ast::Name& name, const std::string& clause, std::string proposal,
                           Localized why) {
    if (name.text.empty()) return;
    Diagnostic diagnostic;
    diagnostic.code = Code::F050;
    diagnostic.span = name.span;
    diagnostic.arguments = {name.text, clause, std::move(why), std::move(proposal)};
    context.report(std::move(diagnostic));
}

}  // namespace wegwijzer::checking
