// What is too much goes: a mark, a part, one of two, a comment.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_remove)

BOOST_AUTO_TEST_CASE(a_mark_that_came_along) {
    const Mistake mistake(Code::F002, with_signal("motivatie < 3 ~"));
    BOOST_TEST(mistake.gives("haal `~` weg", "als motivatie < 3\n"));
    BOOST_TEST(mistake.prefers_one());
}

BOOST_AUTO_TEST_CASE(a_mark_that_stands_where_something_belongs) {
    const Mistake mistake(Code::F002, with_signal("motivatie ~ 3"));
    BOOST_TEST(
        mistake.titles() == std::vector<std::string>{"haal `~` weg (regel 26) (dan is te zien wat hier nog ontbreekt)"},
        boost::test_tools::per_element());
    BOOST_TEST(mistake.gives("haal `~` weg", "als motivatie 3\n"));
}

BOOST_AUTO_TEST_CASE(a_mark_in_a_word_that_is_a_text) {
    BOOST_TEST(Mistake(Code::F002, with_signal("vak is wis~kunde"))
                   .gives("schrijf `\"wis~kunde\"`", "als vak is \"wis~kunde\"\n"));
}

BOOST_AUTO_TEST_CASE(one_of_two_alike_is_for_the_author_to_choose) {
    const Mistake mistake(Code::F051, with_signal("motivatie < 3") + "  als motivatie < 2\n");
    BOOST_TEST(mistake.gives("haal `als motivatie < 2` weg", "  als motivatie < 3\n"));
    BOOST_TEST(mistake.gives("haal `als motivatie < 3` weg", "  als motivatie < 2\n"));
    BOOST_TEST(!mistake.prefers_one());
}

BOOST_AUTO_TEST_CASE(a_comment_without_a_reason_goes_or_gets_one) {
    const Mistake mistake(Code::F320, with_signal("tijd sinds laatste toets > 6 weken  # sta toe W003"));
    BOOST_TEST(mistake.gives("haal `# sta toe W003` weg", "> 6 weken\n"));
    BOOST_TEST(mistake.gives("sta W003 hier toe, met een reden", "# sta toe W003: …\n"));
    const Mistake begun(Code::F320, with_signal("tijd sinds laatste toets > 6 weken  # sta toe W003: …"));
    BOOST_TEST(!begun.offers("sta W003"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
