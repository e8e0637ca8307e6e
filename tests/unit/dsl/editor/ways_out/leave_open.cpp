// What only the author knows is left open with `…`, and the title says so.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_leave_open)

BOOST_AUTO_TEST_CASE(a_number_that_is_too_large) {
    const Mistake mistake(Code::F005, with_signal("motivatie < 99999999999999999999"));
    BOOST_TEST(mistake.titles() == std::vector<std::string>{"schrijf `…` (vul zelf in wat er op … hoort)"},
               boost::test_tools::per_element());
    BOOST_TEST(mistake.gives("schrijf `…`", "als motivatie < …\n"));
}

BOOST_AUTO_TEST_CASE(a_number_where_a_text_belongs_is_one) {
    const Mistake mistake(Code::F005, with_signal("vak is 99999999999999999999"));
    BOOST_TEST(mistake.gives("schrijf `\"999", "als vak is \"99999999999999999999\"\n"));
}

BOOST_AUTO_TEST_CASE(a_value_that_is_missing_behind_a_sign) {
    BOOST_TEST(Mistake(Code::F018, with_signal("motivatie <")).gives("schrijf `< …`", "als motivatie < …\n"));
}

BOOST_AUTO_TEST_CASE(a_name_that_is_missing_is_chosen_and_not_left_open) {
    const Mistake mistake(Code::F018, "interventie i\n  door\n");
    BOOST_TEST(mistake.gives("schrijf `door slber`", "  door slber\n"));
    BOOST_TEST(!mistake.offers("schrijf `door …`"));
}

BOOST_AUTO_TEST_CASE(a_number_of_times_is_a_number_or_a_parameter) {
    const Mistake mistake(Code::F038, with_signal("minstens motivatie toetsen"));
    BOOST_TEST(mistake.gives("schrijf `minstens … toetsen`", "als minstens … toetsen\n"));
    BOOST_TEST(
        mistake.gives("voeg toe:  parameter grens_motivatie", "parameter grens_motivatie : geheel = …\n\nsignaal s"));
    BOOST_TEST(mistake.gives("voeg toe:  parameter grens_motivatie", "als minstens grens_motivatie toetsen"));
}

BOOST_AUTO_TEST_CASE(a_field_that_no_rule_may_read_goes_and_another_condition_comes) {
    BOOST_TEST(Mistake(Code::F054, with_signal("herkomst is eu")).gives("haal `herkomst is eu` weg", "  als …\n"));
    const Mistake part(Code::F054, with_signal("herkomst is eu en werkt"));
    BOOST_TEST(part.gives("haal `herkomst is eu` weg", "  als werkt\n"));
    BOOST_TEST(part.prefers_one());
}

BOOST_AUTO_TEST_CASE(of_a_text_the_value_goes_or_all_of_it) {
    const Mistake mistake(Code::F054, with_signal("werkt") + "  uitleg \"Komt uit {herkomst}.\"\n");
    BOOST_TEST(mistake.gives("haal `{herkomst}` weg", "uitleg \"Komt uit ….\"\n"));
    BOOST_TEST(mistake.gives("haal `uitleg", "  als werkt\n"));
}

BOOST_AUTO_TEST_CASE(events_behind_voor) {
    const Mistake mistake(Code::F112,
                          "parameter grens : percentage = 70%\nstel grens in op 80% voor minstens 1 toets\n");
    BOOST_TEST(mistake.gives("haal `minstens 1 toets` weg", "stel grens in op 80% voor …\n"));
}

BOOST_AUTO_TEST_CASE(another_bound_for_each_of_those_that_exclude_each_other) {
    const Mistake mistake(Code::W109, with_signal("motivatie < 2 en motivatie > 4"));
    BOOST_TEST(mistake.gives("schrijf `motivatie < …`", "als motivatie < … en motivatie > 4\n"));
    BOOST_TEST(mistake.gives("schrijf `motivatie > …`", "als motivatie < 2 en motivatie > …\n"));
    BOOST_TEST(!mistake.prefers_one());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
