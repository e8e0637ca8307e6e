// The combinations of values that the rows of a tabel divide. A column has finitely many *regions*: all values of a region
// fit the same cells. Columns with the same term are one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dsl/check/bits.h"
#include "dsl/check/context.h"
#include "engine/analyse/axis.h"

namespace wegwijzer::checking {

using analyse::Axis;

// One region of each column of the space.
using Combination = std::vector<std::size_t>;

struct SpaceColumn {
    std::vector<std::size_t> columns;  // of the tabel: those with this term
    Axis axis;
    // On a line: 2i lies before border i, 2i+1 is border i, the last one lies behind them all. Else a region per name.
    std::vector<std::int64_t> borders;
    std::vector<std::string> names;
    // The border is no fixed value but this term; on an axis of names the regions are: it, and another.
    std::string symbol;
    std::size_t regions = 0;  // the last one: onbekend
    Bits known;               // those that hold a value
    Bits likely;              // of these the ones an author thinks of first
    Bits all;                 // known, and onbekend where that can be

    [[nodiscard]] std::size_t unknown() const { return regions - 1; }
};

struct SpaceRow {
    std::vector<Bits> holds;      // per column of the space: where its cells hold
    std::vector<Bits> not_false;  // the same, and where they are unknown
    std::vector<std::size_t>
        doubtful;                    // columns of the tabel with a cell that compares with no fixed value: as `-` here
    std::vector<std::size_t> never;  // columns of the tabel with a cell that no value fits
};

struct TableSpace {
    std::vector<SpaceColumn> columns;
    std::vector<SpaceRow> rows;
};

// Nothing where something in the tabel was reported.
[[nodiscard]] std::optional<TableSpace> space_of(const Context& context, const model::Table& table);

// The first and last value of a region on a line, in steps; first > last: none that is a whole number of steps.
[[nodiscard]] std::pair<std::int64_t, std::int64_t> ends_of_region(const SpaceColumn& column, std::size_t region);

// "`aantal = 3`": a value of the region as the author would write it. `words`: the term as written.
[[nodiscard]] Localized describe_region(const Context& context, const ast::File& file, const SpaceColumn& column,
                                        std::size_t region, const std::string& words);
// A cell that holds for these regions, which follow each other: "3 t/m 5"; empty where no cell can say it.
[[nodiscard]] std::string cell_of(const Context& context, const ast::File& file, const SpaceColumn& column,
                                  const Bits& regions);

}  // namespace wegwijzer::checking
