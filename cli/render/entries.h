// Entries of the case store, as text and as JSON.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/json/writer.h"
#include "engine/records/built_in_series.h"
#include "store/entry.h"
#include "store/entry_rules.h"

namespace wegwijzer::cli {

// "opvolging", "consent".
[[nodiscard]] std::string kind_of_entry(const store::Entry& entry, Language language);
// "gepland", "given": the word of its status.
[[nodiscard]] const BuiltInWord& status_word(const store::Entry& entry);
// What was recorded, what was not looked into, and how to correct it.
[[nodiscard]] std::string recorded_text(const store::StoredEntry& stored, const std::string& store,
                                        const store::NamesInUse* names, Language language);
[[nodiscard]] std::string entry_json(const store::StoredEntry& stored);
// The same as part of something larger.
void write_entry(json::Writer& writer, const store::StoredEntry& stored);
// A list that was taken in: how much of what.
[[nodiscard]] std::string taken_in_text(std::int64_t list, const std::vector<store::Entry>& entries,
                                        const std::string& name, const std::string& store,
                                        const store::NamesInUse* names, Language language);
// One student's entries, as they stand in the store.
[[nodiscard]] std::string entries_text(const std::vector<store::StoredEntry>& entries, const std::string& student,
                                       const std::string& store, Language language);
// One of them: what became of what, who wrote it down and when, and what it has to do with others.
[[nodiscard]] std::string entry_text(const store::StoredEntry& stored, Language language);
[[nodiscard]] std::string entries_json(const std::vector<store::StoredEntry>& entries);

// Seconds since 1970 as the store keeps them: 2026-11-02T09:30:00Z.
[[nodiscard]] std::string time_of_recording(std::int64_t seconds);

}  // namespace wegwijzer::cli
