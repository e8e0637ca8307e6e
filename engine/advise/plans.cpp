// Where a plan over time stands (language.md section 6, "Plans").
#include <algorithm>

#include "engine/advise/reviews.h"
#include "engine/advise/steps.h"
#include "engine/calendar/period.h"

namespace wegwijzer::advise {
namespace {

void add_missing(StepState& step, const model::MissingSet& more) {
    step.term_unknown = true;
    step.missing.insert(step.missing.end(), more.begin(), more.end());
    std::sort(step.missing.begin(), step.missing.end());
    step.missing.erase(std::unique(step.missing.begin(), step.missing.end()), step.missing.end());
}

// `binnen` and `na`, from the start of the plan.
void set_length(const Situation& situation, const model::PlanStep& step, const model::AdviceTerm& length, Date start,
                StepState& state) {
    if (length.unknown) add_missing(state, length.missing);
    if (!length.within) return;
    const std::optional<Date> day = after(situation.rules.calendars, start, *length.within);
    if (!day) state.term_unknown = true;  // past the year 9999
    (step.after ? state.not_before : state.due) = day;
}

// `in studieweek A t/m B`, from the start of the studies.
void set_weeks(const Situation& situation, const model::StepTerms& terms, StepState& state) {
    for (const model::AdviceTerm* week : {&terms.first_week, &terms.last_week}) {
        if (week->unknown) add_missing(state, week->missing);
    }
    const std::optional<Date>& start = situation.history.start;
    const FieldId start_field = situation.rules.schema->start;
    if (!start) add_missing(state, start_field ? model::MissingSet{{start_field, {}, {}}} : model::MissingSet{});
    if (!start || !terms.first_week.week || !terms.last_week.week) return;
    const auto week_begins = [&](std::int64_t week) -> std::optional<Date> {
        constexpr std::int64_t most = 1'000'000;  // weeks: far past the year 9999
        return week > most || week < -most ? std::nullopt : add_days(*start, 7 * (week - 1));
    };
    state.not_before = week_begins(*terms.first_week.week);
    const std::optional<Date> next = week_begins(*terms.last_week.week + 1);
    state.due = next ? add_days(*next, -1) : std::nullopt;
    if (!state.not_before || !state.due) state.term_unknown = true;
}

}  // namespace

PlanState state_of(const Situation& situation, model::PlanId id) {
    const model::Plan& plan = situation.rules.plan(id);
    const model::PlanOutcome& outcome = situation.outcome.plans[id.index()];
    PlanState state;
    state.plan = id;
    state.goal = outcome.goal.value;
    if (!plan.steps.empty()) {
        state.started = first_followed(situation.history, plan.steps.front().intervention, current_year(situation));
    }
    const Date start = state.started.value_or(situation.reference_date);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const model::PlanStep& step = plan.steps[i];
        StepState one;
        set_length(situation, step, outcome.steps[i].length, start, one);
        if (step.first_week) set_weeks(situation, outcome.steps[i], one);
        // The n-th finished round of an interventie finishes its n-th step.
        const auto steps_before = plan.steps.begin() + static_cast<std::ptrdiff_t>(i);
        const auto same_before =
            static_cast<std::size_t>(std::count_if(plan.steps.begin(), steps_before, [&](const model::PlanStep& other) {
                return other.intervention == step.intervention;
            }));
        const bool is_done =
            state.started && finished_rounds(situation.history, step.intervention, start) > same_before;
        if (is_done) {
            one.status = StepStatus::done;
        } else if (!state.current_step && state.goal != Tri::yes) {
            one.status = StepStatus::current;
            state.current_step = i;
        }
        state.steps.push_back(std::move(one));
    }
    if (plan.review_every) {
        state.next_review = next_review(situation.rules.calendars, start, *plan.review_every, situation.reference_date);
    }
    if (plan.evaluate_after) state.evaluate_on = after(situation.rules.calendars, start, *plan.evaluate_after);
    return state;
}

std::vector<PlanState> advised_plans(const Situation& situation, const std::vector<model::PolicyId>& speaking) {
    std::vector<PlanState> result;
    for (PlanState state : situation.plans) {
        for (std::size_t i = 0; i < situation.rules.policies.size(); ++i) {
            const model::PolicyId policy(i);
            const bool advises =
                std::ranges::any_of(situation.rules.policy(policy).advises,
                                    [&](const model::Advice& advice) { return advice.plan == state.plan; });
            if (!advises || !applies(situation.outcome.policies[i])) continue;
            if (!overruled_by(situation, speaking, policy)) state.policies.push_back(policy);
        }
        if (!state.policies.empty()) result.push_back(std::move(state));
    }
    return result;
}

}  // namespace wegwijzer::advise
