// A list that somebody keeps as CSV and that is taken whole or not at all: every cell has its place in the text, and what is
// wrong with the form of the file is an error there. (Student data are read by csv_file.h, which sets aside what it can't use.)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "engine/io/csv_table.h"
#include "engine/io/findings.h"

namespace wegwijzer::io {

// The bytes of the file as a source, in UTF-8; where they weren't, `problems` says so.
[[nodiscard]] SourceId add_list(SourceMap& sources, const std::string& name, std::string_view bytes,
                                Diagnostics& problems);

// `size` bytes from this place on, but not past the end of the line. Column 0: the line, without carets.
[[nodiscard]] Span span_in(const SourceMap& sources, SourceId source, LineColumn place, std::size_t size);

class CsvList {
  public:
    // `sources` must outlive it. `known`: names that the header probably holds, in any case.
    CsvList(const SourceMap& sources, SourceId source, std::span<const std::string> known);
    CsvList(const CsvList&) = delete;
    CsvList& operator=(const CsvList&) = delete;

    [[nodiscard]] bool is_usable() const { return table_.is_usable(); }
    [[nodiscard]] const std::vector<std::string>& headers() const { return table_.headers(); }
    [[nodiscard]] const Span& span_of_header(std::size_t column) const { return header_spans_[column]; }
    [[nodiscard]] bool next_row() { return table_.next_row(); }
    // Of the row read last. The text is valid until the next call.
    [[nodiscard]] std::string_view cell(std::size_t column) { return table_.cell(column); }
    [[nodiscard]] Span span_of_cell(std::size_t column, std::size_t size) const;
    [[nodiscard]] std::uint32_t line() const { return table_.place_of_row().line; }
    [[nodiscard]] Span span_of_line() const { return span_in(sources_, source_, {line(), 0}, 0); }
    // Of the form of the file, behind its last row. A row without its last cells is no fault: what is missing there is said
    // where it is needed.
    void add_problems(Diagnostics& problems) const;

  private:
    void find_headers();

    const SourceMap& sources_;
    SourceId source_;
    ReadReport report_;
    FileFindings findings_;
    CsvTable table_;
    std::vector<Span> header_spans_;
};

}  // namespace wegwijzer::io
