// One signal of one student, as it is and as it would be.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "engine/margins/offer.h"
#include "engine/margins/reads.h"
#include "engine/margins/record.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

// None: undetermined. Severity::none: not active, or not applicable.
using State = std::optional<model::Severity>;

[[nodiscard]] State state_of(const model::SignalOutcome& outcome);

// All that the answer of a signal can depend on of events that are added.
struct EventLook {
    SeriesId series;
    std::size_t count = 0;
    Date judged;
    std::vector<Tri> passes;                               // by SeriesRead::uses
    std::vector<std::optional<model::FieldValue>> values;  // by field of the series; none where nothing looks at it
    friend bool operator<(const EventLook& one, const EventLook& other);
};

class Judge {
  public:
    // `rules` must outlive it.
    Judge(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
          model::SignalId signal);
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;
    ~Judge() = default;

    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] const Schema& schema() const { return *rules_->schema; }
    [[nodiscard]] const Cohort& record() const { return record_.cohort(); }  // of one: what is read
    [[nodiscard]] const Reads& reads() const { return reads_; }
    [[nodiscard]] Date reference_date() const { return reference_date_; }
    [[nodiscard]] const trace::Trace& trace() const { return trace_; }  // of the signal as it is
    [[nodiscard]] State state() const { return state_of(trace_.outcome.signals.front()); }

    [[nodiscard]] trace::Trace trace_with(const change::Changes& changes, Date day);
    [[nodiscard]] State state_with(const change::Changes& changes, Date day);
    // With `count` events more, alike, with these values. Does not evaluate again what looks the same to the signal: an
    // event that passes the same filters, and has the same in the fields that are calculated with where it does.
    [[nodiscard]] State state_with(const SeriesRead& read, std::size_t count,
                                   const std::vector<std::optional<model::FieldValue>>& values, Date day);
    [[nodiscard]] State state_on(Date day) const;  // nothing changed

  private:
    const model::RuleSet* rules_;
    model::SignalId signal_;
    Date reference_date_;
    Reads reads_;
    Record record_;
    trace::Trace trace_;
    std::map<EventLook, State> states_;
};

// A change of state that is looked for.
struct Goal {
    Effect effect = Effect::ends;
    model::Severity severity = model::Severity::none;  // Effect::severity: this one

    [[nodiscard]] bool is_reached(const State& state) const;
};
// What can become of a signal that is in this state, which is known.
[[nodiscard]] std::vector<Goal> goals_of(const model::Signal& signal, model::Severity state);

}  // namespace wegwijzer::margins
