// How parts of a condition belong together.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_brackets)

BOOST_AUTO_TEST_CASE(both_readings) {
    const Mistake mistake(Code::F021, with_signal("werkt en motivatie < 3 of geen toets"));
    BOOST_TEST(mistake.gives("schrijf `(werkt en motivatie < 3) of", "als (werkt en motivatie < 3) of geen toets\n"));
    BOOST_TEST(mistake.gives("schrijf `werkt en (motivatie < 3 of", "als werkt en (motivatie < 3 of geen toets)\n"));
    BOOST_TEST(!mistake.prefers_one());
}

BOOST_AUTO_TEST_CASE(parts_that_exclude_each_other_are_alternatives) {
    const Mistake mistake(Code::W109, with_signal("motivatie < 2 en motivatie > 4"));
    BOOST_TEST(mistake.gives("schrijf `motivatie < 2 of motivatie > 4`", "als motivatie < 2 of motivatie > 4\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
