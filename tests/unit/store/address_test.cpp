#include "store/address.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(store_address)

namespace {

struct Expected {
    std::string written;
    std::string shown;
    std::string secrets;  // keyword=value, with a space between
};

std::string as_text(const std::vector<Secret>& secrets) {
    std::string text;
    for (const Secret& secret : secrets) {
        text.append(text.empty() ? "" : " ").append(secret.keyword).append("=").append(secret.value);
    }
    return text;
}

BOOST_AUTO_TEST_CASE(a_secret_is_taken_out_and_the_rest_stays) {
    const std::vector<Expected> cases{
        {"dossier.db", "dossier.db", ""},
        {"postgresql:///dossier", "postgresql:///dossier", ""},
        {"postgresql://jan@server:5432/dossier", "postgresql://jan@server:5432/dossier", ""},
        {"postgresql://jan:geheim@server/dossier", "postgresql://jan@server/dossier", "password=geheim"},
        {"postgres://jan:ge%40h%2Feim@server", "postgres://jan@server", "password=ge@h/eim"},
        {"postgresql://jan:a:b#c@[::1]:5432/d", "postgresql://jan@[::1]:5432/d", "password=a:b#c"},
        {"postgresql://:geheim@/d", "postgresql://@/d", "password=geheim"},
        {"postgresql://jan@a:1,b:2/d?password=geheim&sslmode=require", "postgresql://jan@a:1,b:2/d?sslmode=require",
         "password=geheim"},
        {"postgresql:///d?user=jan&p%61ssword=ge%20heim&sslpassword=ook", "postgresql:///d?user=jan",
         "password=ge heim sslpassword=ook"},
        {"postgresql:///d?passfile=/x/pgpass", "postgresql:///d?passfile=/x/pgpass", ""},
        {"postgresql:///d?host=/tmp/map", "postgresql:///d?host=/tmp/map", ""},
        {"postgresql:///d?pwd=geheim", "postgresql:///d", "pwd=geheim"},
        {"mysql://jan:geheim@server/d", "mysql://jan@server/d", "password=geheim"},
    };
    for (const Expected& expected : cases) {
        const StoreName name = without_secrets(expected.written);
        BOOST_TEST(name.shown == expected.shown);
        BOOST_TEST(as_text(name.secrets) == expected.secrets, expected.written);
    }
}

// Where it can't be told what is the password, nothing is kept: libpq would take a part of it for a server or a database.
BOOST_AUTO_TEST_CASE(of_an_address_that_can_be_read_in_two_ways_nothing_is_kept) {
    for (const char* written :
         {"postgresql://jan:ge@heim@server/d", "postgresql://jan:ge/heim@server/d", "postgresql://jan:ge?heim@server/d",
          "postgresql://jan:geheim/d", "postgresql://jan:geheim", "postgresql://jan:ge%zzheim@server/d",
          "postgresql://jan:geheim%4", "postgresql://jan:ge%00heim@server/d", "postgresql:///d?password=ge@heim",
          "postgresql:///d?geheim", "host=server password=geheim dbname=d", "dbname = d password = geheim"}) {
        const StoreName name = without_secrets(written);
        BOOST_TEST(name.shown == unreadable_address, written);
        BOOST_TEST(is_unreadable(name.shown));
        BOOST_TEST(name.secrets.empty());
    }
    BOOST_TEST(without_secrets("https://jan:ge@heim@x").shown == "https://…");
}

BOOST_AUTO_TEST_CASE(what_others_say_is_cleared_of_secrets) {
    const std::vector<Secret> secrets{{"password", "geheim"}, {"sslpassword", ""}};
    BOOST_TEST(without_secrets(std::string("geheim is geheim"), secrets) == "… is …");
    BOOST_TEST(without_secrets(std::string("niets"), secrets) == "niets");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
