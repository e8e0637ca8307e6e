// What the commands that look at students share: packs compiled, a reader chosen, data read, students selected; and at the
// end what was found on the way.
#pragma once

#include <optional>
#include <vector>

#include "api/run/readers.h"
#include "api/run/run_findings.h"
#include "api/run/select_where.h"
#include "cli/context.h"
#include "cli/earlier_run.h"
#include "dsl/compile/compile.h"
#include "engine/explain/report.h"
#include "engine/io/read.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

struct Session {
    Compilation compilation;
    DataBytes bytes;
    io::ReadResult data;
    explain::Reader reader = explain::Reader::nobody();
    // Of what is said about the data as a whole: a mentor or a student is that for the own students only.
    explain::Reader data_reader = explain::Reader::nobody();
    bool is_for_student = false;
    std::vector<std::size_t> rows;           // the selected students
    std::optional<CompiledCondition> where;  // the condition of `--where`
    std::size_t unplaced = 0;                // students for whom it is unknown
    Diagnostics warnings;                    // said at the end
    std::optional<store::CaseStore> store;   // that of `--store`, open
    EarlierRun earlier;                      // that it stands beside; empty without a store
    std::int64_t after_erasure = 0;          // the last one before anything was read from the store
    store::RunInputs inputs;                 // with which this run is made, of one that is kept or done once more

    [[nodiscard]] const model::RuleSet& rules() const { return *compilation.rules; }
    [[nodiscard]] const Cohort& cohort() const { return data.cohort; }
    void warn(std::vector<Diagnostic> more);
    void note_inputs(Date reference_date);  // but for which entries of the store
    // Points into this session, which must stay where it is.
    [[nodiscard]] explain::Redactor make_redactor() const;
};

// std::nullopt: something was wrong and has been said; `status` is what the run ends with.
[[nodiscard]] std::optional<Session> open_session(const Context& context, Status& status);
// How a session begins. `sweeps`: an open choice that is given its values, so that it stands in nobody's way.
struct Opening {
    const std::vector<std::string>& packs;
    const DataBytes* bytes = nullptr;  // the data, where they have been read from their files already
    std::string sweeps;
    // Of a comparison: the students `--where` selected by the old rules are the ones that are compared.
    const Session* selected_by = nullptr;
    // Of a run that is done once more: its day, and the entries that stood then.
    const store::RunInputs* as_kept = nullptr;
};
[[nodiscard]] std::optional<Session> open_session(const Context& context, const Opening& opening, Status& status);
// The row of `--student`.
[[nodiscard]] std::optional<std::size_t> find_row(const Context& context, const Session& session, Status& status);
// Findings in the data, warnings, and the closing count, on stderr.
void close_session(const Context& context, Session& session);
// The same for two rule sets over the same data: what both have to say is said once.
void close_sessions(const Context& context, Session& before, Session& after);

// A folder of several packs is for `check` and `test`: said, and true, where one of the paths is one.
[[nodiscard]] bool refuse_collections(const Context& context, const std::vector<std::string>& paths, Status& status);

[[nodiscard]] std::optional<Compilation> compile_packs(const Context& context, const std::vector<std::string>& paths,
                                                       Status& status);

}  // namespace wegwijzer::cli
