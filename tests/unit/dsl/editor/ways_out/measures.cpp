// Units, types and bounds.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_measures)

BOOST_AUTO_TEST_CASE(months_in_a_sum_as_days_or_weeks) {
    const Mistake mistake(Code::F068, with_signal("peildatum - startdag + 2 maanden > 4 weken"));
    BOOST_TEST(mistake.gives("schrijf `60 dagen`", "+ 60 dagen > 4 weken\n"));
}

BOOST_AUTO_TEST_CASE(a_result_out_of_bounds_or_bounds_around_it) {
    const Mistake mistake(Code::F164,
                          "tabel t : geheel van 1 t/m 3\n  trefwijze eerste\n  | werkt || n |\n  | ja    || 4 |\n");
    BOOST_TEST(mistake.gives("schrijf `3`", "  | ja    || 3 |\n"));
    BOOST_TEST(mistake.gives("laat de tabel lopen tot `4`", "geheel van 1 t/m 4\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
