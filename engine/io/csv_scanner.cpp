#include "engine/io/csv_scanner.h"

#include <algorithm>
#include <cstring>

#include "engine/base/unicode.h"

namespace wegwijzer::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The number of line ends in `text`: LF, CR or CRLF.
std::uint32_t count_line_ends(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
    }
    return count;
}

bool looks_like_utf_16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    const std::string_view start = bytes.substr(0, 64);
    return std::ranges::count(start, '\0') * 3 > static_cast<std::ptrdiff_t>(start.size());
}

// Whether the quote at `at` has an odd number of backslashes in front of it, counted back to `begin`.
bool is_behind_backslash(std::string_view text, std::size_t begin, std::size_t at) {
    std::size_t backslashes = 0;
    while (at - backslashes > begin && text[at - backslashes - 1] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

}  // namespace

CsvText::CsvText(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        fault = Fault::workbook;
    } else if (looks_like_utf_16(bytes)) {
        fault = Fault::utf_16;
    } else {
        if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
        if (!is_valid_utf8(bytes)) {
            was_windows_1252 = true;
            converted = windows_1252_to_utf8(bytes);
            bytes = converted;
        }
        text = bytes;
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) fault = Fault::empty;
    }
}

CsvScanner::CsvScanner(std::string_view text, const CsvDialect& dialect)
    : text_(text), dialect_(dialect), at_(dialect.begin), line_(1 + count_line_ends(text.substr(0, dialect.begin))) {
    for (const char end : {dialect.delimiter, '\n', '\r'}) ends_[static_cast<unsigned char>(end)] = true;
}

bool CsvScanner::ends_cell(std::size_t at) const {
    return at == text_.size() || ends_[static_cast<unsigned char>(text_[at])];
}

void CsvScanner::pass_line_end() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

void CsvScanner::add_cell(CsvRecord& record, CsvCell cell) {
    ++record.size;
    if (record.cells.size() < kept_) {
        record.cells.push_back(cell);
    } else if (!record.more && cell.raw.find_first_not_of(" \t\"") != std::string_view::npos) {
        record.more = offset_of(cell);
    }
}

// From the opening quote at at_ to the end of the cell.
bool CsvScanner::scan_quoted(CsvRecord& record) {
    const std::size_t begin = at_;
    CsvCell cell{{}, CsvCell::Form::quoted};
    std::size_t from = begin + 1;
    std::size_t close = 0;
    for (;;) {
        const std::size_t quote = text_.find('"', from);
        if (quote == std::string_view::npos) {
            unclosed_ = place_of(record, begin);
            return false;
        }
        if (dialect_.backslash_quotes && is_behind_backslash(text_, from, quote)) {
            cell.form = CsvCell::Form::mixed;
            from = quote + 1;
        } else if (quote + 1 < text_.size() && text_[quote + 1] == '"') {
            cell.form = CsvCell::Form::mixed;
            from = quote + 2;
        } else {
            close = quote;
            break;
        }
    }
    line_ += count_line_ends(text_.substr(begin, close - begin));
    std::size_t end = close + 1;
    if (dialect_.backslash_quotes) cell.form = CsvCell::Form::mixed;
    if (!ends_cell(end)) {
        cell.form = CsvCell::Form::mixed;
        if (!record.stray_quote) record.stray_quote = close;
        while (!ends_cell(end)) ++end;
    }
    cell.raw = text_.substr(begin, end - begin);
    add_cell(record, cell);
    at_ = end;
    return true;
}

bool CsvScanner::next(CsvRecord& record) {
    if (at_ >= text_.size() || unclosed_) return false;
    record.begin = at_;
    record.line = line_;
    record.cells.clear();
    record.size = 0;
    record.more.reset();
    record.stray_quote.reset();
    for (;;) {
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!scan_quoted(record)) return false;
        } else {
            const std::size_t begin = at_;
            while (!ends_cell(at_)) ++at_;
            add_cell(record, {text_.substr(begin, at_ - begin), CsvCell::Form::plain});
        }
        if (at_ == text_.size()) return true;
        if (text_[at_] != dialect_.delimiter) {
            pass_line_end();
            return true;
        }
        ++at_;
    }
}

LineColumn CsvScanner::place_of(const CsvRecord& record, std::size_t offset) const {
    LineColumn place{record.line, 1};
    std::size_t line_begin = record.begin;
    for (std::size_t i = record.begin; i < offset; ++i) {
        if (text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'))) {
            ++place.line;
            line_begin = i + 1;
        }
    }
    place.column += static_cast<std::uint32_t>(count_characters(text_.substr(line_begin, offset - line_begin)));
    return place;
}

std::string_view CsvScanner::content_of(const CsvCell& cell, std::string& scratch) const {
    if (cell.form == CsvCell::Form::plain) return cell.raw;
    if (cell.form == CsvCell::Form::quoted) return cell.raw.substr(1, cell.raw.size() - 2);
    scratch.clear();
    bool is_inside = true;
    for (std::size_t i = 1; i < cell.raw.size(); ++i) {
        const char character = cell.raw[i];
        const char following = i + 1 < cell.raw.size() ? cell.raw[i + 1] : '\0';
        if (is_inside && dialect_.backslash_quotes && character == '\\' && (following == '"' || following == '\\')) {
            scratch.push_back(following);
            ++i;
        } else if (is_inside && character == '"' && following == '"') {
            scratch.push_back('"');
            ++i;
        } else if (is_inside && character == '"') {
            is_inside = false;
        } else {
            scratch.push_back(character);
        }
    }
    return scratch;
}

bool has_backslash_quotes(std::string_view text, const CsvDialect& dialect) {
    if (text.find("\\\"") == std::string_view::npos) return false;
    CsvScanner scanner(text, dialect);
    CsvRecord record;
    while (scanner.next(record)) {
        if (record.stray_quote && text[*record.stray_quote - 1] == '\\') return true;
    }
    return false;
}

}  // namespace wegwijzer::io
