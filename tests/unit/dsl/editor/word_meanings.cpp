#include "dsl/editor/word_meanings.h"

#include <set>

#include <boost/test/unit_test.hpp>

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(word_meanings)

// Months, units, fields and values of the built-in series, and what is shown but not written speak for themselves.
BOOST_AUTO_TEST_CASE(every_word_that_asks_for_it_has_one_in_both_languages) {
    static const std::set<WordPlace> plain{WordPlace::month, WordPlace::unit, WordPlace::series, WordPlace::status,
                                           WordPlace::outcome};
    for (std::size_t i = 0; i < word_count; ++i) {
        const auto word = static_cast<Word>(i);
        if (plain.contains(place_of(word))) continue;
        for (const Language language : {Language::nl, Language::en}) {
            const std::string_view meaning = meaning_of(word, language);
            BOOST_TEST(meaning.ends_with('.'), spelling(word, Language::nl));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
