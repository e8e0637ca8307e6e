#include "engine/execute/signal_states.h"

#include <bit>

#include "engine/execute/batch.h"
#include "engine/execute/bind.h"

namespace wegwijzer::execute {

std::vector<SignalState> signal_states(const program::Program& program, model::SignalId signal, const Cohort& cohort,
                                       Date reference_date) {
    std::vector<SignalState> states(cohort.students);
    if (states.empty()) return states;
    const Bound bound = bind(program, cohort, reference_date);
    Batch batch(bound, cohort.students);
    batch.run(0, cohort.students);
    const Cells& cells = batch.cells(program.signals[signal.index()].value);
    for (std::size_t row = 0; row < states.size(); ++row) {
        states[row].status = static_cast<model::SignalStatus>(cells.bytes[row]);
        if (states[row].status != model::SignalStatus::active) continue;
        states[row].severity = static_cast<model::Severity>(std::countr_zero(cells.upper_bytes[row]));
    }
    return states;
}

}  // namespace wegwijzer::execute
