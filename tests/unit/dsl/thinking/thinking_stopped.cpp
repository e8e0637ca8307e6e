#include <boost/test/unit_test.hpp>

#include "dsl/review/review.h"
#include "dsl/thinking/think.h"

namespace wegwijzer::thinking {

BOOST_AUTO_TEST_SUITE(thinking_stopped)

namespace {

// Each signal has a condition that can never hold.
Compilation with_mistakes(int signals) {
    std::string text =
        "regelpakket proef \"Proef\"\n  versie 1\n  eigenaar \"Ik\"\n\ngegevens student\n  nummer : sleutel\n  begin : "
        "datum start\n  "
        "motivatie : getal\n\n"
        "cluster c \"C\"\nfactor f \"F\" in c\n";
    for (int i = 0; i < signals; ++i) {
        const std::string number = std::to_string(i);
        text += "\nsignaal s" + number + " \"S" + number + "\"\n  factor f\n  als motivatie < " + number +
                " en motivatie > " + std::to_string(i + 1) + "\n";
    }
    return compile({{"proef", {{"proef.regels", text}}}});
}

}  // namespace

BOOST_AUTO_TEST_CASE(says_nothing_wherever_it_is_stopped) {
    const Compilation compilation = with_mistakes(20);
    BOOST_REQUIRE(compilation.rules != nullptr);
    Diagnostics all;
    BOOST_REQUIRE(think(compilation, all, [] { return false; }).has_value());
    BOOST_TEST(all.all().size() >= 20u);
    std::size_t times = 0;  // that it is asked in a whole thinking
    Diagnostics again;
    BOOST_REQUIRE(think(compilation, again, [&] { return ++times == 0; }).has_value());
    BOOST_TEST(times > 15u);
    for (std::size_t stop_at = 1; stop_at <= times; ++stop_at) {
        std::size_t asked = 0;
        const auto stop = [&] { return ++asked >= stop_at; };
        BOOST_TEST(!review::think_through(compilation, stop).has_value(), "stopped the time it was asked: " << stop_at);
        BOOST_TEST(asked == stop_at);  // and isn't asked again
    }
}

BOOST_AUTO_TEST_CASE(finds_the_same_when_it_is_asked_and_goes_on) {
    const Compilation compilation = with_mistakes(20);
    const std::optional<Diagnostics> asked = review::think_through(compilation, [] { return false; });
    BOOST_REQUIRE(asked.has_value());
    BOOST_TEST(asked->all().size() == review::think_through(compilation).all().size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::thinking
