// `agenda`: who is seen in which week, and who has to wait.
#include <algorithm>

#include "cli/commands.h"
#include "cli/each_report.h"
#include "cli/output.h"
#include "cli/render/agenda.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/explain/agenda_json.h"

namespace wegwijzer::cli {
namespace {

// The list of `--capacity`; without one, an empty one. std::nullopt: something is wrong with it, and has been said.
std::optional<agenda::CapacityList> read_capacity(const Context& context, const model::RuleSet& rules, Status& status) {
    const std::string& path = context.options.capacity_file;
    if (path.empty()) return agenda::CapacityList();
    const StepTimer timer(context, "read capacity");
    FileProblems unreadable;
    const std::optional<std::string> bytes = read_whole_file(path, unreadable);
    if (!bytes) {
        status = context.report(unreadable);
        return std::nullopt;
    }
    agenda::CapacityList list = agenda::read_capacity_list(rules, path, *bytes);
    if (list.problems.has_errors()) {
        context.report(list.problems, list.sources);
        status = Status::wrong_use;
        return std::nullopt;
    }
    context.log.count("rows of capacity", list.rows.size());
    return list;
}

// The names in the data of those who have this role.
std::vector<std::string> persons_in(const Cohort& cohort, FieldId field) {
    const Column& column = cohort.columns[field.index()];
    std::vector<std::string> names;
    for (std::size_t row = 0; row < cohort.students; ++row) {
        if (column.is_known(row)) names.emplace_back(column.text_at(row));
    }
    std::ranges::sort(names);
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

// A person of the list whom no student has: its row counts for nobody, and a name may be spelt otherwise in the data. A mentor
// is not told whom students of others have.
void name_unknown_persons(const Context& context, const Session& session, const explain::Redactor& redactor,
                          agenda::CapacityList& list) {
    if (context.options.mentor) return;
    std::map<FieldId, std::vector<std::string>> known;
    for (const agenda::CapacityRow& row : list.rows) {
        if (row.person.empty()) continue;
        const model::Role& role = session.rules().role(row.role);
        if (!redactor.may_see(role.person)) continue;
        const auto [names, is_new] = known.try_emplace(role.person);
        if (is_new) names->second = persons_in(session.cohort(), role.person);
        if (std::ranges::binary_search(names->second, row.person)) continue;
        Diagnostic unknown;
        unknown.code = Code::W380;
        unknown.span = row.person_span;
        unknown.arguments = {row.person, role.name};
        if (const auto near = did_you_mean(row.person, names->second)) unknown.way_out = ask_whether(*near);
        list.problems.add(std::move(unknown));
    }
}

std::string agenda_text(const Context& context, const explain::Redactor& redactor,
                        const explain::Visible<explain::Agenda>& agenda, bool is_file) {
    if (context.options.format == OutputFormat::csv) {
        // A spreadsheet takes a file for UTF-8 by this mark.
        return (is_file ? "\xEF\xBB\xBF" : "") + agenda_as_csv(redactor.rules(), agenda, context.language());
    }
    if (context.options.format == OutputFormat::json) {
        return json::written_indented([&](json::Writer& writer) { write_json(writer, redactor, agenda); });
    }
    AgendaFrame frame;
    frame.language = context.language();
    frame.width = context.environment.width;
    frame.colour = context.colour_out() && !is_file;
    frame.plain = context.options.plain;
    frame.mentor = context.options.mentor;
    frame.where = context.options.where.value_or("");
    return render_agenda(redactor.rules(), agenda, frame);
}

}  // namespace

Status run_agenda(const Context& context) {
    Status status = Status::fine;
    std::optional<Session> session = open_session(context, status);
    if (!session) return status;
    std::optional<agenda::CapacityList> capacity = read_capacity(context, session->rules(), status);
    if (!capacity) return status;
    const explain::Redactor redactor = session->make_redactor();
    explain::AgendaMaker maker(redactor, *context.options.date, context.options.weeks, capacity->rows,
                               {context.options.mentor, context.options.where.has_value()});
    for_each_report(context, *session, redactor,
                    [&](const explain::Visible<explain::StudentReport>& report, const run::Evaluated& /*student*/) {
                        maker.add(report);
                    });
    Output output(context);
    output.write(agenda_text(context, redactor, maker.make(), output.is_file()));
    status = output.finish();
    name_unknown_persons(context, *session, redactor, *capacity);
    context.report(capacity->problems, capacity->sources);
    close_session(context, *session);
    return status;
}

}  // namespace wegwijzer::cli
