// Staged students into the cohort, and what has to be said about the file.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/unicode.h"
#include "engine/io/cell.h"
#include "engine/io/csv_file.h"
#include "engine/io/field_names.h"
#include "engine/io/findings.h"
#include "engine/io/json_staging.h"
#include "engine/io/read.h"

namespace wegwijzer::io {
namespace {

// Then it is probably no file of lines at all.
constexpr std::size_t most_faulty_lines = 10;

// Lines and columns of offsets that mostly go up: each byte is counted once.
class Locator {
  public:
    explicit Locator(std::string_view text) : text_(text) {}
    LineColumn place_of(std::size_t offset) {
        if (offset < at_) *this = Locator(text_);
        while (at_ < offset) {
            const CodePoint character = first_code_point(text_.substr(at_));
            if (character.value == U'\n') {
                ++place_.line;
                place_.column = 1;
            } else {
                ++place_.column;
            }
            at_ += character.size;
        }
        return place_;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    LineColumn place_{1, 1};
};

class JsonReader {
  public:
    JsonReader(std::shared_ptr<const Schema> schema, const DataFile& file, const std::vector<RecordedSeries>& recorded);
    ReadResult read();

  private:
    void read_lines();
    void read_document();
    void take(const StagedStudent& student);
    [[nodiscard]] bool find_key(const StagedStudent& student);
    void set_aside(const StagedStudent& student, Code code, Localized detail = {});
    void take_item(const StagedStudent& student, const Staged& item);
    void take_value(const StagedStudent& student, const Staged& item);
    DataFinding& add_invalid(Code code, const Staged& item);
    void report_problem(const Staged& item);
    void report_fault(const json::Fault& fault, std::size_t base, bool is_line);
    void report_names(const KeyNames& names, std::span<const Field> fields, SeriesId series, bool was_read);
    void report_fractions();
    void report_whole_file();
    [[nodiscard]] bool is_recorded(SeriesId series) const;
    void read_recorded();
    DataFinding& add(Code code, SeriesId series, LineColumn place = {0, 0}) {
        DataFinding& finding = findings_.add(code, place);
        finding.series = series;
        return finding;
    }

