// The entries that count, as the reader of student data takes them in: one CSV text per series.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/entry.h"

namespace wegwijzer::store {

struct SeriesBytes {
    std::string csv;                   // the first line says how, the second names the columns
    std::vector<EntryNumber> numbers;  // of the entries on the lines behind those, in order

    // The entry on this line of `csv`, counted from 1; 0 for none.
    [[nodiscard]] EntryNumber number_of_line(std::size_t line) const;
};

// `key`: what the pack calls the key of a student. `entries`: of one kind, in the order in which they count.
[[nodiscard]] SeriesBytes series_bytes(EntryKind kind, std::string_view key, const std::vector<StoredEntry>& entries);

}  // namespace wegwijzer::store
