#include "store/erasing/erase.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

#include "store/erasing/numbers.h"

namespace wegwijzer::store {
namespace {

constexpr std::array<std::string_view, 2> tables_with_students{"entry", "import_file"};

std::string kind_in_table(EntryKind kind) { return kind == EntryKind::consent ? "consent" : "followup"; }

std::int64_t number_or_zero(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? *number : 0;
}
std::string text_or_nothing(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

struct Link {
    EntryId entry;
    bool is_of_student = false;
};

// One chain, each entry behind the one that it corrects. What stands before the last entry of the student goes with it: with the
// correction gone it would count again.
void plan_chain(const std::vector<Link>& chain, ForgetPlan& plan) {
    const auto last = std::ranges::find_if(chain.rbegin(), chain.rend(), &Link::is_of_student);
    const auto rest = last.base();
    for (auto link = chain.begin(); link != rest; ++link) {
        plan.gone.push_back(link->entry);
        if (!link->is_of_student) ++plan.of_others;
    }
    for (auto link = rest; link != chain.end(); ++link)
        plan.cut_loose.push_back({link->entry, rest->entry.number, link == rest});
}

std::int64_t insert_erasure(Database& database, const Erasure& erasure) {
    const std::int64_t number = last_erasure(database) + 1;
    const Value ground =
        erasure.ground ? Value(std::string(forget_ground_codes[static_cast<std::size_t>(*erasure.ground)])) : Value();
    database.run(
        "INSERT INTO erasure (number, kind, ground, recorded_by, recorded_at, students, followups, consents, lists,"
        " followups_to, consents_to, lists_to, run_lines) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {number, std::string(erasure.kind == ErasureKind::purge ? "purge" : "forget"), ground, erasure.recorded_by,
         erasure.recorded_at, erasure.counts.students, erasure.counts.followups, erasure.counts.consents,
         erasure.counts.lists, last_number(database, Numbered::followup), last_number(database, Numbered::consent),
         last_number(database, Numbered::list), erasure.counts.run_lines});
    return number;
}

}  // namespace

ForgetPlan plan_to_forget(Database& database, const std::string& student) {
    ForgetPlan plan;
    std::vector<Link> chain;
    std::pair<std::string, std::int64_t> at;
    const std::array values{Value(student)};
    database.run(
        "SELECT e.kind, e.place, e.id, e.student FROM entry e WHERE EXISTS (SELECT 1 FROM entry s WHERE s.student = ?"
        " AND s.kind = e.kind AND s.place = e.place) ORDER BY e.kind, e.place, e.id",
        values, [&](const Row& row) {
            const std::pair here(text_or_nothing(row[0]), number_or_zero(row[1]));
            if (here != at) plan_chain(std::exchange(chain, {}), plan);
            at = here;
            const EntryKind kind = here.first == "consent" ? EntryKind::consent : EntryKind::followup;
            chain.push_back({{kind, number_or_zero(row[2])}, text_or_nothing(row[3]) == student});
        });
    plan_chain(chain, plan);
    return plan;
}

std::int64_t count_emptied_lists(Database& database, const std::vector<EntryId>& gone) {
    const std::set<EntryId> goes(gone.begin(), gone.end());
    std::set<std::int64_t> touched;
    std::set<std::int64_t> left;
    database.run("SELECT import, kind, id FROM entry WHERE import IS NOT NULL", {}, [&](const Row& row) {
        const EntryKind kind = text_or_nothing(row[1]) == "consent" ? EntryKind::consent : EntryKind::followup;
        (goes.contains({kind, number_or_zero(row[2])}) ? touched : left).insert(number_or_zero(row[0]));
    });
    return std::ranges::count_if(touched, [&](std::int64_t list) { return !left.contains(list); });
}

Erasure erase(Database& database, std::vector<EntryId> gone, const std::vector<CutLoose>& cut_loose, Erasure erasure) {
    erasure.counts.consents = std::ranges::count(gone, EntryKind::consent, &EntryId::kind);
    erasure.counts.followups = std::ssize(gone) - erasure.counts.consents;
    erasure.counts.lists = count_emptied_lists(database, gone);
    // Before anything goes: it holds the highest numbers of now.
    erasure.number = insert_erasure(database, erasure);
    for (const std::string_view table : tables_with_students) database.let_rows_go(table);
    for (const CutLoose& one : cut_loose) {
        database.run(one.is_first ? "UPDATE entry SET place = ?, corrects = NULL WHERE kind = ? AND id = ?"
                                  : "UPDATE entry SET place = ? WHERE kind = ? AND id = ?",
                     {one.place, kind_in_table(one.entry.kind), one.entry.number});
    }
    // From the highest number on: an entry points to lower ones.
    std::ranges::sort(gone, std::ranges::greater());
    for (const EntryId& entry : gone)
        database.run("DELETE FROM entry WHERE kind = ? AND id = ?", {kind_in_table(entry.kind), entry.number});
    database.run("DELETE FROM import_file WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.import = import_file.id)");
    for (const std::string_view table : tables_with_students) database.keep_rows(table);
    return erasure;
}

std::vector<Erasure> read_erasures(Database& database) {
    std::vector<Erasure> erasures;
    database.run(
        "SELECT number, kind, ground, recorded_by, recorded_at, students, followups, consents, lists, run_lines FROM "
        "erasure"
        " ORDER BY number",
        {}, [&](const Row& row) {
            Erasure& erasure = erasures.emplace_back();
            erasure.number = number_or_zero(row[0]);
            erasure.kind = text_or_nothing(row[1]) == "forget" ? ErasureKind::forget : ErasureKind::purge;
            const auto ground = std::ranges::find(forget_ground_codes, text_or_nothing(row[2]));
            if (ground != forget_ground_codes.end())
                erasure.ground = static_cast<ForgetGround>(ground - forget_ground_codes.begin());
            erasure.recorded_by = text_or_nothing(row[3]);
            erasure.recorded_at = text_or_nothing(row[4]);
            erasure.counts = {number_or_zero(row[5]), number_or_zero(row[6]), number_or_zero(row[7]),
                              number_or_zero(row[8]), number_or_zero(row[9])};
        });
    return erasures;
}

std::vector<std::string_view> erasable_tables() {
    std::vector<std::string_view> tables(tables_with_students.begin(), tables_with_students.end());
    tables.emplace_back("run_student");  // forget_in_runs and erase_run (runs)
    return tables;
}

}  // namespace wegwijzer::store
