// Random cohorts over the records of rule_writer.h.
#pragma once

#include "engine/records/cohort.h"
#include "tests/support/random.h"

namespace wegwijzer::test {

struct CohortSize {
    std::size_t students = 0;
    std::size_t most_events = 0;  // per student and series
};
[[nodiscard]] Cohort random_cohort(Random& random, std::shared_ptr<const Schema> schema, CohortSize size);
// The one student, in a cohort of their own.
[[nodiscard]] Cohort alone(const Cohort& cohort, std::size_t student);

}  // namespace wegwijzer::test
