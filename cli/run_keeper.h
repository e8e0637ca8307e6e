// What `evaluate --keep` leaves in the run log: all students of the run, whoever reads its output.
#pragma once

#include <cstdint>
#include <vector>

#include "api/run/evaluation.h"
#include "cli/earlier_run.h"
#include "cli/session.h"
#include "engine/keep/kept_student.h"

namespace wegwijzer::cli {

// What is kept of the students of a run. What it refers to must outlive it.
class KeptContents {
  public:
    KeptContents(const Session& session, const EarlierRun& earlier, Date reference_date);

    // Once for each of the session's rows, in their order.
    void add(const run::Evaluated& student);
    [[nodiscard]] const std::vector<store::StudentContent>& students() const { return students_; }
    [[nodiscard]] std::vector<store::StudentContent> take_students() { return std::move(students_); }
    [[nodiscard]] std::string counts() const;  // JSON

  private:
    const Session& session_;
    const EarlierRun& earlier_;
    Date reference_date_;
    explain::Redactor nobody_;
    std::vector<keep::RecordMarks> marks_;  // of the session's rows
    std::vector<store::StudentContent> students_;
    std::int64_t advised_ = 0;  // students
    std::int64_t advices_ = 0;
    std::int64_t urgent_ = 0;
};

// Writes the run. `by` has been checked.
[[nodiscard]] Status keep_run(const Context& context, Session& session, KeptContents& contents,
                              const EarlierRun& earlier, const std::string& by);

}  // namespace wegwijzer::cli
