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
    std::string person;
    std::string role;  // its title; may be empty
};

struct StudentPage {
    Visible<StudentExplanation> explanation;
    std::vector<std::vector<Fact>> facts;       // by explanation.signals; none of what isn't active
    std::vector<std::vector<Localized>> notes;  // by report.recommendations
    std::vector<Localized> because;             // by report.suppressed
    std::vector<Contact> contacts;              // each person once; empty: nobody is named
};

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
    [[nodiscard]] std::vector<Contact> contacts_of(const Cohort& cohort, std::size_t student) const;

    const Redactor* redactor_;
};

}  // namespace wegwijzer::explain
