// Conditions that decide a signal by themselves: with the other answer of that one alone, the signal would come out otherwise.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "engine/margins/offer.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

// Of the signal whose roots stand at `index` in `trace`: the steps of its comparisons, existences and other conditions that
// are no logic, each once, that decide. None for a signal that is undetermined or not applicable.
[[nodiscard]] std::vector<trace::StepId> decisive_conditions(const model::RuleSet& rules, const trace::Trace& trace,
                                                             model::SignalId signal, std::size_t index);

// What may change the outcome of the signal at `index` of a trace: a thing that only conditions read which come out as they
// may, without the signal coming out otherwise, is not worth a search. True where that can't be told.
using Thing = std::variant<FieldId, SeriesId>;

class Influence {
  public:
    Influence(const model::RuleSet& rules, const trace::Trace& trace, model::SignalId signal, std::size_t index);

    [[nodiscard]] bool of(FieldId field) const;
    [[nodiscard]] bool of(SeriesId series) const;
    [[nodiscard]] bool of(const Thing& thing) const;
    // Of both at once: may the outcome be another, when the conditions that read one of them may come out either way?
    [[nodiscard]] bool of(const Thing& first, const Thing& second) const;
    // Does one condition read both?
    [[nodiscard]] bool share_condition(const Thing& first, const Thing& second) const;
    // How the conditions came out, in an order that is the same for all traces of this signal.
    [[nodiscard]] std::vector<Tri> truths() const;

  private:
    struct Condition {
        trace::StepId step;
        std::vector<FieldId> fields;
        std::vector<SeriesId> series;

        [[nodiscard]] bool reads(const Thing& thing) const;
    };
    [[nodiscard]] bool matters(const std::vector<trace::StepId>& open) const;

    const model::RuleSet& rules_;
    const trace::Trace& trace_;
    model::SignalId signal_;
    std::size_t index_;
    std::vector<Condition> conditions_;
};

// Can an event that comes to the series, or another value of the field, be almost so (below)? Not: whatever the change.
[[nodiscard]] bool may_be_near(const model::RuleSet& rules, const trace::Trace& trace,
                               const std::vector<trace::StepId>& decisive, SeriesId series);
[[nodiscard]] bool may_be_near(const Schema& schema, FieldId field);

// docs/decisions.md, "What is almost so": a step so small that it is worth a word before it happens. `decisive` are those of
// the signal in `trace`.
[[nodiscard]] bool is_near(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date reference_date,
                           const Offer& offer, const trace::Trace& trace, const std::vector<trace::StepId>& decisive);

}  // namespace wegwijzer::margins
