// Findings as people read them.
#pragma once

#include <cstddef>
#include <string>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer {

enum class ErrorFormat : std::uint8_t { text, plain, json };

struct RenderOptions {
    Language language = Language::nl;
    ErrorFormat format = ErrorFormat::text;
    bool colour = false;
    std::size_t most = 50;  // then a line says how many more
};

// `diagnostics` must be sorted. Text: see messages.md (excerpt, carets under the right characters, `waarom`, `doe`).
[[nodiscard]] std::string render(const Diagnostics& diagnostics, const SourceMap& sources,
                                 const RenderOptions& options);

// The first line alone, without place: "F014 een percentage wordt vergeleken met het gewone getal `70`".
[[nodiscard]] std::string headline(const Diagnostic& diagnostic, Language language);

}  // namespace wegwijzer
