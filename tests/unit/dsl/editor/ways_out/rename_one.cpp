// Names: another one for one of two, or one for what stands there without.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;
using testing::with_signal;

BOOST_AUTO_TEST_SUITE(ways_out_rename_one)

BOOST_AUTO_TEST_CASE(of_too_many_parentheses_the_middle_gets_a_name) {
    const std::string open(101, '(');
    const std::string close(101, ')');
    const std::string text = Mistake(Code::F023, with_signal(open + "werkt" + close)).after("voeg toe:  begrip deel");
    const auto half = [](char c) { return std::string(50, c); };
    BOOST_TEST(text.find("begrip deel = " + half('(')) != std::string::npos);
    BOOST_TEST(text.find("\n\nsignaal s\n  factor inzet\n  als " + half('(')) != std::string::npos);
    BOOST_TEST(text.find("(deel)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_parameter_of_another_type_becomes_a_number_of_times) {
    const Mistake mistake(Code::F038, "parameter vaak : getal = 2\n\n" + with_signal("minstens vaak toetsen"));
    BOOST_TEST(mistake.gives("schrijf `vaak : geheel`", "parameter vaak : geheel = 2\n"));
}

BOOST_AUTO_TEST_CASE(three_numbers_for_one_thing_become_one_parameter) {
    std::string rules;
    for (const char* number : {"2", "3", "4"})
        rules += "signaal s" + std::string(number) + "\n  factor inzet\n  als motivatie < " + number + "\n\n";
    const Mistake mistake(Code::W118, rules);
    BOOST_TEST(mistake.gives("voeg toe:  parameter grens_motivatie : geheel = 2", "als motivatie < grens_motivatie\n"));
}

BOOST_AUTO_TEST_CASE(two_of_one_name_are_called_apart) {
    const Mistake mistake(Code::F033, with_signal("werkt") + "\n" + with_signal("motivatie < 3"));
    BOOST_TEST(mistake.gives("noem `s` op regel 28 `s_2`", "signaal s_2\n"));
    BOOST_TEST(mistake.gives("noem `s` op regel 24 `s_2`", "signaal s_2\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
