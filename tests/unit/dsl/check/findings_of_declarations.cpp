// One mistake, one finding, at the smallest place: each text is wrong in one way.
#include "tests/unit/dsl/check/finding_cases.h"

using namespace wegwijzer;
using namespace wegwijzer::testing;

BOOST_AUTO_TEST_SUITE(check_findings_of_declarations)

BOOST_AUTO_TEST_CASE(begrippen_and_parameters) {
    expect_for_bodies({
        {"begrip motivatie = 3\n", "F033 `motivatie`"},
        {"begrip a = b + 1\nbegrip b = c\nbegrip c = a\nbegrip d = a + 1\n", "F107 `a`"},
        {"begrip a = a + 1\n", "F107 `a`"},
        {"parameter q : percentage = 95% tussen 50% en 90%\n", "F109 `95%`"},
        {"parameter q : percentage = 70\n", "F087 `70`"},
        {"parameter q : getal in EC = 45\n", "F087 `45`"},
        {"parameter q : geheel = 4,5\n", "F087 `4,5`"},
        {"parameter q : cijfer = 11\n", "F109 `11`"},
        {"parameter q : getal van 1 t/m 5 = 6\n", "F109 `6`"},
        {"parameter q : getal = 3 tussen 5 en 2\n", "F088 `5 en 2`"},
        {"parameter q : tekst = abc\n", "F032 `abc`"},
        {"parameter q : keuze uit a, b = c\n", "F031 `c`"},
        {"parameter q : keuze uit a, b = \"a\"\n", "F036 `\"a\"`"},
        {"parameter q : datum = 3\n", "F087 `3`"},
        {"parameter q : duur = 30 minuten\n", "F087 `30 minuten`"},
        {"parameter q : duur = 3 weken tussen 10 dagen en 30 dagen\n", "F110 `10 dagen`"},
        {"parameter q : ja/nee = ja tussen nee en ja\n", "F088 `tussen nee en ja`"},
        {"parameter q : sleutel\n", "F090 `sleutel`"},
        {"parameter q : keuze uit a, b oplopend = b tussen a en b\n", ""},
        {"parameter q : datum = 1 februari 2027 tussen 2027-01-01 en 2027-03-01\n", ""},
        {"stel grens in op 95%\n", "F109 `95%`"},
        {"stel grens in op 0,8\n", "F087 `0,8`"},
        {"stel termijn in op 10 dagen\n", "F110 `10 dagen`"},
        {"stel grns in op 80%\n", "F030 `grns`"},
        {"stel gem in op 80%\n", "F030 `gem`"},
        {"stel grens in op 80% voor werkt\nstel grens in op 75%\n", "W006 `stel`"},
        {"stel grens in op 75%\nstel grens in op 80% voor werkt\n", ""},
        {"stel grens in op 80% voor werkt\nstel grens in op 75% voor werkt\n", "W006 `stel`"},
        {"stel grens in op 80% voor aantal_keer > 3\n", "F112 `aantal_keer`"},
        {"stel grens in op 80% voor aantal toetsen > 3\n", "F112 `aantal toetsen`"},
        {"stel grens in op 80% voor geen toets\n", "F112 `geen toets`"},
        {"stel grens in op 80% voor gem < 50%\n", "F112 `gem`"},
        {"stel grens in op 80% voor opleiding is \"ICT\" en startdatum + 1 jaar > peildatum\n", ""},
        {"stel grens in op 80% omdat \"a\" omdat \"b\"\n", "F051 `omdat \"b\"`"},
        {"parameter open : geheel\n", "N001 `open`"},
        {"parameter open : geheel\nstel open in op 3\n", "F111 `open`"},
        {"parameter open : geheel\nstel open in op 3 voor werkt omdat \"x\"\n", "N001 `open`"},
        {"parameter open : geheel\nstel open in op 3 omdat \"x\"\n", ""},
        {"parameter open : duur\nstel open in op 3 weken omdat \"x\"\nstel open in op 10 dagen voor werkt omdat "
         "\"y\"\n",
         "F110 `10 dagen`"},
    });
}

