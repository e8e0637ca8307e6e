#include "engine/margins/crowd.h"

#include <algorithm>
#include <utility>

namespace wegwijzer::margins {
namespace {

// As change::append of change::value_of, without the detour.
void append_row(ColumnBuilder& builder, const Column& column, std::size_t row) {
    if (!column.is_known(row)) return builder.append_unknown();
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return builder.append_text(column.text_at(row));
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: return builder.append(column.decimal_at(row));
        case FieldKind::date: return builder.append(column.date_at(row));
        case FieldKind::boolean: return builder.append_boolean(column.boolean_at(row));
        case FieldKind::choice: return builder.append_choice(static_cast<std::uint32_t>(column.raw_at(row)));
    }
}

class Crowd {
  public:
    Crowd(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants)
        : record_(record), reads_(reads), schema_(*record.schema), variants_(variants) {
        cohort_.schema = record.schema;
        cohort_.students = variants.size();
        cohort_.columns.resize(record.columns.size());
        cohort_.series.resize(record.series.size());
    }

    Cohort make() && {
        for (const FieldId field : reads_.fields) fill(field);
        if (reads_.counts_from_start && schema_.start) fill(schema_.start);
        for (const SeriesRead& read : reads_.series) fill(read);
        return std::move(cohort_);
    }

  private:
    void fill(FieldId field) {
        const Column& column = record_.columns[field.index()];
        ColumnBuilder builder(schema_.field(field).type.kind);
        for (const change::Changes& variant : variants_) {
            const auto changed = std::ranges::find(variant.fields, field, &change::FieldChange::field);
            if (changed != variant.fields.end()) {
                change::append(builder, changed->value);
            } else {
                append_row(builder, column, 0);
            }
        }
        cohort_.columns[field.index()] = std::move(builder).finish();
    }

    void fill(const SeriesRead& read) {
        const SeriesData& data = record_.series[read.series.index()];
        const Series& declared = schema_.series_of(read.series);
        SeriesData& made = cohort_.series[read.series.index()];
        made.supplied = data.supplied;
        made.complete_to = data.complete_to;
        made.columns.resize(data.columns.size());
        rows_ = data.offsets[1];
        added_.clear();
        std::size_t end = 0;
        made.offsets.push_back(0);
        for (const change::Changes& variant : variants_) {
            Added added;
            for (const change::AddedEvent& event : variant.added) {
                if (event.series == read.series) added.events.push_back(&event);
            }
            if (!added.events.empty()) {
                const std::size_t date = declared.date_field.index();
                added.at = place_of(data.columns[date], rows_, added.events.front()->values[date]);
            }
            end += rows_ + added.events.size();
            made.offsets.push_back(static_cast<std::uint32_t>(end));
            added_.push_back(std::move(added));
        }
        if (!made.supplied) return;
        const auto fill_column = [&](SeriesFieldId field) {
            ColumnBuilder builder(declared.fields[field.index()].type.kind);
            for (const Added& added : added_) fill(builder, data.columns[field.index()], added, field);
            made.columns[field.index()] = std::move(builder).finish();
        };
        fill_column(declared.date_field);
        for (const SeriesFieldId field : read.fields) fill_column(field);
    }

    struct Added {
        std::vector<const change::AddedEvent*> events;
        std::size_t at = 0;
    };
    void fill(ColumnBuilder& builder, const Column& column, const Added& added, SeriesFieldId field) const {
        const std::size_t before = added.events.empty() ? rows_ : added.at;
        for (std::size_t row = 0; row < before; ++row) append_row(builder, column, row);
        for (const change::AddedEvent* event : added.events) change::append(builder, event->values[field.index()]);
        for (std::size_t row = before; row < rows_; ++row) append_row(builder, column, row);
    }

    const Cohort& record_;
    const Reads& reads_;
    const Schema& schema_;
    std::span<const change::Changes> variants_;
    Cohort cohort_;
    std::size_t rows_ = 0;      // of the series at hand, in the record
    std::vector<Added> added_;  // to that one, by variant
};

}  // namespace

Cohort crowd_of(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants) {
    return Crowd(record, reads, variants).make();
}

std::size_t place_of(const Column& dates, std::size_t rows, const std::optional<model::FieldValue>& day) {
    const Date* date = day ? std::get_if<Date>(&*day) : nullptr;
    std::size_t at = 0;
    while (at < rows && dates.is_known(at) && (date == nullptr || dates.date_at(at) <= *date)) ++at;
    return at;
}

}  // namespace wegwijzer::margins
