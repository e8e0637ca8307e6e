// What a student reads about themself, beside the explanation of all rules: the facts behind what was noticed, notes and
// reasons in words to the student, whom to ask. For the reader `student` (reader.h), who may see everything about themself
// but what is `alleen toetsing`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/explain/explanation.h"
#include "engine/explain/facts.h"

namespace wegwijzer::explain {

struct Contact {  // somebody of the first line who is there for this student
    ShownValue person;
    std::string role;  // its title; may be empty
};

// The dates, the person and the notes of what is advised, in words to the student: "maandag 9 november".
struct OwnAction {
    ShownValue in_progress_since;
    ShownValue not_before;  // when it lies after the reference date
    ShownValue due;
    ShownValue person;
    std::vector<ShownValue> notes;
};

// A value that the explanation has too has the node it has there.
struct StudentPage {
    Visible<StudentExplanation> explanation;
    ShownValue reference_date;             // "maandag 2 november 2026"
    std::vector<ShownValue> completeness;  // sentences
    std::vector<std::vector<Fact>> facts;  // by explanation.signals; none of what isn't active
    std::vector<OwnAction> actions;        // by report.recommendations
    std::vector<ShownValue> because;       // by report.suppressed
    std::vector<Contact> contacts;         // each person once; empty: nobody is named
};

// What it shows besides the values of the explanation, or in other words than those.
[[nodiscard]] std::vector<ShownValue> values_of(const StudentPage& page);

class StudentPages {
  public:
    // `redactor` must outlive it.
    explicit StudentPages(const Redactor& redactor) : redactor_(&redactor) {}

    // `explanation` of the same student, advice and trace.
    [[nodiscard]] Visible<StudentPage> make(Visible<StudentExplanation> explanation, const Cohort& cohort,
                                            const advise::StudentAdvice& advice, const trace::Trace& trace,
                                            Language language) const;

  private:
    [[nodiscard]] std::vector<Localized> notes_of(const advise::Recommendation& advice, const trace::Trace& trace,
                                                  Date reference_date) const;
    [[nodiscard]] OwnAction action_of(const RecommendationReport& report, const std::vector<Localized>& notes,
                                      Date reference_date, Language language) const;
    void show(std::vector<Fact>& facts, model::SignalId signal, Date reference_date, Language language) const;
    [[nodiscard]] std::vector<Contact> contacts_of(const Cohort& cohort, std::size_t student) const;

    const Redactor* redactor_;
};

}  // namespace wegwijzer::explain
