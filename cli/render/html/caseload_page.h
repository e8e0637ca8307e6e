// A mentor's students on one page: who first, what, by when, why, and what goes well; a table per group, and everyone on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/render/html/page_frame.h"
#include "engine/explain/caseload.h"

namespace wegwijzer::cli::html {

struct CaseloadPageFrame {
    Language language = Language::nl;
    std::optional<std::string> mentor;
    std::string where;               // the condition that selected these students; empty: none
    std::vector<std::string> files;  // the page of each student of the caseload; empty: no page
};

[[nodiscard]] std::string caseload_page(const explain::Redactor& redactor,
                                        const explain::Visible<explain::Caseload>& caseload,
                                        const CaseloadPageFrame& frame);

}  // namespace wegwijzer::cli::html
