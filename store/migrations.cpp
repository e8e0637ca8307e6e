#include "store/migrations.h"

#include <array>
#include <span>

namespace wegwijzer::store {
namespace {

// Follow-up and consent are numbered apart: the number of the one says nothing of how many there are of the other, which not
// everybody may know. `place` is the entry that a chain of corrections began with: a correction counts where that one stood.
constexpr std::array<std::string_view, 4> first_version{
    "CREATE TABLE import_file ("
    "  id BIGINT PRIMARY KEY,"
    "  name TEXT NOT NULL,"
    "  content_hash TEXT NOT NULL UNIQUE,"
    "  recorded_by TEXT NOT NULL,"
    "  recorded_at TEXT NOT NULL"
    ")",
    "CREATE TABLE entry ("
    "  kind TEXT NOT NULL CHECK (kind IN ('followup', 'consent')),"
    "  id BIGINT NOT NULL CHECK (id > 0),"
    "  place BIGINT NOT NULL,"
    "  student TEXT NOT NULL CHECK (student <> ''),"
    "  intervention TEXT NOT NULL CHECK (intervention <> ''),"
    "  role TEXT,"
    "  status TEXT NOT NULL,"
    "  on_date TEXT NOT NULL CHECK (LENGTH(on_date) = 10),"
    "  planned_on TEXT CHECK (LENGTH(planned_on) = 10),"
    "  outcome TEXT,"
    "  waiver TEXT CHECK (waiver IN ('not_applicable', 'wrongly_signalled', 'postponed')),"
    "  reason TEXT,"
    "  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),"
    "  recorded_at TEXT NOT NULL,"
    "  corrects BIGINT,"
    "  import BIGINT REFERENCES import_file (id),"
    "  line BIGINT,"
    "  PRIMARY KEY (kind, id),"
    "  UNIQUE (kind, corrects),"
    "  FOREIGN KEY (kind, place) REFERENCES entry (kind, id),"
    "  FOREIGN KEY (kind, corrects) REFERENCES entry (kind, id),"
    "  CHECK ((kind = 'followup' AND role IS NOT NULL"
    "          AND status IN ('proposed', 'planned', 'done', 'waived', 'completed'))"
    "      OR (kind = 'consent' AND role IS NULL AND planned_on IS NULL AND outcome IS NULL"
    "          AND status IN ('given', 'refused', 'withdrawn'))),"
    "  CHECK ((status = 'waived') = (waiver IS NOT NULL)),"
    "  CHECK (waiver IS NULL OR reason IS NOT NULL)"
    ")",
    "CREATE INDEX entry_of_student ON entry (student, kind, place, id)",
    "CREATE INDEX entry_in_order ON entry (kind, place, id)",
};

// What was erased (erasing/erasure.h), and the highest number that each kind had then: no number is used twice.
constexpr std::array<std::string_view, 1> erasing_version{
    "CREATE TABLE erasure ("
    "  number BIGINT PRIMARY KEY CHECK (number > 0),"
    "  kind TEXT NOT NULL CHECK (kind IN ('purge', 'forget')),"
    "  ground TEXT CHECK (ground IN ('no_longer_needed', 'consent_withdrawn', 'objection', 'unlawful', "
    "'legal_obligation')),"
    "  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),"
    "  recorded_at TEXT NOT NULL,"
    "  students BIGINT NOT NULL CHECK (students >= 0),"
    "  followups BIGINT NOT NULL CHECK (followups >= 0),"
    "  consents BIGINT NOT NULL CHECK (consents >= 0),"
    "  lists BIGINT NOT NULL CHECK (lists >= 0),"
    "  followups_to BIGINT NOT NULL CHECK (followups_to >= 0),"
    "  consents_to BIGINT NOT NULL CHECK (consents_to >= 0),"
    "  lists_to BIGINT NOT NULL CHECK (lists_to >= 0),"
    "  CHECK ((kind = 'forget') = (ground IS NOT NULL))"
    ")",
};

// The run log (runs/run_chain.h). The rules are described once for all runs that were made with them. `place` orders the students
// of a run by their commitments, and so at random.
constexpr std::array<std::string_view, 4> runs_version{
    "CREATE TABLE run_rules ("
    "  hash TEXT PRIMARY KEY,"
    "  content TEXT NOT NULL"
    ")",
    "CREATE TABLE run ("
    "  number BIGINT PRIMARY KEY CHECK (number > 0),"
    "  peildatum TEXT NOT NULL CHECK (LENGTH(peildatum) = 10),"
    "  recorded_at TEXT NOT NULL,"
    "  run_by TEXT NOT NULL CHECK (run_by <> ''),"
    "  engine_version TEXT NOT NULL,"
    "  packs_hash TEXT NOT NULL CHECK (LENGTH(packs_hash) = 64),"
    "  data_hash TEXT NOT NULL CHECK (LENGTH(data_hash) = 64),"
    "  followups_to BIGINT NOT NULL CHECK (followups_to >= 0),"
    "  consents_to BIGINT NOT NULL CHECK (consents_to >= 0),"
    "  counts TEXT NOT NULL,"
    "  rules_hash TEXT NOT NULL REFERENCES run_rules (hash),"
    "  content_hash TEXT NOT NULL CHECK (LENGTH(content_hash) = 64),"
    "  previous_hash TEXT NOT NULL,"
    "  hash TEXT NOT NULL UNIQUE CHECK (LENGTH(hash) = 64)"
    ")",
    "CREATE TABLE run_student ("
    "  run BIGINT NOT NULL REFERENCES run (number),"
    "  place BIGINT NOT NULL CHECK (place > 0),"
    "  student TEXT CHECK (student <> ''),"
    "  salt TEXT CHECK (LENGTH(salt) = 32),"
    "  commitment TEXT NOT NULL CHECK (LENGTH(commitment) = 64),"
    "  content TEXT CHECK (content <> ''),"
    "  PRIMARY KEY (run, place),"
    "  CHECK ((student IS NULL) = (salt IS NULL) AND (student IS NULL) = (content IS NULL))"
    ")",
    "CREATE INDEX run_of_student ON run_student (student, run)",
};

// Erasures that took something out of kept runs say how much; and nothing of a student is copied beside the tables.
constexpr std::array<std::string_view, 1> erasing_of_runs_version{
    "ALTER TABLE erasure ADD COLUMN run_lines BIGINT NOT NULL DEFAULT 0 CHECK (run_lines >= 0)",
};

// By run first: what a run adds stands together in the index as it does in the table, and the index of a year is not written
// anew with every run.
constexpr std::array<std::string_view, 2> index_of_runs_version{
    "DROP INDEX run_of_student",
    "CREATE INDEX student_of_run ON run_student (run, student)",
};

// Tables of which rows stay as they are.
constexpr std::array<std::string_view, 2> kept_since_first{"entry", "import_file"};
constexpr std::array<std::string_view, 2> kept_since_runs{"run", "run_rules"};
// Of which rows may lose all of `erasable` at once.
struct ErasableTable {
    std::string_view name;
    std::span<const std::string_view> erasable;
    std::span<const std::string_view> kept;
};
constexpr std::array<std::string_view, 3> erasable_of_student{"student", "salt", "content"};
constexpr std::array<std::string_view, 3> kept_of_student{"run", "place", "commitment"};
constexpr std::array<ErasableTable, 1> erasable_since_runs{
    ErasableTable{"run_student", erasable_of_student, kept_of_student}};
constexpr std::array<std::string_view, 1> kept_since_erasing{"erasure"};
constexpr std::array<std::string_view, 3> about_students{"entry", "import_file", "run_student"};

struct Version {
    std::span<const std::string_view> statements;
    std::span<const std::string_view> kept_tables;
    std::span<const ErasableTable> erasable_tables{};
    std::span<const std::string_view> unsampled_tables{};
};
constexpr std::array<Version, newest_version> versions{
    Version{first_version, kept_since_first}, Version{erasing_version, kept_since_erasing},
    Version{runs_version, kept_since_runs, erasable_since_runs},
    Version{erasing_of_runs_version, {}, {}, about_students}, Version{index_of_runs_version, {}}};

void refuse_newer(int version) {
    if (version > newest_version) throw Failure{Failure::Kind::newer, 0, std::to_string(version)};
    if (version < 0) throw Failure{Failure::Kind::damaged, 0, "version " + std::to_string(version)};
}

}  // namespace

void migrate(Database& database) {
    refuse_newer(database.version());
    if (database.version() == newest_version) return;
    Transaction transaction(database);
    // Asked again: another program may have been first.
    const int version = database.version();
    refuse_newer(version);
    for (int next = version; next < newest_version; ++next) {
        const Version& step = versions[static_cast<std::size_t>(next)];
        for (const std::string_view statement : step.statements) database.run(statement);
        for (const std::string_view table : step.kept_tables) database.keep_rows(table);
        for (const ErasableTable& table : step.erasable_tables) {
            database.keep_rows_but_for(table.name, table.erasable, table.kept);
        }
        for (const std::string_view table : step.unsampled_tables) database.take_no_samples(table);
        database.set_version(next + 1);
    }
    transaction.commit();
}

}  // namespace wegwijzer::store
