#include "cli/secrets.h"

#include <boost/test/unit_test.hpp>

#include "cli/options.h"

namespace wegwijzer::cli::testing {
BOOST_AUTO_TEST_SUITE(secrets_in_arguments)

namespace {

BOOST_AUTO_TEST_CASE(behind_store_and_where_an_address_stands_by_mistake) {
    const std::string address = "postgresql://jan:geheim@server/d";
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"evaluate", "--store", address},
                                                      {"evaluate", "--store=" + address},
                                                      {"evaluate", address},
                                                      {"evaluate", "MySQL" + address.substr(address.find(':'))},
                                                      {"evaluate", "--stoer", address},
                                                      {"record", "--import", address}}) {
        for (const std::string& argument : take_out_secrets(arguments).arguments) {
            BOOST_TEST(argument.find("geheim") == std::string::npos, argument);
        }
    }
    const ParsedOptions parsed = parse_options({"record", "--store", address}, {});
    BOOST_TEST(parsed.options.store == "postgresql://jan@server/d");
    BOOST_REQUIRE_EQUAL(parsed.options.store_secrets.size(), 1u);
    BOOST_TEST(parsed.options.store_secrets.front().value == "geheim");
}

BOOST_AUTO_TEST_CASE(texts_of_an_entry_are_kept_as_they_are) {
    const std::vector<std::string> arguments{
        "record",  "--reason",  "postgresql://jan:geheim@server/d", "--reden", "postgresql://jan:geheim@server/d",
        "--store", "dossier.db"};
    const ArgumentsWithoutSecrets taken = take_out_secrets(arguments);
    BOOST_TEST(taken.arguments == arguments, boost::test_tools::per_element());
    BOOST_TEST(taken.secrets.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::cli::testing
