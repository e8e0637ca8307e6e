// What a program asked for, on its way: who reads, which students, and what is said about it.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "api/run/compare_runs.h"
#include "api/run/contents.h"
#include "api/run/explain_student.h"
#include "api/run/readers.h"
#include "dsl/compile/condition.h"
#include "engine/advise/capacity.h"

namespace wegwijzer::api {

class RequestedRun {
  public:
    // How a run differs from one over the students of the request.
    struct Opening {
        std::string_view sweeps;                    // an open choice that is given its values
        const RequestedRun* selected_by = nullptr;  // of a comparison: who the `where` of the old rules selected
    };
    // All it refers to must outlive it.
    RequestedRun(const Cohort& cohort, const Request& request) : RequestedRun(cohort, request, Opening{}) {}
    RequestedRun(const Cohort& cohort, const Request& request, const Opening& opening);
    RequestedRun(const RequestedRun&) = delete;
    RequestedRun& operator=(const RequestedRun&) = delete;
    ~RequestedRun() = default;

    [[nodiscard]] bool can_start() const { return redactor_.has_value(); }
    [[nodiscard]] std::vector<Finding> take_findings() { return std::move(findings_); }

    // The rest only of a run that can start.
    [[nodiscard]] const explain::Redactor& redactor() const { return *redactor_; }
    [[nodiscard]] const wegwijzer::Cohort& cohort() const { return cohort_; }
    [[nodiscard]] Date date() const { return date_; }
    [[nodiscard]] run::RunSide side() const { return {*redactor_, rules_.program, cohort_, rows_}; }
    using UseReport = std::function<void(explain::Visible<explain::StudentReport>, const model::StudentOutcome&)>;
    // `counts_time`: whether there is time for all that is advised is part of the answer.
    void evaluate(const UseReport& use, bool counts_time = true);
    // Nothing, and said: the run has no such student.
    [[nodiscard]] std::optional<run::AskedStudent> find(std::string_view key);
    // Nothing, and said: these are no changes that this reader can ask about.
    [[nodiscard]] std::optional<change::Changes> read_changes(const std::vector<std::string>& texts);

    void say(const std::vector<Diagnostic>& diagnostics) { say(diagnostics, rules_.compilation.sources); }
    void say(const std::vector<Diagnostic>& diagnostics, const SourceMap& sources);
    void say_faults(const explain::StudentReport& report);

  private:
    // Each says what is wrong, and gives false when the run can't start.
    [[nodiscard]] bool read_date();
    [[nodiscard]] bool has_no_open_choice(std::string_view sweeps);
    [[nodiscard]] bool choose_reader();
    [[nodiscard]] bool select_students(const RequestedRun* selected_by);
    [[nodiscard]] bool select_where(const RequestedRun* selected_by);
    void keep_students_of(const RequestedRun& other);

    const Rules::Contents& rules_;
    const wegwijzer::Cohort& cohort_;
    const Request& request_;
    run::ReaderRequest who_;
    Date date_;
    explain::Reader reader_ = explain::Reader::nobody();
    std::vector<std::size_t> rows_;
    std::optional<explain::Redactor> redactor_;  // none: something is wrong
    std::vector<Finding> findings_;
};

}  // namespace wegwijzer::api
