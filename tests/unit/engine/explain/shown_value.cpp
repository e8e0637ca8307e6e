#include "engine/explain/shown_value.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <type_traits>

#include "engine/explain/events_shown.h"

namespace wegwijzer::test {

using explain::Node;
using explain::Phrase;
using explain::ShownValue;

BOOST_AUTO_TEST_SUITE(values_with_nodes)

// A renderer takes values; it can't make one, nor a place to make one at.
static_assert(!std::is_constructible_v<ShownValue, std::string, std::string>);
static_assert(!std::is_constructible_v<ShownValue, std::string>);
static_assert(!std::is_default_constructible_v<Node>);
static_assert(!std::is_constructible_v<Node, std::string>);

BOOST_AUTO_TEST_CASE(nothing_to_show_is_no_part_of_a_sentence) {
    Phrase phrase("van ");
    phrase.add(ShownValue()).add("").add("ons");
    BOOST_TEST(phrase.text() == "van ons");
    BOOST_TEST(phrase.pieces().size() == 1u);
    BOOST_TEST(Phrase().add("").empty());
    BOOST_TEST(Phrase().add(phrase).text() == "van ons");
}

BOOST_AUTO_TEST_CASE(events_that_do_not_count_are_not_said) {
    explain::EventsShown shown;
    shown.events.resize(2);
    shown.events[0].counts = Tri::no;
    shown.events[1].counts = Tri::unknown;
    BOOST_TEST(events_phrase(shown).text() == " (?)");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
