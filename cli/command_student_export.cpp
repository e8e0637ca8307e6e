// `student-export`: all that the store and the data hold of one student, to hand over.
#include <ostream>
#include <utility>

#include "cli/commands.h"
#include "cli/open_store.h"
#include "cli/output.h"
#include "cli/read_packs.h"
#include "cli/read_students.h"
#include "cli/render/student_export.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/make_finding.h"
#include "store/case_store.h"

namespace wegwijzer::cli {
namespace {

// What kept runs hold. std::nullopt: it can't be read, and that has been said.
std::optional<StudentRuns> runs_of_student(const Context& context, store::CaseStore& store,
                                           const std::string& student) {
    auto found = store.runs_of(student);
    if (!found.value) {
        context.report(*found.problem);
        return std::nullopt;
    }
    StudentRuns runs;
    for (store::StudentInRun& one : *found.value) {
        auto kept = keep::read_student(one.content);
        const auto [rules, is_new] = runs.rules.try_emplace(one.header.rules_hash);
        if (is_new) {
            const auto described = store.rules_of(one.header);
            if (!described.value) {
                context.report(*described.problem);
                return std::nullopt;
            }
            auto read = keep::read_rules(*described.value);
            if (!read) {
                context.report(make_finding(Code::F362, {std::to_string(one.header.number),
                                                         {"de regels die erbij staan zijn niet te lezen",
                                                          "the rules that stand with it can't be read"}}));
                return std::nullopt;
            }
            rules->second = std::move(*read);
        }
        if (!kept) {
            context.report(make_finding(Code::F362, {std::to_string(one.header.number),
                                                     {"wat er van deze student staat is niet te lezen",
                                                      "what stands there of this student can't be read"}}));
            return std::nullopt;
        }
        runs.runs.push_back({std::move(one.header), std::move(*kept)});
    }
    return runs;
}

// What the data of `--data` hold. std::nullopt: they can't be read, that has been said, and `status` is what the run ends with.
std::optional<StudentData> data_of_student(const Context& context, const Compilation& compilation,
                                           const std::string& student, Status& status) {
    auto read = read_students(context, compilation.rules->schema, status);
    if (!read) return std::nullopt;
    StudentData data;
    data.name = context.options.data;
    data.read = std::move(*read);
    for (std::size_t row = 0; row < data.read.cohort.students && !data.row; ++row) {
        if (data.read.cohort.key_of(row) == student) data.row = row;
    }
    return data;
}

}  // namespace

Status run_student_export(const Context& context) {
    const Options& options = context.options;
    const StepTimer timer(context, "student-export");
    Status status = Status::fine;
    std::optional<Compilation> compilation;
    std::optional<RetentionTerms> terms;
    if (!options.packs.empty()) {
        compilation = read_packs(context, status);
        if (!compilation) return status;
        terms.emplace(*compilation);
    }
    StudentExport of;
    of.student = to_nfc_trimmed(options.student.value_or(std::string()));
    of.terms = terms ? &*terms : nullptr;
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return context.refuse(*opened.problem);
    auto entries = opened.value->everything_of(of.student);
    if (!entries.value) return context.refuse(*entries.problem);
    of.entries = std::move(*entries.value);
    auto runs = runs_of_student(context, *opened.value, of.student);
    if (!runs) return Status::wrong_use;
    of.runs = std::move(*runs);
    if (compilation && !options.data.empty()) {
        of.data = data_of_student(context, *compilation, of.student, status);
        if (!of.data) return status;
    }
    Output output(context);
    output.write(options.format == OutputFormat::json ? export_json(of)
                                                      : export_text(of, options.store, context.language()));
    return output.finish();
}

}  // namespace wegwijzer::cli
