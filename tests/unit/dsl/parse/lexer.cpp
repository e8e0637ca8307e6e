// Marks, numbers and texts: what is repaired, and what is said about it.
#include <boost/test/unit_test.hpp>

#include "tests/support/parsing.h"

using wegwijzer::test::parse_text;

BOOST_AUTO_TEST_SUITE(lexer)

namespace {

std::string findings(const std::string& text) { return parse_text(text)->findings(); }
std::string tree(const std::string& text) { return parse_text(text)->tree(); }
// What is read the same, after these findings.
void check_repair(const std::string& wrong, const std::string& right, const std::string& expected) {
    BOOST_TEST_CONTEXT(wrong) {
        BOOST_TEST(findings("begrip x = " + wrong + "\n") == expected);
        std::string read = tree("begrip x = " + wrong + "\n");
        if (read.starts_with("(incomplete)\n")) read.erase(0, 13);
        BOOST_TEST(read == tree("begrip x = " + right + "\n"));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(repairs_marks) {
    check_repair("a == 3", "a = 3", "1:14 F012 het teken `==` schrijft u anders\n");
    check_repair("a != 3", "a <> 3", "1:14 F012 het teken `!=` schrijft u anders\n");
    check_repair("a ≠ 3", "a <> 3", "1:14 F012 het teken `≠` schrijft u anders\n");
    check_repair("a ≤ 3 en b ≥ 4", "a <= 3 en b >= 4",
                 "1:14 F012 het teken `≤` schrijft u anders\n1:23 F012 het teken `≥` schrijft u anders\n");
    check_repair("a =< 3", "a <= 3", "1:14 F012 het teken `=<` schrijft u anders\n");
    check_repair("a => 3", "a >= 3", "1:14 F012 het teken `=>` schrijft u anders\n");
    check_repair("a < = 3", "a <= 3", "1:14 F012 het teken `< =` schrijft u anders\n");
    check_repair("a && b", "a en b", "1:14 F012 het teken `&&` schrijft u anders\n");
    check_repair("a || b", "a of b", "1:14 F012 het teken `||` schrijft u anders\n");
    check_repair("a – b", "a - b", "1:14 F012 het teken `–` schrijft u anders\n");
    check_repair("a × b", "a * b", "1:14 F012 het teken `×` schrijft u anders\n");
}

BOOST_AUTO_TEST_CASE(repairs_numbers_and_dates) {
    check_repair("5.5", "5,5", "1:12 F003 in het Nederlands heeft een getal een komma\n");
    check_repair("1-9-2026", "2026-09-01", "1:12 F007 een datum heeft de vorm jaar-maand-dag\n");
    check_repair("01/09/2026", "2026-09-01", "1:12 F007 een datum heeft de vorm jaar-maand-dag\n");
    check_repair("2026-9-1", "2026-09-01", "1:12 F007 een datum heeft de vorm jaar-maand-dag\n");
    BOOST_TEST(findings("begrip x = 2026-13-40\n") == "1:12 F006 de datum `2026-13-40` bestaat niet\n");
    BOOST_TEST(findings("begrip x = 31 april 2026\n") == "1:12 F006 de datum `31 april 2026` bestaat niet\n");
    BOOST_TEST(findings("begrip x = 0,1234567\n") == "1:12 F004 `0,1234567` heeft te veel decimalen\n");
    BOOST_TEST(findings("begrip x = 0,12345%\n") == "1:12 F004 `0,12345` heeft te veel decimalen\n");
    BOOST_TEST(findings("begrip x = 0,1234% + 0,123456\n").empty());
    BOOST_TEST(findings("begrip x = 12345678901234567890\n") == "1:12 F005 `12345678901234567890` is te groot\n");
    // Both readings of a thousand.
    BOOST_TEST(parse_text("begrip x = 1.000\n")
                   ->rendered()
                   .find("schrijf `1000` (zonder teken tussen de cijfers) of `1,000`") != std::string::npos);
    // In English it is the other way round.
    BOOST_TEST(findings("rulepack p\n  language en\nconcept x = 5,5\n") ==
               "3:13 F003 in het Engels heeft een getal een punt\n");
    // A version has points in both.
    BOOST_TEST(findings("regelpakket p versie 1.2.3\n").empty());
}

BOOST_AUTO_TEST_CASE(repairs_texts) {
    check_repair("“a”", "\"a\"", "1:12 F009 een tekst staat tussen rechte aanhalingstekens\n");
    check_repair("'a b'", "\"a b\"", "1:12 F009 een tekst staat tussen rechte aanhalingstekens\n");
    check_repair("„a”", "\"a\"", "1:12 F009 een tekst staat tussen rechte aanhalingstekens\n");
    check_repair("\"a”", "\"a\"", "1:14 F009 een tekst staat tussen rechte aanhalingstekens\n");
    check_repair("\"a\\qb\"", "\"a\\\\qb\"", "1:14 F028 `\\q` betekent niets in een tekst\n");
    BOOST_TEST(findings("bron x \"a\nbron y \"b\"\n") == "1:8 F008 deze tekst is niet gesloten\n");
    BOOST_TEST(tree("bron x \"a\nbron y \"b\"\n") == "(incomplete)\nsource x \"a\"\nsource y \"b\"\n");
    BOOST_TEST(findings("bron x \"a{b\"\nrol r \"a{b\"\ninterventie i\n  vraag \"{a}\"\n") ==
               "1:10 F019 `{` heeft in deze tekst geen betekenis\n2:9 F019 `{` heeft in deze tekst geen betekenis\n"
               "4:10 F019 `{` heeft in deze tekst geen betekenis\n");
    BOOST_TEST(findings("signaal s\n  uitleg \"a {b\"\n") == "2:13 F020 `{` is niet gesloten\n");
}

BOOST_AUTO_TEST_CASE(takes_every_blank_and_glued_units) {
    BOOST_TEST(tree("begrip\xC2\xA0x\t=\xE2\x80\x89"
                    "3\xC2\xA0weken\n") == "concept x\n  duration 3 weeks\n");
    BOOST_TEST(tree("begrip x = 5werkdagen + 45EC + 70%\n") == tree("begrip x = 5 werkdagen + 45 EC + 70 %\n"));
    BOOST_TEST(findings("begrip x = 5werkdagen\n").empty());
}

BOOST_AUTO_TEST_CASE(reports_a_run_of_strange_marks_once) {
    BOOST_TEST(findings("begrip x = a ~~§§ b\n") == "1:14 F002 `~~§§` is geen teken van de taal\n");
    BOOST_TEST(findings("begrip x = 😀\n") == "1:12 F002 `😀` is geen teken van de taal\n");
}

BOOST_AUTO_TEST_CASE(knows_the_kind_of_every_token) {
    const auto parsed =
        parse_text("regelpakket p \"T\" # c\n\tversie 1.0\nvoorbeeld \"v\"\n  gegeven x\n    | a | \"b\" |\n");
    std::string kinds;
    for (const auto& token : parsed->file.tokens) {
        constexpr std::string_view letters = "BbLcwndvtTC-m?";
        kinds += letters[static_cast<std::size_t>(token.kind)];
    }
    BOOST_TEST(kinds == "wbwbtbcLbwbvLwbtLbwbwLbmbCbmbCbmL");
}

BOOST_AUTO_TEST_SUITE_END()
