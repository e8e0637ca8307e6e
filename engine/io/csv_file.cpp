#include "engine/io/csv_file.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/unicode.h"
#include "engine/io/cell.h"
#include "engine/io/csv_table.h"
#include "engine/io/field_names.h"
#include "engine/io/findings.h"

namespace wegwijzer::io {
namespace {

std::vector<std::string> lower_names(std::span<const Field> fields, std::span<const std::string_view> english) {
    std::vector<std::string> result;
    for (const Field& field : fields) {
        result.push_back(to_lower(field.source_name));
        result.push_back(to_lower(field.name));
    }
    for (const std::string_view word : english) result.emplace_back(word);
    return result;
}

// The rows of students who are not in the data.
struct AbsentStudents {
    const RecordedSeries& recorded;
    std::size_t rows = 0;
    std::unordered_map<std::string, std::size_t> last_written{};  // by key

    void note(std::string_view key, std::size_t line) {
        ++rows;
        std::size_t& last = last_written[shortened(key)];
        last = std::max(last, recorded.written_as ? recorded.written_as(line) : line);
    }
    // Who was written down last comes first: a slip is found while it is fresh.
    [[nodiscard]] std::vector<std::string> keys() const;
};

std::vector<std::string> AbsentStudents::keys() const {
    std::vector<std::pair<std::size_t, std::string>> ordered;
    for (const auto& [key, row] : last_written) ordered.emplace_back(row, key);
    std::ranges::sort(ordered, std::greater<>());
    std::vector<std::string> result;
    for (auto& [row, key] : ordered) result.push_back(std::move(key));
    return result;
}

// The rows of the students' file, or of a series' file with the student's key in front of the series' own fields.
class RowReader {
  public:
    // `absent`: takes the rows of students who are not in the data; none: they are set aside.
    RowReader(const Schema& schema, SeriesId series, const DataFile& file, CohortBuilder& builder, ReadReport& report,
              AbsentStudents* absent = nullptr);
    void read();

  private:
    struct Slot {
        CellReader reader;
        std::size_t column;
        std::size_t field;  // index into the student's fields or the series' fields
        std::string header;
    };

    bool prepare();
    void report_columns(const Columns& columns);
    void report_unnamed_columns();
    bool start_student(std::string_view key);
    bool start_event(std::string_view key);
    void set_aside(Code code, std::string_view key);
    void read_cell(Slot& slot);
    void report_invalid(const Slot& slot, std::string_view value);
    [[nodiscard]] std::size_t& invalid_count(std::size_t field);

