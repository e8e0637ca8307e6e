// The dated events that a signal rests on, as plain facts: "motivatie: 5 (15 september) en 4 (12 oktober)". Taken from the
// steps of the trace through which the condition is true, so that nothing stands here that the rule did not look at.
// Precondition: the reader may see the signal, and so every field behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/explain/shown_value.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

struct FactValue {
    SeriesFieldId field;
    std::string text;
    trace::StepId step;  // the aggregate that looked at it
    ShownValue shown;    // on a student's own page, as all that is shown here
};
struct FactEvent {
    std::uint32_t row = 0;  // in the series
    std::optional<Date> date;
    std::vector<FactValue> values;  // in order of declaration; empty: that it took place is what counts
    ShownValue day;
};
struct Fact {
    SeriesId series;
    std::vector<FactEvent> events;  // by date, those without one last; never empty
    std::size_t first = 0;          // of the events that are told
    ShownValue earlier;             // how many are not
};

// Of a signal that is active: its facts, one per series, in the order of the condition.
[[nodiscard]] std::vector<Fact> facts_of(const model::RuleSet& rules, const Cohort& cohort, const trace::Trace& trace,
                                         model::SignalId signal, Language language);

}  // namespace wegwijzer::explain
