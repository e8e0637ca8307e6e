#include "cli/earlier_run.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/threads.h"
#include "engine/base/in_parallel.h"
#include "engine/json/tree.h"
#include "engine/keep/keep_student.h"

namespace wegwijzer::cli {

const explain::EarlierStudent* EarlierRun::find(const std::string& key) const {
    if (!header) return nullptr;
    const auto found = students.find(key);
    return found == students.end() ? &nothing : &found->second;
}

store::Answer<EarlierRun> read_earlier_run(store::CaseStore& store, Date reference_date, store::RunNumber before) {
    const auto runs = store.runs();
    if (!runs.value) return {std::nullopt, runs.problem};
    EarlierRun earlier;
    for (const store::RunHeader& run : *runs.value) {
        if (before != 0 && run.number >= before) break;
        earlier.newest = run.number;
        const Date day = run.inputs.reference_date;
        if (day < reference_date && (!earlier.header || earlier.header->inputs.reference_date <= day)) {
            earlier.header = run;
        }
    }
    if (!earlier.header) return {std::move(earlier), std::nullopt};
    auto students = store.students_of(earlier.header->number);
    if (!students.value) return {std::nullopt, students.problem};
    const json::Value counts = json::read_tree(earlier.header->counts).value_or(json::Value());
    const auto all = static_cast<std::size_t>(counts["students"].integer().value_or(0));
    earlier.forgotten = all - std::min(all, students.value->size());
    // Nothing is left of it: it says of nobody what was advised, and so not of what is advised now that it is new.
    if (students.value->empty() && all != 0) {
        earlier.header.reset();
        return {std::move(earlier), std::nullopt};
    }
    // Of what was kept only this is needed, and what can't be read says nothing.
    const Date day = earlier.header->inputs.reference_date;
    earlier.nothing.day = day;
    std::vector<explain::EarlierStudent> read(students.value->size(), earlier.nothing);
    in_parallel(read.size(), thread_count(), [&](std::size_t i) {
        const auto kept = keep::read_student((*students.value)[i].content);
        if (kept) read[i] = keep::earlier_student(*kept, day);
    });
    earlier.students.reserve(read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        earlier.students.emplace(std::move((*students.value)[i].student), std::move(read[i]));
    }
    return {std::move(earlier), std::nullopt};
}

explain::Visible<explain::StudentReport> beside(const EarlierRun& earlier, const explain::Redactor& redactor,
                                                const Cohort& cohort, explain::Visible<explain::StudentReport> report) {
    const explain::EarlierStudent* before = earlier.find(cohort.key_of(report->row));
    if (before == nullptr) return report;
    return redactor.beside(report, cohort, *before);
}

}  // namespace wegwijzer::cli
