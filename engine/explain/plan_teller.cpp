#include "engine/explain/plan_teller.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/advise/reviews.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"

namespace wegwijzer::explain {
namespace {

bool is_carried_out(std::optional<FollowUpStatus> status) {
    return status == FollowUpStatus::done || status == FollowUpStatus::completed;
}

TaskStanding standing_after(std::optional<FollowUpStatus> status) {
    if (!status) return TaskStanding::open;
    switch (*status) {
        case FollowUpStatus::proposed: return TaskStanding::proposed;
        case FollowUpStatus::planned: return TaskStanding::planned;
        case FollowUpStatus::waived: return TaskStanding::waived;
        case FollowUpStatus::done:
        case FollowUpStatus::completed: break;
    }
    return TaskStanding::done;
}

// The which of the steps with its interventie, and how many there are.
std::pair<std::size_t, std::size_t> round_of(const model::Plan& plan, std::size_t number) {
    std::size_t before = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].intervention != plan.steps[number].intervention) continue;
        ++all;
        if (i < number) ++before;
    }
    return {before + 1, all};
}

bool reads_outcome(const model::FieldUses& uses, SeriesId followups) {
    return std::ranges::any_of(uses, [&](const model::FieldUse& use) {
        return use.series == followups && use.series_field == id_of(FollowUpField::outcome);
    });
}

}  // namespace

PlanTeller::PlanTeller(const Redactor& redactor, const StudentReport& report, const ReportShown& shown,
                       const Cohort& cohort, const model::StudentOutcome& outcome, Language language)
    : redactor_(redactor),
      rules_(redactor.rules()),
      report_(report),
      shown_(shown),
      cohort_(cohort),
      outcome_(outcome),
      language_(language),
      history_(advise::history_of(cohort, report.row, report.reference_date)) {}

// ---- rows -----------------------------------------------------------------------------------------------------------

model::RoleId PlanTeller::role_of(std::size_t followup) const { return history_.followups[followup].role; }

bool PlanTeller::is_of_second_line(std::size_t followup, model::RoleId by) const {
    const model::RoleId role = role_of(followup);
    return is_of_second_line_or_external(rules_.role(role ? role : by));
}

bool PlanTeller::may_see(std::size_t followup, model::RoleId by) const {
    return redactor_.reader().may_see_work_of_second_line() || !is_of_second_line(followup, by);
}

bool PlanTeller::had_contact(const advise::Round& round, model::RoleId by) const {
    return std::ranges::any_of(round.followups, [&](std::size_t followup) {
        return is_carried_out(history_.followups[followup].status) && is_of_second_line(followup, by);
    });
}

std::optional<Date> PlanTeller::date_in(FollowUpField field, std::size_t followup) const {
    const Column& column = cohort_.series[rules_.schema->followups.index()].columns[id_of(field).index()];
    const std::size_t row = history_.followups[followup].row;
    return column.is_known(row) ? std::optional(column.date_at(row)) : std::nullopt;
}

ShownValue PlanTeller::day_of(const Node& place, std::string_view name, std::optional<Date> date) const {
    return date ? (place / name).shows(format_date(*date, language_)) : ShownValue();
}

EntryTold PlanTeller::entry_of(std::size_t followup, const Node& place) const {
    const advise::FollowUp& row = history_.followups[followup];
    EntryTold entry;
    entry.intervention = row.intervention;
    entry.status = row.status;
    entry.role = role_of(followup);
    entry.date = row.date;
    entry.day = day_of(place, "date", row.date);
    entry.planned_on = date_in(FollowUpField::planned_on, followup);
    entry.planned_day = day_of(place, "planned_on", entry.planned_on);
    const Column& outcomes =
        cohort_.series[rules_.schema->followups.index()].columns[id_of(FollowUpField::outcome).index()];
    if (outcomes.is_known(row.row)) entry.outcome = (place / "outcome").shows(outcomes.text_at(row.row));
    return entry;
}

std::vector<EntryTold> PlanTeller::entries_of(const Rows& rows, model::RoleId by, const Node& place) const {
    std::vector<EntryTold> entries;
    for (const std::size_t followup : rows) {
        // A row of somebody unknown is told only where both who takes the step and who takes the interventie may be told of.
        const model::RoleId own = rules_.intervention(history_.followups[followup].intervention).by;
        if (!may_see(followup, by ? by : own) || !may_see(followup, own)) continue;
        entries.push_back(entry_of(followup, place / entries.size()));
    }
    return entries;
}

