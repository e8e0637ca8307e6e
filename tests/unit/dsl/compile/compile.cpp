// Packs from text to rule set: several files, several packs, two languages, bytes that are no text.
#include "dsl/compile/compile.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "engine/model/print_model.h"
#include "tests/support/pack_text.h"

using namespace wegwijzer;
using namespace wegwijzer::testing;

BOOST_AUTO_TEST_SUITE(compile_packs)

namespace {

const std::string pack_line = "regelpakket p\n  eigenaar \"e\" doel \"d\" rechtsgrond \"r\"\n";
const std::string data = "gegevens student\n  id : sleutel\n  begin : datum start\n";

PackText pack(const std::string& name, std::vector<std::string> files) {
    PackText result{name, {}};
    for (std::string& text : files) {
        result.files.push_back({name + '/' + std::to_string(result.files.size()) + ".regels", std::move(text)});
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(files_of_one_pack_are_read_in_order) {
    const Compilation compilation =
        compile({pack("p", {"parameter g : geheel = 1\nstel g in op 2 voor werkt\n",
                            pack_line + data + "  werkt : ja/nee\n", "stel g in op 3 voor niet werkt\n"})});
    BOOST_TEST(findings_text(compilation).empty());
    BOOST_REQUIRE(compilation.rules != nullptr);
    BOOST_TEST(compilation.rules->parameters.front().overrides.size() == 2u);
    BOOST_TEST(compilation.files.size() == 3u);
}

BOOST_AUTO_TEST_CASE(several_packs_form_one_rule_set) {
    const std::string local = "stel g in op 3\n";
    const Compilation compilation =
        compile({pack("p", {pack_line + data + "parameter g : geheel = 1\n"}), pack("lokaal", {local})});
    BOOST_TEST(findings_text(compilation).empty());
    BOOST_REQUIRE(compilation.rules != nullptr);
    BOOST_TEST(compilation.rules->packs.size() == 1u);
    BOOST_TEST(compilation.rules->parameters.front().overrides.size() == 1u);
    BOOST_TEST(findings_text(compile({pack("lokaal", {"begrip b = 3\n"}), pack("p", {pack_line + data})})) ==
               "F119 ``");
}

BOOST_AUTO_TEST_CASE(names_are_unique_over_all_packs) {
    const std::string other = "regelpakket q\n  eigenaar \"e\" doel \"d\" rechtsgrond \"r\"\n";
    const auto both = [&](const std::string& one, const std::string& two) {
        return findings_text(compile({pack("p", {pack_line + one}), pack("q", {other + two})}));
    };
    BOOST_TEST(both(data + "begrip b = 3\n", "begrip b = 4\n") == "F033 `b`");
    BOOST_TEST(both(data + "rol r lijn eerste\n", "rol r lijn tweede\n") == "F033 `r`");
    BOOST_TEST(both(data + "kalender a van 2026-01-01 t/m 2026-06-01\n",
                    "kalender b van 2026-06-01 t/m 2026-12-01\n") == "F113 `b`");
    BOOST_TEST(findings_text(compile({pack("p", {pack_line + data}), pack("q", {pack_line})})) == "F033 `p`");

    // gegevens student and a reeks may stand in several packs: alike is one field, anything else an error.
    BOOST_TEST(both(data, data + "  werkt : ja/nee\n").empty());
    BOOST_TEST(both(data + "  werkt : ja/nee\n", data + "  werkt : tekst\n") == "F034 `werkt`");
    BOOST_TEST(both(data + "  werkt : ja/nee\n", data + "  werkt : ja/nee vertrouwelijk\n") == "F034 `werkt`");
    BOOST_TEST(both(data, "gegevens student\n  nummer : sleutel\n") == "F116 `sleutel`");
    const std::string series = "reeks x, xen\n  d : datum\n  v : getal van 1 t/m 5\n";
    BOOST_TEST(both(data + series, series + "  w : tekst\n").empty());
    BOOST_TEST(both(data + series, "reeks x, xen\n  d : datum\n  v : getal van 1 t/m 6\n") == "F034 `v`");
    BOOST_TEST(both(data + series, "reeks x, xen vertrouwelijk\n  d : datum\n") == "F034 `xen`");
    BOOST_TEST(both(data + series, "reeks x, ixen\n  d : datum\n") == "F033 `x`");
    const std::string marked = "reeks x, xen bijzonder\n  d : datum\n";
    BOOST_TEST(
        both(data + marked, marked + "  w : getal\nfactor f\nsignaal s\n  factor f\n  als som w van xen > 3\n") ==
        "F053 `som w van xen`");
}

BOOST_AUTO_TEST_CASE(packs_may_differ_in_language) {
    const std::string english =
        "rulepack q\n  language en\n  owner \"e\" purpose \"d\" legal ground \"r\"\n"
        "factor f\nsignal s\n  factor f\n  if begin + 1 year < reference date\n";
    const Compilation compilation = compile({pack("p", {pack_line + data}), pack("q", {english, "concept b = 5.5\n"})});
    BOOST_TEST(findings_text(compilation).empty());
    BOOST_REQUIRE(compilation.rules != nullptr);
    BOOST_TEST((compilation.rules->packs[0].language == Language::nl));
    BOOST_TEST((compilation.rules->packs[1].language == Language::en));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_are_one_finding) {
    const Compilation compilation = compile({pack("p", {pack_line + data, "begrip b = \"\xff\xfe\"\n"})});
    BOOST_REQUIRE(compilation.diagnostics.all().size() == 1u);
    BOOST_TEST((compilation.diagnostics.all().front().code == Code::F001));
    BOOST_TEST(compilation.rules == nullptr);
}

// What could not be read may have declared a name, or been a clause: nothing follows from it.
BOOST_AUTO_TEST_CASE(a_broken_part_has_no_consequences) {
    const auto broken = [&](const std::string& from, const std::string& to, const std::string& body) {
        std::string text = pack_head();
        text.replace(text.find(from), from.size(), to);
        return findings(compile_text(text + body)).size();
    };
    const std::string reads = "signaal s\n  factor kennis\n  als motivatie < 3 en werkt en geen toets met cijfer < 5\n";
    BOOST_TEST(broken("motivatie     : getal van 1 t/m 5", "motivatie     : gtal van 1 t/m 5", reads) == 1u);
    BOOST_TEST(broken("motivatie     : getal van 1 t/m 5", "motivatie     : @", reads) == 1u);
    BOOST_TEST(broken("reeks toets, toetsen", "reeks toets toetsen", reads) == 1u);
    BOOST_TEST(broken("factor kennis", "factor kennis 3", reads) == 1u);
    BOOST_TEST(broken("gegevens student", "gegevens studenten", reads) == 1u);
    BOOST_TEST(broken("regelpakket proef", "regelpaket proef", reads) == 1u);
    BOOST_TEST(broken("werkt         : ja/nee", "werkt         : ja/nee", "signaal s\n  factor kennis\n  als @\n") ==
               1u);
    const std::string example = "voorbeeld \"x\"\n  op 2026-10-01\n  gegeven student\n    startdatum ";
    BOOST_TEST(broken("rol zat", "rol zat", example + "206-08-31\n") == 1u);
    BOOST_TEST(broken("rol zat", "rol zat",
                      example + "2026-08-31\n  gegven toetsen\n    | datum | vak |\n    | 2026-09-01 | a |\n") == 1u);
    BOOST_TEST(broken("rol slber lijn eerste", "rol slber lijn erste", reads) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
