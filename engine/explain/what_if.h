// What if: the explanation of a student whose data are changed in thought, held against the explanation as it is. A change
// dated after the reference date is evaluated on its own day; what only the passing of time does is told apart from what the
// change does, by a third explanation: that later day without the change.
//
// Only what the reader may see goes in: fields and events the reader may not see are left out of all three, as not known,
// and signals the reader may not see as not active, so that asking what if tells nothing about them (docs/decisions.md). A reader who may see all gets what `explain` would
// say of data in which the change was written down.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/change/change.h"
#include "engine/explain/explanation.h"
#include "engine/explain/shown_value.h"

namespace wegwijzer::explain {

// What is told with its node; alike when the values are.
template <class Value>
struct Told {
    Value value{};
    ShownValue shown;
    friend bool operator==(const Told& left, const Told& right) { return left.value == right.value; }
};

struct AddedValue {
    std::string name;
    ShownValue value;
};
struct ChangeShown {
    std::string name;  // of the field or the series
    bool adds_event = false;
    ShownValue value;  // of a field
    ShownValue now;
    std::vector<AddedValue> event;  // the fields that got a value, in order of declaration
    // The series has a first event by this: nothing was supplied.
    bool supplies_series = false;
    std::optional<Told<Date>> complete_to;  // the event lies after this day, up to which the series is known
};

// The three that are compared. `now`: on the reference date; `without`: on the day that is evaluated; `with` the change.
template <class State>
struct Compared {
    State now;
    State without;
    State with;

    [[nodiscard]] bool differs() const { return !(now == with) || !(without == with); }
    [[nodiscard]] bool is_by_change() const { return !(without == with); }
    [[nodiscard]] bool is_by_time() const { return !(now == without); }
    friend bool operator==(const Compared&, const Compared&) = default;
};

struct SignalState {
    model::SignalStatus status = model::SignalStatus::not_active;
    model::Severity severity = model::Severity::none;  // none when it is not active
    bool possibly_higher = false;
    friend bool operator==(const SignalState&, const SignalState&) = default;
};
struct SignalDifference {
    model::SignalId signal;
    Compared<SignalState> state;
};

enum class AdviceStanding : std::uint8_t { none, advised, suppressed, undetermined };
struct AdviceState {
    AdviceStanding standing = AdviceStanding::none;
    std::optional<Told<Date>> not_before;  // when it is advised, as all below
    std::optional<Told<Date>> due;
    std::optional<Told<Date>> in_progress_since;
    advise::Consent consent = advise::Consent::not_needed;
    bool urgent = false;
    Told<int> priority;
    friend bool operator==(const AdviceState&, const AdviceState&) = default;
};
struct AdviceDifference {
    model::InterventionId intervention;
    Compared<AdviceState> state;
};

struct PlanStanding {
    bool is_listed = false;
    std::optional<Told<std::size_t>> current_step;
    Tri goal = Tri::unknown;  // unknown also where the reader may not see it
    friend bool operator==(const PlanStanding&, const PlanStanding&) = default;
};
struct PlanDifference {
    model::PlanId plan;
    Compared<PlanStanding> state;
};

// What is shown in one place of the tree; alike when the texts are.
struct ValueThere {
    ShownValue shown;  // empty: there is no value to show there
    friend bool operator==(const ValueThere& left, const ValueThere& right) {
        return left.shown.text() == right.shown.text();
    }
};
// A value in a condition, or of a parameter, of a signal that the reader may see.
struct ValueDifference {
    model::SignalId signal;
    std::string node;
    std::string words;  // the author's
    Compared<ValueThere> value;
    bool turns = false;  // the condition comes out otherwise than now, or it is a parameter
};

struct WhatIf {
    std::vector<ChangeShown> changes;
    Date reference_date;
    Date evaluated_on;
    bool leaves_out_hidden = false;  // the reader may not see all, so that part was not counted
    Visible<StudentExplanation> now;
    Visible<StudentExplanation> without;
    Visible<StudentExplanation> page;
    std::vector<SignalDifference> signals;  // order of declaration, as all below
    std::vector<AdviceDifference> advice;
    std::vector<PlanDifference> plans;
    std::vector<ValueDifference> values;

    [[nodiscard]] bool is_later() const { return reference_date < evaluated_on; }
};

class WhatIfExplainer {
  public:
    // `redactor` must outlive it.
    explicit WhatIfExplainer(const Redactor& redactor) : redactor_(&redactor) {}

    // What else is worked out from the student with the changes, with the cohort of one that holds them.
    using Beside = std::function<void(const Visible<StudentExplanation>&, const Cohort&, const advise::StudentAdvice&,
                                      const trace::Trace&)>;
    // A value of `now`, at its place in all that is compared: `what_if/now/` and the node it has on that page. What is
    // without the change is at `what_if/without/`; with it, values have the nodes that every page has.
    [[nodiscard]] static ShownValue of_now(const ShownValue& value);

    // Precondition: the reader may see every field and series that `changes` names.
    [[nodiscard]] Visible<WhatIf> explain(const Cohort& cohort, std::size_t student, Date reference_date,
                                          const change::Changes& changes, Language language,
                                          const Beside& beside = {}) const;

  private:
    void show_differences(WhatIf& what_if, Language language) const;

    const Redactor* redactor_;
};

}  // namespace wegwijzer::explain
