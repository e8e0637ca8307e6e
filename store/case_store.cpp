#include "store/case_store.h"

#include <algorithm>
#include <span>
#include <utility>

#include "store/entry_rows.h"
#include "store/erasing/numbers.h"
#include "store/guarded.h"
#include "store/migrations.h"
#include "store/postgres/postgres_database.h"
#include "store/sqlite/sqlite_database.h"

namespace wegwijzer::store {
namespace {

constexpr std::string_view columns =
    "e.id, e.kind, e.student, e.intervention, e.role, e.status, e.on_date, e.planned_on, e.outcome, e.waiver, e.reason,"
    " e.recorded_by, e.recorded_at, e.corrects, c.id FROM entry e LEFT JOIN entry c ON c.kind = e.kind AND c.corrects "
    "= e.id ";

[[noreturn]] void damaged(std::string detail) { throw Failure{Failure::Kind::damaged, 0, std::move(detail)}; }

std::string stored_kind(EntryKind kind) { return kind == EntryKind::consent ? "consent" : "followup"; }
Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value date_or_null(const std::optional<Date>& date) { return date ? Value(to_iso(*date)) : Value(); }

std::string text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}
std::optional<EntryNumber> number_of(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    return std::nullopt;
}

// The place of `stored` among `words`, which hold what the store writes.
template <std::size_t count>
std::size_t place_of(const std::string& stored, const std::array<BuiltInWord, count>& words) {
    const auto found = std::ranges::find(words, stored, &BuiltInWord::en);
    if (found == words.end()) damaged("status " + stored);
    return static_cast<std::size_t>(found - words.begin());
}

std::optional<Date> date_of(const Value& value) {
    const std::string written = text_of(value);
    if (written.empty()) return std::nullopt;
    const std::optional<Date> date = parse_iso_date(written);
    if (!date) damaged("date " + written);
    return date;
}

std::string take_text_of(Value& value) {
    auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? std::move(*text) : std::string();
}

StoredEntry stored_entry_of(Row row) {
    StoredEntry stored;
    Entry& entry = stored.entry;
    stored.number = number_of(row[0]).value_or(0);
    entry.kind = text_of(row[1]) == "consent" ? EntryKind::consent : EntryKind::followup;
    entry.student = take_text_of(row[2]);
    entry.intervention = take_text_of(row[3]);
    entry.role = take_text_of(row[4]);
    if (entry.kind == EntryKind::consent) {
        entry.consent = static_cast<ConsentStatus>(place_of(text_of(row[5]), consent_status_words));
    } else {
        entry.status = static_cast<FollowUpStatus>(place_of(text_of(row[5]), followup_status_words));
    }
    const std::optional<Date> date = date_of(row[6]);
    if (!date) damaged("entry without a date");
    entry.date = *date;
    entry.planned_on = date_of(row[7]);
    entry.outcome = take_text_of(row[8]);
    if (const std::string waiver = text_of(row[9]); !waiver.empty()) {
        const auto found = std::ranges::find(waiver_codes, waiver);
        if (found == waiver_codes.end()) damaged("waiver " + waiver);
        entry.waiver = static_cast<Waiver>(found - waiver_codes.begin());
    }
    entry.reason = take_text_of(row[10]);
    entry.recorded_by = take_text_of(row[11]);
    stored.recorded_at = take_text_of(row[12]);
    entry.corrects = number_of(row[13]);
    stored.corrected_by = number_of(row[14]);
    return stored;
}

std::vector<StoredEntry> entries_where(Database& database, std::string_view condition,
                                       std::initializer_list<Value> bound, std::size_t about = 0) {
    std::vector<StoredEntry> entries;
    entries.reserve(std::min<std::size_t>(about, 1'000'000));
    std::string sql = "SELECT ";
    sql.append(columns).append(condition);
    const std::vector<Value> values(bound);
    database.run(sql, values, [&](Row row) { entries.push_back(stored_entry_of(std::move(row))); });
    return entries;
}

// Where an entry comes from: nothing of a list, or the number of the list and the line.
struct EntryOrigin {
    Value list;
    Value line;
};

// Where the entry counts: at its own number, or where what it corrects counts. Throws when that can't be corrected.
EntryNumber place_in_order(Database& database, EntryNumber number, const Entry& entry, const EntryOrigin& origin) {
    if (!entry.corrects) return number;
    std::optional<EntryNumber> place;
    std::optional<EntryNumber> corrected_by;
    std::optional<std::int64_t> on_line;  // of the list that this one is of as well
    const std::array values{Value(stored_kind(entry.kind)), Value(*entry.corrects)};
    database.run(
        "SELECT e.place, c.id, c.import, c.line FROM entry e LEFT JOIN entry c ON c.kind = e.kind AND c.corrects = e.id"
        " WHERE e.kind = ? AND e.id = ?",
        values, [&](const Row& row) {
            place = number_of(row[0]);
            corrected_by = number_of(row[1]);
            if (number_of(row[2]) && number_of(row[2]) == number_of(origin.list)) on_line = number_of(row[3]);
        });
    if (!place) throw correction_of_nothing(*entry.corrects);
    if (on_line) throw corrected_on_line(*entry.corrects, *on_line);
    if (corrected_by) throw corrected_before(*entry.corrects, *corrected_by);
    return *place;
}

EntryNumber insert(Database& database, const Entry& entry, const std::string& recorded_at,
                   const EntryOrigin& origin = {}) {
    const bool is_consent = entry.kind == EntryKind::consent;
    const EntryNumber number = last_number(database, is_consent ? Numbered::consent : Numbered::followup) + 1;
    const EntryNumber place = place_in_order(database, number, entry, origin);
    const std::string_view status = is_consent ? consent_status_words[static_cast<std::size_t>(entry.consent)].en
                                               : followup_status_words[static_cast<std::size_t>(entry.status)].en;
    const std::string waiver =
        entry.waiver ? std::string(waiver_codes[static_cast<std::size_t>(*entry.waiver)]) : std::string();
    database.run(
        "INSERT INTO entry (id, place, kind, student, intervention, role, status, on_date, planned_on, outcome, waiver,"
        " reason, recorded_by, recorded_at, corrects, import, line)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {number, place, stored_kind(entry.kind), entry.student, entry.intervention, text_or_null(entry.role),
         std::string(status), to_iso(entry.date), date_or_null(entry.planned_on), text_or_null(entry.outcome),
         text_or_null(waiver), text_or_null(entry.reason), entry.recorded_by, recorded_at,
         entry.corrects ? Value(*entry.corrects) : Value(), origin.list, origin.line});
    return number;
}

