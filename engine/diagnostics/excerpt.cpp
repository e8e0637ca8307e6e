#include "engine/diagnostics/excerpt.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer {

namespace {

constexpr std::size_t most_columns = 160;
constexpr std::size_t columns_before = 60;  // kept before the first caret when a line is cut
constexpr std::size_t most_bytes = 2'000;   // of a line that are looked at, around the first caret
constexpr std::size_t bytes_before = 400;
constexpr std::size_t tab_width = 4;
constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool steers_a_terminal(char32_t character) {
    const bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    const bool turns_text = (character >= 0x202A && character <= 0x202E) ||
                            (character >= 0x2066 && character <= 0x2069) || character == 0x200E ||
                            character == 0x200F || character == 0x061C;
    const bool ends_line = character == 0x2028 || character == 0x2029;
    return is_control || turns_text || ends_line;
}

// What stands in one place of a terminal: a character with the combining marks behind it.
struct Cell {
    std::string text;
    std::size_t width = 1;
    bool is_place = false;
    bool is_marked = false;
};

bool is_in(const LineRange& range, std::size_t begin, std::size_t end) {
    return range.begin < end && std::max(range.end, range.begin + 1) > begin;
}

bool is_in_any(const std::vector<LineRange>& ranges, std::size_t begin, std::size_t end) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const LineRange& range) { return is_in(range, begin, end); });
}

// The cells of line[begin, end), and one more when a place lies at the end of the line.
std::vector<Cell> cells_of(std::string_view line, std::size_t begin, std::size_t end,
                           const std::vector<LineRange>& places, const std::vector<LineRange>& marked) {
    std::vector<Cell> cells;
    std::size_t column = 0;
    for (std::size_t position = begin; position < end;) {
        const CodePoint character = first_code_point(line.substr(position));
        const std::size_t next = position + character.size;
        Cell cell{
            {}, display_width(character.value), is_in_any(places, position, next), is_in_any(marked, position, next)};
        if (character.value == '\t') {
            const std::size_t spaces = tab_width - column % tab_width;
            cell.text = " ";
            cell.width = 1;
            cells.insert(cells.end(), spaces, cell);
            column += spaces;
        } else if (!character.is_valid || steers_a_terminal(character.value)) {
            cell.text = replacement;
            cell.width = 1;
            cells.push_back(std::move(cell));
            ++column;
        } else if (cell.width == 0 && !cells.empty()) {
            cells.back().text.append(line.substr(position, character.size));
            cells.back().is_place |= cell.is_place;
            cells.back().is_marked |= cell.is_marked;
        } else {
            // A mark that has nothing to combine with stands on a space.
            if (cell.width == 0) cell.text = " ";
            cell.text.append(line.substr(position, character.size));
            cell.width = std::max<std::size_t>(cell.width, 1);
            column += cell.width;
            cells.push_back(std::move(cell));
        }
        position = next;
    }
    if (end == line.size() && is_in_any(places, end, end + 1)) {
        cells.push_back({" ", 1, true, is_in_any(marked, end, end + 1)});
    }
    return cells;
}

// Moves back to the first byte of a character.
std::size_t character_start(std::string_view line, std::size_t position) {
    for (int bytes = 0; bytes < 3 && position > 0 && position < line.size(); ++bytes) {
        if ((static_cast<unsigned char>(line[position]) & 0xC0U) != 0x80U) break;
        --position;
    }
    return position;
}

void trim_end(std::string& text) { text.erase(text.find_last_not_of(' ') + 1); }

// A span without length shows its line for context.
bool is_context(const Label& label) { return label.span.begin >= label.span.end; }

MarkedLine* find_line(std::vector<MarkedLine>& lines, SourceId source, std::uint32_t line) {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const MarkedLine& marked) {
        return marked.source == source && marked.line == line;
    });
    return found == lines.end() ? nullptr : &*found;
}

}  // namespace

