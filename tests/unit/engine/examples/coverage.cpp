// What voorbeelden reach: each place is unreached by a voorbeeld that comes near, and reached by the one that comes there.
#include "engine/examples/coverage.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "api/run/authorship.h"
#include "dsl/compile/compile.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(coverage_of_examples)

namespace {

const std::string head = R"(regelpakket proef
gegevens student
  nummer : sleutel
  startdatum : datum start
  punten : getal
  werkt : ja/nee
reeks toets, toetsen
  datum : datum
  cijfer : cijfer
kalender jaar van 2026-08-31 t/m 2027-07-11
fase begin van dag 1 t/m dag 40
factor f
rol r lijn eerste
interventie i door r
interventie j door r
)";

// What is not reached, one per line: "signaal `s`: geen voorbeeld verwacht: actief".
std::string gaps(const std::string& rules, const std::string& examples) {
    const Compilation compilation = compile({{"p", {{"p.regels", head + rules + examples}}}});
    BOOST_REQUIRE_MESSAGE(compilation.rules, rules << examples);
    std::set<SourceId> own;
    for (const ast::File& file : compilation.files) own.insert(file.source);
    const examples::Coverage coverage(compilation.rules, run::authorship_of(compilation), own);
    std::string text;
    for (const examples::Place& place : coverage.places())
        if (!place.reached)
            text += (place.unexpected_in ? "(unexpected) " : "") + place.owner.nl + ": " + place.what.nl + "\n";
    return text;
}

bool is_gap(const std::string& all, const std::string& gap) { return all.find(gap + "\n") != std::string::npos; }

// `given` is the lines of `gegeven student`; the last lines are the other clauses.
std::string voorbeeld(const std::string& given, const std::string& rest) {
    return "voorbeeld \"v\"\n  op 2026-09-30\n  gegeven student\n    startdatum 2026-08-31\n" + given + rest;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_outcome_counts_where_it_is_expected) {
    const std::string rules = "signaal s factor f als punten < 3\n";
    const std::string active = "signaal `s`: geen voorbeeld verwacht: actief";
    const std::string not_active = "signaal `s`: geen voorbeeld verwacht: niet actief";
    const std::string undetermined = "signaal `s`: geen voorbeeld verwacht: onbepaald";
    const std::string low = voorbeeld("    punten 2\n", "  verwacht signaal s\n");
    BOOST_TEST(!is_gap(gaps(rules, low), active));
    BOOST_TEST(is_gap(gaps(rules, low), not_active));
    BOOST_TEST(is_gap(gaps(rules, low), undetermined));
    // It comes out, and nobody looks.
    const std::string unseen = voorbeeld("    punten 2\n", "  verwacht begrip b = 1\n");
    BOOST_TEST(is_gap(gaps(rules + "begrip b = 1\n", unseen), "(unexpected) " + active));
    // `geen signaal` holds for what is onbepaald, too; that is neither.
    const std::string unknown = voorbeeld("", "  verwacht geen signaal s\n");
    BOOST_TEST(is_gap(gaps(rules, unknown), not_active));
    BOOST_TEST(is_gap(gaps(rules, unknown), "(unexpected) " + undetermined));
    BOOST_TEST(!is_gap(gaps(rules, voorbeeld("", "  verwacht signaal s onbepaald\n")), undetermined));
    BOOST_TEST(!is_gap(gaps(rules, voorbeeld("    punten 3\n", "  verwacht geen signaal\n")), not_active));
}

