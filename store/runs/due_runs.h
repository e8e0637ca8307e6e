// Kept runs that are past their term, and what kept runs hold of one student. All of it throws a Failure; nothing here begins or
// ends a transaction.
//
// A run goes as a whole: its lines are blanked, as those of a student who is forgotten are, and its header stays, which names no
// student; so the chain still verifies.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "store/database.h"
#include "store/runs/run.h"

namespace wegwijzer::store {

// The last day on which a run is kept that was made with these rules, as it describes them. std::nullopt: no end is known.
using RunKeptUntil = std::function<std::optional<Date>(const RunHeader& run, const std::string& rules)>;

struct RunWithStudents {
    RunHeader header;
    std::int64_t students = 0;  // of which something is kept
};
struct RunsReview {
    std::vector<RunWithStudents> due;  // by number, as the others
    std::vector<RunWithStudents> kept;
};
// Runs without a student left are in neither.
[[nodiscard]] RunsReview review_runs(Database& database, const RunKeptUntil& kept_until, Date day);

// How many lines of runs these have together.
[[nodiscard]] std::int64_t lines_in(const std::vector<RunWithStudents>& runs);
// Whose lines those are.
void add_students_of(Database& database, const std::vector<RunWithStudents>& runs, std::set<std::string>& students);

// Blanks the lines of the run that are left.
void erase_run(Database& database, RunNumber run);

// How many runs hold something of this student, and what each holds, by number.
[[nodiscard]] std::int64_t count_runs_of(Database& database, const std::string& student);
struct StudentInRun {
    RunHeader header;
    std::string content;
};
[[nodiscard]] std::vector<StudentInRun> read_runs_of(Database& database, const std::string& student);

}  // namespace wegwijzer::store