OwnerTold PlanTeller::owner_of(model::RoleId role, const Node& place) const {
    OwnerTold owner{role, {}};
    const FieldId field = rules_.role(role).person;
    if (field.is_none() || !redactor_.may_see(field)) return owner;
    const Column& column = cohort_.columns[field.index()];
    if (column.is_known(report_.row)) owner.person = (place / "person").shows(column.text_at(report_.row));
    return owner;
}

// ---- the warm hand-over ---------------------------------------------------------------------------------------------

HandoverTold PlanTeller::handover_of(model::InterventionId intervention, model::RoleId by, const advise::Round& round,
                                     const Node& place) const {
    HandoverTold told;
    told.intervention = intervention;
    told.introducing = owner_of(rules_.intervention(intervention).through, place / "introducing");
    told.receiving = owner_of(by, place / "receiving");
    const bool sees_reception = redactor_.reader().may_see_work_of_second_line();
    if (sees_reception) told.reception = TaskStanding::open;
    for (const std::size_t followup : round.followups) {
        const advise::FollowUp& row = history_.followups[followup];
        if (!row.status) continue;
        const std::optional<Date> planned =
            row.status == FollowUpStatus::planned ? date_in(FollowUpField::planned_on, followup) : std::nullopt;
        if (role_of(followup) == told.introducing.role) {
            told.introduction = standing_after(row.status);
            told.introduced = row.date;
            told.introduced_on = day_of(place, "introduced_on", row.date);
            told.introduction_planned = day_of(place, "introduction_planned", planned);
        } else if (is_of_second_line(followup, by) && sees_reception) {
            told.reception = standing_after(row.status);
            told.reception_planned = day_of(place, "reception_planned", planned);
        }
    }
    told.is_confirmed = had_contact(round, by);
    return told;
}

std::vector<HandoverTold> PlanTeller::handovers_beside_plans() const {
    const auto is_in_a_plan = [&](model::InterventionId intervention) {
        return std::ranges::any_of(report_.plans, [&](const PlanReport& plan) {
            return std::ranges::any_of(rules_.plan(plan.state.plan).steps,
                                       [&](const model::PlanStep& step) { return step.intervention == intervention; });
        });
    };
    const Calendar* year = rules_.calendars.in_force(report_.reference_date);
    const Date from = year != nullptr ? year->days.from : Date::earliest();
    std::vector<HandoverTold> told;
    for (std::size_t i = 0; i < rules_.interventions.size(); ++i) {
        const model::InterventionId intervention(i);
        const model::Intervention& declared = rules_.intervention(intervention);
        if (declared.through.is_none() || is_in_a_plan(intervention)) continue;
        const std::vector<advise::Round> rounds = advise::rounds_of(history_, intervention, from);
        const advise::Round round = rounds.empty() ? advise::Round() : rounds.back();
        // By the role of the advice, else of the interventie.
        const auto advised = std::ranges::find_if(report_.recommendations, [&](const RecommendationReport& one) {
            return one.advice.intervention == intervention;
        });
        const bool is_advised = advised != report_.recommendations.end();
        const model::RoleId by = is_advised ? advised->advice.by : declared.by;
        if (!is_of_second_line_or_external(rules_.role(by))) continue;
        const bool is_told_of =
            std::ranges::any_of(round.followups, [&](std::size_t followup) { return may_see(followup, by); });
        if (!is_advised && !is_told_of) continue;
        told.push_back(handover_of(intervention, by, round, Node("handovers") / declared.name));
    }
    return told;
}

// ---- steps ----------------------------------------------------------------------------------------------------------

