// The page that a student reads about themself: the words of render/student_page.h, as a page that is about nobody else.
#pragma once

#include <string>

#include "engine/explain/student_page.h"

namespace wegwijzer::cli::html {

[[nodiscard]] std::string own_page(const explain::Redactor& redactor,
                                   const explain::Visible<explain::StudentPage>& page, Language language,
                                   bool marks_nodes = false);

}  // namespace wegwijzer::cli::html
