// Advice as lines of text, so that what engine/advise says and what the brute reference says can be laid side by side.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/advise/advice.h"

namespace wegwijzer::test {

[[nodiscard]] std::string day_text(const char* before, Date date);
[[nodiscard]] std::string line_of_recommendation(const std::string& intervention, const std::string& role, bool urgent,
                                                 int priority, const std::string& consent, const std::string& from,
                                                 const std::string& due, const std::set<std::size_t>& policies,
                                                 const std::set<std::size_t>& reasons,
                                                 const std::set<std::string>& notes);
// What engine/advise says, in the lines of brute_advice.
[[nodiscard]] std::vector<std::string> tell_advice(const model::RuleSet& rules, const advise::StudentAdvice& advice);

}  // namespace wegwijzer::test
