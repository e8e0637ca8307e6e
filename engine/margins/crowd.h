// One record in many variants: a cohort in which every student is the same one with other changes, to judge all at once.
#pragma once

#include <span>

#include "engine/change/change.h"
#include "engine/margins/reads.h"

namespace wegwijzer::margins {

// `record`: a cohort of one (record.h). Student i of the result has the changes variants[i]: fields and series that are read;
// the events that come to one series stand on one day. What is not read is empty, as in the record.
[[nodiscard]] Cohort crowd_of(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants);

// The same, but with of `series` no events than those that come to it, one for each that comes some times.
[[nodiscard]] Cohort newcomers_of(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants,
                                  SeriesId series);

// As change::append of change::value_of, without the detour.
void append_row(ColumnBuilder& builder, const Column& column, std::size_t row);

// Where events of `day` (none: undated) come to stand: behind those of that day, before those without one.
[[nodiscard]] std::size_t place_of(const Column& dates, std::size_t rows, const std::optional<model::FieldValue>& day);

}  // namespace wegwijzer::margins
