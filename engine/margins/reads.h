// What the conditions of a signal read of the student's data, and what they compare it with: where a change may matter.
#pragma once

#include <string>
#include <vector>

#include "engine/margins/axis.h"
#include "engine/model/rule_set.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

struct SeriesRead {
    SeriesId series;
    std::vector<SeriesFieldId> fields;     // in filters, aggregated, or of `geldt laatste per`; not the date. Sorted.
    std::vector<model::PeriodId> periods;  // of its selections
};
struct Reads {
    std::vector<FieldId> fields;     // of the student, that the conditions name; without the key. Sorted.
    bool counts_from_start = false;  // a fase or a period does: that reads the start date, which is not up for a change
    std::vector<SeriesRead> series;
    std::vector<model::ParameterId> parameters;
    std::vector<const model::Literal*> literals;  // of the rule set
    bool calculates = false;                      // more than comparing: arithmetic, a choice between values, a table
    bool reads_day = false;                       // a fase, a period or the peildatum: it may turn with time alone

    [[nodiscard]] const SeriesRead& of(SeriesId id) const;  // it is read
};
[[nodiscard]] Reads reads_of(const model::RuleSet& rules, model::SignalId signal);

// The values that the conditions compare with, on this day, for this student.
struct Thresholds {
    std::vector<Threshold> numbers;  // dates among them
    std::vector<std::string> texts;  // each once
};
// `trace` is that of the signal.
[[nodiscard]] Thresholds thresholds_of(const model::RuleSet& rules, const Reads& reads, const Cohort& cohort,
                                       std::size_t student, Date day, const trace::Trace& trace);

}  // namespace wegwijzer::margins
