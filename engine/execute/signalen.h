// A signal as an event of the series `signalen`, for one student (docs/semantics.md, "Signals").
#pragma once

#include <cstdint>
#include <optional>

#include "engine/execute/batch.h"
#include "engine/model/outcome.h"

namespace wegwijzer::execute {

struct SignalEvent {
    Tri passes = Tri::no;                      // in, maybe or out
    bool is_skipped = false;                   // it has no value of the field
    bool is_open = false;                      // its severity is a set: no value yet
    std::int64_t value = 0;                    // severity 0..3, factor or cluster index, weight in micros
    std::optional<model::SignalId> undecided;  // a maybe because the signal is undetermined
};

// Pair `index` of the operands of `instruction`, one of the signals_* opcodes.
[[nodiscard]] SignalEvent signal_event(const Batch& batch, const Instruction& instruction, std::size_t index,
                                       std::size_t row);

}  // namespace wegwijzer::execute
