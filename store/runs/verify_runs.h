// Does the run log still hold what was written in it?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/runs/run.h"

namespace wegwijzer::store {

// What does not fit, of one run.
enum class BrokenLink : std::uint8_t {
    number,    // runs are missing before it
    previous,  // it follows another run than the one before it
    header,    // its header is not what it was
    students,  // students were added, taken away, or exchanged
    content,   // what is kept of a student is not what it was
    rules,     // the rules it describes are not what they were
};
struct BrokenRun {
    RunNumber run = 0;
    BrokenLink link{};
    std::size_t students = 0;  // of `content`: how many
    friend bool operator==(const BrokenRun&, const BrokenRun&) = default;
};

struct VerifiedRuns {
    std::size_t runs = 0;
    std::size_t students = 0;   // rows looked at
    std::size_t forgotten = 0;  // of those: erased, as is allowed
    std::string last_hash;      // stands for the whole log; empty without runs
    std::vector<BrokenRun> broken;

    // Of `forgotten`, of all runs together: more than the erasures took, by what they wrote down.
    std::size_t without_erasure = 0;
    // Of `forgotten`, likewise: an erasure of before version 4 of the store may have taken them, which did not write down how many.
    std::size_t untold = 0;
    std::vector<RunNumber> with_erased;  // the runs that `forgotten` are of

    [[nodiscard]] bool is_intact() const { return broken.empty() && without_erasure == 0; }
};

// The headers of all runs, and the students of all or of `only`. Throws a Failure.
[[nodiscard]] VerifiedRuns verify_runs(Database& database, std::optional<RunNumber> only);

}  // namespace wegwijzer::store
