// From an outcome to what is kept of it.
#pragma once

#include <string>

#include "engine/explain/report.h"
#include "engine/keep/kept_student.h"

namespace wegwijzer::keep {

// `nobody`: a reader who may see nothing confidential. `before`: what the run before gave the student; null: nothing. The marks of
// the records are left empty.
[[nodiscard]] KeptStudent keep_student(const explain::Redactor& nobody, const model::StudentOutcome& outcome,
                                       const advise::StudentAdvice& advice, Date reference_date,
                                       const explain::EarlierStudent* before);

// What was kept of a student on that day, for who compares (earlier_advice.h).
[[nodiscard]] explain::EarlierStudent earlier_student(const KeptStudent& kept, Date day);

}  // namespace wegwijzer::keep
