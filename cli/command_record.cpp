// `record`: one person writes down one thing about one student, or takes in a list that was kept elsewhere. There is no way to
// answer several advices with one answer.
#include <ostream>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/open_store.h"
#include "cli/read_packs.h"
#include "cli/read_students.h"
#include "cli/record_list.h"
#include "cli/record_options.h"
#include "cli/render/entries.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

// One or more findings on what was asked for.
template <class Findings>
Status refuse_entry(const Context& context, Findings&& problems) {
    context.report(std::forward<Findings>(problems));
    return Status::wrong_use;
}

// In the order in which the rules declare them.
std::vector<std::string> roles_of(const model::RuleSet& rules, model::InterventionId intervention) {
    std::vector<bool> has(rules.roles.size(), false);
    // As `pas na` advises it.
    has[rules.interventions[intervention.index()].by.index()] = true;
    for (const model::Policy& policy : rules.policies) {
        for (const model::Advice& advice : policy.advises) {
            if (advice.intervention == intervention) has[advice.by.index()] = true;
        }
    }
    for (const model::Plan& plan : rules.plans) {
        for (const model::PlanStep& step : plan.steps) {
            if (step.intervention == intervention) has[step.by.index()] = true;
        }
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < has.size(); ++i) {
        if (has[i]) names.push_back(rules.roles[i].name);
    }
    return names;
}

store::NamesInUse names_in(const model::RuleSet& rules) {
    store::NamesInUse names;
    for (std::size_t i = 0; i < rules.interventions.size(); ++i) {
        const model::Intervention& intervention = rules.interventions[i];
        names.interventions.push_back({intervention.name, intervention.title, roles_of(rules, model::InterventionId(i)),
                                       intervention.with_consent});
    }
    for (const model::Role& role : rules.roles) names.roles.push_back({role.name, role.title});
    return names;
}

// The names of the packs of `--rules`, and the students of `--data`. std::nullopt: there is something wrong with them, that has
// been said, and `status` is what the run ends with.
std::optional<store::NamesInUse> read_names(const Context& context, Status& status) {
    const std::optional<Compilation> compilation = read_packs(context, status);
    if (!compilation) return std::nullopt;
    store::NamesInUse names = names_in(*compilation->rules);
    if (context.options.data.empty()) return names;
    const auto data = read_students(context, compilation->rules->schema, status);
    if (!data) return std::nullopt;
    std::unordered_set<std::string> keys;
    for (std::size_t row = 0; row < data->cohort.students; ++row) keys.insert(data->cohort.key_of(row));
    names.is_student = [keys = std::move(keys)](const std::string& key) { return keys.contains(key); };
    return names;
}

// All that was recorded of one student, also what has been corrected since.
Status list_entries(const Context& context) {
    const Options& options = context.options;
    const std::string student = to_nfc_trimmed(options.draft[store::EntryField::student].value_or(std::string()));
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return refuse_entry(context, *opened.problem);
    const auto entries = opened.value->entries_of(student);
    if (!entries.value) return refuse_entry(context, *entries.problem);
    context.streams.out << (options.format == OutputFormat::json
                                ? entries_json(*entries.value)
                                : entries_text(*entries.value, student, options.store, context.language()));
    return Status::fine;
}

Status record_one(const Context& context, const store::NamesInUse* names) {
    const Options& options = context.options;
    store::CheckedDraft checked = store::check_draft(options.draft, names, option_name);
    if (!checked.entry) {
        Diagnostics problems;
        for (store::DraftProblem& problem : checked.problems) problems.add(std::move(problem.finding));
        return refuse_entry(context, std::move(problems));
    }
    auto opened = open_store(context, StoreUse::write);
    if (!opened.value) return refuse_entry(context, *opened.problem);
    const std::string now = time_of_recording(context.environment.now);
    const auto numbers = opened.value->add({*checked.entry}, now);
    if (!numbers.value) return refuse_entry(context, *numbers.problem);
    const store::StoredEntry stored{numbers.value->front(), *checked.entry, now, {}};
    if (options.format == OutputFormat::json) {
        context.streams.out << entry_json(stored) << '\n';
    } else {
        context.streams.out << recorded_text(stored, options.store, names, context.language());
    }
    const auto which = [&](Language language) {
        return kind_of_entry(stored.entry, language) + ' ' + std::to_string(stored.number);
    };
    // Who tries again would record it twice.
    return context.finish_output(
        {{which(Language::nl) + " is wel vastgelegd", which(Language::en) + " was recorded all the same"}});
}

}  // namespace

Status run_record(const Context& context) {
    const Options& options = context.options;
    const StepTimer timer(context, "record");
    if (options.list) return list_entries(context);
    Status status = Status::fine;
    std::optional<store::NamesInUse> names;
    if (!options.packs.empty()) {
        names = read_names(context, status);
        if (!names) return status;
    }
    const store::NamesInUse* known = names ? &*names : nullptr;
    return options.import_file.empty() ? record_one(context, known) : record_list(context, known);
}

}  // namespace wegwijzer::cli
