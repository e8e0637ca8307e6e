#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/unit/engine/io/reading.h"

namespace wegwijzer::io::testing {
BOOST_AUTO_TEST_SUITE(folder)

namespace {

const std::string two_students = "studentnummer\nS1\nS2\n";

BOOST_AUTO_TEST_CASE(series_rows_go_to_their_student_by_date) {
    const ReadResult result = read_files({{"data/toetsen.csv",
                                           "studentnummer;datum;vak;cijfer\n"
                                           "S2;2026-10-12;wiskunde;5,5\n"
                                           "S1;2026-10-12;wiskunde;5,4\n"
                                           "S1;;engels;7\n"
                                           "S1;28-09-2026;wiskunde;4,5\n"},
                                          {"data/student.csv", two_students}});
    BOOST_TEST(result.report.events[0] == 4u);
    BOOST_TEST(event_value(result, tests, "datum", 0) == "2026-09-28");
    BOOST_TEST(event_value(result, tests, "cijfer", 1) == "5.4");
    BOOST_TEST(event_value(result, tests, "datum", 2) == "?");
    BOOST_TEST(event_value(result, tests, "cijfer", 3) == "5.5");
    BOOST_TEST(result.cohort.series[0].supplied);
    BOOST_TEST(!result.cohort.series[1].supplied);
    BOOST_TEST(!result.report.unreadable);
}

BOOST_AUTO_TEST_CASE(a_file_with_a_header_alone_supplies_an_empty_series) {
    const ReadResult result =
        read_files({{"student.csv", two_students}, {"toets.csv", "studentnummer;datum;vak;cijfer\n"}});
    BOOST_TEST(result.cohort.series[0].supplied_for(1));
    BOOST_TEST(result.report.events[0] == 0u);
}

BOOST_AUTO_TEST_CASE(rows_of_nobody_and_rows_without_a_key_are_set_aside) {
    const ReadResult result = read_files({{"student.csv", two_students},
                                          {"toetsen.csv",
                                           "studentnummer;datum;vak;cijfer\n"
                                           "S9;2026-10-12;wiskunde;4\n"
                                           ";2026-10-12;wiskunde;5\n"
                                           "s1;2026-10-12;wiskunde;6\n"
                                           "S2;2026-10-12;wiskunde;7\n"}});
    BOOST_TEST(result.report.events[0] == 1u);
    BOOST_TEST(result.report.set_aside_events[0] == 3u);
    BOOST_TEST(result.report.set_aside_students == 0u);
    BOOST_TEST(headlines(result.report)
                   .find("toetsen.csv:2 G009 er is geen student met `studentnummer` `S9`; de rij is apart gelegd\n"
                         "toetsen.csv:3 G008 de rij heeft geen `studentnummer` en is apart gelegd\n"
                         "toetsen.csv:4 G009") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_invalid_cell_of_a_series_is_unknown_and_counted_with_its_field) {
    const ReadResult result = read_files({{"student.csv", two_students},
                                          {"toetsen.csv",
                                           "studentnummer;datum;vak;cijfer\n"
                                           "S1;2026-10-12;wiskunde;55\n"
                                           "S1;2026-10-12;wiskunde;5,5\n"}});
    BOOST_TEST(event_value(result, tests, "cijfer", 0) == "?");
    BOOST_TEST(result.report.invalid_series_cells[0][2] == 1u);
    const DataFinding& finding = result.report.findings.back();
    BOOST_TEST(finding.line == 2u);
    BOOST_TEST(finding.column == 24u);
    BOOST_TEST((finding.series == tests));
    BOOST_TEST((finding.series_field == SeriesFieldId{2}));
    BOOST_TEST(finding.reason.nl == "het ligt buiten 1 t/m 10");
}

BOOST_AUTO_TEST_CASE(both_names_of_one_file_are_read) {
    const ReadResult result = read_files({{"studenten.csv", "studentnummer\nS2\nS1\n"},
                                          {"student.csv", "studentnummer\nS1\n"},
                                          {"toetsen.csv", "studentnummer;datum;vak;cijfer\nS1;2026-10-12;b;7\n"},
                                          {"toets.csv", "studentnummer;datum;vak;cijfer\nS1;2026-10-12;a;6\n"}});
    BOOST_TEST(result.report.students == 2u);
    BOOST_TEST(result.report.set_aside_students == 1u);
    BOOST_TEST(result.cohort.key_of(0) == "S1");
    BOOST_TEST(result.report.events[0] == 2u);
    BOOST_TEST(event_value(result, tests, "vak", 0) == "a");
    BOOST_TEST(headlines(result.report).find("studenten.csv N102 `student.csv` is er ook als `studenten.csv`") !=
               std::string::npos);
    BOOST_TEST(headlines(result.report).find("toetsen.csv N102 `toets.csv` is er ook als `toetsen.csv`") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_a_file_of_students_nothing_is_read) {
    const ReadResult result = read_files({{"map/toetsen.csv", "studentnummer;datum;vak;cijfer\nS1;2026-10-12;a;6\n"}});
    BOOST_TEST(result.report.unreadable);
    BOOST_TEST(headlines(result.report) == "map F240 er is geen bestand `student.csv` of `studenten.csv`\n");
}

BOOST_AUTO_TEST_CASE(files_of_nothing_are_named) {
    const ReadResult result = read_files({{"student.csv", two_students},
                                          {"stages.csv", "studentnummer\n"},
                                          {"toetsen.tsv", ""},
                                          {"LEESMIJ.md", "tekst"}});
    const std::string said = headlines(result.report);
    BOOST_TEST(said.find("stages.csv N103 dit bestand hoort bij geen reeks") != std::string::npos);
    BOOST_TEST(said.find("toetsen.tsv N103") != std::string::npos);
    BOOST_TEST(said.find("LEESMIJ") == std::string::npos);
    BOOST_TEST(!result.report.fails_strict());
}

BOOST_AUTO_TEST_CASE(built_in_series_take_the_words_of_either_language) {
    const std::string english =
        "studentnummer;date;intervention;status;planned_on\nS1;2026-09-20;slb_gesprek;planned;2026-10-01\n";
    const std::string dutch =
        "studentnummer;datum;interventie;status;gepland_op\nS1;2026-09-20;slb_gesprek;gepland;2026-10-01\n";
    for (const auto& [name, text] : {Named{"followups.csv", english}, Named{"followup.csv", dutch},
                                     Named{"opvolgingen.csv", english}, Named{"opvolging.csv", dutch}}) {
        const ReadResult result = read_files({{"students.csv", two_students}, {name, text}});
        BOOST_TEST(event_value(result, followups, "datum", 0) == "2026-09-20", name);
        BOOST_TEST(event_value(result, followups, "interventie", 0) == "slb_gesprek", name);
        BOOST_TEST(event_value(result, followups, "status", 0) == "gepland", name);
        BOOST_TEST(event_value(result, followups, "gepland_op", 0) == "2026-10-01", name);
    }
    const ReadResult wrong = read_files(
        {{"student.csv", two_students}, {"opvolgingen.csv", "studentnummer;datum;status\nS1;2026-09-20;bezig\n"}});
    BOOST_TEST(event_value(wrong, followups, "status", 0) == "?");
    const ReadResult unknown =
        read_files({{"student.csv", two_students},
                    {"opvolgingen.csv", "studentnummer;datum;interventie;rol\nS1;2026-09-20;gesprekje;conrector\n"}});
    BOOST_TEST(event_value(unknown, followups, "interventie", 0) == "?");
    BOOST_TEST(unknown.report.invalid_cell_count() == 2u);
    const ReadResult refused = read_files(
        {{"student.csv", two_students},
         {"consents.csv", "studentnummer;date;intervention;status\nS1;2026-09-20;verkenning_decaan;refused\n"}});
    BOOST_TEST(event_value(refused, consents, "status", 0) == "geweigerd");
    // A series of the pack is not translated.
    const ReadResult own =
        read_files({{"student.csv", two_students}, {"toetsen.csv", "studentnummer;date\nS1;2026-09-20\n"}});
    BOOST_TEST(event_value(own, tests, "datum", 0) == "?");
}

BOOST_AUTO_TEST_CASE(a_schema_in_english_takes_the_dutch_words_as_well) {
    auto english = std::make_shared<Schema>();
    english->student_fields = {field("number", FieldKind::key)};
    english->key = FieldId{0};
    add_built_in_series(*english, Language::en, {"talk"}, {"tutor"});
    for (const char* text : {"number;date;intervention;status\nS1;2026-09-20;talk;planned\n",
                             "number;datum;interventie;status\nS1;2026-09-20;talk;gepland\n"}) {
        const ReadResult result = read_files({{"students.csv", "number\nS1\n"}, {"opvolgingen.csv", text}}, english);
        BOOST_TEST(event_value(result, english->followups, "date", 0) == "2026-09-20");
        BOOST_TEST(event_value(result, english->followups, "intervention", 0) == "talk");
        BOOST_TEST(event_value(result, english->followups, "status", 0) == "planned");
    }
}

BOOST_AUTO_TEST_CASE(bijgewerkt_says_up_to_which_day_a_series_is_complete) {
    const ReadResult result = read_files({{"student.csv", two_students},
                                          {"bijgewerkt.csv",
                                           "reeks;t/m\n"
                                           "presenties;2026-10-01\n"
                                           "toets;01-10-2026\n"
                                           "toetsen;2026-09-30\n"
                                           "opvolgingen;\n"
                                           "stages;2026-10-01\n"}});
    BOOST_TEST(to_iso(result.cohort.series[1].complete_to.value()) == "2026-10-01");
    BOOST_TEST(to_iso(result.cohort.series[0].complete_to.value()) == "2026-09-30");
    BOOST_TEST(!result.cohort.series[2].complete_to.has_value());
    BOOST_TEST(headlines(result.report)
                   .find("bijgewerkt.csv:4 G022 er staan twee dagen voor `toetsen`; de vroegste telt\n"
                         "bijgewerkt.csv:6 N104 er is geen reeks `stages`; deze regel is niet gebruikt\n") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_invalid_day_in_bijgewerkt_is_an_invalid_cell) {
    const ReadResult result =
        read_files({{"student.csv", two_students}, {"bijgewerkt.csv", "reeks;t/m\npresenties;2026-02-30\n"}});
    BOOST_TEST(result.report.invalid_cell_count() == 1u);
    BOOST_TEST(headlines(result.report)
                   .find("bijgewerkt.csv:2:12 G007 ongeldige datum `2026-02-30` in `t/m`; deze waarde is onbekend") !=
               std::string::npos);
    const ReadResult wrong =
        read_files({{"student.csv", two_students}, {"bijgewerkt.csv", "serie;tot\npresenties;x\n"}});
    BOOST_TEST(wrong.report.unreadable);
}

BOOST_AUTO_TEST_CASE(percentages_of_one_or_less_get_a_warning) {
    const auto warned = [](const std::string& cells) {
        const ReadResult result = read_students("studentnummer;presentie\n" + cells);
        return headlines(result.report).find("student.csv G016 alle percentages in `presentie`") != std::string::npos;
    };
    BOOST_TEST(warned("S1;0,7\nS2;1\nS3;\n"));
    BOOST_TEST(!warned("S1;0,7\nS2;70\n"));
    BOOST_TEST(!warned("S1;0,7%\n"));
    BOOST_TEST(!warned("S1;\n"));
    const ReadResult fractions = read_students("studentnummer;aandeel\nS1;0,7\n");
    BOOST_TEST(headlines(fractions.report).find("G016") == std::string::npos);
    BOOST_TEST(student_value(fractions, "aandeel") == "0.7");
}

BOOST_AUTO_TEST_CASE(many_rows_are_read_in_order) {
    std::string students = "studentnummer;naam\n";
    std::string events = "studentnummer;datum;vak;cijfer\n";
    for (int i = 0; i < 5'000; ++i) students += "S" + std::to_string(i) + ";Naam " + std::to_string(i) + "\n";
    for (int i = 0; i < 20'000; ++i) {
        events += "S" + std::to_string((i * 7) % 5'000) + ";2026-09-" + (i % 2 == 0 ? "10" : "09") + ";v;" +
                  std::to_string(1 + i % 10) + "\n";
    }
    const ReadResult result = read_files({{"student.csv", students}, {"toetsen.csv", events}});
    BOOST_TEST(result.report.students == 5'000u);
    BOOST_TEST(result.report.events[0] == 20'000u);
    BOOST_TEST(result.cohort.series[0].offsets[5'000] == 20'000u);
    BOOST_TEST(result.cohort.series[0].offsets[1] == 4u);
    BOOST_TEST(!result.report.fails_strict());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::io::testing
