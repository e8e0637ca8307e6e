// What a voorbeeld is about: the rules with its own `stel` lines, and its invented student.
#pragma once

#include <memory>

#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::examples {

struct Subject {
    std::shared_ptr<const model::RuleSet> rules;  // the same object when the voorbeeld sets nothing
    Cohort cohort;                                // of one student
    Date on;
};

[[nodiscard]] Subject build_subject(std::shared_ptr<const model::RuleSet> rules, const model::Example& example);

}  // namespace wegwijzer::examples
