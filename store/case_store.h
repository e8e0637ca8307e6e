// The case store: opened, added to, read. Nothing in it is ever overwritten.
//
// Contract: what `add` answered with a number is on the disk. Whatever happens before that (a crash, a full disk, another
// writer), nothing of the entry is there. No call throws; what went wrong is a finding.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "store/database.h"
#include "store/entry.h"

namespace wegwijzer::store {

// What was asked, or why it could not be done.
template <class Result>
struct Answer {
    std::optional<Result> value;
    std::optional<Diagnostic> problem;
};

// A list that is taken in as a whole, and of which line each entry is.
struct ListOrigin {
    std::string name;
    std::string content_hash;  // of its bytes: the same list is taken in once
    std::string recorded_by;
    std::vector<std::uint32_t> lines;
};

struct Added {
    std::vector<EntryNumber> numbers;  // in the order of the entries
    std::int64_t list = 0;             // the number of the list
};

// Of entries that can't be added as things stand: which ones, and why.
struct RefusedEntry {
    std::size_t index = 0;
    Diagnostic problem;
};
struct AnswerOfList {
    std::optional<Added> value;
    std::optional<Diagnostic> problem;  // of the store or the list
    std::vector<RefusedEntry> refused;  // else of the entries, each
};

struct OpeningStore {
    bool may_create = false;                   // else a store that isn't there is a problem
    std::chrono::milliseconds patience{3000};  // how long another writer is waited for
};

class CaseStore {
  public:
    // `path`: a file in a folder that exists. Names that a database would take for something else are refused.
    [[nodiscard]] static Answer<CaseStore> open(const std::string& path, const OpeningStore& how);

    // In one piece: all of them, or none. `recorded_at`: 2026-11-02T09:30:00Z. Precondition: each is as entry_rules.h says.
    // The numbers, in the same order.
    [[nodiscard]] Answer<std::vector<EntryNumber>> add(const std::vector<Entry>& entries,
                                                       const std::string& recorded_at);

    // The same with a list of somebody. With one entry refused none is added; every one is named.
    [[nodiscard]] AnswerOfList add_list(const std::vector<Entry>& entries, const ListOrigin& origin,
                                        const std::string& recorded_at);

    // All entries of this student: follow-up, then consent, each in the order in which they count, what is corrected before
    // its correction.
    [[nodiscard]] Answer<std::vector<StoredEntry>> entries_of(const std::string& student);
    // What counts now: all entries of this kind that no other corrects, in the order in which they count.
    [[nodiscard]] Answer<std::vector<StoredEntry>> standing(EntryKind kind);

  private:
    CaseStore(std::string path, std::unique_ptr<Database> database)
        : path_(std::move(path)), database_(std::move(database)) {}

    std::string path_;
    std::unique_ptr<Database> database_;
};

}  // namespace wegwijzer::store