// The number of the list, which is new here. Throws when it was taken in before.
std::int64_t insert_list(Database& database, const ListOrigin& origin, const std::string& recorded_at) {
    std::optional<std::int64_t> before;
    const std::array hash{Value(origin.content_hash)};
    database.run("SELECT id FROM import_file WHERE content_hash = ?", hash,
                 [&](const Row& row) { before = number_of(row[0]); });
    if (before) throw taken_in_before(*before);
    const std::int64_t number = last_number(database, Numbered::list) + 1;
    database.run("INSERT INTO import_file (id, name, content_hash, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?)",
                 {number, origin.name, origin.content_hash, origin.recorded_by, recorded_at});
    return number;
}

std::unique_ptr<Database> open_database(const std::string& name, const OpeningStore& how) {
    if (!names_server(name)) return sqlite::open_database({name, how.may_create, how.patience});
    if (is_unreadable(name)) throw Failure{Failure::Kind::no_address, 0, {}};
    return postgres::open_database({name, how.secrets, how.may_create, how.patience});
}

}  // namespace

std::vector<StoredEntry> all_entries(Database& database) {
    return entries_where(database, "ORDER BY e.kind DESC, e.place, e.id", {});
}

Answer<CaseStore> CaseStore::open(const std::string& name, const OpeningStore& how) {
    if (!names_server(name)) {
        if (auto problem = problem_of_path(name, how.may_create)) return {std::nullopt, std::move(problem)};
    }
    return guarded<CaseStore>(name, [&] {
        std::unique_ptr<Database> database = open_database(name, how);
        migrate(*database);
        return CaseStore(name, std::move(database));
    });
}

Answer<std::vector<EntryNumber>> CaseStore::add(const std::vector<Entry>& entries, const std::string& recorded_at) {
    return guarded<std::vector<EntryNumber>>(name_, [&] {
        std::vector<EntryNumber> numbers;
        Transaction transaction(*database_);
        for (const Entry& entry : entries) numbers.push_back(insert(*database_, entry, recorded_at));
        transaction.commit();
        return numbers;
    });
}

AnswerOfList CaseStore::add_list(const std::vector<Entry>& entries, const ListOrigin& origin,
                                 const std::string& recorded_at) {
    std::vector<RefusedEntry> refused;
    Answer<Added> answer = guarded<Added>(name_, [&] {
        Added added;
        Transaction transaction(*database_);
        added.list = insert_list(*database_, origin, recorded_at);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            try {
                added.numbers.push_back(
                    insert(*database_, entries[i], recorded_at, {added.list, std::int64_t{origin.lines[i]}}));
            } catch (const Refusal& refusal) {
                refused.push_back({i, refusal.finding});
            }
        }
        if (refused.empty()) transaction.commit();
        return added;
    });
    if (!refused.empty()) answer.value.reset();
    return {std::move(answer.value), std::move(answer.problem), std::move(refused)};
}

Answer<std::vector<StoredEntry>> CaseStore::entries_of(const std::string& student) {
    return guarded<std::vector<StoredEntry>>(name_, [&] {
        return entries_where(*database_, "WHERE e.student = ? ORDER BY e.kind DESC, e.place, e.id", {student});
    });
}

Answer<std::vector<StoredEntry>> CaseStore::standing(EntryKind kind) {
    return guarded<std::vector<StoredEntry>>(name_, [&] {
        return entries_where(*database_, "WHERE e.kind = ? AND c.id IS NULL ORDER BY e.place", {stored_kind(kind)});
    });
}

Answer<EntryNumber> CaseStore::last_entry(EntryKind kind) {
    return guarded<EntryNumber>(name_, [&] {
        return last_number(*database_, kind == EntryKind::consent ? Numbered::consent : Numbered::followup);
    });
}

Answer<std::vector<StoredEntry>> CaseStore::standing_to(EntryKind kind, EntryNumber last) {
    return guarded<std::vector<StoredEntry>>(name_, [&] {
        // The plus keeps a database from going by the numbers: by the places all of it is in order already.
        return entries_where(*database_,
                             "WHERE e.kind = ? AND +e.id <= ? AND (c.id IS NULL OR c.id > ?) ORDER BY e.place",
                             {stored_kind(kind), last, last}, static_cast<std::size_t>(last));
    });
}

}  // namespace wegwijzer::store
