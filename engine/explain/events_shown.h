// The dated events behind a value: the four grades, the three weeks, with the window they lie in and what they are compared
// with. As fields, so that a page can draw them, and as sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/base/ratio.h"
#include "engine/base/tri.h"
#include "engine/calendar/period.h"
#include "engine/explain/shown_value.h"
#include "engine/records/schema.h"

namespace wegwijzer::explain {

struct EventFieldShown {
    SeriesFieldId field;
    ShownValue value;
    std::optional<Ratio> number;  // to draw; none: not known, or not a number
};
struct EventShown {
    std::uint32_t row = 0;                // of the series; over signalen: the number of the signal
    std::optional<Date> date;             // none: not known, or a signal
    ShownValue day;                       // "14 okt", "zonder datum"; over signalen: its title
    std::vector<EventFieldShown> fields;  // that the rule looks at, in the order of the series; not the date
    Tri counts = Tri::yes;  // no: looked at, and passed over (its filter, its day, a field that is not known)
};
// What a filter or a comparison holds the field against, for this student.
struct EventThreshold {
    SeriesFieldId field;
    Ratio number;
};
struct DaysShown {
    DateInterval days;
    ShownValue from;
    ShownValue to;
};
struct EventsShown {
    std::string node;
    SeriesId series;                          // none: signalen
    std::string name;                         // "toetsen"
    SeriesFieldId field;                      // that is added up, averaged and so on; none: they are counted
    bool is_about_each = true;                // its thresholds hold for single values as well: not of a sum or a change
    std::optional<DaysShown> window;          // none: all up to the reference date
    std::optional<DaysShown> earlier_window;  // verandering: the period before it
    std::optional<DaysShown> found;           // in enige: the window with the highest outcome; langste rij: the row
    bool found_is_window = false;
    std::vector<EventThreshold> thresholds;
    std::vector<EventShown> events;  // all that were looked at, by date, undated ones last
    ShownValue complete_to;          // "toetsen zijn bijgewerkt t/m 9 oktober", when the window reaches past that day
    std::optional<Date> complete_to_day;
};

// When the event with this place in the tree was: "28 okt", with the year when it is not that of the reference date.
[[nodiscard]] ShownValue event_day(const Node& event, Date day, Date reference_date, Language language);

// The events that count and those that may, at most eight, the latest: "28 sep 4,5 · 12 okt 5,4". Empty: there are none.
[[nodiscard]] Phrase events_phrase(const EventsShown& shown);
// "van 12 oktober 2026 t/m 2 november 2026"
[[nodiscard]] Phrase days_phrase(const DaysShown& days, Language language);
// All there is to say: the window, what was found in it, the events, how far they are complete.
[[nodiscard]] std::vector<Phrase> phrases_of(const EventsShown& shown, Language language);

// The same on fewer lines: "van 12 oktober 2026 t/m 2 november 2026: 14 okt 60%".
[[nodiscard]] std::vector<Phrase> brief_phrases_of(const EventsShown& shown, Language language);

}  // namespace wegwijzer::explain
