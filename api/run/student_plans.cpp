#include "api/run/student_plans.h"

#include <utility>

#include "engine/explain/plan_page_json.h"

namespace wegwijzer::run {

ToldPlans plans_of(const AskedStudent& student, Language language) {
    // The page has no place for what would change a signal.
    ExplainedStudent explained = explain_student(student, explain::ChangesWanted::none, language);
    explain::Visible<explain::PlanPage> page =
        explain::PlanPages(student.redactor)
            .make(explained.explanation, student.cohort, explained.trace.outcome, language);
    return {std::move(explained), std::move(page)};
}

std::string to_json(const explain::Redactor& redactor, const explain::Visible<explain::PlanPage>& page) {
    return json::written_indented([&](json::Writer& writer) { write_json(writer, redactor, page); });
}

std::string to_json(const explain::Redactor& redactor, const explain::Visible<explain::PlanList>& list) {
    return json::written_indented([&](json::Writer& writer) { write_json(writer, redactor, list); });
}

}  // namespace wegwijzer::run
