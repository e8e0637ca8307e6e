// Lines and words that are missing.
#include "tests/unit/dsl/editor/ways_out/trying.h"

namespace wegwijzer::editor {

using testing::Mistake;

BOOST_AUTO_TEST_SUITE(ways_out_add)

BOOST_AUTO_TEST_CASE(an_empty_file_begins_a_pack_that_checks) {
    const Mistake mistake(Code::F121, "# hier komt nog iets\n", "");
    const std::string text = mistake.after("begin een regelpakket");
    BOOST_TEST(text.starts_with("# hier komt nog iets\n\nregelpakket naam \"…\"\n"));
    BOOST_TEST(text.ends_with("gegevens student\n  studentnummer : sleutel\n  startdatum : datum start\n"));
    const Compilation compilation = compile({{"proef", {{"proef.regels", text}}}});
    BOOST_TEST(!compilation.diagnostics.has_errors());
}

BOOST_AUTO_TEST_CASE(a_tie_is_broken_by_either) {
    const std::string rules =
        "interventie i\n  door slber\n  niet samen met j\n\ninterventie j\n  door slber\n\n"
        "beleid p\n  als werkt\n  adviseer i\n\nbeleid q\n  als motivatie < 3\n  adviseer j\n";
    const Mistake mistake(Code::W004, rules);
    BOOST_TEST(mistake.gives("voeg aan `p` toe:  prioriteit 2", "  adviseer i\n  prioriteit 2\n"));
    BOOST_TEST(mistake.gives("voeg aan `q` toe:  prioriteit 2", "  adviseer j\n  prioriteit 2\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
