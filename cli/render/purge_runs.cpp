#include "cli/render/purge_runs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

std::string runs_in_words(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "run" : "runs"); }

std::string joined_names(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + without_controls(name) + "`";
    return text;
}

// Why a run has no end.
std::string reason_to_stay(const TermOfRun& term, Language language) {
    const auto about = [&](const std::vector<std::string>& names, const Localized& one, const Localized& more) {
        return joined_names(names) + " " + (names.size() == 1 ? one : more).in(language);
    };
    if (!term.names_packs) {
        return std::string(say(language, "er staat niet bij met welke pakketten", "they don't say with which packs"));
    }
    if (!term.not_given.empty()) {
        return about(term.not_given, {"is niet meegegeven", "was not given"},
                     {"zijn niet meegegeven", "were not given"});
    }
    return about(term.without_term, {"noemt geen termijn (`bewaren`)", "names no term (`retain`)"},
                 {"noemen geen termijn (`bewaren`)", "name no term (`retain`)"});
}

std::string due_text(const std::vector<store::RunWithStudents>& due, Language language) {
    const auto oldest = std::ranges::min_element(
        due, {}, [](const store::RunWithStudents& run) { return run.header.inputs.reference_date; });
    return fmt::format("  {}{}, {}{}{}\n", say(language, "vervalt: ", "falls due: "), runs_in_words(due.size()),
                       run_lines_counted(store::lines_in(due), language),
                       say(language, "; de oudste is van ", "; the oldest is of "),
                       explain::format_date(oldest->header.inputs.reference_date, language));
}

}  // namespace

std::string kept_runs_counted(std::int64_t count, Language language) {
    return fmt::format(
        "{} {}", count,
        count == 1 ? say(language, "bewaarde run", "kept run") : say(language, "bewaarde runs", "kept runs"));
}

std::string run_lines_counted(std::int64_t count, Language language) {
    return fmt::format("{} {}", count,
                       count == 1 ? say(language, "regel van een student", "line of a student")
                                  : say(language, "regels van studenten", "lines of students"));
}

std::string runs_due_text(const store::RunsReview& review, const RunTerms& terms, Language language) {
    if (review.due.empty() && review.kept.empty()) return {};
    std::string text(say(language, "\nBewaarde runs: elk zo lang als de langste termijn van zijn pakketten\n",
                         "\nKept runs: each for the longest term of its packs\n"));
    if (!review.due.empty()) text += due_text(review.due, language);
    std::size_t with_end = 0;
    std::optional<Date> first;
    std::map<std::string, std::size_t> without_end;
    for (const store::RunWithStudents& run : review.kept) {
        const TermOfRun& term = terms.found(run.header.number);
        if (term.until) {
            ++with_end;
            first = first ? std::min(*first, *term.until) : *term.until;
        } else {
            ++without_end[reason_to_stay(term, language)];
        }
    }
    if (first) {
        text += fmt::format("  {}{}{}{}\n", say(language, "blijft: ", "kept: "), runs_in_words(with_end),
                            say(language, "; de eerste vervalt na ", "; the first falls due after "),
                            explain::format_date(*first, language));
    }
    for (const auto& [reason, runs] : without_end) {
        text +=
            fmt::format("  {}{}: {}\n", say(language, "blijft, want ", "kept, because "), reason, runs_in_words(runs));
    }
    return text;
}

}  // namespace wegwijzer::cli
