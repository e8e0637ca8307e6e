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

struct Version {
    std::span<const std::string_view> statements;
    std::span<const std::string_view> kept_tables;
};
constexpr std::array<std::string_view, 2> kept_since_first{"entry", "import_file"};
constexpr std::array<Version, newest_version> versions{Version{first_version, kept_since_first}};

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
        database.set_version(next + 1);
    }
    transaction.commit();
}

}  // namespace wegwijzer::store
