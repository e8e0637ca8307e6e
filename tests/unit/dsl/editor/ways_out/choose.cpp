// One way per name that would be right there, the nearest first.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_choose)

BOOST_AUTO_TEST_CASE(a_name_with_a_slip) {
    const Mistake mistake(Code::F030, with_signal("geen toetsn"));
    BOOST_TEST(mistake.gives("bedoelt u de reeks `toets`", "als geen toets\n"));
}

BOOST_AUTO_TEST_CASE(a_priority_that_is_none) {
    const Mistake mistake(Code::F105,
                          "interventie i\n  door slber\n\nbeleid p\n  als werkt\n  adviseer i\n  prioriteit 9\n");
    BOOST_TEST(mistake.titles().front() == "schrijf `prioriteit 5`");
    BOOST_TEST(mistake.titles().size() == 5);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
