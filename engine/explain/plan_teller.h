// Puts what was recorded (engine/advise/plan_record.h) beside what the evaluators say of a plan, for one student and one reader.
#pragma once

#include <string_view>
#include <vector>

#include "engine/explain/plan_page.h"

namespace wegwijzer::explain {

class PlanTeller {
  public:
    // All must outlive it; of the same student. `shown`: the values of `report`.
    PlanTeller(const Redactor& redactor, const StudentReport& report, const ReportShown& shown, const Cohort& cohort,
               const model::StudentOutcome& outcome, Language language);

    [[nodiscard]] std::vector<PlanTold> plans() const;
    // Of what is advised, or has been taken up, and is no step of a plan of the report.
    [[nodiscard]] std::vector<HandoverTold> handovers_beside_plans() const;

  private:
    using Rows = std::vector<std::size_t>;  // places in the history

    [[nodiscard]] PlanTold plan_of(std::size_t at) const;
    [[nodiscard]] StepTold step_of(const PlanReport& report, std::size_t number, const advise::Round& round,
                                   const Node& place) const;
    void add_advice(const PlanReport& report, StepTold& step, const Node& place) const;
    // That the student doesn't want it goes with the advice; when, and whether it was withdrawn, not to the first line.
    [[nodiscard]] ShownValue without_consent(const ShownValue& words, const Localized& told, const Localized& kept,
                                             const Node& place) const;
    void add_reviews(const PlanReport& report, const advise::PlanRecord& record, PlanTold& told,
                     const Node& place) const;
    void add_evaluation(const PlanReport& report, PlanTold& told) const;
    [[nodiscard]] HandoverTold handover_of(model::InterventionId intervention, model::RoleId by,
                                           const advise::Round& round, const Node& place) const;

    // Who recorded a row; none: not known.
    [[nodiscard]] model::RoleId role_of(std::size_t followup) const;
    // Of somebody of the second line or an external party. A row without a role is of who takes the step.
    [[nodiscard]] bool is_of_second_line(std::size_t followup, model::RoleId by) const;
    [[nodiscard]] bool may_see(std::size_t followup, model::RoleId by) const;
    [[nodiscard]] bool had_contact(const advise::Round& round, model::RoleId by) const;
    [[nodiscard]] EntryTold entry_of(std::size_t followup, const Node& place) const;
    [[nodiscard]] std::vector<EntryTold> entries_of(const Rows& rows, model::RoleId by, const Node& place) const;
    [[nodiscard]] OwnerTold owner_of(model::RoleId role, const Node& place) const;
    [[nodiscard]] ShownValue day_of(const Node& place, std::string_view name, std::optional<Date> date) const;
    [[nodiscard]] std::optional<Date> date_in(FollowUpField field, std::size_t followup) const;
    [[nodiscard]] bool is_outcome_read(model::PlanId plan) const;

    const Redactor& redactor_;
    const model::RuleSet& rules_;
    const StudentReport& report_;
    const ReportShown& shown_;
    const Cohort& cohort_;
    const model::StudentOutcome& outcome_;
    Language language_;
    advise::StudentHistory history_;
};

}  // namespace wegwijzer::explain
