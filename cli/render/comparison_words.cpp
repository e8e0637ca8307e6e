#include "cli/render/comparison_words.h"

#include <fmt/format.h>

#include <array>

#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

struct KindWords {
    const char* kind;
    const char* nl;
    const char* en;
};
constexpr std::array kinds{
    KindWords{"pack", "regelpakket", "rule pack"},
    KindWords{"field", "veld", "field"},
    KindWords{"series", "reeks", "series"},
    KindWords{"calendar", "kalender", "calendar"},
    KindWords{"phase", "fase", "phase"},
    KindWords{"source", "bron", "source"},
    KindWords{"cluster", "cluster", "cluster"},
    KindWords{"factor", "factor", "factor"},
    KindWords{"role", "rol", "role"},
    KindWords{"parameter", "parameter", "parameter"},
    KindWords{"set", "stel", "set"},
    KindWords{"concept", "begrip", "concept"},
    KindWords{"signal", "signaal", "signal"},
    KindWords{"strength", "kracht", "strength"},
    KindWords{"opportunity", "kans", "opportunity"},
    KindWords{"intervention", "interventie", "intervention"},
    KindWords{"policy", "beleid", "policy"},
    KindWords{"table", "tabel", "table"},
    KindWords{"plan", "aanpak", "plan"},
};

std::string input_words(comparison::RunInput input, Language language) {
    switch (input) {
        case comparison::RunInput::rules: return say(language, "de regels", "the rules");
        case comparison::RunInput::data: return say(language, "de gegevens", "the data");
        case comparison::RunInput::followups: return say(language, "wat is vastgelegd", "what was recorded");
        case comparison::RunInput::consents: return say(language, "de toestemming", "the consent");
        case comparison::RunInput::day: return say(language, "de dag", "the day");
        case comparison::RunInput::version: break;
    }
    return say(language, "de versie van Wegwijzer", "the version of Wegwijzer");
}

std::string title_of_run(const comparison::ComparedRun& run, Language language) {
    return "run " + std::to_string(run.number) + " (" + explain::format_date(run.reference_date, language) + ")";
}

}  // namespace

std::string heading_words(const comparison::Comparison& comparison, Language language) {
    const std::string students = students_words(comparison.students, language);
    if (!comparison.runs) {
        return say(language, "Wat verandert er op ", "What changes on ") +
               explain::format_date(comparison.reference_date, language) + say(language, " voor ", " for ") + students +
               "?";
    }
    return say(language, "Wat veranderde er van ", "What changed from ") +
           title_of_run(comparison.runs->before, language) + say(language, " naar ", " to ") +
           title_of_run(comparison.runs->after, language) + say(language, " voor ", " for ") + students + "?";
}

std::vector<std::string> other_inputs_words(const comparison::RunPair& runs, Language language) {
    std::vector<std::string> lines;
    const auto add = [&](std::size_t students, const char* nl, const char* en) {
        if (students != 0) lines.push_back(say(language, nl, en) + students_words(students, language));
    };
    add(runs.other_data, "andere gegevens van ", "other data of ");
    add(runs.other_followups, "iets vastgelegd over ", "something recorded about ");
    add(runs.other_consents, "een andere toestemming van ", "another consent of ");
    if (runs.other_version) {
        lines.emplace_back(say(language, "een andere versie van Wegwijzer", "another version of Wegwijzer"));
    }
    if (runs.before.reference_date != runs.after.reference_date) {
        const std::int64_t days = days_between(runs.before.reference_date, runs.after.reference_date);
        const std::int64_t count = days < 0 ? -days : days;
        lines.push_back(say(language, "een andere dag: ", "another day: ") + std::to_string(count) +
                        (count == 1 ? say(language, " dag", " day") : say(language, " dagen", " days")) +
                        (days < 0 ? say(language, " eerder", " earlier") : say(language, " later", " later")));
    }
    add(runs.only_after, "er nu bij, en dus niet vergeleken: ", "new now, and so not compared: ");
    add(runs.only_before, "er nu niet meer bij, en dus niet vergeleken: ", "no longer there, and so not compared: ");
    // Of each run apart: who is erased from both can't be told apart any more, and is one student.
    for (const comparison::ComparedRun* run : {&runs.before, &runs.after}) {
        if (run->forgotten == 0) continue;
        lines.push_back(fmt::format(fmt::runtime(say(language, "gewist uit run {}, en dus niet vergeleken: {}",
                                                     "erased from run {}, and so not compared: {}")),
                                    run->number, students_words(run->forgotten, language)));
    }
    return lines;
}

