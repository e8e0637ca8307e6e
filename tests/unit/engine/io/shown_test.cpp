#include "engine/io/shown.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/unit/engine/io/reading.h"

namespace wegwijzer::io::testing {
BOOST_AUTO_TEST_SUITE(shown_data)

namespace {

ReadResult with_all_kinds() {
    return read_files({{"student.csv", "studentnummer;startdatum;presentie\nS1;31-02-2026;0,7\nS1;;\n"},
                       {"toetsen.csv", "studentnummer;datum;vak;cijfer\nS1;2026-10-12;a;55\nS9;2026-10-12;a;7\n"},
                       {"presenties.csv", "studentnummer;datum;aandeel\nS1;2026-10-12;veel\nS1;2026-10-13;50\n"},
                       {"bijgewerkt.csv", "reeks;t/m\ntoetsen;gisteren\n"}});
}

BOOST_AUTO_TEST_CASE(who_may_see_all_gets_reasons_and_ways_out) {
    const ReadResult result = with_all_kinds();
    const std::string text = findings_text(result.report, Visibility::everything(), {});
    BOOST_TEST(text.find("student.csv:2:4 G007 ongeldige datum `31-02-2026` in `startdatum`; deze waarde is onbekend\n"
                         "   | waarom: 31 februari bestaat niet\n") != std::string::npos);
    BOOST_TEST(text.find("G016 alle percentages in `presentie` zijn 1% of minder\n"
                         "   | doe: zijn het breuken") != std::string::npos);
    RenderOptions english;
    english.language = Language::en;
    english.format = ErrorFormat::plain;
    BOOST_TEST(findings_text(result.report, Visibility::everything(), english)
                   .find("student.csv:2:4 G007 invalid date `31-02-2026` in `startdatum`; this value is unknown\n"
                         "why: there is no 31 February\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_hidden_field_keeps_its_place_without_value_and_reason) {
    const ReadResult result = with_all_kinds();
    Visibility some = Visibility::everything();
    const auto with = schema();
    some.student_field = [&](FieldId id) {
        return id != with->find_field("startdatum") && id != with->find_field("presentie");
    };
    const std::string text = findings_text(result.report, some, {});
    BOOST_TEST(text.find("student.csv:2:4 G007 ongeldige datum `…` in `startdatum`; deze waarde is onbekend\n") !=
               std::string::npos);
    BOOST_TEST(text.find("31") == std::string::npos);
    BOOST_TEST(text.find("G016") == std::string::npos);
    some = Visibility::everything();
    some.series_field = [](SeriesId series, SeriesFieldId field) {
        return series != tests || field != SeriesFieldId{2};
    };
    BOOST_TEST(findings_text(result.report, some, {}).find("55") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_a_hidden_series_nothing_is_said_or_counted) {
    const ReadResult result = with_all_kinds();
    const auto with = schema();
    Visibility some = Visibility::everything();
    some.series = [](SeriesId series) { return series != tests; };
    const std::string text = findings_text(result.report, some, {});
    BOOST_TEST(text.find("toets") == std::string::npos);
    BOOST_TEST(text.find("gisteren") == std::string::npos);
    BOOST_TEST(text.find("S9") == std::string::npos);
    const ClosingCount all = count_shown(*with, result.report, Visibility::everything());
    BOOST_TEST(closing_line(all, Language::nl) ==
               "1 student, 3 gebeurtenissen, 4 ongeldige cellen, 2 apart gelegde rijen");
    const ClosingCount less = count_shown(*with, result.report, some);
    BOOST_TEST(
        closing_line(less, Language::nl) ==
        "1 student, 2 gebeurtenissen, 2 ongeldige cellen, 1 apart gelegde rij (zonder de reeksen die u niet mag zien)");
    BOOST_TEST(closing_line(less, Language::en) ==
               "1 student, 2 events, 2 invalid cells, 1 row set aside (without the series you may not see)");
}

BOOST_AUTO_TEST_CASE(that_a_file_cannot_be_used_is_said_to_everyone) {
    const ReadResult result = read_files({{"student.csv", "studentnummer\nS1\n"}, {"toetsen.csv", ""}});
    Visibility nothing = Visibility::everything();
    nothing.series = [](SeriesId) { return false; };
    BOOST_TEST(findings_text(result.report, nothing, {}).find("toetsen.csv F241 het bestand is leeg") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(json_has_the_members_of_every_finding) {
    const ReadResult result = read_files({{"student.csv", "studentnummer;startdatum\nS1;31-02-2026\n"}});
    BOOST_TEST(
        finding_text(result.report.findings.back(), Shown::whole, Language::nl, ErrorFormat::json) ==
        R"({"code":"G007","kind":"warning","file":"student.csv","line":2,"column":4,"end":null,)"
        R"("message":"ongeldige datum `31-02-2026` in `startdatum`; deze waarde is onbekend",)"
        R"("why":"31 februari bestaat niet","do":null,"fix":null,"labels":[],"lines":[],"example":[],"witness":null})"
        "\n");
}

BOOST_AUTO_TEST_CASE(after_the_most_a_line_says_how_many_more) {
    std::string text = "studentnummer;startdatum\n";
    for (int i = 0; i < 60; ++i) text += "S" + std::to_string(i) + ";gisteren\n";
    const ReadResult result = read_students(text);
    RenderOptions options;
    options.format = ErrorFormat::plain;
    const std::string said = findings_text(result.report, Visibility::everything(), options);
    BOOST_TEST(said.ends_with("en nog 11 bevindingen over de gegevens\n"));
}

BOOST_AUTO_TEST_CASE(values_never_steer_a_terminal) {
    const ReadResult result = read_students("studentnummer;startdatum\nS1;\x1b[31mrood\n");
    BOOST_TEST(findings_text(result.report, Visibility::everything(), {}).find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_that_differ_in_case_only_are_found) {
    const ReadResult result = read_students("studentnummer;naam\nS1;ICT\nS2;Économie\nS3;bouwkunde\nS4;Ict\n");
    const Column& column = result.cohort.columns[1];
    const std::vector<std::string> literals = {"ict", "économie", "bouwkunde", "zorg", "ICT"};
    const auto found = find_case_only_matches(column, literals);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].literal == "ict");
    BOOST_TEST(found[0].in_data == "ICT");
    BOOST_TEST(found[1].in_data == "Économie");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::io::testing
