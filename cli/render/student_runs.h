// What kept runs hold of one student: a part of what is handed over to that student.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/json/writer.h"
#include "engine/keep/kept_rules.h"
#include "engine/keep/kept_student.h"
#include "store/runs/run.h"

namespace wegwijzer::cli {

struct StudentRun {
    store::RunHeader header;
    keep::KeptStudent student;
};
struct StudentRuns {
    std::vector<StudentRun> runs;                  // by number
    std::map<std::string, keep::KeptRules> rules;  // by the hash of the rules of the run
};

// With the titles that the rules of each run gave.
[[nodiscard]] std::string student_runs_text(const StudentRuns& of, Language language);
void write_student_runs(json::Writer& writer, const StudentRuns& of);

}  // namespace wegwijzer::cli
