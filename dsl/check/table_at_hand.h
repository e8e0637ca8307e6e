// One tabel while its rows are looked at together: its space, and the words for what is found in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dsl/check/table_space.h"

namespace wegwijzer::checking {

[[nodiscard]] inline std::string number_of(std::size_t row) { return std::to_string(row + 1); }
// "rij 1, rij 2 en rij 4".
[[nodiscard]] Localized listed(const std::vector<std::size_t>& rows);

class TableAtHand {
  public:
    TableAtHand(Context& in, const Declared<ast::Table>& as_declared, const model::Table& resolved, TableSpace divided)
        : context(in), declared(as_declared), file(*as_declared.file), table(resolved), space(std::move(divided)) {}

    Context& context;
    const Declared<ast::Table>& declared;
    const ast::File& file;
    const model::Table& table;
    const TableSpace space;

    [[nodiscard]] std::string words_of(std::size_t column) const;
    [[nodiscard]] std::string words_of(const SpaceColumn& column) const { return words_of(column.columns.front()); }
    [[nodiscard]] Span cell_span(std::size_t row, std::size_t column) const {
        return declared->rows[row].tests[column].span;
    }
    [[nodiscard]] Span row_span(std::size_t row) const { return declared->rows[row].span; }
    [[nodiscard]] std::vector<Label> labels_of(std::size_t first, std::size_t second) const;
    [[nodiscard]] std::string first_word() const { return word(file, Word::hit) + ' ' + word(file, Word::first_hit); }
    [[nodiscard]] std::string unique_word() const { return word(file, Word::hit) + ' ' + word(file, Word::unique); }

    // Columns of the space of which a cell of one of these rows asks something.
    using Columns = std::vector<std::size_t>;
    [[nodiscard]] Columns asked_by(const std::vector<std::size_t>& rows) const;
    [[nodiscard]] Columns asked_by_any() const;

    // "`aantal = 3`, `presentie = 84%`".
    [[nodiscard]] Localized example(const Combination& combination, const Columns& columns) const;
    // Two of these columns read the same data, so that not every combination needs to occur; empty: they don't.
    [[nodiscard]] Localized linked_columns(const Columns& columns) const;
    // What an example of these columns rests on without knowing; empty when it can occur.
    [[nodiscard]] Localized reserve(const Columns& columns) const;

    // A combination that both rows fit, one that an author thinks of first.
    [[nodiscard]] std::optional<Combination> common(const SpaceRow& first, const SpaceRow& second) const;
    // Do two rows surely give another result?
    [[nodiscard]] bool surely_differ(std::size_t first, std::size_t second) const;
};

// What is found; each reports.
struct NotLookedInto {
    bool doubtful = false;   // rows with a cell that compares with no fixed value may matter
    bool too_large = false;  // the search took too long
};
void report_cells_that_never_hold(const TableAtHand& at);                       // W161
void report_gap(const TableAtHand& at, NotLookedInto& rest);                    // W162
void report_overlaps(const TableAtHand& at, NotLookedInto& rest);               // uniek: F162, W163, W164
void report_rows_that_never_count(const TableAtHand& at, NotLookedInto& rest);  // eerste: W160

}  // namespace wegwijzer::checking
