#include "engine/explain/plan_page_json.h"

#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

// The English words, whatever the language of the pack.
std::string_view json_name_of(std::optional<FollowUpStatus> status) {
    return status ? followup_status_words[static_cast<std::size_t>(*status)].en : "unknown";
}

const char* json_name_of(StepStanding standing) {
    switch (standing) {
        case StepStanding::done: return "done";
        case StepStanding::waived: return "waived";
        case StepStanding::finished: return "finished";
        case StepStanding::overdue: return "overdue";
        case StepStanding::current: return "current";
        case StepStanding::to_come: return "to_come";
        case StepStanding::not_needed: break;
    }
    return "not_needed";
}

const char* json_name_of(TaskStanding standing) {
    switch (standing) {
        case TaskStanding::open: return "open";
        case TaskStanding::proposed: return "proposed";
        case TaskStanding::planned: return "planned";
        case TaskStanding::done: return "done";
        case TaskStanding::waived: break;
    }
    return "waived";
}

const char* json_name_of(PlanNeedKind kind) {
    switch (kind) {
        case PlanNeedKind::step_overdue: return "step_overdue";
        case PlanNeedKind::step_held_back: return "step_held_back";
        case PlanNeedKind::appointment_past: return "appointment_past";
        case PlanNeedKind::handover_open: return "handover_open";
        case PlanNeedKind::review: return "review";
        case PlanNeedKind::evaluation: break;
    }
    return "evaluation";
}

class PlanPageWriter {
  public:
    PlanPageWriter(json::Writer& writer, const Redactor& redactor) : writer_(writer), rules_(redactor.rules()) {}

    void write(const PlanPage& page) {
        writer_.begin_object();
        writer_.key("student").string(page.header.key.text());
        date("reference_date", page.reference_date);
        writer_.key("plans").begin_array();
        for (const PlanTold& plan : page.plans) write(plan);
        writer_.end_array();
        writer_.key("handovers").begin_array();
        for (const HandoverTold& handover : page.handovers) write(handover);
        writer_.end_array().end_object();
    }

    void write(const PlanList& list) {
        writer_.begin_object();
        date("reference_date", list.reference_date);
        number("students", list.students);
        number("students_with_plan", list.students_with_plan);
        number("students_in_need", list.students_in_need);
        number("plans", list.plans);
        writer_.key("in_need").begin_array();
        for (const StudentPlan& one : list.in_need) {
            const model::Plan& plan = rules_.plan(one.plan.plan);
            writer_.begin_object().key("student").string(one.key.text());
            text("name", one.name);
            writer_.key("plan").string(plan.name).key("title").string(title_of(plan));
            writer_.key("needs").begin_array();
            for (const PlanNeed& need : one.needs) {
                writer_.begin_object().key("kind").string(json_name_of(need.kind));
                writer_.key("step");
                if (need.step) {
                    writer_.integer(static_cast<std::int64_t>(*need.step) + 1);
                } else {
                    writer_.null();
                }
                date("date", need.date);
                const bool is_held_back = need.kind == PlanNeedKind::step_held_back;
                text("because", is_held_back ? one.plan.steps[*need.step].held_back : ShownValue());
                writer_.end_object();
            }
            writer_.end_array().end_object();
        }
        writer_.end_array().end_object();
    }

  private:
    void date(const char* key, const std::optional<Date>& day) {
        writer_.key(key);
        if (day) {
            writer_.string(to_iso(*day));
        } else {
            writer_.null();
        }
    }
    void number(const char* key, std::size_t value) { writer_.key(key).integer(static_cast<std::int64_t>(value)); }
    void text(const char* key, const ShownValue& value) {
        writer_.key(key);
        if (value.empty()) {
            writer_.null();
        } else {
            writer_.string(value.text());
        }
    }
    void role(const char* key, model::RoleId id) {
        writer_.key(key);
        if (id) {
            writer_.string(rules_.role(id).name);
        } else {
            writer_.null();
        }
    }
    void names(const char* key, const std::vector<std::string>& all) {
        writer_.key(key).begin_array();
        for (const std::string& name : all) writer_.string(name);
        writer_.end_array();
    }

