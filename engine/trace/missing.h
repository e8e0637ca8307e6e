// Sets of missing fields and of faults: sorted, each once.
#pragma once

#include "engine/model/outcome.h"

namespace wegwijzer::trace {

void add(model::MissingSet& set, const model::Missing& one);
void add(model::MissingSet& set, const model::MissingSet& more);
void add(model::FaultSet& set, const model::Fault& one);
void add(model::FaultSet& set, const model::FaultSet& more);

[[nodiscard]] model::Missing missing_field(FieldId field);
[[nodiscard]] model::Missing missing_series(SeriesId series);
[[nodiscard]] model::Missing missing_series_field(SeriesId series, SeriesFieldId field);

}  // namespace wegwijzer::trace
