// One mistake, one finding, at the smallest place: each text is wrong in one way.
#include "tests/unit/dsl/check/finding_cases.h"

using namespace wegwijzer;
using namespace wegwijzer::testing;

BOOST_AUTO_TEST_SUITE(check_findings)

BOOST_AUTO_TEST_CASE(sound_conditions_have_no_findings) {
    expect_for_conditions({
        {"werkt", ""},
        {"niet werkt of motivatie is onbekend", ""},
        {"vooropleiding is een van mbo, havo", ""},
        {"mbo is vooropleiding", ""},
        {"vooropleiding = (als werkt dan mbo anders havo)", ""},
        {"zekerheid >= midden", ""},
        {"zekerheid is tussen laag en midden", ""},
        {"ec / norm < 60%", ""},
        {"-(ec / norm) > -60%", ""},
        {"60% * norm > 30 EC", ""},
        {"aanwezig - gem < -15 procentpunt", ""},
        {"aanwezig + 5 procentpunt > gem", ""},
        {"5 procentpunt + aanwezig > gem", ""},
        {"verandering van aandeel van presenties in de laatste 2 weken < -15 procentpunt", ""},
        {"verandering van cijfer van toetsen in de laatste 2 maanden < -1", ""},
        {"werkuren > 16 uur", ""},
        {"werkuren / 2 > 16 uur", ""},
        {"peildatum - startdatum > 28 dagen", ""},
        {"(peildatum - startdatum) / 7 dagen > 3", ""},
        {"stage * 2 > 4 weken", ""},
        {"startdatum + 18 jaar <= peildatum", ""},
        {"3 maanden + startdatum <= peildatum", ""},
        {"startdatum - 14 dagen < 1 september 2026", ""},
        {"instap < 5,5 en instap + motivatie > 3", ""},
        {"studentnummer is \"1\" en opleiding is niet \"ICT\"", ""},
        {"minstens 2 toetsen met vak is \"wiskunde\" en motivatie < 3", ""},
        {"minstens 1 toets met datum > startdatum", ""},
        {"(aantal toetsen met cijfer < 5,5) / aantal toetsen > 40%", ""},
        {"minstens aantal_keer toetsen in de laatste termijn", ""},
        {"geen toets in de laatste maandterm", ""},
        {"minstens 1 toets in studieweek 1 t/m aantal_keer", ""},
        {"hoogste datum van toetsen > startdatum", ""},
        {"laatste soort van gesprekken is slb", ""},
        {"aantal verschillende soort van gesprekken > 1", ""},
        {"(als werkt dan 3 anders instap) > 2", ""},
        {"student.motivatie < 3", ""},
    });
}

BOOST_AUTO_TEST_CASE(names_that_are_not_there) {
    expect_for_conditions({
        {"motivtie < 3", "F030 `motivtie`"},
        {"student.motivtie < 3", "F030 `motivtie`"},
        {"xyzzy en motivatie < 3 en xyzzy", "F030 `xyzzy`"},
        {"minstens 1 toest", "F030 `toest`"},
        {"minstens 1 toest met foo < 3 in de laatste 4 weken", "F030 `toest`"},
        {"minstens 1 toets met cijfr < 5", "F030 `cijfr`"},
        {"gemiddelde cijfr van toetsen < 5", "F030 `cijfr`"},
        {"minstens 1 toets in fase bgin", "F030 `bgin`"},
        {"minstens keer toetsen", "F030 `keer`"},
        {"minstens 1 toets in de laatste termin", "F030 `termin`"},
        {"opleiding is ICT", "F032 `ICT`"},
        {"opleiding is een van ICT, \"Zorg\"", "F032 `ICT`"},
        {"opleidng is \"ICT\"", "F030 `opleidng`"},
        {"minstens 1 toets met vak is wiskunde", "F032 `wiskunde`"},
        {"vooropleiding is mvo", "F031 `mvo`"},
        {"vooropleiding is een van mvo, havo", "F031 `mvo`"},
        {"vooropleidng is mbo", "F030 `vooropleidng`"},
        {"vooropleidng is een van mbo, havo", "F030 `vooropleidng`"},
        {"vooropleiding is \"mbo\"", "F036 `\"mbo\"`"},
        {"zekerheid >= hog", "F031 `hog`"},
    });
}

