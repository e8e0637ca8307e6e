// What is kept of a student reads back as it was, and its records are known again.
#include "engine/keep/kept_student.h"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <memory>

#include "engine/keep/kept_rules.h"
#include "engine/keep/student_records.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::keep::testing {
BOOST_AUTO_TEST_SUITE(keeping)

namespace {

using comparison::SignalState;

KeptAdvice full_advice() {
    KeptAdvice advice;
    advice.intervention = "gesprek";
    advice.role = "slber";
    advice.priority = 1;
    advice.urgent = true;
    advice.in_progress = true;
    advice.consent = advise::Consent::ask;
    advice.not_before = parse_iso_date("2026-11-04");
    advice.due = parse_iso_date("2026-11-09");
    advice.since = *parse_iso_date("2026-10-05");
    advice.reasons = {"lage_presentie", "met \"aanhaling\""};
    advice.policies = {"praten"};
    advice.confidential = {"verkennen"};
    return advice;
}

KeptStudent full_student() {
    KeptStudent student;
    student.marks = {"00112233aabbccdd", "8899aabbccddeeff", "ffeeddccbbaa9988", "7766554433221100"};
    student.signals = {{"a", {SignalState::Status::on, model::Severity::low, false}},
                       {"b", {SignalState::Status::on, model::Severity::medium, true}},
                       {"c", {SignalState::Status::on, model::Severity::high, false}},
                       {"d", {SignalState::Status::on, model::Severity::none, false}},
                       {"e", {SignalState::Status::undetermined, model::Severity::none, false}}};
    KeptAdvice plain;
    plain.intervention = "overleg";
    plain.role = "decaan";
    plain.consent = advise::Consent::given;
    plain.since = *parse_iso_date("2026-11-02");
    student.advice = {full_advice(), plain};
    return student;
}

std::shared_ptr<const Schema> schema_of_students() {
    Schema schema;
    const auto field = [](const char* name, FieldKind kind) {
        Field one;
        one.name = name;
        one.source_name = name;
        one.type.kind = kind;
        return one;
    };
    schema.student_fields = {field("nummer", FieldKind::key), field("motivatie", FieldKind::number),
                             field("plaats", FieldKind::text), field("zorg", FieldKind::text),
                             field("herkomst", FieldKind::text)};
    schema.student_fields[3].privacy.confidential = true;
    schema.student_fields[4].privacy.audit_only = true;
    schema.key = FieldId(0u);
    Series tests;
    tests.singular = "toets";
    tests.plural = "toetsen";
    tests.fields = {field("datum", FieldKind::date), field("cijfer", FieldKind::grade)};
    tests.date_field = SeriesFieldId(0u);
    schema.series = {tests};
    add_built_in_series(schema, Language::nl, {"gesprek"}, {"slber"});
    return std::make_shared<const Schema>(std::move(schema));
}

// One student `S1` with two tests, behind others; `change` has the last word.
Cohort cohort_with(const std::string& others, const std::function<void(CohortBuilder&)>& change) {
    CohortBuilder builder(schema_of_students());
    for (const char other : others) {
        builder.add_student(std::string(1, other));
        builder.set(FieldId(1u), Decimal::from_micros(123'456'789));
        builder.set_text(FieldId(2u), "Elders");
        builder.add_event(SeriesId(0u), static_cast<std::uint32_t>(builder.students() - 1));
        builder.set(SeriesId(0u), SeriesFieldId(0u), *parse_iso_date("2026-09-01"));
    }
    builder.add_student("S1");
    const auto own = static_cast<std::uint32_t>(builder.students() - 1);
    builder.set(FieldId(1u), Decimal::from_micros(2'000'000));
    for (const char* day : {"2026-09-28", "2026-10-12"}) {
        builder.add_event(SeriesId(0u), own);
        builder.set(SeriesId(0u), SeriesFieldId(0u), *parse_iso_date(day));
        builder.set(SeriesId(0u), SeriesFieldId(1u), Decimal::from_micros(4'500'000));
    }
    change(builder);
    return std::move(builder).finish();
}
std::string records_with(const std::string& others, const std::function<void(CohortBuilder&)>& change) {
    return records_of(cohort_with(others, change), others.size(), RecordsPart::open);
}

BOOST_AUTO_TEST_CASE(a_student_reads_back_as_kept) {
    const KeptStudent student = full_student();
    const std::string written = write_student(student);
    BOOST_TEST(written.find('\n') == std::string::npos);
    const auto read = read_student(written);
    BOOST_REQUIRE(read);
    BOOST_TEST((*read == student));
    KeptStudent nothing;
    nothing.marks.open = "x";
    BOOST_TEST((read_student(write_student(nothing)) == nothing));
    BOOST_TEST(write_student(nothing) == R"({"data":"x"})");
    BOOST_TEST((student.find("overleg", "decaan")->since == *parse_iso_date("2026-11-02")));
    BOOST_TEST(student.find("overleg", "slber") == nullptr);
}

BOOST_AUTO_TEST_CASE(what_was_not_written_so_is_not_read) {
    for (const char* text :
         {"", "[]", R"({"data":1})", R"({"data":"x","signals":[["a"]]})",
          R"({"data":"x","signals":[["a","very high"]]})", R"({"data":"x","advice":[{}]})",
          R"({"data":"x","advice":[{"intervention":"a","role":"b"}]})",
          R"({"data":"x","advice":[{"intervention":"a","role":"b","since":"soon"}]})",
          R"({"data":"x","advice":[{"intervention":"a","role":"b","since":"2026-11-02","due":"soon"}]})",
          R"({"data":"x","advice":[{"intervention":"a","role":"b","since":"2026-11-02","consent":"maybe"}]})"}) {
        BOOST_TEST(!read_student(text), text);
    }
}

BOOST_AUTO_TEST_CASE(rules_read_back_as_kept) {
    KeptRules rules;
    rules.signals = {{"a", "Een", model::SignalKind::signal, true}, {"b", "Twee", model::SignalKind::strength, false}};
    rules.interventions = {{"gesprek", "Gesprek", 30}, {"overleg", "Overleg", std::nullopt}};
    rules.roles = {{"slber", "SLB'er", model::Line::first}, {"decaan", "Decaan", model::Line::second}};
    rules.hides_keys = true;
    rules.confidential = {{"signal", "a"}, {"field", "toetsen.cijfer"}};
    rules.packs = {"basis", "begeleiding"};
    rules.printed = "signal a \"Een\"\n  if x\n";
    const auto read = read_rules(write_rules(rules));
    BOOST_REQUIRE(read);
    BOOST_TEST((*read == rules));
    BOOST_TEST(!read_rules("{}"));
}

BOOST_AUTO_TEST_CASE(records_are_the_same_whoever_else_is_there) {
    const auto nothing = [](CohortBuilder&) {};
    BOOST_TEST(records_with("", nothing) == records_with("ABC", nothing));
}

BOOST_AUTO_TEST_CASE(records_are_others_with_any_other_value) {
    const std::string before = records_with("A", [](CohortBuilder&) {});
    const auto differs = [&](const std::function<void(CohortBuilder&)>& change) {
        return records_with("A", change) != before;
    };
    BOOST_TEST(differs([](CohortBuilder& builder) { builder.set_text(FieldId(2u), "Hier"); }));
    BOOST_TEST(differs([](CohortBuilder& builder) { builder.add_event(SeriesId(0u), 1); }));
    BOOST_TEST(
        differs([](CohortBuilder& builder) { builder.complete_to(SeriesId(0u), *parse_iso_date("2026-10-01")); }));
    BOOST_TEST(differs([](CohortBuilder& builder) { builder.mark_not_supplied(SeriesId(0u), 1); }));
    BOOST_TEST(differs([](CohortBuilder& builder) {
        builder.add_event(SeriesId(0u), 1);
        builder.set(SeriesId(0u), SeriesFieldId(1u), Decimal::from_micros(9'000'000));
    }));
    // What is confidential is told apart, and what only the audit reads is in neither.
    const auto cared_for = [](CohortBuilder& builder) { builder.set_text(FieldId(3u), "ja"); };
    BOOST_TEST(!differs(cared_for));
    BOOST_TEST(records_of(cohort_with("A", cared_for), 1, RecordsPart::confidential) != "");
    BOOST_TEST(records_of(cohort_with("A", cared_for), 0, RecordsPart::confidential) == "");
    const auto of_origin = [](CohortBuilder& builder) { builder.set_text(FieldId(4u), "elders"); };
    BOOST_TEST(!differs(of_origin));
    BOOST_TEST(records_of(cohort_with("A", of_origin), 1, RecordsPart::confidential) == "");
    // Follow-up is told apart from the records.
    const auto followed = [](CohortBuilder& builder) { builder.add_event(SeriesId(1u), 1); };
    BOOST_TEST(!differs(followed));
    BOOST_TEST(records_of(cohort_with("A", followed), 1, RecordsPart::followups) != "");
    BOOST_TEST(records_of(cohort_with("A", followed), 0, RecordsPart::followups) == "");
    BOOST_TEST(records_of(cohort_with("A", followed), 1, RecordsPart::consents) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::keep::testing
