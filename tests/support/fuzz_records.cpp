#include "tests/support/fuzz_records.h"

#include <algorithm>
#include <set>
#include <string>

#include "engine/base/unicode.h"
#include "engine/io/shown.h"
#include "tests/support/fuzz_check.h"

namespace wegwijzer::test {

namespace {

void check_value(const Column& column, const FieldType& type, std::size_t row) {
    if (!column.is_known(row)) {
        fuzz_require(column.raw_at(row) == 0, "an unknown row holds nothing");
        return;
    }
    switch (type.kind) {
        case FieldKind::key:
        case FieldKind::text: {
            const std::string& text = column.text_at(row);
            fuzz_require(!text.empty(), "an empty text is unknown");
            fuzz_require(is_valid_utf8(text) && text == to_nfc_trimmed(text), "a text is NFC and trimmed");
            break;
        }
        case FieldKind::date: {
            const Date date = column.date_at(row);
            fuzz_require(Date::earliest() <= date && date <= Date::latest(), "a date is within the years 1 to 9999");
            break;
        }
        case FieldKind::boolean: fuzz_require(column.raw_at(row) == 1 || column.raw_at(row) == 0, "a ja/nee"); break;
        case FieldKind::choice: {
            const std::int64_t index = column.raw_at(row);
            fuzz_require(index >= 0 && static_cast<std::size_t>(index) < type.choices.size(), "a choice that exists");
            break;
        }
        case FieldKind::grade: {
            const Decimal grade = column.decimal_at(row);
            fuzz_require(Decimal::from_integer(1) <= grade && grade <= Decimal::from_integer(10), "a grade is 1 to 10");
            break;
        }
        case FieldKind::integer:
        case FieldKind::duration: fuzz_require(column.decimal_at(row).is_integer(), "a whole number is whole"); break;
        case FieldKind::number:
        case FieldKind::percentage: break;
    }
    if (type.lowest) fuzz_require(*type.lowest <= column.decimal_at(row), "a number is not below its bound");
    if (type.highest) fuzz_require(column.decimal_at(row) <= *type.highest, "a number is not above its bound");
}

void check_column(const Column& column, const FieldType& type, std::size_t rows) {
    fuzz_require(column.size() == rows, "a column has all rows");
    for (std::size_t row = 0; row < rows; ++row) check_value(column, type, row);
}

void check_series(const SeriesData& data, const Series& series, std::size_t students, std::size_t events) {
    fuzz_require(data.offsets.size() == students + 1 && data.offsets.front() == 0, "a series has a border per student");
    fuzz_require(std::is_sorted(data.offsets.begin(), data.offsets.end()), "borders ascend");
    fuzz_require(data.offsets.back() == events, "the report counts all events");
    fuzz_require(data.supplied || events == 0, "what is not supplied has no events");
    fuzz_require(data.columns.size() == series.fields.size(), "a column per field");
    for (std::size_t field = 0; field < series.fields.size(); ++field) {
        check_column(data.columns[field], series.fields[field].type, events);
    }
    const Column& dates = data.columns[series.date_field.index()];
    for (std::size_t student = 0; student < students; ++student) {
        for (std::size_t row = data.offsets[student] + 1U; row < data.offsets[student + 1]; ++row) {
            const bool is_sorted =
                !dates.is_known(row) || (dates.is_known(row - 1) && dates.date_at(row - 1) <= dates.date_at(row));
            fuzz_require(is_sorted, "events go by date, those without one last");
        }
        const bool has_events = data.offsets[student] < data.offsets[student + 1];
        fuzz_require(!has_events || data.supplied_for(student), "a student with events was supplied");
    }
}

void check_findings(const io::ReadReport& report, const std::vector<io::DataFile>& files) {
    for (const io::DataFinding& finding : report.findings) {
        const auto file = std::find_if(files.begin(), files.end(),
                                       [&](const io::DataFile& each) { return each.name == finding.file; });
        if (file == files.end()) {
            fuzz_require(finding.line == 0 && finding.column == 0, "a place is in a file that was given");
        } else {
            const auto lines = static_cast<std::size_t>(std::count(file->bytes.begin(), file->bytes.end(), '\n'));
            // A carriage return alone may end a line too.
            const auto returns = static_cast<std::size_t>(std::count(file->bytes.begin(), file->bytes.end(), '\r'));
            fuzz_require(finding.line <= lines + returns + 1, "a line lies inside its file");
            fuzz_require(finding.column <= file->bytes.size() + 1, "a column lies inside its file");
        }
        for (const Language language : {Language::nl, Language::en}) {
            for (const ErrorFormat format : {ErrorFormat::text, ErrorFormat::plain, ErrorFormat::json}) {
                const std::string text = finding_text(finding, io::Shown::whole, language, format);
                fuzz_require(is_valid_utf8(text) && text.ends_with('\n'), "a finding can be shown");
                const bool has_control = std::any_of(text.begin(), text.end(), [](char character) {
                    return static_cast<unsigned char>(character) < 0x20 && character != '\n';
                });
                fuzz_require(!has_control, "what is shown holds no control characters");
                const std::string place = finding_text(finding, io::Shown::place_only, language, format);
                fuzz_require(!place.empty() && is_valid_utf8(place), "a place can be shown");
            }
        }
    }
}

}  // namespace

void fuzz_check_result(const io::ReadResult& result, const std::vector<io::DataFile>& files) {
    const Cohort& cohort = result.cohort;
    const Schema& schema = *cohort.schema;
    fuzz_require(result.report.students == cohort.students, "the report counts all students");
    fuzz_require(cohort.columns.size() == schema.student_fields.size(), "a column per field");
    for (std::size_t field = 0; field < schema.student_fields.size(); ++field) {
        check_column(cohort.columns[field], schema.student_fields[field].type, cohort.students);
    }
    std::set<std::string> keys;
    for (std::size_t student = 0; student < cohort.students; ++student) {
        fuzz_require(cohort.columns[schema.key.index()].is_known(student), "a student has a key");
        fuzz_require(keys.insert(cohort.key_of(student)).second, "a key comes once");
    }
    fuzz_require(cohort.series.size() == schema.series.size(), "every series is there");
    for (std::size_t series = 0; series < schema.series.size(); ++series) {
        check_series(cohort.series[series], schema.series[series], cohort.students, result.report.events[series]);
    }
    check_findings(result.report, files);
    fuzz_require(!result.report.fails_strict() || !result.report.findings.empty(), "what fails is listed");
}

void fuzz_check_same(const io::ReadResult& left, const io::ReadResult& right) {
    fuzz_require(left.cohort.students == right.cohort.students, "the same students come twice");
    fuzz_require(left.report.events == right.report.events, "the same events come twice");
    fuzz_require(left.report.findings.size() == right.report.findings.size(), "the same findings come twice");
    for (std::size_t index = 0; index < left.report.findings.size(); ++index) {
        const io::DataFinding& a = left.report.findings[index];
        const io::DataFinding& b = right.report.findings[index];
        fuzz_require(a.code == b.code && a.line == b.line && a.column == b.column && a.value == b.value,
                     "a finding comes twice the same");
    }
}

}  // namespace wegwijzer::test
