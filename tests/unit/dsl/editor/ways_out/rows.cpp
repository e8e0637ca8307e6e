// Rows, cells and columns.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;

BOOST_AUTO_TEST_SUITE(ways_out_rows)

const std::string gap =
    "tabel t : geheel\n  trefwijze uniek\n  | motivatie || n |\n  | < 2       || 1 |\n  | >= 3      || 2 |\n";

BOOST_AUTO_TEST_CASE(a_row_for_the_gap_with_each_result_there_is) {
    const Mistake mistake(Code::W162, gap);
    BOOST_TEST(mistake.offers("voeg toe:  | "));
    BOOST_TEST(!mistake.prefers_one());
}

BOOST_AUTO_TEST_CASE(rows_that_overlap_count_from_above_or_one_goes) {
    const Mistake mistake(
        Code::F162,
        "tabel t : geheel\n  trefwijze uniek\n  | motivatie || n |\n  | < 3       || 1 |\n  | >= 2      || 2 |\n");
    BOOST_TEST(mistake.gives("schrijf `trefwijze eerste`", "  trefwijze eerste\n"));
    BOOST_TEST(mistake.offers("haal `| < 3"));
}

BOOST_AUTO_TEST_CASE(a_cell_too_few_in_each_place_where_it_may_be) {
    const Mistake mistake(Code::F161,
                          "tabel t : geheel\n  trefwijze eerste\n  | motivatie | werkt || n |\n  | < 3       || 1 |\n");
    BOOST_TEST(mistake.gives("zet `-` in kolom 2", "  | < 3       | - || 1 |\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
