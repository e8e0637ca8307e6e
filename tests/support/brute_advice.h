// Section 6 of language.md read a second time, sentence by sentence and with other means: the independent reference for
// engine/advise. Everything is looked up by name and told as text; shares with engine/advise only what goes in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advise/advice.h"

namespace wegwijzer::test {

// One line per recommendation, in order, then one per suppressed advice, then one per plan.
[[nodiscard]] std::vector<std::string> brute_advice(const model::RuleSet& rules, const model::StudentOutcome& outcome,
                                                    const advise::StudentHistory& history, Date reference_date);

}  // namespace wegwijzer::test
