#include "engine/io/findings.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

namespace wegwijzer::io {

std::size_t ReadReport::event_count() const { return std::accumulate(events.begin(), events.end(), std::size_t{0}); }

std::size_t ReadReport::invalid_cell_count() const {
    std::size_t count = std::accumulate(invalid_cells.begin(), invalid_cells.end(), std::size_t{0});
    count = std::accumulate(invalid_completeness_cells.begin(), invalid_completeness_cells.end(), count);
    for (const auto& series : invalid_series_cells) count = std::accumulate(series.begin(), series.end(), count);
    return count;
}

std::size_t ReadReport::set_aside_count() const {
    return std::accumulate(set_aside_events.begin(), set_aside_events.end(), set_aside_students);
}

bool ReadReport::fails_strict() const {
    return invalid_cell_count() != 0 || set_aside_count() != 0 || short_student_rows != 0 ||
           std::ranges::any_of(short_event_rows, [](std::size_t rows) { return rows != 0; });
}

ReadReport empty_report(const Schema& schema) {
    ReadReport report;
    report.events.resize(schema.series.size(), 0);
    report.invalid_cells.resize(schema.student_fields.size(), 0);
    for (const Series& series : schema.series) report.invalid_series_cells.emplace_back(series.fields.size(), 0);
    report.invalid_completeness_cells.resize(schema.series.size(), 0);
    report.set_aside_events.resize(schema.series.size(), 0);
    report.short_event_rows.resize(schema.series.size(), 0);
    return report;
}

FileFindings::FileFindings(ReadReport& report, std::string file, SeriesId series)
    : report_(report), file_(std::move(file)), series_(series), first_(report.findings.size()) {}

DataFinding& FileFindings::add(Code code, LineColumn place) {
    DataFinding& finding = report_.findings.emplace_back();
    finding.code = code;
    finding.file = file_;
    finding.line = place.line;
    finding.column = place.column;
    finding.series = series_;
    return finding;
}

DataFinding& FileFindings::fail(Code code, LineColumn place) {
    report_.unreadable = true;
    return add(code, place);
}

void FileFindings::count_set_aside() {
    ++(series_ ? report_.set_aside_events[series_.index()] : report_.set_aside_students);
}

void FileFindings::sort() {
    std::stable_sort(report_.findings.begin() + static_cast<std::ptrdiff_t>(first_), report_.findings.end(),
                     [](const DataFinding& left, const DataFinding& right) {
                         return std::tie(left.line, left.column) < std::tie(right.line, right.column);
                     });
}

std::string shortened(std::string_view value) {
    constexpr std::size_t most = 200;
    if (value.size() <= most) return std::string(value);
    std::size_t end = most;
    while ((static_cast<unsigned char>(value[end]) & 0xC0u) == 0x80u) --end;  // not inside a character
    return std::string(value.substr(0, end)) + "…";
}

std::string name_list(std::span<const std::string> names) {
    constexpr std::size_t most = 12;
    std::string result;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        result += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
    }
    if (names.size() > most) result += fmt::format(", … (+{})", names.size() - most);
    return result;
}

}  // namespace wegwijzer::io