BOOST_AUTO_TEST_CASE(interventions_and_roles) {
    expect_for_bodies({
        {"interventie i\n  vraag \"x\"\n", "F050 `i`"},
        {"interventie i door decaan\n", "F057 `i`"},
        {"interventie i door zat met toestemming\n", "F057 `i`"},
        {"interventie i door decaan via slber\n", "F058 `i`"},
        {"interventie i door decaan rechtstreeks zonder toestemming\n", "F101 `rechtstreeks`"},
        {"interventie i door decaan via slber zonder toestemming\n", "F101 `zonder toestemming`"},
        {"interventie i door decaan rechtstreeks zonder toestemming motivering \"x\"\n", ""},
        {"interventie i door zat via decaan met toestemming\n", "F100 `decaan`"},
        {"interventie i door decaan via slber rechtstreeks met toestemming motivering \"x\"\n", "F102 `rechtstreeks`"},
        {"interventie i door decaan via slber met toestemming zonder toestemming motivering \"x\"\n",
         "F102 `zonder toestemming`"},
        {"interventie i door slbr\n", "F030 `slbr`"},
        {"interventie i door slber door docent\n", "F051 `door docent`"},
        {"interventie i door slber niet samen met j\n", "F030 `j`"},
        {"interventie i door slber niet samen met i\n", "F102 `i`"},
        {"interventie i door slber pas vanaf dag 0\n", "F078 `pas vanaf dag 0`"},
        {"interventie i door slber niet in fase x\n", "F030 `x`"},
        {"interventie i door slber versterkt x factor y\n", "F030 `x` | F030 `y`"},
        {"interventie gesprek_slb door docent\n", "F033 `gesprek_slb`"},
        {"rol r\n", "F050 `r`"},
        {"rol r lijn eerste lijn tweede\n", "F051 `lijn tweede`"},
        {"rol r lijn organisatie persoon mentr\n", "F030 `mentr`"},
        {"rol r lijn eerste persoon motivatie\n", "F091 `motivatie`"},
        {"rol r lijn organisatie\ninterventie i door r\n", ""},
        {"factor f in coching\n", "F030 `coching`"},
        {"factor f in coaching in coaching\n", "F051 `in coaching`"},
        {"factor f bron B2\n", "F030 `B2`"},
    });
}

BOOST_AUTO_TEST_CASE(policies) {
    expect_for_bodies({
        {"beleid p\n  adviseer gesprek_slb\n", "F050 `p`"},
        {"beleid p\n  als werkt\n", "F050 `p`"},
        {policy("werkt", "  adviseer gesprek_slb, naar_decan\n"), "F030 `naar_decan`"},
        {policy("werkt", "  adviseer gesprek_slb door decaan\n"), "F059 `decaan`"},
        {policy("werkt", "  adviseer gesprek_slb door docent\n"), ""},
        {policy("werkt", "  adviseer naar_decaan door zat\n"), ""},
        {policy("werkt", "  adviseer gesprek_slb\n  prioriteit 6\n"), "F105 `prioriteit 6`"},
        {policy("werkt", "  adviseer gesprek_slb\n  prioriteit 0\n"), "F105 `prioriteit 0`"},
        {policy("werkt", "  adviseer gesprek_slb binnen 1 jaar\n"), "F106 `1 jaar`"},
        {policy("werkt", "  adviseer gesprek_slb binnen 2 lesweken\n"), "F106 `2 lesweken`"},
        {policy("werkt", "  adviseer gesprek_slb binnen maandterm\n"), ""},
        {policy("werkt", "  adviseer gesprek_slb binnen grens\n"), "F038 `grens`"},
        {policy("werkt", "  adviseer gesprek_slb uiterlijk startdatum\n"), ""},
        {policy("werkt", "  adviseer gesprek_slb uiterlijk motivatie\n"), "F076 `motivatie`"},
        {policy("werkt", "  adviseer gesprek_slb\n  spoed\n"), "F103 `spoed`"},
        {policy("werkt", "  adviseer gesprek_slb\n  gaat voor op x\n"), "F030 `x`"},
        {policy("werkt", "  adviseer gesprek_slb\n  gaat voor op p\n"), "F108 `p`"},
        {policy("werkt", "  adviseer gesprek_slb\n  gaat voor op q\n") +
             "beleid q\n  als werkt\n  adviseer gesprek_slb\n  gaat voor op p\n",
         "F108 `p`"},
        {policy("werkt", "  adviseer gesprek_slb\n  gaat voor op q\n") +
             "beleid q\n  als werkt\n  adviseer gesprek_slb\n  gaat voor op r\n"
             "beleid r\n  als werkt\n  adviseer gesprek_slb\n",
         ""},
        {policy("werkt") + "beleid p\n  als werkt\n  adviseer gesprek_slb\n", "F033 `p`"},
    });
    std::string text = pack_head();
    text.replace(text.find("versie 1.0"), 10, "versie 1.0 crisisroute \"112\"");
    text += policy("werkt", "  adviseer gesprek_slb\n  spoed\n");
    BOOST_TEST(findings_text(compile_text(text)).empty());
    BOOST_TEST(findings_text(compile_text(
                   text + "beleid q\n  als werkt\n  adviseer gesprek_slb\n  gaat voor op p\n")) == "F104 `p`");
}

