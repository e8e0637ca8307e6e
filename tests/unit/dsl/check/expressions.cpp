// What conditions and terms become: every name resolved, every type known, the author's structure kept.
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/print_model.h"
#include "tests/support/pack_text.h"

using namespace wegwijzer;
using namespace wegwijzer::testing;

BOOST_AUTO_TEST_SUITE(check_expressions)

namespace {

// The condition of signaal `s`, or the findings.
std::string resolved(const std::string& condition) {
    const Compilation compilation = compile_condition(condition);
    if (compilation.rules == nullptr) return findings_text(compilation);
    return model::print_expr(*compilation.rules, compilation.rules->signals.front().levels.front().condition);
}

// The expression and type of begrip `b`, or the findings.
std::string value(const std::string& term, const std::string& more = "") {
    const Compilation compilation = compile_body(more + "begrip b = " + term + "\n");
    if (compilation.rules == nullptr) return findings_text(compilation);
    const model::Concept& last = compilation.rules->concepts.back();
    return model::print_type(*compilation.rules, compilation.rules->expr(last.expr).type) + ": " +
           model::print_expr(*compilation.rules, last.expr);
}

void expect(const std::vector<std::pair<std::string, std::string>>& cases, std::string (*print)(const std::string&)) {
    for (const auto& [text, printed] : cases) {
        BOOST_TEST_CONTEXT(text) { BOOST_TEST(print(text) == printed); }
    }
}

std::string value_of(const std::string& term) { return value(term); }

}  // namespace

BOOST_AUTO_TEST_CASE(conditions) {
    expect(
        {
            {"werkt", "student.werkt"},
            {"niet werkt", "(not student.werkt)"},
            {"werkt en niet (werkt of motivatie < 3)",
             "(and student.werkt (not (or student.werkt (< student.motivatie 3))))"},
            {"motivatie <> 3", "(<> student.motivatie 3)"},
            {"motivatie is niet 3", "(<> student.motivatie 3)"},
            {"motivatie is 3", "(= student.motivatie 3)"},
            {"motivatie is bekend", "(known student.motivatie)"},
            {"motivatie is niet bekend", "(unknown student.motivatie)"},
            {"motivatie is tussen 2 en 3,5", "(between student.motivatie 2 3.5)"},
            {"motivatie is niet tussen 2 en 3", "(not_between student.motivatie 2 3)"},
            {"vooropleiding is een van mbo, havo", "(one_of student.vooropleiding 'mbo 'havo)"},
            {"vooropleiding is niet een van mbo, havo", "(not_one_of student.vooropleiding 'mbo 'havo)"},
            {"mbo is vooropleiding", "(= 'mbo student.vooropleiding)"},
            {"opleiding is \"ICT\"", "(= student.opleiding \"ICT\")"},
            {"startdatum = 31 augustus 2026", "(= student.startdatum 2026-08-31)"},
            {"werkt is nee", "(= student.werkt no)"},
            {"minstens aantal_keer van:\n    - werkt\n    - geen van:\n      -- motivatie < 3\n      -- zorg is "
             "bekend\n"
             "  grondslag \"x\"",
             "(at_least param.aantal_keer of student.werkt (none of (< student.motivatie 3) (known student.zorg)))"},
            {"geen toets in studieweek 2", "(none toetsen study_weeks 2 2)"},
            {"precies 2 toetsen met vak is niet \"a\" sinds 2026-09-01",
             "(exactly 2 toetsen where (<> event.vak \"a\") since 2026-09-01)"},
            {"hoogstens 1 toets met (cijfer < 5 en student.motivatie < 3) van startdatum t/m peildatum",
             "(at_most 1 toetsen where (and (< event.cijfer 5) (< student.motivatie 3)) between student.startdatum "
             "reference_date)"},
            {"minstens 1 presentie met niet op_tijd in fase begin",
             "(at_least 1 presenties where (not event.op_tijd) phase begin)"},
            {"minstens 1 presentie met op_tijd in dit studiejaar",
             "(at_least 1 presenties where event.op_tijd this_academic_year)"},
            {"minstens 1 toets in de laatste termijn", "(at_least 1 toetsen last param.termijn)"},
            {"minstens 1 toets sinds de start", "(at_least 1 toetsen since_start)"},
        },
        resolved);
}

