#include "cli/compare_kept.h"

#include <algorithm>
#include <utility>

#include "cli/replay_run.h"
#include "cli/store_series.h"
#include "cli/threads.h"
#include "cli/write_comparison.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/diagnostics/make_finding.h"
#include "engine/json/tree.h"
#include "engine/keep/compare_runs.h"

namespace wegwijzer::cli {
namespace {

Diagnostic unreadable_run(std::int64_t run) {
    return make_finding(Code::F362,
                        {std::to_string(run), {"de inhoud is niet te lezen", "what it holds can't be read"}});
}

// std::nullopt: there is no such run or it can't be read, and that has been said.
std::optional<keep::KeptRun> read_kept_run(const Context& context, store::CaseStore& store, const std::string& number) {
    const std::optional<store::RunHeader> header = find_run(context, store, number);
    if (!header) return std::nullopt;
    const auto refuse = [&](const Diagnostic& problem) {
        context.report(problem);
        return std::nullopt;
    };
    const auto rules = store.rules_of(*header);
    if (!rules.value) return refuse(*rules.problem);
    auto described = keep::read_rules(*rules.value);
    if (!described) return refuse(unreadable_run(header->number));
    auto students = store.students_of(header->number);
    if (!students.value) return refuse(*students.problem);
    keep::KeptRun run{
        header->number, header->inputs.reference_date, header->inputs.engine_version, std::move(*described), {}, 0};
    const json::Value counts = json::read_tree(header->counts).value_or(json::Value());
    const auto all = static_cast<std::size_t>(counts["students"].integer().value_or(0));
    run.forgotten = all - std::min(all, students.value->size());
    run.students.reserve(students.value->size());
    for (store::StudentContent& student : *students.value) {
        run.students.push_back({std::move(student.student), std::move(student.content)});
    }
    return run;
}

// Does who reads see what is confidential, as a role of the second line in both runs does? std::nullopt: there is no such role,
// and that has been said. A mentor is not known to a kept run, nor who a student is to whom it is shown.
std::optional<bool> sees_confidential(const Context& context, const keep::KeptRun& before, const keep::KeptRun& after) {
    const std::optional<std::string>& role = context.options.role;
    if (!role) return false;
    bool sees = true;
    for (const keep::KeptRun* run : {&before, &after}) {
        const auto& roles = run->rules.roles;
        const auto found = std::ranges::find(roles, *role, &keep::KeptRole::id);
        if (found == roles.end()) {
            std::vector<std::string> names;
            std::string listed;
            for (const keep::KeptRole& one : roles) {
                names.push_back(one.id);
                listed += (listed.empty() ? "`" : ", `") + one.id + "`";
            }
            const auto near = did_you_mean(*role, names);
            context.report(
                make_finding(Code::F230, {*role},
                             near ? ask_whether(*near) : Localized{"kies uit " + listed, "choose from " + listed}));
            return std::nullopt;
        }
        sees = sees && found->line == model::Line::second;
    }
    return sees;
}

}  // namespace

Status compare_kept(const Context& context) {
    const Options& options = context.options;
    std::optional<store::CaseStore> store = opened_store(context);
    if (!store) return Status::wrong_use;
    const auto before = read_kept_run(context, *store, options.runs[0]);
    if (!before) return Status::wrong_use;
    const auto after = read_kept_run(context, *store, options.runs[1]);
    if (!after) return Status::wrong_use;
    const std::optional<bool> sees = sees_confidential(context, *before, *after);
    if (!sees) return Status::wrong_use;
    Output output(context);
    {
        const StepTimer timer(context, "compare runs");
        const keep::ComparedKeptRuns compared = keep::compare_kept_runs(*before, *after, *sees, thread_count());
        if (!compared.comparison) {
            context.report(unreadable_run(compared.unreadable));
            return Status::wrong_use;
        }
        write_comparison(context, output, *compared.comparison);
    }
    return output.finish();
}

}  // namespace wegwijzer::cli
