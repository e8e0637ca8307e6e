#include "engine/json/sax.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace wegwijzer::json {
BOOST_AUTO_TEST_SUITE(json_sax)

namespace {

// Writes every event down as `name@place`.
class Record : public Events {
  public:
    void on_null(std::size_t at) override { add(at, "null"); }
    void on_boolean(std::size_t at, bool value) override { add(at, value ? "true" : "false"); }
    void on_number(std::size_t at, std::string_view written) override { add(at, written); }
    void on_text(std::size_t at, std::string_view value) override { add(at, "'" + std::string(value) + "'"); }
    void on_key(std::size_t at, std::string_view key) override { add(at, std::string(key) + ":"); }
    void begin_object(std::size_t at) override { add(at, "{"); }
    void end_object(std::size_t at) override { add(at, "}"); }
    void begin_array(std::size_t at) override { add(at, "["); }
    void end_array(std::size_t at) override { add(at, "]"); }
    std::string all;

  private:
    void add(std::size_t at, std::string_view what) { all += std::string(what) + "@" + std::to_string(at) + " "; }
};

std::string events(std::string_view text) {
    Record record;
    const auto fault = read(text, record);
    return record.all +
           (fault ? "fault " + std::to_string(static_cast<int>(fault->kind)) + "@" + std::to_string(fault->at) : "");
}

BOOST_AUTO_TEST_CASE(every_event_has_the_place_of_its_first_byte) {
    BOOST_TEST(events(R"({"a" : 1, "b":[ true,null , "x\u00e9\n" ],"c":{}})") ==
               "{@0 a:@1 1@7 b:@10 [@14 true@16 null@21 'xé\n'@28 ]@40 c:@42 {@46 }@47 }@48 ");
}

BOOST_AUTO_TEST_CASE(numbers_come_as_they_are_written) {
    BOOST_TEST(events("[0.10,-5,1E+2,12345678901234567890123,1.7976931348623157e308]") ==
               "[@0 0.10@1 -5@6 1E+2@9 12345678901234567890123@14 1.7976931348623157e308@38 ]@60 ");
    BOOST_TEST(events("42") == "42@0 ");
}

BOOST_AUTO_TEST_CASE(numbers_that_no_double_holds_are_numbers) {
    BOOST_TEST(events("1e400") == "1e400@0 ");
    BOOST_TEST(events(R"({"1e400 \\":1e999,"b":[-1E+400 ,2,"\"1e400",3e-400], "c":4})") ==
               R"({@0 1e400 \:@1 1e999@12 b:@18 [@22 -1E+400@23 2@32 '"1e400'@34 3e-400@44 ]@50 c:@53 4@57 }@58 )");
    const std::string long_one(400, '9');
    BOOST_TEST(events("[1," + long_one + ",2]") == "[@0 1@1 " + long_one + "@3 2@404 ]@405 ");
    Record hostile;  // in time that grows with the length
    BOOST_TEST((read("[1e400," + std::string(500'000, '1') + "e]", hostile)->kind == Fault::Kind::syntax));
    BOOST_TEST(events("[1,01]") == "[@0 1@1 01@3 fault 0@5");
    BOOST_TEST(events("[1e400,01]") == "[@0 1e400@1 01@7 fault 0@9");
    BOOST_TEST(events("[1,2") == "[@0 1@1 2@3 fault 1@4");
    BOOST_TEST(events("[1e400,2") == "[@0 1e400@1 2@7 fault 1@8");
}

BOOST_AUTO_TEST_CASE(faults_are_told_apart) {
    const auto fault_of = [](std::string_view text) {
        Record record;
        return read(text, record).value();
    };
    BOOST_TEST((fault_of("").kind == Fault::Kind::truncated));
    BOOST_TEST((fault_of("[1").kind == Fault::Kind::truncated));
    BOOST_TEST((fault_of("\"a").kind == Fault::Kind::truncated));
    BOOST_TEST((fault_of("[\"a\n\n").kind == Fault::Kind::truncated));
    BOOST_TEST((fault_of("[\"a\nb\"]").kind == Fault::Kind::syntax));
    BOOST_TEST((fault_of("tru").kind == Fault::Kind::truncated));
    BOOST_TEST((fault_of("{\"a\":").kind == Fault::Kind::truncated));
    BOOST_TEST((fault_of("[1]]").kind == Fault::Kind::syntax));
    BOOST_TEST(fault_of("[1]]").at == 3u);
    BOOST_TEST((fault_of("[01]").kind == Fault::Kind::syntax));
    BOOST_TEST((fault_of("[NaN]").kind == Fault::Kind::syntax));
    BOOST_TEST((fault_of("{a:1}").kind == Fault::Kind::syntax));
    BOOST_TEST((fault_of("[1,]").kind == Fault::Kind::syntax));
    BOOST_TEST((fault_of("\"\xC3(\"").kind == Fault::Kind::not_utf_8));
    BOOST_TEST(fault_of("\"\xC3(\"").at == 1u);
}

BOOST_AUTO_TEST_CASE(levels_are_limited) {
    const std::string most = std::string(most_levels, '[') + std::string(most_levels, ']');
    Record record;
    BOOST_TEST(!read(most, record).has_value());
    const std::string deeper = "[" + most + "]";
    BOOST_TEST((read(deeper, record)->kind == Fault::Kind::too_deep));
    BOOST_TEST(read(deeper, record)->at == most_levels);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::json
