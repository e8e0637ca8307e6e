// Conditions and values: what tree a text becomes.
#include <boost/test/unit_test.hpp>

#include "tests/support/parsing.h"

using wegwijzer::test::parse_text;

BOOST_AUTO_TEST_SUITE(expressions)

namespace {

// The tree of `begrip x = TEXT`, without its first line and two levels of indentation; or the findings.
std::string tree(const std::string& text) {
    const auto parsed = parse_text("begrip x = " + text + "\n");
    if (!parsed->diagnostics.all().empty()) return parsed->findings();
    std::string result;
    std::size_t line = parsed->tree().find('\n') + 1;
    const std::string whole = parsed->tree();
    while (line < whole.size()) {
        const std::size_t end = whole.find('\n', line);
        result += whole.substr(line + 2, end - line - 2) + "\n";
        line = end + 1;
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(literals) {
    BOOST_TEST(tree("5,50") == "number 5.50\n");
    BOOST_TEST(tree("-5") == "negate\n  number 5\n");
    BOOST_TEST(tree("70%") == "number 70 percent\n");
    BOOST_TEST(tree("70 %") == "number 70 percent\n");
    BOOST_TEST(tree("1 procentpunt") == "number 1 points\n");
    BOOST_TEST(tree("45 EC") == "number 45 EC\n");
    BOOST_TEST(tree("16 uur") == "number 16 uur\n");
    BOOST_TEST(tree("12,50 euro") == "number 12.50 euro\n");
    BOOST_TEST(tree("3 weken") == "duration 3 weeks\n");
    BOOST_TEST(tree("3 week") == "duration 3 weeks\n");
    BOOST_TEST(tree("1 maand") == "duration 1 months\n");
    BOOST_TEST(tree("5 werkdagen") == "duration 5 working_days\n");
    BOOST_TEST(tree("2026-09-01") == "date 2026-09-01\n");
    BOOST_TEST(tree("1 september 2026") == "date 2026-09-01 in_words\n");
    BOOST_TEST(tree("1 September 2026") == "date 2026-09-01 in_words\n");
    BOOST_TEST(tree("\"a\" \"b\\n\\\"\\\\\\{c{\"") == "text \"ab\\n\\\"\\\\{c{\"\n");
    BOOST_TEST(tree("ja") == "yes\n");
    BOOST_TEST(tree("nee") == "no\n");
}

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST(tree("coördinatie") == "name coördinatie\n");
    BOOST_TEST(tree("coo\xCC\x88rdinatie") == "name coördinatie\n");  // brought to NFC
    BOOST_TEST(tree("student.naam") == "student_field naam\n");
    BOOST_TEST(tree("peildatum") == "reference_date\n");
    BOOST_TEST(tree("ernst") == "name ernst\n");
    BOOST_TEST(tree("t") == "name t\n");
    BOOST_TEST(tree("tijd") == "name tijd\n");
}

BOOST_AUTO_TEST_CASE(arithmetic_goes_from_left_to_right_and_products_first) {
    BOOST_TEST(
        tree("a - b + c * d / e") ==
        "add\n  subtract\n    name a\n    name b\n  divide\n    multiply\n      name c\n      name d\n    name e\n");
    BOOST_TEST(tree("a * -b") == "multiply\n  name a\n  negate\n    name b\n");
    BOOST_TEST(tree("a -b") == "subtract\n  name a\n  name b\n");
    BOOST_TEST(tree("(a - b) * c") == "multiply\n  parentheses\n    subtract\n      name a\n      name b\n  name c\n");
}

BOOST_AUTO_TEST_CASE(comparisons) {
    BOOST_TEST(tree("a < 3") == "compare <\n  name a\n  number 3\n");
    BOOST_TEST(tree("a <> b + 1") == "compare <>\n  name a\n  add\n    name b\n    number 1\n");
    BOOST_TEST(tree("a is b") == "compare = in_words\n  name a\n  name b\n");
    BOOST_TEST(tree("a is niet \"X\"") == "compare <> in_words\n  name a\n  text \"X\"\n");
    BOOST_TEST(tree("a is bekend") == "is_known\n  name a\n");
    BOOST_TEST(tree("a is niet bekend") == "is_unknown\n  name a\n");
    BOOST_TEST(tree("a is onbekend") == "is_unknown\n  name a\n");
    BOOST_TEST(tree("a is een van b, 4,5, 5") ==
               "one_of\n  name a\n  option\n    name b\n  option\n    number 4.5\n  option\n    number 5\n");
    BOOST_TEST(tree("a is niet tussen 1 en 2,5 en b") ==
               "and\n  not_between\n    name a\n    low\n      number 1\n    high\n      number 2.5\n  name b\n");
}

BOOST_AUTO_TEST_CASE(logic) {
    BOOST_TEST(tree("a en b en niet c") == "and\n  name a\n  name b\n  not\n    name c\n");
    BOOST_TEST(tree("(a en b) of c") == "or\n  parentheses\n    and\n      name a\n      name b\n  name c\n");
    BOOST_TEST(
        tree("als a dan 1 anders 2 + 3") ==
        "conditional\n  if\n    name a\n  then\n    number 1\n  else\n    add\n      number 2\n      number 3\n");
    BOOST_TEST(tree("ernst van signaal s >= midden") == "compare >=\n  severity_of s\n  name midden\n");
    BOOST_TEST(tree("signaal s en kracht k of_niet") == "1:32 F018 bij `k` mist `en` of `of`\n");
}

BOOST_AUTO_TEST_CASE(aggregates_filters_and_periods) {
    BOOST_TEST(tree("aantal toetsen met cijfer < 5,5 in de laatste 3 weken") ==
               "count\n  series toetsen\n    filter\n      compare <\n        name cijfer\n        number 5.5\n"
               "    period last 3 weeks\n");
    BOOST_TEST(tree("aantal verschillende vak van toetsen sinds de start") ==
               "count_distinct vak\n  series toetsen\n    period since_start\n");
    BOOST_TEST(tree("verandering van aandeel van presenties in de laatste terugkijk") ==
               "change aandeel\n  series presenties\n    period last terugkijk\n");
    BOOST_TEST(tree("langste rij dagen afwezig met niet ja_of_nee") ==
               "longest_run_days\n  series afwezig\n    filter\n      not\n        name ja_of_nee\n");
    BOOST_TEST(tree("langste rij dagen") == "longest_run\n  series dagen\n");
    BOOST_TEST(tree("tijd sinds laatste gesprek") == "time_since_last\n  series gesprek\n");
    BOOST_TEST(
        tree("geen signaal met ernst >= midden") ==
        "exists none\n  series (signal)\n    filter\n      compare >=\n        name ernst\n        name midden\n");
    BOOST_TEST(tree("minstens grens toetsen in studieweek 1 t/m n, binnen dit studiejaar") ==
               "exists at_least grens\n  series toetsen\n    period study_weeks 1 to n within_academic_year\n");
    BOOST_TEST(tree("som uren van lessen van 2026-09-01 t/m peildatum") ==
               "sum uren\n  series lessen\n    period between\n      from\n        date 2026-09-01\n      to\n        "
               "reference_date\n");
    BOOST_TEST(
        tree("aantal toetsen met (vak is \"w\" en cijfer < 5) in fase f") ==
        "count\n  series toetsen\n    filter_in_parentheses\n      and\n        compare = in_words\n          name "
        "vak\n"
        "          text \"w\"\n        compare <\n          name cijfer\n          number 5\n    period phase f\n");
    BOOST_TEST(tree("precies 2 toetsen in enige 4 lesweken") ==
               "exists exactly 2\n  series toetsen\n    period any 4 teaching_weeks\n");
    BOOST_TEST(tree("aantal toetsen sinds student.startdatum in_een_naam") ==
               "1:41 F018 bij `startdatum` mist `is`, `en` of `of`\n");
}

// What stands directly behind a filter without parentheses is the checker's to judge.
BOOST_AUTO_TEST_CASE(tells_what_stands_behind_a_bare_filter) {
    const auto behind = [](const std::string& text) {
        const auto parsed = parse_text("begrip x = " + text + "\n");
        for (const auto& expr : parsed->file.exprs)
            if (const auto* aggregate = std::get_if<wegwijzer::ast::Aggregate>(&expr.node);
                aggregate != nullptr && aggregate->selection.filter)
                return std::string(parsed->sources.text(aggregate->selection.filter->followed_by));
        return std::string("no filter");
    };
    const auto parsed_span = [&](const std::string& text) { return behind(text); };
    BOOST_TEST(parsed_span("aantal toetsen met cijfer < 5,5 / aantal toetsen") == "/");
    BOOST_TEST(parsed_span("aantal toetsen met vak is \"w\" en cijfer < 5,5") == "en");
}

BOOST_AUTO_TEST_CASE(bullets) {
    BOOST_TEST(
        tree("minstens 2 van:\n  - a\n  - alle van:\n    -- b en\n       c\n    -- d -\n       3 > 2\n  - e") ==
        "bullets at_least 2\n  item\n    name a\n  item\n    bullets all\n      item\n        and\n          name b\n"
        "          name c\n      item\n        compare >\n          subtract\n            name d\n            number "
        "3\n"
        "          number 2\n  item\n    name e\n");
}

BOOST_AUTO_TEST_CASE(may_run_over_lines_outside_bullets) {
    BOOST_TEST(tree("a\n  en b\n  <\n  3") == "and\n  name a\n  compare <\n    name b\n    number 3\n");
    BOOST_TEST(tree("aantal\n  toetsen # uitleg\n  met cijfer\n  < 3") ==
               "count\n  series toetsen\n    filter\n      compare <\n        name cijfer\n        number 3\n");
}

BOOST_AUTO_TEST_SUITE_END()
