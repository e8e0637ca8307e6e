// What a student may ask of the case store, and what becomes of entries when their term is over.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "store/case_store.h"
#include "store/entry_rows.h"
#include "store/erasing/erase.h"
#include "store/erasing/mentions.h"
#include "store/guarded.h"
#include "store/runs/run_tables.h"

namespace wegwijzer::store {
namespace {

bool names_in_a_text(const Entry& entry, const std::string& student) {
    return mentions_key(entry.outcome, student) || mentions_key(entry.reason, student) ||
           mentions_key(entry.recorded_by, student);
}

std::vector<EntryId> ids_of(const std::vector<StoredCase>& cases) {
    std::vector<EntryId> ids;
    for (const StoredCase& one : cases) {
        for (const StoredEntry& stored : one.entries) ids.push_back({stored.entry.kind, stored.number});
    }
    return ids;
}

std::int64_t students_due(Database& database, const PurgeReview& review) {
    std::set<std::string> students;
    for (const StoredCase& one : review.due) {
        for (const StoredEntry& stored : one.entries) students.insert(stored.entry.student);
    }
    add_students_of(database, review.runs.due, students);
    return std::ssize(students);
}

PurgeReview purge_review_of(Database& database, const PurgeTerms& terms, Date day) {
    PurgeReview review = review_cases(all_entries(database), terms.entries, day);
    review.runs = review_runs(database, terms.runs, day);
    return review;
}

ForgetReview review_of(Database& database, const std::string& student, const ForgetPlan& plan) {
    ForgetReview review;
    review.of_others = plan.of_others;
    review.counts.consents = std::ranges::count(plan.gone, EntryKind::consent, &EntryId::kind);
    review.counts.followups = std::ssize(plan.gone) - review.counts.consents;
    review.counts.run_lines = count_runs_of(database, student);
    review.counts.students = review.counts.is_nothing() ? 0 : 1;
    review.counts.lists = count_emptied_lists(database, plan.gone);
    const std::set<EntryId> gone(plan.gone.begin(), plan.gone.end());
    for (StoredEntry& stored : all_entries(database)) {
        const bool stays = !gone.contains({stored.entry.kind, stored.number});
        if (stays && names_in_a_text(stored.entry, student)) review.mentions.push_back(std::move(stored));
    }
    return review;
}

std::map<EntryId, ExportedEntry::FromList> lists_of(Database& database, const std::string& student) {
    std::map<EntryId, ExportedEntry::FromList> lists;
    const std::array values{Value(student)};
    database.run(
        "SELECT e.kind, e.id, f.id, f.name, e.line FROM entry e JOIN import_file f ON f.id = e.import"
        " WHERE e.student = ?",
        values, [&](const Row& row) {
            const auto* kind = std::get_if<std::string>(&row[0]);
            const auto* number = std::get_if<std::int64_t>(&row[1]);
            const auto* list = std::get_if<std::int64_t>(&row[2]);
            const auto* name = std::get_if<std::string>(&row[3]);
            const auto* line = std::get_if<std::int64_t>(&row[4]);
            if (kind == nullptr || number == nullptr || list == nullptr || name == nullptr || line == nullptr) return;
            lists[{*kind == "consent" ? EntryKind::consent : EntryKind::followup, *number}] = {*list, *name, *line};
        });
    return lists;
}

Erasure erasure_of(ErasureKind kind, std::int64_t students, const ErasedBy& by) {
    Erasure erasure;
    erasure.kind = kind;
    erasure.recorded_by = by.name;
    erasure.recorded_at = by.at;
    erasure.counts.students = students;
    return erasure;
}

}  // namespace

Answer<std::vector<ExportedEntry>> CaseStore::everything_of(const std::string& student) {
    auto entries = entries_of(student);
    if (!entries.value) return {std::nullopt, std::move(entries.problem)};
    return guarded<std::vector<ExportedEntry>>(name_, [&] {
        std::map<EntryId, ExportedEntry::FromList> lists = lists_of(*database_, student);
        std::vector<ExportedEntry> exported;
        for (StoredEntry& stored : *entries.value) {
            const auto list = lists.find({stored.entry.kind, stored.number});
            ExportedEntry& one = exported.emplace_back();
            one.stored = std::move(stored);
            if (list != lists.end()) one.list = list->second;
        }
        return exported;
    });
}

Answer<std::vector<StudentInRun>> CaseStore::runs_of(const std::string& student) {
    return guarded<std::vector<StudentInRun>>(name_, [&] { return read_runs_of(*database_, student); });
}

Answer<ForgetReview> CaseStore::review_forget(const std::string& student) {
    return guarded<ForgetReview>(name_,
                                 [&] { return review_of(*database_, student, plan_to_forget(*database_, student)); });
}

Answer<PurgeReview> CaseStore::review_purge(const PurgeTerms& terms, Date day) {
    return guarded<PurgeReview>(name_, [&] { return purge_review_of(*database_, terms, day); });
}

Answer<Forgotten> CaseStore::forget(const std::string& student, ForgetGround ground, const ErasedBy& by) {
    Answer<Forgotten> answer = guarded<Forgotten>(name_, [&] {
        Forgotten forgotten;
        Transaction transaction(*database_);
        const ForgetPlan plan = plan_to_forget(*database_, student);
        forgotten.review = review_of(*database_, student, plan);
        if (!forgotten.review.counts.is_nothing()) {
            Erasure erasure = erasure_of(ErasureKind::forget, 1, by);
            erasure.ground = ground;
            erasure.counts.run_lines = forget_in_runs(*database_, student);
            forgotten.done.number = erase(*database_, plan.gone, plan.cut_loose, std::move(erasure)).number;
        }
        transaction.commit();
        return forgotten;
    });
    if (answer.value) answer.value->done.unwiped = wipe();
    return answer;
}

Answer<Purged> CaseStore::purge(const PurgeTerms& terms, Date day, const ErasedBy& by) {
    Answer<Purged> answer = guarded<Purged>(name_, [&] {
        Purged purged;
        Transaction transaction(*database_);
        purged.review = purge_review_of(*database_, terms, day);
        if (!purged.review.is_nothing_due()) {
            Erasure erasure = erasure_of(ErasureKind::purge, students_due(*database_, purged.review), by);
            erasure.counts.run_lines = lines_in(purged.review.runs.due);
            for (const RunWithStudents& run : purged.review.runs.due) erase_run(*database_, run.header.number);
            erasure = erase(*database_, ids_of(purged.review.due), {}, std::move(erasure));
            purged.done.number = erasure.number;
            purged.counts = erasure.counts;
        }
        transaction.commit();
        return purged;
    });
    if (answer.value) answer.value->done.unwiped = wipe();
    return answer;
}

// What is gone is gone by now: nothing that goes wrong here may be said as if it were not.
std::optional<Diagnostic> CaseStore::wipe() {
    const Answer<bool> wiped = guarded<bool>(name_, [&] { return database_->wipe(erasable_tables()); });
    if (wiped.value && *wiped.value) return std::nullopt;
    Diagnostic unwiped;
    unwiped.code = Code::F370;
    unwiped.arguments = {name_};
    if (wiped.problem && wiped.problem->arguments.size() > 1) unwiped.why = wiped.problem->arguments[1];
    return unwiped;
}

Answer<std::vector<Erasure>> CaseStore::erasures() {
    return guarded<std::vector<Erasure>>(name_, [&] { return read_erasures(*database_); });
}

}  // namespace wegwijzer::store
