// Every step of the evaluation of one student as JSON, for those who look into rules: the steps below the signals and
// policies that the reader may see, each once, with its children by number.
#pragma once

#include "engine/explain/report.h"
#include "engine/json/writer.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

void write_trace(json::Writer& writer, const Redactor& redactor, const Cohort& cohort, std::size_t student,
                 Date reference_date, const trace::Trace& trace);

}  // namespace wegwijzer::explain
