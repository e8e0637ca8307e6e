#include "dsl/parse/lexical_findings.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace wegwijzer::parsing {

void add_lexical_findings(const Diagnostics& lexical, std::size_t from, Diagnostics& diagnostics) {
    const auto first = diagnostics.all().begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = diagnostics.all().end();
    // Of rows that were pasted the form is wrong, whatever stands in them.
    const auto pasted = std::find_if(first, end, [](const Diagnostic& it) { return it.code == Code::F128; });
    const std::uint32_t pasted_at = pasted == end ? static_cast<std::uint32_t>(-1) : pasted->span.begin;
    std::vector<Diagnostic> kept;
    for (const Diagnostic& each : lexical.all()) {
        if (each.span.begin >= pasted_at) continue;
        const bool is_mark = each.code == Code::F003 || each.code == Code::F012;
        const bool is_reported = is_mark && std::any_of(first, end, [&](const Diagnostic& it) {
                                     return it.span.begin < each.span.end && each.span.begin < it.span.end;
                                 });
        if (is_reported) continue;
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const Diagnostic& it) {
            return each.code == Code::F012 && it.code == Code::F012 && it.arguments == each.arguments;
        });
        if (same == kept.end())
            kept.push_back(each);
        else if (same->labels.size() < Diagnostic::most_labels)
            same->labels.push_back({each.span, {"hier ook", "here too"}});
    }
    for (Diagnostic& each : kept) diagnostics.add(std::move(each));
}

}  // namespace wegwijzer::parsing
