#include "api/run/requested_run.h"
#include "api/run/student_plans.h"

namespace wegwijzer::api {
namespace {

// What `tell` has to say about the student with this key; nothing, and said, when there is none.
template <class Tell>
Outcome<std::string> about(const Cohort& cohort, std::string_view key, const Request& request, const Tell& tell) {
    RequestedRun run(cohort, request);
    Outcome<std::string> outcome;
    if (run.can_start()) {
        if (const std::optional<run::AskedStudent> student = run.find(key)) outcome.value = tell(run, *student);
    }
    outcome.findings = run.take_findings();
    return outcome;
}

}  // namespace

Outcome<std::string> explain_json(const Cohort& cohort, std::string_view key, const Request& request) {
    return about(cohort, key, request, [](RequestedRun& run, const run::AskedStudent& student) {
        const run::ExplainedStudent explained =
            run::explain_student(student, explain::ChangesWanted::full, student.json_language());
        run.say_faults(*explained.explanation->report);
        return run::to_json(student, explained.explanation);
    });
}

Outcome<std::string> why_not_json(const Cohort& cohort, std::string_view key, std::string_view name,
                                  const Request& request) {
    return about(
        cohort, key, request, [&](RequestedRun& run, const run::AskedStudent& student) -> std::optional<std::string> {
            const run::WhyNotAnswer answer = run::explain_why_not(student, std::string(name), student.json_language());
            if (answer.problem) {
                run.say({*answer.problem});
                return std::nullopt;
            }
            run.say_faults(*answer.value->explanation->report);
            return run::to_json(student, *answer.value);
        });
}

Outcome<std::string> what_if_json(const Cohort& cohort, std::string_view key, const std::vector<std::string>& changes,
                                  const Request& request) {
    return about(
        cohort, key, request, [&](RequestedRun& run, const run::AskedStudent& student) -> std::optional<std::string> {
            const std::optional<change::Changes> read = run.read_changes(changes);
            if (!read) return std::nullopt;
            const explain::Visible<explain::WhatIf> what_if =
                explain::WhatIfExplainer(student.redactor)
                    .explain(student.cohort, student.row, student.reference_date, *read, student.json_language());
            run.say_faults(*what_if->page->report);
            return run::to_json(student, what_if);
        });
}

Outcome<std::string> plan_json(const Cohort& cohort, std::string_view key, const Request& request) {
    return about(cohort, key, request, [](RequestedRun& run, const run::AskedStudent& student) {
        const run::ToldPlans told = run::plans_of(student, student.json_language());
        run.say_faults(*told.explained.explanation->report);
        return run::to_json(student.redactor, told.page);
    });
}

}  // namespace wegwijzer::api