StepTold PlanTeller::step_of(const PlanReport& report, std::size_t number, const advise::Round& round,
                             const Node& place) const {
    const model::Plan& plan = rules_.plan(report.state.plan);
    const model::PlanStep& declared = plan.steps[number];
    const advise::StepState& state = report.state.steps[number];
    StepTold step;
    step.intervention = declared.intervention;
    step.owner = owner_of(declared.by, place);
    step.through = rules_.intervention(declared.intervention).through;
    step.not_before = state.not_before;
    step.due = state.due;
    step.is_term_unknown = state.term_unknown;
    for (const model::Missing& missing : state.missing) {
        if (redactor_.may_see(missing)) step.term_missing.push_back(name_of(*rules_.schema, missing));
    }
    std::tie(step.round, step.rounds) = round_of(plan, number);
    step.entries = entries_of(round.followups, declared.by, place / "entries");

    const bool is_theirs = is_of_second_line_or_external(rules_.role(declared.by));
    const auto finishing = std::ranges::find_if(round.followups.rbegin(), round.followups.rend(), [&](std::size_t row) {
        const std::optional<FollowUpStatus> status = history_.followups[row].status;
        return is_carried_out(status) || status == FollowUpStatus::waived;
    });
    bool is_finish_withheld = false;
    if (state.status == advise::StepStatus::done) {
        is_finish_withheld = !may_see(*finishing, declared.by);
        const bool is_waived = history_.followups[*finishing].status == FollowUpStatus::waived;
        step.standing = is_finish_withheld ? StepStanding::finished
                        : is_waived        ? StepStanding::waived
                                           : StepStanding::done;
    } else if (state.status == advise::StepStatus::current) {
        const bool is_late = state.due && *state.due < report_.reference_date;
        step.standing = is_late ? StepStanding::overdue : StepStanding::current;
        if (is_late) step.overdue_since = add_days(*state.due, 1);
    } else {
        step.standing = report.state.current_step ? StepStanding::to_come : StepStanding::not_needed;
    }
    step.overdue_day = day_of(place, "overdue_since", step.overdue_since);
    if (is_theirs || is_finish_withheld) {
        step.contact = had_contact(round, declared.by) ? ContactTold::yes : ContactTold::no;
    }
    if (!round.is_finished && !step.entries.empty() && step.entries.back().status == FollowUpStatus::planned) {
        step.planned_on = step.entries.back().planned_on;
        step.planned_day = day_of(place, "planned_on", step.planned_on);
    }
    if (step.through && is_theirs) {
        step.handover = handover_of(declared.intervention, declared.by, round, place / "handover");
    }
    return step;
}

// What the report says of the advice that this step is.
ShownValue PlanTeller::without_consent(const ShownValue& words, const Localized& told, const Localized& kept,
                                       const Node& place) const {
    const bool is_told = redactor_.reader().may_see_work_of_second_line() || words.text() != told.in(language_);
    return is_told ? words : place.shows(kept.in(language_));
}

void PlanTeller::add_advice(const PlanReport& report, StepTold& step, const Node& place) const {
    for (std::size_t i = 0; i < report_.recommendations.size(); ++i) {
        const advise::Recommendation& advice = report_.recommendations[i].advice;
        if (advice.intervention == step.intervention && advice.by == step.owner.role) {
            if (rules_.intervention(advice.intervention).with_consent) step.consent = advice.consent;
            step.notes = shown_.actions[i].notes;
            for (const advise::Note& note : advice.notes) {
                if (!advise::tells_refusal(note.kind)) continue;
                const Localized told = note.kind == advise::NoteKind::consent_withdrawn
                                           ? texts::consent_withdrawn(note.day)
                                           : texts::consent_refused(note.day);
                for (ShownValue& words : step.notes) {
                    words = without_consent(words, told, texts::consent_refused({}), place / "consent_refused");
                }
            }
        }
        const bool comes_first = std::ranges::any_of(advice.notes, [&](const advise::Note& note) {
            return note.kind == advise::NoteKind::comes_first && note.intervention == step.intervention;
        });
        if (comes_first) step.comes_first = advice.intervention;
    }
    if (step.consent) return;
    for (std::size_t i = 0; i < report_.suppressed.size(); ++i) {
        const SuppressionReport& one = report_.suppressed[i];
        const bool is_of_this_plan =
            std::ranges::find(report.state.policies, one.policy) != report.state.policies.end();
        if (one.intervention == step.intervention && is_of_this_plan) {
            step.held_back = without_consent(shown_.suppressed[i], texts::refused(ConsentStatus::withdrawn),
                                             texts::refused(ConsentStatus::refused), place / "held_back");
        }
    }
}

// ---- reviews and evaluation -----------------------------------------------------------------------------------------

