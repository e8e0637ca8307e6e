#define BOOST_TEST_MODULE wegwijzer
#include <boost/test/unit_test.hpp>
