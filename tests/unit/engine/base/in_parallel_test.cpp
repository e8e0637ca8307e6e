#include "engine/base/in_parallel.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(parallel)

BOOST_AUTO_TEST_CASE(each_is_done_once_on_any_number_of_threads) {
    for (const std::size_t count : {0U, 1U, 2U, 7U, 1000U}) {
        for (const std::size_t threads : {0U, 1U, 2U, 3U, 16U}) {
            std::vector<int> times(count);
            in_parallel(count, threads, [&](std::size_t i) { ++times[i]; });
            BOOST_TEST(std::ranges::count(times, 1) == static_cast<std::ptrdiff_t>(count));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_one_throws_is_thrown_when_the_others_have_ended) {
    std::vector<int> done(100);
    const auto work = [&](std::size_t i) {
        if (i == 0) throw std::runtime_error("the first");
        done[i] = 1;
    };
    BOOST_CHECK_THROW(in_parallel(done.size(), 2, work), std::runtime_error);
    BOOST_TEST(std::ranges::count(done, 1) == 50);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