void PlanTeller::add_reviews(const PlanReport& report, const advise::PlanRecord& record, PlanTold& told,
                             const Node& place) const {
    Rows counted = record.beyond;
    for (const advise::Round& round : record.steps) {
        counted.insert(counted.end(), round.followups.begin(), round.followups.end());
    }
    std::ranges::sort(counted);
    const model::Plan& plan = rules_.plan(report.state.plan);
    if (plan.review_every && report.state.started) {
        for (const Date day : advise::reviews_until(rules_.calendars, *report.state.started, *plan.review_every,
                                                    report_.reference_date)) {
            const Node review = place / "reviews" / told.reviews.size();
            const auto later = std::ranges::find_if(
                counted, [&](std::size_t followup) { return *history_.followups[followup].date > day; });
            told.reviews.push_back(
                {day, day_of(review, "date", day), entries_of(Rows(counted.begin(), later), {}, review / "entries")});
            counted.erase(counted.begin(), later);
        }
    }
    told.since_review = entries_of(counted, {}, place / "since_review");
    // Once the goal is reached there is nothing left to review (as in the report).
    if (told.is_goal_restricted || told.goal != Tri::yes) told.next_review = report.state.next_review;
}

// May what the second line wrote down decide whether the goal is reached?
bool PlanTeller::is_outcome_read(model::PlanId plan) const {
    const SeriesId followups = rules_.schema->followups;
    const model::Provenance& provenance = redactor_.provenance();
    const auto reads_by_signal = [&](model::SignalId signal) {
        return reads_outcome(provenance.signals[signal.index()], followups);
    };
    return reads_outcome(provenance.plan_goals[plan.index()], followups) ||
           std::ranges::any_of(provenance.plan_signals[plan.index()], reads_by_signal) ||
           std::ranges::any_of(outcome_.plans[plan.index()].filtered_signals, reads_by_signal);
}

void PlanTeller::add_evaluation(const PlanReport& report, PlanTold& told) const {
    const model::Plan& plan = rules_.plan(report.state.plan);
    const bool is_theirs = is_outcome_read(report.state.plan) && !redactor_.reader().may_see_work_of_second_line();
    told.has_goal = !plan.goal.is_none();
    told.is_goal_restricted = report.is_goal_restricted || is_theirs;
    told.goal = report.state.goal;
    told.evaluate_on = report.state.evaluate_on;
    told.is_evaluation_due = told.evaluate_on && *told.evaluate_on <= report_.reference_date;
    if (told.is_goal_restricted) {
        told.goal = Tri::unknown;
        return;
    }
    if (told.goal != Tri::unknown) return;
    for (const model::Missing& missing : outcome_.plans[report.state.plan.index()].goal.missing) {
        if (redactor_.may_see(missing)) told.goal_missing.push_back(name_of(*rules_.schema, missing));
    }
}

// ---- a plan ---------------------------------------------------------------------------------------------------------

PlanTold PlanTeller::plan_of(std::size_t at) const {
    const PlanReport& report = report_.plans[at];
    const PlanShown& shown = shown_.plans[at];
    const advise::PlanState& state = report.state;
    const Node place = Node("plans") / rules_.plan(state.plan).name;
    const advise::PlanRecord record = advise::record_of(rules_, history_, state);
    PlanTold told;
    told.plan = state.plan;
    told.policies = state.policies;
    told.has_restricted_policy = report.has_restricted_policy;
    told.are_followups_known = history_.followups_supplied;
    told.withholds_entries = !redactor_.reader().may_see_work_of_second_line() &&
                             std::ranges::any_of(rules_.roles, is_of_second_line_or_external);
    told.started = state.started;
    told.started_day = shown.started;
    told.current_step = state.current_step;
    told.current_number = shown.current_step;
    told.step_count = shown.step_count;
    for (std::size_t i = 0; i < state.steps.size(); ++i) {
        StepTold step = step_of(report, i, record.steps[i], place / "steps" / i);
        step.number = shown.steps[i].number;
        step.not_before_day = shown.steps[i].not_before;
        step.due_day = shown.steps[i].due;
        if (state.current_step == i) add_advice(report, step, place / "steps" / i);
        told.steps.push_back(std::move(step));
    }
    told.beyond = entries_of(record.beyond, {}, place / "beyond");
    told.not_counted = entries_of(record.not_counted, {}, place / "not_counted");
    add_evaluation(report, told);
    add_reviews(report, record, told, place);
    told.next_review_day = told.next_review ? shown.next_review : ShownValue();
    told.evaluate_day = shown.evaluate_on;
    return told;
}

std::vector<PlanTold> PlanTeller::plans() const {
    std::vector<PlanTold> told;
    for (std::size_t i = 0; i < report_.plans.size(); ++i) told.push_back(plan_of(i));
    return told;
}

}  // namespace wegwijzer::explain
