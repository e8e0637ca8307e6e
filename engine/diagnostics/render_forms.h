// The three forms of one finding. Internal to engine/diagnostics; render.h is the entry point.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/render.h"

namespace wegwijzer {

// `place` is file:line:column, or empty.
void append_text(std::string& output, const Diagnostic& diagnostic, std::string_view place, const SourceMap& sources,
                 const RenderOptions& options);
void append_plain(std::string& output, const Diagnostic& diagnostic, std::string_view place, const SourceMap& sources,
                  Language language);
// One line: {"code","kind","file","line","column","end":{"line","column"},"message","why","do","fix","labels","lines",
// "example","witness"}. The end is the first character behind the span; what a finding doesn't have is null or [].
void append_json(std::string& output, const Diagnostic& diagnostic, const SourceMap& sources, Language language);

// What stands behind `waarom` and `doe`; empty when there is nothing to say.
[[nodiscard]] std::string why_text(const Diagnostic& diagnostic, Language language);
[[nodiscard]] std::string do_text(const Diagnostic& diagnostic, Language language);

}  // namespace wegwijzer
