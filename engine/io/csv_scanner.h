// Splits CSV text into records and cells. Line ends are LF, CR or CRLF; a cell in quotes may hold them, and holds a quote
// doubled, or behind a backslash in files that write it so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/source.h"

namespace wegwijzer::io {

// The text of a file as UTF-8 without byte-order mark.
struct CsvText {
    enum class Fault : std::uint8_t { none, empty, utf_16, workbook };
    Fault fault = Fault::none;
    bool was_windows_1252 = false;
    std::string converted;  // holds `text` when the bytes were not UTF-8
    std::string_view text;

    explicit CsvText(std::string_view bytes);
    CsvText(const CsvText&) = delete;
    CsvText& operator=(const CsvText&) = delete;
};

struct CsvDialect {
    char delimiter = ';';
    bool backslash_quotes = false;
    std::size_t begin = 0;  // offset of the header: behind a line `sep=;`
};

struct CsvCell {
    enum class Form : std::uint8_t { plain, quoted, mixed };  // mixed: to be put together by content_of
    std::string_view raw;                                     // with its quotes
    Form form = Form::plain;
};

struct CsvRecord {
    std::size_t begin = 0;  // offset
    std::uint32_t line = 0;
    std::vector<CsvCell> cells;              // the first ones, as many as are kept
    std::size_t size = 0;                    // all of them
    std::optional<std::size_t> more;         // offset of the first cell that holds something and is not kept
    std::optional<std::size_t> stray_quote;  // offset of text behind a closing quote
};

class CsvScanner {
  public:
    // Most columns a file can have. A line of nothing but delimiters then takes no memory of its own.
    static constexpr std::size_t most_columns = 50'000;

    CsvScanner(std::string_view text, const CsvDialect& dialect);
    // From the next record on only the first `cells` are kept.
    void keep(std::size_t cells) { kept_ = cells; }
    // False at the end, and at a quote that is never closed.
    bool next(CsvRecord& record);
    [[nodiscard]] std::optional<LineColumn> unclosed_quote() const { return unclosed_; }
    // Where `offset` of this record is, for a finding.
    [[nodiscard]] LineColumn place_of(const CsvRecord& record, std::size_t offset) const;
    [[nodiscard]] std::size_t offset_of(const CsvCell& cell) const {
        return static_cast<std::size_t>(cell.raw.data() - text_.data());
    }
    // The text in a cell, without quotes; in `scratch` when it has to be put together.
    [[nodiscard]] std::string_view content_of(const CsvCell& cell, std::string& scratch) const;

  private:
    bool scan_quoted(CsvRecord& record);
    void add_cell(CsvRecord& record, CsvCell cell);
    [[nodiscard]] bool ends_cell(std::size_t at) const;
    void pass_line_end();

    std::string_view text_;
    CsvDialect dialect_;
    std::array<bool, 256> ends_{};  // bytes that end a cell
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::size_t kept_ = most_columns;
    std::optional<LineColumn> unclosed_;
};

// Whether quotes in cells stand behind a backslash: seen where a closing quote behind one has ordinary text behind it.
[[nodiscard]] bool has_backslash_quotes(std::string_view text, const CsvDialect& dialect);

}  // namespace wegwijzer::io