DrawnLine draw_line(std::string_view line, const std::vector<LineRange>& places, const std::vector<LineRange>& marked) {
    std::size_t first = line.size();
    for (const LineRange& place : places) first = std::min(first, place.begin);
    if (places.empty()) first = 0;

    std::size_t begin = 0;
    std::size_t end = line.size();
    if (line.size() > most_bytes) {
        begin = character_start(line, first > bytes_before ? first - bytes_before : 0);
        end = character_start(line, std::min(line.size(), begin + most_bytes));
    }
    std::vector<Cell> cells = cells_of(line, begin, end, places, marked);
    bool is_cut_before = begin > 0;
    bool is_cut_behind = end < line.size();

    std::size_t columns = 0;
    for (const Cell& cell : cells) columns += cell.width;
    if (columns > most_columns) {
        // First what lies far before the first caret, then what lies too far behind it.
        const auto place = std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.is_place; });
        std::size_t before = 0;
        auto start = place == cells.end() ? cells.begin() : place;
        while (start != cells.begin() && before < columns_before) before += (--start)->width;
        is_cut_before = is_cut_before || start != cells.begin();
        cells.erase(cells.begin(), start);
        columns = 0;
        const auto stop = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
            columns += cell.width;
            return columns > most_columns;
        });
        is_cut_behind = is_cut_behind || stop != cells.end();
        cells.erase(stop, cells.end());
    }

    DrawnLine drawn;
    if (is_cut_before) {
        drawn.text = ellipsis;
        drawn.carets = " ";
    }
    for (const Cell& cell : cells) {
        drawn.text += cell.text;
        drawn.carets.append(cell.width, cell.is_marked ? '^' : ' ');
    }
    if (is_cut_behind) drawn.text += ellipsis;
    trim_end(drawn.text);
    trim_end(drawn.carets);
    return drawn;
}

LineRange range_in_line(const Span& span, const SourceMap& sources) {
    const LineColumn place = sources.line_column(span.source, span.begin);
    const std::string_view line = sources.line_text(span.source, place.line);
    const std::string_view whole = sources.text(span.source);
    const auto start = static_cast<std::size_t>(line.data() - whole.data());
    const std::size_t begin = std::min(span.begin > start ? span.begin - start : 0, line.size());
    const std::size_t end = std::min(span.end > start ? span.end - start : 0, line.size());
    return {begin, std::max(begin, end)};
}

std::vector<MarkedLine> marked_lines(const Diagnostic& diagnostic, const SourceMap& sources) {
    if (!diagnostic.span.has_place() || entry(diagnostic.code).code.starts_with('G')) return {};
    const auto line_of = [&](const Span& span) {
        const LineColumn place = sources.line_column(span.source, span.begin);
        return MarkedLine{span.source, place.line, place.column, {}};
    };
    MarkedLine main = line_of(diagnostic.span);
    main.marks.push_back({range_in_line(diagnostic.span, sources), {}, true});

    std::vector<MarkedLine> above;
    std::vector<MarkedLine> lines = {std::move(main)};
    for (const Label& label : diagnostic.labels) {
        if (!label.span.has_place()) continue;
        if (label.span == diagnostic.span) {
            lines.front().marks.front().remark = label.remark;
            continue;
        }
        MarkedLine line = line_of(label.span);
        const bool is_above =
            is_context(label) && line.source == lines.front().source && line.line < lines.front().line;
        std::vector<MarkedLine>& among = is_above ? above : lines;
        MarkedLine* known = find_line(among, line.source, line.line);
        if (known == nullptr) known = &among.emplace_back(std::move(line));
        if (!is_context(label)) known->marks.push_back({range_in_line(label.span, sources), label.remark});
    }
    std::stable_sort(above.begin(), above.end(),
                     [](const MarkedLine& left, const MarkedLine& right) { return left.line < right.line; });
    lines.insert(lines.begin(), std::make_move_iterator(above.begin()), std::make_move_iterator(above.end()));
    return lines;
}

std::string without_controls(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint character = first_code_point(text);
        if (character.value == '\n' || character.value == '\t') {
            result += ' ';
        } else if (character.value == '\r' && text.size() > 1 && text[1] == '\n') {
            // The line end that follows becomes the space.
        } else if (steers_a_terminal(character.value) || !character.is_valid) {
            result += replacement;
        } else {
            result.append(text.substr(0, character.size));
        }
        text.remove_prefix(character.size);
    }
    return result;
}

}  // namespace wegwijzer
