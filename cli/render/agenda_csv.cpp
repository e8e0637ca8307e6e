// The agenda for a spreadsheet.
#include <vector>

#include "cli/render/agenda.h"
#include "cli/render/csv_cells.h"

namespace wegwijzer::cli {
namespace {

std::string place_words(const explain::AgendaItem& item, Language language) {
    using enum explain::AgendaState;
    switch (item.state) {
        case placed:
            return item.is_appointment ? say(language, "afspraak", "appointment") : say(language, "week", "week");
        case waiting: return say(language, "wacht", "waiting");
        case later: break;
    }
    return say(language, "later", "later");
}

}  // namespace

std::string agenda_as_csv(const model::RuleSet& rules, const explain::Visible<explain::Agenda>& agenda,
                          Language language) {
    static const std::vector<std::string> nl{
        "rol",         "persoon",  "week",        "plaats",         "bovenop",     "student",   "naam",
        "advies",      "titel",    "spoed",       "prioriteit",     "vanaf",       "uiterlijk", "te laat",
        "loopt sinds", "afspraak", "wacht sinds", "zonder signaal", "toestemming", "let op"};
    static const std::vector<std::string> en{"role",        "person",        "week",
                                             "place",       "on top",        "student",
                                             "name",        "advice",        "title",
                                             "urgent",      "priority",      "from",
                                             "due",         "late",          "in progress since",
                                             "appointment", "waiting since", "without signal",
                                             "consent",     "notes"};
    const auto yes_no = [language](bool it) { return say(language, it ? "ja" : "nee", it ? "yes" : "no"); };
    std::string text = row_of(language == Language::nl ? nl : en);
    for (const explain::AgendaCarrier& carrier : agenda->carriers) {
        for (const explain::AgendaItem& item : carrier.items) {
            const advise::Recommendation& advice = item.report.advice;
            const model::Intervention& intervention = rules.intervention(advice.intervention);
            std::vector<std::string> notes;
            for (const Localized& note : item.report.notes) notes.push_back(note.in(language));
            const bool is_waiting = item.state == explain::AgendaState::waiting;
            text += row_of({rules.role(carrier.role).name,
                            item.report.person.value_or(std::string()),
                            item.placement.week ? to_iso(agenda->weeks[*item.placement.week].monday) : std::string(),
                            place_words(item, language),
                            yes_no(item.placement.place == agenda::Place::on_top),
                            item.student,
                            item.name.value_or(std::string()),
                            intervention.name,
                            explain::title_of(intervention),
                            yes_no(advice.urgent),
                            std::to_string(advice.priority),
                            to_iso(advice.not_before),
                            to_iso(advice.due),
                            yes_no(item.is_late),
                            to_iso(advice.in_progress_since),
                            to_iso(item.report.appointment),
                            is_waiting ? to_iso(item.since) : std::string(),
                            yes_no(item.without_signal),
                            consent_words(advice.consent, language),
                            joined_in_cell(notes)});
        }
    }
    return text;
}

}  // namespace wegwijzer::cli
