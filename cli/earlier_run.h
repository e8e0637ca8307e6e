// The kept run that a run is compared with: the newest of the latest day before its own. So a run says the same of its day however
// often it is made and kept.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "cli/context.h"
#include "engine/explain/report.h"
#include "engine/keep/kept_student.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

struct EarlierRun {
    std::optional<store::RunHeader> header;  // none: no run of an earlier day was kept, or nothing is left of it
    store::RunNumber newest = 0;             // of all runs
    std::size_t forgotten = 0;               // of its students
    std::unordered_map<std::string, std::string> students;  // by key: what was kept, as text

    // Nothing: that run did not have the student, or the student was forgotten.
    [[nodiscard]] std::optional<keep::KeptStudent> find(const std::string& key) const;
};

// As the log stood before the run `before`; 0: as it stands. std::nullopt: the store can't be read, and that has been said.
[[nodiscard]] std::optional<EarlierRun> read_earlier_run(const Context& context, store::CaseStore& store,
                                                         Date reference_date, store::RunNumber before = 0);

// The report beside the earlier run; as it is where there is none.
[[nodiscard]] explain::Visible<explain::StudentReport> beside(const EarlierRun& earlier,
                                                              const explain::Redactor& redactor, const Cohort& cohort,
                                                              explain::Visible<explain::StudentReport> report);

}  // namespace wegwijzer::cli
