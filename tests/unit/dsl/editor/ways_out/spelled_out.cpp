// What a message shows in pieces.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_spelled_out)

BOOST_AUTO_TEST_CASE(a_quote_that_is_missing) {
    const Mistake mistake(Code::F008, with_signal("werkt") + "  uitleg \"Werkt naast de studie\n");
    BOOST_TEST(!mistake.titles().empty());
}

BOOST_AUTO_TEST_CASE(a_field_without_a_type_that_begins_the_studies) {
    const Mistake mistake(Code::F160, with_signal("gemiddelde cijfer van toetsen in enige 4 weken < 5,5"));
    BOOST_TEST(mistake.gives("schrijf `in de laatste 4 weken`", "van toetsen in de laatste 4 weken < 5,5\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
