// What the search needs to know of a signal, whoever the student is.
#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "engine/execute/discernment.h"
#include "engine/margins/reads.h"
#include "engine/program/program.h"

namespace wegwijzer::margins {

// Of a series that it reads.
struct PreparedEvents {
    execute::Discernment discernment;
    Reads reads;  // what that looks at
};
struct Prepared {
    Reads reads;
    program::Program program;            // of this signal alone
    std::vector<PreparedEvents> events;  // by place in reads.series
};

// Made when a signal is first asked for, and then the same for all students. Threads may ask at the same time.
class Preparations {
  public:
    // `rules` must outlive it.
    explicit Preparations(const model::RuleSet& rules);

    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] const Prepared& of(model::SignalId signal) const;

  private:
    struct Place {
        std::once_flag once;
        std::optional<Prepared> prepared;
    };
    const model::RuleSet* rules_;
    mutable std::vector<Place> places_;  // by SignalId
};

}  // namespace wegwijzer::margins
