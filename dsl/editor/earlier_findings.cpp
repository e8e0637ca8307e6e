#include "dsl/editor/earlier_findings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace wegwijzer::editor {

namespace {

const ast::Declaration* declaration_around(const Compilation& compilation, const Span& span) {
    for (const ast::File& file : compilation.files) {
        if (file.source != span.source) continue;
        const auto behind = std::upper_bound(
            file.declarations.begin(), file.declarations.end(), span.begin,
            [](std::uint32_t place, const ast::Declaration& declaration) { return place < declaration.span.begin; });
        if (behind == file.declarations.begin()) return nullptr;
        const ast::Declaration& declaration = *std::prev(behind);
        return span.end <= declaration.span.end ? &declaration : nullptr;
    }
    return nullptr;
}

}  // namespace

void EarlierFindings::remember(const Compilation& compilation, const Diagnostics& findings) {
    kept_.clear();
    const auto place_of = [&](const Span& span) -> std::optional<Place> {
        const ast::Declaration* declaration = declaration_around(compilation, span);
        if (declaration == nullptr) return std::nullopt;
        const std::uint32_t begin = declaration->span.begin;
        return Place{compilation.sources.name(span.source), std::string(compilation.sources.text(declaration->span)),
                     span.begin - begin, span.end - begin};
    };
    for (const Diagnostic& finding : findings.all()) {
        auto place = place_of(finding.span);
        if (!place) continue;
        Kept kept{finding, std::move(*place), {}};
        for (const Label& label : finding.labels) {
            if (auto other = place_of(label.span)) kept.labels.push_back(std::move(*other));
        }
        if (kept.labels.size() == finding.labels.size()) kept_.push_back(std::move(kept));
    }
}

Diagnostics EarlierFindings::in(const Compilation& compilation) const {
    Diagnostics found;
    if (kept_.empty()) return found;
    std::map<std::pair<std::string_view, std::string_view>, Span> now;  // by file and text
    for (const ast::File& file : compilation.files) {
        for (const ast::Declaration& declaration : file.declarations)
            now.try_emplace({compilation.sources.name(file.source), compilation.sources.text(declaration.span)},
                            declaration.span);
    }
    const auto span_of = [&](const Place& place) -> std::optional<Span> {
        const auto declaration = now.find({place.file, place.declaration});
        if (declaration == now.end()) return std::nullopt;
        const Span& span = declaration->second;
        return Span{span.source, span.begin + place.begin, span.begin + place.end};
    };
    for (const Kept& kept : kept_) {
        Diagnostic finding = kept.finding;
        const auto place = span_of(kept.place);
        if (!place) continue;
        finding.span = *place;
        bool is_whole = true;
        for (std::size_t i = 0; i < kept.labels.size() && is_whole; ++i) {
            const auto other = span_of(kept.labels[i]);
            is_whole = other.has_value();
            if (other) finding.labels[i].span = *other;
        }
        if (is_whole) found.add(std::move(finding));
    }
    return found;
}

}  // namespace wegwijzer::editor
