#include "engine/margins/crowd.h"

#include <algorithm>
#include <utility>

namespace wegwijzer::margins {
namespace {

// A column takes the rows of the record once, and the new values behind them; `order` then says which row stands where.
class Crowd {
  public:
    // `newcomers`: the series of which the variants have the events that come to it alone, each once; or none.
    Crowd(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants, SeriesId newcomers)
        : record_(record), reads_(reads), schema_(*record.schema), variants_(variants), newcomers_(newcomers) {
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
        ColumnBuilder builder(column.kind());
        append_row(builder, column, 0);
        order_.assign(variants_.size(), 0);
        for (std::size_t i = 0; i < variants_.size(); ++i) {
            const std::vector<change::FieldChange>& changes = variants_[i].fields;
            const auto changed = std::ranges::find(changes, field, &change::FieldChange::field);
            if (changed == changes.end()) continue;
            order_[i] = static_cast<std::uint32_t>(builder.size());
            change::append(builder, changed->value);
        }
        cohort_.columns[field.index()] = std::move(builder).finish(order_);
    }

    void fill(const SeriesRead& read) {
        const SeriesData& data = record_.series[read.series.index()];
        const Series& declared = schema_.series_of(read.series);
        SeriesData& made = cohort_.series[read.series.index()];
        made.supplied = data.supplied;
        made.complete_to = data.complete_to;
        made.columns.resize(data.columns.size());
        const std::uint32_t rows = read.series == newcomers_ ? 0 : data.offsets[1];
        arrange(read.series, data, rows);
        made.offsets = std::move(offsets_);
        if (!made.supplied) return;
        const auto fill_column = [&](SeriesFieldId field) {
            const Column& column = data.columns[field.index()];
            ColumnBuilder builder(declared.fields[field.index()].type.kind);
            for (std::size_t row = 0; row < rows; ++row) append_row(builder, column, row);
            for (const change::AddedEvent* event : added_) change::append(builder, event->values[field.index()]);
            made.columns[field.index()] = std::move(builder).finish(order_);
        };
        fill_column(declared.date_field);
        for (const SeriesFieldId field : read.fields) fill_column(field);
    }

    // Where the events of the variants begin, and for each of them its row: one of the record's, or of `added_` behind those.
    void arrange(SeriesId series, const SeriesData& data, std::uint32_t rows) {
        const std::size_t date = schema_.series_of(series).date_field.index();
        added_.clear();
        order_.clear();
        offsets_ = {0};
        for (const change::Changes& variant : variants_) {
            std::uint32_t at = rows;
            const std::size_t first = added_.size();
            for (const change::AddedEvent& event : variant.added) {
                if (event.series == series) added_.push_back(&event);
            }
            if (first != added_.size()) {
                at = static_cast<std::uint32_t>(place_of(data.columns[date], rows, added_[first]->values[date]));
            }
            for (std::uint32_t row = 0; row < at; ++row) order_.push_back(row);
            for (std::size_t i = first; i < added_.size(); ++i) {
                const std::size_t times = series == newcomers_ ? 1 : added_[i]->times;
                order_.insert(order_.end(), times, static_cast<std::uint32_t>(rows + i));
            }
            for (std::uint32_t row = at; row < rows; ++row) order_.push_back(row);
            offsets_.push_back(static_cast<std::uint32_t>(order_.size()));
        }
    }

    const Cohort& record_;
    const Reads& reads_;
    const Schema& schema_;
    std::span<const change::Changes> variants_;
    SeriesId newcomers_;
    Cohort cohort_;
    // Of the field or the series at hand.
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> offsets_;
    std::vector<const change::AddedEvent*> added_;
};

}  // namespace

Cohort crowd_of(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants) {
    if (variants.empty()) return {};
    return Crowd(record, reads, variants, {}).make();
}

Cohort newcomers_of(const Cohort& record, const Reads& reads, std::span<const change::Changes> variants,
                    SeriesId series) {
    if (variants.empty()) return {};
    return Crowd(record, reads, variants, series).make();
}

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

std::size_t place_of(const Column& dates, std::size_t rows, const std::optional<model::FieldValue>& day) {
    const Date* date = day ? std::get_if<Date>(&*day) : nullptr;
    std::size_t at = 0;
    while (at < rows && dates.is_known(at) && (date == nullptr || dates.date_at(at) <= *date)) ++at;
    return at;
}

}  // namespace wegwijzer::margins
