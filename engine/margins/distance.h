// How far a compared value lies from where the answer turns, in both directions, exactly. Knows nothing of readers:
// `engine/explain` shows it where it shows the value.
#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "engine/margins/scale.h"

namespace wegwijzer::margins {

struct Against {  // value OP threshold
    model::CompareOp op = model::CompareOp::equal;
    Ratio threshold;
};
struct Within {  // both ends count
    Ratio low;
    Ratio high;
    bool negated = false;
};
using Question = std::variant<Against, Within>;
[[nodiscard]] bool holds_at(const Question& question, const Ratio& point);
// All points, within the scale, at which the answer can differ from the one a step nearer.
[[nodiscard]] std::vector<Ratio> points_of(const Scale& scale, const Question& question);

// The first value, going one way by steps or onto the threshold itself, with the other answer.
struct Turn {
    Ratio at;
    Ratio by;  // `at` minus the value
};
struct Distance {
    Scale scale;
    Question question;
    Ratio value;
    Ratio threshold;  // of a range the nearest end, the lower one where both are as near
    Ratio above;      // the value minus the threshold
    bool holds = false;
    std::optional<Turn> up;  // none: nothing that way turns it
    std::optional<Turn> down;
};
// std::nullopt where a difference does not fit 128 bits.
[[nodiscard]] std::optional<Distance> distance_of(const Scale& scale, const Question& question, const Ratio& value);

// What a comparison, a range, a count of events or a list of conditions asks of which value, in this trace.
struct Asked {
    model::ExprId value;       // none: a list counts its own conditions, a `minstens N toetsen` its own events
    trace::StepId value_step;  // of `value`
    model::ExprId threshold;   // of a comparison: the other side
    Distance distance;
};
// `step` is of a condition. std::nullopt: it compares nothing that has a difference, or a side is not known.
[[nodiscard]] std::optional<Asked> asked_by(const model::RuleSet& rules, const trace::Trace& trace,
                                            const trace::Step& step);

[[nodiscard]] std::optional<Ratio> difference(const Ratio& left, const Ratio& right);

}  // namespace wegwijzer::margins
