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
#include "store/address.h"
#include "store/answer.h"
#include "store/database.h"
#include "store/entry.h"
#include "store/erasing/cases.h"
#include "store/erasing/erasure.h"
#include "store/runs/run.h"
#include "store/runs/verify_runs.h"

namespace wegwijzer::store {

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
    std::vector<Secret> secrets{};             // that were taken out of the name of a server
};

// An entry, and where it came from when that was a list.
struct ExportedEntry {
    struct FromList {
        std::int64_t number = 0;
        std::string name;
        std::int64_t line = 0;
    };
    StoredEntry stored;
    std::optional<FromList> list;
};

// What forgetting a student takes.
struct ForgetReview {
    ErasedCounts counts;                // `run_lines`: one of each kept run that holds the student
    std::int64_t of_others = 0;         // of the entries: what an entry of this student took the place of
    std::vector<StoredEntry> mentions;  // entries about others with this key in their texts, which stay
};

struct ErasedBy {
    std::string name;
    std::string at;  // 2026-11-02T09:30:00Z
};

// How erasing ended. Without `number` there was nothing to erase.
struct ErasingDone {
    std::optional<std::int64_t> number;  // of the erasure
    std::optional<Diagnostic> unwiped;   // why the bytes may still be in the files
};
struct Forgotten {
    ForgetReview review;
    ErasingDone done;
};
struct Purged {
    PurgeReview review;
    ErasedCounts counts;
    ErasingDone done;
};

class CaseStore {
  public:
    // `name`: a file in a folder that exists, or `postgresql://…` without its secrets (address.h). Other names that a database
    // would take for something else are refused.
    [[nodiscard]] static Answer<CaseStore> open(const std::string& name, const OpeningStore& how);

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
    // The highest number of this kind so far; 0 for none.
    [[nodiscard]] Answer<EntryNumber> last_entry(EntryKind kind);
    // What counted when `last` was that number. What has been erased since is missing, as `erased_since` says.
    [[nodiscard]] Answer<std::vector<StoredEntry>> standing_to(EntryKind kind, EntryNumber last);
    // How many of the entries that were there when the run was kept have been erased since.
    [[nodiscard]] Answer<std::int64_t> erased_since(const RunHeader& run, EntryKind kind);

    // How many more may have been erased while it was worked out: only the clock says that it was before.
    [[nodiscard]] Answer<std::int64_t> erased_around(const RunHeader& run, EntryKind kind);
    // The number of the last erasure; 0 for none.
    [[nodiscard]] Answer<std::int64_t> last_erasure();

    // The run log (case_store_runs.cpp). In one piece: the run with all its students, or nothing. Its header as written.
    [[nodiscard]] Answer<RunHeader> keep(const RunToKeep& run, const std::string& recorded_at);
    [[nodiscard]] Answer<std::vector<RunHeader>> runs();  // by number
    // Those who were not forgotten since, in no order.
    [[nodiscard]] Answer<std::vector<StudentContent>> students_of(RunNumber run);
    [[nodiscard]] Answer<std::string> rules_of(const RunHeader& run);  // as they were described
    // The chain of all runs, and the students of all or of one.
    [[nodiscard]] Answer<VerifiedRuns> verify(std::optional<RunNumber> only = std::nullopt);

    // The rights of a student and the end of terms (case_store_rights.cpp).
    // All entries of this student, in the order of `entries_of`.
    [[nodiscard]] Answer<std::vector<ExportedEntry>> everything_of(const std::string& student);
    // What kept runs hold of this student, by number.
    [[nodiscard]] Answer<std::vector<StudentInRun>> runs_of(const std::string& student);
    // What would go. Nothing is written.
    [[nodiscard]] Answer<ForgetReview> review_forget(const std::string& student);
    [[nodiscard]] Answer<PurgeReview> review_purge(const PurgeTerms& terms, Date day);
    // Gone, all of it or nothing; and then, as far as nobody else has the store open, out of the files too.
    [[nodiscard]] Answer<Forgotten> forget(const std::string& student, ForgetGround ground, const ErasedBy& by);
    [[nodiscard]] Answer<Purged> purge(const PurgeTerms& terms, Date day, const ErasedBy& by);
    [[nodiscard]] Answer<std::vector<Erasure>> erasures();  // by number

  private:
    [[nodiscard]] std::optional<Diagnostic> wipe();

    CaseStore(std::string name, std::unique_ptr<Database> database)
        : name_(std::move(name)), database_(std::move(database)) {}

    std::string name_;
    std::unique_ptr<Database> database_;
};

}  // namespace wegwijzer::store
