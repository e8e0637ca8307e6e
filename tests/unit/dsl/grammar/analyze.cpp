// No loop and no recursion of the grammar goes on without reading something: PEGTL's own check.
#include <boost/test/unit_test.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "dsl/grammar/tables.h"

BOOST_AUTO_TEST_SUITE(grammar)

BOOST_AUTO_TEST_CASE(always_consumes_something) {
    namespace grammar = wegwijzer::grammar;
    BOOST_TEST(tao::pegtl::analyze<grammar::condition>() == 0u);
    BOOST_TEST(
        (tao::pegtl::analyze<tao::pegtl::sor<
             grammar::pack, grammar::use, grammar::source, grammar::student_data, grammar::series, grammar::calendar,
             grammar::phase, grammar::cluster, grammar::factor, grammar::role, grammar::parameter, grammar::set_,
             grammar::concept_, grammar::signal, grammar::strength, grammar::opportunity, grammar::intervention,
             grammar::policy, grammar::plan, grammar::table, grammar::example>>() == 0u));
}

// The check itself is not blind to these rules.
BOOST_AUTO_TEST_CASE(sees_a_loop_that_reads_nothing) {
    namespace grammar = wegwijzer::grammar;
    struct endless : tao::pegtl::star<tao::pegtl::opt<grammar::name>> {};
    BOOST_TEST(tao::pegtl::analyze<endless>(-1) > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
