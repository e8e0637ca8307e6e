// Two kept runs side by side: what differs, through what, and nothing of what the reader may not see.
#include "engine/keep/compare_runs.h"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "engine/compare/compare_json.h"
#include "engine/json/writer.h"
#include "engine/keep/kept_student.h"

namespace wegwijzer::keep::testing {
BOOST_AUTO_TEST_SUITE(comparing_runs)

namespace {

using comparison::AdviceChange;
using comparison::RunInput;
using comparison::SignalState;

KeptRules rules_of_runs() {
    KeptRules rules;
    rules.signals = {{"open", "Open", model::SignalKind::signal, false},
                     {"geheim", "Geheim", model::SignalKind::signal, true}};
    rules.interventions = {{"gesprek", "Gesprek", 30}, {"zorg", "Zorg", std::nullopt}};
    rules.roles = {{"slber", "SLB'er", model::Line::first}, {"decaan", "Decaan", model::Line::second}};
    rules.confidential = {{"signal", "geheim"}, {"policy", "zorgbeleid"}};
    rules.printed = "signal open\n  if x\nsignal geheim\n  if y\n";
    return rules;
}

KeptSignal on(const char* id) { return {id, {SignalState::Status::on, model::Severity::medium, false}}; }

KeptAdvice advised(const char* intervention, const char* role, std::vector<std::string> policies,
                   std::vector<std::string> confidential = {}) {
    KeptAdvice advice;
    advice.intervention = intervention;
    advice.role = role;
    advice.since = *parse_iso_date("2026-10-05");
    advice.due = parse_iso_date("2026-10-12");
    advice.policies = std::move(policies);
    advice.confidential = std::move(confidential);
    return advice;
}

KeptStudent student_of_run() {
    KeptStudent student;
    student.marks = {"o", "c", "f", "t"};
    student.signals = {on("open"), on("geheim")};
    student.advice = {advised("gesprek", "slber", {"praten"}), advised("zorg", "decaan", {}, {"zorgbeleid"})};
    return student;
}

KeptRun run_of(std::int64_t number, const char* day, const KeptStudent& student) {
    KeptRun run;
    run.number = number;
    run.reference_date = *parse_iso_date(day);
    run.version = "0.1.0";
    run.rules = rules_of_runs();
    run.students = {{"S1", write_student(student)}};
    return run;
}

std::string json_of(const KeptRun& before, const KeptRun& after, bool sees_confidential) {
    const ComparedKeptRuns compared = compare_kept_runs(before, after, sees_confidential);
    json::Writer writer;
    write_json(writer, *compared.comparison);
    return writer.take();
}

const comparison::Comparison& result_of(const ComparedKeptRuns& compared) { return **compared.comparison; }

BOOST_AUTO_TEST_CASE(a_run_beside_itself_differs_in_nothing) {
    const KeptRun run = run_of(1, "2026-10-05", student_of_run());
    for (const bool sees : {false, true}) {
        const ComparedKeptRuns compared = compare_kept_runs(run, run, sees);
        BOOST_TEST(result_of(compared).students == 1u);
        BOOST_TEST(result_of(compared).changed == 0u);
        BOOST_TEST(result_of(compared).list.empty());
    }
}

BOOST_AUTO_TEST_CASE(what_comes_goes_and_changes_with_all_that_could_be_why) {
    const KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptStudent later = student_of_run();
    later.marks.followups = "g";
    later.signals.clear();
    later.advice = {advised("zorg", "decaan", {"ander"}, {"zorgbeleid"})};
    const ComparedKeptRuns compared = compare_kept_runs(before, run_of(2, "2026-10-12", later), true);
    const comparison::Comparison& result = result_of(compared);
    BOOST_REQUIRE_EQUAL(result.list.size(), 1u);
    BOOST_TEST(result.list[0].signals.size() == 2u);
    BOOST_REQUIRE_EQUAL(result.list[0].advice.size(), 1u);
    BOOST_TEST((result.list[0].advice[0].change == AdviceChange::went));
    const std::vector<RunInput> inputs{RunInput::followups, RunInput::day};
    BOOST_TEST((result.list[0].advice[0].causes.inputs == inputs));
    BOOST_TEST(result.less == 1u);
    BOOST_REQUIRE_EQUAL(result.roles.size(), 2u);
    BOOST_TEST(result.roles[0].before.minutes == 30);
    BOOST_TEST(result.roles[0].after.advices == 0u);
    BOOST_TEST(result.roles[1].before.without_duration == 1u);
}

BOOST_AUTO_TEST_CASE(days_of_advice_move_with_the_day_and_count_on_one_day) {
    const KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptStudent later = student_of_run();
    later.advice[0].due = parse_iso_date("2026-10-19");
    BOOST_TEST(result_of(compare_kept_runs(before, run_of(2, "2026-10-12", later), true)).changed == 0u);
    BOOST_TEST(result_of(compare_kept_runs(before, run_of(2, "2026-10-05", later), true)).changed == 1u);
    later.advice[0].in_progress = true;
    BOOST_TEST(result_of(compare_kept_runs(before, run_of(2, "2026-10-12", later), true)).changed == 1u);
}

BOOST_AUTO_TEST_CASE(other_rules_are_a_reason_only_where_an_outcome_could_depend_on_them) {
    const KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptStudent later = student_of_run();
    later.signals = {on("geheim")};
    KeptRun after = run_of(2, "2026-10-05", later);
    after.rules.printed = "signal open\n  if x\n  explanation \"anders\"\nsignal geheim\n  if y\n";
    const auto inputs_of = [&] {
        return result_of(compare_kept_runs(before, after, true)).list[0].signals[0].causes.inputs;
    };
    BOOST_TEST(inputs_of().empty());
    after.rules.printed = "signal open\n  if z\nsignal geheim\n  if y\n";
    BOOST_TEST((inputs_of() == std::vector<RunInput>{RunInput::rules}));
    BOOST_TEST(result_of(compare_kept_runs(before, after, true)).changes[0].students == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_confidential_changes_no_byte_for_who_may_not_see_it) {
    const KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptStudent plain = student_of_run();
    plain.signals[0].state.severity = model::Severity::high;  // so that there is something to show
    const std::string expected = json_of(before, run_of(2, "2026-10-12", plain), false);
    BOOST_TEST(expected.find("geheim") == std::string::npos);
    BOOST_TEST(expected.find("zorg") == std::string::npos);
    const std::vector<std::function<void(KeptStudent&)>> hidden_changes{
        [](KeptStudent& student) { student.marks.confidential = "d"; },
        [](KeptStudent& student) { student.marks.consents = "u"; },
        [](KeptStudent& student) { student.signals.pop_back(); },
        [](KeptStudent& student) { student.signals[1].state.severity = model::Severity::high; },
        [](KeptStudent& student) { student.advice[1].priority = 1; },
        [](KeptStudent& student) { student.advice[1].reasons = {"geheim"}; },
    };
    for (const auto& change : hidden_changes) {
        KeptStudent other = plain;
        change(other);
        const KeptRun after = run_of(2, "2026-10-12", other);
        BOOST_TEST(json_of(before, after, false) == expected);
        // Who may see it is told.
        BOOST_TEST((json_of(before, after, true) != json_of(before, run_of(2, "2026-10-12", plain), true) ||
                    !other.advice[1].reasons.empty()));
    }
}

BOOST_AUTO_TEST_CASE(what_is_confidential_in_one_run_is_so_in_both) {
    KeptRun before = run_of(1, "2026-10-05", student_of_run());
    before.rules.signals[1].is_confidential = false;
    before.rules.confidential.clear();
    KeptStudent later = student_of_run();
    later.signals.pop_back();
    BOOST_TEST(json_of(before, run_of(2, "2026-10-12", later), false).find("geheim") == std::string::npos);
    // A policy that is confidential for this student in one of both.
    KeptStudent open = student_of_run();
    open.advice = {advised("zorg", "decaan", {"zorgbeleid"})};
    BOOST_TEST(result_of(compare_kept_runs(run_of(1, "2026-10-05", open), run_of(2, "2026-10-05", later), false))
                   .roles.size() == 1u);
}

// Which students a comparison lists, as far as JSON shows them.
std::string listed_with_keys(const std::vector<std::string>& keys, bool sees_confidential) {
    KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptRun after = run_of(2, "2026-10-12", student_of_run());
    for (KeptRun* run : {&before, &after}) {
        run->rules.hides_keys = true;
        run->students.clear();
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        KeptStudent now = student_of_run();
        now.advice[0].priority = static_cast<int>(i) + 5;  // each differs in its own way
        // In each run the places are at random.
        before.students.insert(before.students.begin(), {keys[i], write_student(student_of_run())});
        after.students.push_back({keys[i], write_student(now)});
    }
    return json_of(before, after, sees_confidential);
}

BOOST_AUTO_TEST_CASE(keys_that_are_not_shown_change_no_byte) {
    const std::vector<std::string> keys{"A", "B", "C"};
    const std::vector<std::string> permuted{"B", "C", "A"};
    const std::string shown = listed_with_keys(keys, false);
    BOOST_TEST(shown == listed_with_keys(permuted, false));
    BOOST_TEST(shown.find("#1") < shown.find("#2"));
    BOOST_TEST(shown.find("#2") < shown.find("#3"));
    BOOST_TEST(listed_with_keys(keys, true) != listed_with_keys(permuted, true));
}

BOOST_AUTO_TEST_CASE(who_is_erased_is_counted_of_each_run) {
    KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptRun after = run_of(2, "2026-10-12", student_of_run());
    before.forgotten = 1;
    after.forgotten = 2;
    const ComparedKeptRuns compared = compare_kept_runs(before, after, true);
    BOOST_TEST(result_of(compared).runs->before.forgotten == 1u);
    BOOST_TEST(result_of(compared).runs->after.forgotten == 2u);
}

BOOST_AUTO_TEST_CASE(students_of_one_run_are_counted_apart_and_what_can_not_be_read_is_said) {
    KeptRun before = run_of(1, "2026-10-05", student_of_run());
    KeptRun after = run_of(2, "2026-10-12", student_of_run());
    before.students.push_back({"S0", write_student(student_of_run())});
    after.students.push_back({"S8", write_student(student_of_run())});
    after.students.push_back({"S9", write_student(student_of_run())});
    const ComparedKeptRuns compared = compare_kept_runs(before, after, true);
    BOOST_TEST(result_of(compared).students == 1u);
    BOOST_TEST(result_of(compared).runs->only_before == 1u);
    BOOST_TEST(result_of(compared).runs->only_after == 2u);
    // More than are read at a time, by one thread or several.
    for (int i = 0; i < 5000; ++i) {
        const std::string key = "T" + std::to_string(i);
        before.students.push_back({key, write_student(student_of_run())});
        after.students.insert(after.students.begin() + 1, {key, write_student(student_of_run())});
    }
    for (const std::size_t threads : {1u, 3u})
        BOOST_TEST(result_of(compare_kept_runs(before, after, true, threads)).students == 5001u);
    after.students[0].content = "{";
    BOOST_TEST(!compare_kept_runs(before, after, true).comparison);
    BOOST_TEST(compare_kept_runs(before, after, true).unreadable == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::keep::testing