BOOST_AUTO_TEST_CASE(fields_series_and_calendars) {
    expect_for_bodies({
        {"kalender j2 van 2027-07-01 t/m 2028-07-01\n", "F113 `j2`"},
        {"kalender j2 van 2029-07-01 t/m 2028-07-01\n", "F114 `2028-07-01`"},
        {"kalender j2 van 2027-08-01 t/m 2028-07-01 vakantie v 2027-10-10 t/m 2027-10-01\n", "F114 `2027-10-01`"},
        {"kalender jaar van 2027-08-01 t/m 2028-07-01\n", "F033 `jaar`"},
        {"fase f van dag 10 t/m dag 3\n", "F078 `van dag 10 t/m dag 3`"},
        {"fase f van dag 0 t/m dag 3\n", "F078 `van dag 0 t/m dag 3`"},
        {"fase f van studieweek 3 t/m studieweek 1\n", "F078 `van studieweek 3 t/m studieweek 1`"},
        {"fase f van 2026-09-10 t/m 2026-09-01\n", "F114 `2026-09-01`"},
        {"reeks x, xen\n  k : tekst\n", "F117 `xen`"},
        {"reeks x, xen\n  datum : datum\n  k : sleutel\n", "F090 `sleutel`"},
        {"reeks x, xen\n  datum : datum start\n", "F091 `start`"},
        {"reeks toets, toetsjes\n  datum : datum\n", "F033 `toets`"},
        {"reeks x, x\n  datum : datum\n", ""},
        {"reeks opvolging, opvolgingen\n  datum : datum\n", "F033 `opvolging`"},
        {"reeks x, xen\n  datum : datum\n  k : tekst\n  k : tekst\n", "F033 `k`"},
        {"reeks x, xen\n  datum : datum\n  k : keuze uit a, b, a\n", "F035 `a`"},
        {"reeks x, xen\n  datum : datum\n  k : keuze uit a \"X\", b \"X\"\n", "F039 `\"X\"`"},
        {"reeks x, xen\n  datum : datum\n  k : getal van 5 t/m 1\n", "F088 `5 t/m 1`"},
        {"reeks x, xen\n  datum : datum\n  k : geheel van 1,5 t/m 3\n", "F088 `1,5`"},
        {"reeks x, xen geldt laatste per cod\n  datum : datum\n  code : tekst\n", "F030 `cod`"},
        {"reeks x, xen vertrouwelijk vertrouwelijk\n  datum : datum\n", "F051 `vertrouwelijk`"},
        {"gegevens student\n  s2 : sleutel\n", "F116 `sleutel`"},
        {"gegevens student\n  d2 : datum start\n", "F116 `start`"},
        {"gegevens student\n  m2 : tekst mentor\n", "F116 `mentor`"},
        {"gegevens student\n  n1 : tekst naam\n  n2 : tekst naam\n", "F116 `naam`"},
        {"gegevens student\n  n1 : getal naam\n", "F091 `naam`"},
        {"gegevens student\n  motivatie : getal van 1 t/m 5\n", "F033 `motivatie`"},
    });
}

