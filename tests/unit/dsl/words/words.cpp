#include "dsl/words/words.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

BOOST_AUTO_TEST_SUITE(words)

namespace {

using wegwijzer::Language;
using wegwijzer::Word;

}  // namespace

BOOST_AUTO_TEST_CASE(has_a_dutch_and_an_english_spelling_for_every_word) {
    for (std::size_t i = 0; i < wegwijzer::word_count; ++i) {
        const auto word = static_cast<Word>(i);
        for (const Language language : {Language::nl, Language::en}) {
            const std::string_view spelled = wegwijzer::spelling(word, language);
            BOOST_TEST_INFO(spelled);
            BOOST_TEST(!spelled.empty());
            BOOST_TEST(
                (spelled.find("  ") == std::string_view::npos && spelled.front() != ' ' && spelled.back() != ' '));
        }
    }
}

BOOST_AUTO_TEST_CASE(finds_a_word_by_its_place) {
    BOOST_TEST((wegwijzer::find_word("uitgevoerd", wegwijzer::WordPlace::status, Language::nl) == Word::done));
    BOOST_TEST((wegwijzer::find_word("done", wegwijzer::WordPlace::status, Language::en) == Word::done));
    BOOST_TEST(!wegwijzer::find_word("uitgevoerd", wegwijzer::WordPlace::status, Language::en).has_value());
    BOOST_TEST(!wegwijzer::find_word("uitgevoerd", wegwijzer::WordPlace::term, Language::nl).has_value());
}

// Where one spelling stands for two words, they have places of their own.
BOOST_AUTO_TEST_CASE(spells_no_two_words_of_one_place_alike) {
    for (const Language language : {Language::nl, Language::en}) {
        std::map<std::pair<std::string_view, wegwijzer::WordPlace>, int> seen;
        for (std::size_t i = 0; i < wegwijzer::word_count; ++i) {
            const auto word = static_cast<Word>(i);
            // One Dutch word for the singular and the plural.
            if (language == Language::nl &&
                (word == Word::hours || word == Word::years || word == Word::percentage_points))
                continue;
            const bool is_again = ++seen[{wegwijzer::spelling(word, language), wegwijzer::place_of(word)}] > 1;
            // "from day 20" and "from day 20 to day 30" begin alike.
            if (word == Word::from_day_on && language == Language::en) continue;
            // `no` is `nee` and `geen`: what follows it decides.
            if (word == Word::no && language == Language::en) continue;
            BOOST_TEST_INFO(wegwijzer::spelling(word, language));
            BOOST_TEST(!is_again);
        }
    }
}

BOOST_AUTO_TEST_CASE(reserves_the_words_of_both_languages) {
    for (const char* word : {"aantal", "geen", "student", "of", "signal", "unless", "is"})
        BOOST_TEST(wegwijzer::is_reserved(word));
    for (const char* word : {"ernst", "fase", "start", "dagen", "studiejaar", "severity", "none", "Aantal"})
        BOOST_TEST(!wegwijzer::is_reserved(word));
}

BOOST_AUTO_TEST_CASE(reserves_what_the_reference_lists) {
    std::ifstream file("../shared/design/language.md");
    if (!file) {
        BOOST_TEST_MESSAGE("skipped: the reference is not beside this repository");
        return;
    }
    std::string line;
    std::set<std::string> listed;
    bool in_table = false;
    while (std::getline(file, line)) {
        if (line.starts_with("**Reserved words**")) in_table = true;
        if (!in_table) continue;
        if (line.starts_with("| nl |") || line.starts_with("| en |")) {
            std::istringstream words(line.substr(6, line.rfind('|') - 6));
            for (std::string word; words >> word;) listed.insert(word);
        }
        if (line.starts_with("`t/m`")) break;
    }
    BOOST_TEST(listed.size() > 60u);
    for (const std::string& word : listed) {
        BOOST_TEST_INFO(word);
        BOOST_TEST(wegwijzer::is_reserved(word));
    }
    // And no other: every part of every word of the language.
    for (std::size_t i = 0; i < wegwijzer::word_count; ++i) {
        for (const Language language : {Language::nl, Language::en}) {
            std::istringstream parts{std::string(wegwijzer::spelling(static_cast<Word>(i), language))};
            for (std::string part; parts >> part;) {
                BOOST_TEST_INFO(part);
                BOOST_TEST(wegwijzer::is_reserved(part) == listed.contains(part));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
