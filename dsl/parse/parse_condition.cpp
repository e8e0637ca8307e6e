#include "dsl/parse/parse_condition.h"

#include <string>
#include <utility>

#include "dsl/parse/explain_failure.h"
#include "dsl/parse/lexer.h"
#include "dsl/parse/lexical_findings.h"
#include "dsl/parse/reading.h"
#include "dsl/parse/tree_reader.h"
#include "engine/base/unicode.h"

namespace wegwijzer {
namespace {

// Longer than anybody types, and short enough to count its places in.
constexpr std::size_t longest = 1'000'000;

// About the whole, without its text.
void report(Diagnostics& diagnostics, SourceId source, const SourceMap& sources, Localized why) {
    Diagnostic finding;
    finding.code = Code::F204;
    finding.arguments = {"…", sources.name(source)};
    finding.why = std::move(why);
    diagnostics.add(std::move(finding));
}

}  // namespace

LooseCondition parse_condition(const SourceMap& sources, SourceId source, Language language, Diagnostics& diagnostics) {
    LooseCondition result;
    result.file.source = source;
    result.file.language = language;
    const std::string_view text = sources.text(source);
    if (!is_valid_utf8(text)) {
        report(diagnostics, source, sources, {"deze tekens zijn geen UTF-8", "these characters are not UTF-8"});
        return result;
    }
    if (text.size() > longest) {
        report(diagnostics, source, sources, {"dit is te lang", "this is too long"});
        return result;
    }
    const auto& vocabulary = parsing::Vocabulary::of(language);
    Diagnostics lexical;
    parsing::Lexer lexer(text, source, language, lexical, nullptr);
    const auto end = static_cast<std::uint32_t>(text.size());
    parsing::Reading reading(text, vocabulary, lexer.read(0, end, parsing::LexerMode::ordinary, true));
    const std::size_t before = diagnostics.all().size();
    if (reading.lexemes().empty()) {
        parsing::add_lexical_findings(lexical, before, diagnostics);
        if (diagnostics.all().size() == before) {
            Diagnostic nothing;
            nothing.code = Code::F018;
            nothing.span = {source, 0, end};
            nothing.arguments = {{"een voorwaarde", "a condition"}, sources.name(source)};
            diagnostics.add(std::move(nothing));
        }
        return result;
    }
    const auto read_value = [](parsing::Reading& at_hand, parsing::DeclarationKind) {
        parsing::read_template_value(at_hand);
    };
    parsing::read_template_value(reading);
    const parsing::Explained explained =
        parsing::explain(reading, source, parsing::DeclarationKind::concept_, read_value, diagnostics);
    parsing::add_lexical_findings(lexical, before, diagnostics);
    if (!explained.complete || diagnostics.all().size() > before) return result;
    parsing::TreeReader reader(reading, source, result.file, diagnostics);
    const ast::ExprId root = reader.read_expression(0);
    if (!reader.has_reported()) result.root = root;
    return result;
}

}  // namespace wegwijzer