BOOST_AUTO_TEST_CASE(comparisons_of_unlike_values) {
    expect_for_conditions({
        {"gem < 70", "F014 `70`"},
        {"gem < 0,7", "F014 `0,7`"},
        {"70 > gem", "F014 `70`"},
        {"gem is tussen 50 en 70", "F014 `50`"},
        {"gem < motivatie", "F014 `motivatie`"},
        {"ec / norm + 1 < 60%", "F014 `ec / norm + 1`"},
        {"0,9 * grens > gem", "F014 `0,9 * grens`"},
        {"aanwezig < 15 procentpunt", "F060 `15 procentpunt`"},
        {"aanwezig - gem < -15%", "F060 `-15%`"},
        {"aanwezig - gem < -15", "F064 `-15`"},
        {"ec < 45", "F061 `45`"},
        {"ec < 45 SBU", "F061 `45 SBU`"},
        {"ec < werkuren", "F061 `werkuren`"},
        {"aantal toetsen > 3 EC", "F061 `3 EC`"},
        {"peildatum - startdatum > 28", "F062 `28`"},
        {"peildatum - startdatum > 2 maanden", "F063 `2 maanden`"},
        {"peildatum - startdatum > maandterm", "F063 `maandterm`"},
        {"stage > 5 werkdagen", "F063 `5 werkdagen`"},
        {"opleiding < \"a\"", "F065 `<`"},
        {"vooropleiding < havo", "F065 `<`"},
        {"werkt < ja", "F065 `<`"},
        {"motivatie = \"drie\"", "F064 `\"drie\"`"},
        {"startdatum > \"2026-01-01\"", "F064 `\"2026-01-01\"`"},
        {"motivatie < startdatum", "F064 `startdatum`"},
        {"werkt is 3", "F064 `3`"},
        {"opleiding is 3", "F064 `3`"},
        {"vooropleiding is zekerheid", "F064 `zekerheid`"},
    });
}

BOOST_AUTO_TEST_CASE(calculations_that_mean_nothing) {
    expect_for_conditions({
        {"opleiding + 1 > 2", "F066 `opleiding`"},
        {"werkt + 1 > 2", "F066 `werkt`"},
        {"(werkt en motivatie < 2) * 2 > 2", "F066 `(werkt en motivatie < 2)`"},
        {"-startdatum < peildatum", "F066 `startdatum`"},
        {"startdatum + startdatum > peildatum", "F067 `+`"},
        {"startdatum + 14 < peildatum", "F067 `14`"},
        {"startdatum * 2 < peildatum", "F067 `*`"},
        {"aanwezig + 15 > gem", "F067 `15`"},
        {"ec * norm > 3 EC", "F067 `*`"},
        {"motivatie / ec > 3", "F067 `/`"},
        {"ec + 3 < norm", "F061 `3`"},
        {"startdatum + 3 lesweken < peildatum", "F068 `3 lesweken`"},
        {"startdatum + maandterm < peildatum", "F068 `maandterm`"},
        {"motivatie + 3 maanden < 3", "F068 `3 maanden`"},
        {"(als werkt dan 3 anders \"x\") = 3", "F086 `\"x\"`"},
        {"motivatie", "F069 `motivatie`"},
        {"werkt en vooropleiding", "F069 `vooropleiding`"},
        {"minstens 1 van:\n    - werkt\n    - aantal toetsen", "F069 `aantal toetsen`"},
        {"motivatie < (werkt)", "F064 `(werkt)`"},
    });
}

