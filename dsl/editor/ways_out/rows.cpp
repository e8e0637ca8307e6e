// Rows, cells and columns of a tabel and of a voorbeeld.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/editor/ways_out/ways.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::editor {

namespace {

const ast::Table* table_around(const Spot& spot, std::uint32_t place) {
    const ast::Declaration* declaration = spot.declaration(place);
    return declaration == nullptr ? nullptr : std::get_if<ast::Table>(&declaration->node);
}

std::vector<std::string> results_of(const Spot& spot, const ast::Table& table) {
    std::vector<std::string> results;
    for (const ast::TableRow& row : table.rows) {
        if (row.result.is_none()) continue;
        std::string result(spot.text(row.result));
        if (std::ranges::find(results, result) == results.end()) results.push_back(std::move(result));
    }
    return results;
}

Edit line_before(const Spot& spot, std::uint32_t place, const std::string& line) {
    const ast::File& file = spot.file();
    return spot.insert(file, spot.line_begin(file, place), spot.indent(file, place) + line + spot.line_end(file));
}

// The places of the bars of a row, the two of `||` as one: where its first begins.
std::vector<std::uint32_t> bars_of(const Spot& spot, std::uint32_t place) {
    const std::string_view text = spot.text_of(spot.file());
    const std::uint32_t end = spot.next_line(spot.file(), place);
    std::vector<std::uint32_t> bars;
    for (std::uint32_t at = spot.line_begin(spot.file(), place); at < end; ++at) {
        if (text[at] != '|') continue;
        bars.push_back(at);
        if (at + 1 < end && text[at + 1] == '|') ++at;
    }
    return bars;
}

}  // namespace

void take_first_row(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Declaration* declaration = spot.declaration();
    if (declaration == nullptr || !std::holds_alternative<ast::Table>(declaration->node)) return;
    const std::string hit(spot.word(Word::hit));
    const std::string unique(spot.word(Word::unique));
    const std::string first = hit + " " + std::string(spot.word(Word::first_hit));
    const std::size_t word = spot.text(declaration->span).find(hit + " ");
    const std::size_t its = spot.text(declaration->span).find(unique, word);
    if (word == std::string_view::npos || its == std::string_view::npos) return;
    const std::uint32_t begin = declaration->span.begin;
    ways.offer(spot.say_write(first), {spot.edit({declaration->span.source, begin + static_cast<std::uint32_t>(word),
                                                  begin + static_cast<std::uint32_t>(its + unique.size())},
                                                 first)});
}

// A cell too few: in each place where it may be missing. In a tabel `-` fits everything, in a voorbeeld an empty cell is unknown.
// A cell too many: one of them goes.
void fill_row(Ways& ways) {
    const Spot& spot = ways.spot();
    const bool is_table = table_around(spot, spot.finding().span.begin) != nullptr;
    const std::string cell = is_table ? "| - " : "|   ";
    const std::vector<std::uint32_t> bars = bars_of(spot, spot.finding().span.begin);
    const std::string_view text = spot.text_of(spot.file());
    const SourceId source = spot.file().source;
    const std::uint32_t last = is_table && bars.size() > 1 ? 2 : 1;
    for (std::size_t i = 0; i + last <= bars.size(); ++i) {
        const std::size_t from_right = bars.size() - last - i;
        const std::string number = std::to_string(from_right + 1);
        ways.offer(is_table ? spot.say("zet `-` in kolom ", "put `-` in column ") + number
                            : spot.say("laat kolom ", "leave column ") + number + spot.say(" leeg", " empty"),
                   {spot.insert(spot.file(), bars[from_right], cell)});
    }
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
        const std::string_view inside = text.substr(bars[i] + 1, bars[i + 1] - bars[i] - 1);
        ways.offer(spot.say("haal de cel `", "remove the cell `") + short_form(inside) +
                       spot.say("` in kolom ", "` in column ") + std::to_string(i + 1) + spot.say(" weg", ""),
                   {spot.edit({source, bars[i], bars[i + 1]}, "")});
    }
}

// The row that the message shows, once with each outcome that the table has.
void add_row(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Table* table = table_around(spot, spot.finding().span.begin);
    if (table == nullptr || table->rows.empty()) return;
    const std::string told = do_text(spot.finding(), spot.file().language);
    const std::size_t bar = told.find('|');
    const std::size_t dots = told.rfind("…");
    if (bar == std::string::npos || dots == std::string::npos || dots < bar) return;
    const Span& last = table->rows.back().span;
    for (const std::string& result : results_of(spot, *table)) {
        // What is left of the gap then is another finding, which gives the next row.
        const std::string row = told.substr(bar, dots - bar) + result + " |";
        ways.offer_step(spot.say_add(row),
                        {spot.insert(spot.file(), last.end,
                                     spot.line_end(spot.file()) + spot.indent(spot.file(), last.begin) + row)});
    }
}

