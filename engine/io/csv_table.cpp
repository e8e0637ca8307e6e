#include "engine/io/csv_table.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/base/unicode.h"
#include "engine/io/cell.h"

namespace wegwijzer::io {
namespace {

constexpr std::array<char, 3> delimiters = {';', ',', '\t'};

// How sure the votes for a decimal mark must be before the rest of the file needs no look.
constexpr int sure_votes = 64;

// `12,5`, `-0,3 %`: the mark between digits, or '\0'.
char mark_in(std::string_view text) {
    char mark = '\0';
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (character >= '0' && character <= '9') {
            ++digits;
        } else if (character == ',' || character == '.') {
            if (mark != '\0' || digits == 0) return '\0';
            mark = character;
            digits = 0;
        } else if (character == '%' || character == ' ' || (character == '-' && i == 0)) {
            continue;
        } else {
            return '\0';
        }
    }
    return digits == 0 ? '\0' : mark;
}

struct HeaderScore {
    std::size_t known = 0;
    std::size_t cells = 0;
    auto operator<=>(const HeaderScore&) const = default;
};

HeaderScore score(std::string_view text, const CsvDialect& dialect, std::span<const std::string> known) {
    HeaderScore result;
    CsvScanner scanner(text, dialect);
    CsvRecord record;
    if (!scanner.next(record)) return result;
    result.cells = record.size;
    std::string content;
    std::string cleaned;
    for (const CsvCell& cell : record.cells) {
        const std::string name = to_lower(clean(scanner.content_of(cell, content), cleaned));
        if (std::ranges::find(known, name) != known.end()) ++result.known;
    }
    return result;
}

}  // namespace

CsvTable::CsvTable(const DataFile& file, std::span<const std::string> known, FileFindings& findings)
    : text_(file.bytes), findings_(findings) {
    switch (text_.fault) {
        case CsvText::Fault::empty: findings_.fail(Code::F241); return;
        case CsvText::Fault::utf_16:
            findings_.fail(Code::F245).detail = {"de tekst is UTF-16, bewaar het als UTF-8",
                                                 "the text is UTF-16, save it as UTF-8"};
            return;
        case CsvText::Fault::workbook:
            findings_.fail(Code::F245).detail = {"dit is een werkmap, bewaar het als CSV",
                                                 "this is a workbook, save it as CSV"};
            return;
        case CsvText::Fault::none: break;
    }
    if (text_.was_windows_1252) findings_.add(Code::G015);
    choose_dialect(known);
    scanner_.emplace(text_.text, dialect_);
    CsvRecord header;
    do {
        if (!scanner_->next(header)) {
            findings_.fail(Code::F243, scanner_->unclosed_quote().value_or(LineColumn{1, 1}));
            scanner_.reset();
            return;
        }
    } while (header.cells.size() == 1 && clean(header.cells[0].raw, cleaned_).empty());
    if (header.size > CsvScanner::most_columns) {
        findings_.fail(Code::F245, {header.line, 0}).detail = {
            fmt::format("er zijn meer dan {} kolommen", CsvScanner::most_columns),
            fmt::format("there are more than {} columns", CsvScanner::most_columns)};
        scanner_.reset();
        return;
    }
    read_headers(header);
    scanner_->keep(headers_.size());
    rows_begin_ = scanner_->offset_of(header.cells.back()) + header.cells.back().raw.size();
    while (rows_begin_ < text_.text.size() && (text_.text[rows_begin_] == '\r' || text_.text[rows_begin_] == '\n')) {
        ++rows_begin_;
    }
}