BOOST_AUTO_TEST_CASE(what_a_pack_must_have) {
    const std::string pack = "regelpakket p\n  eigenaar \"e\" doel \"d\" rechtsgrond \"r\"\n";
    const std::string data = "gegevens student\n  id : sleutel\n  begin : datum start\n";
    BOOST_TEST(findings_text(compile_text(pack + data)).empty());
    BOOST_TEST(findings_text(compile_text(pack)) == "F122 `regelpakket`");
    BOOST_TEST(findings_text(compile_text(pack + "gegevens student\n  begin : datum start\n")) == "F115 `gegevens`");
    BOOST_TEST(findings_text(compile_text(pack + "gegevens student\n  id : sleutel\n")) == "F115 `gegevens`");
    BOOST_TEST(findings_text(compile_text(pack + "gegevens student\n  id : sleutel\n  s : tekst start\n")) ==
               "F091 `start`");
    BOOST_TEST(findings_text(compile_text(data)) == "F119 ``");
    BOOST_TEST(findings_text(compile_text("")) == "F121 ``");
    BOOST_TEST(findings_text(compile_text("# niets\n")) == "F121 ``");
    BOOST_TEST(findings_text(compile_text(pack + pack + data)) == "F120 `regelpakket`");
    BOOST_TEST(findings_text(compile_text("regelpakket p\n" + data)) == "W001 `p`");
    BOOST_TEST(findings_text(compile_text("regelpakket p eigenaar \"a\" eigenaar \"b\" doel \"d\" rechtsgrond \"r\"\n" +
                                          data)) == "F051 `eigenaar \"b\"`");
    BOOST_TEST(findings_text(compile_text(pack + "  geldig vanaf 2026-09-01 t/m 2026-08-01\n" + data)) ==
               "F114 `2026-08-01`");
    BOOST_TEST(findings_text(compile({PackText{"leeg", {}}})) == "F121");
}

BOOST_AUTO_TEST_CASE(warnings_about_the_thinking) {
    const std::string since = "tijd sinds laatste gesprek";
    expect_for_conditions({
        {since + " > 6 weken", "W003 `tijd sinds laatste gesprek > 6 weken`"},
        {"6 weken <= " + since, "W003 `6 weken <= tijd sinds laatste gesprek`"},
        {since + " > 6 weken of " + since + " is onbekend", ""},
        {since + " < 6 weken", ""},
        {"(" + since + ") is bekend en " + since + " > 6 weken", "W003 `tijd sinds laatste gesprek > 6 weken`"},
    });
    expect_for_bodies({
        {"begrip stil = " + since + "\nsignaal s\n  factor kennis\n  als stil > 6 weken\n", "W003 `stil > 6 weken`"},
        {"begrip stil = " + since + "\nsignaal s\n  factor kennis\n  als stil > 6 weken of stil is onbekend\n", ""},
        {"begrip havo = 3\nsignaal s\n  factor kennis\n  als vooropleiding is havo\n", "W002 `havo`"},
        {"reeks x, xen\n  datum : datum\n  werkt : keuze uit motivatie, b\nsignaal s\n  factor kennis\n"
         "  als minstens 1 x met werkt is motivatie\n",
         "W002 `motivatie`"},
    });
    const auto tie = [](const std::string& one, const std::string& other) {
        return findings_text(
            compile_body("interventie x door slber niet samen met gesprek_slb\nbeleid p\n  als werkt\n"
                         "  adviseer gesprek_slb " +
                         one + "\nbeleid q\n  als werkt\n  adviseer x " + other + "\n"));
    };
    BOOST_TEST(tie("binnen 2 weken", "binnen 14 dagen") == "W004 `gesprek_slb`");
    BOOST_TEST(tie("binnen 2 weken", "binnen 10 werkdagen") == "W004 `gesprek_slb`");
    BOOST_TEST(tie("binnen 1 maand", "binnen 30 dagen") == "W004 `gesprek_slb`");
    BOOST_TEST(tie("", "") == "W004 `gesprek_slb`");
    BOOST_TEST(tie("binnen termijn", "binnen 2 weken") == "W004 `gesprek_slb`");
    BOOST_TEST(tie("uiterlijk startdatum", "uiterlijk 2026-10-01") == "W004 `gesprek_slb`");
    BOOST_TEST(tie("uiterlijk 2026-10-02", "uiterlijk 2026-10-01").empty());
    BOOST_TEST(tie("binnen 2 weken", "").empty());
    BOOST_TEST(tie("binnen 2 weken", "binnen 3 weken").empty());
    BOOST_TEST(tie("binnen 2 weken prioriteit 1", "binnen 2 weken").empty());
    BOOST_TEST(tie("binnen 2 weken gaat voor op q", "binnen 2 weken").empty());

    std::string text = pack_head();
    const std::string calendar = "kalender jaar van 2026-08-31 t/m 2027-07-09\n";
    text.erase(text.find(calendar), calendar.size());
    BOOST_TEST(findings_text(compile_text(text)) == "W005 `in de laatste 3 lesweken`");
}