BOOST_AUTO_TEST_CASE(severities_and_phases) {
    const std::string rules =
        "signaal s factor f in fase begin\n  ernst hoog als punten < 2\n  ernst laag als punten < 3\n";
    const std::string high = "signaal `s`: geen voorbeeld verwacht: ernst hoog";
    const std::string outside = "signaal `s`: geen voorbeeld verwacht: niet van toepassing";
    const std::string one = voorbeeld("    punten 1\n", "  verwacht signaal s\n");
    BOOST_TEST(is_gap(gaps(rules, one), "(unexpected) " + high));
    const std::string expected = voorbeeld("    punten 1\n", "  verwacht signaal s ernst hoog\n");
    BOOST_TEST(!is_gap(gaps(rules, expected), high));
    BOOST_TEST(is_gap(gaps(rules, expected), "signaal `s`: geen voorbeeld verwacht: ernst laag"));
    BOOST_TEST(is_gap(gaps(rules, expected), outside));
    const std::string later =
        "voorbeeld \"v\"\n  op 2026-12-01\n  gegeven student\n    startdatum 2026-08-31\n  verwacht signaal s niet van "
        "toepassing\n";
    BOOST_TEST(!is_gap(gaps(rules, later), outside));
}

BOOST_AUTO_TEST_CASE(an_exception_counts_where_it_alone_stops_the_rule) {
    const std::string rules = "signaal s factor f als punten < 3 tenzij werkt\n";
    const std::string gap = "signaal `s`: tenzij `werkt` houdt in geen voorbeeld iets tegen";
    const auto with = [&](const char* given) { return gaps(rules, voorbeeld(given, "  verwacht geen signaal s\n")); };
    BOOST_TEST(is_gap(with("    punten 3\n    werkt ja\n"), gap));
    BOOST_TEST(!is_gap(with("    punten 2\n    werkt ja\n"), gap));
}

BOOST_AUTO_TEST_CASE(a_policy_is_applied_and_stopped) {
    const std::string rules =
        "beleid p als punten < 3 tenzij werkt adviseer i binnen 1 week\n"
        "beleid q als punten < 2 adviseer j binnen 1 week gaat voor op p\n";
    const std::string applied = "beleid `p`: geen voorbeeld verwacht advies hiervan";
    const std::string stopped = "beleid `p`: geen voorbeeld verwacht dat dit advies uitblijft";
    const std::string due = "beleid `p`: geen voorbeeld verwacht `i` met `uiterlijk`";
    const std::string overrides = "beleid `q`: gaat in geen voorbeeld voor op `p`";
    const std::string all = gaps(rules, voorbeeld("    punten 2\n    werkt nee\n", "  verwacht advies i\n"));
    BOOST_TEST(!is_gap(all, applied));
    BOOST_TEST(is_gap(all, stopped));
    BOOST_TEST(is_gap(all, "(unexpected) " + due));
    const std::string on_day =
        gaps(rules, voorbeeld("    punten 2\n    werkt nee\n", "  verwacht advies i uiterlijk 2026-10-07\n"));
    BOOST_TEST(!is_gap(on_day, due));
    // Unknown is not stopped.
    BOOST_TEST(is_gap(gaps(rules, voorbeeld("", "  verwacht geen advies\n")), stopped));
    BOOST_TEST(!is_gap(gaps(rules, voorbeeld("    punten 3\n", "  verwacht geen advies i\n")), stopped));
    const std::string exception = gaps(rules, voorbeeld("    punten 2\n    werkt ja\n", "  verwacht geen advies i\n"));
    BOOST_TEST(!is_gap(exception, stopped));
    BOOST_TEST(!is_gap(exception, "beleid `p`: tenzij `werkt` houdt in geen voorbeeld iets tegen"));
    const std::string overruled = gaps(rules, voorbeeld("    punten 1\n", "  verwacht advies i onderdrukt\n"));
    BOOST_TEST(!is_gap(overruled, stopped));
    BOOST_TEST(is_gap(all, overrides));
    BOOST_TEST(!is_gap(overruled, overrides));
    // Advice of another role is spoken of, not this one.
    BOOST_TEST(is_gap(gaps(rules, voorbeeld("    punten 3\n", "  verwacht geen advies in lijn tweede\n")),
                      "(unexpected) " + stopped));
}

