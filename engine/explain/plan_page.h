// Where the plans of one student stand: per aanpak its goal, the line of its steps with what was recorded of each, reviews,
// evaluation; and the warm hand-overs to the second line, as two tasks with two owners. Explains the PlanStates of the
// evaluators (engine/advise) and works out none itself.
//
// What somebody of the second line or of an external party recorded is for the second line and the student. Everybody else
// gets of it that there was contact, or not yet: no outcome, no day, no appointment (reader.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/advise/plan_record.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::explain {

// A row of opvolgingen that the reader may see.
struct EntryTold {
    model::InterventionId intervention;
    std::optional<FollowUpStatus> status;  // none: not known
    model::RoleId role;                    // none: not known
    std::optional<Date> date;
    std::optional<Date> planned_on;
    ShownValue day;
    ShownValue planned_day;
    ShownValue outcome;  // of afgezien the kind of waiver, where the case store wrote it
};

enum class StepStanding : std::uint8_t {
    done,      // uitgevoerd or afgerond
    waived,    // afgezien
    finished,  // one of these two: which one, this reader is told by `contact`
    overdue,   // it is its turn, and its last day is past
    current,   // it is its turn
    to_come,
    not_needed,  // the goal is reached, or no step is left to take
};

// Whether the second line or an external party has met the student: all that everybody is told of what they did.
enum class ContactTold : std::uint8_t { not_asked, no, yes };  // not_asked: not a task of theirs

struct OwnerTold {
    model::RoleId role;
    ShownValue person;  // when known and the reader may see it
};

enum class TaskStanding : std::uint8_t { open, proposed, planned, done, waived };

// `via R1`, `door R2` of the second line or extern: R1 introduces the student, R2 takes over, and has confirmed it when R2
// recorded that there was contact.
struct HandoverTold {
    model::InterventionId intervention;
    OwnerTold introducing;
    TaskStanding introduction = TaskStanding::open;  // by the last row of R1 in this round
    std::optional<Date> introduced;                  // the day of that row
    ShownValue introduced_on;
    ShownValue introduction_planned;
    OwnerTold receiving;
    std::optional<TaskStanding> reception;  // by the last row of R2; none: not for this reader
    ShownValue reception_planned;
    bool is_confirmed = false;
};

struct StepTold {
    model::InterventionId intervention;
    OwnerTold owner;
    model::RoleId through;
    StepStanding standing = StepStanding::to_come;
    std::optional<Date> not_before;
    std::optional<Date> due;
    ShownValue number;
    ShownValue not_before_day;
    ShownValue due_day;
    std::optional<Date> overdue_since;  // the day after the last one
    ShownValue overdue_day;
    std::vector<std::string> term_missing;  // the term is not known, for want of these; may be empty
    bool is_term_unknown = false;
    std::size_t round = 1;  // the which time the plan asks for this interventie, of how many
    std::size_t rounds = 1;
    std::vector<EntryTold> entries;
    std::optional<Date> planned_on;  // by the last of them, while it is open
    ShownValue planned_day;
    ContactTold contact = ContactTold::not_asked;
    std::optional<HandoverTold> handover;
    // Of the step whose turn it is, as its advice has it.
    std::optional<advise::Consent> consent;
    ShownValue held_back;               // why it is not advised now
    model::InterventionId comes_first;  // what is advised in its place (`pas na`)
    std::vector<ShownValue> notes;
};

struct ReviewTold {
    Date date;
    ShownValue day;
    std::vector<EntryTold> entries;  // recorded since the one before, this day included
};

struct PlanTold {
    model::PlanId plan;
    std::vector<model::PolicyId> policies;
    bool has_restricted_policy = false;
    bool are_followups_known = true;  // not: nothing tells what was done
    bool withholds_entries = false;   // this reader is not told all that may have been recorded
    std::optional<Date> started;
    ShownValue started_day;
    std::optional<std::size_t> current_step;
    ShownValue current_number;
    ShownValue step_count;
    std::vector<StepTold> steps;
    std::vector<EntryTold> beyond;       // of rounds that no step asks for
    std::vector<EntryTold> not_counted;  // of before the plan, or without a date
    bool has_goal = false;
    bool is_goal_restricted = false;
    Tri goal = Tri::no;
    std::vector<std::string> goal_missing;  // when it can't be told
    std::vector<ReviewTold> reviews;        // that were due, today included
    std::vector<EntryTold> since_review;    // recorded after the last of them, or since the start
    std::optional<Date> next_review;
    ShownValue next_review_day;
    std::optional<Date> evaluate_on;
    ShownValue evaluate_day;
    bool is_evaluation_due = false;  // that day has come
};

struct PlanPage {
    Date reference_date;
    HeaderShown header;
    std::vector<PlanTold> plans;                      // of the report, in its order
    std::vector<HandoverTold> handovers;              // of advice that is no step of these plans
    std::vector<std::optional<ConditionLine>> goals;  // one per plan, where the reader may see it
};

// What a plan asks for now, of a caseload.
enum class PlanNeedKind : std::uint8_t {
    step_overdue,      // its last day is past
    step_held_back,    // the same, and it is not advised now; StepTold::held_back says why
    appointment_past,  // planned for a day that is past, and nothing recorded since
    handover_open,     // introduced, and no contact yet
    review,            // within a week
    evaluation         // its day has come, or comes within a week
};
struct PlanNeed {
    PlanNeedKind kind = PlanNeedKind::review;
    std::optional<std::size_t> step;
    std::optional<Date> date;
    ShownValue day;
};
struct StudentPlan {
    ShownValue key;
    ShownValue name;
    PlanTold plan;
    std::vector<PlanNeed> needs;  // none: nothing now
};
struct PlanList {
    Date reference_date;
    std::size_t students = 0;
    std::size_t students_with_plan = 0;
    std::size_t students_in_need = 0;
    std::size_t plans = 0;
    std::vector<StudentPlan> in_need;  // what is overdue first, then by the earliest day, then the order of the input
};

class PlanPages {
  public:
    // `redactor` must outlive it.
    explicit PlanPages(const Redactor& redactor) : redactor_(&redactor), explainer_(redactor) {}

    // `explanation` and `outcome` of the same student.
    [[nodiscard]] Visible<PlanPage> make(const Visible<StudentExplanation>& explanation, const Cohort& cohort,
                                         const model::StudentOutcome& outcome, Language language) const;

    // One student after the other, in the order of the input.
    void add(const Visible<StudentReport>& report, const Cohort& cohort, const model::StudentOutcome& outcome,
             Language language);
    [[nodiscard]] Visible<PlanList> list(Date reference_date) const;

  private:
    const Redactor* redactor_;
    Explainer explainer_;
    PlanList list_;
};

}  // namespace wegwijzer::explain
