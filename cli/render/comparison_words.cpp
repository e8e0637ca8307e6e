#include "cli/render/comparison_words.h"

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

}  // namespace

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
    if (state.consent == advise::Consent::ask) words += say(language, ", eerst vragen", ", ask first");
    return words;
}

std::string cause_words(const comparison::Comparison& comparison, const comparison::Causes& causes, Language language) {
    std::string words;
    for (const std::size_t change : causes.changes) {
        const comparison::DeclarationKey& key = comparison.changes[change].change.key;
        words += (words.empty() ? "" : ", ") + kind_words(key.kind, language) + " " + key.name;
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
