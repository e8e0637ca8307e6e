// One signal, kracht, kans or beleid of one student: whether it holds, why, and what would start, end or change it.
#pragma once

#include <string>

#include "cli/render/explanation.h"
#include "engine/explain/why_not.h"

namespace wegwijzer::cli {

// `asked` is of this explanation.
[[nodiscard]] std::string render_why_not(const explain::Redactor& redactor,
                                         const explain::Visible<explain::StudentExplanation>& explanation,
                                         const explain::Asked& asked, const ExplanationFrame& frame);

}  // namespace wegwijzer::cli
