// What a run has to say about the packs it uses and about the run as a whole. Nothing here depends on what the reader may
// not see.
#pragma once

#include <string>
#include <vector>

#include "engine/advise/capacity.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/report.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::run {

// Parameters that are used and have no value: the run can't start (exit status 1).
[[nodiscard]] std::vector<Diagnostic> open_choices(const model::RuleSet& rules);

// Each pack in use for itself: outside its validity; without owner, purpose or legal ground. No calendar in force.
// `checked`: what compiling them found.
[[nodiscard]] std::vector<Diagnostic> pack_warnings(const model::RuleSet& rules, const Diagnostics& checked,
                                                    Date reference_date);

[[nodiscard]] std::vector<Diagnostic> capacity_warnings(const model::RuleSet& rules,
                                                        const advise::CapacityCount& count);

// Faults that reached an outcome, one warning per rule and fault, naming the students.
class FaultCount {
  public:
    void add(const std::string& student, const std::vector<explain::FaultReport>& faults);
    [[nodiscard]] std::vector<Diagnostic> warnings() const;

  private:
    struct Entry {
        explain::FaultReport fault;
        std::vector<std::string> students;  // the first few
        std::size_t count = 0;
    };
    std::vector<Entry> entries_;
};

}  // namespace wegwijzer::run
