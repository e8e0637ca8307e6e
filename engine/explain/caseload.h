// Who needs what first, of a number of students: groups in which everyone is once, in the order that the policy gives,
// with per advice the one reason that weighs most and per student one strength. What the terminal and the report show.
#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "engine/explain/deciding_value.h"
#include "engine/explain/explanation.h"
#include "engine/explain/report.h"

namespace wegwijzer::explain {

// Every student is in the first of these that fits (so that the counts add up).
enum class CaseloadGroup : std::uint8_t {
    this_week,     // advice with spoed, or due within 7 days
    later,         // other advice
    plan_only,     // an aanpak, no step now
    signal_only,   // a signal, no advice
    undetermined,  // something could not be determined, nothing else to say
    not_needed,    // all advice is suppressed, or stopped by a `tenzij`
    more_room,     // a kans
    nothing
};
inline constexpr std::size_t caseload_groups = 8;

struct CaseloadSignal {
    model::SignalId signal;
    model::Severity severity = model::Severity::none;
    bool possibly_higher = false;
    DecidingValue decided;
    friend bool operator==(const CaseloadSignal&, const CaseloadSignal&) = default;
};

// Why an advice is given, in one line.
struct AdviceReason {
    std::optional<CaseloadSignal>
        strongest;                          // of the reasons the reader may see: ernst, then sterkte, then declaration
    bool is_restricted = false;             // there is a reason, or a policy, that the reader may not see
    std::vector<model::PolicyId> policies;  // when no signal speaks for it and nothing is restricted
    std::size_t further = 0;                // reasons the reader may see besides `strongest`
    friend bool operator==(const AdviceReason&, const AdviceReason&) = default;
};

struct CaseloadStudent {
    CaseloadGroup group = CaseloadGroup::nothing;
    StudentReport report;                     // everything there is to say
    ReportShown shown;                        // the values of `report`, with their nodes in this student's explanation
    std::vector<AdviceReason> reasons;        // one per report.recommendations
    std::optional<CaseloadSignal> strongest;  // without advice: of report.signals
    std::optional<CaseloadSignal> strength;   // sterkte, then declaration
    std::optional<CaseloadSignal> opportunity;  // likewise
    std::vector<Phrase> not_needed;             // one per report.not_needed: why, in words
    std::size_t unnamed_signals = 0;            // of report.signals: named by no reason above
    model::MissingSet missing;                  // of all that is undetermined
};

// Students who lack the same; indices into Caseload::students. `missing` empty: something that the reader may not see, or
// that can't be calculated.
struct MissingTogether {
    model::MissingSet missing;
    std::vector<std::size_t> students;
};

// What is said of all students together: nodes of the caseload, beside `students/KEY/…` of each of them.
struct CaseloadShown {
    ShownValue reference_date;  // "2 november 2026"
    ShownValue students;        // how many
    ShownValue advised;         // in the first two groups
    std::array<ShownValue, caseload_groups> counts;
    std::vector<ShownValue> complete_to;   // one per Caseload::complete_to
    std::vector<ShownValue> undetermined;  // how many, one per Caseload::undetermined
};

struct Caseload {
    Date reference_date;
    std::vector<CaseloadStudent> students;  // by group, in it by first recommendation (section 6, step 6), then key
    std::array<std::size_t, caseload_groups> counts{};  // add up to students.size()
    std::vector<MissingTogether> undetermined;          // of the group `undetermined`, most students first
    std::vector<std::pair<SeriesId, Date>>
        complete_to;  // of `bijgewerkt`: series the reader may see; order of declaration
    CaseloadShown shown;

    [[nodiscard]] const ShownValue& shown_count(CaseloadGroup group) const {
        return shown.counts[static_cast<std::size_t>(group)];
    }
    [[nodiscard]] std::size_t count(CaseloadGroup group) const { return counts[static_cast<std::size_t>(group)]; }
};

class CaseloadMaker {
  public:
    // `redactor` and `cohort` must outlive it. `language`: of the values.
    CaseloadMaker(const Redactor& redactor, const Cohort& cohort, Date reference_date, Language language)
        : redactor_(&redactor), cohort_(&cohort), reference_date_(reference_date), language_(language) {}

    // Of each student what should have been done by now comes first, behind what has spoed; so do the students.
    void put_overdue_first() { overdue_first_ = true; }
    // One per student of the run, in any order.
    void add(const Visible<StudentReport>& report);
    // Once, behind the last.
    [[nodiscard]] Visible<Caseload> make();
    // That of one student of a caseload, for who shows a report.
    [[nodiscard]] static Visible<StudentReport> report_of(const Visible<Caseload>& caseload, std::size_t student) {
        return Visible<StudentReport>(caseload->students[student].report);
    }

  private:
    [[nodiscard]] bool weighs_more(const SignalReport& left, const SignalReport& right) const;
    [[nodiscard]] CaseloadSignal with_value(const StudentReport& report, const SignalReport& signal) const;
    [[nodiscard]] std::optional<CaseloadSignal> strongest_of(const StudentReport& report,
                                                             const std::vector<SignalReport>& signals) const;
    [[nodiscard]] AdviceReason reason_of(const StudentReport& report, const RecommendationReport& advice) const;
    void fill(CaseloadStudent& student) const;
    void fill_shown(Caseload& caseload) const;
    [[nodiscard]] static Node place_of(const model::Signal& signal);

    const Redactor* redactor_;
    const Cohort* cohort_;
    Date reference_date_;
    Language language_;
    bool overdue_first_ = false;
    std::vector<CaseloadStudent> students_;
};

}  // namespace wegwijzer::explain