BOOST_AUTO_TEST_CASE(aggregates_filters_and_periods) {
    expect_for_conditions({
        {"gemiddelde op_tijd van presenties > 3", "F071 `op_tijd`"},
        {"som vak van toetsen > 3", "F071 `vak`"},
        {"hoogste soort van gesprekken is slb", "F071 `soort`"},
        {"minstens 1 toets met (cijfer < gemiddelde cijfer van toetsen)", "F072 `gemiddelde cijfer van toetsen`"},
        {"minstens 1 toets met (cijfer < 5 en minstens 1 gesprek)", "F072 `minstens 1 gesprek`"},
        {"aantal toetsen met cijfer < 5,5 / aantal toetsen > 1", "F073 `/`"},
        {"minstens 2 toetsen met vak is \"wiskunde\" en cijfer < 5,5", "F074 `en`"},
        {"minstens 2 toetsen met vak is \"wiskunde\" of cijfer < 5,5 of cijfer > 9", "F074 `of`"},
        {"minstens 1 toets in de laatste 30 minuten", "F077 `30 minuten`"},
        {"minstens 1 toets in de laatste 3 uur", "F077 `3 uur`"},
        {"minstens 1 toets in de laatste 0 weken", "F078 `0 weken`"},
        {"minstens 1 toets in studieweek 3 t/m 2", "F078 `3 t/m 2`"},
        {"minstens 1 toets in studieweek 0", "F078 `0`"},
        {"minstens 1 toets van 2026-10-01 t/m 2026-09-01", "F078 `2026-10-01 t/m 2026-09-01`"},
        {"minstens 1 toets sinds motivatie", "F076 `motivatie`"},
        {"minstens 1 toets van gem t/m peildatum", "F076 `gem`"},
        {"minstens gem toetsen", "F038 `gem`"},
        {"minstens termijn toetsen", "F038 `termijn`"},
        {"minstens 1 toets in de laatste grens", "F038 `grens`"},
    });
}

BOOST_AUTO_TEST_CASE(signals_are_read_in_a_policy_only) {
    expect_for_conditions({
        {"signaal s", "F083 `signaal s`"},
        {"ernst van signaal s is hoog", "F083 `ernst van signaal s`"},
        {"minstens 2 signalen", "F083 `signalen`"},
    });
    expect_for_bodies({
        {"begrip b = signaal s\n" + signal_s, "F083 `signaal s`"},
        {policy("signaal s"), ""},
        {policy("minstens 1 signaal met (factor is binding of ernst >= midden of cluster is coaching)"), ""},
        {policy("hoogste ernst van signalen is hoog en som sterkte van signalen > 2"), ""},
        {policy("signaal x"), "F030 `x`"},
        {policy("kracht s"), "F037 `s`"},
        {policy("ernst van signaal s >= hog"), "F031 `hog`"},
        {policy("minstens 2 signalen met factor is bindng"), "F030 `bindng`"},
        {policy("minstens 2 signalen met factr is binding"), "F030 `factr`"},
        {policy("minstens 2 signalen in de laatste 2 weken"), "F079 `in de laatste 2 weken`"},
        {policy("laatste ernst van signalen is hoog"), "F080 `laatste ernst van signalen`"},
        {policy("tijd sinds laatste signaal > 3 dagen"), "F080 `tijd sinds laatste signaal`"},
        {policy("minstens 1 toets met (signaal s)"), "F083 `signaal s`"},
    });
}

