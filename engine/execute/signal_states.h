// How one signal comes out for every student of a cohort, without the reasons: for who tries many values.
#pragma once

#include <vector>

#include "engine/base/date.h"
#include "engine/model/outcome.h"
#include "engine/program/program.h"
#include "engine/records/cohort.h"

namespace wegwijzer::execute {

struct SignalState {
    model::SignalStatus status = model::SignalStatus::not_active;
    model::Severity severity = model::Severity::none;  // none unless it is active
};

// As in the outcomes of engine/trace. `program`: of all rules, or of this signal alone (program::lower_signal). The cohort
// follows its schema; columns and series that the signal does not read may be empty.
[[nodiscard]] std::vector<SignalState> signal_states(const program::Program& program, model::SignalId signal,
                                                     const Cohort& cohort, Date reference_date);

}  // namespace wegwijzer::execute
