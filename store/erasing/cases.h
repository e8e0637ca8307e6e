// Which entries are kept and erased together. All that was recorded of one student and one intervention is one case, follow-up
// and consent alike; a correction that names another student or another intervention makes one case of two.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "store/entry.h"
#include "store/runs/due_runs.h"

namespace wegwijzer::store {

struct StoredCase {
    std::vector<StoredEntry> entries;
    // The latest day of what still counts: the day it holds from, or a later one that it is planned for. What was corrected
    // was wrong, and its day may be too.
    Date last;
};

// `entries`: all of them, or else a correction may be parted from what it corrects.
[[nodiscard]] std::vector<StoredCase> cases_in(std::vector<StoredEntry> entries);

// The last day on which an entry about this intervention is kept, of a case whose last day is `last`. std::nullopt: no end is
// known.
using KeptUntil = std::function<std::optional<Date>(const std::string& intervention, Date last)>;

// Both.
struct PurgeTerms {
    KeptUntil entries;
    RunKeptUntil runs;
};

struct PurgeReview {
    std::vector<StoredCase> due;
    std::vector<StoredCase> kept;
    RunsReview runs;

    [[nodiscard]] bool is_nothing_due() const { return due.empty() && runs.due.empty(); }
};
// Of the cases alone. Due on `day`: past the term of every intervention in the case.
[[nodiscard]] PurgeReview review_cases(std::vector<StoredEntry> entries, const KeptUntil& kept_until, Date day);

}  // namespace wegwijzer::store
