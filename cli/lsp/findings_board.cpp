#include "cli/lsp/findings_board.h"

#include <algorithm>
#include <set>

#include "cli/lsp/shapes.h"
#include "dsl/editor/while_typing.h"
#include "engine/diagnostics/catalogue.h"

namespace wegwijzer::cli::lsp {

void FindingsBoard::send(const std::string& path, const std::string& pack, const std::string& findings) {
    const Document* document = workspace_.find_path(path);
    json::Writer writer;
    writer.begin_object().key("uri").string(workspace_.uri_of(path));
    if (document != nullptr) writer.key("version").integer(document->version);
    std::string params = writer.take() + ",\"diagnostics\":" + findings + "}";
    const auto found = shown_.find(path);
    if (found != shown_.end() && found->second.params == params) return;
    if (found == shown_.end() && document == nullptr && findings == "[]") return;
    send_("textDocument/publishDiagnostics", params);
    shown_[path] = {pack, std::move(params)};
}

void FindingsBoard::show(Analysis& analysis, const std::map<std::string, Analysis>& all, const Settings& settings) {
    const Compilation& compilation = analysis.compilation;
    const SourceMap& sources = compilation.sources;
    std::set<std::string> open_elsewhere;  // files that a pack at hand shows as its own
    for (const auto& [pack, other] : all) {
        if (pack == analysis.pack) continue;
        for (const ast::File& file : other.compilation.files) {
            if (other.compilation.was_given(file.source))
                open_elsewhere.insert(other.compilation.sources.name(file.source));
        }
    }
    Places places(sources, settings.units);
    std::map<std::string, json::Writer> written;
    for (const ast::File& file : compilation.files) {
        const std::string& path = sources.name(file.source);
        if (!open_elsewhere.contains(path)) written[path].begin_array();
    }
    const std::vector<Diagnostic>& findings = analysis.review.findings.all();
    const std::vector<bool> waits = waiting(analysis);
    for (std::size_t each = 0; each < findings.size(); ++each) {
        if (waits[each]) continue;
        const Diagnostic& finding = findings[each];
        // What is about a whole pack stands at the top of its first file.
        SourceId source = finding.span.source;
        if (source.is_none() && !compilation.files.empty()) source = compilation.files.front().source;
        const auto writer = written.find(sources.name(source));
        if (writer == written.end()) continue;
        if (!compilation.was_given(source) && entry(finding.code).kind != FindingKind::error) continue;
        const ast::File* file = analysis.file_of(source);
        const Language language = settings.language_for(file == nullptr ? Language::nl : file->language);
        write_finding(writer->second, finding, sources, workspace_, places, settings, language);
    }
    for (auto& [path, writer] : written) {
        writer.end_array();
        send(path, analysis.pack, writer.take());
    }
    if (std::ranges::none_of(waits, [](bool each) { return each; })) analysis.told.remember(compilation, findings);
    analysis.is_shown = true;
}

std::vector<bool> FindingsBoard::waiting(const Analysis& analysis) const {
    const std::vector<Diagnostic>& findings = analysis.review.findings.all();
    std::vector<bool> waits(findings.size(), false);
    bool is_typed = false;
    for (const ast::File& file : analysis.compilation.files) {
        const Document* document = workspace_.find_path(analysis.compilation.sources.name(file.source));
        if (document == nullptr || !document->typed_at) continue;
        is_typed = true;
        std::vector<bool> is_shown(findings.size(), false);
        for (const std::size_t each : editor::shown_while_typing(file, document->text, findings, *document->typed_at))
            is_shown[each] = true;
        for (std::size_t each = 0; each < findings.size(); ++each) {
            if (!is_shown[each]) waits[each] = true;
        }
    }
    for (std::size_t each = 0; is_typed && each < findings.size(); ++each) {
        if (analysis.told.is_news_of_what_stood(analysis.compilation, findings[each])) waits[each] = true;
    }
    return waits;
}

void FindingsBoard::clear_all_but(const std::map<std::string, Analysis>& all) {
    for (auto shown = shown_.begin(); shown != shown_.end();) {
        if (all.contains(shown->second.pack)) {
            ++shown;
            continue;
        }
        json::Writer writer;
        writer.begin_object().key("uri").string(workspace_.uri_of(shown->first));
        writer.key("diagnostics").begin_array().end_array().end_object();
        send_("textDocument/publishDiagnostics", writer.take());
        shown = shown_.erase(shown);
    }
}

}  // namespace wegwijzer::cli::lsp
