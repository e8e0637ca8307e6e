#include "engine/io/shown.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "engine/base/unicode.h"
#include "engine/diagnostics/catalogue.h"
#include "engine/diagnostics/excerpt.h"
#include "engine/json/writer.h"

namespace wegwijzer::io {
namespace {

struct FindingWords {
    std::string message;
    std::string why;
    std::string way_out;
};

FindingWords words_of(const DataFinding& finding, Shown how, Language language) {
    const CatalogueEntry& its = entry(finding.code);
    const bool is_dutch = language == Language::nl;
    const bool is_whole = how == Shown::whole;
    const std::vector<Localized> arguments = {finding.detail, is_whole ? finding.value : std::string("…"),
                                              finding.column_name};
    FindingWords result;
    result.message = fill_in(is_dutch ? its.message_nl : its.message_en, arguments, language);
    if (is_whole && !finding.reason.empty()) {
        result.why = finding.reason.in(language);
    } else {
        result.why = fill_in(is_dutch ? its.why_nl : its.why_en, arguments, language);
    }
    result.way_out = fill_in(is_dutch ? its.do_nl : its.do_en, arguments, language);
    return result;
}

std::string_view kind_name(FindingKind kind) {
    switch (kind) {
        case FindingKind::error: return "error";
        case FindingKind::warning: return "warning";
        case FindingKind::note: break;
    }
    return "note";
}

void write_number_or_null(json::Writer& writer, std::uint32_t number) {
    if (number == 0) {
        writer.null();
    } else {
        writer.integer(number);
    }
}

void write_text_or_null(json::Writer& writer, const std::string& text) {
    if (text.empty()) {
        writer.null();
    } else {
        writer.string(text);
    }
}

// The members of a finding in a rule pack, so that a program reads both alike.
std::string as_json(const DataFinding& finding, const FindingWords& words) {
    const CatalogueEntry& its = entry(finding.code);
    json::Writer writer;
    writer.begin_object();
    writer.key("code").string(its.code);
    writer.key("kind").string(kind_name(its.kind));
    write_text_or_null(writer.key("file"), finding.file);
    write_number_or_null(writer.key("line"), finding.line);
    write_number_or_null(writer.key("column"), finding.column);
    writer.key("end").null();
    writer.key("message").string(words.message);
    write_text_or_null(writer.key("why"), words.why);
    write_text_or_null(writer.key("do"), words.way_out);
    writer.key("fix").null();
    for (const char* name : {"labels", "lines", "example"}) writer.key(name).begin_array().end_array();
    writer.key("witness").null();
    writer.end_object();
    return writer.take() + '\n';
}

std::string place_text(const DataFinding& finding) {
    std::string place = without_controls(finding.file);
    if (finding.line != 0) place += fmt::format(":{}", finding.line);
    if (finding.column != 0) place += fmt::format(":{}", finding.column);
    return place.empty() ? place : place + ' ';
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace

Visibility Visibility::everything() {
    return {[](FieldId) { return true; }, [](SeriesId) { return true; }, [](SeriesId, SeriesFieldId) { return true; }};
}

Shown shown(const DataFinding& finding, const Visibility& visibility) {
    // That a file can't be used says nothing of anybody, and a run must never stop without a reason.
    if (entry(finding.code).kind == FindingKind::error) return Shown::whole;
    if (finding.series && !visibility.series(finding.series)) return Shown::nothing;
    const bool is_hidden = (finding.student_field && !visibility.student_field(finding.student_field)) ||
                           (finding.series_field && !visibility.series_field(finding.series, finding.series_field));
    if (!is_hidden) return Shown::whole;
    // Of a whole column: there is no place to show, only what its values are like.
    return finding.line == 0 ? Shown::nothing : Shown::place_only;
}

std::string finding_text(const DataFinding& finding, Shown how, Language language, ErrorFormat format) {
    if (how == Shown::nothing) return {};
    const FindingWords words = words_of(finding, how, language);
    if (format == ErrorFormat::json) return as_json(finding, words);
    const bool is_dutch = language == Language::nl;
    const std::string_view margin = format == ErrorFormat::text ? "   | " : "";
    std::string result =
        fmt::format("{}{} {}\n", place_text(finding), entry(finding.code).code, without_controls(words.message));
    if (!words.why.empty()) {
        result += fmt::format("{}{}: {}\n", margin, is_dutch ? "waarom" : "why", without_controls(words.why));
    }
    if (!words.way_out.empty()) {
        result += fmt::format("{}{}: {}\n", margin, is_dutch ? "doe" : "do", without_controls(words.way_out));
    }
    return result;
}

std::string findings_text(const ReadReport& report, const Visibility& visibility, const RenderOptions& options) {
    struct Visible {
        const DataFinding* finding;
        Shown how;
    };
    std::vector<Visible> visible;
    for (const DataFinding& finding : report.findings) {
        const Shown how = shown(finding, visibility);
        if (how != Shown::nothing) visible.push_back({&finding, how});
    }
    std::size_t most = visible.size();
    if (options.format != ErrorFormat::json && visible.size() > options.most) {
        most = options.most;
        std::ranges::stable_partition(
            visible, [](const Visible& one) { return entry(one.finding->code).kind == FindingKind::error; });
    }
    std::string result;
    for (std::size_t i = 0; i < most; ++i) {
        result += finding_text(*visible[i].finding, visible[i].how, options.language, options.format);
    }
    if (most < visible.size()) {
        const std::size_t more = visible.size() - most;
        result += options.language == Language::nl
                      ? "en nog " + counted(more, "bevinding", "bevindingen") + " over de gegevens\n"
                      : "and " + counted(more, "more finding", "more findings") + " about the data\n";
    }
    return result;
}

ClosingCount count_shown(const Schema& schema, const ReadReport& report, const Visibility& visibility) {
    ClosingCount count;
    count.students = report.students;
    count.set_aside_rows = report.set_aside_students;
    for (const std::size_t cells : report.invalid_cells) count.invalid_cells += cells;
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        if (!visibility.series(SeriesId(i))) {
            count.leaves_out_series = count.leaves_out_series || schema.series[i].is_read;
            continue;
        }
        count.events += report.events[i];
        count.set_aside_rows += report.set_aside_events[i];
        for (const std::size_t cells : report.invalid_series_cells[i]) count.invalid_cells += cells;
        count.invalid_cells += report.invalid_completeness_cells[i];
    }
    return count;
}

std::string closing_line(const ClosingCount& count, Language language) {
    if (language == Language::nl) {
        return fmt::format("{}, {}, {}, {}{}", counted(count.students, "student", "studenten"),
                           counted(count.events, "gebeurtenis", "gebeurtenissen"),
                           counted(count.invalid_cells, "ongeldige cel", "ongeldige cellen"),
                           counted(count.set_aside_rows, "apart gelegde rij", "apart gelegde rijen"),
                           count.leaves_out_series ? " (zonder de reeksen die u niet mag zien)" : "");
    }
    return fmt::format("{}, {}, {}, {}{}", counted(count.students, "student", "students"),
                       counted(count.events, "event", "events"),
                       counted(count.invalid_cells, "invalid cell", "invalid cells"),
                       counted(count.set_aside_rows, "row set aside", "rows set aside"),
                       count.leaves_out_series ? " (without the series you may not see)" : "");
}

std::vector<CaseOnlyMatch> find_case_only_matches(const Column& column, std::span<const std::string> literals) {
    const Dictionary& dictionary = column.dictionary();
    std::unordered_map<std::string, const std::string*> in_data;  // by lower case, of the literals that do not occur
    for (const std::string& literal : literals) {
        if (!dictionary.find(literal)) in_data.emplace(to_lower(literal), nullptr);
    }
    if (in_data.empty()) return {};
    for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
        const auto match = in_data.find(to_lower(dictionary.text(i)));
        if (match != in_data.end() && match->second == nullptr) match->second = &dictionary.text(i);
    }
    std::vector<CaseOnlyMatch> result;
    for (const std::string& literal : literals) {
        if (dictionary.find(literal)) continue;
        const std::string* text = in_data.at(to_lower(literal));
        if (text != nullptr) result.push_back({literal, *text});
    }
    return result;
}

}  // namespace wegwijzer::io
