// Which file of a folder is what, and in which order they are read: students first, then the series as declared.
#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/io/csv_file.h"
#include "engine/io/field_names.h"
#include "engine/io/findings.h"
#include "engine/io/read.h"

namespace wegwijzer::io {
namespace {

constexpr std::array<std::string_view, 7> data_endings = {".csv", ".tsv", ".txt", ".json", ".jsonl", ".xlsx", ".xls"};

std::string_view base_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// The name without `.csv`, NFC, or nothing when it has another ending.
std::optional<std::string> csv_stem(std::string_view path) {
    const std::string name = to_nfc(base_name(path));
    if (!to_lower(name).ends_with(".csv")) return std::nullopt;
    return name.substr(0, name.size() - 4);
}

bool holds_data(std::string_view path) {
    const std::string name = to_lower(base_name(path));
    return std::ranges::any_of(data_endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

struct Files {
    std::vector<const DataFile*> students;
    std::vector<std::vector<const DataFile*>> series;
    std::vector<const DataFile*> completeness;
    std::vector<const DataFile*> other;
};

Files sort_files(const Schema& schema, const std::vector<DataFile>& files) {
    Files result;
    result.series.resize(schema.series.size());
    for (const DataFile& file : files) {
        const auto stem = csv_stem(file.name);
        if (!stem) {
            if (holds_data(file.name)) result.other.push_back(&file);
        } else if (names_students(*stem)) {
            result.students.push_back(&file);
        } else if (to_lower(*stem) == "bijgewerkt") {
            result.completeness.push_back(&file);
        } else if (const SeriesId series = find_series_written(schema, *stem)) {
            result.series[series.index()].push_back(&file);
        } else {
            result.other.push_back(&file);
        }
    }
    return result;
}

// Singular before plural, whatever the order of the folder: the order of the input counts.
void order_by_length(std::vector<const DataFile*>& files) {
    std::ranges::sort(files, [](const DataFile* left, const DataFile* right) {
        return std::pair(left->name.size(), std::string_view(left->name)) <
               std::pair(right->name.size(), std::string_view(right->name));
    });
}

// As far as the names of its files tell; the caller knows an empty folder's name.
std::string folder_of(const std::vector<DataFile>& files) {
    if (files.empty()) return {};
    const std::string& name = files.front().name;
    const std::size_t slash = name.find_last_of("/\\");
    return slash == std::string::npos ? std::string() : name.substr(0, slash);
}

void name_both(const std::vector<const DataFile*>& files, SeriesId series, ReadReport& report) {
    for (std::size_t i = 1; i < files.size(); ++i) {
        DataFinding& finding = FileFindings(report, files[i]->name, series).add(Code::N102);
        finding.column_name = base_name(files[0]->name);
        finding.detail = std::string(base_name(files[i]->name));
    }
}

}  // namespace

ReadResult read_csv_folder(std::shared_ptr<const Schema> schema, const std::vector<DataFile>& files,
                           const std::vector<RecordedSeries>& recorded) {
    const Schema& definition = *schema;
    ReadReport report = empty_report(definition);
    CohortBuilder builder(std::move(schema));  // keeps it alive
    Files sorted = sort_files(definition, files);
    order_by_length(sorted.students);
    if (sorted.students.empty()) FileFindings(report, folder_of(files)).fail(Code::F240);
    name_both(sorted.students, {}, report);
    for (const DataFile* file : sorted.students) read_student_file(definition, *file, builder, report);
    for (const RecordedSeries& given : recorded) {
        for (const DataFile* file : sorted.series[given.series.index()]) {
            DataFinding& finding = FileFindings(report, file->name, given.series).fail(Code::F336);
            finding.detail = definition.series_of(given.series).plural;
            finding.column_name = given.name;
        }
        sorted.series[given.series.index()].clear();
    }
    // Without all students, the rows of a series would be set aside in heaps.
    const bool has_students = !report.unreadable;
    for (std::size_t i = 0; i < sorted.series.size() && has_students; ++i) {
        order_by_length(sorted.series[i]);
        name_both(sorted.series[i], SeriesId(i), report);
        for (const DataFile* file : sorted.series[i]) {
            read_series_file(definition, SeriesId(i), *file, builder, report);
        }
    }
    for (const RecordedSeries& given : recorded) {
        if (!report.unreadable) read_recorded_file(definition, given, builder, report);
    }
    for (const DataFile* file : sorted.completeness) read_completeness_file(definition, *file, builder, report);
    for (const DataFile* file : sorted.other) FileFindings(report, file->name).add(Code::N103);
    report.students = builder.students();
    for (std::size_t i = 0; i < definition.series.size(); ++i) report.events[i] = builder.events(SeriesId(i));
    return {std::move(builder).finish(), std::move(report)};
}

}  // namespace wegwijzer::io
