#include "cli/render/student_data.h"

#include <vector>

#include <fmt/format.h>

#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

// "cijfer: 4,5; vak: wiskunde", without what is not known.
std::string known_values(const std::vector<Field>& fields, const std::vector<Column>& columns, std::size_t row,
                         const std::string& between, Language language) {
    std::string text;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!columns[i].is_known(row)) continue;
        if (!text.empty()) text += between;
        text +=
            fields[i].name + ": " + without_controls(explain::format_field(fields[i].type, columns[i], row, language));
    }
    return text;
}

std::string series_of_student(const Series& series, const SeriesData& data, std::size_t row, Language language) {
    const std::uint32_t first = data.offsets[row];
    const std::uint32_t last = data.offsets[row + 1];
    std::string text = fmt::format("{}: {}", series.plural, last - first);
    if (data.complete_to) {
        text +=
            say(language, ", bijgewerkt t/m ", ", complete up to ") + explain::format_date(*data.complete_to, language);
    }
    text += '\n';
    for (std::uint32_t event = first; event < last; ++event)
        text += "  " + known_values(series.fields, data.columns, event, "; ", language) + '\n';
    return text;
}

// Columns and files that no rule declares, by name; and how much could not be read.
std::string unread_words(const io::ReadReport& report, Language language) {
    std::string text;
    for (const io::DataFinding& finding : report.findings) {
        if (finding.code == Code::N101) {
            text += fmt::format(fmt::runtime(say(language, "Niet gelezen in {}, want de regels kennen het niet: {}\n",
                                                 "Not read in {}, because the rules don't know it: {}\n")),
                                without_controls(finding.file), without_controls(finding.detail.in(language)));
        } else if (finding.code == Code::N103) {
            text += fmt::format(fmt::runtime(say(language, "Niet gelezen, want de regels kennen het niet: {}\n",
                                                 "Not read, because the rules don't know it: {}\n")),
                                without_controls(finding.file));
        }
    }
    if (report.invalid_cell_count() + report.set_aside_count() > 0) {
        text += fmt::format(
            fmt::runtime(say(
                language,
                "Niet te lezen, van welke student ook: cellen {}, rijen {}. Een lijst van adviezen noemt ze; kijk ze "
                "na.\n",
                "Not readable, of whatever student: cells {}, rows {}. A list of advice names them; look into "
                "these.\n")),
            report.invalid_cell_count(), report.set_aside_count());
    }
    return text;
}

}  // namespace

std::string student_data_text(const StudentData& data, Language language) {
    std::string text =
        fmt::format("{} {}\n", say(language, "\nIN DE GEGEVENS", "\nIN THE DATA"), without_controls(data.name));
    const Cohort& cohort = data.read.cohort;
    const Schema& schema = *cohort.schema;
    if (!data.row) {
        text += say(language, "Niets: deze student staat er niet in.\n", "Nothing: this student is not in it.\n");
    } else {
        text += known_values(schema.student_fields, cohort.columns, *data.row, "\n", language) + '\n';
        for (std::size_t i = 0; i < schema.series.size(); ++i) {
            const SeriesData& events = cohort.series[i];
            if (!events.supplied_for(*data.row)) continue;
            text += '\n' + series_of_student(schema.series[i], events, *data.row, language);
        }
    }
    const std::string unread = unread_words(data.read.report, language);
    return unread.empty() ? text : text + '\n' + unread;
}

}  // namespace wegwijzer::cli