    std::shared_ptr<const Schema> schema_;
    std::string name_;
    std::string_view text_;
    const std::vector<RecordedSeries>& recorded_;
    std::vector<bool> holds_recorded_;  // per series: some object holds what was recorded elsewhere
    ReadReport report_;
    FileFindings findings_;
    CohortBuilder builder_;
    StudentStaging staging_;
    Locator locator_;
    std::vector<CellReader> readers_;
    std::vector<std::vector<CellReader>> series_readers_;
    std::vector<std::vector<std::vector<std::string_view>>> english_;
    std::string key_;
    std::string scratch_;
};

JsonReader::JsonReader(std::shared_ptr<const Schema> schema, const DataFile& file,
                       const std::vector<RecordedSeries>& recorded)
    : schema_(std::move(schema)),
      name_(file.name),
      text_(file.bytes),
      recorded_(recorded),
      holds_recorded_(schema_->series.size(), false),
      report_(empty_report(*schema_)),
      findings_(report_, file.name),
      builder_(schema_),
      staging_(*schema_, [this](const StagedStudent& student) { take(student); }),
      locator_({}) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text_.starts_with(mark)) text_.remove_prefix(mark.size());
    locator_ = Locator(text_);
    for (const Field& field : schema_->student_fields) readers_.emplace_back(field);
    english_.resize(schema_->series.size());
    for (std::size_t i = 0; i < schema_->series.size(); ++i) {
        const Series& series = schema_->series[i];
        series_readers_.emplace_back();
        for (std::size_t f = 0; f < series.fields.size(); ++f) {
            english_[i].push_back(other_choice_words(*schema_, SeriesId(i), SeriesFieldId(f)));
        }
        for (std::size_t f = 0; f < series.fields.size(); ++f) {
            series_readers_[i].emplace_back(series.fields[f], english_[i][f]);
        }
    }
}

// Sets key_; false when there is none that can be used.
bool JsonReader::find_key(const StagedStudent& student) {
    key_.clear();
    for (const Staged& item : student.items) {
        if (item.series || item.field != schema_->key.value || item.kind == Staged::Kind::event) continue;
        if (item.kind == Staged::Kind::problem) continue;
        if (item.is_repeated || item.is_repeat) return false;
        if (item.kind == Staged::Kind::text || item.kind == Staged::Kind::number) {
            key_ = clean(student.text_of(item), scratch_);
        }
    }
    return !key_.empty();
}

void JsonReader::set_aside(const StagedStudent& student, Code code, Localized detail) {
    DataFinding& finding = add(code, {}, locator_.place_of(student.at));
    finding.column_name = schema_->field(schema_->key).source_name;
    finding.value = shortened(key_);
    finding.student_field = schema_->key;
    finding.detail = std::move(detail);
    ++report_.set_aside_students;
    for (std::size_t i = 0; i < student.events.size(); ++i) report_.set_aside_events[i] += student.events[i];
}

void JsonReader::take(const StagedStudent& student) {
    key_.clear();
    if (!student.is_object) {
        set_aside(student, Code::G024,
                  {"hier hoort een object met een student", "this should be an object with a student"});
        return;
    }
    if (!find_key(student)) {
        set_aside(student, Code::G008);
        return;
    }
    if (!builder_.add_student(key_)) {
        set_aside(student, Code::G010);
        return;
    }
    const auto number = static_cast<std::uint32_t>(builder_.students() - 1);
    for (std::size_t i = 0; i < student.supplied.size(); ++i) {
        if (is_recorded(SeriesId(i))) {
            if (student.supplied[i]) holds_recorded_[i] = true;
        } else if (student.supplied[i]) {
            builder_.supply(SeriesId(i));
        } else {
            builder_.mark_not_supplied(SeriesId(i), number);
        }
    }
    for (const Staged& item : student.items) {
        switch (item.kind) {
            case Staged::Kind::event: builder_.add_event(item.series, number); break;
            case Staged::Kind::problem: report_problem(item); break;
            default: take_item(student, item); break;
        }
    }
}

void JsonReader::report_problem(const Staged& item) {
    const std::string& name = schema_->series_of(item.series).plural;
    add(Code::G024, item.series, locator_.place_of(item.at)).detail = {"`" + name + "` is geen lijst van objecten",
                                                                       "`" + name + "` is not a list of objects"};
    ++report_.set_aside_events[item.series.index()];
}

DataFinding& JsonReader::add_invalid(Code code, const Staged& item) {
    DataFinding& finding = add(code, item.series, locator_.place_of(item.at));
    if (item.series) {
        finding.series_field = SeriesFieldId(item.field);
        finding.column_name = schema_->series_of(item.series).fields[item.field].source_name;
        ++report_.invalid_series_cells[item.series.index()][item.field];
    } else {
        finding.student_field = FieldId(item.field);
        finding.column_name = schema_->student_fields[item.field].source_name;
        ++report_.invalid_cells[item.field];
    }
    return finding;
}

void JsonReader::take_item(const StagedStudent& student, const Staged& item) {
    if (!item.series && item.field == schema_->key.value) return;
    if (item.is_repeat) {
        // Of three of them, the last says it.
        if (!item.is_repeated) add_invalid(Code::G023, item);
    } else if (!item.is_repeated) {
        take_value(student, item);
    }
}

void JsonReader::take_value(const StagedStudent& student, const Staged& item) {
    CellReader& reader = item.series ? series_readers_[item.series.index()][item.field] : readers_[item.field];
    const std::string_view text = student.text_of(item);
    Cell cell;
    switch (item.kind) {
        case Staged::Kind::text: cell = reader.read(clean(text, scratch_), '.'); break;
        case Staged::Kind::number: cell = reader.read_json_number(text); break;
        case Staged::Kind::boolean: cell = reader.read_json_boolean(item.boolean); break;
        case Staged::Kind::nested: cell.state = Cell::State::invalid; break;
        default: break;
    }
    if (cell.state == Cell::State::invalid) {
        DataFinding& finding = add_invalid(Code::G007, item);
        finding.detail = reader.what();
        finding.value = shortened(text);
        finding.reason = reader.reason();
        if (item.kind == Staged::Kind::nested) {
            finding.reason = {"hier hoort één waarde, geen lijst of object",
                              "this should be one value, not a list or object"};
        }
    } else if (cell.state == Cell::State::known) {
        const FieldKind kind = reader.field().type.kind;
        if (item.series) {
            store(builder_, item.series, SeriesFieldId(item.field), kind, cell);
        } else {
            store(builder_, FieldId(item.field), kind, cell);
        }
    }
}

void JsonReader::report_fault(const json::Fault& fault, std::size_t base, bool is_line) {
    using Kind = json::Fault::Kind;
    const LineColumn place = locator_.place_of(base + fault.at);
    if (fault.kind == Kind::not_utf_8) {
        findings_.fail(Code::F245, place).detail = {"de tekst is geen UTF-8, bewaar het zo",
                                                    "the text is not UTF-8, save it as such"};
        return;
    }
    DataFinding& finding = findings_.fail(Code::F244, place);
    switch (fault.kind) {
        case Kind::truncated:
            finding.detail = is_line ? Localized{"de regel houdt te vroeg op", "the line ends too early"}
                                     : Localized{"het bestand houdt te vroeg op", "the file ends too early"};
            break;
        case Kind::too_deep:
            finding.detail = {"er staan te veel lijsten of objecten in elkaar",
                              "too many lists or objects inside each other"};
            break;
        default:
            finding.detail = {"hier staat iets dat er niet hoort", "something here does not belong"};
            if (!is_line && report_.findings.size() == 1 && text_.front() == '{') {
                finding.reason = {"staat er één student per regel? geef het bestand dan een naam met `.jsonl`",
                                  "is there one student per line? then give the file a name with `.jsonl`"};
            }
            break;
    }
}

void JsonReader::read_lines() {
    std::size_t faulty = 0;
    for (std::size_t begin = 0; begin < text_.size() && faulty < most_faulty_lines;) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        const std::string_view line = text_.substr(begin, end - begin);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            staging_.start(begin, false);
            if (const auto fault = json::read(line, staging_)) {
                report_fault(*fault, begin, true);
                ++faulty;
            } else if (staging_.is_something_else()) {
                findings_.fail(Code::F244, locator_.place_of(begin)).detail = {
                    "op een regel hoort één object met een student", "a line should hold one object with a student"};
                ++faulty;
            }
        }
        begin = end + 1;
    }
}

