// On what line the value of an expression lies: what a step on it is, where it ends, and what a difference on it counts.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/ratio.h"
#include "engine/model/rule_set.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::margins {

// What a difference between two values counts.
enum class Measure : std::uint8_t {
    number,  // in the unit of the type, if it has one
    grade,
    percentage_points,
    days,
    working_days,
    events,
    signals,
    conditions,  // of a list
    steps,       // of an ordered keuze or of an ernst
};

struct Scale {
    model::ValueType type;
    Measure measure = Measure::number;
    std::int64_t steps_per_one = 1;  // docs/decisions.md: a cijfer and a getal 10, a percentage 100, all else 1
    bool is_whole = false;           // nothing lies between two steps
    std::optional<Ratio> lowest;     // what is known to end it; dates as days
    std::optional<Ratio> highest;

    [[nodiscard]] bool holds(const Ratio& point) const;
};

// std::nullopt where values have no order: a ja/nee, a tekst, a keuze that is not `oplopend`. `beside`: what it is compared
// with, since a percentage there makes a plain number one.
[[nodiscard]] std::optional<Scale> scale_of(const model::RuleSet& rules, model::ExprId id, model::ExprId beside = {});

// A count of `measure`, from 0.
[[nodiscard]] Scale scale_of_count(Measure measure);

// Where a value lies: numbers, dates and durations in days, the place of a choice or an ernst. std::nullopt: not known, or
// nowhere.
[[nodiscard]] std::optional<Ratio> place_of(const trace::Value& value, const std::optional<Ratio>& exact);

// What a begrip stands for, as deep as it goes.
[[nodiscard]] model::ExprId behind_concepts(const model::RuleSet& rules, model::ExprId id);

}  // namespace wegwijzer::margins
