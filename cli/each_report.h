// What is said about each selected student, one by one: for the commands that make one thing of all of them.
#pragma once

#include <functional>

#include "cli/session.h"
#include "engine/advise/advice.h"

namespace wegwijzer::cli {

using UseReport = std::function<void(const explain::Visible<explain::StudentReport>&, const advise::StudentAdvice&)>;

// In the order of the input. What can't be calculated goes to the warnings of the session.
void for_each_report(const Context& context, Session& session, const explain::Redactor& redactor, const UseReport& use);

}  // namespace wegwijzer::cli
