// The page that a student reads about themself, or together with somebody: what goes well, what was noticed, what is offered,
// what is not known, whom to ask. Addressed to the student ("je"), in plain words (B1), without the words of the rule language.
#pragma once

#include <string>

#include "cli/render/explanation.h"
#include "cli/render/page_writer.h"
#include "engine/explain/student_page.h"

namespace wegwijzer::cli {

[[nodiscard]] std::string render_student_page(const explain::Redactor& redactor,
                                              const explain::Visible<explain::StudentPage>& page,
                                              const ExplanationFrame& frame);

// The same words to another place; of `frame` only the language and the marks of nodes count.
void write_student_page(const explain::Redactor& redactor, const explain::Visible<explain::StudentPage>& page,
                        const ExplanationFrame& frame, PageWriter& writer);

}  // namespace wegwijzer::cli
