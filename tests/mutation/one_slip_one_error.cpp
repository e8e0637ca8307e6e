// A word or mark of a whole pack left out, written twice or swapped with the next: at most one error, where the slip is.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <cctype>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/compile/rewrite.h"
#include "engine/diagnostics/render.h"
#include "tests/mutation/slips.h"
#include "tests/support/parsing.h"
#include "tests/support/random.h"

using namespace wegwijzer;
using namespace wegwijzer::test;

namespace {

std::string line_of(std::string_view text, std::size_t number) {
    std::size_t begin = 0;
    while (--number > 0) begin = text.find('\n', begin) + 1;
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

struct Outcome {
    std::size_t slips = 0;
    std::size_t silent = 0;
    std::size_t offenders = 0;
    std::string report;
};

bool is_part_of_word(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Does the line hold this word?
bool holds(std::string_view line, std::string_view word) {
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const bool begins = at == 0 || !is_part_of_word(line[at - 1]);
        const std::size_t end = at + word.size();
        if (begins && (end == line.size() || !is_part_of_word(line[end]))) return true;
    }
    return false;
}

// The use of a name that the slip took away from where it was declared.
bool is_use_of_lost_name(const Diagnostic& finding, const Slip& slip, const std::string& text) {
    if (finding.code != Code::F030 && finding.code != Code::F031) return false;
    for (std::size_t line = slip.first_line; line <= slip.last_line; ++line)
        if (holds(line_of(text, line), finding.arguments.front().nl)) return true;
    return false;
}

// How many errors a swap may give that breaks two places at once: two lines, or a word and a text.
constexpr std::size_t most_of_double = 2;

// What is wrong with the errors of this slip in `text`, or ''.
std::string judge(const Slip& slip, const std::string& text, const Compilation& compilation, std::size_t most) {
    std::string errors;
    std::size_t count = 0;
    bool near = true;
    for (const Diagnostic& finding : compilation.diagnostics.all()) {
        if (entry(finding.code).kind != FindingKind::error || is_use_of_lost_name(finding, slip, text)) continue;
        const LineColumn place = compilation.sources.line_column(finding.span.source, finding.span.begin);
        // A swap over a line end changes two lines: what was declared on them is used elsewhere.
        const bool is_over_lines = slip.first_line != slip.last_line;
        near = near && (is_over_lines || (place.line + 1 >= slip.first_line && place.line <= slip.last_line));
        errors += fmt::format("  {}:{} {}\n", place.line, place.column, headline(finding, Language::nl));
        ++count;
    }
    if (count <= most && near) return {};
    return fmt::format("{}{}\n", count > 1 ? fmt::format("{} errors\n", count) : "elsewhere\n", errors);
}

constexpr std::size_t all_or_a_share = under_sanitizers ? 7 : 1;

// `doubles`: swaps, by the word that moved, that break two places at once. Of the slips every `step`-th.
Outcome try_all(const std::string& text, const std::set<std::string_view>& doubles = {},
                std::size_t step = all_or_a_share) {
    Outcome outcome;
    const std::vector<Slip> slips = all_slips(text);
    for (std::size_t index = 0; index < slips.size(); index += step) {
        const Slip& slip = slips[index];
        ++outcome.slips;
        const std::string changed = slip.in(text);
        const Compilation compilation = compile({{"pack", {{"pack.regels", changed}}}});
        if (!compilation.diagnostics.has_errors()) ++outcome.silent;
        const bool is_double =
            doubles.contains(slip.what) || (slip.first_line != slip.last_line && doubles.contains("over a line end"));
        const std::string wrong = judge(slip, text, compilation, is_double ? most_of_double : 1);
        if (wrong.empty()) continue;
        ++outcome.offenders;
        outcome.report += slip.what + "\n";
        for (std::size_t line = slip.first_line; line <= slip.last_line; ++line)
            outcome.report += fmt::format("  {} | {}\n", line, line_of(changed, line));
        outcome.report += wrong;
    }
    return outcome;
}

// Those that stand by themselves: one file, and no other pack in use.
std::vector<NamedText> other_packs_by_themselves() {
    std::vector<NamedText> packs = all_packs();
    // A pack with the name of a declaration is one where the two change places: all that follows is misread.
    constexpr std::string_view named_as_declaration = "regelpakket kalender ";
    for (NamedText& pack : packs)
        if (const std::size_t at = pack.text.find(named_as_declaration); at != std::string::npos)
            pack.text.replace(at, named_as_declaration.size(), "regelpakket kalenders ");
    std::erase_if(packs, [](const NamedText& pack) {
        if (pack.name == "reference") return true;
        const PackText alone{"pack", {{"pack.regels", pack.text}}};
        return compile({alone}).diagnostics.has_errors();
    });
    return packs;
}

std::string in_english(const std::string& text) {
    const Rewriting rewriting = rewrite({"pack", {{"pack.regels", text}}}, {.to = Language::en, .around = {}});
    return rewriting.files.empty() ? std::string() : rewriting.files.front().text.value_or("");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(one_slip_one_error)

BOOST_AUTO_TEST_CASE(the_pack_of_the_reference) {
    const Outcome outcome = try_all(reference_pack());
    BOOST_TEST_MESSAGE(outcome.slips << " slips, " << outcome.silent << " without an error");
    BOOST_TEST(outcome.offenders == 0u, outcome.offenders << " of " << outcome.slips << " slips:\n" << outcome.report);
}

BOOST_AUTO_TEST_CASE(the_first_pack) {
    const Outcome outcome =
        try_all(first_pack(), {
                                  "swapped with the next: `oplopend`",      // with the name of the next field
                                  "swapped with the next: `5`",             // with the next declaration
                                  "swapped with the next: `uur`",           // with the next clause
                                  "swapped with the next: `lesweken}.\"`",  // with the next clause
                                  "swapped with the next: `)`",   // glued to a name, which is another name then
                                  "swapped with the next: `is`",  // with the end of a text
                              });
    BOOST_TEST_MESSAGE(outcome.slips << " slips, " << outcome.silent << " without an error");
    BOOST_TEST(outcome.offenders == 0u, outcome.offenders << " of " << outcome.slips << " slips:\n" << outcome.report);
}

BOOST_AUTO_TEST_CASE(the_pack_of_the_reference_in_english) {
    const std::string text = in_english(reference_pack());
    BOOST_REQUIRE(!text.empty());
    const Outcome outcome = try_all(text);
    BOOST_TEST(outcome.offenders == 0u, outcome.offenders << " of " << outcome.slips << " slips:\n" << outcome.report);
}

// Of the slips in other packs a share; all of them in a soak.
BOOST_AUTO_TEST_CASE(other_packs) {
    const std::size_t step = std::getenv("WEGWIJZER_SOAK") != nullptr ? 1 : under_sanitizers ? 49 : 7;
    for (const NamedText& pack : other_packs_by_themselves()) {
        const Outcome outcome = try_all(pack.text, {"over a line end"}, step);
        BOOST_TEST(outcome.offenders == 0u, pack.name << ": " << outcome.offenders << " of " << outcome.slips
                                                      << " slips:\n"
                                                      << outcome.report);
    }
}

BOOST_AUTO_TEST_SUITE_END()
