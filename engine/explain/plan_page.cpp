#include "engine/explain/plan_page.h"

#include <algorithm>
#include <tuple>

#include "engine/explain/plan_teller.h"

namespace wegwijzer::explain {
namespace {

constexpr std::int64_t days_of_a_week = 7;

// What was due and is late, before what is to come.
bool is_pressing(const PlanNeed& need) {
    return need.kind == PlanNeedKind::step_overdue || need.kind == PlanNeedKind::step_held_back ||
           need.kind == PlanNeedKind::appointment_past;
}

void add_needs_of_step(const StepTold& step, std::size_t number, Date today, std::vector<PlanNeed>& needs) {
    // What is held back, as the student doesn't want it, is nobody's to hurry; but the plan stands still until somebody decides.
    if (step.standing == StepStanding::overdue) {
        const PlanNeedKind kind = step.held_back.empty() ? PlanNeedKind::step_overdue : PlanNeedKind::step_held_back;
        needs.push_back({kind, number, step.overdue_since, step.overdue_day});
    }
    if (step.planned_on && *step.planned_on < today) {
        needs.push_back({PlanNeedKind::appointment_past, number, step.planned_on, step.planned_day});
    }
    if (!step.handover || step.handover->is_confirmed) return;
    const TaskStanding introduction = step.handover->introduction;
    if (introduction == TaskStanding::proposed || introduction == TaskStanding::done) {
        needs.push_back({PlanNeedKind::handover_open, number, step.handover->introduced, step.handover->introduced_on});
    }
}

std::vector<PlanNeed> needs_of(const PlanTold& plan, Date today) {
    std::vector<PlanNeed> needs;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        // Once no step is left to take, nothing of them is asked for either.
        if (plan.current_step) add_needs_of_step(plan.steps[i], i, today, needs);
    }
    // Of a plan that has not begun the days count from today: every day anew.
    if (!plan.started) return needs;
    const std::optional<Date> last_day = add_days(today, days_of_a_week);
    const bool is_over = !plan.is_goal_restricted && plan.goal == Tri::yes;
    if (!is_over && !plan.reviews.empty() && plan.reviews.back().date == today) {
        needs.push_back({PlanNeedKind::review, {}, today, plan.reviews.back().day});
    } else if (plan.next_review && last_day && *plan.next_review <= *last_day) {
        needs.push_back({PlanNeedKind::review, {}, plan.next_review, plan.next_review_day});
    }
    if (plan.evaluate_on && last_day && *plan.evaluate_on <= *last_day) {
        needs.push_back({PlanNeedKind::evaluation, {}, plan.evaluate_on, plan.evaluate_day});
    }
    return needs;
}

auto order_of(const StudentPlan& one) {
    const bool is_late = std::ranges::any_of(one.needs, is_pressing);
    Date first = Date::latest();
    for (const PlanNeed& need : one.needs) {
        if (need.date && is_pressing(need) == is_late) first = std::min(first, *need.date);
    }
    return std::tuple(!is_late, first);
}

}  // namespace

Visible<PlanPage> PlanPages::make(const Visible<StudentExplanation>& explanation, const Cohort& cohort,
                                  const model::StudentOutcome& outcome, Language language) const {
    const StudentReport& report = *explanation->report;
    const ReportShown shown{explanation->header.key,    explanation->header.name, explanation->actions,
                            explanation->plans_shown,   explanation->suppressed,  explanation->data_problems,
                            explanation->compared_with, explanation->lapsed};
    const PlanTeller teller(*redactor_, report, shown, cohort, outcome, language);
    PlanPage page;
    page.reference_date = report.reference_date;
    page.header = explanation->header;
    page.plans = teller.plans();
    page.handovers = teller.handovers_beside_plans();
    for (const PlanTold& plan : page.plans) {
        const auto goal = std::ranges::find(explanation->plans, plan.plan, &PlanExplanation::plan);
        const bool is_told = goal != explanation->plans.end() && !plan.is_goal_restricted;
        page.goals.push_back(is_told ? goal->goal : std::nullopt);
    }
    return Visible<PlanPage>(std::move(page));
}

void PlanPages::add(const Visible<StudentReport>& report, const Cohort& cohort, const model::StudentOutcome& outcome,
                    Language language) {
    ++list_.students;
    if (report->plans.empty()) return;
    ++list_.students_with_plan;
    const ReportShown shown = explainer_.shown_of(*report, language);
    bool is_in_need = false;
    for (PlanTold& plan : PlanTeller(*redactor_, *report, shown, cohort, outcome, language).plans()) {
        ++list_.plans;
        std::vector<PlanNeed> needs = needs_of(plan, report->reference_date);
        if (needs.empty()) continue;
        is_in_need = true;
        list_.in_need.push_back({shown.key, shown.name, std::move(plan), std::move(needs)});
    }
    if (is_in_need) ++list_.students_in_need;
}

Visible<PlanList> PlanPages::list(Date reference_date) const {
    PlanList list = list_;
    list.reference_date = reference_date;
    std::ranges::stable_sort(list.in_need, {}, order_of);
    return Visible<PlanList>(std::move(list));
}

}  // namespace wegwijzer::explain
