// A folder of its own for each test, gone afterwards; and entries to put in a store.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "store/case_store.h"
#include "tests/support/temporary_folder.h"

namespace wegwijzer::store::testing {

using test::TemporaryFolder;

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

inline constexpr const char* some_time = "2026-11-02T09:30:00Z";

inline Entry planned_talk(const std::string& student = "S1") {
    Entry entry;
    entry.student = student;
    entry.intervention = "gesprek";
    entry.role = "slber";
    entry.status = FollowUpStatus::planned;
    entry.date = *parse_iso_date("2026-09-23");
    entry.planned_on = parse_iso_date("2026-10-08");
    entry.recorded_by = "M. de Vries";
    return entry;
}

inline Entry given_consent(const std::string& student = "S1") {
    Entry entry;
    entry.kind = EntryKind::consent;
    entry.student = student;
    entry.intervention = "verkenning";
    entry.consent = ConsentStatus::given;
    entry.date = *parse_iso_date("2026-09-28");
    entry.recorded_by = "M. de Vries";
    return entry;
}

inline Answer<CaseStore> open_store(const std::string& path) {
    return CaseStore::open(path, {.may_create = true, .patience = std::chrono::milliseconds(100)});
}

// The code of the finding, or nothing when it worked.
template <class Result>
std::string code_of(const Answer<Result>& answer) {
    return answer.problem ? std::string(entry(answer.problem->code).code) : std::string();
}

}  // namespace wegwijzer::store::testing
