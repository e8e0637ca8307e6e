// What is said about one student, after redaction. The only way to a Visible<...> is a Redactor (and what works with one:
// the Explainer, the makers of a caseload, an agenda and a page of plans, the WhatIfExplainer, the Comparer, the SweepCounter, the
// RunComparer), and renderers take nothing else, so that what the reader may not see cannot reach an output by accident.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/earlier_advice.h"
#include "engine/explain/reader.h"
#include "engine/explain/shown_value.h"
#include "engine/model/outcome.h"
#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::comparison {
class Comparer;
class SweepCounter;
}  // namespace wegwijzer::comparison
namespace wegwijzer::keep {
class RunComparer;
}  // namespace wegwijzer::keep

namespace wegwijzer::explain {

template <class T>
class Visible {
  public:
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }

  private:
    friend class Redactor;
    friend class Explainer;
    friend class StudentPages;
    friend class CaseloadMaker;
    friend class AgendaMaker;
    friend class PlanPages;
    friend class WhatIfExplainer;
    friend class comparison::Comparer;
    friend class comparison::SweepCounter;
    friend class keep::RunComparer;
    explicit Visible(T value) : value_(std::move(value)) {}
    T value_;
};

struct SignalReport {
    model::SignalId signal;
    model::Severity severity = model::Severity::none;
    bool possibly_higher = false;
    std::optional<Phrase> explanation;  // filled in, in the language of the pack; none: no uitleg
};
enum class UndeterminedKind : std::uint8_t { signal, strength, opportunity, policy };
struct UndeterminedReport {
    UndeterminedKind kind = UndeterminedKind::signal;
    std::string id;
    std::string title;
    std::vector<std::string> missing;  // "motivatie", "presenties", "toetsen.cijfer"
    bool urgent = false;               // policies
    model::MissingSet absent;          // what `missing` names
};
struct RecommendationReport {
    advise::Recommendation advice;       // `reasons` and `policies` only those the reader may see
    bool has_restricted_reason = false;  // "reden alleen voor de tweede lijn"
    bool has_restricted_policy = false;
    bool has_person_field = false;  // the role says `persoon`, and the reader may see that field
    std::optional<std::string> person;
    std::optional<Date> appointment;  // the role has planned it for this day, and the reader may know of that
    std::vector<Localized> notes;
    std::optional<Localized> refusal;  // that of `notes` which says that the student does not want it
    // Beside an earlier run (StudentReport::compared_with): the day of the first run that gave it, none in between without it.
    std::optional<Date> since;
    bool is_new = false;                   // that is this one
    std::vector<model::Citation> sources;  // of the intervention and of the policies the reader may see
};
struct SuppressionReport {
    model::InterventionId intervention;
    model::PolicyId policy;
    Localized because;
};
// A policy that would apply, but for a `tenzij` that is true. No part of the JSON: nothing was suppressed.
struct NotNeededReport {
    model::PolicyId policy;
    std::string because;  // the author's words
    model::ExprId condition;
};
struct PlanReport {
    advise::PlanState state;  // `policies` only those the reader may see
    bool has_restricted_policy = false;
    bool is_goal_restricted = false;  // what `goal` says is not for this reader
};
// Advice of the earlier run that this one does not give, and why.
struct LapsedReport {
    std::string intervention;
    std::string title;
    std::string role;
    std::string role_title;
    Date since;
    std::vector<Localized> because;  // at least one
};
// A value that could not be calculated and that an outcome of this student hangs on.
struct FaultReport {
    Localized rule;  // "signaal `x`"
    model::Fault fault;
    friend bool operator==(const FaultReport& left, const FaultReport& right) {
        return left.rule.nl == right.rule.nl && left.fault == right.fault;
    }
};
struct StudentReport {
    std::size_t row = 0;  // in the cohort
    std::string key;
    std::optional<std::string> name;  // the field marked `naam`, when known and the reader may see it
    Date reference_date;
    std::vector<SignalReport> signals;
    std::vector<SignalReport> strengths;
    std::vector<SignalReport> opportunities;
    std::vector<UndeterminedReport> undetermined;  // order of declaration; policies with spoed first among the policies
    std::vector<model::SignalId> not_applicable;
    std::vector<RecommendationReport> recommendations;
    std::vector<SuppressionReport> suppressed;
    std::vector<PlanReport> plans;
    std::vector<NotNeededReport> not_needed;
    std::vector<FaultReport> faults;       // of rules the reader may see
    std::vector<Localized> data_problems;  // the faults among them
    std::optional<Date> compared_with;     // the day of the earlier run that it stands beside
    std::vector<LapsedReport> lapsed;      // in the order of that run
};

// Up to which day the data of a series are complete (`bijgewerkt`).
struct SeriesUpTo {
    SeriesId series;
    Date day;
};

// Where the rules were written: to quote the author's words, and to know in which language a text stands. Without it
// nothing is quoted and every text is in the language of the main pack.
struct Authorship {
    const SourceMap* sources = nullptr;
    std::vector<Language> languages;  // by SourceId
};

// Everything that does not depend on the student, worked out once per run. Immutable: threads may share it.
class Redactor {
  public:
    // `rules` and the sources of `authorship` must outlive it.
    Redactor(const model::RuleSet& rules, Reader reader, Authorship authorship = {});