    const Schema& schema_;
    SeriesId series_;
    CohortBuilder& builder_;
    ReadReport& report_;
    AbsentStudents* absent_;
    FileFindings findings_;
    std::vector<Field> fields_;
    std::size_t key_field_;        // index into fields_
    std::size_t first_own_field_;  // of a series: fields_ has the key in front
    std::vector<std::string_view> english_;
    std::vector<std::vector<std::string_view>> english_choices_;
    CsvTable table_;
    std::vector<Slot> slots_;
    std::size_t key_column_ = 0;
    char mark_ = ',';
    std::string last_key_;  // rows of one student often follow each other
    std::optional<std::uint32_t> last_student_;
};

std::vector<Field> fields_of(const Schema& schema, SeriesId series) {
    if (!series) return schema.student_fields;
    std::vector<Field> result = {schema.field(schema.key)};
    const Series& definition = schema.series_of(series);
    result.insert(result.end(), definition.fields.begin(), definition.fields.end());
    return result;
}

std::vector<std::string_view> english_of(const Schema& schema, SeriesId series) {
    if (!series) return {};
    std::vector<std::string_view> result = other_field_words(schema, series);
    if (!result.empty()) result.insert(result.begin(), std::string_view{});
    return result;
}

RowReader::RowReader(const Schema& schema, SeriesId series, const DataFile& file, CohortBuilder& builder,
                     ReadReport& report, AbsentStudents* absent)
    : schema_(schema),
      series_(series),
      builder_(builder),
      report_(report),
      absent_(absent),
      findings_(report, file.name, series),
      fields_(fields_of(schema, series)),
      key_field_(series ? 0 : schema.key.index()),
      first_own_field_(series ? 1 : 0),
      english_(english_of(schema, series)),
      table_(file, lower_names(fields_, english_), findings_) {}

std::size_t& RowReader::invalid_count(std::size_t field) {
    return series_ ? report_.invalid_series_cells[series_.index()][field] : report_.invalid_cells[field];
}

void RowReader::report_columns(const Columns& columns) {
    const std::vector<std::string>& headers = table_.headers();
    std::vector<std::string> missing;
    for (const std::size_t field : columns.missing_fields)
        if (fields_[field].is_needed) missing.push_back(fields_[field].source_name);
    if (!missing.empty()) findings_.add(Code::G013, {1, 0}).detail = name_list(missing);
    std::vector<std::string> unused;
    for (const std::size_t column : columns.unused_columns) unused.push_back(headers[column]);
    if (!unused.empty()) findings_.add(Code::N101, {1, 0}).detail = name_list(unused);
    for (const std::size_t column : columns.repeated) findings_.add(Code::G018, {1, 0}).column_name = headers[column];
    for (const ColumnMatch& match : columns.matches) {
        if (!match.only_case_differs) continue;
        DataFinding& finding = findings_.add(Code::G017, {1, 0});
        finding.column_name = headers[match.column];
        finding.detail = fields_[match.field].source_name;
    }
}

// Finds the columns. False when the file can't be used.
bool RowReader::prepare() {
    if (!table_.is_usable()) return false;
    const Columns columns = match_columns(fields_, table_.headers(), english_);
    const auto key = std::ranges::find(columns.matches, key_field_, &ColumnMatch::field);
    if (key == columns.matches.end()) {
        DataFinding& finding = findings_.fail(Code::F242, {1, 0});
        finding.column_name = fields_[key_field_].source_name;
        const std::string names = name_list(table_.headers());
        finding.reason = {"de kolommen zijn " + names, "the columns are " + names};
        return false;
    }
    report_columns(columns);
    key_column_ = key->column;
    english_choices_.resize(fields_.size());
    std::vector<std::size_t> columns_with_decimals;
    for (const ColumnMatch& match : columns.matches) {
        if (match.field == key_field_) continue;
        const Field& field = fields_[match.field];
        if (series_) {
            english_choices_[match.field] =
                other_choice_words(schema_, series_, SeriesFieldId(match.field - first_own_field_));
        }
        slots_.push_back({CellReader(field, english_choices_[match.field]), match.column,
                          match.field - first_own_field_, table_.headers()[match.column]});
        if (slots_.back().reader.holds_decimals()) columns_with_decimals.push_back(match.column);
    }
    mark_ = table_.find_decimal_mark(columns_with_decimals);
    return true;
}

void RowReader::set_aside(Code code, std::string_view key) {
    DataFinding& finding = findings_.add(code, table_.place_of_row());
    finding.column_name = fields_[key_field_].source_name;
    finding.value = shortened(key);
    finding.student_field = schema_.key;
    findings_.count_set_aside();
}

bool RowReader::start_student(std::string_view key) {
    if (builder_.add_student(key)) return true;
    set_aside(Code::G010, key);
    return false;
}

bool RowReader::start_event(std::string_view key) {
    if (!last_student_ || key != last_key_) {
        last_student_ = builder_.find_student(key);
        last_key_ = key;
    }
    if (!last_student_) {
        if (absent_ != nullptr) {
            absent_->note(key, table_.place_of_row().line);
        } else {
            set_aside(Code::G009, key);
        }
        return false;
    }
    builder_.add_event(series_, *last_student_);
    return true;
}

void RowReader::report_invalid(const Slot& slot, std::string_view value) {
    DataFinding& finding = findings_.add(Code::G007, table_.place_of(slot.column));
    finding.column_name = slot.header;
    finding.value = shortened(value);
    finding.detail = slot.reader.what();
    finding.reason = slot.reader.reason();
    if (series_) {
        finding.series_field = SeriesFieldId(slot.field);
    } else {
        finding.student_field = FieldId(slot.field);
    }
    ++invalid_count(slot.field);
}

void RowReader::read_cell(Slot& slot) {
    const std::string_view text = table_.cell(slot.column);
    const Cell cell = slot.reader.read(text, mark_);
    if (cell.state == Cell::State::unknown) return;
    if (cell.state == Cell::State::invalid) {
        report_invalid(slot, text);
        return;
    }
    const FieldKind kind = slot.reader.field().type.kind;
    if (series_) {
        store(builder_, series_, SeriesFieldId(slot.field), kind, cell);
    } else {
        store(builder_, FieldId(slot.field), kind, cell);
    }
}

void RowReader::report_unnamed_columns() {
    std::vector<std::size_t> columns = table_.filled_unnamed_columns();
    if (columns.empty()) return;
    std::ranges::sort(columns);
    std::string numbers;
    for (const std::size_t column : columns) numbers += (numbers.empty() ? "" : ", ") + std::to_string(column + 1);
    findings_.add(Code::N101, {1, 0}).detail = {"kolom " + numbers + " (zonder naam)",
                                                "column " + numbers + " (without a name)"};
}

void RowReader::read() {
    if (!prepare()) return;
    if (series_) builder_.supply(series_);
    while (table_.next_row()) {
        if (table_.is_short()) ++(series_ ? report_.short_event_rows[series_.index()] : report_.short_student_rows);
        const std::string_view key = table_.cell(key_column_);
        if (key.empty()) {
            set_aside(Code::G008, key);
        } else if (series_ ? start_event(key) : start_student(key)) {
            for (Slot& slot : slots_) read_cell(slot);
        }
    }
    report_unnamed_columns();
    for (const Slot& slot : slots_) {
        if (!slot.reader.looks_like_fractions() || slot.reader.field().type.as_fraction) continue;
        DataFinding& finding = findings_.add(Code::G016);
        finding.column_name = slot.header;
        if (series_) {
            finding.series_field = SeriesFieldId(slot.field);
        } else {
            finding.student_field = FieldId(slot.field);
        }
    }
    findings_.sort();
}

// The column with one of these names, or none.
std::optional<std::size_t> find_header(const CsvTable& table, std::span<const std::string> names) {
    for (std::size_t i = 0; i < table.headers().size(); ++i) {
        if (std::ranges::find(names, to_lower(table.headers()[i])) != names.end()) return i;
    }
    return std::nullopt;
}

}  // namespace

void read_student_file(const Schema& schema, const DataFile& file, CohortBuilder& builder, ReadReport& report) {
    RowReader(schema, {}, file, builder, report).read();
}

void read_series_file(const Schema& schema, SeriesId series, const DataFile& file, CohortBuilder& builder,
                      ReadReport& report) {
    RowReader(schema, series, file, builder, report).read();
}

void read_recorded_file(const Schema& schema, const RecordedSeries& recorded, CohortBuilder& builder,
                        ReadReport& report) {
    AbsentStudents absent{recorded};
    const DataFile file{recorded.name, recorded.bytes()};
    RowReader(schema, recorded.series, file, builder, report, &absent).read();
    if (absent.rows == 0) return;
    DataFinding& finding = FileFindings(report, file.name, recorded.series).add(Code::N105);
    const std::string count = std::to_string(absent.rows);
    const bool is_one = absent.rows == 1;
    finding.student_field = schema.key;
    finding.value = name_list(absent.keys());
    finding.detail = recorded.series == schema.consents
                         ? Localized{count + (is_one ? " toestemming" : " toestemmingen"),
                                     count + (is_one ? " consent" : " consents")}
                         : Localized{count + (is_one ? " opvolging" : " opvolgingen"),
                                     count + (is_one ? " follow-up" : " follow-ups")};
}

void read_completeness_file(const Schema& schema, const DataFile& file, CohortBuilder& builder, ReadReport& report) {
    const std::vector<std::string> names = {"reeks", "series", "t/m", "to"};
    FileFindings findings(report, file.name);
    CsvTable table(file, names, findings);
    if (!table.is_usable()) return;
    const auto series_column = find_header(table, std::span(names).first(2));
    const auto day_column = find_header(table, std::span(names).last(2));
    if (!series_column || !day_column) {
        findings.fail(Code::F245, {1, 0}).detail = {"de kolommen moeten `reeks` en `t/m` heten",
                                                    "the columns must be named `reeks` and `t/m`"};
        return;
    }
    std::vector<std::optional<Date>> days(schema.series.size());
    while (table.next_row()) {
        const std::string name(table.cell(*series_column));
        const SeriesId series = find_series_written(schema, name);
        if (!series) {
            findings.add(Code::N104, table.place_of_row()).value = shortened(name);
            continue;
        }
        const std::string text(table.cell(*day_column));
        if (text.empty()) continue;
        const DateReading reading = read_date_text(text);
        if (!reading.date) {
            DataFinding& finding = findings.add(Code::G007, table.place_of(*day_column));
            finding.series = series;
            finding.column_name = table.headers()[*day_column];
            finding.value = shortened(text);
            finding.detail = {"ongeldige datum", "invalid date"};
            finding.reason = reading.reason;
            ++report.invalid_completeness_cells[series.index()];
            continue;
        }
        std::optional<Date>& day = days[series.index()];
        if (day && *day != *reading.date) {
            DataFinding& finding = findings.add(Code::G022, table.place_of_row());
            finding.series = series;
            finding.value = name;
        }
        day = day ? std::min(*day, *reading.date) : reading.date;
        builder.complete_to(series, *day);
    }
    findings.sort();
}

}  // namespace wegwijzer::io
