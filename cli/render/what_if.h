// The page of a student with changes: what was changed, what differs by it and what by the passing of time alone, and then the
// same page with the differences marked in words.
#pragma once

#include <string>

#include "cli/render/explanation.h"
#include "engine/explain/student_page.h"
#include "engine/explain/what_if.h"

namespace wegwijzer::cli {

[[nodiscard]] std::string render_what_if(const explain::Redactor& redactor,
                                         const explain::Visible<explain::WhatIf>& what_if,
                                         const ExplanationFrame& frame);
// For the student: `page` is that of the student with the changes, in plain words.
[[nodiscard]] std::string render_what_if(const explain::Redactor& redactor,
                                         const explain::Visible<explain::WhatIf>& what_if,
                                         const explain::Visible<explain::StudentPage>& page,
                                         const ExplanationFrame& frame);

}  // namespace wegwijzer::cli