    [[nodiscard]] Visible<StudentReport> redact(const Cohort& cohort, std::size_t student, Date reference_date,
                                                const model::StudentOutcome& outcome,
                                                const advise::StudentAdvice& advice) const;
    // The same beside an earlier run: since when each advice stands, and what has lapsed.
    [[nodiscard]] Visible<StudentReport> beside(const Visible<StudentReport>& report, const Cohort& cohort,
                                                const EarlierStudent& earlier) const;
    // The policy, and all signals that its `als` reads by name. Depends on the rules alone.
    [[nodiscard]] bool sees_all_of(model::PolicyId policy) const;
    [[nodiscard]] bool may_see(model::SignalId signal) const { return signal_visible_[signal.index()]; }
    [[nodiscard]] bool may_see(model::PolicyId policy, const model::StudentOutcome& outcome) const;
    [[nodiscard]] bool may_see_goal(model::PlanId plan, const model::StudentOutcome& outcome) const;
    [[nodiscard]] bool may_see(FieldId field) const;
    [[nodiscard]] bool may_see(const model::Missing& missing) const;
    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] const Reader& reader() const { return reader_; }
    [[nodiscard]] const model::Provenance& provenance() const { return provenance_; }
    [[nodiscard]] const Authorship& authorship() const { return authorship_; }

    [[nodiscard]] Language language() const;  // of the main pack: of texts in JSON
    [[nodiscard]] Language language_of(const Span& origin) const;
    // The key, or its place in the input when the reader may not see it.
    [[nodiscard]] std::string key_of(const Cohort& cohort, std::size_t student) const;
    [[nodiscard]] std::optional<std::string> name_of(const Cohort& cohort, std::size_t student) const;
    // Of the series whose events the reader may see, in order of declaration.
    [[nodiscard]] std::vector<SeriesUpTo> complete_series(const Cohort& cohort) const;
    // The uitleg of a signal with its values filled in, those below `place`. None: it has no uitleg.
    [[nodiscard]] std::optional<Phrase> fill(model::SignalId id, const Cohort& cohort, std::size_t student,
                                             Date reference_date, const Node& place) const;
    // The author's own words on one line, without comments. Empty without sources.
    [[nodiscard]] std::string words_of(const Span& origin) const;

  private:
    struct FilledValue {
        model::ExprId expr;
        std::vector<model::ExprId> compared_with;
    };

    void fill_signals(StudentReport& report, const Cohort& cohort, const model::StudentOutcome& outcome) const;
    void fill_undetermined(StudentReport& report, const model::StudentOutcome& outcome) const;
    void fill_recommendations(StudentReport& report, const Cohort& cohort, const model::StudentOutcome& outcome,
                              const advise::StudentAdvice& advice) const;
    // The day for which who is advised here has planned it, where the reader may know of that.
    [[nodiscard]] std::optional<Date> appointment_of(const std::vector<advise::Recommendation>& all,
                                                     const advise::Recommendation& given,
                                                     const advise::StudentHistory& history) const;
    void fill_suppressed(StudentReport& report, const model::StudentOutcome& outcome,
                         const advise::StudentAdvice& advice) const;
    void fill_plans(StudentReport& report, const model::StudentOutcome& outcome,
                    const advise::StudentAdvice& advice) const;
    void fill_not_needed(StudentReport& report, const model::StudentOutcome& outcome) const;
    void fill_faults(StudentReport& report, const model::StudentOutcome& outcome) const;
    [[nodiscard]] std::vector<std::string> missing_names(const model::MissingSet& missing) const;
    [[nodiscard]] model::MissingSet seen_of(const model::MissingSet& missing) const;  // what the reader may see of it
    [[nodiscard]] bool may_see_consents() const;
    [[nodiscard]] std::optional<Localized> note_text(const advise::Note& note, const advise::Recommendation& advice,
                                                     const model::StudentOutcome& outcome) const;
    [[nodiscard]] Localized because(const advise::Suppression& suppression, const model::StudentOutcome& outcome) const;
    [[nodiscard]] Localized cause_text(const advise::Cause& cause, model::InterventionId intervention,
                                       const model::StudentOutcome& outcome) const;
    // How often at most: a parameter may hang on what the reader may not see.
    [[nodiscard]] bool may_see_limit(model::InterventionId intervention) const;

    const model::RuleSet* rules_;
    Reader reader_;
    Authorship authorship_;
    model::Provenance provenance_;
    std::vector<bool> signal_visible_;
    std::vector<bool> policy_visible_;                    // as far as its own reading and its signals by name go
    std::vector<bool> policy_reads_hidden_signal_;        // in its `als`, by name
    std::vector<bool> goal_visible_;                      // by PlanId, likewise
    std::vector<std::vector<FilledValue>> explanations_;  // by SignalId: the values of its uitleg, in order
};

// "motivatie", "presenties", "toetsen.cijfer".
[[nodiscard]] std::string name_of(const Schema& schema, const model::Missing& missing);
// The title, or the identifier when there is none.
template <class Declaration>
[[nodiscard]] const std::string& title_of(const Declaration& declaration) {
    return declaration.title.empty() ? declaration.name : declaration.title;
}

}  // namespace wegwijzer::explain
