// What a mentor reads: who needs what this week, who later, who can't be judged yet, and numbers that add up. In columns as
// wide as the terminal, one under the other on a narrow one, or, for a screen reader, in sentences of a line each.
#pragma once

#include <optional>
#include <string>

#include "engine/explain/caseload.h"

namespace wegwijzer::cli {

struct CaseloadFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
    bool plain = false;
    std::optional<std::string> mentor;
    std::string where;            // the condition that selected these students; empty: none
    std::string explain_command;  // how to ask why, up to the student's key
    std::string record_command;   // how to write down what became of an advice; empty without a store
    bool marks_nodes = false;     // for a test: page_text.h
};

[[nodiscard]] std::string render_caseload(const model::RuleSet& rules,
                                          const explain::Visible<explain::Caseload>& caseload,
                                          const CaseloadFrame& frame);

}  // namespace wegwijzer::cli
