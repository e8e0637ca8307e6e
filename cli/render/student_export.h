// All that the store and the data hold of one student, to hand over: to read, and to take along to another system (AVG art. 15
// and 20).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/render/student_data.h"
#include "cli/render/student_runs.h"
#include "cli/retention_terms.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

struct StudentExport {
    std::string student;
    std::vector<store::ExportedEntry> entries;
    StudentRuns runs;
    std::optional<StudentData> data;        // without data: nothing is said of what they hold
    const RetentionTerms* terms = nullptr;  // without packs: nothing is said of what it is for
};

// Without colours and columns, and nothing left out for any reader.
[[nodiscard]] std::string export_text(const StudentExport& of, const std::string& store, Language language);
[[nodiscard]] std::string export_json(const StudentExport& of);

}  // namespace wegwijzer::cli