void CsvTable::choose_dialect(std::span<const std::string> known) {
    const std::string_view text = text_.text;
    // A first line `sep=;`, as spreadsheets write it for each other.
    if (text.size() > 5 && (text.starts_with("sep=") || text.starts_with("SEP=")) &&
        (text[5] == '\n' || text[5] == '\r')) {
        dialect_.delimiter = text[4];
        dialect_.begin = text.find_first_not_of("\r\n", 5);
        if (dialect_.begin == std::string_view::npos) dialect_.begin = text.size();
    } else {
        HeaderScore best;
        for (const char delimiter : delimiters) {
            CsvDialect candidate = dialect_;
            candidate.delimiter = delimiter;
            const HeaderScore here = score(text, candidate, known);
            if (here > best) {
                best = here;
                dialect_.delimiter = delimiter;
            }
        }
    }
    dialect_.backslash_quotes = has_backslash_quotes(text, dialect_);
}

void CsvTable::read_headers(const CsvRecord& record) {
    std::string content;
    for (const CsvCell& cell : record.cells) {
        headers_.emplace_back(clean(scanner_->content_of(cell, content), cleaned_));
    }
    for (std::size_t column = 0; column < headers_.size(); ++column) {
        if (headers_[column].empty()) {
            empty_unnamed_.push_back(column);
        } else {
            named_size_ = column + 1;
        }
    }
}

// INVARIANT: empty_unnamed_ goes up, so that a short row asks for few looks.
void CsvTable::look_at_unnamed_columns() {
    for (std::size_t i = 0; i < empty_unnamed_.size() && empty_unnamed_[i] < record_.cells.size();) {
        if (cell(empty_unnamed_[i]).empty()) {
            ++i;
            continue;
        }
        filled_unnamed_.push_back(empty_unnamed_[i]);
        empty_unnamed_.erase(empty_unnamed_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

bool CsvTable::is_blank() const {
    return record_.size == 1 && record_.cells[0].raw.find_first_not_of(" \t") == std::string_view::npos;
}

void CsvTable::report_size() {
    const std::size_t wanted = is_short() ? named_size_ : headers_.size();
    const std::string sizes = fmt::format("{} / {}", record_.size, wanted);
    if (is_short()) {
        findings_.add(Code::G012, place_of_row()).detail = sizes;
    } else {
        findings_.add(Code::G011, scanner_->place_of(record_, *record_.more)).detail = sizes;
        findings_.count_set_aside();
    }
}

bool CsvTable::next_row() {
    for (;;) {
        if (!scanner_->next(record_)) {
            if (const auto quote = scanner_->unclosed_quote()) findings_.fail(Code::F243, *quote);
            return false;
        }
        if (is_blank()) continue;
        if (record_.stray_quote) findings_.add(Code::G026, scanner_->place_of(record_, *record_.stray_quote));
        // Cells beyond the header that hold nothing are only delimiters at the end of the line.
        if (record_.more || is_short()) report_size();
        if (record_.more) continue;
        if (!empty_unnamed_.empty()) look_at_unnamed_columns();
        return true;
    }
}

std::string_view CsvTable::cell(std::size_t column) {
    if (column >= record_.cells.size()) return {};
    return clean(scanner_->content_of(record_.cells[column], content_), cleaned_);
}

LineColumn CsvTable::place_of(std::size_t column) const {
    return scanner_->place_of(record_, scanner_->offset_of(record_.cells[column]));
}

char CsvTable::find_decimal_mark(std::span<const std::size_t> columns) {
    int commas = 0;
    int points = 0;
    if (!columns.empty()) {
        CsvDialect rows = dialect_;
        rows.begin = rows_begin_;
        CsvScanner scanner(text_.text, rows);
        CsvRecord record;
        while (std::abs(commas - points) < sure_votes && scanner.next(record)) {
            for (const std::size_t column : columns) {
                if (column >= record.cells.size()) continue;
                const char mark = mark_in(clean(scanner.content_of(record.cells[column], content_), cleaned_));
                commas += mark == ',' ? 1 : 0;
                points += mark == '.' ? 1 : 0;
            }
        }
    }
    if (commas == points) return dialect_.delimiter == ',' ? '.' : ',';
    return commas > points ? ',' : '.';
}

}  // namespace wegwijzer::io