BOOST_AUTO_TEST_CASE(duties_of_what_is_read) {
    expect_for_conditions({
        {"leeftijd < 18", "F052 `leeftijd`"},
        {"leeftijd < 18\n  motivering \"wet\"", ""},
        {"werkt en (leeftijd < 18 of leeftijd > 30)", "F052 `leeftijd`"},
        {"zorg", "F053 `zorg`"},
        {"zorg\n  grondslag \"toestemming\"", ""},
        {"zorg en leeftijd < 18", "F053 `zorg` | F052 `leeftijd`"},
        {"herkomst is nl", "F054 `herkomst`"},
        {"werkt\n  uitleg \"{leeftijd} jaar\"", "F052 `leeftijd`"},
        {"minstens 1 toets met student.leeftijd < 18", "F052 `student.leeftijd`"},
    });
    expect_for_bodies({
        {"begrip jong = leeftijd < 18\nsignaal s\n  factor kennis\n  als jong en werkt\n", "F052 `jong`"},
        {"begrip b = herkomst is nl\nsignaal s\n  factor kennis\n  als b\n", "F054 `herkomst`"},
        {"stel grens in op 80% voor leeftijd < 18 motivering \"x\"\nsignaal s\n  factor kennis\n  als gem < grens\n",
         "F052 `grens`"},
        {"stel grens in op 80% voor leeftijd < 18\n", "F052 `leeftijd`"},
        {"stel grens in op 80% voor herkomst is nl\n", "F054 `herkomst`"},
        {policy("leeftijd < 18"), "F052 `leeftijd`"},
        {"rol r lijn eerste persoon herkomst\n", "F054 `herkomst`"},
    });
}

BOOST_AUTO_TEST_CASE(privacy_of_a_series_and_of_the_start) {
    const auto with = [](const std::string& from, const std::string& to, const std::string& condition) {
        std::string text = pack_head();
        text.replace(text.find(from), from.size(), to);
        return findings_text(compile_text(text + "signaal s\n  factor kennis\n  als " + condition + "\n"));
    };
    BOOST_TEST(with("toets, toetsen", "toets, toetsen met motivering", "geen toets") == "F052 `geen toets`");
    BOOST_TEST(with("toets, toetsen", "toets, toetsen bijzonder", "aantal toetsen > 2") == "F053 `aantal toetsen`");
    BOOST_TEST(with("toets, toetsen", "toets, toetsen alleen toetsing", "geen toets") == "F054 `geen toets`");
    BOOST_TEST(with("toets, toetsen", "toets, toetsen vertrouwelijk", "geen toets").empty());
    BOOST_TEST(with("datum start", "datum start met motivering", "minstens 1 toets in fase begin") ==
               "F052 `in fase begin`");
    BOOST_TEST(with("datum start", "datum start met motivering", "geen toets sinds de start") ==
               "F052 `sinds de start`");
    BOOST_TEST(with("datum start", "datum start met motivering", "werkt\n  in fase begin") == "F052 `begin`");
    BOOST_TEST(with("datum start", "datum start met motivering", "werkt").empty());
    BOOST_TEST(with("\n\ninterventie gesprek_slb door slber",
                    " \n\ninterventie gesprek_slb door slber niet in fase begin", "werkt")
                   .empty());
}

BOOST_AUTO_TEST_CASE(clauses_of_signals) {
    expect_for_bodies({
        {"signaal s\n  als werkt\n", "F050 `s`"},
        {"signaal s\n  factor kennis\n", "F050 `s`"},
        {"signaal s\n  factor kennis\n  als werkt\n  ernst hoog als motivatie < 2\n", "F055 `als`"},
        {"kans k\n  factor kennis\n  ernst hoog als werkt\n", "F056 `ernst`"},
        {"kans k\n  factor kennis\n  als werkt\n", ""},
        {"kracht k\n  factor kennis\n  ernst hoog als werkt\n", ""},
        {signal_s + "  als niet werkt\n", "F051 `als niet werkt`"},
        {"signaal s\n  factor kennis\n  ernst hoog als werkt\n  ernst hoog als motivatie < 2\n",
         "F051 `ernst hoog als motivatie < 2`"},
        {signal_s + "  factor binding\n", "F051 `factor binding`"},
        {signal_s + "  tenzij motivatie > 3\n  tenzij gem > 50%\n  bron B1\n  bron B1 \"p. 3\"\n", ""},
        {signal_s + "  bron B2\n", "F030 `B2`"},
        {signal_s + "  in fase bgin\n", "F030 `bgin`"},
        {"signaal s\n  factor knnis\n  als werkt\n", "F030 `knnis`"},
        {signal_s + "kracht s\n  factor kennis\n  als werkt\n", "F033 `s`"},
    });
}

BOOST_AUTO_TEST_SUITE_END()
