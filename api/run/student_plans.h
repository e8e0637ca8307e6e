// Where the plans of one student stand, and which plans of many ask for something now. Command line and public face both ask
// here, so that they give the same bytes.
#pragma once

#include <string>

#include "api/run/explain_student.h"
#include "engine/explain/plan_page.h"

namespace wegwijzer::run {

struct ToldPlans {
    ExplainedStudent explained;
    explain::Visible<explain::PlanPage> page;
};
[[nodiscard]] ToldPlans plans_of(const AskedStudent& student, Language language);

// As `plan --format json` prints them: on several lines, with a line end.
[[nodiscard]] std::string to_json(const explain::Redactor& redactor, const explain::Visible<explain::PlanPage>& page);
[[nodiscard]] std::string to_json(const explain::Redactor& redactor, const explain::Visible<explain::PlanList>& list);

}  // namespace wegwijzer::run
