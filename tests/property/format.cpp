// What is printed reads back as what it was; printed again it stays the same; and so through the other language.
#include "dsl/format/format.h"

#include <boost/test/unit_test.hpp>

#include "dsl/ast/print_ast.h"
#include "tests/support/parsing.h"
#include "tests/support/random_pack.h"

namespace {

using wegwijzer::Language;
using wegwijzer::test::parse_text;

void check_round_trip(const std::string& text) {
    const auto parsed = parse_text(text, Language::nl);
    BOOST_TEST_REQUIRE(parsed->rendered() == "");
    const std::string dutch = format(parsed->file, Language::nl);
    const auto again = parse_text(dutch, Language::nl);
    BOOST_TEST(again->rendered() == "");
    BOOST_TEST(again->tree() == parsed->tree());
    BOOST_TEST(format(again->file, Language::nl) == dutch);
    // In English, and back. `taal` says which language it is: left out here.
    const std::string english = format(parsed->file, Language::en);
    const auto translated = parse_text(english, Language::en);
    BOOST_TEST(translated->rendered() == "");
    BOOST_TEST(format(translated->file, Language::en) == english);
    std::string back = format(translated->file, Language::nl);
    const std::string says = "  taal ";
    for (std::string* side : {&back}) {
        const std::size_t place = side->find(says);
        if (place != std::string::npos && dutch.find(says) == std::string::npos)
            side->erase(place, side->find('\n', place) - place + 1);
    }
    BOOST_TEST(back == dutch);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(format_property)

BOOST_AUTO_TEST_CASE(holds_for_all_packs) {
    for (const auto& pack : wegwijzer::test::all_packs()) {
        BOOST_TEST_CONTEXT(pack.name) { check_round_trip(pack.text); }
    }
}

BOOST_AUTO_TEST_CASE(holds_for_random_declarations) {
    for (std::uint64_t seed = 0; seed < wegwijzer::test::rounds(2000); ++seed) {
        wegwijzer::test::Random random(seed);
        const std::string text = wegwijzer::test::random_declaration(random);
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << text) { check_round_trip(text); }
    }
}

BOOST_AUTO_TEST_SUITE_END()
