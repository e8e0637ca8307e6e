// What would end or start a signal, or change its ernst: one thing of the student's data that is different, or two, or nothing
// but time.
#pragma once

#include <array>
#include <optional>
#include <variant>
#include <vector>

#include "engine/change/change.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::margins {

enum class Effect : std::uint8_t { ends, starts, severity };

// Which values of a field do it.
enum class Boundary : std::uint8_t {
    exactly,   // `value`, or one of `others`
    at_least,  // `value` and all above it
    at_most,   // `value` and all below it
    any,       // every value
    other,     // every value but those in `others`; `value` stands for them
};
struct Wanted {
    Boundary boundary = Boundary::exactly;
    model::FieldValue value;  // does it
    // at_least, at_most: all that lies beyond this does it, and this itself doesn't. None: up to and with `value`.
    std::optional<model::FieldValue> beyond;
    std::vector<model::FieldValue> others;
};

// A field of the student gets another value.
struct FieldOffer {
    FieldId field;
    Wanted wanted;
};
// `count` events more, alike, on one day.
struct EventOffer {
    struct Field {
        SeriesFieldId field;
        Wanted wanted;
    };
    SeriesId series;
    std::size_t count = 1;
    Date day;                   // the peildatum, or the day on which the signal is judged
    std::optional<Date> until;  // on every day from `day` to this one they have the effect, judged on that day
    std::vector<Field> fields;  // those that the signal reads, without the date
};
// Nothing changes but the day: from then on.
struct TimeOffer {
    Date day;
};

// Two of these on the peildatum, of which neither does it without the other.
struct PairOffer {
    using Part = std::variant<FieldOffer, EventOffer>;
    std::array<Part, 2> parts;
};

struct Offer {
    Effect effect = Effect::ends;
    model::Severity severity = model::Severity::none;  // that it gets
    std::variant<FieldOffer, EventOffer, TimeOffer, PairOffer> what;
};

[[nodiscard]] change::Changes changes_of(const Schema& schema, const PairOffer::Part& part);
// What to apply, and the day to judge the signal on.
[[nodiscard]] change::Changes changes_of(const Schema& schema, const Offer& offer);
[[nodiscard]] Date day_of(const Offer& offer, Date reference_date);

}  // namespace wegwijzer::margins
