#include "engine/keep/student_records.h"

#include <cstring>
#include <string_view>
#include <utility>

namespace wegwijzer::keep {
namespace {

// Stands where else the length of a name would.
constexpr std::int64_t end_of_event = -1;

// Every part says how long it is or has one length, so that no two lists of values give the same bytes.
class RecordBytes {
  public:
    explicit RecordBytes(RecordsPart part) : part_(part) {}

    // An unknown value is not there.
    void value(const Field& field, const PrivacyClass& of_series, const Column& column, std::size_t row) {
        if (!is_of_part(field.privacy, of_series) || !column.is_known(row)) return;
        text(field.name);
        switch (column.kind()) {
            case FieldKind::key:
            case FieldKind::text: text(column.text_at(row)); break;
            case FieldKind::choice: text(field.type.choices[static_cast<std::size_t>(column.raw_at(row))].name); break;
            case FieldKind::date:
            case FieldKind::boolean: number(column.raw_at(row)); break;
            case FieldKind::number:
            case FieldKind::integer:
            case FieldKind::grade:
            case FieldKind::percentage:
            case FieldKind::duration: number(column.decimal_at(row).micros()); break;
        }
    }

    // A series without events is not the same as one that was not supplied.
    void series(const Series& series, const SeriesData& data, std::size_t student) {
        if (!data.supplied_for(student)) return;
        const std::uint32_t first = data.offsets[student];
        const std::uint32_t last = data.offsets[student + 1];
        text(series.plural);
        number(data.complete_to ? std::int64_t{data.complete_to->days()} : 0);
        number(data.complete_to ? 1 : 0);
        number(last - first);
        for (std::uint32_t event = first; event < last; ++event) {
            for (std::size_t i = 0; i < series.fields.size(); ++i) {
                value(series.fields[i], series.privacy, data.columns[i], event);
            }
            number(end_of_event);
        }
    }

    // Has the series anything that belongs to this part? Its existence does when the class is its own.
    [[nodiscard]] bool takes(const Series& series) const {
        if (part_ == RecordsPart::open) return !series.privacy.is_confidential() && !series.privacy.audit_only;
        for (const Field& field : series.fields) {
            if (is_of_part(field.privacy, series.privacy)) return true;
        }
        return false;
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    [[nodiscard]] bool is_of_part(const PrivacyClass& own, const PrivacyClass& of_series) const {
        if (part_ == RecordsPart::followups || part_ == RecordsPart::consents) return true;
        if (own.audit_only || of_series.audit_only) return false;
        return (own.is_confidential() || of_series.is_confidential()) == (part_ == RecordsPart::confidential);
    }
    void number(std::int64_t value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        bytes_.append(bytes, sizeof value);
    }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        bytes_ += value;
    }

    RecordsPart part_;
    std::string bytes_;
};

std::string recorded(const Cohort& cohort, std::size_t student, RecordsPart part, SeriesId id) {
    if (id.is_none()) return {};
    const SeriesData& data = cohort.series[id.index()];
    if (!data.supplied_for(student) || data.offsets[student] == data.offsets[student + 1]) return {};
    RecordBytes bytes(part);
    bytes.series(cohort.schema->series[id.index()], data, student);
    return bytes.take();
}

}  // namespace

std::string records_of(const Cohort& cohort, std::size_t student, RecordsPart part) {
    const Schema& schema = *cohort.schema;
    if (part == RecordsPart::followups) return recorded(cohort, student, part, schema.followups);
    if (part == RecordsPart::consents) return recorded(cohort, student, part, schema.consents);
    RecordBytes bytes(part);
    for (std::size_t i = 0; i < schema.student_fields.size(); ++i) {
        bytes.value(schema.student_fields[i], {}, cohort.columns[i], student);
    }
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        if (SeriesId(i) == schema.followups || SeriesId(i) == schema.consents) continue;
        if (bytes.takes(schema.series[i])) bytes.series(schema.series[i], cohort.series[i], student);
    }
    return bytes.take();
}

}  // namespace wegwijzer::keep
