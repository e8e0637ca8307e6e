#include "engine/explain/events_shown.h"

#include "engine/explain/format_value.h"

namespace wegwijzer::explain {
namespace {

constexpr std::size_t most_events = 8;

}  // namespace

ShownValue event_day(const Node& event, Date day, Date reference_date, Language language) {
    std::string text = format_short_date(day, language);
    const auto year = day.calendar().year;
    if (year != reference_date.calendar().year) text += " " + std::to_string(year);
    return (event / "day").shows(std::move(text), format_date(day, language));
}

Phrase days_phrase(const DaysShown& days, Language language) {
    Phrase phrase(say(language, "van ", "from "));
    phrase.add(days.from).add(say(language, " t/m ", " to ")).add(days.to);
    // Since a start that is still to come, for one.
    if (days.days.from > days.days.to) phrase.add(say(language, ": nog geen enkele dag", ": not a single day yet"));
    return phrase;
}

Phrase events_phrase(const EventsShown& shown) {
    std::vector<const EventShown*> said;
    for (const EventShown& event : shown.events) {
        if (event.counts != Tri::no) said.push_back(&event);
    }
    Phrase phrase;
    const std::size_t first = said.size() > most_events ? said.size() - most_events : 0;
    for (std::size_t i = first; i < said.size(); ++i) {
        if (i > first) phrase.add(" · ");
        phrase.add(said[i]->day);
        for (const EventFieldShown& field : said[i]->fields) phrase.add(" ").add(field.value);
        if (said[i]->counts == Tri::unknown) phrase.add(" (?)");
    }
    return phrase;
}

std::vector<Phrase> phrases_of(const EventsShown& shown, Language language) {
    std::vector<Phrase> phrases;
    if (shown.window) phrases.push_back(days_phrase(*shown.window, language));
    if (shown.found) {
        phrases.push_back(Phrase(shown.found_is_window ? say(language, "de hoogste uitkomst: ", "the highest outcome: ")
                                                       : say(language, "de langste rij: ", "the longest run: "))
                              .add(days_phrase(*shown.found, language)));
    }
    if (Phrase events = events_phrase(shown); !events.empty()) phrases.push_back(std::move(events));
    if (!shown.complete_to.empty()) phrases.push_back(Phrase().add(shown.complete_to));
    return phrases;
}

std::vector<Phrase> brief_phrases_of(const EventsShown& shown, Language language) {
    std::vector<Phrase> phrases = phrases_of(shown, language);
    const Phrase events = events_phrase(shown);
    if (!shown.window || shown.found || events.empty()) return phrases;
    phrases.erase(phrases.begin() + 1);
    phrases.front().add(": ").add(events);
    return phrases;
}

}  // namespace wegwijzer::explain
