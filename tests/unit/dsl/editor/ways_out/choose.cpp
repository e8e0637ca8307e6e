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

// Which packs stand beside it, the editor knows: what is chosen is read and tried as well.
BOOST_AUTO_TEST_CASE(a_pack_that_stands_beside_it) {
    const std::string rules = "gebruik basis\n\n" + with_signal("is_laag");
    const PackText beside{"basiss", {{"basiss/b.regels", "regelpakket basiss \"B\"\n\nbegrip is_laag = 1 < 2\n"}}};
    const PacksBeside packs_beside = [&](const PackText&) { return std::vector{beside}; };
    const auto titles_with = [&](const PacksBeside& others) {
        const Compilation compilation =
            compile(with_packs_in_use({{"proef", {{"proef.regels", testing::pack_head + rules}}}}, packs_beside));
        std::vector<std::string> titles;
        for (const Diagnostic& finding : compilation.diagnostics.all()) {
            if (finding.code != Code::F185) continue;
            for (const WayOut& way : ways_out(compilation, finding, Language::nl, others)) titles.push_back(way.title);
        }
        return titles;
    };
    BOOST_TEST(titles_with(packs_beside) == std::vector<std::string>{"bedoelt u `basiss`?"},
               boost::test_tools::per_element());
    BOOST_TEST(titles_with({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
