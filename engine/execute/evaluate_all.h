// The fast evaluator: one program over all students of a cohort.
#pragma once

#include <cstddef>

#include "engine/base/date.h"
#include "engine/execute/outcome_table.h"
#include "engine/program/program.h"
#include "engine/records/cohort.h"

namespace wegwijzer::execute {

struct Options {
    std::size_t threads = 1;           // the outcome does not depend on it
    std::size_t batch_students = 512;  // nor on this; a multiple of 64
};

// The cohort follows the schema of the program.
[[nodiscard]] OutcomeTable evaluate_all(const program::Program& program, const Cohort& cohort, Date reference_date,
                                        Options options = {});

}  // namespace wegwijzer::execute
