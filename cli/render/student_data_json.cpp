// For programs: values as data files hold them.
#include "cli/render/student_data.h"
#include "engine/explain/field_value_json.h"

namespace wegwijzer::cli {
namespace {

// Precondition: it is known.
model::FieldValue value_in(const Column& column, std::size_t row) {
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return column.text_at(row);
        case FieldKind::choice: return model::ChoiceValue{static_cast<std::uint32_t>(column.raw_at(row))};
        case FieldKind::date: return column.date_at(row);
        case FieldKind::boolean: return column.boolean_at(row);
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: break;
    }
    return column.decimal_at(row);
}

void write_values(json::Writer& writer, const std::vector<Field>& fields, const std::vector<Column>& columns,
                  std::size_t row) {
    writer.begin_object();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        writer.key(fields[i].name);
        if (columns[i].is_known(row)) {
            explain::write_field_value(writer, fields[i].type, value_in(columns[i], row));
        } else {
            writer.null();
        }
    }
    writer.end_object();
}

void write_events(json::Writer& writer, const Series& series, const SeriesData& data, std::size_t row) {
    writer.begin_object();
    writer.key("series").string(series.plural);
    writer.key("complete_to")
        .string_or_null(data.complete_to ? std::optional(to_iso(*data.complete_to)) : std::nullopt);
    writer.key("events").begin_array();
    for (std::uint32_t event = data.offsets[row]; event < data.offsets[row + 1]; ++event)
        write_values(writer, series.fields, data.columns, event);
    writer.end_array().end_object();
}

}  // namespace

void write_student_data(json::Writer& writer, const StudentData& data) {
    const Cohort& cohort = data.read.cohort;
    const Schema& schema = *cohort.schema;
    writer.begin_object();
    writer.key("source").string(data.name);
    writer.key("student");
    if (data.row) {
        write_values(writer, schema.student_fields, cohort.columns, *data.row);
    } else {
        writer.null();
    }
    writer.key("series").begin_array();
    for (std::size_t i = 0; data.row && i < schema.series.size(); ++i) {
        if (cohort.series[i].supplied_for(*data.row)) {
            write_events(writer, schema.series[i], cohort.series[i], *data.row);
        }
    }
    writer.end_array();
    writer.key("unreadable_cells").integer(static_cast<std::int64_t>(data.read.report.invalid_cell_count()));
    writer.key("set_aside_rows").integer(static_cast<std::int64_t>(data.read.report.set_aside_count()));
    writer.end_object();
}

}  // namespace wegwijzer::cli
