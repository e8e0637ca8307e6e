#include "api/run/requested_run.h"

#include <unordered_set>
#include <utility>

#include "api/run/data_view.h"
#include "api/run/evaluation.h"
#include "api/run/select_where.h"
#include "dsl/compile/change.h"

namespace wegwijzer::api {

RequestedRun::RequestedRun(const Cohort& cohort, const Request& request, const Opening& opening)
    : rules_(*cohort.contents().rules),
      cohort_(cohort.contents().data.cohort),
      request_(request),
      who_{request.role, request.mentor} {
    if (!read_date() || !has_no_open_choice(opening.sweeps) || !choose_reader()) return;
    if (!select_students(opening.selected_by)) return;
    say(run::case_warnings(rules_.rules(), cohort_, run::reader_of_all_data(reader_, who_)));
    say(run::pack_warnings(rules_.rules(), rules_.compilation.diagnostics, date_));
    redactor_.emplace(rules_.rules(), reader_, rules_.authorship);
}

void RequestedRun::say(const std::vector<Diagnostic>& diagnostics, const SourceMap& sources) {
    for (const Diagnostic& diagnostic : diagnostics) {
        findings_.push_back(as_finding(diagnostic, sources, inner(request_.language)));
    }
}

void RequestedRun::say_faults(const explain::StudentReport& report) {
    run::FaultCount faults;
    faults.add(report.key, report.faults);
    say(faults.warnings());
}

bool RequestedRun::read_date() {
    if (const std::optional<Date> date = parse_iso_date(request_.reference_date)) {
        date_ = *date;
        return true;
    }
    Diagnostic problem;
    problem.code = Code::F209;
    problem.arguments = {request_.reference_date};
    say({problem});
    return false;
}

bool RequestedRun::has_no_open_choice(std::string_view sweeps) {
    std::vector<Diagnostic> open = run::open_choices(rules_.rules());
    std::erase_if(open, [&](const Diagnostic& choice) { return choice.arguments.front().nl == sweeps; });
    say(open);
    return open.empty();
}

bool RequestedRun::choose_reader() {
    const run::ChosenReader chosen = run::choose_reader(rules_.rules(), who_);
    if (chosen.problem) say({*chosen.problem});
    reader_ = chosen.reader;
    return !chosen.problem;
}

bool RequestedRun::select_students(const RequestedRun* selected_by) {
    run::SelectedStudents selected = run::select_students(rules_.rules(), cohort_, reader_, who_);
    if (selected.problem) {
        say({*selected.problem});
        return false;
    }
    rows_ = std::move(selected.rows);
    if (request_.mentor && rows_.empty()) {
        Diagnostic nobody;
        nobody.code = Code::N230;
        nobody.arguments = {*request_.mentor};
        say({nobody});
    }
    return !request_.where || select_where(selected_by);
}

// Rules that don't select may lack a field of the condition; they may not hide one.
bool RequestedRun::select_where(const RequestedRun* selected_by) {
    const CompiledCondition where = compile_condition(rules_.compilation, "--where", *request_.where);
    Diagnostics problems = where.diagnostics;
    if (!problems.has_errors()) {
        if (auto hidden = run::problem_of_condition(where, reader_)) problems.add(std::move(*hidden));
    } else if (selected_by != nullptr) {
        problems = {};
    }
    say(problems.all(), where.sources);
    if (problems.has_errors()) return false;
    if (selected_by != nullptr) {
        keep_students_of(*selected_by);
        return true;
    }
    run::SelectedWhere selected = run::select_where(where, cohort_, rows_, date_);
    if (!rows_.empty()) say(run::notes_of_selection(where, selected), where.sources);
    rows_ = std::move(selected.rows);
    return true;
}

void RequestedRun::keep_students_of(const RequestedRun& other) {
    std::unordered_set<std::string> keys;
    for (const std::size_t row : other.rows_) keys.insert(other.cohort_.key_of(row));
    std::erase_if(rows_, [&](std::size_t row) { return !keys.contains(cohort_.key_of(row)); });
}

void RequestedRun::evaluate(const UseReport& use, bool counts_time) {
    advise::CapacityCount capacity;
    run::FaultCount faults;
    run::evaluate_students(rules_.rules(), rules_.program, cohort_, rows_, date_, request_.threads,
                           [&](const run::Evaluated& student) {
                               explain::Visible<explain::StudentReport> report =
                                   redactor_->redact(cohort_, student.row, date_, student.outcome, student.advice);
                               capacity.add(student.advice);
                               faults.add(report->key, report->faults);
                               use(std::move(report), student.outcome);
                           });
    say(faults.warnings());
    if (counts_time) say(run::capacity_warnings(rules_.rules(), capacity));
}

std::optional<run::AskedStudent> RequestedRun::find(std::string_view key) {
    const run::SelectedStudents found =
        run::find_student(rules_.rules(), cohort_, redactor_->reader(), rows_, std::string(key));
    if (!found.problem) return run::AskedStudent{*redactor_, cohort_, found.rows.front(), date_};
    say({*found.problem});
    return std::nullopt;
}

std::optional<change::Changes> RequestedRun::read_changes(const std::vector<std::string>& texts) {
    ReadChanges read = wegwijzer::read_changes(rules_.compilation, texts,
                                               [&](const PrivacyClass& privacy) { return reader_.may_see(privacy); });
    read.diagnostics.sort(read.sources);
    say(read.diagnostics.all(), read.sources);
    if (read.diagnostics.has_errors()) return std::nullopt;
    return std::move(read.changes);
}

}  // namespace wegwijzer::api
