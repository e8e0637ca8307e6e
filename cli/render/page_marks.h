// What stands on a page besides what it says: how it differs from another page (what_if.h).
#pragma once

#include <functional>
#include <string>

#include "cli/render/lines.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::cli {

// Without functions: nothing. An empty text: no difference.
struct PageMarks {
    std::function<void(Lines&)> opening;  // behind the header
    std::function<std::string(model::SignalId)> signal;
    std::function<std::string(model::InterventionId)> recommendation;
    std::function<std::string(const explain::ConditionLine&)> line;

    [[nodiscard]] std::string of(model::SignalId id) const { return signal ? signal(id) : std::string(); }
    [[nodiscard]] std::string of(model::InterventionId id) const {
        return recommendation ? recommendation(id) : std::string();
    }
    [[nodiscard]] std::string of(const explain::ConditionLine& one) const { return line ? line(one) : std::string(); }
};

}  // namespace wegwijzer::cli
