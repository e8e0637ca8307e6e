#include "cli/lsp/uri.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::cli::lsp {

BOOST_AUTO_TEST_SUITE(uris)

BOOST_AUTO_TEST_CASE(there_and_back) {
    for (const char* path : {"/regels/één map/b#c?.regels", "/a%20b", "/"})
        BOOST_TEST(path_of_uri(uri_of_path(path)).value() == path);
    BOOST_TEST(uri_of_path("/een map") == "file:///een%20map");
}

BOOST_AUTO_TEST_CASE(what_editors_write) {
    BOOST_TEST(path_of_uri("file:///a/./b/../c%C3%A9.regels").value() == "/a/cé.regels");
    BOOST_TEST(path_of_uri("file://localhost/a").value() == "/a");
    BOOST_TEST(path_of_uri("file:///a%2").value() == "/a%2");
}

BOOST_AUTO_TEST_CASE(what_is_no_file) {
    for (const char* uri : {"untitled:Untitled-1", "file://elders/a", "file:///a%00b", "/a", "", "http://a/b"})
        BOOST_TEST(!path_of_uri(uri), uri);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::cli::lsp
