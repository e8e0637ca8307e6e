// Exports of real systems and hostile ones, whose counts were worked out apart from these readers. The data are no part of
// the project: without them every case here says so and passes.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>

#include "tests/unit/engine/io/reading.h"

namespace wegwijzer::io::testing {
BOOST_AUTO_TEST_SUITE(real_data_files)

namespace {

const std::string real_data = "../shared/data/";

std::optional<std::string> bytes_of(const std::string& name) {
    std::ifstream file(real_data + name, std::ios::binary);
    if (!file) {
        BOOST_TEST_MESSAGE("skipped: there is no " << real_data << name);
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string sum_of(const Column& column) {
    Decimal sum;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_known(row)) sum = add(sum, column.decimal_at(row)).value();
    }
    return to_text(sum, 0, '.');
}

std::size_t unknowns_in(const Column& column) {
    std::size_t count = 0;
    for (std::size_t row = 0; row < column.size(); ++row) count += column.is_known(row) ? 0 : 1;
    return count;
}

BOOST_AUTO_TEST_CASE(jisc_attendance_has_fifteen_good_dates_and_ten_invalid_cells) {
    const auto bytes = bytes_of("jisc-attendance/attendance.tsv");
    if (!bytes) return;
    auto with = std::make_shared<Schema>();
    with->student_fields = {field("studentnummer", FieldKind::key, "STUDENT_ID")};
    with->key = FieldId{0};
    with->series = {
        series("bijeenkomst", "bijeenkomsten",
               {field("datum", FieldKind::date, "START_TIME"), field("aanwezig", FieldKind::boolean, "EVENT_ATTENDED"),
                field("te_laat", FieldKind::boolean, "ATTENDANCE_LATE"),
                field("onderwerp", FieldKind::text, "EVENT_DESCRIPTION")})};
    const ReadResult result =
        read_files({{"student.csv", "STUDENT_ID\nSTU44444\nSTU55555\nSTU66666\nSTU77777\nSTU88888\n"},
                    {"bijeenkomsten.csv", *bytes}},
                   with);
    const std::vector<Column>& columns = result.cohort.series[0].columns;
    BOOST_TEST(result.report.events[0] == 25u);
    BOOST_TEST(result.report.invalid_cell_count() == 10u);
    BOOST_TEST(result.report.set_aside_count() == 0u);
    BOOST_TEST(unknowns_in(columns[0]) == 10u);
    BOOST_TEST(unknowns_in(columns[2]) == 9u);
    std::size_t attended = 0;
    for (std::size_t row = 0; row < 25; ++row) attended += columns[1].boolean_at(row) ? 1 : 0;
    BOOST_TEST(attended == 16u);
    BOOST_TEST(headlines(result.report).find("bijeenkomsten.csv:5:160 G007 ongeldige datum `2017-13-12T14:00:00`") !=
               std::string::npos);
    BOOST_TEST(!result.report.unreadable);
}

BOOST_AUTO_TEST_CASE(uci697_has_semicolons_a_byte_order_mark_and_a_tab_in_a_name) {
    const auto bytes = bytes_of("uci697-dropout/data.csv");
    if (!bytes) return;
    // No column identifies a student: the programmes stand for them.
    auto with = std::make_shared<Schema>();
    with->student_fields = {field("opleiding", FieldKind::key, "Course")};
    with->key = FieldId{0};
    with->series = {
        series("inschrijving", "inschrijvingen",
               {field("overdag", FieldKind::boolean, "Daytime/evening attendance"),
                field("vooropleiding", FieldKind::number, "Previous qualification (grade)"),
                field("groei", FieldKind::number, "GDP"),
                field("tweede", FieldKind::number, "Curricular units 2nd sem (grade)"),
                field("burgerlijke_staat", FieldKind::integer, "Marital status"),
                choice("afloop", {{"uitval", "Dropout"}, {"diploma", "Graduate"}, {"bezig", "Enrolled"}})})};
    with->series[0].fields.back().source_name = "Target";
    const ReadResult result = read_files({{"student.csv", *bytes}, {"inschrijvingen.csv", *bytes}}, with);
    const std::vector<Column>& columns = result.cohort.series[0].columns;
    BOOST_TEST(result.report.students == 17u);
    BOOST_TEST(result.report.set_aside_students == 2'933u);
    BOOST_TEST(result.report.events[0] == 2'950u);
    BOOST_TEST(result.report.invalid_cell_count() == 0u);
    for (const Column& column : columns) BOOST_TEST(column.all_known());
    BOOST_TEST(sum_of(columns[1]) == "390801.8");
    BOOST_TEST(sum_of(columns[2]) == "17.61");
    BOOST_TEST(sum_of(columns[3]) == "30339.999114");  // each of up to 15 decimals rounded at the 6th
    std::size_t daytime = 0;
    std::size_t dropouts = 0;
    for (std::size_t row = 0; row < columns[0].size(); ++row) {
        daytime += columns[0].boolean_at(row) ? 1 : 0;
        dropouts += columns[5].raw_at(row) == 0 ? 1 : 0;
    }
    BOOST_TEST(daytime == 2'649u);
    BOOST_TEST(dropouts == 918u);
}

BOOST_AUTO_TEST_CASE(cedanl_has_tabs_in_a_csv_and_repeated_students) {
    auto with = std::make_shared<Schema>();
    with->student_fields = {field("studentnummer", FieldKind::key, "Studentnummer"),
                            field("uitval", FieldKind::boolean, "Dropout")};
    with->key = FieldId{0};
    with->series = {
        series("verzuim", "verzuimen", {field("ongeoorloofd", FieldKind::integer, "absence_unauthorized")})};
    struct Case {
        const char* name;
        std::size_t students, set_aside, events;
        const char* absence;
    };
    for (const Case& one : {Case{"train", 747, 253, 1'000, "15965"}, Case{"pred", 150, 0, 150, "2475"}}) {
        const auto bytes = bytes_of(std::string("cedanl-uitnodigingsregel/synth_data_") + one.name + ".csv");
        if (!bytes) return;
        const ReadResult result = read_files({{"student.csv", *bytes}, {"verzuim.csv", *bytes}}, with);
        BOOST_TEST(result.report.students == one.students);
        BOOST_TEST(result.report.set_aside_students == one.set_aside);
        BOOST_TEST(result.report.events[0] == one.events);
        BOOST_TEST(result.report.set_aside_events[0] == 0u);
        BOOST_TEST(result.report.invalid_cell_count() == 0u);
        BOOST_TEST(sum_of(result.cohort.series[0].columns[0]) == one.absence);
    }
    const auto dictionary = bytes_of("cedanl-uitnodigingsregel/data_dictionary.csv");
    if (!dictionary) return;
    with->student_fields = {field("kolom", FieldKind::key, "column_name"),
                            field("uitleg", FieldKind::text, "description")};
    with->series.clear();
    // Three of its seven rows write `0;1` in one cell, unquoted: their values have shifted.
    const ReadResult result = read_files({{"student.csv", *dictionary}}, with);
    BOOST_TEST(result.report.students == 4u);
    BOOST_TEST(result.report.set_aside_students == 3u);
}

struct Export {
    const char* file;
    const char* key;
    std::size_t students, set_aside, short_rows;
};

// Each file of the made-up exports with its key column, and what a reader of CSV written by others makes of it.
const Export exports[] = {
    {"fixtures__assessment_bedford_format_fixture.csv", "local_id", 4, 7, 0},
    {"fixtures__assessment_new_bedford_format_fixture.csv", "local_id", 4, 15, 0},
    {"fixtures__attendance_dump.csv", "'ATT_STD_OID'", 1, 1, 0},
    {"fixtures__bad_x2_assessments.csv", "'local_id'", 1, 0, 0},
    {"fixtures__educator_section_assignment_export.csv", "local_id", 5, 0, 0},
    {"fixtures__fake_behavior_export.csv", "local_id", 4, 0, 0},
    {"fixtures__fake_no_headers.csv", "SPA-310", 1, 4, 0},
    {"fixtures__fake_student_services_file.csv", "LASID", 2, 0, 1},
    {"fixtures__fake_students_export.csv", "local_id", 5, 0, 0},
    {"fixtures__fake_x2_assessments.csv", "'local_id'", 1, 7, 0},
    {"fixtures__service_upload_example.csv", "lasid", 2, 0, 2},
    {"fixtures__student_section_assignment_export_with_district_school_year_token.csv", "local_id", 3, 4, 0},
    {"fixtures__student_section_assignment_export_without_district_school_year.csv", "local_id", 3, 4, 0},
    {"fixtures__student_section_grades_fixture.csv", "SOC6-001", 2, 3, 0},
    {"fixtures__student_voice_survey.csv", "Local ID number", 1, 0, 0},
    {"fixtures__student_voice_survey_2020.csv", "Your Student ID Number (the 111....number)", 1, 0, 0},
    {"fixtures__student_voice_survey_v2.csv", "Local ID number", 1, 0, 0},
    {"importers__file_importers__ed_plan_accommodations_fixture.csv", "student_local_id", 1, 0, 0},
    {"importers__file_importers__ed_plans_fixture.csv", "student_local_id", 2, 0, 0},
    {"importers__homework_help_importer__homework_help_fixture.csv", "Student Local ID Number", 3, 0, 1},
    {"importers__mtss_referral__mtss_referral_fixture.csv", "Timestamp", 1, 0, 0},
    {"importers__reading__f_and_p_processor.csv", "LASID", 1, 0, 0},
    {"importers__reading__mega_reading_processor_fixture.csv", "student_local_id", 4, 0, 0},
    {"importers__reading__mega_reading_processor_fixture_unknown_student.csv", "student_local_id", 3, 0, 0},
    {"importers__reading__reading_processor.csv", "student_local_id", 2, 2, 0},
    {"importers__star__star_math_v1.csv", "StudentLocalID", 1, 0, 0},
    {"importers__star__star_math_v2.csv", "StudentIdentifier", 1, 0, 0},
    {"importers__star__star_math_v2_invalid.csv", "StudentIdentifier", 1, 0, 0},
    {"importers__star__star_reading_v1.csv", "StudentLocalID", 1, 0, 0},
    {"importers__star__star_reading_v2.csv", "StudentIdentifier", 1, 0, 0},
    {"importers__star__star_reading_v2_invalid.csv", "StudentIdentifier", 1, 0, 0},
    {"importers__student_meeting__student_meeting_fixture.csv", "Student Local ID Number", 2, 0, 0},
    {"importers__student_voice_surveys__mid_year_survey_fixture.csv", "Student ID Number", 1, 0, 0},
    {"importers__student_voice_surveys__q2_self_reflection_fixture.csv", "What is your local student ID number?", 0, 1,
     0},
    {"importers__team_membership_import__team_membership_fixture.csv", "LASID", 3, 0, 0},
    {"importers__templates__form_to_notes_fixture.csv", "LASID", 1, 0, 0},
    {"importers__templates__form_to_notes_fixture_recorded_at_timestamp.csv", "LASID", 1, 0, 0},
    {"importers__templates__form_to_notes_fixture_wide.csv", "LASID", 1, 0, 0},
    {"importers__templates__restricted_notes_form_fixture.csv", "LASID", 1, 0, 0},
    {"importers__transitions__bedford_davis_social_emotional_fixture.csv", "LASID", 4, 0, 0},
    {"importers__transitions__bedford_davis_transition_notes_fixture.csv", "LASID", 1, 0, 0},
    {"importers__transitions__bedford_sixth_grade_transition_processor_fixture.csv", "LASID", 1, 0, 0},
};

BOOST_AUTO_TEST_CASE(every_hostile_export_keeps_its_rows) {
    for (const Export& one : exports) {
        const auto bytes = bytes_of(std::string("studentinsights-sis-exports/") + one.file);
        if (!bytes) return;
        auto with = std::make_shared<Schema>();
        with->student_fields = {field("studentnummer", FieldKind::key, one.key)};
        with->key = FieldId{0};
        const ReadResult result = read_files({{"student.csv", *bytes}}, with);
        BOOST_TEST_CONTEXT(one.file) {
            BOOST_TEST(!result.report.unreadable);
            BOOST_TEST(result.report.students == one.students);
            BOOST_TEST(result.report.set_aside_students == one.set_aside);
            BOOST_TEST(result.report.short_student_rows == one.short_rows);
        }
    }
}

BOOST_AUTO_TEST_CASE(hostile_cells_keep_their_text) {
    const auto dump = bytes_of("studentinsights-sis-exports/fixtures__attendance_dump.csv");
    const auto plans = bytes_of("studentinsights-sis-exports/importers__file_importers__ed_plans_fixture.csv");
    if (!dump || !plans) return;
    auto with = std::make_shared<Schema>();
    with->student_fields = {field("studentnummer", FieldKind::key, "'ATT_STD_OID'"),
                            field("opmerking", FieldKind::text, "'ATT_COMMENT'"),
                            field("datum", FieldKind::date, "'ATT_DATE'")};
    with->key = FieldId{0};
    const ReadResult comments = read_files({{"student.csv", *dump}}, with);
    BOOST_TEST(student_value(comments, "opmerking") == "MTHR CALLED \"FEW MINUTES LATE\"");
    BOOST_TEST(student_value(comments, "datum") == "2005-05-03");

    with = std::make_shared<Schema>();
    with->student_fields = {
        field("studentnummer", FieldKind::key, "student_local_id"), field("reden", FieldKind::text, "sep_fieldd_006"),
        field("einde", FieldKind::date, "sep_end_date"), field("overleg", FieldKind::date, "sep_last_meeting_date")};
    with->key = FieldId{0};
    const ReadResult read_plans = read_files({{"student.csv", *plans}}, with);
    BOOST_TEST(student_value(read_plans, "reden", 1).find("ADHD\\\nGeneral Anxiety Disorder") != std::string::npos);
    BOOST_TEST(student_value(read_plans, "einde", 1) == "2016-02-22");
    BOOST_TEST(read_plans.report.invalid_cells[3] == 2u);  // "NULL" is no date
}

BOOST_AUTO_TEST_CASE(oulad_is_read_in_full) {
    const auto students = bytes_of("oulad-2013/student.csv");
    const auto submissions = bytes_of("oulad-2013/inleveringen.csv");
    if (!students || !submissions) return;
    auto with = std::make_shared<Schema>();
    with->student_fields = {field("studentnummer", FieldKind::key),        field("module", FieldKind::text),
                            field("eerdere_pogingen", FieldKind::integer), field("beperking", FieldKind::boolean),
                            field("startdatum", FieldKind::date),          field("uitgeschreven_op", FieldKind::date),
                            field("eerste_opdracht_op", FieldKind::date),  field("uitkomst", FieldKind::text)};
    with->key = FieldId{0};
    with->series = {series("inlevering", "inleveringen",
                           {field("datum", FieldKind::date), field("volgnummer", FieldKind::integer),
                            field("gewicht", FieldKind::number), field("uiterlijk", FieldKind::date),
                            field("score", FieldKind::integer), field("overgenomen", FieldKind::boolean)})};
    const auto begin = std::chrono::steady_clock::now();
    const ReadResult result = read_files({{"student.csv", *students}, {"inleveringen.csv", *submissions}}, with);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    BOOST_TEST_MESSAGE("oulad-2013: " << (students->size() + submissions->size()) / 1'000 << " kB in " << took.count()
                                      << " ms");
    BOOST_TEST(result.report.students == 13'529u);
    BOOST_TEST(result.report.events[0] == 82'842u);
    BOOST_TEST(!result.report.fails_strict());
    BOOST_TEST(unknowns_in(result.cohort.columns[5]) == 9'806u);
    BOOST_TEST(unknowns_in(result.cohort.columns[6]) == 952u);
    const std::vector<Column>& columns = result.cohort.series[0].columns;
    BOOST_TEST(unknowns_in(columns[0]) == 0u);
    BOOST_TEST(unknowns_in(columns[1]) == 23'048u);
    BOOST_TEST(unknowns_in(columns[4]) == 84u);
    BOOST_TEST(sum_of(columns[4]) == "6320804");
    BOOST_TEST(sum_of(columns[2]) == "916197.5");
    BOOST_TEST(columns[0].width() == 2);
    BOOST_TEST(columns[1].width() == 1);
    BOOST_TEST(columns[4].width() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::io::testing
