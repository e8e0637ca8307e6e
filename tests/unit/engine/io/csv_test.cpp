#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/unit/engine/io/reading.h"

namespace wegwijzer::io::testing {
BOOST_AUTO_TEST_SUITE(csv)

namespace {

BOOST_AUTO_TEST_CASE(each_delimiter_and_line_end_reads_the_same) {
    for (const std::string delimiter : {";", ",", "\t"}) {
        for (const std::string end : {"\n", "\r\n", "\r"}) {
            const std::string text = "studentnummer" + delimiter + "naam" + delimiter + "werkt" + end + "S1" +
                                     delimiter + "Sam" + delimiter + "ja" + end + end + "S2" + delimiter + delimiter +
                                     "nee";
            const ReadResult result = read_students(text);
            BOOST_TEST(result.report.students == 2u);
            BOOST_TEST(student_value(result, "naam", 0) == "Sam");
            BOOST_TEST(student_value(result, "naam", 1) == "?");
            BOOST_TEST(student_value(result, "werkt", 1) == "nee");
            BOOST_TEST(!result.report.fails_strict());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_delimiter_is_the_one_that_finds_the_known_columns) {
    const ReadResult result = read_students("studentnummer;\"a,b,c,d\";naam\nS1;x;Sam\n");
    BOOST_TEST(student_value(result, "naam") == "Sam");
    const ReadResult tricky = read_students("studentnummer;a, b, c, d;naam\nS1;x;Sam\n");
    BOOST_TEST(student_value(tricky, "naam") == "Sam");
}

BOOST_AUTO_TEST_CASE(a_line_for_spreadsheets_is_passed_over) {
    const ReadResult result = read_students("sep=,\r\nstudentnummer,naam\r\nS1,Sam\r\n,x\r\n");
    BOOST_TEST(student_value(result, "naam") == "Sam");
    BOOST_TEST(result.report.findings.back().line == 4u);
}

BOOST_AUTO_TEST_CASE(quotes_hold_delimiters_line_ends_and_quotes) {
    const ReadResult result = read_students(
        "studentnummer;naam;werkt\n"
        "S1;\"Bakker; Sam\";ja\n"
        "S2;\"regel een\nregel twee\";nee\n"
        "S3;\"zegt \"\"hoi\"\"\";ja\n"
        "S4;\"\";nee\n"
        "\"S5\";x \" y;fout\n");
    BOOST_TEST(student_value(result, "naam", 0) == "Bakker; Sam");
    BOOST_TEST(student_value(result, "naam", 1) == "regel een\nregel twee");
    BOOST_TEST(student_value(result, "naam", 2) == "zegt \"hoi\"");
    BOOST_TEST(student_value(result, "naam", 3) == "?");
    BOOST_TEST(student_value(result, "naam", 4) == "x \" y");
    BOOST_REQUIRE(!result.report.findings.empty());
    BOOST_TEST(result.report.findings.back().line == 7u);  // a line end in a cell counts as a line of the file
    BOOST_TEST(result.report.findings.back().column == 12u);
}

BOOST_AUTO_TEST_CASE(quotes_behind_a_backslash_are_read_where_a_file_writes_them_so) {
    const ReadResult result = read_students(
        "studentnummer,naam,werkt\n"
        "S1,\"zegt \\\"hoi\\\", en gaat\",ja\n"
        "S2,\"eindigt op \\\\\",nee\n");
    BOOST_TEST(student_value(result, "naam", 0) == "zegt \"hoi\", en gaat");
    BOOST_TEST(student_value(result, "naam", 1) == "eindigt op \\");
    BOOST_TEST(student_value(result, "werkt", 1) == "nee");
    const ReadResult path = read_students("studentnummer,naam,werkt\nS1,\"C:\\map\\\",ja\n");
    BOOST_TEST(student_value(path, "naam") == "C:\\map\\");
    BOOST_TEST(student_value(path, "werkt") == "ja");
}

BOOST_AUTO_TEST_CASE(text_behind_a_closing_quote_is_kept_and_said) {
    const ReadResult result = read_students("studentnummer;naam;werkt\nS1;\"Sam\" Bakker;ja\n");
    BOOST_TEST(student_value(result, "naam") == "Sam Bakker");
    BOOST_TEST(student_value(result, "werkt") == "ja");
    BOOST_TEST(headlines(result.report).find("student.csv:2:8 G026") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_makes_the_file_unreadable) {
    const ReadResult result = read_students("studentnummer;naam\nS1;Sam\nS2;\"Noor\nS3;Daan\n");
    BOOST_TEST(result.report.unreadable);
    BOOST_TEST(headlines(result.report).find("student.csv:3:4 F243 een aanhalingsteken wordt niet gesloten") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_passed_over_and_columns_count_characters) {
    const ReadResult result = read_students("\xEF\xBB\xBFstudentnummer;naam;startdatum\nS1;Noël é;31-02-2026\n");
    BOOST_TEST(student_value(result, "naam") == "Noël é");
    BOOST_REQUIRE(result.report.invalid_cell_count() == 1u);
    BOOST_TEST(
        headlines(result.report)
            .find("student.csv:2:11 G007 ongeldige datum `31-02-2026` in `startdatum`; deze waarde is onbekend") !=
        std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_utf_8_is_windows_1252_and_said) {
    const ReadResult result = read_students("studentnummer;naam\nS1;No\xEBl \x80\n");
    BOOST_TEST(student_value(result, "naam") == "Noël €");
    BOOST_TEST(headlines(result.report).find("student.csv G015") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(texts_are_trimmed_and_brought_to_nfc) {
    const ReadResult result = read_students("studentnummer;naam\n S1\t; e\xCC\x81 \xC2\xA0\n");
    BOOST_TEST(result.cohort.key_of(0) == "S1");
    BOOST_TEST(student_value(result, "naam") == "é");
}

BOOST_AUTO_TEST_CASE(other_kinds_of_files_are_refused_with_a_reason) {
    const std::string utf_16("\xFF\xFEs\0t\0", 6);
    for (const std::string& text : {utf_16, std::string("PK\x03\x04zip"), std::string(), std::string("\n \n")}) {
        const ReadResult result = read_students(text);
        BOOST_TEST(result.report.unreadable);
        BOOST_TEST(!result.report.findings.empty());
    }
}

BOOST_AUTO_TEST_CASE(header_names_are_trimmed_and_found_by_uit_or_name) {
    const ReadResult by_source = read_students("studentnummer;\" Motivatiescore week 3\t\"\nS1;4,5\n");
    BOOST_TEST(student_value(by_source, "motivatie") == "4.5");
    const ReadResult by_name = read_students("studentnummer;motivatie\nS1;4\n");
    BOOST_TEST(student_value(by_name, "motivatie") == "4");
    const ReadResult both = read_students("studentnummer;motivatie;Motivatiescore week 3\nS1;1;2\n");
    BOOST_TEST(student_value(both, "motivatie") == "2");
    BOOST_TEST(headlines(both.report).find("N101 niet gelezen, want geen veld heet zo: `motivatie`") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_header_in_another_case_is_read_and_said) {
    const ReadResult result = read_students("Studentnummer;NAAM\nS1;Sam\n");
    BOOST_TEST(student_value(result, "naam") == "Sam");
    BOOST_TEST(headlines(result.report).find("student.csv:1 G017 `NAAM` is gelezen als `naam`") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(missing_unknown_and_repeated_columns_are_named_once) {
    const ReadResult result =
        read_students("studentnummer;naam;extra;naam;ook extra\nS1;Sam;1;Noor;2\nS2;Daan;1;Mees;2\n");
    BOOST_TEST(student_value(result, "naam") == "Sam");
    BOOST_TEST(
        headlines(result.report) ==
        "student.csv:1 G013 het bestand heeft geen `vooropleiding`, `startdatum`, `Motivatiescore week 3`, `werkt`, "
        "`punten`, `presentie`, `aandeel`, `reistijd`, `pogingen`; deze waarden zijn onbekend\n"
        "student.csv:1 N101 niet gelezen, want geen veld heet zo: `extra`, `ook extra`\n"
        "student.csv:1 G018 er zijn twee kolommen `naam`; de eerste is gelezen\n");
    BOOST_TEST(!result.report.fails_strict());
}

BOOST_AUTO_TEST_CASE(without_the_key_column_the_file_cannot_be_used) {
    const ReadResult result = read_students("nummer;naam\nS1;Sam\n");
    BOOST_TEST(result.report.unreadable);
    BOOST_TEST(finding_text(result.report.findings[0], Shown::whole, Language::en, ErrorFormat::plain) ==
               "student.csv:1 F242 there is no column `studentnummer`, the student's key\n"
               "why: the columns are `nummer`, `naam`\n"
               "do: name a column `studentnummer`, or name the column with `from \"…\"` in the rule pack\n");
}

BOOST_AUTO_TEST_CASE(rows_without_a_key_or_with_one_that_came_before_are_set_aside) {
    const ReadResult result = read_students("studentnummer;naam\nS1;Sam\n;Noor\nS1;Daan\n;;\nS2;Mees\n");
    BOOST_TEST(result.report.students == 2u);
    BOOST_TEST(result.report.set_aside_students == 3u);
    BOOST_TEST(student_value(result, "naam", 0) == "Sam");
    const std::string said = headlines(result.report);
    BOOST_TEST(
        said.find("student.csv:3 G008 de rij heeft geen `studentnummer` en is apart gelegd\n"
                  "student.csv:4 G010 de student met `studentnummer` `S1` kwam al eerder voor; de rij is apart gelegd\n"
                  "student.csv:5 G008") != std::string::npos);
    BOOST_TEST(result.report.fails_strict());
}

BOOST_AUTO_TEST_CASE(a_row_that_is_too_long_is_set_aside_and_a_short_one_is_said) {
    const ReadResult result = read_students("studentnummer,naam,werkt\nS1,Sam,ja,,\nS2,No,or,ja\nS3,Daan\n");
    BOOST_TEST(result.report.students == 2u);
    BOOST_TEST(result.report.set_aside_students == 1u);
    BOOST_TEST(result.report.short_student_rows == 1u);
    BOOST_TEST(student_value(result, "naam", 1) == "Daan");
    BOOST_TEST(student_value(result, "werkt", 1) == "?");
    const std::string said = headlines(result.report);
    BOOST_TEST(said.find("student.csv:3:10 G011 de rij heeft meer cellen dan er kolommen zijn (4 / 3)") !=
               std::string::npos);
    BOOST_TEST(said.find("student.csv:4 G012 de rij heeft minder cellen dan er kolommen zijn (2 / 3)") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_stands_under_no_name_is_said) {
    const ReadResult result = read_students("studentnummer,,naam,,\nS1,x,Sam\nS2,,Noor,,y\n");
    BOOST_TEST(result.report.students == 2u);
    BOOST_TEST(result.report.short_student_rows == 0u);
    BOOST_TEST(headlines(result.report)
                   .find("student.csv:1 N101 niet gelezen, want geen veld heet zo: kolom 2, 5 (zonder naam)") !=
               std::string::npos);
    const ReadResult empty = read_students("studentnummer,naam,,\nS1,Sam,,\nS2,Noor\n");
    BOOST_TEST(headlines(empty.report).find("zonder naam") == std::string::npos);
    BOOST_TEST(empty.report.short_student_rows == 0u);
}

BOOST_AUTO_TEST_CASE(the_decimal_mark_is_that_of_most_numbers_of_the_file) {
    const ReadResult commas = read_students("studentnummer;punten\nS1;1.5\nS2;2,5\nS3;3,25\n");
    BOOST_TEST(student_value(commas, "punten", 0) == "?");
    BOOST_TEST(student_value(commas, "punten", 2) == "3.25");
    BOOST_TEST(commas.report.findings.back().reason.nl == "dit bestand schrijft decimalen met een komma");
    const ReadResult points = read_students("studentnummer,punten\nS1,1.5\nS2,\"2,5\"\nS3,-3.25\n");
    BOOST_TEST(student_value(points, "punten", 2) == "-3.25");
    BOOST_TEST(points.report.invalid_cell_count() == 1u);
    const ReadResult quoted = read_students("studentnummer,punten\nS1,\"1,5\"\n");
    BOOST_TEST(student_value(quoted, "punten") == "1.5");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::io::testing
