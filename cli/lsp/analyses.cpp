#include "cli/lsp/analyses.h"

#include <set>
#include <utility>

#include "dsl/compile/compile_again.h"

namespace wegwijzer::cli::lsp {

std::optional<SourceId> Analysis::source_of(std::string_view path) const {
    for (const ast::File& file : compilation.files) {
        if (compilation.sources.name(file.source) == path) return file.source;
    }
    return std::nullopt;
}

const ast::File* Analysis::file_of(SourceId source) const {
    for (const ast::File& file : compilation.files) {
        if (file.source == source) return &file;
    }
    return nullptr;
}

Analysis& Analyses::of_file(const std::string& path) { return of_pack(workspace_.pack_of(path)); }

Analysis& Analyses::of_pack(const std::string& pack) {
    Analysis& analysis = analyses_[pack];
    analysis.pack = pack;
    if (!analysis.is_current) compile(analysis);
    return analysis;
}

void Analyses::compile(Analysis& analysis) {
    analysis.compilation = compile_again(workspace_.packs_for(analysis.pack), analysis.read_before);
    analysis.review =
        review::review(analysis.compilation, analysis.earlier.in(analysis.compilation), review::Thought::earlier);
    analysis.is_current = true;
    analysis.is_through = false;
    analysis.is_shown = false;
}

void Analyses::think_through(Analysis& analysis, const std::function<bool()>& stop) {
    // With errors nothing can be said of the thinking: what was said before stays, where it still stands.
    if (analysis.compilation.rules != nullptr) {
        const std::optional<Diagnostics> thinking = review::think_through(analysis.compilation, stop);
        if (!thinking) return;
        analysis.earlier.remember(analysis.compilation, *thinking);
        analysis.review = review::review(analysis.compilation, *thinking, review::Thought::through);
        analysis.is_shown = false;
    }
    analysis.is_through = true;
}

void Analyses::note_change(const std::string& path) {
    const std::string own = workspace_.pack_of(path);
    for (auto& [pack, analysis] : analyses_) {
        if (pack == own || analysis.source_of(path)) analysis.is_current = false;
    }
}

void Analyses::note_change_of_all() {
    for (auto& [pack, analysis] : analyses_) analysis.is_current = false;
}

void Analyses::follow_open_files() {
    std::set<std::string> wanted;
    for (const Document* document : workspace_.documents()) wanted.insert(workspace_.pack_of(document->path));
    std::erase_if(analyses_, [&](const auto& entry) { return !wanted.contains(entry.first); });
    for (const std::string& pack : wanted) analyses_[pack].pack = pack;
}

}  // namespace wegwijzer::cli::lsp
