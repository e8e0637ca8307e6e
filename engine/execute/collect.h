// Puts the outcomes of a batch into the table. Rows of the columns are those of the whole cohort, so that threads write
// beside each other; reasons are collected per thread and joined afterwards.
#pragma once

#include <vector>

#include "engine/execute/attribution.h"
#include "engine/execute/batch.h"
#include "engine/execute/outcome_table.h"
#include "engine/execute/set_pool.h"

namespace wegwijzer::execute {

// The table with columns for all students, still empty.
[[nodiscard]] OutcomeTable make_table(const program::Program& program, std::size_t students);

class Collector {
  public:
    Collector(const Batch& batch, OutcomeTable& table, std::size_t most_students);
    void collect();
    // Adds the reasons found to the table, behind those of earlier students.
    void hand_over();

  private:
    void collect_signal(std::size_t signal);
    void collect_policy(std::size_t policy);
    void collect_plan(std::size_t plan);
    void collect_condition(const program::ConditionProgram& condition, ConditionColumn& column, Reasons& reasons);
    void collect_term(const program::TermProgram& term, TermColumn& column, Reasons& reasons);
    // The signals that pass a filter of the first `of_condition` selections into `passing`, those that may pass any into
    // `may_pass`.
    void collect_selections(const std::vector<program::SelectionProgram>& selections, std::size_t of_condition,
                            std::vector<std::uint64_t>& passing, std::vector<std::uint64_t>& may_pass);
    [[nodiscard]] Reason reason(std::size_t row);

    const Batch& batch_;
    const program::Program& program_;
    OutcomeTable& table_;
    SetPool pool_;
    Attribution attribution_;
    // As the table's columns with reasons, in the order of Collector::for_each_column.
    std::vector<Reasons> reasons_;
    std::size_t next_ = 0;
};

}  // namespace wegwijzer::execute
