// Cells of a voorbeeld are data: what they hold follows from the field of their column, and either language's words will do.
#pragma once

#include <string>
#include <string_view>

#include "dsl/format/scope.h"

namespace wegwijzer {

// A cell as written (with its quotes, if any) in the other language: the decimal mark of numbers, ja/nee, and the fields and
// statuses of built-in series. What already was in the other language changes as well, so that translating back undoes it.
[[nodiscard]] std::string translate_cell(std::string_view written, bool is_header, std::string_view series,
                                         std::string_view field, const Scope& scope, Language from);

}  // namespace wegwijzer
