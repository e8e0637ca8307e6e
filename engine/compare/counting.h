// Counts what differs between where each student stood and where they stand.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/compare/comparison.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::comparison {

[[nodiscard]] std::optional<std::int64_t> minutes_of(const model::Intervention& intervention);

class DifferenceCounter {
  public:
    // What the numbers in a Standing count; all of them before the first student.
    void add_signal(Named named, model::SignalKind kind);
    void add_intervention(Named named, std::optional<std::int64_t> minutes_before,
                          std::optional<std::int64_t> minutes_after);
    void add_role(Named named);
    // On two days the days of advice differ by themselves: then they make no difference.
    void leave_out_days() { days_count_ = false; }

    // Each student once; true when something differs.
    bool count(const Standing& before, const Standing& after);
    [[nodiscard]] std::vector<AdviceDifference> differences(const Standing& before, const Standing& after) const;
    [[nodiscard]] Comparison& result() { return result_; }
    // Once, behind the last.
    [[nodiscard]] Comparison finish();

  private:
    static void count_load(Load& load, std::optional<std::int64_t> minutes);

    Comparison result_;
    std::vector<std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>> minutes_;  // by intervention
    std::vector<RoleTotals> roles_;
    bool days_count_ = true;
};

}  // namespace wegwijzer::comparison
