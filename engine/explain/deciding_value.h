// The one comparison that makes a signal hold for a student: what was measured, and the threshold it passed.
#pragma once

#include "engine/base/language.h"
#include "engine/explain/shown_value.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::explain {

struct DecidingValue {
    Phrase value;          // "48%", "2 toetsen"; empty: no comparison says more than the title
    ShownValue threshold;  // "70%": where the signal begins; empty where the value says it all
    friend bool operator==(const DecidingValue&, const DecidingValue&) = default;
};

struct SignalAtHand {
    const model::RuleSet& rules;
    const Cohort& cohort;
    std::size_t student = 0;
    Date reference_date;
    model::SignalId signal;
    Node place;  // of this signal, in the tree of the student's explanation
};

// From the trace of this student for this signal. Of several comparisons that hold together the first that measures
// something counts, else how many events there were, when that is more than one. Where a lower ernst holds by a comparison
// of the same value, its threshold is shown: that is where the signal begins. Empty when the signal is not active.
// Precondition: the reader may see the signal.
[[nodiscard]] DecidingValue deciding_value(const SignalAtHand& at_hand, Language language);

}  // namespace wegwijzer::explain