BOOST_AUTO_TEST_CASE(values_and_their_types) {
    expect(
        {
            {"motivatie + 1", "number: (+ student.motivatie 1)"},
            {"instap", "grade: student.instap"},
            {"instap - instap", "number: (- student.instap student.instap)"},
            {"-instap", "number: (negate student.instap)"},
            {"45 EC", "number in EC: 45 EC"},
            {"ec * 60%", "number in EC: (* student.ec 0.6)"},
            {"ec / norm", "number: (/exact student.ec student.norm)"},
            {"2 * ec / norm", "number: (/ (* 2 student.ec) student.norm)"},
            {"(2 * ec) / norm", "number: (/exact (* 2 student.ec) student.norm)"},
            {"ec / norm / 2", "number: (/ (/exact student.ec student.norm) 2)"},
            {"ec / norm + 1", "number: (+ (/exact student.ec student.norm) 1)"},
            {"motivatie / (als werkt dan 2 * 3 anders 1)",
             "number: (/exact student.motivatie (if student.werkt (* 2 3) 1))"},
            {"motivatie / als werkt dan 2 * 3 anders 1", "number: (/ student.motivatie (if student.werkt (* 2 3) 1))"},
            {"aanwezig", "percentage: student.aanwezig"},
            {"aanwezig - gem", "points: (- student.aanwezig concept.gem)"},
            {"aanwezig + gem", "percentage: (+ student.aanwezig concept.gem)"},
            {"aanwezig + 15 procentpunt", "percentage: (+ student.aanwezig 0.15)"},
            {"15 procentpunt * 2", "points: (* 0.15 2)"},
            {"aanwezig * 2", "number: (* student.aanwezig 2)"},
            {"peildatum - startdatum", "duration: (- reference_date student.startdatum)"},
            {"startdatum + 2 weken", "date: (+ student.startdatum 14 days)"},
            {"startdatum - 1 jaar", "date: (add_months student.startdatum -12)"},
            {"startdatum + -3 maanden", "date: (add_months student.startdatum -3)"},
            {"3 maanden + startdatum", "date: (add_months student.startdatum 3)"},
            {"stage / 7 dagen", "number: (/exact student.stage 7 days)"},
            {"stage / 2", "duration: (/exact student.stage 2)"},
            {"werkuren + 16 uur", "number in uur: (+ student.werkuren 16 uur)"},
            {"als werkt dan 3 anders instap", "number: (if student.werkt 3 student.instap)"},
            {"aantal toetsen", "number: (count of toetsen)"},
            {"aantal verschillende vak van toetsen", "number: (count_distinct vak of toetsen)"},
            {"som cijfer van toetsen", "grade: (sum cijfer of toetsen)"},
            {"gemiddelde aandeel van presenties", "percentage: (average aandeel of presenties)"},
            {"hoogste datum van toetsen", "date: (highest datum of toetsen)"},
            {"laatste soort van gesprekken", "choice(slb, docent, decaan): (last soort of gesprekken)"},
            {"eerste vak van toetsen", "text: (first vak of toetsen)"},
            {"verandering van aandeel van presenties in de laatste 3 lesweken",
             "points: (change aandeel of presenties last 3 teaching_weeks)"},
            {"verandering van cijfer van toetsen in de laatste 2 weken",
             "number: (change cijfer of toetsen last 2 weeks)"},
            {"tijd sinds laatste gesprek met soort is slb",
             "duration: (time_since_last of gesprekken where (= event.soort 'slb))"},
        },
        value_of);
}

BOOST_AUTO_TEST_CASE(names_in_a_filter_are_fields_of_the_series_first) {
    const std::string series = "reeks x, xen\n  datum : datum\n  motivatie : tekst\n  gem : getal\n";
    BOOST_TEST(value("aantal xen met (motivatie is \"a\" en gem > 3)", series) ==
               "number: (count of xen where (and (= event.motivatie \"a\") (> event.gem 3)))");
    BOOST_TEST(value("aantal xen met student.motivatie > 3", series) ==
               "number: (count of xen where (> student.motivatie 3))");
    BOOST_TEST(value("aantal toetsen met motivatie > 3", series) ==
               "number: (count of toetsen where (> student.motivatie 3))");
}

