// What is said about each selected student, one by one: for the commands that make one thing of all of them.
#pragma once

#include <functional>

#include "api/run/evaluation.h"
#include "cli/session.h"

namespace wegwijzer::cli {

using UseReport = std::function<void(explain::Visible<explain::StudentReport>, const run::Evaluated&)>;

// In the order of the input. What can't be calculated goes to the warnings of the session.
void for_each_report(const Context& context, Session& session, const explain::Redactor& redactor, const UseReport& use);

}  // namespace wegwijzer::cli
