#include "engine/change/change.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace wegwijzer::change {
namespace {

using model::FieldValue;

class Copy {
  public:
    Copy(const Cohort& cohort, std::size_t student, const Changes& changes, const Kept& kept)
        : cohort_(cohort), student_(student), changes_(changes), kept_(kept), builder_(cohort.schema) {}

    Cohort make() && {
        builder_.add_student(cohort_.key_of(student_));
        for (std::size_t i = 0; i < cohort_.columns.size(); ++i) copy_field(FieldId(i));
        for (std::size_t i = 0; i < cohort_.series.size(); ++i) copy_series(SeriesId(i));
        return std::move(builder_).finish();
    }

  private:
    void copy_field(FieldId field) {
        if (field == cohort_.schema->key) return;
        const auto changed = std::ranges::find(changes_.fields, field, &FieldChange::field);
        if (changed != changes_.fields.end()) {
            if (changed->value) set(builder_, field, *changed->value);
            return;
        }
        if (kept_.field && !kept_.field(field)) return;
        if (const auto value = value_of(cohort_.columns[field.index()], student_)) set(builder_, field, *value);
    }

    void copy_series(SeriesId id) {
        const SeriesData& data = cohort_.series[id.index()];
        const bool is_kept = !kept_.series || kept_.series(id);
        if (is_kept && data.supplied_for(student_)) {
            builder_.supply(id);
            for (std::size_t row = data.offsets[student_]; row < data.offsets[student_ + 1]; ++row) {
                copy_event(id, data, row);
            }
        }
        if (is_kept && data.complete_to) builder_.complete_to(id, *data.complete_to);
        for (const AddedEvent& added : changes_.added) {
            for (std::size_t i = 0; added.series == id && i < added.times; ++i) add_event(id, added);
        }
    }
    void add_event(SeriesId id, const AddedEvent& added) {
        builder_.add_event(id, 0);
        for (std::size_t field = 0; field < added.values.size(); ++field) {
            if (added.values[field]) set(builder_, id, SeriesFieldId(field), *added.values[field]);
        }
    }

    void copy_event(SeriesId id, const SeriesData& data, std::size_t row) {
        builder_.add_event(id, 0);
        for (std::size_t i = 0; i < data.columns.size(); ++i) {
            const SeriesFieldId field(i);
            if (kept_.series_field && !kept_.series_field(id, field)) continue;
            if (const auto value = value_of(data.columns[i], row)) set(builder_, id, field, *value);
        }
    }

    const Cohort& cohort_;
    std::size_t student_;
    const Changes& changes_;
    const Kept& kept_;
    CohortBuilder builder_;
};

// `place`: a field of the student, or a series and one of its fields.
template <class... Place>
void set_any(CohortBuilder& builder, const FieldValue& value, Place... place) {
    if (const auto* truth = std::get_if<bool>(&value)) {
        builder.set_boolean(place..., *truth);
    } else if (const auto* number = std::get_if<Decimal>(&value)) {
        builder.set(place..., *number);
    } else if (const auto* date = std::get_if<Date>(&value)) {
        builder.set(place..., *date);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        builder.set_text(place..., *text);
    } else if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) {
        builder.set_choice(place..., choice->index);
    }
}

}  // namespace

void set(CohortBuilder& builder, FieldId field, const FieldValue& value) { set_any(builder, value, field); }

void set(CohortBuilder& builder, SeriesId series, SeriesFieldId field, const FieldValue& value) {
    set_any(builder, value, series, field);
}

void append(ColumnBuilder& builder, const std::optional<FieldValue>& value) {
    if (!value) {
        builder.append_unknown();
    } else if (const auto* truth = std::get_if<bool>(&*value)) {
        builder.append_boolean(*truth);
    } else if (const auto* number = std::get_if<Decimal>(&*value)) {
        builder.append(*number);
    } else if (const auto* date = std::get_if<Date>(&*value)) {
        builder.append(*date);
    } else if (const auto* text = std::get_if<std::string>(&*value)) {
        builder.append_text(*text);
    } else if (const auto* choice = std::get_if<model::ChoiceValue>(&*value)) {
        builder.append_choice(choice->index);
    } else {
        builder.append_unknown();  // no field holds a value of another kind
    }
}

std::optional<FieldValue> value_of(const Column& column, std::size_t row) {
    if (!column.is_known(row)) return std::nullopt;
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return FieldValue{column.text_at(row)};
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: return FieldValue{column.decimal_at(row)};
        case FieldKind::date: return FieldValue{column.date_at(row)};
        case FieldKind::boolean: return FieldValue{column.boolean_at(row)};
        case FieldKind::choice: return FieldValue{model::ChoiceValue{static_cast<std::uint32_t>(column.raw_at(row))}};
    }
    return std::nullopt;
}

Cohort apply(const Cohort& cohort, std::size_t student, const Changes& changes, const Kept& kept) {
    return Copy(cohort, student, changes, kept).make();
}

std::optional<Date> last_day(const Schema& schema, const Changes& changes) {
    std::optional<Date> last;
    for (const AddedEvent& added : changes.added) {
        const SeriesFieldId field = schema.series_of(added.series).date_field;
        if (!field || field.index() >= added.values.size() || !added.values[field.index()]) continue;
        const auto* date = std::get_if<Date>(&*added.values[field.index()]);
        if (date != nullptr && (!last || *last < *date)) last = *date;
    }
    return last;
}

}  // namespace wegwijzer::change
