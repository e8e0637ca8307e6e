// The tables of the run log, read and written. All of it throws a Failure; nothing here begins or ends a transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/runs/run.h"

namespace wegwijzer::store {

// Behind SELECT or UPDATE, with the key of a student as the one value: run by run, as the index has it.
inline constexpr std::string_view of_student_in_runs =
    " WHERE run_student.run IN (SELECT number FROM run) AND run_student.student = ?";

// A student of a kept run; without `student`, salt and content: forgotten.
struct StudentRow {
    std::optional<StudentContent> kept;
    std::string salt;
    std::string commitment;
};

[[nodiscard]] std::vector<RunHeader> read_runs(Database& database);  // by number
void read_students(Database& database, RunNumber run, const std::function<void(StudentRow)>& take);
// What is kept of those who were not forgotten, in the order of their commitments.
[[nodiscard]] std::vector<StudentContent> read_contents(Database& database, RunNumber run);
// The rules as they were described with this hash; empty when they aren't there.
[[nodiscard]] std::string read_rules(Database& database, const std::string& rules_hash);
// Erases all of this student in the runs; how many lines that were. The commitments stay.
[[nodiscard]] std::int64_t forget_in_runs(Database& database, const std::string& student);

// Numbers and chains it behind the newest run. Precondition: inside a transaction.
[[nodiscard]] RunHeader write_run(Database& database, const RunToKeep& run, const std::string& recorded_at);

}  // namespace wegwijzer::store
