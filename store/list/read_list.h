// A list of entries that somebody kept elsewhere (CSV or JSONL), as drafts with their places in the file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "store/entry_rules.h"

namespace wegwijzer::store {

struct ListedDraft {
    Draft draft;
    std::uint32_t line = 0;                            // 1-based
    Span whole;                                        // an empty span on that line
    std::array<Span, entry_field_count> places;        // of what is written; without a place for what is not
    std::array<std::string, entry_field_count> names;  // what the file calls them; empty for what is not there
};

struct EntryList {
    SourceMap sources;  // the text of the file
    std::vector<ListedDraft> drafts;
    Diagnostics problems;  // of the file and its lines; with an error nothing of it can be used
};

enum class ListForm : std::uint8_t { csv, jsonl };

// `name` is what messages call it. A column or key of no field is a problem: nothing that was written is passed over.
[[nodiscard]] EntryList read_list(const std::string& name, std::string_view bytes, ListForm form);

// What a list calls this field: the word of the series where it is one.
[[nodiscard]] Localized list_name(EntryField field);

struct CheckedList {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> lines;  // of the entries
    Diagnostics problems;              // every one, with its place; with any there are no entries
};
// `recorded_by`: who takes the list in, where a line does not say who recorded it.
[[nodiscard]] CheckedList check_list(const EntryList& list, const NamesInUse* names, const std::string& recorded_by);

}  // namespace wegwijzer::store
