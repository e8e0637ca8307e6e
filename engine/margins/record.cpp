#include "engine/margins/record.h"

#include <algorithm>
#include <numeric>

#include "engine/margins/crowd.h"

namespace wegwijzer::margins {
namespace {

// The part of `column` in rows from..to.
Column part_of(const Column& column, FieldKind kind, std::size_t from, std::size_t to) {
    ColumnBuilder builder(kind);
    for (std::size_t row = from; row < to; ++row) append_row(builder, column, row);
    return std::move(builder).finish();
}

}  // namespace

Record::Record(const Cohort& cohort, std::size_t student, const Reads& reads) : reads_(reads) {
    const Schema& schema = *cohort.schema;
    cohort_.schema = cohort.schema;
    cohort_.students = 1;
    cohort_.columns.resize(cohort.columns.size());
    const auto take = [&](FieldId field) {
        cohort_.columns[field.index()] =
            part_of(cohort.columns[field.index()], schema.field(field).type.kind, student, student + 1);
    };
    for (const FieldId field : reads.fields) take(field);
    if (reads.counts_from_start && schema.start) take(schema.start);

    cohort_.series.resize(cohort.series.size());
    for (const SeriesRead& read : reads.series) {
        const Series& declared = schema.series_of(read.series);
        const SeriesData& data = cohort.series[read.series.index()];
        SeriesData& mine = cohort_.series[read.series.index()];
        mine.supplied = data.supplied_for(student);
        mine.complete_to = data.complete_to;
        mine.offsets = {0, 0};
        mine.columns.resize(data.columns.size());
        if (!mine.supplied) continue;
        const std::size_t from = data.offsets[student];
        const std::size_t to = data.offsets[student + 1];
        mine.offsets[1] = static_cast<std::uint32_t>(to - from);
        const auto copy = [&](SeriesFieldId field) {
            mine.columns[field.index()] =
                part_of(data.columns[field.index()], declared.fields[field.index()].type.kind, from, to);
        };
        copy(declared.date_field);
        for (const SeriesFieldId field : read.fields) copy(field);
    }
}

void Record::set(const change::FieldChange& change) {
    Column& column = cohort_.columns[change.field.index()];
    ColumnBuilder builder(cohort_.schema->field(change.field).type.kind);
    change::append(builder, change.value);
    fields_before_.emplace_back(change.field, std::exchange(column, std::move(builder).finish()));
}

void Record::add(std::span<const change::AddedEvent> events) {
    const change::AddedEvent& added = events.front();
    const auto read = std::ranges::find(reads_.series, added.series, &SeriesRead::series);
    const Series& declared = cohort_.schema->series_of(added.series);
    SeriesData& data = cohort_.series[added.series.index()];
    const std::size_t rows = data.offsets[1];
    const std::size_t date = declared.date_field.index();
    const std::size_t at = place_of(data.columns[date], rows, added.values[date]);
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = events.size(); i-- > 0;) {
        const auto row = static_cast<std::uint32_t>(rows + i);
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), events[i].times, row);
    }
    SeriesData changed;
    changed.supplied = true;
    changed.complete_to = data.complete_to;
    changed.offsets = {0, static_cast<std::uint32_t>(order.size())};
    changed.columns.resize(data.columns.size());
    const auto rebuild = [&](SeriesFieldId field) {
        const Column& column = data.columns[field.index()];
        ColumnBuilder builder(declared.fields[field.index()].type.kind);
        for (std::size_t row = 0; row < rows; ++row) append_row(builder, column, row);
        for (const change::AddedEvent& event : events) change::append(builder, event.values[field.index()]);
        changed.columns[field.index()] = std::move(builder).finish(order);
    };
    rebuild(declared.date_field);
    for (const SeriesFieldId field : read->fields) rebuild(field);
    series_before_.emplace_back(added.series, std::exchange(data, std::move(changed)));
}

void Record::undo() {
    for (auto& [field, column] : fields_before_) cohort_.columns[field.index()] = std::move(column);
    for (auto& [series, data] : series_before_) cohort_.series[series.index()] = std::move(data);
    fields_before_.clear();
    series_before_.clear();
}

}  // namespace wegwijzer::margins
