#include "store/runs/run_tables.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "store/digest/random.h"
#include "store/digest/sha256.h"
#include "store/erasing/numbers.h"
#include "store/failure_findings.h"
#include "store/runs/run_chain.h"

namespace wegwijzer::store {
namespace {

// Rows that go in with one statement: six values each, well below what a database takes.
constexpr std::size_t rows_at_once = 100;

std::string text_in(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}
std::string take_text(Value& value) {
    auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? std::move(*text) : std::string();
}
std::int64_t number_in(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number != nullptr ? *number : 0;
}

RunHeader header_of(const Row& row) {
    RunHeader header;
    header.number = number_in(row[0]);
    const std::optional<Date> date = parse_iso_date(text_in(row[1]));
    if (!date) throw Failure{Failure::Kind::damaged, 0, "run without a date"};
    header.inputs.reference_date = *date;
    header.recorded_at = text_in(row[2]);
    header.run_by = text_in(row[3]);
    header.inputs.engine_version = text_in(row[4]);
    header.inputs.packs_hash = text_in(row[5]);
    header.inputs.data_hash = text_in(row[6]);
    header.inputs.followups_to = number_in(row[7]);
    header.inputs.consents_to = number_in(row[8]);
    header.counts = text_in(row[9]);
    header.rules_hash = text_in(row[10]);
    header.content_hash = text_in(row[11]);
    header.previous_hash = text_in(row[12]);
    header.hash = text_in(row[13]);
    return header;
}

constexpr std::string_view run_columns =
    "number, peildatum, recorded_at, run_by, engine_version, packs_hash, data_hash, followups_to, consents_to, counts,"
    " rules_hash, content_hash, previous_hash, hash";

struct CommittedStudent {
    const StudentContent* student = nullptr;
    std::string salt;
    std::string commitment;
};

void insert_students(Database& database, RunNumber run, std::span<const CommittedStudent> rows) {
    for (std::size_t from = 0; from < rows.size(); from += rows_at_once) {
        const std::span<const CommittedStudent> batch = rows.subspan(from, std::min(rows_at_once, rows.size() - from));
        std::string sql = "INSERT INTO run_student (run, place, student, salt, commitment, content) VALUES ";
        std::vector<Value> values;
        values.reserve(batch.size() * 6);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            sql += i == 0 ? "(?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?)";
            values.insert(values.end(), {run, static_cast<std::int64_t>(from + i + 1), batch[i].student->student,
                                         batch[i].salt, batch[i].commitment, batch[i].student->content});
        }
        database.run(sql, values, [](const Row&) {});
    }
}

}  // namespace

std::vector<RunHeader> read_runs(Database& database) {
    std::vector<RunHeader> runs;
    std::string sql = "SELECT ";
    sql.append(run_columns).append(" FROM run ORDER BY number");
    database.run(sql, {}, [&](const Row& row) { runs.push_back(header_of(row)); });
    return runs;
}

void read_students(Database& database, RunNumber run, const std::function<void(StudentRow)>& take) {
    const std::array values{Value(run)};
    database.run("SELECT student, salt, commitment, content FROM run_student WHERE run = ? ORDER BY place", values,
                 [&](const Row& row) {
                     StudentRow found;
                     found.salt = text_in(row[1]);
                     found.commitment = text_in(row[2]);
                     if (std::holds_alternative<std::string>(row[0])) {
                         found.kept = StudentContent{text_in(row[0]), text_in(row[3])};
                     }
                     take(std::move(found));
                 });
}

std::vector<StudentContent> read_contents(Database& database, RunNumber run) {
    std::vector<StudentContent> contents;
    const std::array values{Value(run)};
    database.run("SELECT student, content FROM run_student WHERE run = ? AND student IS NOT NULL ORDER BY place",
                 values, [&](Row row) { contents.push_back({take_text(row[0]), take_text(row[1])}); });
    return contents;
}

std::string read_rules(Database& database, const std::string& rules_hash) {
    std::string rules;
    const std::array values{Value(rules_hash)};
    database.run("SELECT content FROM run_rules WHERE hash = ?", values,
                 [&](const Row& row) { rules = text_in(row[0]); });
    return rules;
}

std::int64_t forget_in_runs(Database& database, const std::string& student) {
    std::int64_t lines = 0;
    const std::array values{Value(student)};
    std::string count = "SELECT COUNT(*) FROM run_student";
    database.run(count.append(of_student_in_runs), values, [&](const Row& row) { lines = number_in(row[0]); });
    if (lines != 0) {
        std::string erase = "UPDATE run_student SET student = NULL, salt = NULL, content = NULL";
        database.run(erase.append(of_student_in_runs), {student});
    }
    return lines;
}

RunHeader write_run(Database& database, const RunToKeep& run, const std::string& recorded_at) {
    RunHeader header;
    header.inputs = run.inputs;
    header.recorded_at = recorded_at;
    header.run_by = run.run_by;
    header.counts = run.counts;
    header.rules_hash = sha256(run.rules);
    RunNumber newest = 0;
    database.run("SELECT number, hash FROM run ORDER BY number DESC LIMIT 1", {}, [&](const Row& row) {
        newest = number_in(row[0]);
        header.previous_hash = text_in(row[1]);
    });
    if (newest != run.after) throw kept_meanwhile(newest);
    const std::int64_t erasure = last_erasure(database);
    if (erasure != run.after_erasure) throw erased_meanwhile(erasure);
    header.number = newest + 1;

    std::vector<CommittedStudent> rows;
    rows.reserve(run.students.size());
    std::vector<std::string> salts = random_salts(run.students.size());
    for (std::size_t i = 0; i < run.students.size(); ++i) {
        std::string commitment = commitment_to(salts[i], run.students[i]);
        rows.push_back({&run.students[i], std::move(salts[i]), std::move(commitment)});
    }
    std::ranges::sort(rows, {}, &CommittedStudent::commitment);
    std::vector<std::string> commitments;
    commitments.reserve(rows.size());
    for (const CommittedStudent& row : rows) commitments.push_back(row.commitment);
    header.content_hash = content_hash_of(commitments);
    header.hash = hash_of(header);

    if (read_rules(database, header.rules_hash).empty()) {
        database.run("INSERT INTO run_rules (hash, content) VALUES (?, ?)", {header.rules_hash, run.rules});
    }
    std::string sql = "INSERT INTO run (";
    sql.append(run_columns).append(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    database.run(sql, {header.number, to_iso(header.inputs.reference_date), header.recorded_at, header.run_by,
                       header.inputs.engine_version, header.inputs.packs_hash, header.inputs.data_hash,
                       header.inputs.followups_to, header.inputs.consents_to, header.counts, header.rules_hash,
                       header.content_hash, header.previous_hash, header.hash});
    insert_students(database, header.number, rows);
    return header;
}

}  // namespace wegwijzer::store
