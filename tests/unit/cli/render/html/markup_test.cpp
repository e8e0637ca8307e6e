#include "cli/render/html/markup.h"

#include <boost/test/unit_test.hpp>

using wegwijzer::cli::html::Markup;

BOOST_AUTO_TEST_CASE(html_markup) {
    Markup out;
    out.open("p", {{"class", "a\"><script>"}, {"lang", ""}}).text("1 < 2 ");
    out.element("strong", "</p>").close();
    BOOST_TEST(out.take() == "<p class=\"a&quot;&gt;&lt;script&gt;\">1 &lt; 2 <strong>&lt;/p&gt;</strong></p>\n");
}
