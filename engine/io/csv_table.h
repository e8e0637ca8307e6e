// A CSV file with its dialect found out and its header read; rows come one by one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/csv_scanner.h"
#include "engine/io/findings.h"
#include "engine/records/schema.h"

namespace wegwijzer::io {

class CsvTable {
  public:
    // `known`: the names that the header probably holds, by which the delimiter is told.
    CsvTable(const DataFile& file, std::span<const std::string> known, FileFindings& findings);

    // False: a finding says why the file can't be read.
    [[nodiscard]] bool is_usable() const { return scanner_.has_value(); }
    [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
    // The next row that holds something. A row with more or fewer cells than the header is reported; one with more is set
    // aside and passed over.
    bool next_row();
    [[nodiscard]] bool is_short() const { return record_.size < named_size_; }
    // Columns without a name that hold something in a row read so far.
    [[nodiscard]] const std::vector<std::size_t>& filled_unnamed_columns() const { return filled_unnamed_; }
    // The cell of `column` in this row, clean; empty when the row is too short. Valid until the next call.
    [[nodiscard]] std::string_view cell(std::size_t column);
    [[nodiscard]] LineColumn place_of(std::size_t column) const;
    [[nodiscard]] LineColumn place_of_row() const { return {record_.line, 0}; }
    // The decimal mark of these columns: the one of most cells, from as many rows as it takes to be sure.
    [[nodiscard]] char find_decimal_mark(std::span<const std::size_t> columns);

  private:
    void choose_dialect(std::span<const std::string> known);
    void read_headers(const CsvRecord& record);
    [[nodiscard]] bool is_blank() const;
    void report_size();
    void look_at_unnamed_columns();

    CsvText text_;
    FileFindings& findings_;
    CsvDialect dialect_;
    std::optional<CsvScanner> scanner_;
    std::size_t rows_begin_ = 0;
    std::vector<std::string> headers_;
    std::size_t named_size_ = 0;  // up to and with the last column that has a name
    std::vector<std::size_t> empty_unnamed_;
    std::vector<std::size_t> filled_unnamed_;
    CsvRecord record_;
    std::string content_;
    std::string cleaned_;
};

}  // namespace wegwijzer::io
