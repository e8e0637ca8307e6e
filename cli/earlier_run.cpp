#include "cli/earlier_run.h"

#include <algorithm>
#include <utility>

#include "engine/json/tree.h"
#include "engine/keep/keep_student.h"

namespace wegwijzer::cli {

std::optional<keep::KeptStudent> EarlierRun::find(const std::string& key) const {
    const auto found = students.find(key);
    if (found == students.end()) return std::nullopt;
    return keep::read_student(found->second);
}

std::optional<EarlierRun> read_earlier_run(const Context& context, store::CaseStore& store, Date reference_date,
                                           store::RunNumber before) {
    const StepTimer timer(context, "read the run before");
    const auto runs = store.runs();
    if (!runs.value) {
        context.report(*runs.problem);
        return std::nullopt;
    }
    EarlierRun earlier;
    for (const store::RunHeader& run : *runs.value) {
        if (before != 0 && run.number >= before) break;
        earlier.newest = run.number;
        const Date day = run.inputs.reference_date;
        if (day < reference_date && (!earlier.header || earlier.header->inputs.reference_date <= day)) {
            earlier.header = run;
        }
    }
    if (!earlier.header) return earlier;
    auto students = store.students_of(earlier.header->number);
    if (!students.value) {
        context.report(*students.problem);
        return std::nullopt;
    }
    const json::Value counts = json::read_tree(earlier.header->counts).value_or(json::Value());
    const auto all = static_cast<std::size_t>(counts["students"].integer().value_or(0));
    earlier.forgotten = all - std::min(all, students.value->size());
    // Nothing is left of it: it says of nobody what was advised, and so not of what is advised now that it is new.
    if (students.value->empty() && all != 0) earlier.header.reset();
    earlier.students.reserve(students.value->size());
    for (store::StudentContent& student : *students.value) {
        earlier.students.emplace(std::move(student.student), std::move(student.content));
    }
    return earlier;
}

explain::Visible<explain::StudentReport> beside(const EarlierRun& earlier, const explain::Redactor& redactor,
                                                const Cohort& cohort, explain::Visible<explain::StudentReport> report) {
    if (!earlier.header) return report;
    const std::optional<keep::KeptStudent> kept = earlier.find(cohort.key_of(report->row));
    return redactor.beside(report, cohort,
                           keep::earlier_student(kept ? &*kept : nullptr, earlier.header->inputs.reference_date));
}

}  // namespace wegwijzer::cli
