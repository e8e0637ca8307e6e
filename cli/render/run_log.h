// The run log, as text and as JSON: which runs there are, whether they are as they were kept, what doing one once more gave.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/diagnostics/diagnostic.h"
#include "store/runs/run.h"
#include "store/runs/verify_runs.h"

namespace wegwijzer::cli {

[[nodiscard]] std::string runs_text(const std::vector<store::RunHeader>& runs, const std::string& store,
                                    Language language);
[[nodiscard]] std::string runs_json(const std::vector<store::RunHeader>& runs);

// Of a log that is as it was; what is broken are findings.
[[nodiscard]] std::string verified_text(const store::VerifiedRuns& verified, const std::string& store,
                                        Language language);
[[nodiscard]] std::string verified_json(const store::VerifiedRuns& verified);
[[nodiscard]] std::vector<Diagnostic> findings_of(const store::VerifiedRuns& verified);

// What a run done once more gave, beside what was kept of it.
struct Replay {
    store::RunHeader run;
    bool same_rules = true;
    bool same_data = true;
    bool same_version = true;
    std::int64_t erased_entries = 0;  // of those that stood then
    std::int64_t unsure_entries = 0;  // may have been erased while it was worked out, or before: that can't be told
    std::size_t students = 0;         // kept, and not forgotten since
    std::size_t changed = 0;          // of those: it gives something else
    std::size_t gone = 0;             // of those: not in these data
    std::size_t added = 0;            // in these data, and neither kept nor forgotten
    std::size_t forgotten = 0;        // nothing to compare with
    std::size_t unknown_since = 0;    // the same but for since when: what that rests on has been forgotten

    [[nodiscard]] bool same_inputs() const { return same_rules && same_data && same_version && erased_entries == 0; }
    // Of what is left of it. Without anything left nothing is known.
    [[nodiscard]] bool same_outcome() const { return changed + gone + added == 0 && !is_erased(); }
    [[nodiscard]] bool is_erased() const { return students == 0 && forgotten != 0; }
};
[[nodiscard]] std::string replay_text(const Replay& replay, Language language);
[[nodiscard]] std::string replay_json(const Replay& replay);

}  // namespace wegwijzer::cli
