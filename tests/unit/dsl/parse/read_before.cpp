#include "dsl/parse/read_before.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "dsl/parse/parse.h"
#include "tests/support/parsing.h"
#include "tests/support/random.h"

namespace wegwijzer::parsing {
BOOST_AUTO_TEST_SUITE(read_before)

namespace {

std::unique_ptr<test::Parsed> read(const std::string& text, ReadBefore* before) {
    auto parsed = std::make_unique<test::Parsed>();
    const SourceId source = parsed->sources.add("x.regels", text);
    if (before != nullptr) before->begin_round();
    parsed->file = parse(parsed->sources, source, find_language(text), parsed->diagnostics, before);
    if (before != nullptr) before->end_round();
    parsed->diagnostics.sort(parsed->sources);
    return parsed;
}

std::string written(const Span& span) { return std::to_string(span.begin) + '-' + std::to_string(span.end) + ' '; }

// All there is to see of a reading, with every place in it.
std::string all_of(const test::Parsed& parsed) {
    std::string all = parsed.tree() + parsed.rendered();
    for (const ast::Declaration& it : parsed.file.declarations) {
        all += written(it.span) + written(it.keyword) + std::to_string(it.first_token) + ' ' +
               std::to_string(it.last_token) + (it.incomplete ? " incomplete\n" : "\n");
    }
    for (const ast::Expr& it : parsed.file.exprs) all += written(it.span);
    for (const ast::Token& it : parsed.file.tokens) {
        all += std::to_string(static_cast<int>(it.kind)) + ' ' + written({parsed.file.source, it.begin, it.end});
    }
    for (const Span& it : parsed.file.doubtful) all += written(it);
    for (const Span& it : parsed.file.lost) all += written(it);
    return all;
}

// What a hand does to a text: a key, a deletion, a line less, a line twice, a declaration elsewhere.
std::string changed(test::Random& random, const std::string& text) {
    const std::size_t at = random.below(text.size());
    const std::size_t line = text.rfind('\n', at) + 1;
    const std::size_t line_end = std::min(text.find('\n', at), text.size() - 1) + 1;
    constexpr std::string_view keys = "aeinrst_ \n\"#:,{}()<=-|059%\t";
    switch (random.below(6)) {
        case 0: return text.substr(0, at) + text.substr(at + 1);
        case 1: return text.substr(0, line) + text.substr(line_end);
        case 2: return text.substr(0, line_end) + text.substr(line);
        case 3: {
            const std::size_t begin = text.find("\n\n", at);
            const std::size_t end = begin == std::string::npos ? begin : text.find("\n\n", begin + 2);
            if (end == std::string::npos) return text;
            return text.substr(begin, end - begin) + '\n' + text.substr(0, begin) + text.substr(end);
        }
        default: return text.substr(0, at) + keys[random.below(keys.size())] + text.substr(at);
    }
}

BOOST_AUTO_TEST_CASE(gives_what_reading_anew_gives) {
    test::Random random(4711);
    for (const test::NamedText& pack : test::all_packs()) {
        ReadBefore before;
        std::string text = pack.text;
        for (int round = 0; round < 60; ++round) {
            BOOST_TEST_REQUIRE((all_of(*read(text, &before)) == all_of(*read(text, nullptr))),
                               pack.name << ", round " << round);
            // Now and then back to what is right, so that mistakes don't pile up.
            text = changed(random, round % 4 == 0 ? pack.text : text);
            if (text.empty()) text = pack.text;
        }
    }
}

BOOST_AUTO_TEST_CASE(knows_what_stands_elsewhere_and_forgets_what_is_gone) {
    const std::string one = "bron boek \"Boek\"\n\n";
    const std::string other = "bron ander \"Ander\"\n";
    ReadBefore before;
    (void)read(one + other, &before);
    BOOST_TEST(before.size() == 2U);
    BOOST_TEST(before.find(one, Language::nl) != nullptr);
    BOOST_TEST(before.find(one, Language::en) == nullptr);
    (void)read("# nieuw\n" + other, &before);
    BOOST_TEST(before.size() == 1U);
    BOOST_TEST(before.find(one, Language::nl) == nullptr);
    BOOST_TEST(before.find(other, Language::nl) != nullptr);
}

BOOST_AUTO_TEST_CASE(keeps_nothing_of_what_is_wrong) {
    ReadBefore before;
    for (const char* text : {"bron boek \"Boek\n", "bron boek boek\n", "bron 1 \"Boek\"\n", "brom boek \"Boek\"\n"}) {
        BOOST_TEST_REQUIRE(!read(text, &before)->diagnostics.all().empty());
        BOOST_TEST(before.size() == 0U, text);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::parsing
