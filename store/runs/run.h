// One kept run: what `evaluate --keep` leaves behind of a day. The store takes what it holds of students for text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "store/entry.h"

namespace wegwijzer::store {

using RunNumber = std::int64_t;  // 1, 2, 3, ... in the order in which they were kept

// With which a run was made. Hashes are SHA-256 in hexadecimal digits.
struct RunInputs {
    Date reference_date;
    std::string engine_version;
    std::string packs_hash;
    std::string data_hash;
    // The entries that stood: those up to these numbers. 0: none, or no store.
    EntryNumber followups_to = 0;
    EntryNumber consents_to = 0;

    friend bool operator==(const RunInputs&, const RunInputs&) = default;
};

struct RunHeader {
    RunNumber number = 0;
    RunInputs inputs;
    std::string recorded_at;  // 2026-11-02T09:30:00Z
    std::string run_by;
    std::string counts;         // JSON
    std::string rules_hash;     // of the rules as they are described in the store
    std::string content_hash;   // of the commitments to its students
    std::string previous_hash;  // of the run before it; empty for the first
    std::string hash;           // of all of the above

    friend bool operator==(const RunHeader&, const RunHeader&) = default;
};

struct StudentContent {
    std::string student;  // the key
    std::string content;  // JSON
    friend bool operator==(const StudentContent&, const StudentContent&) = default;
};

// What is to be kept. `after`: the newest run that it was worked out with, 0 for none; when there is a newer one by then,
// it is not kept. `after_erasure`: the last erasure before anything was read for it, 0 for none; when more has been erased by
// then, it is not kept either: it would hold again what was to be gone.
struct RunToKeep {
    RunInputs inputs;
    std::string run_by;
    std::string counts;
    std::string rules;  // described, the same text for the same rules
    std::vector<StudentContent> students;
    RunNumber after = 0;
    std::int64_t after_erasure = 0;
};

}  // namespace wegwijzer::store
