// `explain CODE`: the page of a finding, without packs and data.
#pragma once

#include "cli/context.h"

namespace wegwijzer::cli {

// F014, w012: a letter and digits, as a code is written.
[[nodiscard]] bool looks_like_a_code(std::string_view text);
[[nodiscard]] Status explain_code(const Context& context);

}  // namespace wegwijzer::cli
