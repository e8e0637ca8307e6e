#include "store/series_bytes.h"

#include <initializer_list>

namespace wegwijzer::store {
namespace {

constexpr std::size_t lines_before_entries = 2;

// INVARIANT: no cell holds a line end (entry_rules.h), so that an entry is a line.
void append_line(std::string& csv, std::initializer_list<std::string_view> cells) {
    bool is_first_cell = true;
    for (const std::string_view cell : cells) {
        if (!is_first_cell) csv += ';';
        is_first_cell = false;
        csv += '"';
        for (const char character : cell) csv.append(character == '"' ? 2 : 1, character);
        csv += '"';
    }
    csv += '\n';
}

}  // namespace

EntryNumber SeriesBytes::number_of_line(std::size_t line) const {
    if (line <= lines_before_entries || line - lines_before_entries > numbers.size()) return 0;
    return numbers[line - lines_before_entries - 1];
}

SeriesBytes series_bytes(EntryKind kind, std::string_view key, const std::vector<StoredEntry>& entries) {
    SeriesBytes result;
    result.csv = "sep=;\n";
    if (kind == EntryKind::consent) {
        const auto& words = consent_field_words;
        append_line(result.csv, {key, words[0].en, words[1].en, words[2].en});
        for (const StoredEntry& stored : entries) {
            const Entry& entry = stored.entry;
            append_line(result.csv, {entry.student, to_iso(entry.date), entry.intervention,
                                     consent_status_words[static_cast<std::size_t>(entry.consent)].en});
            result.numbers.push_back(stored.number);
        }
        return result;
    }
    const auto& words = followup_field_words;
    append_line(result.csv, {key, words[0].en, words[1].en, words[2].en, words[3].en, words[4].en, words[5].en});
    for (const StoredEntry& stored : entries) {
        const Entry& entry = stored.entry;
        const std::string_view outcome =
            entry.waiver ? waiver_words[static_cast<std::size_t>(*entry.waiver)].nl : std::string_view(entry.outcome);
        append_line(result.csv, {entry.student, to_iso(entry.date), entry.intervention, entry.role,
                                 followup_status_words[static_cast<std::size_t>(entry.status)].en,
                                 to_iso(entry.planned_on), outcome});
        result.numbers.push_back(stored.number);
    }
    return result;
}

}  // namespace wegwijzer::store
