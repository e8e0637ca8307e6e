// The page of a code: what the catalogue says of it, what it means, a wrong and a right example.
#pragma once

#include <cstddef>
#include <string>

#include "engine/base/language.h"
#include "engine/diagnostics/catalogue.h"

namespace wegwijzer::cli {

struct CodePageFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool plain = false;
    bool colour = false;
};

// `can_be_allowed`: with `# sta toe`.
[[nodiscard]] std::string render_code_page(Code code, bool can_be_allowed, const CodePageFrame& frame);
// `code_page` of docs/output.schema.json.
[[nodiscard]] std::string code_page_as_json(Code code, bool can_be_allowed, Language language);

}  // namespace wegwijzer::cli
