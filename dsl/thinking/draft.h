// An invented student of whom the atoms of conditions have given values: fields, and events in their windows. A draft is a
// guess where atoms look at the same events; who uses it evaluates it.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/analyse/question.h"
#include "engine/model/example.h"

namespace wegwijzer::thinking {

using AtomValues = std::vector<std::pair<analyse::AtomId, analyse::Case>>;

// On which day of its window an event falls.
enum class EventDay : std::uint8_t { last, first };

// Events of which fields have given values: so many alike, in the period of `selection`.
struct EventCase {
    model::Selection selection;
    AtomValues values;  // of its filter
    std::int64_t count = 1;
};

// Nothing expected yet; nothing where there is an atom that no data can be made for.
[[nodiscard]] std::optional<model::Example> draft_example(analyse::Formulas& formulas, const AtomValues& values,
                                                          EventDay day, const EventCase* events = nullptr);

// A place in the case, as round as an author would write it.
[[nodiscard]] std::optional<analyse::Place> round_place(const analyse::Axis& axis, const analyse::Stretch& where);

}  // namespace wegwijzer::thinking
