// Findings as people read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer {

enum class ErrorFormat : std::uint8_t { text, plain, json };

struct RenderOptions {
    Language language = Language::nl;
    ErrorFormat format = ErrorFormat::text;
    bool colour = false;
    std::size_t most = 50;  // then a line says how many more
};

// `diagnostics` must be sorted. Text: excerpt, carets under the right characters, `waarom`, `doe`. Plain: the same without
// box and carets ("in regel 12, bij `70`"), for screen readers. Both show at most `most` findings, errors before
// warnings before notes where not all fit, and say how many more there are. JSON: one object per line, all of them.
[[nodiscard]] std::string render(const Diagnostics& diagnostics, const SourceMap& sources,
                                 const RenderOptions& options);

// The first line alone, without place: "F014 een percentage wordt vergeleken met het gewone getal `70`".
[[nodiscard]] std::string headline(const Diagnostic& diagnostic, Language language);

// A text of the catalogue with {0}, {1} ... filled in. A number without an argument stays as it is.
[[nodiscard]] std::string fill_in(std::string_view text, const std::vector<Localized>& arguments, Language language);

}  // namespace wegwijzer
