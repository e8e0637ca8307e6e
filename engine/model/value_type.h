// The types of values in rules, after checking: what a comparison or calculation may do with a value and how it is shown.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/id.h"
#include "engine/calendar/period.h"

namespace wegwijzer::model {

enum class ValueKind : std::uint8_t {
    boolean,     // ja/nee; also every condition
    number,      // getal, geheel, aantal; with an optional unit
    grade,       // cijfer: a plain number that is shown with one decimal
    percentage,  // kept as a ratio
    points,      // procentpunt; kept as a ratio
    date,
    duration,  // in days
    text,
    choice,    // index into its ChoiceDomain
    severity,  // ernst of a signal
};

using ChoiceDomainId = Id<struct ChoiceDomainTag>;

// The values of a keuze, in order. Fields with the same names in the same order share one domain. The factors and the
// clusters of the rule set are domains too (for `signalen met factor is ...`).
struct ChoiceDomain {
    std::vector<std::string> names;
    bool ordered = false;
};

struct ValueType {
    ValueKind kind = ValueKind::boolean;
    std::string unit;        // number only; empty for none
    ChoiceDomainId choices;  // choice only
    friend bool operator==(const ValueType&, const ValueType&) = default;
};

// `laag < midden < hoog`; `none` is below laag: the signal is not active.
enum class Severity : std::uint8_t { none = 0, low = 1, medium = 2, high = 3 };

struct ChoiceValue {
    std::uint32_t index = 0;
    friend auto operator<=>(ChoiceValue, ChoiceValue) = default;
};

// A value written in a rule. Decimal: number, grade, percentage, points (ratios) and duration (days). Length: the value
// of a parameter of type duur, which keeps its unit.
using Constant = std::variant<bool, Decimal, Date, std::string, ChoiceValue, Severity, Length>;

}  // namespace wegwijzer::model