BOOST_AUTO_TEST_CASE(comparisons_from_both_sides_and_on_the_boundary) {
    const std::string rules = "parameter grens : getal = 3\nsignaal s factor f als punten < grens\n";
    const auto with = [&](const char* given) { return gaps(rules, voorbeeld(given, "  verwacht geen signaal s\n")); };
    const std::string holds = "signaal `s`: `punten < grens` is nergens waar";
    const std::string does_not_hold = "signaal `s`: `punten < grens` is nergens onwaar";
    const std::string boundary = "signaal `s`: `punten < grens` wordt nergens precies op de grens geprobeerd";
    const std::string on = with("    punten 3\n");
    BOOST_TEST(is_gap(on, holds));
    BOOST_TEST(!is_gap(on, does_not_hold));
    BOOST_TEST(!is_gap(on, boundary));
    const std::string above = with("    punten 3,000001\n");
    BOOST_TEST(!is_gap(above, does_not_hold));
    BOOST_TEST(is_gap(above, boundary));
    BOOST_TEST(is_gap(with(""), does_not_hold));
    // Between two values of the student no boundary is set.
    const std::string own = gaps("begrip b = startdatum\nsignaal s factor f als b < startdatum\n", "");
    BOOST_TEST(is_gap(own, "signaal `s`: `b < startdatum` is nergens waar"));
    BOOST_TEST(!is_gap(own, "signaal `s`: `b < startdatum` wordt nergens precies op de grens geprobeerd"));
}

BOOST_AUTO_TEST_CASE(a_range_has_two_ends) {
    const std::string rules = "signaal s factor f als punten is tussen 3 en 5\n";
    const std::string all = gaps(rules, voorbeeld("    punten 4\n", "  verwacht signaal s\n"));
    const std::string what = "signaal `s`: `punten is tussen 3 en 5`";
    for (const char* place :
         {" wordt nergens precies op de grens geprobeerd (3)", " wordt nergens precies op de grens geprobeerd (5)",
          ": nergens een waarde eronder", ": nergens een waarde erboven"})
        BOOST_TEST(is_gap(all, what + place));
    const std::string low = gaps(rules, voorbeeld("    punten 3\n", "  verwacht signaal s\n"));
    BOOST_TEST(!is_gap(low, what + " wordt nergens precies op de grens geprobeerd (3)"));
    BOOST_TEST(is_gap(low, what + " wordt nergens precies op de grens geprobeerd (5)"));
    const std::string above = gaps(rules, voorbeeld("    punten 6\n", "  verwacht geen signaal s\n"));
    BOOST_TEST(!is_gap(above, what + ": nergens een waarde erboven"));
    BOOST_TEST(is_gap(above, what + ": nergens een waarde eronder"));
}

BOOST_AUTO_TEST_CASE(counts_and_periods_of_events) {
    const std::string rules = "signaal s factor f als minstens 2 toetsen met cijfer < 5,5 in de laatste 1 week\n";
    const std::string what = "signaal `s`: `minstens 2 toetsen met cijfer < 5,5 in de laatste 1 week`";
    const auto with = [&](const std::string& rows) {
        return gaps(rules, voorbeeld("", "  gegeven toetsen\n    | datum | cijfer |\n" + rows +
                                             "  verwacht geen signaal s ernst hoog\n"));
    };
    const std::string inside = "    | 2026-09-25 | 5 |\n";
    const std::string three = with(inside + inside + inside);
    BOOST_TEST(is_gap(three, what + ": nergens precies zoveel"));
    BOOST_TEST(is_gap(three, what + ": nergens net een te veel of te weinig"));
    BOOST_TEST(is_gap(three, what + ": nergens iets buiten de periode"));
    BOOST_TEST(is_gap(three, what + ": nergens iets op de eerste dag van de periode"));
    BOOST_TEST(!is_gap(with(inside + inside), what + ": nergens precies zoveel"));
    BOOST_TEST(!is_gap(with(inside), what + ": nergens net een te veel of te weinig"));
    BOOST_TEST(!is_gap(with("    | 2026-09-24 | 5 |\n"), what + ": nergens iets op de eerste dag van de periode"));
    BOOST_TEST(!is_gap(with("    | 2026-09-23 | 5 |\n"), what + ": nergens iets buiten de periode"));
    // What the filter leaves out is not an event of this period.
    BOOST_TEST(is_gap(with("    | 2026-09-24 | 6 |\n"), what + ": nergens iets op de eerste dag van de periode"));
    // Two for certain, and one that may count.
    BOOST_TEST(!is_gap(with(inside + inside + "    | 2026-09-25 | |\n"), what + ": nergens precies zoveel"));
}

