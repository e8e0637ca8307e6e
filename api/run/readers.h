// Who reads a run, and about which students (language.md section 3, "Who sees what", and section 9).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/reader.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::run {

struct ReaderRequest {
    std::optional<std::string> role;    // a role of the rules, or `student`
    std::optional<std::string> mentor;  // the own mentor of the students the run selects
};

struct ChosenReader {
    explain::Reader reader = explain::Reader::nobody();
    std::optional<Diagnostic> problem;
};
[[nodiscard]] ChosenReader choose_reader(const model::RuleSet& rules, const ReaderRequest& request);

// Of what is said about the data as a whole: a mentor or a student is that for the own students only.
[[nodiscard]] explain::Reader reader_of_all_data(const explain::Reader& reader, const ReaderRequest& request);

struct SelectedStudents {
    std::vector<std::size_t> rows;  // in input order
    std::optional<Diagnostic> problem;
};
// All students, or those of `request.mentor`. Selecting by what the reader may not see is a problem.
[[nodiscard]] SelectedStudents select_students(const model::RuleSet& rules, const Cohort& cohort,
                                               const explain::Reader& reader, const ReaderRequest& request);
// Can students be chosen by mentor at all? Depends on the rules alone, so that it can be asked before data are read.
[[nodiscard]] std::optional<Diagnostic> problem_of_selection(const model::RuleSet& rules, const explain::Reader& reader,
                                                             const ReaderRequest& request);
// The student with this key among `rows`.
[[nodiscard]] SelectedStudents find_student(const model::RuleSet& rules, const Cohort& cohort,
                                            const explain::Reader& reader, const std::vector<std::size_t>& rows,
                                            const std::string& key);

}  // namespace wegwijzer::run
