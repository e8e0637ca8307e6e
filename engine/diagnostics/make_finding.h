// A finding of a code with what fills its texts, for who adds nothing more to it.
#pragma once

#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer {

// Of no place in a text: of the command line, a file that can't be read, the case store.
[[nodiscard]] inline Diagnostic make_finding(Code code, std::vector<Localized> arguments, Localized way_out = {}) {
    Diagnostic finding;
    finding.code = code;
    finding.arguments = std::move(arguments);
    finding.way_out = std::move(way_out);
    return finding;
}

[[nodiscard]] inline Diagnostic make_finding_at(Code code, const Span& span, std::vector<Localized> arguments,
                                                Localized way_out = {}) {
    Diagnostic finding = make_finding(code, std::move(arguments), std::move(way_out));
    finding.span = span;
    return finding;
}

}  // namespace wegwijzer
