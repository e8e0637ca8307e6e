#include "store/failure_findings.h"

#include <boost/test/unit_test.hpp>
#include <cerrno>

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_failures)

namespace {

using Kind = Failure::Kind;

BOOST_AUTO_TEST_CASE(a_program_without_postgresql_says_so) {
    const Diagnostic found = finding_of({Kind::not_built_in, 0, {}}, "postgresql:///dossier");
    BOOST_TEST((found.code == Code::F390));
    BOOST_TEST(found.why.nl.find("zonder PostgreSQL gebouwd") != std::string::npos);
    BOOST_TEST(found.why.en.find("built without PostgreSQL") != std::string::npos);
}

// What to do about a file is of no use to who has a server.
BOOST_AUTO_TEST_CASE(the_way_out_is_that_of_a_file_or_of_a_server) {
    for (const Failure& failure : {Failure{Kind::no_store, 0, {}}, Failure{Kind::damaged, 0, "x"},
                                   Failure{Kind::unwritable, ENOSPC, {}}, Failure{Kind::fault, 0, "x"}}) {
        const Diagnostic of_file = finding_of(failure, "dossier.db");
        const Diagnostic of_server = finding_of(failure, "postgresql:///dossier");
        BOOST_TEST((of_file.code == of_server.code));
        BOOST_TEST(of_file.way_out.empty());
        BOOST_TEST(of_server.way_out.nl.find("database") != std::string::npos);
        BOOST_TEST(of_server.way_out.en.find("database") != std::string::npos);
    }
}

// The reader's language first; the database's own words, which are English, for who looks into it.
BOOST_AUTO_TEST_CASE(why_a_store_is_damaged_is_said_in_the_language_of_the_reader) {
    for (const Kind kind : {Kind::damaged, Kind::altered}) {
        const Diagnostic found = finding_of(Failure{kind, 0, "no such table:\nentry"}, "dossier.db");
        BOOST_TEST((found.code == Code::F332));
        BOOST_TEST(found.why.nl != found.why.en);
        BOOST_TEST(found.why.nl.find("no such table") == std::string::npos);
        BOOST_REQUIRE_EQUAL(found.lines.size(), 1u);
        BOOST_TEST(found.lines.front().nl.find("`no such table: entry`") != std::string::npos);
    }
    BOOST_TEST(finding_of(Failure{Kind::damaged, 0, {}}, "dossier.db").lines.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
