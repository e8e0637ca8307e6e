// What finding out one thing that is unknown would decide of a signal that can't be judged, or that may be of a higher ernst. Of
// a field of the student: every value it can have, exactly where conditions compare it with something known. Of a series: every
// way in which the conditions can come out that are unknown for want of it alone. All else stays as it is.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "engine/margins/judge.h"

namespace wegwijzer::margins {

// Values of a field, from one end to the other; none: no end.
struct ValueRange {
    struct End {
        model::FieldValue value;
        bool is_included = true;
    };
    std::optional<End> from;
    std::optional<End> to;
};
// Of a keuze, ja/nee or tekst.
struct ValueList {
    std::vector<model::FieldValue> values;
    bool is_all_but = false;  // every value but these
};
// A condition that is unknown now.
struct ConditionAnswer {
    trace::StepId condition;  // in the trace that was given
    Tri holds = Tri::yes;
};
using Answer = std::variant<ValueRange, ValueList, ConditionAnswer>;

struct Outcome {
    std::uint8_t severities = 0;        // possible ones, as in model::SignalOutcome: one bit when it is decided
    std::vector<model::Missing> needs;  // not decided: what has to be found out as well
    [[nodiscard]] bool is_decided() const;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};
// One of `answers` gives this outcome.
struct FindingCase {
    std::vector<Answer> answers;
    Outcome outcome;
};
// The first case of which an answer is given holds, else `otherwise`. No case: it is `otherwise` whatever is found out.
struct Finding {
    model::Missing missing;
    std::vector<FindingCase> cases;
    Outcome otherwise;
    [[nodiscard]] bool decides_something() const;
};

// One per thing that the outcome names as missing. `trace`: of all rules for this student, `signal` standing at its own index.
// Empty for a signal of which nothing is missing, and for things whose answers can't be told apart so simply.
[[nodiscard]] std::vector<Finding> find_out(const Preparations& preparations, const Cohort& cohort, std::size_t student,
                                            Date reference_date, const trace::Trace& trace, model::SignalId signal);

}  // namespace wegwijzer::margins
