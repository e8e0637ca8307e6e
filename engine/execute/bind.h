// A program bound to a cohort and a peildatum: what is the same for every batch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/date.h"
#include "engine/program/program.h"
#include "engine/records/cohort.h"

namespace wegwijzer::execute {

struct Bound {
    const program::Program& program;
    const Cohort& cohort;
    Date reference_date;
    // By student field, and by series and field: the program's number of each text of the column's dictionary. Texts that
    // the program does not know get numbers behind its own, the same text the same number. Empty for other columns.
    std::vector<std::vector<std::int64_t>> student_texts;
    std::vector<std::vector<std::vector<std::int64_t>>> series_texts;

    // The field that an instruction names, of its domain or its series.
    [[nodiscard]] const Column& column(SeriesId series, std::uint32_t field) const {
        return series ? cohort.series[series.index()].columns[field] : cohort.columns[field];
    }
    [[nodiscard]] std::span<const std::int64_t> texts(SeriesId series, std::uint32_t field) const {
        return series ? series_texts[series.index()][field] : student_texts[field];
    }
};

// Both must outlive the result.
[[nodiscard]] Bound bind(const program::Program& program, const Cohort& cohort, Date reference_date);

}  // namespace wegwijzer::execute
