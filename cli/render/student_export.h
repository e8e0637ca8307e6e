// All that the store holds of one student, to hand over: to read, and to take along to another system (AVG art. 15 and 20).
#pragma once

#include <string>
#include <vector>

#include "cli/retention_terms.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

struct StudentExport {
    std::string student;
    std::vector<store::ExportedEntry> entries;
    const RetentionTerms* terms = nullptr;  // without packs: nothing is said of what it is for
};

// Without colours and columns, and nothing left out for any reader.
[[nodiscard]] std::string export_text(const StudentExport& of, const std::string& store, Language language);
[[nodiscard]] std::string export_json(const StudentExport& of);

}  // namespace wegwijzer::cli
