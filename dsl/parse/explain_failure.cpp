#include "dsl/parse/explain_failure.h"

#include <algorithm>
#include <string>

namespace wegwijzer::parsing {

void explain_failures(const Reading& reading, SourceId source, DeclarationKind kind, Diagnostics& diagnostics) {
    static_cast<void>(kind);
    for (const Failure& failure : reading.failures()) {
        bool tainted = false;
        for (std::size_t i = failure.clause; i < failure.resume; ++i) tainted = tainted || reading.lexemes()[i].tainted;
        if (tainted) continue;
        const bool at_end = failure.at >= reading.lexemes().size();
        const Lexeme& lexeme = reading.lexemes()[at_end ? reading.lexemes().size() - 1 : failure.at];
        Diagnostic finding{.code = Code::F010, .span = {source, lexeme.begin, lexeme.end}};
        finding.arguments = {std::string(reading.text().substr(lexeme.begin, lexeme.end - lexeme.begin))};
        diagnostics.add(std::move(finding));
    }
}

void explain_unknown_declaration(std::string_view text, SourceId source, const Vocabulary& vocabulary,
                                 const std::vector<Lexeme>& lexemes, Diagnostics& diagnostics) {
    static_cast<void>(vocabulary);
    const Lexeme& first = lexemes.front();
    Diagnostic finding{.code = Code::F017, .span = {source, first.begin, first.end}};
    finding.arguments = {std::string(text.substr(first.begin, first.end - first.begin)), ""};
    diagnostics.add(std::move(finding));
}

}  // namespace wegwijzer::parsing
