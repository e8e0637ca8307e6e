#include "cli/replay_run.h"

#include <algorithm>
#include <charconv>
#include <ostream>
#include <unordered_map>
#include <utility>

#include "cli/render/run_log.h"
#include "cli/run_keeper.h"
#include "cli/threads.h"
#include "engine/diagnostics/make_finding.h"
#include "engine/program/lower.h"

namespace wegwijzer::cli {
namespace {

// All students of the session, as `--keep` would keep them.
std::vector<store::StudentContent> contents_of(const Session& session, const EarlierRun& earlier, Date day) {
    KeptContents contents(session, earlier, day);
    const program::Program program = program::lower(session.rules());
    run::evaluate_students(session.rules(), program, session.cohort(), session.rows, day, thread_count(),
                           [&](const run::Evaluated& student) { contents.add(student); });
    return contents.take_students();
}

// Equal, but for since when each advice stands.
bool same_but_for_since(const std::string& kept, const std::string& now) {
    const auto before = keep::read_student(kept);
    auto after = keep::read_student(now);
    if (!before || !after || before->advice.size() != after->advice.size()) return false;
    for (std::size_t i = 0; i < after->advice.size(); ++i) after->advice[i].since = before->advice[i].since;
    return *before == *after;
}

void compare_students(Replay& replay, const std::vector<store::StudentContent>& kept,
                      const std::vector<store::StudentContent>& now, const EarlierRun& earlier) {
    // Who of the run before is forgotten can't be told from who was not in it.
    const bool is_all_there = earlier.forgotten == 0;
    std::unordered_map<std::string, const std::string*> found;
    for (const store::StudentContent& student : now) found.emplace(student.student, &student.content);
    replay.students = kept.size();
    for (const store::StudentContent& student : kept) {
        const auto same = found.find(student.student);
        if (same == found.end()) {
            ++replay.gone;
            continue;
        }
        if (*same->second != student.content) {
            const bool may_be = !is_all_there && !earlier.students.contains(student.student);
            ++(may_be && same_but_for_since(student.content, *same->second) ? replay.unknown_since : replay.changed);
        }
        found.erase(same);
    }
    replay.added = found.size() - std::min(found.size(), replay.forgotten);
}

// False: it can't be read, and that has been said.
bool compare_entries(const Context& context, store::CaseStore& store, Replay& replay) {
    for (const store::EntryKind kind : {store::EntryKind::followup, store::EntryKind::consent}) {
        const auto erased = store.erased_since(replay.run, kind);
        const auto around = store.erased_around(replay.run, kind);
        if (!erased.value || !around.value) {
            context.report(!erased.value ? *erased.problem : *around.problem);
            return false;
        }
        replay.erased_entries += *erased.value;
        replay.unsure_entries += *around.value;
    }
    return true;
}

}  // namespace

std::optional<store::RunHeader> find_run(const Context& context, store::CaseStore& store, const std::string& written) {
    store::RunNumber number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error != std::errc() || end != written.data() + written.size() || number < 1) {
        context.report(make_finding(Code::F364, {written}));
        return std::nullopt;
    }
    auto runs = store.runs();
    if (!runs.value) {
        context.report(*runs.problem);
        return std::nullopt;
    }
    const auto found = std::ranges::find(*runs.value, number, &store::RunHeader::number);
    if (found == runs.value->end()) {
        context.report(make_finding(Code::F361, {written, context.options.store}));
        return std::nullopt;
    }
    return std::move(*found);
}

Status replay_run(const Context& context, store::CaseStore& store) {
    const std::optional<store::RunHeader> run = find_run(context, store, context.options.runs.front());
    if (!run) return Status::wrong_use;
    const auto verified = store.verify(run->number);
    const auto kept = store.students_of(run->number);
    if (!verified.value || !kept.value) {
        context.report(!verified.value ? *verified.problem : *kept.problem);
        return Status::wrong_use;
    }
    Replay replay;
    replay.run = *run;
    replay.forgotten = verified.value->forgotten;
    if (!compare_entries(context, store, replay)) return Status::wrong_use;

    Options options = context.options;
    options.date = run->inputs.reference_date;
    const Context then{options, context.environment, context.streams, context.log};
    Status status = Status::fine;
    std::optional<Session> session =
        open_session(then, Opening{options.packs, nullptr, {}, nullptr, &run->inputs}, status);
    if (!session) return status;
    const store::Answer<EarlierRun> earlier = read_earlier_run(store, run->inputs.reference_date, run->number);
    if (!earlier.value) {
        context.report(*earlier.problem);
        return Status::wrong_use;
    }
    replay.same_rules = session->inputs.packs_hash == run->inputs.packs_hash;
    replay.same_data = session->inputs.data_hash == run->inputs.data_hash;
    replay.same_version = session->inputs.engine_version == run->inputs.engine_version;
    compare_students(replay, *kept.value, contents_of(*session, *earlier.value, run->inputs.reference_date),
                     *earlier.value);

    context.streams.out << (options.format == OutputFormat::json ? replay_json(replay)
                                                                 : replay_text(replay, context.language()));
    for (Diagnostic& finding : findings_of(*verified.value)) session->warn({std::move(finding)});
    const bool is_intact = verified.value->is_intact();
    close_session(then, *session);
    return is_intact && replay.same_outcome() ? Status::fine : Status::findings;
}

}  // namespace wegwijzer::cli
