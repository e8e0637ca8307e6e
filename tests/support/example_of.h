// A student of a cohort as a voorbeeld that expects nothing.
#pragma once

#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::test {

[[nodiscard]] model::Example example_of(const Cohort& cohort, std::size_t student, Date on);

}  // namespace wegwijzer::test
