// What was done with earlier advice for one student, and what the student agreed to: `opvolgingen` and `toestemmingen` as
// advice reads them (language.md section 6, "Follow-up and consent"). Per intervention, whoever carries it out.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/base/date.h"
#include "engine/model/rule_set.h"
#include "engine/records/built_in_series.h"
#include "engine/records/cohort.h"

namespace wegwijzer::advise {

struct FollowUp {
    model::InterventionId intervention;
    std::optional<Date> date;
    std::optional<FollowUpStatus> status;
    std::optional<Date> planned_on;
    model::RoleId role = {};  // who recorded it; none: not known
    std::size_t row = 0;      // in the series, for what advice does not read: the outcome
};
struct ConsentRow {
    model::InterventionId intervention;
    std::optional<Date> date;
    std::optional<ConsentStatus> status;
};

// Rows up to the reference date in order of date, on one day in the order of the input, and behind them those without a
// date. Rows without an intervention are left out: nothing tells what they are about.
struct StudentHistory {
    std::optional<Date> start;  // the student's start date, if known
    bool followups_supplied = false;
    std::vector<FollowUp> followups;
    bool consents_supplied = false;
    std::vector<ConsentRow> consents;
};
[[nodiscard]] StudentHistory history_of(const Cohort& cohort, std::size_t student, Date reference_date);

// The first row voorgesteld or gepland since the last other status, when the intervention is in progress.
[[nodiscard]] std::optional<Date> in_progress_since(const StudentHistory& history, model::InterventionId intervention);
// The day of the appointment of this role: it is in progress, and the last row of this round by the role is gepland, for a day that
// is known. `takes_unknown`: a row without a role is by this one.
[[nodiscard]] std::optional<Date> appointment(const StudentHistory& history, model::InterventionId intervention,
                                              model::RoleId role, bool takes_unknown);
// The day of the last row uitgevoerd or afgerond in `days`.
[[nodiscard]] std::optional<Date> last_carried_out(const StudentHistory& history, model::InterventionId intervention,
                                                   DateInterval days);
// The first row of it in `days`, whatever its status.
[[nodiscard]] std::optional<Date> first_followed(const StudentHistory& history, model::InterventionId intervention,
                                                 DateInterval days);
// The rounds of it from the day `from` on: each row uitgevoerd, afgerond or afgezien ends one, but afgerond directly behind
// uitgevoerd is the same one. The last one may still be going on.
struct Round {
    std::vector<std::size_t> followups;  // places in StudentHistory::followups, in their order
    bool is_finished = false;
};
[[nodiscard]] std::vector<Round> rounds_of(const StudentHistory& history, model::InterventionId intervention,
                                           Date from);
// How many of them are finished.
[[nodiscard]] std::size_t finished_rounds(const StudentHistory& history, model::InterventionId intervention, Date from);
// A row without a date says nothing about now: it does not count, and a note says so.
[[nodiscard]] bool has_undated(const StudentHistory& history, model::InterventionId intervention);
// The latest state: unknown when there is none, when its status is not known, or when a row without a date may be later and
// says otherwise.
[[nodiscard]] std::optional<ConsentRow> latest_consent(const StudentHistory& history,
                                                       model::InterventionId intervention);

}  // namespace wegwijzer::advise
