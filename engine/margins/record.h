// The data of one student as far as one signal reads them, to be changed and changed back: much cheaper than a cohort made
// anew for each value that is tried. Fields and series that the signal does not read are empty, also in a series that it
// reads: nothing may look at them.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "engine/change/change.h"
#include "engine/margins/reads.h"

namespace wegwijzer::margins {

class Record {
  public:
    Record(const Cohort& cohort, std::size_t student, const Reads& reads);

    [[nodiscard]] const Cohort& cohort() const { return cohort_; }  // of one
    // What `look` makes of the cohort with `changes`: fields of the student, and events added. Both only of what is read; the
    // events of one series stand together, and are of one day.
    template <class Look>
    auto with(const change::Changes& changes, Look look) {
        for (const change::FieldChange& one : changes.fields) set(one);
        const std::span<const change::AddedEvent> added = changes.added;
        for (std::size_t from = 0, to = 0; from < added.size(); from = to) {
            while (to < added.size() && added[to].series == added[from].series) ++to;
            add(added.subspan(from, to - from));
        }
        auto result = look(std::as_const(cohort_));
        undo();
        return result;
    }

  private:
    void set(const change::FieldChange& change);
    void add(std::span<const change::AddedEvent> events);  // of one series
    void undo();

    const Reads& reads_;
    Cohort cohort_;
    std::vector<std::pair<FieldId, Column>> fields_before_;
    std::vector<std::pair<SeriesId, SeriesData>> series_before_;
};

}  // namespace wegwijzer::margins