BOOST_AUTO_TEST_CASE(study_weeks_have_a_last_day) {
    const std::string rules = "signaal s factor f als minstens 1 toets in studieweek 2 t/m 3\n";
    const std::string gap =
        "signaal `s`: `minstens 1 toets in studieweek 2 t/m 3`: nergens iets op de laatste dag van de "
        "periode";
    const auto with = [&](const char* day) {
        return gaps(rules, voorbeeld("", std::string("  gegeven toetsen\n    | datum |\n    | ") + day +
                                             " |\n  verwacht signaal s\n"));
    };
    BOOST_TEST(!is_gap(with("2026-09-20"), gap));
    BOOST_TEST(is_gap(with("2026-09-19"), gap));
}

BOOST_AUTO_TEST_CASE(rows_and_choices) {
    const std::string rules = R"(parameter voor_wie : keuze uit iedereen, niemand
parameter aan : ja/nee = ja
tabel t : getal trefwijze eerste
  | punten || getal |
  | < 3    || 1     |
  | -      || 2     |
signaal s factor f als t = 1 en voor_wie is iedereen en aan
)";
    const std::string all =
        gaps(rules,
             "voorbeeld \"v\"\n  op 2026-09-30\n  stel voor_wie in op iedereen\n  gegeven student\n    punten 2\n"
             "  verwacht signaal s\n");
    BOOST_TEST(!is_gap(all, "parameter `voor_wie`: de waarde `iedereen` geldt in geen voorbeeld"));
    BOOST_TEST(is_gap(all, "parameter `voor_wie`: de waarde `niemand` geldt in geen voorbeeld"));
    BOOST_TEST(!is_gap(all, "parameter `voor_wie`: geen voorbeeld dat hem leest, zet deze open keuze"));
    BOOST_TEST(!is_gap(all, "parameter `aan`: de waarde `ja` geldt in geen voorbeeld"));
    BOOST_TEST(is_gap(all, "parameter `aan`: de waarde `nee` geldt in geen voorbeeld"));
    std::size_t rows = 0;
    for (std::size_t at = all.find("deze rij"); at != std::string::npos; at = all.find("deze rij", at + 1)) ++rows;
    BOOST_TEST(rows == 1u);
    BOOST_TEST(is_gap(gaps(rules, ""), "parameter `voor_wie`: geen voorbeeld dat hem leest, zet deze open keuze"));
}

BOOST_AUTO_TEST_CASE(only_what_stands_in_the_sources_counts) {
    const Compilation compilation =
        compile({{"p",
                  {{"1.regels", head + "signaal s factor f als punten < 3\n"},
                   {"2.regels", "signaal t factor f als punten < 4\n" +
                                    voorbeeld("    punten 2\n", "  verwacht signaal t\n  verwacht signaal s\n")}}}});
    BOOST_REQUIRE(compilation.rules);
    const auto count = [&](std::size_t file) {
        const examples::Coverage coverage(compilation.rules, run::authorship_of(compilation),
                                          {compilation.files[file].source});
        const examples::Fraction active = examples::fraction_of(coverage, examples::PlaceKind::active);
        return std::tuple(coverage.examples(), active.reached, active.all);
    };
    BOOST_TEST((count(0) == std::tuple(0u, 0u, 1u)));
    BOOST_TEST((count(1) == std::tuple(1u, 1u, 1u)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
