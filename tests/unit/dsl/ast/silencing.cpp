// Which comments allow a finding, and which are ordinary ones.
#include "dsl/ast/silencing.h"

#include <boost/test/unit_test.hpp>
#include <string>

using wegwijzer::ast::read_silencing;

BOOST_AUTO_TEST_SUITE(silencing_comments)

namespace {

// "CODE|reason"; "-" for an ordinary comment.
std::string read(std::string_view comment) {
    const auto silencing = read_silencing(comment);
    if (!silencing) return "-";
    return std::string(silencing->code) + '|' + std::string(silencing->reason);
}

}  // namespace

BOOST_AUTO_TEST_CASE(says_the_code_and_the_reason) {
    BOOST_TEST(read("# sta toe W107: zo is het bedoeld") == "W107|zo is het bedoeld");
    BOOST_TEST(read("# allow W107: that is what we mean") == "W107|that is what we mean");
    BOOST_TEST(read("#sta  toe\tw107 :x\r") == "w107|x");
    BOOST_TEST(read("## Sta toe F300: één reden: deze") == "F300|één reden: deze");
    const auto silencing = read_silencing("# sta toe W107: x");
    BOOST_REQUIRE(silencing.has_value());
    BOOST_TEST(silencing->code_begin == 10u);
    BOOST_TEST(silencing->code_end == 14u);
}

BOOST_AUTO_TEST_CASE(has_no_reason_where_nothing_is_said) {
    for (const char* comment : {"# sta toe W107", "# sta toe W107:", "# sta toe W107:   ", "# sta toe W107: …",
                                "# sta toe W107: ...", "# allow W107 because it must", "# sta toe W107, W108: twee"}) {
        BOOST_TEST_INFO(comment);
        BOOST_TEST(read(comment) == "W107|");
    }
}

BOOST_AUTO_TEST_CASE(leaves_ordinary_comments_alone) {
    for (const char* comment :
         {"#", "# ", "# W107: zo is het bedoeld", "# sta toe", "# sta toe dat dit zo is", "# allow: W107",
          "# allowed W107: x", "# sta toeW107: x", "# allowW107: x", "# sta toe W107a: x", "# sta toe W: x",
          "# sta toe W1: x", "# sta toe W12345: x", "# sta toe 107: x", "# niet: sta toe W107: x"}) {
        BOOST_TEST_INFO(comment);
        BOOST_TEST(read(comment) == "-");
    }
}

BOOST_AUTO_TEST_SUITE_END()
