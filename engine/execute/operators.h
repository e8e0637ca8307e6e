// The families of operators: each fills the cells of `id` for the rows of the batch.
// Contract: operands have been computed; cells have room; rows behind the last may hold anything.
#pragma once

#include "engine/execute/batch.h"

namespace wegwijzer::execute {

void run_source(Batch& batch, Register id, const Instruction& instruction);      // constant, field, spread
void run_field_test(Batch& batch, Register id, const Instruction& instruction);  // compare_field and its kin
void run_logic(Batch& batch, Register id, const Instruction& instruction);
void run_comparison(Batch& batch, Register id, const Instruction& instruction);
void run_counted_comparison(Batch& batch, Register id, const Instruction& instruction);
void run_severity_comparison(Batch& batch, Register id, const Instruction& instruction);
void run_arithmetic(Batch& batch, Register id, const Instruction& instruction);
void run_choice(Batch& batch, Register id, const Instruction& instruction);  // select, parameter
void run_table(Batch& batch, Register id, const Instruction& instruction);
void run_period(Batch& batch, Register id, const Instruction& instruction);
void run_window(Batch& batch, Register id, const Instruction& instruction);  // window, last_counts, counting
void run_count(Batch& batch, Register id, const Instruction& instruction);
void run_any(Batch& batch, Register id, const Instruction& instruction);  // aantal and som, in enige
void run_longest_run(Batch& batch, Register id, const Instruction& instruction);
void run_aggregate(Batch& batch, Register id, const Instruction& instruction);
void run_signal(Batch& batch, Register id, const Instruction& instruction);
void run_signals(Batch& batch, Register id, const Instruction& instruction);

}  // namespace wegwijzer::execute
