#include "engine/io/csv_list.h"

#include <algorithm>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/io/csv_scanner.h"

namespace wegwijzer::io {
namespace {

Diagnostic unreadable_row(Span span, Localized what) {
    Diagnostic problem;
    problem.code = Code::F352;
    problem.span = span;
    problem.arguments = {std::move(what)};
    return problem;
}

}  // namespace

SourceId add_list(SourceMap& sources, const std::string& name, std::string_view bytes, Diagnostics& problems) {
    const CsvText text(bytes);
    const SourceId source = sources.add(name, std::string(text.was_windows_1252 ? text.text : bytes));
    if (text.was_windows_1252) {
        Diagnostic converted;
        converted.code = Code::G015;
        converted.span = {source, 0, 0};
        problems.add(std::move(converted));
    }
    return source;
}

Span span_in(const SourceMap& sources, SourceId source, LineColumn place, std::size_t size) {
    const auto span = [source](std::size_t begin, std::size_t end) {
        return Span{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    };
    const std::string_view line = sources.line_text(source, place.line);
    if (line.data() == nullptr) return span(0, 0);  // its lines end as no line of a source does
    const auto begin = static_cast<std::size_t>(line.data() - sources.text(source).data());
    if (place.column == 0 || line.empty()) return span(begin, begin);
    std::size_t at = 0;
    for (std::uint32_t column = 1; column < place.column && at < line.size(); ++column) {
        at += first_code_point(line.substr(at)).size;
    }
    if (at < line.size() && line[at] == '"') ++at;
    return span(begin + at, begin + std::min(at + std::max<std::size_t>(size, 1), line.size()));
}

CsvList::CsvList(const SourceMap& sources, SourceId source, std::span<const std::string> known)
    : sources_(sources), source_(source), findings_(report_, {}), table_({"", sources.text(source)}, known, findings_) {
    find_headers();
}

// They stand in the text in their order.
void CsvList::find_headers() {
    const std::string_view text = sources_.text(source_);
    std::size_t from = 0;
    for (const std::string& header : table_.headers()) {
        const std::size_t at = header.empty() ? std::string_view::npos : text.find(header, from);
        Span span{source_, 0, 0};
        if (at != std::string_view::npos) {
            from = at + header.size();
            span.begin = static_cast<std::uint32_t>(at);
            span.end = static_cast<std::uint32_t>(from);
        }
        header_spans_.push_back(span);
    }
}

Span CsvList::span_of_cell(std::size_t column, std::size_t size) const {
    return span_in(sources_, source_, table_.place_of(column), size);
}

void CsvList::add_problems(Diagnostics& problems) const {
    const Span whole{source_, 0, 0};
    for (const std::size_t column : table_.filled_unnamed_columns()) {
        const std::string number = std::to_string(column + 1);
        problems.add(
            unreadable_row(whole, {"kolom " + number + " heeft geen naam", "column " + number + " has no name"}));
    }
    for (const DataFinding& finding : report_.findings) {
        if (finding.code == Code::G012 || finding.code == Code::G015) continue;
        const Span span = finding.line == 0 ? whole : span_in(sources_, source_, {finding.line, finding.column}, 1);
        if (finding.code == Code::G011) {
            problems.add(
                unreadable_row(span, {"er zijn meer cellen dan kolommen", "there are more cells than columns"}));
        } else if (finding.code == Code::G026) {
            problems.add(
                unreadable_row(span, {"achter een aanhalingsteken staat nog tekst", "there is text behind a quote"}));
        } else {
            Diagnostic problem;
            problem.code = finding.code;
            problem.span = span;
            problem.arguments = {finding.detail, finding.value, finding.column_name};
            problem.why = finding.reason;
            problems.add(std::move(problem));
        }
    }
}

}  // namespace wegwijzer::io
