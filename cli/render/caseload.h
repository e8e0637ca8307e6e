// What a mentor reads: who needs what this week, who later, who can't be judged yet, and numbers that add up.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/explain/report.h"

namespace wegwijzer::cli {

struct CaseloadFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
    Date reference_date;
    std::optional<std::string> mentor;
    std::vector<std::pair<std::string, Date>> complete_to;  // series and the day up to which they are complete
    std::string explain_command;                            // how to ask why, up to the student's key
};

// `reports`: one per student of the run, in any order.
[[nodiscard]] std::string render_caseload(const explain::Redactor& redactor,
                                          const std::vector<explain::Visible<explain::StudentReport>>& reports,
                                          const CaseloadFrame& frame);

}  // namespace wegwijzer::cli
