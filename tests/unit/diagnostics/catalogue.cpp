// The rules of docs/messages.md that a program can check, for every code there is.
#include "engine/diagnostics/catalogue.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>
#include <string>

BOOST_AUTO_TEST_SUITE(catalogue)

namespace {

using wegwijzer::Code;
using wegwijzer::FindingKind;

// "{0}{2}" of "from {2} to {0} and {2}".
std::string placeholders(std::string_view text) {
    static const std::regex placeholder(R"(\{\d+\})");
    const std::string copy(text);
    std::set<std::string> found;
    for (std::sregex_iterator at(copy.begin(), copy.end(), placeholder), end; at != end; ++at) found.insert(at->str());
    std::string all;
    for (const std::string& one : found) all += one;
    return all;
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// Backticks stand in pairs, a first line neither starts with a capital nor ends in a full stop.
void check_text(std::string_view text) {
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST(std::count(text.begin(), text.end(), '`') % 2 == 0);
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST(!text.ends_with('.'));
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST(!text.ends_with(' '));
    BOOST_TEST_INFO("text: " << text);
    BOOST_TEST(!(is_capital(text.front()) && !(text.size() > 1 && is_capital(text[1]))));  // AVG art. 9 may
    for (const char* word : {"illegaal", "illegal", "verboden", "forbidden", "token", "expressie", "expression",
                             "identifier", "u bent vergeten", "you forgot", "syntax", "parse", "null", "string"}) {
        const std::regex whole("(^|[^a-z`])" + std::string(word) + "($|[^a-z])");
        BOOST_TEST_INFO("text: " << text << "\nword: " << word);
        BOOST_TEST(!std::regex_search(std::string(text), whole));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_code_is_found_by_its_text) {
    std::set<std::string_view> seen;
    for (const Code code : wegwijzer::all_codes()) {
        const std::string_view text = entry(code).code;
        BOOST_TEST_INFO(text);
        BOOST_TEST(seen.insert(text).second);
        BOOST_TEST_INFO(text);
        BOOST_TEST((wegwijzer::find_code(text) == code));
    }
    BOOST_TEST(seen.count("F014") == 1U);
    BOOST_TEST(!wegwijzer::find_code("F000").has_value());
    BOOST_TEST(!wegwijzer::find_code("").has_value());
}

BOOST_AUTO_TEST_CASE(the_letter_of_a_code_says_its_kind) {
    for (const Code code : wegwijzer::all_codes()) {
        const auto& its = entry(code);
        BOOST_TEST_INFO(its.code);
        BOOST_TEST(std::regex_match(std::string(its.code), std::regex("[FWNG][0-9]{3}")));
        const char letter = its.code.front();
        const FindingKind expected = letter == 'F'   ? FindingKind::error
                                     : letter == 'N' ? FindingKind::note
                                                     : FindingKind::warning;
        BOOST_TEST_INFO(its.code);
        BOOST_TEST((its.kind == expected));
    }
}

BOOST_AUTO_TEST_CASE(every_text_is_there_in_both_languages) {
    for (const Code code : wegwijzer::all_codes()) {
        const auto& its = entry(code);
        BOOST_TEST_CONTEXT(its.code) {
            BOOST_TEST(!its.message_nl.empty());
            BOOST_TEST(!its.message_en.empty());
            BOOST_TEST(its.message_nl != its.message_en);
            BOOST_TEST(its.why_nl.empty() == its.why_en.empty());
            BOOST_TEST(its.do_nl.empty() == its.do_en.empty());
            BOOST_TEST(placeholders(its.message_nl) == placeholders(its.message_en));
            BOOST_TEST(placeholders(its.why_nl) == placeholders(its.why_en));
            BOOST_TEST(placeholders(its.do_nl) == placeholders(its.do_en));
            for (const auto text : {its.message_nl, its.message_en, its.why_nl, its.why_en, its.do_nl, its.do_en}) {
                if (!text.empty()) check_text(text);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
