#include "cli/run_keeper.h"

#include <utility>

#include "api/run/authorship.h"
#include "cli/render/entries.h"
#include "cli/run_terms.h"
#include "cli/threads.h"
#include "engine/base/in_parallel.h"
#include "engine/json/writer.h"
#include "engine/keep/keep_student.h"
#include "engine/keep/kept_rules.h"
#include "engine/keep/student_records.h"
#include "store/digest/sha256.h"

namespace wegwijzer::cli {
namespace {

// Long enough to tell records from others; nobody is to be found by it.
constexpr std::size_t mark_size = 16;
std::string mark_of(const std::string& bytes) {
    return bytes.empty() ? std::string() : store::sha256(bytes).substr(0, mark_size);
}

explain::Redactor redactor_for_nobody(const Session& session) {
    return explain::Redactor(session.rules(), explain::Reader::nobody(), run::authorship_of(session.compilation));
}

}  // namespace

KeptContents::KeptContents(const Session& session, const EarlierRun& earlier, Date reference_date)
    : session_(session), earlier_(earlier), reference_date_(reference_date), nobody_(redactor_for_nobody(session)) {
    students_.reserve(session.rows.size());
    marks_.resize(session.rows.size());
    in_parallel(marks_.size(), thread_count(), [&](std::size_t i) {
        using Part = keep::RecordsPart;
        const auto mark = [&](Part part) { return mark_of(keep::records_of(session.cohort(), session.rows[i], part)); };
        marks_[i] = {mark(Part::open), mark(Part::confidential), mark(Part::followups), mark(Part::consents)};
    });
}

void KeptContents::add(const run::Evaluated& student) {
    const std::string& key = session_.cohort().key_of(student.row);
    keep::KeptStudent kept =
        keep::keep_student(nobody_, student.outcome, student.advice, reference_date_, earlier_.find(key));
    kept.marks = std::move(marks_[students_.size()]);
    advised_ += kept.advice.empty() ? 0 : 1;
    advices_ += std::ssize(kept.advice);
    for (const keep::KeptAdvice& advice : kept.advice) urgent_ += advice.urgent ? 1 : 0;
    students_.push_back({key, keep::write_student(kept)});
}

std::string KeptContents::counts() const {
    json::Writer writer;
    writer.begin_object();
    writer.key("students").integer(std::ssize(students_));
    writer.key("with_advice").integer(advised_);
    writer.key("advices").integer(advices_);
    writer.key("urgent").integer(urgent_);
    writer.end_object();
    return writer.take();
}

Status keep_run(const Context& context, Session& session, KeptContents& contents, const EarlierRun& earlier,
                const std::string& by) {
    const StepTimer timer(context, "keep the run");
    store::RunToKeep run;
    run.inputs = session.inputs;
    run.run_by = by;
    run.counts = contents.counts();
    keep::KeptRules rules = keep::describe_rules(redactor_for_nobody(session));
    rules.packs = packs_with_a_say(session.compilation);
    run.rules = keep::write_rules(rules);
    run.students = contents.take_students();
    run.after = earlier.newest;
    run.after_erasure = session.after_erasure;
    const auto kept = session.store->keep(run, time_of_recording(context.environment.now));
    if (!kept.value) {
        context.report(*kept.problem);
        return Status::wrong_use;
    }
    Diagnostic note;
    note.code = Code::N360;
    note.arguments = {std::to_string(kept.value->number), context.options.store};
    session.warn({note});
    return Status::fine;
}

}  // namespace wegwijzer::cli
