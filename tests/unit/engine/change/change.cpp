#include "engine/change/change.h"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>

namespace wegwijzer::change {
BOOST_AUTO_TEST_SUITE(change)

namespace {

const FieldId motivation{1};
const FieldId mentor{2};
const SeriesId tests{0};
const SeriesId talks{1};
const SeriesFieldId day{0};
const SeriesFieldId grade{1};

Field field(const std::string& name, FieldKind kind) {
    Field result;
    result.name = name;
    result.source_name = name;
    result.type.kind = kind;
    return result;
}

Date date(const char* iso) { return *parse_iso_date(iso); }
Decimal number(std::int64_t whole) { return Decimal::from_integer(whole); }

// Two students; the second has two grades of one day, and of talks nothing is known.
Cohort school() {
    auto schema = std::make_shared<Schema>();
    schema->student_fields = {field("studentnummer", FieldKind::key), field("motivatie", FieldKind::number),
                              field("mentor", FieldKind::text)};
    schema->key = FieldId(0);
    Series test;
    test.singular = "toets";
    test.plural = "toetsen";
    test.fields = {field("datum", FieldKind::date), field("cijfer", FieldKind::grade)};
    test.date_field = day;
    Series talk;
    talk.singular = "gesprek";
    talk.plural = "gesprekken";
    talk.fields = {field("datum", FieldKind::date)};
    talk.date_field = day;
    schema->series = {test, talk};
    CohortBuilder builder(schema);
    builder.add_student("a");
    builder.add_student("b");
    builder.set(motivation, number(2));
    builder.set_text(mentor, "Vries");
    for (const int value : {5, 6}) {
        builder.add_event(tests, 1);
        builder.set(tests, day, date("2026-10-05"));
        builder.set(tests, grade, number(value));
    }
    builder.complete_to(tests, date("2026-10-31"));
    return std::move(builder).finish();
}

std::vector<Decimal> grades_of(const Cohort& cohort) {
    std::vector<Decimal> grades;
    const Column& column = cohort.series[tests.index()].columns[grade.index()];
    for (std::size_t row = 0; row < column.size(); ++row) grades.push_back(column.decimal_at(row));
    return grades;
}

BOOST_AUTO_TEST_CASE(without_a_change_all_is_the_same) {
    const Cohort one = apply(school(), 1, {});
    BOOST_TEST(one.students == 1U);
    BOOST_TEST(one.key_of(0) == "b");
    BOOST_TEST((one.columns[motivation.index()].decimal_at(0) == number(2)));
    BOOST_TEST(one.columns[mentor.index()].text_at(0) == "Vries");
    BOOST_TEST((grades_of(one) == std::vector{number(5), number(6)}));
    BOOST_TEST((one.series[tests.index()].complete_to == date("2026-10-31")));
    BOOST_TEST(!one.series[talks.index()].supplied_for(0));
}

BOOST_AUTO_TEST_CASE(a_field_gets_another_value_or_becomes_unknown) {
    Changes changes;
    changes.fields = {{motivation, number(4)}, {mentor, std::nullopt}};
    const Cohort one = apply(school(), 1, changes);
    BOOST_TEST((one.columns[motivation.index()].decimal_at(0) == number(4)));
    BOOST_TEST(!one.columns[mentor.index()].is_known(0));
}

BOOST_AUTO_TEST_CASE(an_event_comes_behind_those_of_its_day) {
    Changes changes;
    changes.added = {{tests, {date("2026-10-05"), number(7)}}, {tests, {date("2026-10-01"), number(8)}}};
    const Cohort one = apply(school(), 1, changes);
    BOOST_TEST((grades_of(one) == std::vector{number(8), number(5), number(6), number(7)}));
    BOOST_TEST((last_day(*one.schema, changes) == date("2026-10-05")));
}

BOOST_AUTO_TEST_CASE(an_event_supplies_its_series) {
    Changes changes;
    changes.added = {{talks, {date("2026-10-05")}}};
    BOOST_TEST(apply(school(), 1, changes).series[talks.index()].supplied_for(0));
}

BOOST_AUTO_TEST_CASE(what_is_not_taken_along_is_unknown) {
    Kept kept;
    kept.field = [](FieldId id) { return id != motivation; };
    kept.series = [](SeriesId id) { return id != tests; };
    const Cohort one = apply(school(), 1, {}, kept);
    BOOST_TEST(!one.columns[motivation.index()].is_known(0));
    BOOST_TEST(one.columns[mentor.index()].is_known(0));
    BOOST_TEST(!one.series[tests.index()].supplied_for(0));
    BOOST_TEST(!one.series[tests.index()].complete_to.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::change
