// What a page tells of the things that are unknown, one after another: what finding one out would decide.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/explanation.h"

namespace wegwijzer::explain {

struct FindingTold {
    std::string title;  // of the signal, kracht or kans
    Phrase sentence;    // as it stands behind a title and a colon
};
// Of the signals that can't be judged without what `unknown` names, in their order; of those with one of `titles` alone.
[[nodiscard]] std::vector<FindingTold> findings_about(const model::RuleSet& rules,
                                                      const StudentExplanation& explanation,
                                                      const UnknownShown& unknown,
                                                      const std::vector<std::string>& titles);

}  // namespace wegwijzer::explain
