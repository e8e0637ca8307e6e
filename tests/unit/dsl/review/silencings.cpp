// What a comment allows depends on the part of the text it stands with.
#include "dsl/review/silencings.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "dsl/review/review.h"
#include "dsl/review/units.h"
#include "tests/support/parsing.h"

using namespace wegwijzer;

BOOST_AUTO_TEST_SUITE(review_silencings)

namespace {

// The text of the part at the first `mark` in `text`.
std::string part_at(const std::string& text, const std::string& mark) {
    const auto parsed = test::parse_text(text);
    const auto unit = review::Units(parsed->file).at(static_cast<std::uint32_t>(text.find(mark)));
    if (!unit) return "-";
    std::string part = text.substr(unit->begin, unit->end - unit->begin);
    while (!part.empty() && (part.back() == ' ' || part.back() == '\n')) part.pop_back();
    return part;
}

}  // namespace

BOOST_AUTO_TEST_CASE(parts_are_clauses_fields_rows_and_bullets) {
    const std::string signal =
        "signaal s \"S\"\n  factor f  ernst hoog als a < 3 en\n    b < 4\n  tenzij minstens 1 van:\n    - c < 5\n    - "
        "d < 6\n";
    BOOST_TEST(part_at(signal, "\"S\"") + "\n" == signal);
    BOOST_TEST(part_at(signal, "f  ernst") == "factor f");
    BOOST_TEST(part_at(signal, "b < 4") == "ernst hoog als a < 3 en\n    b < 4");
    BOOST_TEST(part_at(signal, "c < 5") == "- c < 5");
    BOOST_TEST(part_at(signal, "d < 6") == "- d < 6");
    const std::string data = "gegevens student\n  nr : sleutel\n  v  : tekst   bijzonder\n";
    BOOST_TEST(part_at(data, "bijzonder") == "v  : tekst   bijzonder");
    const std::string table = "tabel t : geheel\n  trefwijze eerste\n  | a   || r |\n  | > 3 || 1 |\n  | -   || 2 |\n";
    BOOST_TEST(part_at(table, "> 3") == "| > 3 || 1 |");
    BOOST_TEST(part_at("begrip a = 1\n\nbegrip b = 2\n", "2") == "begrip b = 2");
    BOOST_TEST(part_at("begrip a = 1\n# los\n", "los") == "-");
}

BOOST_AUTO_TEST_CASE(only_what_check_says_of_a_choice_can_be_allowed) {
    for (const Code code : {Code::W003, Code::W107, Code::W180, Code::N001, Code::N161}) {
        BOOST_TEST_INFO(entry(code).code);
        BOOST_TEST(review::can_be_silenced(code));
    }
    for (const Code code : {Code::F030, Code::F052, Code::F054, Code::F057, Code::W230, Code::N101, Code::N180,
                            Code::G007, Code::F320, Code::W320, Code::N320}) {
        BOOST_TEST_INFO(entry(code).code);
        BOOST_TEST(!review::can_be_silenced(code));
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_gives_no_warning_of_a_comment_left_over) {
    const auto outcome = [](const std::string& text) {
        const Compilation compilation = compile({{"p", {{"p.regels", text}}}});
        std::string codes;
        const auto reviewed = review::review(compilation);
        for (const Diagnostic& finding : reviewed.findings.all()) {
            codes += std::string(entry(finding.code).code) + ' ';
        }
        return codes;
    };
    const std::string pack = "regelpakket p eigenaar \"e\" doel \"d\" rechtsgrond \"r\"\n";
    const std::string comment = "# sta toe W107: zo is het bedoeld\n";
    const std::string data = "gegevens student\n  nr : sleutel\n  s : datum start\n";
    BOOST_TEST(outcome(pack + data + comment) == "W320 ");
    BOOST_TEST(outcome(pack + data + comment + "begrip b = onbekende_naam\n") == "F030 ");
}

BOOST_AUTO_TEST_SUITE_END()
