#include "store/runs/due_runs.h"

#include <array>
#include <map>
#include <utility>

#include "store/runs/run_tables.h"

namespace wegwijzer::store {
namespace {

std::map<RunNumber, std::int64_t> students_left(Database& database) {
    std::map<RunNumber, std::int64_t> left;
    database.run("SELECT run, COUNT(student) FROM run_student GROUP BY run", {}, [&](const Row& row) {
        const auto* run = std::get_if<std::int64_t>(&row[0]);
        const auto* count = std::get_if<std::int64_t>(&row[1]);
        if (run != nullptr && count != nullptr) left[*run] = *count;
    });
    return left;
}

}  // namespace

RunsReview review_runs(Database& database, const RunKeptUntil& kept_until, Date day) {
    RunsReview review;
    const std::map<RunNumber, std::int64_t> left = students_left(database);
    std::map<std::string, std::string> rules;  // by hash: most runs share them
    for (RunHeader& header : read_runs(database)) {
        const auto students = left.find(header.number);
        if (students == left.end() || students->second == 0) continue;
        const auto [described, is_new] = rules.try_emplace(header.rules_hash);
        if (is_new) described->second = read_rules(database, header.rules_hash);
        const std::optional<Date> until = kept_until(header, described->second);
        const bool is_due = until && *until < day;
        (is_due ? review.due : review.kept).push_back({std::move(header), students->second});
    }
    return review;
}

std::int64_t lines_in(const std::vector<RunWithStudents>& runs) {
    std::int64_t lines = 0;
    for (const RunWithStudents& run : runs) lines += run.students;
    return lines;
}

void add_students_of(Database& database, const std::vector<RunWithStudents>& runs, std::set<std::string>& students) {
    for (const RunWithStudents& run : runs) {
        read_students(database, run.header.number, [&](StudentRow row) {
            if (row.kept) students.insert(std::move(row.kept->student));
        });
    }
}

void erase_run(Database& database, RunNumber run) {
    database.run(
        "UPDATE run_student SET student = NULL, salt = NULL, content = NULL WHERE run = ? AND student IS NOT NULL",
        {run});
}

std::int64_t count_runs_of(Database& database, const std::string& student) {
    std::int64_t runs = 0;
    const std::array values{Value(student)};
    std::string sql = "SELECT COUNT(*) FROM run_student";
    database.run(sql.append(of_student_in_runs), values, [&](const Row& row) {
        if (const auto* count = std::get_if<std::int64_t>(&row.front())) runs = *count;
    });
    return runs;
}

std::vector<StudentInRun> read_runs_of(Database& database, const std::string& student) {
    std::map<RunNumber, std::string> contents;
    const std::array values{Value(student)};
    std::string sql = "SELECT run, content FROM run_student";
    database.run(sql.append(of_student_in_runs), values, [&](const Row& row) {
        const auto* run = std::get_if<std::int64_t>(&row[0]);
        const auto* content = std::get_if<std::string>(&row[1]);
        if (run != nullptr && content != nullptr) contents[*run] = *content;
    });
    std::vector<StudentInRun> runs;
    if (contents.empty()) return runs;
    for (RunHeader& header : read_runs(database)) {
        const auto content = contents.find(header.number);
        if (content != contents.end()) runs.push_back({std::move(header), std::move(content->second)});
    }
    return runs;
}

}  // namespace wegwijzer::store
