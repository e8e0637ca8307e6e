// The kept run that a run is compared with: the newest of the latest day before its own. So a run says the same of its day however
// often it is made and kept.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "engine/explain/report.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

struct EarlierRun {
    std::optional<store::RunHeader> header;  // none: no run of an earlier day was kept, or nothing is left of it
    store::RunNumber newest = 0;             // of all runs
    std::size_t forgotten = 0;               // of its students
    std::unordered_map<std::string, explain::EarlierStudent> students;  // by key: those who were not forgotten

    // What it gave this student, for who compares with it; no advice where it did not have the student. Null: there is no run.
    [[nodiscard]] const explain::EarlierStudent* find(const std::string& key) const;

    explain::EarlierStudent nothing;  // of its day
};

// As the log stood before the run `before`; 0: as it stands. Says nothing itself, so that it can be read while other things are done.
[[nodiscard]] store::Answer<EarlierRun> read_earlier_run(store::CaseStore& store, Date reference_date,
                                                         store::RunNumber before = 0);

// The report beside the earlier run; as it is where there is none.
[[nodiscard]] explain::Visible<explain::StudentReport> beside(const EarlierRun& earlier,
                                                              const explain::Redactor& redactor, const Cohort& cohort,
                                                              explain::Visible<explain::StudentReport> report);

}  // namespace wegwijzer::cli
