#include "engine/diagnostics/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace wegwijzer {

namespace {

// Where the finding is shown. Findings without a place come first: they are about whole files.
auto order_of(const Diagnostic& diagnostic, const SourceMap& sources) {
    const Span& span = diagnostic.span;
    return std::tuple(span.has_place(), std::string_view(sources.name(span.source)), span);
}

auto contents_of(const Diagnostic& diagnostic) {
    const auto& d = diagnostic;
    return std::tie(d.arguments, d.labels, d.lines, d.why, d.way_out, d.fix, d.example);
}

bool is_same(const Diagnostic& left, const Diagnostic& right) {
    return left.code == right.code && left.span == right.span && contents_of(left) == contents_of(right);
}

}  // namespace

bool Diagnostics::has_errors() const {
    return std::any_of(all_.begin(), all_.end(),
                       [](const Diagnostic& diagnostic) { return entry(diagnostic.code).kind == FindingKind::error; });
}

void Diagnostics::sort(const SourceMap& sources) {
    // The whole contents take part, so that the order never depends on the order of the checks.
    std::stable_sort(all_.begin(), all_.end(), [&](const Diagnostic& left, const Diagnostic& right) {
        const auto by_place = order_of(left, sources) <=> order_of(right, sources);
        if (by_place != 0) return by_place < 0;
        const auto by_code = entry(left.code).code <=> entry(right.code).code;
        return by_code != 0 ? by_code < 0 : contents_of(left) < contents_of(right);
    });
    all_.erase(std::unique(all_.begin(), all_.end(), is_same), all_.end());
}

}  // namespace wegwijzer
