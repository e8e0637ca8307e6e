// One signal of one student, as it is and as it would be: by engine/trace, or many at once by engine/execute.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/margins/offer.h"
#include "engine/margins/prepared.h"
#include "engine/margins/record.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

// None: undetermined. Severity::none: not active, or not applicable.
using State = std::optional<model::Severity>;

[[nodiscard]] State state_of(const model::SignalOutcome& outcome);

class Judge {
  public:
    // `rules` and `prepared` must outlive it.
    Judge(const model::RuleSet& rules, const Prepared& prepared, const Cohort& cohort, std::size_t student,
          Date reference_date, model::SignalId signal);
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;
    ~Judge() = default;

    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] const Schema& schema() const { return *rules_->schema; }
    [[nodiscard]] const Cohort& record() const { return record_.cohort(); }  // of one: what is read
    [[nodiscard]] const Reads& reads() const { return prepared_->reads; }
    [[nodiscard]] Date reference_date() const { return reference_date_; }
    [[nodiscard]] const trace::Trace& trace() const { return trace_; }  // of the signal as it is
    [[nodiscard]] State state() const { return state_of(trace_.outcome.signals.front()); }

    [[nodiscard]] trace::Trace trace_with(const change::Changes& changes, Date day);
    [[nodiscard]] State state_with(const change::Changes& changes, Date day);
    // The same of many at once, by the fast evaluator: quick, but what is handed out goes by engine/trace. Of variants in
    // which events come to one series that the rules can't tell apart, one is evaluated.
    [[nodiscard]] std::vector<State> states_with(std::span<const change::Changes> variants, Date day) const;
    [[nodiscard]] State state_on(Date day) const;  // nothing changed

  private:
    [[nodiscard]] std::vector<State> evaluate(std::span<const change::Changes> variants, Date day) const;

    const model::RuleSet* rules_;
    const Prepared* prepared_;
    model::SignalId signal_;
    Date reference_date_;
    Record record_;
    trace::Trace trace_;
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
