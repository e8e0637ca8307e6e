// What is kept of one student of a run.
//
// Contract: `write_student` gives the same text for the same value, on one line, and `read_student` gives that value back.
// It holds everything, also what not every reader may see; `confidential` says what (language.md section 3, "Who sees what").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/base/date.h"
#include "engine/compare/standing.h"

namespace wegwijzer::keep {

struct KeptSignal {
    std::string id;
    comparison::SignalState state;  // never off
    friend bool operator==(const KeptSignal&, const KeptSignal&) = default;
};

struct KeptAdvice {
    std::string intervention;
    std::string role;
    int priority = 3;
    bool urgent = false;
    bool in_progress = false;
    advise::Consent consent = advise::Consent::not_needed;
    std::optional<Date> not_before;
    std::optional<Date> due;
    Date since;                             // the day of the run that gave it first, all runs from there on gave it
    std::vector<std::string> reasons;       // signals, as in the outcome
    std::vector<std::string> policies;      // those that everybody may see
    std::vector<std::string> confidential;  // policies that not everybody may see, of this student
    friend bool operator==(const KeptAdvice&, const KeptAdvice&) = default;
};

// Of what a student's outcome rests on (student_records.h): another one when it is something else. Empty: there is nothing.
struct RecordMarks {
    std::string open;
    std::string confidential;
    std::string followups;
    std::string consents;
    friend bool operator==(const RecordMarks&, const RecordMarks&) = default;
};

struct KeptStudent {
    RecordMarks marks;
    std::vector<KeptSignal> signals;  // order of declaration
    std::vector<KeptAdvice> advice;   // order of recommendation
    friend bool operator==(const KeptStudent&, const KeptStudent&) = default;

    [[nodiscard]] const KeptAdvice* find(std::string_view intervention, std::string_view role) const;
};

[[nodiscard]] std::string write_student(const KeptStudent& student);
// Nothing: it was not written by `write_student`.
[[nodiscard]] std::optional<KeptStudent> read_student(std::string_view text);

}  // namespace wegwijzer::keep
