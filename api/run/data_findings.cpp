#include "api/run/data_findings.h"

#include <numeric>

#include "engine/diagnostics/catalogue.h"
#include "engine/json/writer.h"

namespace wegwijzer::run {
namespace {

const char* say(Language language, const char* nl, const char* en) { return language == Language::nl ? nl : en; }

bool may_see(const Schema& schema, const explain::Reader& reader, const io::DataFinding& finding) {
    if (!finding.student_field.is_none() && !reader.may_see(schema.field(finding.student_field).privacy)) return false;
    if (finding.series.is_none()) return true;
    const Series& series = schema.series_of(finding.series);
    if (!reader.may_see_events(series)) return false;
    return finding.series_field.is_none() || reader.may_see(series.fields[finding.series_field.index()].privacy);
}

// Said of a whole column or file because of the values in it: of hidden data even its place would tell something.
bool is_about_values(Code code) { return code == Code::G016 || code == Code::G025; }

Localized filled(std::string_view nl, std::string_view en, const std::vector<Localized>& arguments) {
    return {fill_in(nl, arguments, Language::nl), fill_in(en, arguments, Language::en)};
}

std::string place_of(const ShownFinding& finding) {
    std::string place = finding.file;
    if (finding.line > 0) place += ":" + std::to_string(finding.line);
    if (finding.line > 0 && finding.column > 0) place += ":" + std::to_string(finding.column);
    return place;
}

void append_json(std::string& output, const ShownFinding& finding, Language language) {
    json::Writer writer;
    const auto number_or_null = [&](const char* key, std::uint32_t number) {
        writer.key(key);
        if (number > 0) {
            writer.integer(number);
        } else {
            writer.null();
        }
    };
    const auto text_or_null = [&](const char* key, const std::string& text) {
        writer.key(key);
        if (text.empty()) {
            writer.null();
        } else {
            writer.string(text);
        }
    };
    const CatalogueEntry& its = entry(finding.code);
    const FindingKind kind = its.kind;
    writer.begin_object().key("code").string(its.code);
    writer.key("kind").string(kind == FindingKind::error ? "error" : kind == FindingKind::warning ? "warning" : "note");
    text_or_null("file", finding.file);
    number_or_null("line", finding.line);
    number_or_null("column", finding.column);
    writer.key("end").null().key("message").string(finding.message.in(language));
    text_or_null("why", finding.why.in(language));
    text_or_null("do", finding.way_out.in(language));
    writer.key("fix").null().key("labels").begin_array().end_array().key("lines").begin_array().end_array();
    writer.key("example").begin_array().end_array().end_object();
    output += writer.text() + "\n";
}

// Control characters of the data don't reach a terminal.
std::string without_controls(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return text;
}

std::size_t sum(const std::vector<std::size_t>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::size_t{0});
}

std::string counted(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace

std::vector<ShownFinding> shown_findings(const Schema& schema, const explain::Reader& reader,
                                         const io::ReadReport& report) {
    std::vector<ShownFinding> shown;
    for (const io::DataFinding& finding : report.findings) {
        ShownFinding one{finding.code, finding.file, finding.line, finding.column, {}, {}, {}};
        const bool visible = may_see(schema, reader, finding);
        if (!visible && is_about_values(finding.code)) continue;
        if (!visible) one.code = Code::W235;
        const CatalogueEntry& its = entry(one.code);
        const std::vector<Localized> arguments =
            visible ? std::vector<Localized>{finding.detail, finding.value, finding.column_name}
                    : std::vector<Localized>{};
        one.message = filled(its.message_nl, its.message_en, arguments);
        one.why = visible && !finding.reason.empty() ? finding.reason : filled(its.why_nl, its.why_en, arguments);
        one.way_out = filled(its.do_nl, its.do_en, arguments);
        shown.push_back(std::move(one));
    }
    return shown;
}

std::string render(const std::vector<ShownFinding>& findings, Language language, ErrorFormat format) {
    std::string output;
    for (const ShownFinding& finding : findings) {
        if (format == ErrorFormat::json) {
            append_json(output, finding, language);
            continue;
        }
        std::string line = place_of(finding);
        if (!line.empty()) line += ' ';
        line += std::string(entry(finding.code).code) + " " + finding.message.in(language);
        output += without_controls(line) + "\n";
        const std::string box = format == ErrorFormat::text ? "  | " : "";
        if (!finding.why.empty()) {
            output += box + say(language, "waarom: ", "why: ") + without_controls(finding.why.in(language)) + "\n";
        }
        if (!finding.way_out.empty()) {
            output += box + say(language, "doe: ", "do: ") + without_controls(finding.way_out.in(language)) + "\n";
        }
    }
    return output;
}

std::size_t DataCounts::event_count() const {
    std::size_t count = 0;
    for (const auto& [name, number] : events) count += number;
    return count;
}

DataCounts shown_counts(const Schema& schema, const explain::Reader& reader, const io::ReadReport& report) {
    DataCounts counts;
    counts.students = report.students;
    counts.set_aside_rows = report.set_aside_students;
    for (std::size_t i = 0; i < schema.student_fields.size(); ++i) {
        if (reader.may_see(schema.student_fields[i].privacy)) {
            counts.invalid_cells += report.invalid_cells[i];
        } else {
            counts.leaves_out = true;
        }
    }
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        const Series& series = schema.series[i];
        if (!reader.may_see_events(series)) {
            counts.leaves_out = true;
            continue;
        }
        counts.events.emplace_back(series.plural, report.events[i]);
        counts.set_aside_rows += report.set_aside_events[i];
        for (std::size_t field = 0; field < series.fields.size(); ++field) {
            if (reader.may_see(series.fields[field].privacy)) {
                counts.invalid_cells += report.invalid_series_cells[i][field];
            } else {
                counts.leaves_out = true;
            }
        }
    }
    counts.invalid_cells += sum(report.invalid_completeness_cells);
    return counts;
}

std::string closing_json(const DataCounts& counts) {
    json::Writer writer;
    writer.begin_object().key("kind").string("counts");
    writer.key("students").integer(static_cast<std::int64_t>(counts.students)).key("events").begin_object();
    for (const auto& [series, number] : counts.events) writer.key(series).integer(static_cast<std::int64_t>(number));
    writer.end_object().key("invalid_cells").integer(static_cast<std::int64_t>(counts.invalid_cells));
    writer.key("set_aside_rows").integer(static_cast<std::int64_t>(counts.set_aside_rows));
    writer.key("leaves_out").boolean(counts.leaves_out).end_object();
    return writer.text() + "\n";
}

std::string closing_line(const DataCounts& counts, Language language) {
    const bool nl = language == Language::nl;
    std::string line = counted(counts.students, "student", nl ? "studenten" : "students") + ", " +
                       counted(counts.event_count(), nl ? "gebeurtenis" : "event", nl ? "gebeurtenissen" : "events");
    std::string parts;
    for (const auto& [series, number] : counts.events) {
        parts += (parts.empty() ? "" : ", ") + series + " " + std::to_string(number);
    }
    if (!parts.empty()) line += " (" + parts + ")";
    line += ", " + counted(counts.invalid_cells, nl ? "ongeldige cel" : "invalid cell",
                           nl ? "ongeldige cellen" : "invalid cells");
    line += ", " + counted(counts.set_aside_rows, nl ? "apart gelegde rij" : "row set aside",
                           nl ? "apart gelegde rijen" : "rows set aside");
    line += "\n";
    if (counts.leaves_out) {
        line += say(language, "gegevens die deze lezer niet mag zien zijn hier niet meegeteld\n",
                    "data that this reader may not see are not counted here\n");
    }
    return line;
}

}  // namespace wegwijzer::run
