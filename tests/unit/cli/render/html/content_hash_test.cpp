#include "cli/render/html/content_hash.h"

#include <boost/test/unit_test.hpp>

#include <string>

using wegwijzer::cli::html::content_hash;

// The examples of FIPS 180-4, and lengths on both sides of a block.
BOOST_AUTO_TEST_CASE(html_content_hash) {
    BOOST_TEST(content_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    BOOST_TEST(content_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    BOOST_TEST(content_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
               "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
    BOOST_TEST(content_hash(std::string(55, 'a')) == "sha256-n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg=");
    BOOST_TEST(content_hash(std::string(64, 'a')) == "sha256-/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs=");
    BOOST_TEST(content_hash(std::string(119, 'a')) == "sha256-MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps=");
}
