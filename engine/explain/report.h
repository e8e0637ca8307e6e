// What is said about one student, after redaction. The only way to a Visible<...> is `redact`, and renderers take nothing
// else, so that what the reader may not see cannot reach an output by accident.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/reader.h"
#include "engine/model/outcome.h"
#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::explain {

template <class T>
class Visible {
  public:
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }

  private:
    friend class Redactor;
    explicit Visible(T value) : value_(std::move(value)) {}
    T value_;
};

struct SignalReport {
    model::SignalId signal;
    model::Severity severity = model::Severity::none;
    bool possibly_higher = false;
    std::optional<std::string> explanation;  // filled in, in the language of the pack; none: no uitleg
};
enum class UndeterminedKind : std::uint8_t { signal, strength, opportunity, policy };
struct UndeterminedReport {
    UndeterminedKind kind = UndeterminedKind::signal;
    std::string id;
    std::string title;
    std::vector<std::string> missing;  // "motivatie", "presenties", "toetsen.cijfer"
    bool urgent = false;               // policies
};
struct RecommendationReport {
    advise::Recommendation advice;       // `reasons` and `policies` only those the reader may see
    bool has_restricted_reason = false;  // "reden alleen voor de tweede lijn"
    bool has_restricted_policy = false;
    bool has_person_field = false;  // the role says `persoon`, and the reader may see that field
    std::optional<std::string> person;
    std::vector<Localized> notes;
    std::vector<model::Citation> sources;  // of the intervention and of the policies the reader may see
};
struct SuppressionReport {
    model::InterventionId intervention;
    model::PolicyId policy;
    Localized because;
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
    std::vector<Localized> data_problems;
};

// Everything that does not depend on the student, worked out once per run.
class Redactor {
  public:
    Redactor(const model::RuleSet& rules, Reader reader);

    [[nodiscard]] Visible<StudentReport> redact(const Cohort& cohort, std::size_t student, Date reference_date,
                                                const model::StudentOutcome& outcome,
                                                const advise::StudentAdvice& advice) const;
    [[nodiscard]] bool may_see(model::SignalId signal) const;
    [[nodiscard]] bool may_see(model::PolicyId policy, const model::StudentOutcome& outcome) const;
    [[nodiscard]] bool may_see(FieldId field) const;
    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] const Reader& reader() const { return reader_; }
    [[nodiscard]] const model::Provenance& provenance() const { return provenance_; }

  private:
    const model::RuleSet* rules_;
    Reader reader_;
    model::Provenance provenance_;
    std::vector<bool> signal_visible_;
    std::vector<bool> policy_visible_;  // as far as its own reading and its signals by name go
};

}  // namespace wegwijzer::explain
