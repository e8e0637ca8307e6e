// A way out that another pack could not live with.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(ways_out_carry_out)

BOOST_AUTO_TEST_CASE(a_name_that_another_pack_reads_is_not_taken_away) {
    const std::string pack = std::string(testing::pack_head) + "parameter grens : geheel = 3\n";
    const std::string user =
        "regelpakket school \"School\"\n  eigenaar \"E\"\n  doel \"D\"\n  rechtsgrond \"R\"\n\n"
        "gebruik proef\n\nstel grens in op 4\n";
    const Compilation alone = compile({{"proef", {{"proef.regels", pack}}}});
    const auto at = static_cast<std::uint32_t>(pack.find("parameter grens"));
    const WayOut removed{"", {{"proef.regels", at, static_cast<std::uint32_t>(pack.size()), ""}}};
    const std::vector<PackText> both{{"school", {{"school.regels", user}}}, {"proef", {{"proef.regels", pack}}}};
    BOOST_TEST(takes_a_name_away(alone, removed));
    BOOST_TEST(brings_errors_to(both, removed));
    const auto value = static_cast<std::uint32_t>(pack.rfind('3'));
    const WayOut changed{"", {{"proef.regels", value, value + 1, "5"}}};
    BOOST_TEST(!takes_a_name_away(alone, changed));
    BOOST_TEST(!brings_errors_to(both, changed));
    BOOST_TEST(!brings_errors_to({{"proef", {{"ander.regels", pack}}}}, removed));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
