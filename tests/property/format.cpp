// What is formatted reads back as what it was, with every comment; formatted again it stays the same; translated there and back
// it is what formatting gives.
#include "dsl/format/format.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/support/comments.h"
#include "tests/support/parsing.h"
#include "tests/support/random_pack.h"

BOOST_AUTO_TEST_SUITE(format_property)

namespace {

using wegwijzer::Language;
using wegwijzer::Scope;
using wegwijzer::test::comments_in;
using wegwijzer::test::parse_text;

std::string formatted(const wegwijzer::test::Parsed& parsed, Language language) {
    Scope scope;
    scope.add(parsed.file);
    const auto text = format(parsed.sources, parsed.file, language, scope);
    BOOST_TEST_REQUIRE(text.has_value(), "what came out did not read as what went in");
    return *text;
}

void check_round_trip(const std::string& text) {
    const auto parsed = parse_text(text);
    BOOST_TEST_REQUIRE(parsed->rendered() == "");
    const std::string canonical = formatted(*parsed, parsed->file.language);
    const auto again = parse_text(canonical, parsed->file.language);
    BOOST_TEST(again->rendered() == "");
    BOOST_TEST(again->tree() == parsed->tree());
    BOOST_TEST(comments_in(*again) == comments_in(*parsed), boost::test_tools::per_element());
    BOOST_TEST(formatted(*again, parsed->file.language) == canonical);

    const Language other = parsed->file.language == Language::nl ? Language::en : Language::nl;
    const std::string translation = formatted(*parsed, other);
    BOOST_TEST(formatted(*again, other) == translation);
    const auto translated = parse_text(translation, other);
    BOOST_TEST(translated->rendered() == "");
    BOOST_TEST(comments_in(*translated) == comments_in(*parsed), boost::test_tools::per_element());
    BOOST_TEST(formatted(*translated, other) == translation);
    BOOST_TEST(formatted(*translated, parsed->file.language) == canonical);
}

std::string random_file(wegwijzer::test::Random& random) {
    std::string text;
    for (std::uint64_t more = 1 + random.below(4); more > 0; --more) {
        text += wegwijzer::test::random_declaration(random);
        text.append(random.below(4), '\n');
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(holds_for_all_packs) {
    for (const auto& pack : wegwijzer::test::all_packs()) {
        BOOST_TEST_CONTEXT(pack.name) { check_round_trip(pack.text); }
    }
}

BOOST_AUTO_TEST_CASE(holds_for_all_packs_with_comments_anywhere) {
    for (const auto& pack : wegwijzer::test::all_packs()) {
        for (std::uint64_t seed = 0; seed < wegwijzer::test::rounds(wegwijzer::test::under_sanitizers ? 1 : 4);
             ++seed) {
            wegwijzer::test::Random random(seed);
            BOOST_TEST_CONTEXT(pack.name << ", seed " << seed) {
                check_round_trip(wegwijzer::test::with_comments(pack.text, 40, random));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(holds_for_random_files) {
    for (std::uint64_t seed = 0; seed < wegwijzer::test::rounds(wegwijzer::test::under_sanitizers ? 300 : 2000);
         ++seed) {
        wegwijzer::test::Random random(seed);
        const std::string text = random_file(random);
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << text) { check_round_trip(text); }
    }
}

BOOST_AUTO_TEST_CASE(holds_for_random_files_with_comments_anywhere) {
    for (std::uint64_t seed = 0; seed < wegwijzer::test::rounds(wegwijzer::test::under_sanitizers ? 300 : 2000);
         ++seed) {
        wegwijzer::test::Random random(seed);
        const std::string text = wegwijzer::test::with_comments(random_file(random), 1 + random.below(12), random);
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << text) { check_round_trip(text); }
    }
}

BOOST_AUTO_TEST_SUITE_END()
