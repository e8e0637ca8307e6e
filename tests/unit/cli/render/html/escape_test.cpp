#include "cli/render/html/escape.h"

#include <boost/test/unit_test.hpp>

using wegwijzer::cli::html::escape;

BOOST_AUTO_TEST_SUITE(html_escape)

BOOST_AUTO_TEST_CASE(markup_is_text) {
    BOOST_TEST(escape("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
    BOOST_TEST(escape("a \"b\" 'c' & d") == "a &quot;b&quot; &#39;c&#39; &amp; d");
    BOOST_TEST(escape("&amp;") == "&amp;amp;");
}

BOOST_AUTO_TEST_CASE(what_steers_is_replaced) {
    BOOST_TEST(escape(std::string_view("a\0b", 3)) == "a\uFFFDb");
    BOOST_TEST(escape("a\x1b[1m") == "a\uFFFD[1m");
    BOOST_TEST(escape("a\u0085b") == "a\uFFFDb");
    BOOST_TEST(escape("\u202Eivel\u202C") == "\uFFFDivel\uFFFD");
    BOOST_TEST(escape("\u2066a\u2069\u200F\u061C") == "\uFFFDa\uFFFD\uFFFD\uFFFD");
    BOOST_TEST(escape("\uFEFFa\uFFFE") == "\uFFFDa\uFFFD");
    BOOST_TEST(escape("\xFF") == "\uFFFD");
}

BOOST_AUTO_TEST_CASE(lines_become_one) { BOOST_TEST(escape("a\r\nb\tc\u2028d") == "a  b c d"); }

BOOST_AUTO_TEST_CASE(letters_of_every_kind_stay) {
    BOOST_TEST(escape("Zoë Çelik · 名前 · أمين · 👩‍🎓") ==
               "Zoë Çelik · 名前 · أمين · 👩‍🎓");
}

BOOST_AUTO_TEST_SUITE_END()
