#include <algorithm>

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

// What was handed over, and a finding names, may be no UTF-8, hold line ends, or be as long as a book.
std::string fit_to_show(std::string text, bool on_one_line) {
    constexpr std::size_t most_bytes = 2000;
    if (!is_valid_utf8(text)) text = replace_invalid_utf8(text);
    if (text.size() > most_bytes) {
        std::size_t end = most_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a character
        text.resize(end);
        text += "…";
    }
    if (!on_one_line) return text;
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
    return text;
}

Finding to_show(Finding finding) {
    finding.file = fit_to_show(std::move(finding.file), true);
    finding.message = fit_to_show(std::move(finding.message), true);
    finding.why = fit_to_show(std::move(finding.why), false);
    finding.way_out = fit_to_show(std::move(finding.way_out), false);
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
    return to_show(std::move(finding));
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
    return to_show(std::move(finding));
}

}  // namespace wegwijzer::api