BOOST_AUTO_TEST_CASE(windows_and_rows) {
    expect_for_conditions({
        {"langste rij toetsen met cijfer < 5 >= 3", ""},
        {"(langste rij dagen toetsen in de laatste 4 weken, binnen dit studiejaar) + 1 >= 3", ""},
        {"langste rij toetsen >= 3 dagen", "F062 `langste rij toetsen`"},
        {"langste rij dagen toetsen met cijfr < 5 >= 3", "F030 `cijfr`"},
        {"minstens 2 toetsen in enige 4 weken", ""},
        {"geen toetsen met cijfer < 5 in enige termijn, binnen dit studiejaar", ""},
        {"aantal toetsen in enige 4 lesweken > 2 en som cijfer van toetsen in enige 1 jaar > 3", ""},
        {"som cijfer van toetsen in enige 30 minuten > 3", "F077 `30 minuten`"},
        {"minstens 2 toetsen in enige 0 dagen", "F078 `0 dagen`"},
        {"minstens 2 toetsen in enige grens", "F038 `grens`"},
        {"gemiddelde cijfer van toetsen in enige 4 weken > 5", "F160 `in enige`"},
        {"aantal verschillende vak van toetsen in enige 4 weken > 5", "F160 `in enige`"},
        {"langste rij toetsen in enige 4 weken > 5", "F160 `in enige`"},
        {"laatste cijfer van toetsen in enige 4 weken, binnen dit studiejaar > 5", "F160 `in enige`"},
        {"minstens 2 toetsen in de laatste 4 weken, binnen dit studiejaar", ""},
    });
    expect_for_bodies({
        {policy("langste rij signalen >= 3"), "F080 `langste rij signalen`"},
        {policy("minstens 2 signalen in enige 4 weken"), "F079 `in enige 4 weken`"},
    });
    // A period that is cut off at the kalender needs one.
    std::string text = pack_head() + policy("minstens 2 toetsen sinds de start, binnen dit studiejaar");
    const std::string calendar = "kalender jaar van 2026-08-31 t/m 2027-07-09\n";
    text.erase(text.find(calendar), calendar.size());
    text.replace(text.find("in de laatste 3 lesweken"), 24, "in de laatste 3 weken");
    BOOST_TEST(findings_text(compile_text(text)) == "W005 `sinds de start, binnen dit studiejaar`");
}

BOOST_AUTO_TEST_CASE(follow_up_and_consent_in_conditions) {
    expect_for_conditions({
        {"minstens 1 opvolging met (interventie is gesprek_slb en status is uitgevoerd)", ""},
        {"geen opvolgingen met rol is een van slber, decaan in de laatste 4 weken", ""},
        {"tijd sinds laatste opvolging met gepland_op > peildatum < 3 weken", ""},
        {"laatste uitkomst van opvolgingen is \"goed\"", ""},
        {"minstens 1 opvolging met status is uitgevord", "F031 `uitgevord`"},
        {"minstens 1 opvolging met interventie is gesprk_slb", "F030 `gesprk_slb`"},
        {"minstens 1 opvolging met interventie is slber", "F030 `slber`"},
        {"minstens 1 opvolging met uitkomst > 3", "F064 `3`"},
        {"minstens 1 opvolging met soort is slb", "F030 `soort`"},
        {"minstens 1 opvolgng", "F030 `opvolgng`"},
        {"minstens 1 followup", "F030 `followup`"},
        {"minstens 1 toestemming", "F170 `toestemming`"},
    });
    expect_for_bodies({
        {policy("geen toestemming met (interventie is gesprek_slb en status is geweigerd)"), ""},
        {policy("geen toestemming met (interventie is gesprk_slb)"), "F030 `gesprk_slb`"},
        {policy("geen toestemming met status is uitgevoerd"), "F031 `uitgevoerd`"},
        {"begrip mag = minstens 1 toestemming\n" + policy("mag"), "F170 `toestemming`"},
    });
}

BOOST_AUTO_TEST_CASE(interventions_that_wait_or_are_limited) {
    expect_for_bodies({
        {"interventie i door slber pas na gesprek_slb\n", ""},
        {"interventie i door slber pas na x\n", "F030 `x`"},
        {"interventie i door slber pas na i\n", "F172 `i`"},
        {"interventie i door slber pas na j\ninterventie j door slber pas na gesprek_slb\n  pas na k\n"
         "interventie k door slber pas na i\n",
         "F172 `i`"},
        {"interventie i door slber hooguit eens per 4 weken\n", ""},
        {"interventie i door slber hooguit eens per 2 lesweken\n", ""},
        {"interventie i door slber hooguit eens per 1 jaar\n", ""},
        {"interventie i door slber hooguit eens per 30 minuten\n", "F171 `30 minuten`"},
        {"interventie i door slber hooguit eens per x\n", "F030 `x`"},
        {"interventie i door slber hooguit eens per 4 weken hooguit eens per 2 weken\n",
         "F051 `hooguit eens per 2 weken`"},
    });
}

