#include "engine/records/cohort.h"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <vector>

namespace wegwijzer {
BOOST_AUTO_TEST_SUITE(cohort)

namespace {

const FieldId key{0};
const FieldId motivation{1};
const FieldId mentor{2};
const SeriesId tests{0};
const SeriesId talks{1};
const SeriesFieldId test_date{0};
const SeriesFieldId grade{1};

Field field(std::string name, FieldKind kind) {
    Field result;
    result.name = name;
    result.source_name = std::move(name);
    result.type.kind = kind;
    return result;
}

std::shared_ptr<const Schema> small_schema() {
    auto schema = std::make_shared<Schema>();
    schema->student_fields = {field("studentnummer", FieldKind::key), field("motivatie", FieldKind::number),
                              field("mentor", FieldKind::text)};
    schema->key = key;
    Series test;
    test.singular = "toets";
    test.plural = "toetsen";
    test.fields = {field("datum", FieldKind::date), field("cijfer", FieldKind::grade)};
    test.date_field = test_date;
    Series talk;
    talk.singular = "gesprek";
    talk.plural = "gesprekken";
    talk.fields = {field("datum", FieldKind::date)};
    talk.date_field = SeriesFieldId{0};
    schema->series = {test, talk};
    return schema;
}

BOOST_AUTO_TEST_CASE(fields_and_series_are_found_by_name) {
    const auto schema = small_schema();
    BOOST_TEST((schema->find_field("mentor") == mentor));
    BOOST_TEST(schema->find_field("Mentor").is_none());
    BOOST_TEST((schema->find_series("toets") == tests));
    BOOST_TEST((schema->find_series("gesprekken") == talks));
    BOOST_TEST(schema->find_series("toetsje").is_none());
    BOOST_TEST((schema->series[0].find_field("cijfer") == grade));
    BOOST_TEST(schema->series[0].find_field("vak").is_none());
}

BOOST_AUTO_TEST_CASE(types_are_the_same_when_all_their_parts_are) {
    FieldType one;
    one.kind = FieldKind::choice;
    one.choices = {{"mbo", "mbo"}, {"havo", "havo"}};
    FieldType other = one;
    BOOST_TEST((one == other));
    other.choices[1].written = "HAVO";
    BOOST_TEST(!(one == other));
    other = one;
    other.ordered = true;
    BOOST_TEST(!(one == other));
    other = one;
    other.lowest = Decimal::from_integer(1);
    BOOST_TEST(!(one == other));
}

BOOST_AUTO_TEST_CASE(a_key_comes_once) {
    CohortBuilder builder(small_schema());
    BOOST_TEST(builder.add_student("S1"));
    BOOST_TEST(builder.add_student("S2"));
    BOOST_TEST(!builder.add_student("S1"));
    BOOST_TEST(builder.students() == 2u);
    BOOST_TEST(builder.find_student("S2").value() == 1u);
    BOOST_TEST(!builder.find_student("s2").has_value());
    const Cohort done = std::move(builder).finish();
    BOOST_TEST(done.students == 2u);
    BOOST_TEST(done.key_of(1) == "S2");
}

BOOST_AUTO_TEST_CASE(what_is_not_set_is_unknown) {
    CohortBuilder builder(small_schema());
    builder.add_student("S1");
    builder.add_student("S2");
    builder.set(motivation, Decimal::from_integer(4));
    builder.add_student("S3");
    const Cohort done = std::move(builder).finish();
    const Column& column = done.columns[motivation.index()];
    BOOST_REQUIRE(column.size() == 3u);
    BOOST_TEST(!column.is_known(0));
    BOOST_TEST(column.decimal_at(1).micros() == 4'000'000);
    BOOST_TEST(!column.is_known(2));
    BOOST_TEST(done.columns[mentor.index()].size() == 3u);
    BOOST_TEST(!done.columns[mentor.index()].is_known(1));
}

// student, day (0: no date), grade
struct Event {
    std::uint32_t student;
    int day;
    int value;
};

Cohort with_events(const std::vector<Event>& events) {
    CohortBuilder builder(small_schema());
    for (const char* name : {"S1", "S2", "S3"}) builder.add_student(name);
    for (const Event& event : events) {
        builder.add_event(tests, event.student);
        if (event.day != 0) builder.set(tests, test_date, Date::from_days(event.day));
        builder.set(tests, grade, Decimal::from_integer(event.value));
    }
    return std::move(builder).finish();
}

std::vector<int> grades(const Cohort& cohort) {
    std::vector<int> result;
    const Column& column = cohort.series[0].columns[grade.index()];
    for (std::size_t row = 0; row < column.size(); ++row) result.push_back(static_cast<int>(column.raw_at(row)));
    return result;
}

BOOST_AUTO_TEST_CASE(events_come_by_student_and_date_and_undated_last) {
    const Cohort done =
        with_events({{2, 50, 1}, {0, 30, 2}, {0, 0, 3}, {2, 10, 4}, {0, 20, 5}, {0, 30, 6}, {0, -5, 7}});
    BOOST_TEST(done.series[0].offsets == (std::vector<std::uint32_t>{0, 5, 5, 7}), boost::test_tools::per_element());
    BOOST_TEST(grades(done) == (std::vector<int>{7, 5, 2, 6, 3, 4, 1}), boost::test_tools::per_element());
    BOOST_TEST(!done.series[0].columns[test_date.index()].is_known(4));
    BOOST_TEST(done.series[0].columns[test_date.index()].date_at(0).days() == -5);
}

BOOST_AUTO_TEST_CASE(events_of_one_day_and_undated_ones_keep_the_order_of_the_input) {
    const Cohort done = with_events({{1, 0, 9}, {0, 8, 1}, {0, 8, 2}, {1, 0, 3}, {1, 7, 4}, {0, 8, 5}, {1, 0, 6}});
    BOOST_TEST(grades(done) == (std::vector<int>{1, 2, 5, 4, 9, 3, 6}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(events_that_come_in_order_stay_as_they_are) {
    const Cohort done = with_events({{0, 8, 1}, {0, 9, 2}, {0, 0, 5}, {2, 7, 4}, {2, 7, 3}});
    BOOST_TEST(grades(done) == (std::vector<int>{1, 2, 5, 4, 3}), boost::test_tools::per_element());
    BOOST_TEST(done.series[0].offsets == (std::vector<std::uint32_t>{0, 3, 3, 5}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_series_is_supplied_or_not_per_student) {
    CohortBuilder builder(small_schema());
    builder.add_student("S1");
    builder.add_student("S2");
    builder.mark_not_supplied(tests, 1);
    builder.supply(tests);
    builder.mark_not_supplied(talks, 0);
    builder.complete_to(tests, Date::from_days(99));
    const Cohort done = std::move(builder).finish();
    BOOST_TEST(done.series[0].supplied_for(0));
    BOOST_TEST(!done.series[0].supplied_for(1));
    BOOST_TEST(!done.series[1].supplied_for(0));
    BOOST_TEST(!done.series[1].supplied_for(1));
    BOOST_TEST(done.series[1].offsets.size() == 3u);
    BOOST_TEST(done.series[0].complete_to.value().days() == 99);
}

BOOST_AUTO_TEST_CASE(an_event_supplies_its_series) {
    CohortBuilder builder(small_schema());
    builder.add_student("S1");
    builder.mark_not_supplied(tests, 0);
    builder.add_event(tests, 0);
    BOOST_TEST(builder.events(tests) == 1u);
    const Cohort done = std::move(builder).finish();
    BOOST_TEST(done.series[0].supplied_for(0));
    BOOST_TEST(!done.series[0].columns[grade.index()].is_known(0));
}

BOOST_AUTO_TEST_CASE(a_cohort_without_students_is_fine) {
    const Cohort done = CohortBuilder(small_schema()).finish();
    BOOST_TEST(done.students == 0u);
    BOOST_TEST(done.series[0].offsets.size() == 1u);
    BOOST_TEST(done.columns.size() == 3u);
}

// Bytes, not time: what a large cohort takes must stay near what its values take.
BOOST_AUTO_TEST_CASE(many_events_take_few_bytes) {
    CohortBuilder builder(small_schema());
    const std::uint32_t students = 2'000;
    for (std::uint32_t i = 0; i < students; ++i) builder.add_student("S" + std::to_string(i));
    for (int round = 0; round < 25; ++round) {
        for (std::uint32_t i = 0; i < students; ++i) {
            builder.add_event(tests, students - 1 - i);
            builder.set(tests, test_date, Date::from_days(20'700 - round));
            builder.set(tests, grade, Decimal::from_micros(1'000'000 + (round % 90) * 100'000));
        }
    }
    const Cohort done = std::move(builder).finish();
    BOOST_TEST(done.series[0].columns[0].width() == 2);
    BOOST_TEST(done.series[0].columns[1].width() == 1);
    // 3 bytes an event, a bit per value, and per student a key (a string, its hash, its slots) and an offset.
    BOOST_TEST(done.bytes_used() < students * 25 * 4 + students * 80);
    BOOST_TEST(done.series[0].columns[0].date_at(0).days() == 20'676);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer
