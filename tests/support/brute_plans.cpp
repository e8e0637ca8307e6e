#include "tests/support/brute_plans.h"

#include "tests/support/brute_calendar.h"

namespace wegwijzer::test {
namespace {

// What became of an interventie from a day on, a letter per row: p(roposed), P(lanned), d(one), w(aived), c(ompleted), ?.
std::string story_of(const model::RuleSet& rules, const advise::StudentHistory& history, const std::string& name,
                     Date from) {
    std::string story;
    for (const advise::FollowUp& row : history.followups) {
        if (rules.intervention(row.intervention).name != name || !row.date || *row.date < from) continue;
        story += row.status ? "pPdwc"[static_cast<std::size_t>(*row.status)] : '?';
    }
    return story;
}

// "The n-th finished round of an interventie finishes its n-th step." Afgerond closes the round that uitgevoerd finished.
std::size_t rounds_in(std::string story) {
    std::string known;
    for (const char letter : story)
        if (letter != '?') known += letter;
    for (std::size_t at = known.find("dc"); at != std::string::npos; at = known.find("dc")) known.replace(at, 2, "x");
    std::size_t rounds = 0;
    for (const char letter : known)
        rounds += letter == 'x' || letter == 'd' || letter == 'w' || letter == 'c' ? 1u : 0u;
    return rounds;
}

Date later(Date day, std::int64_t days) {
    for (; days > 0; --days) day = Date::from_days(day.days() + 1);
    for (; days < 0; ++days) day = Date::from_days(day.days() - 1);
    return day;
}

}  // namespace

BrutePlan brute_plan(const model::RuleSet& rules, const model::StudentOutcome& outcome,
                     const advise::StudentHistory& history, Date reference_date, std::size_t index) {
    const model::Plan& plan = rules.plans[index];
    BrutePlan result;
    // "An aanpak starts on the day of the first opvolging of its step 1 in the kalender in force, else at the peildatum."
    const Calendar* year = brute_calendar_in_force(rules.calendars, reference_date);
    for (const advise::FollowUp& row : history.followups) {
        if (!row.date ||
            rules.intervention(row.intervention).name != rules.intervention(plan.steps[0].intervention).name)
            continue;
        if (year != nullptr && *row.date < year->days.from) continue;
        if (!result.started || *row.date < *result.started) result.started = row.date;
    }
    const Date start = result.started ? *result.started : reference_date;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const model::StepTerms& terms = outcome.plans[index].steps[i];
        BruteStep step;
        step.intervention = rules.intervention(plan.steps[i].intervention).name;
        step.role = rules.role(plan.steps[i].by).name;
        // "`binnen` and `na` are counted from the start."
        step.unknown = terms.length.unknown || terms.first_week.unknown || terms.last_week.unknown;
        if (terms.length.within && plan.steps[i].within)
            step.due = brute_after(rules.calendars, start, *terms.length.within);
        if (terms.length.within && plan.steps[i].after)
            step.from = brute_after(rules.calendars, start, *terms.length.within);
        // "`in studieweek A t/m B`: earliest date and deadline": S+7(A-1) up to the day before S+7B.
        if (plan.steps[i].first_week && !history.start) step.unknown = true;
        if (terms.first_week.week && terms.last_week.week && history.start) {
            step.from = later(*history.start, 7 * (*terms.first_week.week - 1));
            step.due = later(*history.start, 7 * *terms.last_week.week - 1);
        }
        std::size_t before = 0;
        for (std::size_t other = 0; other < i; ++other)
            if (result.steps[other].intervention == step.intervention) ++before;
        const bool done = result.started && rounds_in(story_of(rules, history, step.intervention, start)) > before;
        step.status = done ? "done" : "to_come";
        // "The first step that isn't uitgevoerd, afgerond or afgezien." "It goes on until `doel` is true."
        if (!done && !result.current && outcome.plans[index].goal.value != Tri::yes) {
            step.status = "current";
            result.current = i;
        }
        result.steps.push_back(step);
    }
    // "`bespreek elke D` and `evalueer na D` count from its start"; "`next_review` lies after the peildatum".
    if (plan.review_every) {
        std::int64_t times = 0;
        do {
            ++times;
            result.review =
                brute_after(rules.calendars, start, {plan.review_every->count * times, plan.review_every->unit});
        } while (*result.review <= reference_date);
    }
    if (plan.evaluate_after) result.evaluation = brute_after(rules.calendars, start, *plan.evaluate_after);
    return result;
}

std::string tell_plan(const std::string& name, const std::string& policies, Tri goal, const BrutePlan& plan) {
    std::string line = "plan " + name + " of" + policies;
    line += goal == Tri::yes ? " reached" : goal == Tri::no ? " open" : " unknown";
    if (plan.started) line += " started " + to_iso(*plan.started);
    for (const BruteStep& step : plan.steps) {
        line += "; " + step.intervention + " by " + step.role;
        if (step.from) line += " not before " + to_iso(*step.from);
        if (step.due) line += " ends " + to_iso(*step.due);
        if (step.unknown) line += " term unknown";
        line += ' ' + step.status;
    }
    if (plan.current) line += "; now " + std::to_string(*plan.current + 1);
    if (plan.review) line += "; review " + to_iso(*plan.review);
    if (plan.evaluation) line += "; evaluation " + to_iso(*plan.evaluation);
    return line;
}

}  // namespace wegwijzer::test
