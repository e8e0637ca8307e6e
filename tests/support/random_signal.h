// What the laws of the smallest changes are tried on: a random signal over a small schema, students with data for it, what the
// slow evaluator says of a change, and the values that people fill in.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/change/change.h"
#include "engine/margins/offer.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"
#include "tests/support/random.h"

namespace wegwijzer::test {

// A pack with `signals` signals, each the clauses that stand behind `signal_head`.
[[nodiscard]] std::string random_signals(Random& random, std::size_t signals);
[[nodiscard]] const std::string& signal_head();

[[nodiscard]] Date signal_day();  // the peildatum
[[nodiscard]] Cohort random_students(Random& random, const std::shared_ptr<const Schema>& schema, std::size_t count);
[[nodiscard]] const std::vector<std::string>& programmes();  // what a student's `opleiding` is

// What the oracle says of a whole pack, not of one signal. None: undetermined.
[[nodiscard]] std::optional<model::Severity> verdict(const model::RuleSet& rules, const Cohort& cohort,
                                                     std::size_t student, Date day, model::SignalId signal);

struct SignalCase {
    const model::RuleSet& rules;
    const Cohort& cohort;
    std::size_t student;
    model::SignalId signal;
    model::Severity now;
    std::string text;

    [[nodiscard]] const Schema& schema() const { return *rules.schema; }
    [[nodiscard]] std::optional<model::Severity> with(const change::Changes& changes, Date day) const {
        return verdict(rules, change::apply(cohort, student, changes), 0, day, signal);
    }
    [[nodiscard]] std::string place() const;  // for messages
};

// A random signal and a student whose verdict is known, again and again until there is enough. Inside of each stand the seed and
// the rule, for messages.
void try_random_signals(const std::function<bool()>& is_enough,
                        const std::function<void(const SignalCase& it, Random& random)>& check);

// Which of the effects leads from one state to another.
struct GoalReached {
    margins::Effect effect;
    model::Severity severity;
    friend auto operator<=>(const GoalReached&, const GoalReached&) = default;
};
[[nodiscard]] std::optional<GoalReached> goal_of(model::Severity now, const std::optional<model::Severity>& then);
[[nodiscard]] GoalReached goal_of(const margins::Offer& offer);

// All values that people fill in; of a date or a duration without an end those around `around`. Of a tekst none.
[[nodiscard]] std::vector<model::FieldValue> values_people_write(const FieldType& type,
                                                                 const std::optional<model::FieldValue>& around);
// All events that people could write down on `day`; of the tests each subject with every grade.
[[nodiscard]] std::vector<std::vector<std::optional<model::FieldValue>>> events_people_write(const Schema& schema,
                                                                                             SeriesId id, Date day);
[[nodiscard]] std::int64_t distance(const model::FieldValue& one, const model::FieldValue& other);

// The start date that a fase or a period counts from is not up for a change.
[[nodiscard]] bool counts_from_start(const std::string& text);

}  // namespace wegwijzer::test
