// Whoever types in a pack that was sound and turns out sound is told of no error on the way, here or elsewhere, wherever in it the
// text is not there yet.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "dsl/editor/told_errors.h"
#include "dsl/editor/while_typing.h"
#include "tests/support/packs.h"
#include "tests/support/random.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(typing)

namespace {

namespace fs = std::filesystem;

std::vector<std::vector<PackText>> sound_packs() {
    std::vector<std::vector<PackText>> packs;
    for (const char* place : {"rules", "examples", "tests/golden/corpus"}) {
        std::vector<fs::path> folders;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(place))
            if (entry.is_directory()) folders.push_back(entry.path());
        std::ranges::sort(folders);
        for (const fs::path& folder : folders) {
            std::vector<PackText> pack = read_pack_in_use(folder);
            if (pack.front().files.empty() || compile(pack).rules == nullptr) continue;
            packs.push_back(std::move(pack));
        }
    }
    return packs;
}

struct Typed {
    std::string text;
    std::uint32_t at = 0;
    const char* how = "";
};

// A text as it may stand right after a key at `at`, which is inside a declaration that ends at `end`.
Typed while_typed(Random& random, const std::string& text, std::uint32_t at, std::uint32_t end) {
    const std::string before = text.substr(0, at);
    switch (random.below(4)) {
        case 0: return {before + "\n\n" + text.substr(end), at, "what is behind it in the declaration isn't there yet"};
        case 1:
            return {before + text.substr(std::min(text.find('\n', at), text.size())), at,
                    "the rest of the line isn't there yet"};
        case 2: return {before + text.substr(at + 1), at, "a character was taken away"};
        default:
            return {before + static_cast<char>('a' + random.below(26)) + text.substr(at), at + 1, "a letter was typed"};
    }
}

BOOST_AUTO_TEST_CASE(where_a_sound_pack_is_being_written_no_error_is_shown) {
    const std::vector<std::vector<PackText>> packs = sound_packs();
    BOOST_TEST_REQUIRE(packs.size() > 20U);
    std::size_t waiting = 0;
    const std::uint64_t first = first_seed();
    const std::uint64_t times = rounds(under_sanitizers ? 40 : 200);
    for (std::uint64_t seed = first; seed < first + times; ++seed) {
        Random random(seed);
        std::vector<PackText> pack = packs[random.below(packs.size())];
        PackFile& file = pack.front().files[random.below(pack.front().files.size())];
        const Compilation whole = compile(pack);
        const auto is_this = [&](const ast::File& each) { return whole.sources.name(each.source) == file.name; };
        const ast::File& written = *std::ranges::find_if(whole.files, is_this);
        if (written.declarations.empty()) continue;
        const ast::Declaration& declaration = written.declarations[random.below(written.declarations.size())];
        const auto length = declaration.span.end - declaration.span.begin;
        if (length < 2) continue;
        const auto at = declaration.span.begin + 1 + static_cast<std::uint32_t>(random.below(length - 1));
        const Typed typed = while_typed(random, file.text, at, declaration.span.end);
        file.text = typed.text;
        const Compilation compilation = compile(pack);
        const auto is_that = [&](const ast::File& each) { return compilation.sources.name(each.source) == file.name; };
        const ast::File& now = *std::ranges::find_if(compilation.files, is_that);
        const std::vector<Diagnostic>& findings = compilation.diagnostics.all();
        editor::ToldErrors told;  // of the sound pack: nothing
        told.remember(whole, whole.diagnostics.all());
        for (const Diagnostic& finding : findings) waiting += entry(finding.code).kind == FindingKind::error ? 1U : 0U;
        for (const std::size_t each : editor::shown_while_typing(now, typed.text, findings, typed.at)) {
            const Diagnostic& finding = findings[each];
            if (entry(finding.code).kind != FindingKind::error) continue;
            if (told.is_news_of_what_stood(compilation, finding)) continue;
            const std::uint32_t from = typed.at < 300 ? 0 : typed.at - 300;
            BOOST_ERROR("seed " << seed << ": " << entry(finding.code).code << " at "
                                << compilation.sources.text(finding.span) << ", where " << typed.how << " behind\n"
                                << typed.text.substr(from, typed.at - from) << "^" << typed.text.substr(typed.at, 60));
        }
    }
    BOOST_TEST(waiting > times / 3);
    BOOST_TEST_MESSAGE(waiting << " errors waited");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
