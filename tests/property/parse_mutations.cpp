// A word or mark of a pack left out, doubled or swapped with the next: read in bounded time, nothing lost, about one finding.
#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "dsl/ast/print_ast.h"
#include "dsl/format/format.h"
#include "tests/support/parsing.h"
#include "tests/support/random.h"

BOOST_AUTO_TEST_SUITE(parse_mutations)

namespace {

using wegwijzer::Language;
using wegwijzer::ast::Token;
using wegwijzer::ast::TokenKind;
using wegwijzer::test::parse_text;

struct Mutations {
    std::size_t all = 0;
    std::size_t with_more_than_one_finding = 0;
    std::size_t most_findings = 0;
};

void check_mutation(const std::string& text, Mutations& mutations) {
    const auto parsed = parse_text(text);
    BOOST_TEST((parsed->tokens_joined() == text));
    ++mutations.all;
    const std::size_t findings = parsed->diagnostics.all().size();
    mutations.most_findings = std::max(mutations.most_findings, findings);
    if (findings > 1) ++mutations.with_more_than_one_finding;
    for (const auto& finding : parsed->diagnostics.all()) {
        BOOST_TEST((finding.span.begin <= finding.span.end && finding.span.end <= text.size()));
        BOOST_TEST(!finding.way_out.nl.empty() == !finding.way_out.en.empty());
    }
    // What can still be read round-trips.
    if (findings == 0) {
        const auto formatted = format(parsed->sources, parsed->file, Language::nl);
        BOOST_TEST_REQUIRE(formatted.has_value());
        const auto again = parse_text(*formatted);
        BOOST_TEST((again->tree() == parsed->tree()));
    }
}

std::vector<Token> marks_of(const wegwijzer::test::Parsed& parsed) {
    std::vector<Token> marks;
    for (const Token& token : parsed.file.tokens)
        if (token.kind != TokenKind::blank && token.kind != TokenKind::line_end && token.kind != TokenKind::comment &&
            token.kind != TokenKind::byte_order_mark)
            marks.push_back(token);
    return marks;
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_mistake_is_one_finding) {
    const std::string text = wegwijzer::test::reference_pack();
    const auto parsed = parse_text(text);
    const std::vector<Token> marks = marks_of(*parsed);
    const auto piece = [&](std::size_t i) { return text.substr(marks[i].begin, marks[i].end - marks[i].begin); };
    Mutations left_out;
    Mutations doubled;
    Mutations swapped;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::string before = text.substr(0, marks[i].begin);
        const std::string behind = text.substr(marks[i].end);
        BOOST_TEST_CONTEXT("at " << i << ": " << piece(i)) {
            check_mutation(before + behind, left_out);
            check_mutation(fmt::format("{}{} {}{}", before, piece(i), piece(i), behind), doubled);
            if (i + 1 == marks.size()) continue;
            const std::string between = text.substr(marks[i].end, marks[i + 1].begin - marks[i].end);
            const std::string rest = text.substr(marks[i + 1].end);
            check_mutation(fmt::format("{}{}{}{}{}", before, piece(i + 1), between, piece(i), rest), swapped);
        }
    }
    for (const Mutations* mutations : {&left_out, &doubled, &swapped}) {
        BOOST_TEST_MESSAGE(mutations->all << " mutations, " << mutations->with_more_than_one_finding
                                          << " with more than one finding, at most " << mutations->most_findings);
        // A swap over the border of two declarations is a mistake in both.
        BOOST_TEST(mutations->with_more_than_one_finding * 100 <= mutations->all * 4);
        BOOST_TEST(mutations->most_findings <= 3u);
    }
    BOOST_TEST(left_out.with_more_than_one_finding + doubled.with_more_than_one_finding <= 3u);
}

// Any bytes at all: nothing is lost, and it ends.
BOOST_AUTO_TEST_CASE(survives_random_edits) {
    const std::string text = wegwijzer::test::reference_pack();
    static constexpr std::string_view pieces[] = {"\"",  "(",    ")",          "{",  "}",  "|",   "||", "-",
                                                  "\n",  "\n  ", " ",          "en", "of", "als", "é",  "\xCC\x88",
                                                  "5,5", "5.5",  "2026-13-40", "#",  "\\", "“",   "\t", "≤"};
    for (std::uint64_t seed = 0; seed < wegwijzer::test::rounds(300); ++seed) {
        wegwijzer::test::Random random(seed);
        std::string changed = text;
        for (std::uint64_t edits = 1 + random.below(8); edits > 0; --edits) {
            std::size_t place = random.below(changed.size());
            while (place < changed.size() && (static_cast<unsigned char>(changed[place]) & 0xC0u) == 0x80u) ++place;
            std::size_t end = std::min(changed.size(), place + random.below(6));
            while (end < changed.size() && (static_cast<unsigned char>(changed[end]) & 0xC0u) == 0x80u) ++end;
            changed.replace(place, random.one_in(2) ? 0 : end - place, pieces[random.below(std::size(pieces))]);
        }
        BOOST_TEST_CONTEXT("seed " << seed) {
            const auto parsed = parse_text(changed);
            BOOST_TEST((parsed->tokens_joined() == changed));
            for (const auto& finding : parsed->diagnostics.all())
                BOOST_TEST((finding.span.begin <= finding.span.end && finding.span.end <= changed.size()));
            BOOST_TEST(!parsed->rendered(Language::en).empty() == !parsed->diagnostics.all().empty());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
