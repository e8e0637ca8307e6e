#include "store/postgres/sql_text.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::store::postgres::testing {
BOOST_AUTO_TEST_SUITE(store_postgres_sql)

namespace {

BOOST_AUTO_TEST_CASE(values_are_numbered_but_not_inside_quotes) {
    BOOST_TEST(as_postgres_reads("SELECT a FROM t WHERE b = ? AND c = ?") == "SELECT a FROM t WHERE b = $1 AND c = $2");
    BOOST_TEST(as_postgres_reads("SELECT '?', 'it''s ?', \"a?\" FROM t WHERE b = ? -- why?\n AND c = ?") ==
               "SELECT '?', 'it''s ?', \"a?\" FROM t WHERE b = $1 -- why?\n AND c = $2");
    BOOST_TEST(as_postgres_reads("VALUES (?,?,?,?,?,?,?,?,?,?)") == "VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)");
    BOOST_TEST(as_postgres_reads("SELECT 'not closed ?") == "SELECT 'not closed ?");
    BOOST_TEST(as_postgres_reads("").empty());
}

BOOST_AUTO_TEST_CASE(types_are_those_of_sqlite_only_where_a_table_is_made) {
    BOOST_TEST(
        as_postgres_reads("CREATE TABLE t (a TEXT NOT NULL CHECK (a <> 'TEXT'), b INTEGER, TEXTUAL TEXT)") ==
        "CREATE TABLE t (a TEXT COLLATE \"C\" NOT NULL CHECK (a <> 'TEXT'), b BIGINT, TEXTUAL TEXT COLLATE \"C\")");
    BOOST_TEST(as_postgres_reads("ALTER TABLE t ADD COLUMN c TEXT") == "ALTER TABLE t ADD COLUMN c TEXT COLLATE \"C\"");
    BOOST_TEST(as_postgres_reads("SELECT CAST(a AS TEXT) FROM t") == "SELECT CAST(a AS TEXT) FROM t");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::postgres::testing
