// One student, for the person who is going to talk with them: what goes well, what to do, why, what is almost so, what is
// not known.
#pragma once

#include <string>

#include "engine/explain/explanation.h"

namespace wegwijzer::cli {

struct ExplanationFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
};

[[nodiscard]] std::string render_explanation(const explain::Redactor& redactor,
                                             const explain::Visible<explain::StudentExplanation>& explanation,
                                             const ExplanationFrame& frame);

}  // namespace wegwijzer::cli
