// Takes entries out of the tables, which refuse that to everybody else. All of it throws a Failure; nothing here begins or ends
// a transaction, and all of it must stand in one.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"
#include "store/entry.h"
#include "store/erasing/erasure.h"

namespace wegwijzer::store {

struct EntryId {
    EntryKind kind = EntryKind::followup;
    EntryNumber number = 0;
    friend auto operator<=>(const EntryId&, const EntryId&) = default;
};

// Of an entry of somebody else that corrected one of the forgotten student: from now on it corrects nothing and counts where
// `place` stands.
struct CutLoose {
    EntryId entry;
    EntryNumber place = 0;
    bool is_first = false;  // it corrected what goes
};

// What forgetting a student takes: all entries of that student, and what they took the place of, of whomever, which would
// count again.
struct ForgetPlan {
    std::vector<EntryId> gone;
    std::vector<CutLoose> cut_loose;
    std::int64_t of_others = 0;  // of `gone`
};
[[nodiscard]] ForgetPlan plan_to_forget(Database& database, const std::string& student);

// How many lists would have no entry left without these.
[[nodiscard]] std::int64_t count_emptied_lists(Database& database, const std::vector<EntryId>& gone);

// INVARIANT: an entry that corrects one of `gone` is in `gone` or in `cut_loose`. What is written down of it is `erasure`, but for
// its number, its entries and the lists, which are found here. `gone` may be empty: what goes is in kept runs.
[[nodiscard]] Erasure erase(Database& database, std::vector<EntryId> gone, const std::vector<CutLoose>& cut_loose,
                            Erasure erasure);

[[nodiscard]] std::vector<Erasure> read_erasures(Database& database);  // by number

// The tables that `erase` takes rows from.
[[nodiscard]] std::vector<std::string_view> erasable_tables();

}  // namespace wegwijzer::store
