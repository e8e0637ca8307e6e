#include "store/list/read_list.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/io/cell.h"
#include "engine/io/csv_table.h"
#include "engine/json/sax.h"
#include "store/list/list_names.h"

namespace wegwijzer::store {
namespace {

Diagnostic problem_at(Code code, Span span, std::vector<Localized> arguments, Localized why = {}) {
    Diagnostic problem;
    problem.code = code;
    problem.span = span;
    problem.arguments = std::move(arguments);
    problem.why = std::move(why);
    return problem;
}

Diagnostic unknown_name(Span span, const std::string& written) {
    Diagnostic problem = problem_at(Code::F350, span, {written});
    if (const auto near = did_you_mean(written, names_of_fields())) {
        problem.way_out = ask_whether(*near);
    }
    return problem;
}

// Days as people and spreadsheets write them; what is no day stays, for the rules to say so.
std::string as_day(EntryField field, std::string_view written) {
    if (field == EntryField::date || field == EntryField::planned_on) {
        if (const auto reading = io::read_date_text(written); reading.date) return to_iso(*reading.date);
    }
    return std::string(written);
}

class ListReader {
  public:
    ListReader(const std::string& name, std::string_view text) { source_ = list_.sources.add(name, std::string(text)); }
    [[nodiscard]] std::string_view text() const { return list_.sources.text(source_); }
    void read_csv();
    void read_jsonl();
    [[nodiscard]] EntryList take() { return std::move(list_); }

    [[nodiscard]] Span span_at(std::size_t begin, std::size_t end) const {
        return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    void add(Diagnostic problem) { list_.problems.add(std::move(problem)); }

  private:
    [[nodiscard]] Span span_of(LineColumn place, std::size_t size) const;
    [[nodiscard]] std::vector<std::optional<EntryField>> fields_of(const io::CsvTable& table);
    void report_findings(const io::ReadReport& report);

    SourceId source_;
    EntryList list_;
};

// `size` bytes from this place on, but not past the end of the line. Column 0: the line, without carets.
Span ListReader::span_of(LineColumn place, std::size_t size) const {
    const std::string_view line = list_.sources.line_text(source_, place.line);
    const auto begin = static_cast<std::size_t>(line.data() - text().data());
    if (place.column == 0 || line.empty()) return span_at(begin, begin);
    std::size_t at = 0;
    for (std::uint32_t column = 1; column < place.column && at < line.size(); ++column) {
        at += first_code_point(line.substr(at)).size;
    }
    if (at < line.size() && line[at] == '"') ++at;
    return span_at(begin + at, begin + std::min(at + std::max<std::size_t>(size, 1), line.size()));
}

std::vector<std::optional<EntryField>> ListReader::fields_of(const io::CsvTable& table) {
    std::vector<std::optional<EntryField>> fields;
    for (const std::string& header : table.headers()) {
        std::optional<EntryField> field = header.empty() ? std::nullopt : field_named(header);
        const std::size_t at = header.empty() ? std::string_view::npos : text().find(header);
        const Span span = at == std::string_view::npos ? span_at(0, 0) : span_at(at, at + header.size());
        if (!header.empty() && !field) add(unknown_name(span, header));
        if (field && std::ranges::find(fields, field) != fields.end()) {
            add(problem_at(Code::F351, span, {header}));
            field.reset();
        }
        fields.push_back(field);
    }
    return fields;
}

// What the reader of CSV has to say about the form of the file. A list is taken in whole, so that all of it counts; only a
// row without its last cells is no fault: what is missing there is said where it is needed.
void ListReader::report_findings(const io::ReadReport& report) {
    for (const io::DataFinding& finding : report.findings) {
        if (finding.code == Code::G012) continue;
        const Span span = finding.line == 0 ? span_at(0, 0) : span_of({finding.line, finding.column}, 1);
        if (finding.code == Code::G011) {
            add(problem_at(Code::F352, span,
                           {Localized{"er zijn meer cellen dan kolommen", "there are more cells than columns"}}));
        } else if (finding.code == Code::G026) {
            add(problem_at(Code::F352, span,
                           {Localized{"achter een aanhalingsteken staat nog tekst", "there is text behind a quote"}}));
        } else {
            add(problem_at(finding.code, span, {finding.detail, finding.value, finding.column_name}, finding.reason));
        }
    }
}

void ListReader::read_csv() {
    io::ReadReport report;
    io::FileFindings findings(report, {});
    const std::string bytes(text());
    io::CsvTable table({"", bytes}, names_of_fields(), findings);
    if (!table.is_usable()) return report_findings(report);
    const std::vector<std::optional<EntryField>> fields = fields_of(table);
    while (table.next_row()) {
        ListedDraft& listed = list_.drafts.emplace_back();
        listed.line = table.place_of_row().line;
        listed.whole = span_of({listed.line, 0}, 0);
        for (std::size_t column = 0; column < fields.size(); ++column) {
            if (!fields[column]) continue;
            const auto place = static_cast<std::size_t>(*fields[column]);
            listed.names[place] = table.headers()[column];
            const std::string written(table.cell(column));
            if (written.empty()) continue;
            listed.draft.fields[place] = as_day(*fields[column], written);
            listed.places[place] = span_of(table.place_of(column), written.size());
        }
    }
    for (const std::size_t column : table.filled_unnamed_columns()) {
        const std::string number = std::to_string(column + 1);
        add(problem_at(Code::F352, span_at(0, 0),
                       {Localized{"kolom " + number + " heeft geen naam", "column " + number + " has no name"}}));
    }
    report_findings(report);
}

// One line of JSON as a draft.
class LineEvents : public json::Events {
  public:
    LineEvents(ListReader& reader, ListedDraft& listed, std::size_t begin)
        : reader_(reader), listed_(listed), begin_(begin) {}

