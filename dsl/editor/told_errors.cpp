#include "dsl/editor/told_errors.h"

#include "dsl/editor/word_at.h"

namespace wegwijzer::editor {

namespace {

const ast::Declaration* declaration_of(const Compilation& compilation, const Span& span) {
    for (const ast::File& file : compilation.files) {
        if (file.source != span.source) continue;
        const ast::Declaration* declaration = declaration_at(file, span.begin);
        return declaration != nullptr && span.end <= declaration->span.end ? declaration : nullptr;
    }
    return nullptr;
}

bool is_error(const Diagnostic& finding) { return entry(finding.code).kind == FindingKind::error; }

}  // namespace

void ToldErrors::remember(const Compilation& compilation, const std::vector<Diagnostic>& findings) {
    told_.clear();
    const auto place_of = [&](const Span& span) {
        return Place{compilation.sources.name(span.source), compilation.sources.text(span)};
    };
    for (const ast::File& file : compilation.files)
        for (const ast::Declaration& declaration : file.declarations) told_[place_of(declaration.span)];
    for (const Diagnostic& finding : findings) {
        const ast::Declaration* declaration = declaration_of(compilation, finding.span);
        if (declaration != nullptr && is_error(finding))
            told_[place_of(declaration->span)].emplace(finding.code, finding.span.begin - declaration->span.begin);
    }
}

bool ToldErrors::is_news_of_what_stood(const Compilation& compilation, const Diagnostic& finding) const {
    const ast::Declaration* declaration = is_error(finding) ? declaration_of(compilation, finding.span) : nullptr;
    if (declaration == nullptr) return false;
    const Span& span = declaration->span;
    const auto stood = told_.find({compilation.sources.name(span.source), std::string(compilation.sources.text(span))});
    return stood != told_.end() && !stood->second.contains({finding.code, finding.span.begin - span.begin});
}

}  // namespace wegwijzer::editor
