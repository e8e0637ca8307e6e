#include "tests/support/parsing.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "dsl/ast/print_ast.h"
#include "dsl/parse/parse.h"
#include "engine/diagnostics/render.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {
namespace {

std::vector<NamedText> packs_in(const std::filesystem::path& folder) {
    std::vector<NamedText> packs;
    if (!std::filesystem::exists(folder)) return packs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".regels") packs.push_back({entry.path().string(), read_text(entry.path())});
    std::sort(packs.begin(), packs.end(), [](const auto& left, const auto& right) { return left.name < right.name; });
    return packs;
}

// The first code block of the page.
std::string first_block(const std::string& page) {
    const std::size_t fence = page.find("```\n");
    if (fence == std::string::npos) return {};
    const std::size_t end = page.find("```", fence + 4);
    return page.substr(fence + 4, end - fence - 4);
}

}  // namespace

std::string Parsed::tree() const { return ast::print(file); }

std::string Parsed::findings(Language language) const {
    std::string result;
    for (const Diagnostic& finding : diagnostics.all()) {
        const LineColumn place = sources.line_column(finding.span.source, finding.span.begin);
        result +=
            std::to_string(place.line) + ":" + std::to_string(place.column) + " " + headline(finding, language) + "\n";
    }
    return result;
}

std::string Parsed::rendered(Language language) const { return render(diagnostics, sources, {.language = language}); }

std::string Parsed::tokens_joined() const {
    std::string result;
    for (const ast::Token& token : file.tokens) result += text().substr(token.begin, token.end - token.begin);
    return result;
}

std::unique_ptr<Parsed> parse_text(std::string_view text, std::optional<Language> language) {
    auto parsed = std::make_unique<Parsed>();
    const SourceId source = parsed->sources.add("x.regels", std::string(text));
    parsed->file = parse(parsed->sources, source, language.value_or(find_language(text)), parsed->diagnostics);
    parsed->diagnostics.sort(parsed->sources);
    return parsed;
}

std::vector<NamedText> all_packs() {
    std::vector<NamedText> packs = packs_in("rules");
    const std::filesystem::path shared = "../shared/design";
    if (!std::filesystem::exists(shared)) {
        BOOST_TEST_MESSAGE("skipped: the reference and the published rules are not beside this repository");
        return packs;
    }
    packs.push_back({"reference", first_block(read_text(shared / "language.md"))});
    for (NamedText& pack : packs_in(shared / "packs")) packs.push_back(std::move(pack));
    return packs;
}

std::string reference_pack() { return first_block(read_text("docs/language.md")); }

std::string first_pack() {
    std::string text;
    for (const NamedText& file : packs_in("rules/vroegsignalering"))
        if (file.name.find("-voorbeelden-") == std::string::npos) text += file.text + "\n";
    return text;
}

}  // namespace wegwijzer::test
