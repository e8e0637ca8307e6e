// One student, for the person who is going to talk with them: the same tree as `explain` shows in text, as a page.
#pragma once

#include <string>
#include <vector>

#include "cli/render/html/page_frame.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::cli::html {

struct StudentPageFrame {
    Language language = Language::nl;
    std::vector<Link> links;
};

[[nodiscard]] std::string student_page(const explain::Redactor& redactor,
                                       const explain::Visible<explain::StudentExplanation>& explanation,
                                       const StudentPageFrame& frame);

}  // namespace wegwijzer::cli::html