BOOST_AUTO_TEST_CASE(tables) {
    const auto table = [](const std::string& rows, const std::string& type = "geheel",
                          const std::string& columns = "motivatie | vooropleiding", const std::string& hit = "eerste") {
        std::string text = "tabel t : " + type + "\n  trefwijze " + hit + "\n  | " + columns + " || u |\n";
        std::string row;
        for (std::size_t at = 0; at < rows.size(); at = row.size() + at + 1) {
            row = rows.substr(at, rows.find('\n', at) - at);
            text += "  | " + row + " |\n";
        }
        return text + "begrip gelezen = t\n";
    };
    expect_for_bodies({
        {table("onbekend | - || 6\n> 3 | - || 4\n1 t/m 2 | mbo, havo || 5\n- | = vmbo || 7\n- | - || 8"), ""},
        // cells against their column
        {table("> 3% | - || 4\n- | - || 5"), "F014 `motivatie`"},
        {table("> \"a\" | - || 4\n- | - || 5"), "F064 `\"a\"`"},
        {table("- | > havo || 4\n- | - || 5"), "F065 `vooropleiding`"},
        {table("- | hvo || 4\n- | - || 5"), "F031 `hvo`"},
        {table("- | \"havo\" || 4\n- | - || 5"), "F036 `\"havo\"`"},
        {table("- | wiskunde || 4\n- | - || 5", "geheel", "motivatie | opleiding"), "F032 `wiskunde`"},
        {table("1, 2% | - || 4\n- | - || 5"), "F014 `motivatie`"},
        {table("onbekend || 6\nja || 4\nnee || 5", "geheel", "werkt"), ""},
        // an unknown one is unknown to the rows above it
        {table("ja || 4\nnee || 5\nonbekend || 6", "geheel", "werkt"), "W160 `| onbekend || 6 |`"},
        {table("ja || 4\n3 || 5", "geheel", "werkt"), "F064 `3`"},
        {table("> 3 || 4\n- || 5", "geheel", "motivtie"), "F030 `motivtie`"},
        {table("> 3 || 4\n- || 5", "geheel", "aantal toetsen in de laatste 4 weken"), ""},
        {table("ja || 4\n- || 5", "geheel", "(signaal x)"), "F083 `signaal x`"},
        // as many cells as columns
        {table("> 3 || 4\n- | - || 5"), "F161 `| > 3 || 4 |`"},
        {table("> 3 | - | - || 4\n- | - || 5"), "F161 `| > 3 | - | - || 4 |`"},
        // results against the type
        {table("- | - || 4,5"), "F087 `4,5`"},
        {table("- | - || 70%"), "F087 `70%`"},
        {table("- | - || 70", "percentage"), "F087 `70`"},
        {table("- | - || motivatie", "percentage"), "F163 `motivatie`"},
        {table("- | - || vooropleiding", "tekst"), "F163 `vooropleiding`"},
        {table("- | - || hoog", "keuze uit laag, hoog"), ""},
        {table("- | - || hog", "keuze uit laag, hoog"), "F031 `hog`"},
        {table("- | - || 3 weken", "duur"), ""},
        {table("- | - || 3 maanden", "duur"), "F163 `3 maanden`"},
        {table("- | - || motivatie / 5", "percentage"), ""},
        {table("- | - || startdatum + 2 weken", "datum"), ""},
        {table("- | - || motivatie > 3", "ja/nee"), "F026 `- || motivatie > 3 |`"},
        {table("- | - || (motivatie > 3)", "ja/nee"), ""},
        {table("- | - || 4", "sleutel"), "F090 `sleutel`"},
        // names
        {table("- | - || 4") + "begrip t = 3\n", "F033 `t`"},
        {table("- | - || gelezen"), "F107 `gelezen`"},
        {table("- | - || t"), "F107 `t`"},
    });
    // A tabel may stand wherever a name may, and before its tabel.
    expect_for_bodies({
        {"signaal s\n  factor kennis\n  als t is hoog of minstens 1 toets met (cijfer < 5 en t is laag)\n"
         "  uitleg \"{t}\"\ntabel t : keuze uit laag, hoog\n  trefwijze eerste\n  | motivatie || u |\n  | < 3 || hoog "
         "|\n"
         "  | - || laag |\n",
         ""},
        {"stel grens in op 60% voor t > 3 omdat \"x\"\ntabel t : geheel\n  trefwijze eerste\n  | motivatie || u |\n  | "
         "- || 3 |\n",
         "F112 `t`"},
    });
}

