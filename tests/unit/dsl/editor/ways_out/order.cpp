// What stands in the wrong order or the wrong place.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_order)

BOOST_AUTO_TEST_CASE(the_ends_of_a_range_the_other_way_round) {
    const Mistake mistake(Code::F088, "parameter p : getal = 3\n  tussen 5 en 1\n");
    BOOST_TEST(mistake.gives("wissel om: `5` en `1`", "  tussen 1 en 5\n"));
}

BOOST_AUTO_TEST_CASE(a_level_that_is_never_reached_changes_places) {
    const Mistake mistake(
        Code::W107, "signaal s\n  factor inzet\n  ernst hoog als motivatie < 3\n  ernst midden als motivatie < 2\n");
    BOOST_TEST(mistake.gives("wissel om", "  ernst hoog als motivatie < 2\n  ernst midden als motivatie < 3\n"));
}

BOOST_AUTO_TEST_CASE(a_line_in_the_first_column) {
    BOOST_TEST(Mistake(Code::F016, "signaal s\n  factor inzet\nals werkt\n")
                   .gives("laat de regel inspringen", "\n  als werkt\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