// Above the others, `onbekend` in this column and anything in the rest.
void add_unknown_row(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& cell = spot.finding().span;
    const ast::Table* table = table_around(spot, cell.begin);
    if (table == nullptr || table->rows.empty()) return;
    for (const ast::TableRow& row : table->rows) {
        if (!holds(row.span, cell)) continue;
        std::string cells = "|";
        for (const ast::TableTest& test : row.tests)
            cells += holds(test.span, cell) ? " " + std::string(spot.word(Word::unknown)) + " |" : " - |";
        for (const std::string& result : results_of(spot, *table)) {
            const std::string line = fmt::format("{}| {} |", cells, result);
            ways.offer(spot.say_add(line), {line_before(spot, table->rows.front().span.begin, line)});
        }
    }
}

void move_row_up(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Table* table = table_around(spot, spot.finding().span.begin);
    if (table == nullptr) return;
    for (const ast::TableRow& row : table->rows) {
        if (holds(row.span, spot.finding().span)) break;
        const Span& moved = spot.finding().span;
        const std::string number = std::to_string(&row - table->rows.data() + 1);
        if (ways.offer(spot.say("zet deze rij boven rij ", "put this row above row ") + number,
                       {line_before(spot, row.span.begin, std::string(spot.text(moved))),
                        spot.edit(with_its_blanks(spot, moved), "")}))
            return;
    }
}

// Values with commas, semicolons or tabs between them: as rows, for as long as the lines go on like that.
void make_rows(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::File& file = spot.file();
    const std::string_view text = spot.text_of(file);
    for (const std::string_view between : {"\t", ";", ", ", ","}) {
        std::vector<Edit> edits;
        std::uint32_t line = spot.line_begin(file, spot.finding().span.begin);
        while (line < text.size()) {
            const std::uint32_t next = spot.next_line(file, line);
            const std::string_view cells = text.substr(line, text.find_first_of("\r\n", line) - line);
            if (cells.find(between) == std::string_view::npos) break;
            // In the first column it would be a declaration.
            const bool is_first = cells.find_first_not_of(" \t") == 0;
            std::string row = (is_first ? "    " : spot.indent(file, line)) + "|";
            for (std::size_t at = std::min(cells.find_first_not_of(" \t"), cells.size()); at <= cells.size();) {
                const std::size_t end = std::min(cells.find(between, at), cells.size());
                row += " " + short_form(cells.substr(at, end - at)) + " |";
                at = end + between.size();
            }
            edits.push_back(spot.edit({file.source, line, line + static_cast<std::uint32_t>(cells.size())}, row));
            line = next;
        }
        if (ways.offer(spot.say("zet `|` tussen de kolommen", "put `|` between the columns"), std::move(edits))) return;
    }
}

// Another outcome that the table has, or a type that all its outcomes have.
void choose_result(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Table* table = table_around(spot, spot.finding().span.begin);
    if (table == nullptr) return;
    for (const std::string& result : results_of(spot, *table)) {
        if (result != spot.text(spot.finding().span))
            ways.offer(spot.say_write(result), {spot.edit(spot.finding().span, result)});
    }
    for (const Word word : {Word::type_integer, Word::type_number, Word::type_percentage, Word::type_grade,
                            Word::type_duration, Word::type_date, Word::type_text}) {
        const std::string type(spot.word(word));
        ways.offer(spot.say_write(table->name.text + " : " + type), {spot.edit(table->type.span, type)});
    }
}

// A column of a voorbeeld without a name: out of all its rows, or with the name of a field that is not there yet.
void drop_or_name_column(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& place = spot.finding().span;
    const ast::Declaration* declaration = spot.declaration();
    const auto* example = declaration == nullptr ? nullptr : std::get_if<ast::Example>(&declaration->node);
    if (example == nullptr) return;
    const std::vector<std::uint32_t> heading = bars_of(spot, place.begin);
    const auto behind = std::ranges::lower_bound(heading, place.end);
    if (behind == heading.begin() || behind == heading.end()) return;
    const auto column = static_cast<std::size_t>(behind - heading.begin()) - 1;
    for (const ast::ExampleClause& clause : example->clauses) {
        if (!holds(clause.span, place)) continue;
        for (const Thing* field : spot.names().fields_of(spot.names().series_called(clause.given.series.text)))
            ways.offer(spot.say("noem de kolom `", "call the column `") + field->name + "`",
                       {spot.edit({place.source, heading[column] + 1, heading[column + 1]}, " " + field->name + " ")});
        std::vector<Edit> edits;
        for (const std::vector<ast::Cell>& row : clause.given.rows) {
            if (row.empty()) continue;
            const std::vector<std::uint32_t> bars = bars_of(spot, row.front().span.begin);
            if (column + 1 < bars.size())
                edits.push_back(spot.edit({place.source, bars[column], bars[column + 1]}, ""));
        }
        ways.offer(spot.say("haal de kolom weg", "remove the column"), std::move(edits));
    }
}

}  // namespace wegwijzer::editor
