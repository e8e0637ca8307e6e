#include "cli/record_list.h"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/open_store.h"
#include "cli/record_options.h"
#include "cli/render/entries.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/excerpt.h"
#include "engine/diagnostics/make_finding.h"
#include "store/digest/sha256.h"
#include "store/erasing/mentions.h"
#include "store/list/read_list.h"

namespace wegwijzer::cli {
namespace {

using store::EntryField;

// With a list go only who takes it in, and nothing that its lines say.
Diagnostics problems_of_options(const Options& options) {
    Diagnostics problems;
    const Localized import{"`--inlezen`", "`--import`"};
    for (const RecordOption& option : record_options()) {
        const bool is_given = options.draft[option.field].has_value();
        if (option.field == EntryField::recorded_by) {
            if (!is_given) problems.add(make_finding(Code::F340, {import, option_name(option.field)}));
        } else if (is_given) {
            problems.add(make_finding(Code::F345, {import, option_name(option.field)}));
        }
    }
    return problems;
}

std::optional<store::ListForm> form_of(const std::string& path) {
    const std::string lower = to_lower(path);
    if (lower.ends_with(".csv")) return store::ListForm::csv;
    if (lower.ends_with(".jsonl") || lower.ends_with(".ndjson")) return store::ListForm::jsonl;
    return std::nullopt;
}

Status refuse_list(const Context& context, Diagnostics problems, const SourceMap& sources = {}) {
    context.report(std::move(problems), sources);
    return Status::wrong_use;
}

Status refuse_list(const Context& context, const Diagnostic& problem) {
    context.report(problem);
    return Status::wrong_use;
}

// What stays when a student is forgotten says of whom nowhere, the name of a list neither.
std::string name_to_keep(const std::string& path, const std::vector<store::Entry>& entries) {
    std::string name = without_controls(last_name_of(path));
    for (const store::Entry& entry : entries) name = store::without_key(std::move(name), entry.student);
    return name;
}

}  // namespace

Status record_list(const Context& context, const store::NamesInUse* names) {
    const Options& options = context.options;
    if (Diagnostics problems = problems_of_options(options); problems.has_errors()) {
        return refuse_list(context, std::move(problems));
    }
    const std::optional<store::ListForm> form = form_of(options.import_file);
    if (!form) return refuse_list(context, make_finding(Code::F355, {options.import_file}));
    FileProblems unreadable;
    const std::optional<std::string> bytes = read_whole_file(options.import_file, unreadable);
    if (!bytes) return context.report(unreadable);

    const store::CheckedPerson person = store::check_person(
        options.draft[EntryField::recorded_by].value_or(std::string()), option_name(EntryField::recorded_by));
    if (person.problem) return refuse_list(context, *person.problem);
    const std::string& recorded_by = person.name;
    store::EntryList list = store::read_list(options.import_file, *bytes, *form);
    store::CheckedList checked = store::check_list(list, names, recorded_by);
    Diagnostics problems = list.problems;
    for (const Diagnostic& problem : checked.problems.all()) problems.add(problem);
    if (problems.has_errors()) return refuse_list(context, std::move(problems), list.sources);

    auto opened = open_store(context, StoreUse::write);
    if (!opened.value) return refuse_list(context, *opened.problem);
    const store::ListOrigin origin{name_to_keep(options.import_file, checked.entries), store::sha256(*bytes),
                                   recorded_by, checked.lines};
    const store::AnswerOfList added =
        opened.value->add_list(checked.entries, origin, time_of_recording(context.environment.now));
    if (added.problem) return refuse_list(context, *added.problem);
    if (!added.value) {
        Diagnostics refused;
        for (const store::RefusedEntry& one : added.refused) {
            Diagnostic problem = one.problem;
            problem.span = list.drafts[one.index].places[static_cast<std::size_t>(EntryField::corrects)];
            refused.add(std::move(problem));
        }
        return refuse_list(context, std::move(refused), list.sources);
    }
    context.report(std::move(problems), list.sources);
    context.streams.out << taken_in_text(added.value->list, checked.entries, options.import_file, options.store, names,
                                         context.language());
    const std::string number = std::to_string(added.value->list);
    return context.finish_output(
        {{"lijst " + number + " is wel ingelezen", "list " + number + " was taken in all the same"}});
}

}  // namespace wegwijzer::cli
