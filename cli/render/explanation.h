// One student, for the person who is going to talk with them: what goes well, what to do, why, what is almost so, what is
// not known.
#pragma once

#include <string>

#include "cli/render/page_marks.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::cli {

struct ExplanationFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
    bool plain = false;        // sentences for a screen reader
    bool in_full = false;      // `--all`: nothing is counted where it could be shown
    bool marks_nodes = false;  // each value with its node around it (page_text.h): to check a page by
};

[[nodiscard]] std::string render_explanation(const explain::Redactor& redactor,
                                             const explain::Visible<explain::StudentExplanation>& explanation,
                                             const ExplanationFrame& frame, const PageMarks& marks = {});

}  // namespace wegwijzer::cli
