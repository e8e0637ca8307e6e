#include "dsl/editor/told_errors.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(told_errors)

namespace {

Compilation compiled(const std::string& rest) {
    return compile(
        {{"proef",
          {{"proef.regels", "regelpakket p\n\ngegevens student\n  s : sleutel\n  d : datum start\n\n" + rest}}}});
}

// How many of its errors are news of what stood when everything was shown as it was in `told`.
std::size_t news(const ToldErrors& told, const Compilation& now) {
    std::size_t count = 0;
    for (const Diagnostic& finding : now.diagnostics.all()) count += told.is_news_of_what_stood(now, finding) ? 1U : 0U;
    return count;
}

constexpr const char* readers = "\nbegrip eerst = grens > 2\n\nbegrip daarna = grens > 3\n";

}  // namespace

BOOST_AUTO_TEST_CASE(what_a_name_breaks_where_it_is_read_is_news_of_what_stood) {
    const Compilation whole = compiled(std::string("parameter grens : getal = 3\n") + readers);
    const Compilation now = compiled(std::string("parameter gren : getal = 3\n") + readers);
    ToldErrors told;
    BOOST_TEST(news(told, now) == 0u);
    told.remember(whole, whole.diagnostics.all());
    BOOST_TEST(news(told, now) == 1u);  // one finding, of all places
    told.remember(now, now.diagnostics.all());
    BOOST_TEST(news(told, now) == 0u);
}

BOOST_AUTO_TEST_CASE(an_error_in_what_was_changed_or_is_new_is_none) {
    const Compilation whole = compiled(std::string("parameter grens : getal = 3\n") + readers);
    ToldErrors told;
    told.remember(whole, whole.diagnostics.all());
    const Compilation changed =
        compiled("parameter grens : getal = 3\n\nbegrip eerst = grns > 2\n\nbegrip daarna = grens > 3\n");
    BOOST_TEST(!changed.diagnostics.all().empty());
    BOOST_TEST(news(told, changed) == 0u);
    const Compilation more =
        compiled(std::string("parameter grens : getal = 3\n") + readers + "\nbegrip later = grns > 2\n");
    BOOST_TEST(!more.diagnostics.all().empty());
    BOOST_TEST(news(told, more) == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
