#include "engine/trace/missing.h"

#include <algorithm>

namespace wegwijzer::trace {
namespace {

template <class T>
void insert_sorted(std::vector<T>& set, const T& one) {
    const auto place = std::lower_bound(set.begin(), set.end(), one);
    if (place == set.end() || !(*place == one)) set.insert(place, one);
}

}  // namespace

void add(model::MissingSet& set, const model::Missing& one) { insert_sorted(set, one); }

void add(model::MissingSet& set, const model::MissingSet& more) {
    for (const model::Missing& one : more) insert_sorted(set, one);
}

void add(model::FaultSet& set, const model::Fault& one) { insert_sorted(set, one); }

void add(model::FaultSet& set, const model::FaultSet& more) {
    for (const model::Fault& one : more) insert_sorted(set, one);
}

model::Missing missing_field(FieldId field) {
    model::Missing result;
    result.student_field = field;
    return result;
}

model::Missing missing_series(SeriesId series) {
    model::Missing result;
    result.series = series;
    return result;
}

model::Missing missing_series_field(SeriesId series, SeriesFieldId field) {
    model::Missing result;
    result.series = series;
    result.series_field = field;
    return result;
}

}  // namespace wegwijzer::trace
