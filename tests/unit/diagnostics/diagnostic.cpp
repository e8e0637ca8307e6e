#include "engine/diagnostics/diagnostic.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(diagnostics)

namespace {

using wegwijzer::Code;
using wegwijzer::Diagnostic;
using wegwijzer::Diagnostics;
using wegwijzer::SourceId;
using wegwijzer::SourceMap;

}  // namespace

BOOST_AUTO_TEST_CASE(only_errors_stop) {
    Diagnostics diagnostics;
    BOOST_TEST(!diagnostics.has_errors());
    diagnostics.add({Code::W107, {}});
    diagnostics.add({Code::G007, {}});
    BOOST_TEST(!diagnostics.has_errors());
    diagnostics.add({Code::F030, {}});
    BOOST_TEST(diagnostics.has_errors());
}

BOOST_AUTO_TEST_CASE(are_sorted_by_file_and_place_without_repeats) {
    SourceMap sources;
    const SourceId b = sources.add("b", "12345");
    const SourceId a = sources.add("a", "12345");
    const std::vector<Diagnostic> expected = {{Code::W107, {}, {"x"}},           {Code::F030, {a, 1, 2}},
                                              {Code::F030, {a, 1, 3}},           {Code::W107, {a, 1, 3}, {"een"}},
                                              {Code::W107, {a, 1, 3}, {"twee"}}, {Code::F014, {a, 2, 3}},
                                              {Code::W107, {b, 0, 1}, {"klein"}}};
    std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5, 6};
    do {
        if (order[0] % 3 != 0) continue;  // a third of all orders will do
        Diagnostics diagnostics;
        for (const std::size_t index : order) diagnostics.add(expected[index]);
        diagnostics.add(expected[order[2]]);
        diagnostics.add(expected[3]);
        diagnostics.sort(sources);
        BOOST_REQUIRE(diagnostics.all().size() == expected.size());
        for (std::size_t index = 0; index < expected.size(); ++index) {
            BOOST_REQUIRE((diagnostics.all()[index].code == expected[index].code));
            BOOST_REQUIRE((diagnostics.all()[index].span == expected[index].span));
            BOOST_REQUIRE((diagnostics.all()[index].arguments == expected[index].arguments));
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

BOOST_AUTO_TEST_CASE(what_differs_in_one_word_is_no_repeat) {
    SourceMap sources;
    Diagnostics diagnostics;
    Diagnostic finding{Code::W107, {}, {"x"}};
    diagnostics.add(finding);
    finding.way_out = {"a", "b"};
    diagnostics.add(finding);
    finding.way_out = {"a", "c"};
    diagnostics.add(finding);
    diagnostics.add(finding);
    diagnostics.sort(sources);
    BOOST_TEST(diagnostics.all().size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
