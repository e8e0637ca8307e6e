// What the message says word for word.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_as_told)

BOOST_AUTO_TEST_CASE(in_its_place) {
    const Mistake mistake(Code::F003, with_signal("minstens 1 toets met cijfer < 5.5"));
    BOOST_TEST(mistake.gives("schrijf `5,5`", "met cijfer < 5,5\n"));
    BOOST_TEST(mistake.prefers_one());
}

BOOST_AUTO_TEST_CASE(in_the_language_of_the_reader_but_not_in_the_pack) {
    const Mistake mistake(Code::F003, with_signal("minstens 1 toets met cijfer < 5.5"), testing::pack_head,
                          Language::en);
    BOOST_TEST(mistake.gives("write `5,5`", "met cijfer < 5,5\n"));
}

BOOST_AUTO_TEST_CASE(on_a_line_of_its_own) {
    const Mistake mistake(Code::F050, "interventie i\n");
    BOOST_TEST(!mistake.titles().empty());
    const Mistake none(Code::F050, "signaal t\n  als werkt\n");
    BOOST_TEST(none.gives("voeg toe:  factor inzet", "  als werkt\n  factor inzet\n"));
}

BOOST_AUTO_TEST_CASE(a_warning_is_allowed_where_it_stands) {
    const Mistake mistake(Code::W003, with_signal("tijd sinds laatste toets > 6 weken"));
    BOOST_TEST(mistake.gives("sta W003 hier toe", "  # sta toe W003: …\n  als tijd sinds"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
