#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/unit/engine/io/reading.h"

namespace wegwijzer::io::testing {
BOOST_AUTO_TEST_SUITE(json_records)

namespace {

ReadResult read_document(const std::string& text) { return read_json(schema(), {"cohort.json", text}); }

BOOST_AUTO_TEST_CASE(a_line_is_a_student_with_its_series) {
    const ReadResult result = read_jsonl(
        R"({"studentnummer":"S1","naam":"Sam","werkt":true,"punten":12.50,"startdatum":"2026-08-31T09:00:00",)"
        R"("presentie":70,"aandeel":0.7,"toetsen":[{"datum":"2026-10-12","vak":"wiskunde","cijfer":5.4},)"
        R"({"datum":"2026-09-28","vak":"wiskunde","cijfer":4.5}]})"
        "\n\n"
        R"({"toets":[],"studentnummer":2,"naam":"","werkt":null,"punten":1e-1})");
    BOOST_TEST(headlines(result.report).find("F24") == std::string::npos);
    BOOST_TEST(result.report.students == 2u);
    BOOST_TEST(student_value(result, "naam") == "Sam");
    BOOST_TEST(student_value(result, "werkt") == "ja");
    BOOST_TEST(student_value(result, "punten") == "12.5");
    BOOST_TEST(student_value(result, "startdatum") == "2026-08-31");
    BOOST_TEST(student_value(result, "presentie") == "0.7");
    BOOST_TEST(student_value(result, "aandeel") == "0.7");
    BOOST_TEST(event_value(result, tests, "cijfer", 0) == "4.5");
    BOOST_TEST(event_value(result, tests, "cijfer", 1) == "5.4");
    BOOST_TEST(result.cohort.key_of(1) == "2");
    BOOST_TEST(student_value(result, "naam", 1) == "?");
    BOOST_TEST(student_value(result, "punten", 1) == "0.1");
    BOOST_TEST(result.cohort.series[0].offsets[2] == 2u);
}

BOOST_AUTO_TEST_CASE(no_key_or_null_is_not_supplied_and_an_empty_list_is_empty) {
    const ReadResult result = read_jsonl(R"({"studentnummer":"S1","toetsen":[]})"
                                         "\n"
                                         R"({"studentnummer":"S2"})"
                                         "\n"
                                         R"({"studentnummer":"S3","toetsen":null,"presenties":null})");
    BOOST_TEST(result.cohort.series[0].supplied_for(0));
    BOOST_TEST(!result.cohort.series[0].supplied_for(1));
    BOOST_TEST(!result.cohort.series[0].supplied_for(2));
    BOOST_TEST(!result.cohort.series[1].supplied);
    BOOST_TEST(!result.report.fails_strict());
}

BOOST_AUTO_TEST_CASE(numbers_are_read_as_decimal_text) {
    const ReadResult result = read_jsonl(R"({"studentnummer":"S1","punten":0.1234565})"
                                         "\n"
                                         R"({"studentnummer":"S2","punten":9007199254740993e-6})"
                                         "\n"
                                         R"({"studentnummer":"S3","punten":"5.5"})"
                                         "\n"
                                         R"({"studentnummer":"S4","punten":99999999999999999999})"
                                         "\n"
                                         R"({"studentnummer":"S5","punten":"5,5"})");
    BOOST_TEST(student_value(result, "punten", 0) == "0.123456");  // half to even, on the decimal digits
    BOOST_TEST(student_value(result, "punten", 1) == "9007199254.740993");
    BOOST_TEST(student_value(result, "punten", 2) == "5.5");
    BOOST_TEST(student_value(result, "punten", 3) == "?");
    BOOST_TEST(student_value(result, "punten", 4) == "?");
    BOOST_TEST(result.report.invalid_cell_count() == 2u);
}

BOOST_AUTO_TEST_CASE(keys_are_the_names_or_what_uit_says) {
    const ReadResult result =
        read_jsonl(R"({"studentnummer":"S1","Motivatiescore week 3":4})"
                   "\n"
                   R"({"studentnummer":"S2","motivatie":3})"
                   "\n"
                   R"({"studentnummer":"S3","NAAM":"Sam","extra":{"diep":[1,{"a":2}]},"nog":1,"extra":2})");
    BOOST_TEST(student_value(result, "motivatie", 0) == "4");
    BOOST_TEST(student_value(result, "motivatie", 1) == "3");
    BOOST_TEST(student_value(result, "naam", 2) == "Sam");
    const std::string said = headlines(result.report);
    BOOST_TEST(said.find("N101 niet gelezen, want geen veld heet zo: `extra`, `nog`\n") != std::string::npos);
    BOOST_TEST(said.find("G017 `NAAM` is gelezen als `naam`") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_invalid_value_has_its_line_and_column) {
    const ReadResult result = read_document(
        "[\n"
        "  {\"studentnummer\": \"S1\", \"naam\": \"é\", \"startdatum\": \"31-02-2026\",\n"
        "   \"toetsen\": [{\"datum\": \"2026-10-12\",\n"
        "                \"cijfer\": 11}]}\n"
        "]\n");
    const std::string said = headlines(result.report);
    BOOST_TEST(said.find("cohort.json:2:54 G007 ongeldige datum `31-02-2026` in `startdatum`; deze waarde is onbekend\n"
                         "cohort.json:4:27 G007 ongeldig cijfer `11` in `cijfer`; deze waarde is onbekend\n") !=
               std::string::npos);
    BOOST_TEST(result.report.invalid_cell_count() == 2u);
}

BOOST_AUTO_TEST_CASE(a_wrong_type_is_an_invalid_value) {
    const ReadResult result = read_jsonl(
        R"({"studentnummer":"S1","naam":{"voor":"Sam","achter":["x"]},"punten":[1],"startdatum":20260901,"pogingen":true,"werkt":1})");
    BOOST_TEST(result.report.invalid_cell_count() == 4u);
    BOOST_TEST(student_value(result, "naam") == "?");
    BOOST_TEST(student_value(result, "punten") == "?");
    BOOST_TEST(student_value(result, "startdatum") == "?");
    BOOST_TEST(student_value(result, "pogingen") == "?");
    BOOST_TEST(student_value(result, "werkt") == "ja");
}

BOOST_AUTO_TEST_CASE(a_series_that_is_no_list_is_set_aside_and_not_supplied) {
    const ReadResult result = read_jsonl(
        R"({"studentnummer":"S1","toetsen":{"datum":"2026-10-12"},"presenties":[1,{"datum":"2026-10-12","aandeel":50}]})"
        "\n"
        R"({"studentnummer":"S2","toetsen":[]})");
    BOOST_TEST(!result.cohort.series[0].supplied_for(0));
    BOOST_TEST(result.cohort.series[0].supplied_for(1));
    BOOST_TEST(result.report.set_aside_events[0] == 1u);
    BOOST_TEST(result.report.set_aside_events[1] == 1u);
    BOOST_TEST(result.report.events[1] == 1u);
    BOOST_TEST(headlines(result.report).find("G024 `toetsen` is geen lijst van objecten; dit is apart gelegd") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_key_that_stands_twice_makes_the_value_unknown) {
    const ReadResult result = read_jsonl(
        R"({"studentnummer":"S1","naam":"Sam","naam":"Noor","toetsen":[{"datum":"2026-10-12","cijfer":4,"cijfer":5}]})"
        "\n"
        R"({"studentnummer":"S2","naam":"Daan","toetsen":[{"datum":"2026-10-12","cijfer":6},{"datum":"2026-10-13","cijfer":7}]})"
        "\n"
        R"({"studentnummer":"S3","naam":"a","naam":"b","naam":"c","studentnummer":"S4"})");
    BOOST_TEST(student_value(result, "naam", 0) == "?");
    BOOST_TEST(event_value(result, tests, "cijfer", 0) == "?");
    BOOST_TEST(student_value(result, "naam", 1) == "Daan");
    BOOST_TEST(event_value(result, tests, "cijfer", 2) == "7");
    BOOST_TEST(result.report.invalid_cell_count() == 2u);
    BOOST_TEST(result.report.students == 2u);
    BOOST_TEST(result.report.set_aside_students == 1u);
    BOOST_TEST(headlines(result.report).find("cohort.jsonl:1:43 G023 `naam` staat twee keer in één object") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(both_names_of_a_series_are_read) {
    const ReadResult result = read_jsonl(
        R"({"studentnummer":"S1","toets":[{"datum":"2026-10-12","cijfer":4}],"toetsen":[{"datum":"2026-10-11","cijfer":5}]})");
    BOOST_TEST(result.report.events[0] == 2u);
    BOOST_TEST(event_value(result, tests, "cijfer", 0) == "5");
    BOOST_TEST(headlines(result.report).find("N102 `toets` is er ook als `toetsen`; beide zijn gelezen") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(students_without_a_key_or_with_a_double_one_are_set_aside_with_their_events) {
    const ReadResult result =
        read_jsonl(R"({"studentnummer":"S1"})"
                   "\n"
                   R"({"naam":"Sam","toetsen":[{"datum":"2026-10-12","cijfer":55}]})"
                   "\n"
                   R"({"toetsen":[{"datum":"2026-10-12"},{"datum":"2026-10-13"}],"studentnummer":"S1"})"
                   "\n"
                   R"({"studentnummer":""})"
                   "\n"
                   R"({"studentnummer":["S5"]})");
    BOOST_TEST(result.report.students == 1u);
    BOOST_TEST(result.report.set_aside_students == 4u);
    BOOST_TEST(result.report.set_aside_events[0] == 3u);
    BOOST_TEST(result.report.invalid_cell_count() == 0u);  // one mistake, one message
    BOOST_TEST(headlines(result.report)
                   .find("cohort.jsonl:3:1 G010 de student met `studentnummer` `S1` kwam al eerder voor") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_object_or_a_list_is_a_document) {
    BOOST_TEST(read_document(R"( {"studentnummer":"S1"} )").report.students == 1u);
    BOOST_TEST(read_document(R"([{"studentnummer":"S1"},{"studentnummer":"S2"}])").report.students == 2u);
    BOOST_TEST(read_document("[]").report.students == 0u);
    BOOST_TEST(!read_document("[]").report.unreadable);
    const ReadResult mixed = read_document(R"([{"studentnummer":"S1"},7,null,[1,[2]]])");
    BOOST_TEST(mixed.report.students == 1u);
    BOOST_TEST(mixed.report.set_aside_students == 3u);
    BOOST_TEST(read_document("7").report.unreadable);
    BOOST_TEST(read_document("\"tekst\"").report.unreadable);
    BOOST_TEST(read_jsonl("[1]").report.unreadable);
    BOOST_TEST(read_document("\xEF\xBB\xBF[]").report.unreadable == false);
}

BOOST_AUTO_TEST_CASE(text_that_is_cut_off_is_unreadable) {
    const ReadResult document = read_document("[{\"studentnummer\":\"S1\"},\n{\"studentnummer\":\"S");
    BOOST_TEST(document.report.unreadable);
    BOOST_TEST(headlines(document.report)
                   .find("cohort.json:2:20 F244 dit is geen geldige JSON: het bestand houdt te vroeg op\n") !=
               std::string::npos);
    const ReadResult lines = read_jsonl("{\"studentnummer\":\"S1\"}\n{\"studentnummer\":\"S2\",\"toetsen\":[{\"da");
    BOOST_TEST(lines.report.unreadable);
    BOOST_TEST(
        headlines(lines.report).find("cohort.jsonl:2:38 F244 dit is geen geldige JSON: de regel houdt te vroeg op") !=
        std::string::npos);
    BOOST_TEST(read_document("").report.unreadable);
    BOOST_TEST(read_jsonl(" \n").report.unreadable);
}

BOOST_AUTO_TEST_CASE(faults_have_a_place_and_a_reason) {
    const auto said = [](const std::string& text) { return headlines(read_document(text).report); };
    BOOST_TEST(said("[{\"studentnummer\": S1}]") ==
               "cohort.json:1:20 F244 dit is geen geldige JSON: hier staat iets dat er niet hoort\n");
    BOOST_TEST(said("[}") == "cohort.json:1:2 F244 dit is geen geldige JSON: hier staat iets dat er niet hoort\n");
    BOOST_TEST(said("[{\"naam\":\"No\xEBl\"}]") ==
               "cohort.json:1:13 F245 dit bestand is niet te lezen: de tekst is geen UTF-8, bewaar het zo\n");
    const std::string deep(100'000, '[');
    BOOST_TEST(said(deep).find(":1:33 F244 dit is geen geldige JSON: er staan te veel lijsten of objecten in elkaar") !=
               std::string::npos);
    const ReadResult lines = read_document("{\"studentnummer\":\"S1\"}\n{\"studentnummer\":\"S2\"}\n");
    BOOST_TEST(lines.report.unreadable);
    BOOST_TEST(findings_text(lines.report, Visibility::everything(), {}).find("een naam met `.jsonl`") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_of_lines_is_given_up_soon) {
    std::string text;
    for (int i = 0; i < 1'000; ++i) text += "geen json\n";
    const ReadResult result = read_jsonl(text);
    BOOST_TEST(result.report.unreadable);
    BOOST_TEST(result.report.findings.size() == 10u);
}

BOOST_AUTO_TEST_CASE(percentages_of_one_or_less_get_a_warning) {
    const ReadResult result = read_jsonl(R"({"studentnummer":"S1","presentie":0.7,"aandeel":0.7})");
    BOOST_TEST(headlines(result.report).find("G016 alle percentages in `presentie` zijn 1% of minder") !=
               std::string::npos);
    BOOST_TEST(student_value(result, "presentie") == "0.007");
}

BOOST_AUTO_TEST_CASE(english_words_of_built_in_series) {
    const ReadResult result = read_jsonl(
        R"({"studentnummer":"S1","followups":[{"date":"2026-09-20","intervention":"slb_gesprek","status":"done"}]})");
    BOOST_TEST(event_value(result, followups, "datum", 0) == "2026-09-20");
    BOOST_TEST(event_value(result, followups, "status", 0) == "uitgevoerd");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::io::testing