    [[nodiscard]] bool is_object() const { return is_object_; }

    void on_null(std::size_t /*at*/) override { field_.reset(); }
    void on_boolean(std::size_t at, bool /*value*/) override { refuse(at); }
    void on_number(std::size_t at, std::string_view written) override { take(at, written, written.size()); }
    void on_text(std::size_t at, std::string_view value) override { take(at, value, value.size() + 2); }
    void on_key(std::size_t at, std::string_view key) override {
        if (depth_ != 1) return;
        const Span span = span_of(at, key.size() + 2);
        field_ = field_named(key);
        if (!field_) {
            reader_.add(unknown_name(span, std::string(key)));
        } else if (!listed_.names[static_cast<std::size_t>(*field_)].empty()) {
            reader_.add(problem_at(Code::F351, span, {std::string(key)}));
            field_.reset();
        } else {
            listed_.names[static_cast<std::size_t>(*field_)] = key;
        }
    }
    void begin_object(std::size_t at) override {
        if (depth_++ == 0) {
            is_object_ = true;
        } else {
            refuse(at);
        }
    }
    void end_object(std::size_t /*at*/) override { --depth_; }
    void begin_array(std::size_t at) override {
        if (depth_++ != 0) refuse(at);
    }
    void end_array(std::size_t /*at*/) override { --depth_; }

  private:
    [[nodiscard]] Span span_of(std::size_t at, std::size_t size) const {
        const std::size_t line_end = std::min(reader_.text().find('\n', begin_), reader_.text().size());
        return reader_.span_at(begin_ + at, std::min(begin_ + at + size, line_end));
    }
    void take(std::size_t at, std::string_view value, std::size_t size) {
        if (depth_ != 1 || !field_) return;
        const auto place = static_cast<std::size_t>(*field_);
        if (!value.empty()) {
            listed_.draft.fields[place] = as_day(*field_, value);
            listed_.places[place] = span_of(at, size);
        }
        field_.reset();
    }
    void refuse(std::size_t at) {
        if (!field_) return;
        const std::string& name = listed_.names[static_cast<std::size_t>(*field_)];
        Diagnostic problem =
            problem_at(Code::F352, span_of(at, 1),
                       {Localized{"in `" + name + "` hoort een tekst", "`" + name + "` should be a text"}},
                       {"een vastlegging bestaat uit teksten", "an entry is made of texts"});
        problem.way_out = {"zet de waarde tussen `\"`", "put the value between `\"`"};
        reader_.add(std::move(problem));
        field_.reset();
    }

    ListReader& reader_;
    ListedDraft& listed_;
    std::size_t begin_;
    bool is_object_ = false;
    int depth_ = 0;
    std::optional<EntryField> field_;
};

void ListReader::read_jsonl() {
    std::uint32_t number = 0;
    for (std::size_t begin = text().starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text().size();) {
        ++number;
        const std::size_t end = std::min(text().find('\n', begin), text().size());
        const std::string_view line = text().substr(begin, end - begin);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            ListedDraft listed;
            listed.line = number;
            listed.whole = span_at(begin, begin);
            LineEvents events(*this, listed, begin);
            if (const auto fault = json::read(line, events)) {
                const std::size_t at = begin + std::min(fault->at, line.size());
                add(problem_at(Code::F244, span_at(at, std::min(at + 1, end)),
                               {Localized{"hier staat iets dat er niet hoort", "something here does not belong"}}));
            } else if (!events.is_object()) {
                add(problem_at(Code::F244, span_at(begin, begin + 1),
                               {Localized{"op een regel hoort één object met een vastlegging",
                                          "a line should hold one object with an entry"}}));
            } else {
                list_.drafts.push_back(std::move(listed));
            }
        }
        begin = end + 1;
    }
}

}  // namespace

EntryList read_list(const std::string& name, std::string_view bytes, ListForm form) {
    const io::CsvText text(bytes);
    const bool is_converted = form == ListForm::csv && text.was_windows_1252;
    ListReader reader(name, is_converted ? text.text : bytes);
    if (is_converted) reader.add(problem_at(Code::G015, reader.span_at(0, 0), {}));
    if (form == ListForm::csv) {
        reader.read_csv();
    } else {
        reader.read_jsonl();
    }
    EntryList list = reader.take();
    if (list.drafts.empty() && !list.problems.has_errors()) {
        list.problems.add(problem_at(Code::F353, {}, {name}));
    }
    return list;
}

}  // namespace wegwijzer::store
