// Two kept runs side by side: who comes on, who goes off, which advice changes, through which of what they were made with.
//
// Contract: what the reader may not see is not in it, and changes nothing in it while what the reader may see stays the same. What
// is confidential in one of the runs is so in both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/compare/comparison.h"
#include "engine/explain/report.h"
#include "engine/keep/kept_rules.h"

namespace wegwijzer::keep {

struct KeptEntry {
    std::string student;  // the key
    std::string content;  // as write_student gave it
};
struct KeptRun {
    std::int64_t number = 0;
    Date reference_date;
    std::string version;  // of the program
    KeptRules rules;
    std::vector<KeptEntry> students;  // in any order
    std::size_t forgotten = 0;
};

struct ComparedKeptRuns {
    std::optional<explain::Visible<comparison::Comparison>> comparison;
    // Else: what this run keeps of a student can't be read.
    std::int64_t unreadable = 0;
};
// Students by their keys, in that order; where the reader may not see keys, by their places in the later run, so that the order says
// nothing of the keys either. `threads`: at once, to read what was kept; the same comes out of any number.
[[nodiscard]] ComparedKeptRuns compare_kept_runs(const KeptRun& before, const KeptRun& after, bool sees_confidential,
                                                 std::size_t threads = 1);

}  // namespace wegwijzer::keep
