// One CSV file: its dialect, its header, and its rows into a cohort.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/io/read.h"

namespace wegwijzer::io {

void read_student_file(const Schema& schema, const DataFile& file, CohortBuilder& builder, ReadReport& report);
// Students must have been read before.
void read_series_file(const Schema& schema, SeriesId series, const DataFile& file, CohortBuilder& builder,
                      ReadReport& report);
// The same. A row of somebody who is not in the data is no fault in them: one note names who they are.
void read_recorded_file(const Schema& schema, const RecordedSeries& recorded, CohortBuilder& builder,
                        ReadReport& report);
// `bijgewerkt.csv`: up to which day a series is complete.
void read_completeness_file(const Schema& schema, const DataFile& file, CohortBuilder& builder, ReadReport& report);

}  // namespace wegwijzer::io
