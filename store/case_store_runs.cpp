// The run log of the case store.
#include "store/case_store.h"
#include "store/erasing/numbers.h"
#include "store/guarded.h"
#include "store/runs/run_tables.h"

namespace wegwijzer::store {

Answer<RunHeader> CaseStore::keep(const RunToKeep& run, const std::string& recorded_at) {
    return guarded<RunHeader>(name_, [&] {
        Transaction transaction(*database_);
        RunHeader header = write_run(*database_, run, recorded_at);
        transaction.commit();
        return header;
    });
}

Answer<std::vector<RunHeader>> CaseStore::runs() {
    return guarded<std::vector<RunHeader>>(name_, [&] { return read_runs(*database_); });
}

Answer<std::vector<StudentContent>> CaseStore::students_of(RunNumber run) {
    return guarded<std::vector<StudentContent>>(name_, [&] { return read_contents(*database_, run); });
}

Answer<std::string> CaseStore::rules_of(const RunHeader& run) {
    return guarded<std::string>(name_, [&] { return read_rules(*database_, run.rules_hash); });
}

Answer<std::int64_t> CaseStore::erased_since(const RunHeader& run, EntryKind kind) {
    return guarded<std::int64_t>(name_, [&] {
        return kind == EntryKind::consent
                   ? store::erased_since(*database_, Numbered::consent, run.inputs.consents_to, run.recorded_at)
                   : store::erased_since(*database_, Numbered::followup, run.inputs.followups_to, run.recorded_at);
    });
}

Answer<std::int64_t> CaseStore::erased_around(const RunHeader& run, EntryKind kind) {
    return guarded<std::int64_t>(name_, [&] {
        return kind == EntryKind::consent
                   ? store::erased_around(*database_, Numbered::consent, run.inputs.consents_to, run.recorded_at)
                   : store::erased_around(*database_, Numbered::followup, run.inputs.followups_to, run.recorded_at);
    });
}

Answer<std::int64_t> CaseStore::last_erasure() {
    return guarded<std::int64_t>(name_, [&] { return store::last_erasure(*database_); });
}

Answer<VerifiedRuns> CaseStore::verify(std::optional<RunNumber> only) {
    return guarded<VerifiedRuns>(name_, [&] { return verify_runs(*database_, only); });
}

}  // namespace wegwijzer::store