BOOST_AUTO_TEST_CASE(beside_a_choice_a_value_comes_first) {
    const std::string body =
        "reeks x, xen\n  datum : datum\n  k : keuze uit werkt, b\nsignaal s\n  factor kennis\n  als geen x met werkt "
        "is k\n";
    const Compilation compilation = compile_body(body);
    BOOST_TEST(findings_text(compilation) == "W002 `werkt`");
    BOOST_REQUIRE(compilation.rules != nullptr);
    BOOST_TEST(model::print_expr(*compilation.rules, compilation.rules->signals.front().levels.front().condition) ==
               "(none xen where (= 'werkt event.k))");
}

BOOST_AUTO_TEST_CASE(choices_with_the_same_values_are_one_kind) {
    const std::string series =
        "reeks x, xen\n  datum : datum\n  k : keuze uit slb, docent, decaan\n  o : keuze uit laag, midden, hoog\n";
    BOOST_TEST(value("aantal xen met k is (laatste soort van gesprekken)", series).find("F0") ==
               0);  // no aggregate in a filter
    BOOST_TEST(value("laatste k van xen is slb", series) == "yes/no: (= (last k of xen) 'slb)");
    BOOST_TEST(value("laatste k van xen = laatste soort van gesprekken", series) ==
               "yes/no: (= (last k of xen) (last soort of gesprekken))");
    BOOST_TEST(value("laatste o van xen < zekerheid", series) == "F065 `<`");
}

BOOST_AUTO_TEST_CASE(begrippen_in_any_order) {
    BOOST_TEST(value("c + 1", "begrip c = d * 2\nbegrip d = motivatie\n") == "number: (+ concept.c 1)");
    const Compilation compilation = compile_body("begrip vroeg = later < 60%\nbegrip later = ec / norm\n");
    BOOST_TEST(findings_text(compilation).empty());  // a quotient by name
}

BOOST_AUTO_TEST_CASE(a_long_chain_of_begrippen) {
    std::string text = "begrip b0 = motivatie\n";
    constexpr int links = 5000;
    for (int index = links; index > 0; --index) {
        text += "begrip b" + std::to_string(index) + " = b" + std::to_string(index - 1) + " + 1\n";
    }
    text += "signaal s\n  factor kennis\n  als b" + std::to_string(links) + " > 3\n";
    BOOST_TEST(findings_text(compile_body(text)).empty());
}

BOOST_AUTO_TEST_CASE(english_words) {
    const std::string text = R"(rulepack proof "Proof"
  language en
  owner "o" purpose "p" legal ground "l"

data student
  id : key
  begin : date start
  hours : number in hours
  done : number in EC

series test, tests
  date : date
  mark : grade

factor f
role coach line first
intervention talk by coach

signal s
  factor f
  severity high if average mark of tests in the last 2 weeks < 5.5 and hours > 16 hours
  severity low if time since last test > 3 weeks or time since last test is unknown
  explanation "{done} {hours}"

policy p
  if at least 2 signals with (severity >= medium and weight > 1 and factor is f) or severity of signal s is low
  advise talk within 5 working days
)";
    const Compilation compilation = compile_text(text);
    BOOST_TEST(findings_text(compilation).empty());
    BOOST_REQUIRE(compilation.rules != nullptr);
    const model::RuleSet& rules = *compilation.rules;
    BOOST_TEST(model::print_expr(rules, rules.signals.front().levels.front().condition) ==
               "(and (< (average mark of tests last 2 weeks) 5.5) (> student.hours 16 uur))");
    BOOST_TEST(
        model::print_expr(rules, rules.policies.front().condition) ==
        "(or (at_least 2 signals where (and (>= signal.severity medium) (> signal.weight 1) (= signal.factor 'f))) "
        "(= severity.s low))");
}

BOOST_AUTO_TEST_SUITE_END()