    void entries(const char* key, const std::vector<EntryTold>& all) {
        writer_.key(key).begin_array();
        for (const EntryTold& entry : all) {
            writer_.begin_object();
            date("date", entry.date);
            writer_.key("intervention").string(rules_.intervention(entry.intervention).name);
            writer_.key("status").string(json_name_of(entry.status));
            role("role", entry.role);
            date("planned_on", entry.planned_on);
            text("outcome", entry.outcome);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write(const HandoverTold& handover) {
        writer_.begin_object().key("intervention").string(rules_.intervention(handover.intervention).name);
        writer_.key("introducing").begin_object();
        role("role", handover.introducing.role);
        text("person", handover.introducing.person);
        writer_.key("standing").string(json_name_of(handover.introduction));
        date("on", handover.introduced);
        writer_.end_object();
        writer_.key("receiving").begin_object();
        role("role", handover.receiving.role);
        text("person", handover.receiving.person);
        writer_.key("standing");
        if (handover.reception) {
            writer_.string(json_name_of(*handover.reception));
        } else {
            writer_.string("restricted");
        }
        writer_.end_object();
        writer_.key("contact").boolean(handover.is_confirmed).end_object();
    }

    void write(const StepTold& step, std::size_t number_of_step) {
        const model::Intervention& intervention = rules_.intervention(step.intervention);
        writer_.begin_object();
        number("step", number_of_step);
        writer_.key("intervention").string(intervention.name).key("title").string(title_of(intervention));
        role("role", step.owner.role);
        text("person", step.owner.person);
        role("through", step.through);
        date("not_before", step.not_before);
        date("due", step.due);
        writer_.key("term_unknown").boolean(step.is_term_unknown);
        names("term_missing", step.term_missing);
        writer_.key("standing").string(json_name_of(step.standing));
        date("overdue_since", step.overdue_since);
        date("planned_on", step.planned_on);
        number("round", step.round);
        number("rounds", step.rounds);
        writer_.key("contact");
        if (step.contact == ContactTold::not_asked) {
            writer_.null();
        } else {
            writer_.boolean(step.contact == ContactTold::yes);
        }
        writer_.key("consent");
        if (step.consent) {
            writer_.string(json_name(*step.consent));
        } else {
            writer_.null();
        }
        text("held_back", step.held_back);
        writer_.key("comes_first");
        if (step.comes_first) {
            writer_.string(rules_.intervention(step.comes_first).name);
        } else {
            writer_.null();
        }
        entries("entries", step.entries);
        writer_.key("handover");
        if (step.handover) {
            write(*step.handover);
        } else {
            writer_.null();
        }
        writer_.end_object();
    }

    void write(const PlanTold& told) {
        const model::Plan& plan = rules_.plan(told.plan);
        writer_.begin_object().key("plan").string(plan.name).key("title").string(title_of(plan));
        writer_.key("policies").begin_array();
        for (const model::PolicyId policy : told.policies) writer_.string(rules_.policy(policy).name);
        if (told.has_restricted_policy) writer_.string("restricted");
        writer_.end_array();
        date("started", told.started);
        writer_.key("goal").string(!told.has_goal            ? "none"
                                   : told.is_goal_restricted ? "restricted"
                                                             : json_name_of_goal(told.goal));
        names("goal_missing", told.goal_missing);
        writer_.key("current_step");
        if (told.current_step) {
            writer_.integer(static_cast<std::int64_t>(*told.current_step) + 1);
        } else {
            writer_.null();
        }
        writer_.key("followups_known").boolean(told.are_followups_known);
        writer_.key("withholds_entries").boolean(told.withholds_entries);
        writer_.key("steps").begin_array();
        for (std::size_t i = 0; i < told.steps.size(); ++i) write(told.steps[i], i + 1);
        writer_.end_array();
        entries("beyond", told.beyond);
        entries("not_counted", told.not_counted);
        writer_.key("reviews").begin_array();
        for (const ReviewTold& review : told.reviews) {
            writer_.begin_object();
            date("date", review.date);
            entries("entries", review.entries);
            writer_.end_object();
        }
        writer_.end_array();
        entries("since_review", told.since_review);
        date("next_review", told.next_review);
        date("evaluate_on", told.evaluate_on);
        writer_.key("evaluation_due").boolean(told.is_evaluation_due).end_object();
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
};

}  // namespace

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<PlanPage>& page) {
    PlanPageWriter(writer, redactor).write(*page);
}

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<PlanList>& list) {
    PlanPageWriter(writer, redactor).write(*list);
}

}  // namespace wegwijzer::explain
