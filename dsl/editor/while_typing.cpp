#include "dsl/editor/while_typing.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "dsl/editor/word_at.h"

namespace wegwijzer::editor {

std::vector<std::size_t> shown_while_typing(const ast::File& file, const std::vector<Diagnostic>& findings,
                                            std::uint32_t typed_at) {
    // From the declaration before the place up to the next one: what is no declaration yet belongs to the one above.
    const ast::Declaration* here = declaration_at(file, typed_at);
    const std::uint32_t begin = here == nullptr ? 0 : here->keyword.begin;
    std::uint32_t end = std::numeric_limits<std::uint32_t>::max();
    for (const ast::Declaration& declaration : file.declarations) {
        if (declaration.keyword.begin > typed_at) end = std::min(end, declaration.keyword.begin);
    }
    const auto is_here = [&](const Diagnostic& finding) {
        return entry(finding.code).kind == FindingKind::error && finding.span.source == file.source &&
               finding.span.begin >= begin && finding.span.begin < end;
    };
    const auto distance = [&](const Span& span) {
        if (typed_at < span.begin) return span.begin - typed_at;
        return typed_at > span.end ? typed_at - span.end : 0;
    };
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!is_here(findings[i])) continue;
        if (!nearest || distance(findings[i].span) < distance(findings[*nearest].span)) nearest = i;
    }
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!is_here(findings[i]) || i == nearest) shown.push_back(i);
    }
    return shown;
}

}  // namespace wegwijzer::editor