std::string hours_words(std::int64_t minutes, Language language) {
    // Hundredths of an hour, rounded half up: 20 minutes are 0,33.
    const std::int64_t hundredths = (minutes * 100 + 30) / 60;
    return to_text(Decimal::from_micros(hundredths * 10'000), 0, language == Language::nl ? ',' : '.');
}

std::string difference_words(std::int64_t before, std::int64_t after) {
    const std::int64_t difference = after - before;
    return (difference > 0 ? "+" : "") + std::to_string(difference);
}

std::string kind_words(const std::string& kind, Language language) {
    for (const KindWords& words : kinds) {
        if (kind == words.kind) return say(language, words.nl, words.en);
    }
    return kind;
}

std::string state_words(const comparison::SignalState& state, Language language) {
    switch (state.status) {
        case comparison::SignalState::Status::undetermined: return say(language, "onbepaald", "undetermined");
        case comparison::SignalState::Status::off: return say(language, "niet actief", "not active");
        case comparison::SignalState::Status::on: break;
    }
    std::string words = state.severity == model::Severity::none ? say(language, "actief", "active")
                                                                : explain::format_severity(state.severity, language);
    if (state.possibly_higher) words += say(language, " (mogelijk hoger)", " (possibly higher)");
    return words;
}

std::string advice_words(const comparison::Comparison& comparison, const comparison::AdviceState& state,
                         Language language) {
    std::string words = say(language, "door ", "by ") + comparison.role_names[state.role].title;
    if (state.urgent) words += say(language, ", spoed", ", urgent");
    if (state.not_before) {
        words += say(language, ", vanaf ", ", from ") + explain::format_short_date(*state.not_before, language);
    }
    if (state.due) words += say(language, ", uiterlijk ", ", by ") + explain::format_short_date(*state.due, language);
    words += say(language, ", prioriteit ", ", priority ") + std::to_string(state.priority);
    if (state.in_progress) words += say(language, ", loopt", ", in progress");
    if (state.consent == advise::Consent::ask) words += say(language, ", eerst vragen", ", ask first");
    return words;
}

std::string cause_words(const comparison::Comparison& comparison, const comparison::Causes& causes, Language language) {
    std::string words;
    for (const std::size_t change : causes.changes) {
        const comparison::DeclarationKey& key = comparison.changes[change].change.key;
        words += (words.empty() ? "" : ", ") + kind_words(key.kind, language) + " " + key.name;
    }
    for (const comparison::RunInput input : causes.inputs) {
        words += (words.empty() ? "" : ", ") + input_words(input, language);
    }
    if (causes.restricted) {
        words += (words.empty() ? "" : ", ") +
                 std::string(say(language, "reden alleen voor de tweede lijn", "reason for the second line only"));
    }
    return words;
}

std::string students_words(std::size_t count, Language language) {
    return std::to_string(count) + (count == 1 ? " student" : say(language, " studenten", " students"));
}

std::string left_out_words(Language language) {
    return say(
        language,
        "Advies dat rust op wat deze lezer niet mag zien, is niet vergeleken en niet geteld (`--role` met een rol "
        "van de tweede lijn ziet het wel).",
        "Advice that rests on what this reader may not see was not compared and not counted (`--role` with a role "
        "of the second line sees it).");
}

}  // namespace wegwijzer::cli
