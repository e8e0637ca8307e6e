#include "store/list/read_list.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/io/cell.h"
#include "engine/io/csv_list.h"
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
    ListReader(const std::string& name, std::string_view bytes, ListForm form)
        : source_(form == ListForm::csv ? io::add_list(list_.sources, name, bytes, list_.problems)
                                        : list_.sources.add(name, std::string(bytes))) {}
    [[nodiscard]] std::string_view text() const { return list_.sources.text(source_); }
    void read_csv();
    void read_jsonl();
    [[nodiscard]] EntryList take() { return std::move(list_); }

    [[nodiscard]] Span span_at(std::size_t begin, std::size_t end) const {
        return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    void add(Diagnostic problem) { list_.problems.add(std::move(problem)); }

  private:
    [[nodiscard]] std::vector<std::optional<EntryField>> fields_of(const io::CsvList& csv);

    EntryList list_;
    SourceId source_;
};

std::vector<std::optional<EntryField>> ListReader::fields_of(const io::CsvList& csv) {
    std::vector<std::optional<EntryField>> fields;
    for (std::size_t column = 0; column < csv.headers().size(); ++column) {
        const std::string& header = csv.headers()[column];
        std::optional<EntryField> field = header.empty() ? std::nullopt : field_named(header);
        if (!header.empty() && !field) add(unknown_name(csv.span_of_header(column), header));
        if (field && std::ranges::find(fields, field) != fields.end()) {
            add(problem_at(Code::F351, csv.span_of_header(column), {header}));
            field.reset();
        }
        fields.push_back(field);
    }
    return fields;
}

void ListReader::read_csv() {
    const std::vector<std::string> known = names_of_fields();
    io::CsvList csv(list_.sources, source_, known);
    if (!csv.is_usable()) return csv.add_problems(list_.problems);
    const std::vector<std::optional<EntryField>> fields = fields_of(csv);
    while (csv.next_row()) {
        ListedDraft& listed = list_.drafts.emplace_back();
        listed.line = csv.line();
        listed.whole = csv.span_of_line();
        for (std::size_t column = 0; column < fields.size(); ++column) {
            if (!fields[column]) continue;
            const auto place = static_cast<std::size_t>(*fields[column]);
            listed.names[place] = csv.headers()[column];
            const std::string written(csv.cell(column));
            if (written.empty()) continue;
            listed.draft.fields[place] = as_day(*fields[column], written);
            listed.places[place] = csv.span_of_cell(column, written.size());
        }
    }
    csv.add_problems(list_.problems);
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
    ListReader reader(name, bytes, form);
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