BOOST_AUTO_TEST_CASE(plans_are_checked) {
    expect_for_conditions({});
    expect_for_bodies({
        {"aanpak a\n  doel motivtie > 3\n  stap 1 gesprk door slbr\n" + policy("werkt", "  adviseer a\n"),
         "F030 `motivtie` | F030 `gesprk` | F030 `slbr`"},
        {"aanpak a\n  doel motivatie > 3\n  stap 2 gesprek_slb\n" + policy("werkt", "  adviseer a\n"), "F173 `stap 2`"},
        {"aanpak a\n  doel motivatie > 3\n  stap 1 gesprek_slb\n  stap 1 gesprek_slb\n" +
             policy("werkt", "  adviseer a\n"),
         "F174 `stap 1`"},
        {"aanpak a\n  doel motivatie > 3\n" + policy("werkt", "  adviseer a\n"), "F050 `a`"},
        {"aanpak a\n  doel motivatie\n  stap 1 gesprek_slb\n" + policy("werkt", "  adviseer a\n"), "F069 `motivatie`"},
        {"aanpak a\n  stap 2 gesprek_slb in studieweek 3\n  stap 1 gesprek_slb binnen 2 weken\n" +
             policy("werkt", "  adviseer a\n"),
         ""},
        {"aanpak a\n  stap 1 gesprek_slb in studieweek 3 t/m 2\n" + policy("werkt", "  adviseer a\n"),
         "F078 `3 t/m 2`"},
        {"aanpak a\n  stap 1 gesprek_slb binnen 2 lesweken\n" + policy("werkt", "  adviseer a\n"), "F106 `2 lesweken`"},
        {"aanpak a\n  stap 1 gesprek_slb\n  bespreek elke 0 weken\n" + policy("werkt", "  adviseer a\n"),
         "F078 `0 weken`"},
        {"aanpak a\n  stap 1 gesprek_slb\n" + policy("werkt", "  adviseer a uiterlijk 2026-12-01\n"),
         "F175 `uiterlijk 2026-12-01`"},
    });
}

BOOST_AUTO_TEST_CASE(packs_that_are_not_there) {
    expect_for_bodies({
        {"gebruik ander\nbegrip b = onbekende_naam + 1\n", "F185 `ander`"},
    });
}

BOOST_AUTO_TEST_CASE(examples_are_checked) {
    const std::string example = "voorbeeld \"x\"\n  op 2026-10-01\n  verwacht geen signaal\n";
    expect_for_bodies({
        {example + "  gegeven student\n    motivatie 3\n    opleiding \"ICT\"\n  gegeven toetsen geen\n" +
             "  verwacht advies gesprek_slb door slber via docent\n  verwacht begrip gem = 50%\n",
         ""},
        {example + "  gegeven student\n    motivtie 3\n    vooropleiding mvo\n", "F030 `motivtie` | F031 `mvo`"},
        {example + "  gegeven student\n    opleiding ICT\n", "F032 `ICT`"},
        {example + "  gegeven student\n    herkomst nl\n", "F054 `herkomst`"},
        {example + "  gegeven toetsn geen\n", "F030 `toetsn`"},
        {example + "  gegeven presenties\n    | datum | aandel |\n    | 2026-09-01 | 40% |\n", "F030 `aandel`"},
        {example + "  stel grns in op 70%\n", "F030 `grns`"},
        {example + "  stel grens in op 70\n", "F087 `70`"},
        {example + "  verwacht signaal x\n", "F030 `x`"},
        {example + "  verwacht advies gesprk door slbr via x\n", "F030 `gesprk` | F030 `slbr` | F030 `x`"},
        {example + "  verwacht begrip gm is onbekend\n", "F030 `gm`"},
        {example + "  verwacht parameter grns = 70%\n", "F030 `grns`"},
    });
}

BOOST_AUTO_TEST_SUITE_END()
