// What there is to say about one student: why, why not, and what if. Command line and public face both ask here, so that they
// give the same bytes.
#pragma once

#include <optional>
#include <string>

#include "engine/explain/what_if.h"
#include "engine/explain/why_not.h"

namespace wegwijzer::run {

// Who is asked about, by whom, on which day. What it refers to must outlive it.
struct AskedStudent {
    const explain::Redactor& redactor;
    const Cohort& cohort;
    std::size_t row = 0;
    Date reference_date;
    // What an earlier run gave the student: explain_student says what is new and what has lapsed since. Null: there is none.
    const explain::EarlierStudent* earlier = nullptr;

    // Of texts in JSON, which is the same whoever asks for it.
    [[nodiscard]] Language json_language() const { return redactor.language(); }
};

struct ExplainedStudent {
    trace::Trace trace;
    advise::StudentAdvice advice;
    explain::Visible<explain::StudentExplanation> explanation;
};
[[nodiscard]] ExplainedStudent explain_student(const AskedStudent& student, explain::ChangesWanted changes,
                                               Language language);

struct WhyNot {
    explain::Asked asked;
    explain::Visible<explain::StudentExplanation> explanation;
};
struct WhyNotAnswer {
    std::optional<WhyNot> value;
    std::optional<Diagnostic> problem;  // nothing of that name that the reader may see
};
[[nodiscard]] WhyNotAnswer explain_why_not(const AskedStudent& student, const std::string& name, Language language);

// As `explain --format json` prints them: on several lines, with a line end.
[[nodiscard]] std::string to_json(const AskedStudent& student,
                                  const explain::Visible<explain::StudentExplanation>& explanation);
[[nodiscard]] std::string to_json(const AskedStudent& student, const WhyNot& why_not);
[[nodiscard]] std::string to_json(const AskedStudent& student, const explain::Visible<explain::WhatIf>& what_if);

}  // namespace wegwijzer::run
