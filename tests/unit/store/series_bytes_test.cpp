#include "store/series_bytes.h"

#include <boost/test/unit_test.hpp>
#include <memory>

#include "engine/io/read.h"
#include "engine/records/built_in_series.h"
#include "tests/support/random.h"
#include "tests/unit/store/temporary_folder.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_series_bytes)

namespace {

std::shared_ptr<const Schema> schema_in(Language language) {
    auto schema = std::make_shared<Schema>();
    Field& key = schema->student_fields.emplace_back();
    key.name = "studentnummer";
    key.source_name = "Student;nr";
    key.type.kind = FieldKind::key;
    schema->key = FieldId{0};
    add_built_in_series(*schema, language, {"gesprek", "verkenning"}, {"slber", "decaan"});
    return schema;
}

// Whatever people write, the reader of student data reads it: the same texts, in the same order.
BOOST_AUTO_TEST_CASE(random_texts_come_through_the_reader) {
    constexpr std::string_view pieces[] = {"\"", "\\", "\\\"", ";", ",", "|",   "'", "sep=,",
                                           "a",  "ü",  "🙂",   " ", "=", "1,5", "\t"};
    test::Random random(20261129);
    for (const Language language : {Language::nl, Language::en}) {
        const auto schema = schema_in(language);
        std::vector<StoredEntry> entries;
        for (EntryNumber number = 1; number <= 500; ++number) {
            std::string text = "x";
            for (std::size_t i = random.below(12); i > 0; --i) text += pieces[random.below(14)];
            Entry entry = planned_talk();
            entry.status = FollowUpStatus::done;
            entry.planned_on.reset();
            entry.outcome = text + "y";
            entries.push_back({number * 3, entry, some_time, {}});
        }
        const SeriesBytes bytes = series_bytes(EntryKind::followup, schema->field(schema->key).source_name, entries);
        const std::string students = "\"Student;nr\"\nS1\n";
        const std::vector<io::DataFile> files{{"studenten.csv", students}};
        const io::ReadResult read = io::read_csv_folder(
            schema, files, {{schema->followups, "dossier.db", [&] { return std::string_view(bytes.csv); }}});
        BOOST_REQUIRE(read.report.findings.empty());
        const SeriesData& series = read.cohort.series[schema->followups.index()];
        BOOST_REQUIRE_EQUAL(series.offsets.back(), entries.size());
        const Column& outcomes = series.columns[id_of(FollowUpField::outcome).index()];
        for (std::size_t i = 0; i < entries.size(); ++i) {
            BOOST_TEST(outcomes.text_at(i) == entries[i].entry.outcome);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_line_of_the_bytes_is_an_entry) {
    std::vector<StoredEntry> entries{{7, planned_talk(), some_time, {}}, {3, planned_talk("S2"), some_time, {}}};
    const SeriesBytes bytes = series_bytes(EntryKind::followup, "studentnummer", entries);
    BOOST_TEST(bytes.number_of_line(0) == 0);
    BOOST_TEST(bytes.number_of_line(2) == 0);
    BOOST_TEST(bytes.number_of_line(3) == 7);
    BOOST_TEST(bytes.number_of_line(4) == 3);
    BOOST_TEST(bytes.number_of_line(5) == 0);
    BOOST_TEST(bytes.csv.find("\n\"S2\";\"2026-09-23\";\"gesprek\";\"slber\";\"planned\";\"2026-10-08\";\"\"\n") !=
               std::string::npos);
}

// A pack in either language reads the same text, as texts in rules are not translated.
BOOST_AUTO_TEST_CASE(the_kind_of_waiver_stands_in_the_outcome) {
    Entry entry = planned_talk();
    entry.status = FollowUpStatus::waived;
    entry.waiver = Waiver::postponed;
    entry.reason = "stage";
    const SeriesBytes bytes = series_bytes(EntryKind::followup, "s", {{1, entry, some_time, {}}});
    BOOST_TEST(bytes.csv.find("\"waived\";\"2026-10-08\";\"uitgesteld\"\n") != std::string::npos);
    BOOST_TEST(bytes.csv.find("stage") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
