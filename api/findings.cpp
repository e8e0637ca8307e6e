#include "api/run/contents.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/render.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::api {
namespace {

Finding::Kind kind_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::error: return Finding::Kind::error;
        case FindingKind::warning: return Finding::Kind::warning;
        case FindingKind::note: break;
    }
    return Finding::Kind::note;
}

// What was handed over may be no UTF-8, and findings name it.
Finding in_utf8(Finding finding) {
    for (std::string* text : {&finding.file, &finding.message, &finding.why, &finding.way_out}) {
        if (!is_valid_utf8(*text)) *text = replace_invalid_utf8(*text);
    }
    return finding;
}

}  // namespace

Finding as_finding(const Diagnostic& diagnostic, const SourceMap& sources, wegwijzer::Language language) {
    const CatalogueEntry& its = entry(diagnostic.code);
    Finding finding;
    finding.code = its.code;
    finding.kind = kind_of(its.kind);
    if (diagnostic.span.has_place()) {
        const LineColumn place = sources.line_column(diagnostic.span.source, diagnostic.span.begin);
        finding.file = sources.name(diagnostic.span.source);
        finding.line = place.line;
        finding.column = place.column;
    }
    finding.message =
        fill_in(language == wegwijzer::Language::nl ? its.message_nl : its.message_en, diagnostic.arguments, language);
    finding.why = why_text(diagnostic, language);
    finding.way_out = do_text(diagnostic, language);
    return in_utf8(std::move(finding));
}

// Who hands data over may see them: nothing is left out here.
Finding as_finding(const io::DataFinding& found, wegwijzer::Language language) {
    const CatalogueEntry& its = entry(found.code);
    const bool dutch = language == wegwijzer::Language::nl;
    const std::vector<Localized> arguments{found.detail, found.value, found.column_name};
    Finding finding;
    finding.code = its.code;
    finding.kind = kind_of(its.kind);
    finding.file = found.file;
    finding.line = found.line;
    finding.column = found.column;
    finding.message = fill_in(dutch ? its.message_nl : its.message_en, arguments, language);
    finding.why = found.reason.empty() ? fill_in(dutch ? its.why_nl : its.why_en, arguments, language)
                                       : found.reason.in(language);
    finding.way_out = fill_in(dutch ? its.do_nl : its.do_en, arguments, language);
    return in_utf8(std::move(finding));
}

}  // namespace wegwijzer::api