void JsonReader::read_document() {
    staging_.start(0, true);
    if (const auto fault = json::read(text_, staging_)) {
        report_fault(*fault, 0, false);
    } else if (staging_.is_something_else()) {
        findings_.fail(Code::F244, {1, 1}).detail = {"hier hoort een lijst van studenten",
                                                     "this should be a list of students"};
    }
}

// What holds for the whole file. `was_read`: there was an object that could have held the fields.
void JsonReader::report_names(const KeyNames& names, std::span<const Field> fields, SeriesId series, bool was_read) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!names.seen_fields()[i] && fields[i].is_needed) missing.push_back(fields[i].source_name);
    }
    if (was_read && !missing.empty()) add(Code::G013, series).detail = name_list(missing);
    if (!names.unknown().empty()) add(Code::N101, series).detail = name_list(names.unknown());
    for (const auto& [written, field] : names.other_case()) {
        DataFinding& finding = add(Code::G017, series);
        finding.column_name = written;
        finding.detail = fields[field].source_name;
    }
}

void JsonReader::report_fractions() {
    const auto report = [this](const CellReader& reader, SeriesId series) -> DataFinding* {
        if (!reader.looks_like_fractions() || reader.field().type.as_fraction) return nullptr;
        DataFinding& finding = add(Code::G016, series);
        finding.column_name = reader.field().source_name;
        return &finding;
    };
    for (std::size_t i = 0; i < readers_.size(); ++i) {
        if (DataFinding* finding = report(readers_[i], {})) finding->student_field = FieldId(i);
    }
    for (std::size_t s = 0; s < series_readers_.size(); ++s) {
        for (std::size_t i = 0; i < series_readers_[s].size(); ++i) {
            if (DataFinding* finding = report(series_readers_[s][i], SeriesId(s))) {
                finding->series_field = SeriesFieldId(i);
            }
        }
    }
}

void JsonReader::report_whole_file() {
    report_names(staging_.student_names(), schema_->student_fields, {}, report_.students > 0);
    for (std::size_t i = 0; i < schema_->series.size(); ++i) {
        report_names(staging_.series_names(SeriesId(i)), schema_->series[i].fields, SeriesId(i), report_.events[i] > 0);
    }
    for (const auto& [first, second] : staging_.doubled()) {
        DataFinding& finding = add(Code::N102, find_series_written(*schema_, first));
        finding.column_name = first;
        finding.detail = second;
    }
    report_fractions();
}

bool JsonReader::is_recorded(SeriesId series) const {
    return std::ranges::find(recorded_, series, &RecordedSeries::series) != recorded_.end();
}

// Behind the students, as a series of a folder is.
void JsonReader::read_recorded() {
    for (const RecordedSeries& given : recorded_) {
        if (holds_recorded_[given.series.index()]) {
            DataFinding& finding = FileFindings(report_, name_, given.series).fail(Code::F336);
            finding.detail = schema_->series_of(given.series).plural;
            finding.column_name = given.name;
        }
    }
    if (report_.unreadable) return;
    for (const RecordedSeries& given : recorded_) {
        read_recorded_file(*schema_, given, builder_, report_);
    }
}

ReadResult JsonReader::read() {
    const std::string lower = to_lower(name_);
    const bool has_lines = lower.ends_with(".jsonl") || lower.ends_with(".ndjson");
    if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        findings_.fail(Code::F244).detail = {"het bestand is leeg", "the file is empty"};
    } else if (has_lines) {
        read_lines();
    } else {
        read_document();
    }
    report_.students = builder_.students();
    for (std::size_t i = 0; i < schema_->series.size(); ++i) report_.events[i] = builder_.events(SeriesId(i));
    // Of a file that was read in part, what is not there may be in the rest.
    if (!report_.unreadable) report_whole_file();
    findings_.sort();
    read_recorded();
    for (const RecordedSeries& given : recorded_) report_.events[given.series.index()] = builder_.events(given.series);
    return {std::move(builder_).finish(), std::move(report_)};
}

}  // namespace

ReadResult read_json(std::shared_ptr<const Schema> schema, const DataFile& file,
                     const std::vector<RecordedSeries>& recorded) {
    return JsonReader(std::move(schema), file, recorded).read();
}

}  // namespace wegwijzer::io
