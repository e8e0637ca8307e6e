#include "store/erasing/cases.h"

#include <boost/test/unit_test.hpp>
#include <map>

#include "tests/unit/store/temporary_folder.h"

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_cases)

namespace {

Date day(const char* written) { return *parse_iso_date(written); }

StoredEntry talk_on(EntryNumber number, const char* date, const std::string& student = "S1",
                    const std::string& intervention = "gesprek") {
    StoredEntry stored;
    stored.number = number;
    stored.entry = planned_talk(student);
    stored.entry.intervention = intervention;
    stored.entry.date = day(date);
    stored.entry.planned_on.reset();
    return stored;
}

// `number` takes the place of `corrected`, which comes before it.
StoredEntry& correct(std::vector<StoredEntry>& entries, EntryNumber corrected, StoredEntry correction) {
    for (StoredEntry& stored : entries) {
        if (stored.number == corrected) stored.corrected_by = correction.number;
    }
    correction.entry.corrects = corrected;
    return entries.emplace_back(std::move(correction));
}

// Terms in days, by intervention.
KeptUntil terms(std::map<std::string, int> days) {
    return [days = std::move(days)](const std::string& intervention, Date last) -> std::optional<Date> {
        const auto found = days.find(intervention);
        return found == days.end() ? std::nullopt : add_days(last, found->second);
    };
}

std::vector<EntryNumber> due(std::vector<StoredEntry> entries, const KeptUntil& kept_until, const char* on) {
    std::vector<EntryNumber> numbers;
    for (const StoredCase& one : review_cases(std::move(entries), kept_until, day(on)).due) {
        for (const StoredEntry& stored : one.entries) numbers.push_back(stored.number);
    }
    return numbers;
}

using Numbers = std::vector<EntryNumber>;

BOOST_AUTO_TEST_CASE(a_case_is_kept_whole_until_the_term_after_its_last_day_is_over) {
    const std::vector<StoredEntry> entries{talk_on(1, "2026-01-01"), talk_on(2, "2026-01-11"),
                                           talk_on(3, "2026-01-01", "S2")};
    const KeptUntil ten_days = terms({{"gesprek", 10}});
    BOOST_TEST(due(entries, ten_days, "2026-01-11") == Numbers{}, boost::test_tools::per_element());
    BOOST_TEST(due(entries, ten_days, "2026-01-12") == Numbers{3}, boost::test_tools::per_element());
    BOOST_TEST(due(entries, ten_days, "2026-01-21") == Numbers{3}, boost::test_tools::per_element());
    BOOST_TEST(due(entries, ten_days, "2026-01-22") == (Numbers{1, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_planned_for_a_later_day_lasts_until_then) {
    std::vector<StoredEntry> entries{talk_on(1, "2026-01-01")};
    entries.front().entry.planned_on = day("2026-03-01");
    BOOST_TEST(due(entries, terms({{"gesprek", 0}}), "2026-03-01").empty());
    BOOST_TEST(due(entries, terms({{"gesprek", 0}}), "2026-03-02").size() == 1u);
}

BOOST_AUTO_TEST_CASE(without_a_term_nothing_falls_due) {
    const std::vector<StoredEntry> entries{talk_on(1, "1970-01-01")};
    BOOST_TEST(due(entries, terms({}), "2999-01-01").empty());
}

BOOST_AUTO_TEST_CASE(consent_and_follow_up_of_an_intervention_are_one_case) {
    std::vector<StoredEntry> entries{talk_on(1, "2026-01-01"), talk_on(1, "2026-06-01")};
    entries.back().entry.kind = EntryKind::consent;
    BOOST_TEST(due(entries, terms({{"gesprek", 10}}), "2026-02-01").empty());
    BOOST_TEST(due(entries, terms({{"gesprek", 10}}), "2026-07-01").size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_correction_keeps_what_it_corrects_and_its_own_day_counts) {
    std::vector<StoredEntry> entries{talk_on(1, "2062-01-01")};
    correct(entries, 1, talk_on(2, "2026-01-01"));
    BOOST_TEST(due(entries, terms({{"gesprek", 10}}), "2026-02-01") == (Numbers{1, 2}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_correction_to_another_intervention_or_student_makes_one_case) {
    std::vector<StoredEntry> entries{talk_on(1, "2026-01-01"), talk_on(2, "2026-01-01", "S2"),
                                     talk_on(3, "2026-01-05", "S3", "workshop")};
    correct(entries, 1, talk_on(4, "2026-01-01", "S2"));
    correct(entries, 4, talk_on(5, "2026-01-01", "S3", "workshop"));
    const KeptUntil both = terms({{"gesprek", 10}, {"workshop", 100}});
    BOOST_TEST(due(entries, both, "2026-02-01").empty());
    BOOST_TEST(due(entries, both, "2026-04-15").empty());  // the other of S3 is of four days later
    BOOST_TEST(due(entries, both, "2026-04-16") == (Numbers{1, 2, 3, 4, 5}), boost::test_tools::per_element());
    BOOST_TEST(due(entries, terms({{"gesprek", 10}}), "2999-01-01").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
