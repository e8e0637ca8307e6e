// Conditions that hold too often or too seldom, and rows that leave something between them.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_bounds)

BOOST_AUTO_TEST_CASE(of_parts_that_cover_everything_either_stays_or_it_asks_whether_it_is_known) {
    const Mistake mistake(Code::W110, with_signal("motivatie < 3 of motivatie >= 3"));
    BOOST_TEST(mistake.gives("schrijf `motivatie < 3`", "als motivatie < 3\n"));
    BOOST_TEST(mistake.gives("schrijf `motivatie >= 3`", "als motivatie >= 3\n"));
    BOOST_TEST(mistake.gives("schrijf `motivatie is bekend`", "als motivatie is bekend\n"));
    BOOST_TEST(mistake.gives("schrijf `motivatie < …`", "als motivatie < … of motivatie >= 3\n"));
}

BOOST_AUTO_TEST_CASE(a_count_is_unknown_where_its_series_is) {
    const Mistake mistake(Code::W110, with_signal("aantal toetsen >= 0"));
    BOOST_TEST(mistake.gives("schrijf `aantal toetsen is bekend`", "als aantal toetsen is bekend\n"));
    BOOST_TEST(mistake.gives("schrijf `aantal toetsen >= …`", "als aantal toetsen >= …\n"));
}

BOOST_AUTO_TEST_CASE(of_points_that_exclude_each_other_one_is_enough) {
    const Mistake mistake(
        Code::W109, with_signal("minstens 2 van:\n    - motivatie < 2\n    - motivatie > 4\n    - motivatie is 3"));
    BOOST_TEST(mistake.gives("schrijf `minstens 1 van:`", "als minstens 1 van:\n    - motivatie < 2\n"));
}

constexpr const char* table = R"(begrip gemiddeld = gemiddelde cijfer van toetsen

tabel t : geheel
  trefwijze uniek
  | gemiddeld || n |
  | <= 5,4    || 1 |
  | >= 5,5    || 2 |
)";

BOOST_AUTO_TEST_CASE(rows_meet_at_either_end) {
    const Mistake mistake(Code::W162, table);
    BOOST_TEST(mistake.gives("schrijf `< 5,5`", "| < 5,5    || 1 |\n  | >= 5,5    || 2 |"));
    BOOST_TEST(mistake.gives("schrijf `> 5,4`", "| <= 5,4    || 1 |\n  | > 5,4    || 2 |"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
