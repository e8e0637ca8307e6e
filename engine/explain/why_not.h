// Why one signal, kracht, kans or beleid does not hold for a student, or that it does. The answer is a part of the student's
// explanation: what it says is there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/explanation.h"

namespace wegwijzer::explain {

struct Asked {
    std::vector<model::SignalId> signals;  // the one, or those that the beleid reads by name
    model::PolicyId policy;                // none: it is about the one signal
};
// What has this name, or else this title. Nothing for what the reader may not see, as for what isn't there.
[[nodiscard]] std::optional<Asked> asked_about(const Redactor& redactor, const model::StudentOutcome& outcome,
                                               const std::string& name);
// What can be asked: the names and titles of all that the reader may see.
[[nodiscard]] std::vector<std::string> names_to_ask(const Redactor& redactor, const model::StudentOutcome& outcome);

enum class PolicyStanding : std::uint8_t {
    applies,
    stopped,  // its `als` does not keep it from applying, but a `tenzij` does
    does_not_apply,
    undetermined,
};
[[nodiscard]] PolicyStanding standing_of(const PolicyExplanation& policy);

// Where the advice and the plans that come of a beleid, and what keeps others from coming, stand in the report.
struct FollowsFromPolicy {
    std::vector<std::size_t> recommendations;
    std::vector<std::size_t> plans;
    std::vector<std::size_t> suppressed;
};
[[nodiscard]] FollowsFromPolicy follows_from(const StudentReport& report, model::PolicyId policy);

}  // namespace wegwijzer::explain
