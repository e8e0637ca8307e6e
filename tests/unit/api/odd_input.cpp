// What a program may get wrong: everything comes back as findings with a code, nothing throws and nothing ends the program.
#include <boost/test/unit_test.hpp>

#include "api/wegwijzer.h"
#include "engine/base/unicode.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(api_odd_input)

namespace {

constexpr const char* pack = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"

gegevens student
  nummer     : sleutel
  naam       : tekst naam
  startdatum : datum start
  motivatie  : getal van 1 t/m 5

reeks presentie, presenties
  datum   : datum
  aandeel : percentage

factor inzet
rol slber "SLB'er" lijn eerste

parameter grens "Grens" : getal = 3
  tussen 1 en 5
  eigenaar "Dienst Studentzaken"

signaal lage_motivatie "Lage motivatie"
  factor inzet
  als motivatie < grens
  uitleg "De motivatie van {naam} was {motivatie}."

signaal lage_presentie "Lage presentie"
  factor inzet
  als gemiddelde aandeel van presenties in de laatste 3 weken < 70%

interventie praten "Een gesprek"
  door slber

beleid erop_af
  als signaal lage_motivatie
  adviseer praten binnen 1 week
)";

const std::string no_utf8 = "\xFF\xFE\x80 caf\xE9";
const std::string with_nul("a\0b", 3);
const std::string many_lines = "een\ntwee\r\n\tdrie";
std::string huge(const std::string& part) {
    std::string text;
    while (text.size() < 2'000'000) text += part;
    return text;
}
std::vector<std::string> odd_texts() {
    return {"",          " ",       no_utf8,           with_nul,    many_lines,  huge("a"), huge("("), huge("niet "),
            huge("x, "), huge("{"), huge(no_utf8),     huge("\n"),  "{}",        "\"",      "'",       "`",
            "motivatie", "= 3",     "motivatie = \"x", "--student", "2026-11-02"};
}

void check_findings(const std::vector<api::Finding>& findings) {
    for (const api::Finding& finding : findings) {
        BOOST_TEST(finding.code.size() == 4U);
        BOOST_TEST(!finding.message.empty());
        for (const std::string* text : {&finding.file, &finding.message, &finding.why, &finding.way_out}) {
            BOOST_TEST(is_valid_utf8(*text), finding.code);
            BOOST_TEST(text->size() < 2010U, finding.code);
        }
        BOOST_TEST(finding.message.find_first_of("\r\n") == std::string::npos, finding.code << finding.message);
    }
}
bool has_error(const std::vector<api::Finding>& findings) {
    for (const api::Finding& finding : findings) {
        if (finding.kind == api::Finding::Kind::error) return true;
    }
    return false;
}
// A result, or errors that say why there is none; never both, never neither.
template <class T>
void check_outcome(const api::Outcome<T>& outcome) {
    check_findings(outcome.findings);
    BOOST_TEST(outcome.value.has_value() != has_error(outcome.findings));
}
template <class T>
void check_refused(const api::Outcome<T>& outcome, const std::string& code) {
    check_outcome(outcome);
    BOOST_TEST_REQUIRE(!outcome.findings.empty());
    BOOST_TEST(outcome.findings.back().code == code);
}

const api::Rules& rules() {
    static const api::Rules made = api::Rules::compile_text(pack).value.value();
    return made;
}
api::Cohort two_students() {
    api::CohortBuilder builder(rules());
    builder.student("S1").set("startdatum", "2026-08-31").set("motivatie", "2.5").supply("presenties");
    builder.event("presenties", {{"datum", "2026-10-20"}, {"aandeel", "60%"}});
    builder.student("S2");
    return builder.finish().value.value();
}
api::Request on(const std::string& day) {
    api::Request request;
    request.reference_date = day;
    return request;
}

// All that can be asked of a cohort.
void ask_everything(const api::Cohort& cohort, const std::string& key, const api::Request& request) {
    check_outcome(api::evaluate(cohort, request));
    check_outcome(api::evaluate_json(cohort, request));
    check_outcome(api::caseload_json(cohort, request));
    check_outcome(api::plan_list_json(cohort, request));
    check_outcome(api::plan_json(cohort, key, request));
    check_outcome(api::explain_json(cohort, key, request));
    check_outcome(api::why_not_json(cohort, key, "lage_motivatie", request));
    check_outcome(api::what_if_json(cohort, key, {"motivatie = 3"}, request));
    check_outcome(api::compare_json(cohort, cohort, request));
    check_outcome(api::sweep_json(cohort, "grens=1..5/1", request));
}

}  // namespace

BOOST_AUTO_TEST_CASE(odd_packs) {
    for (const std::string& text : odd_texts()) {
        check_outcome(api::Rules::compile_text(text));
        check_outcome(api::Rules::compile_text(std::string(pack) + text, api::Language::en));
        BOOST_TEST(api::packs_used_by({text, {{"p.regels", text}}}).size() <= 1U);
        check_outcome(api::Rules::compile({{text.substr(0, 20), {{text.substr(0, 20), text}, {"b.regels", pack}}}}));
    }
    check_outcome(api::Rules::compile({}));
    check_outcome(api::Rules::compile({{"leeg", {}}}));
    const api::Pack takes_in{"p", {{"p.regels", "regelpakket p\n\ngebruik basis\ngebruik kalender\n"}}};
    BOOST_TEST(api::packs_used_by(takes_in) == (std::vector<std::string>{"basis", "kalender"}));
    BOOST_TEST(api::Rules::compile({takes_in}).findings.back().code == "F185");
    check_outcome(api::Rules::compile({{"een", {{"p.regels", pack}}}, {"twee", {{"p.regels", pack}}}}));
}

BOOST_AUTO_TEST_CASE(odd_records) {
    for (const std::string& text : odd_texts()) {
        check_outcome(api::Cohort::from_json(rules(), text));
        check_outcome(api::Cohort::from_json(rules(), R"({"nummer":")" + text + "\"}", api::Language::en));
        check_outcome(api::Cohort::from_csv(rules(), {{"student.csv", text}}));
        check_outcome(api::Cohort::from_csv(rules(), {{"student.csv", "nummer;motivatie\n1;" + text}}));
        check_outcome(api::Cohort::from_csv(rules(), {{text, "nummer\n1\n"}}));
    }
    check_outcome(api::Cohort::from_csv(rules(), {}));
    check_outcome(api::Cohort::from_json(rules(), huge("[")));
    check_outcome(api::Cohort::from_json(rules(), huge(R"({"a":)")));
}

BOOST_AUTO_TEST_CASE(odd_records_one_by_one) {
    for (const std::string& text : odd_texts()) {
        api::CohortBuilder builder(rules(), api::Language::en);
        builder.set("motivatie", text).event("presenties", {});  // of nobody
        builder.student(text).student(text).student("S1");
        builder.set(text, text).set("motivatie", text).set("nummer", text).set("naam", text);
        builder.event(text, {{text, text}}).event("presenties", {{text, text}, {"datum", text}, {"aandeel", text}});
        builder.supply(text).not_supplied(text).complete_to(text, text).complete_to("presenties", text);
        const api::Outcome<api::Cohort> cohort = builder.finish();
        BOOST_TEST_REQUIRE(cohort.value.has_value());
        check_findings(cohort.findings);
        BOOST_TEST(cohort.findings.size() > 4U);
        ask_everything(*cohort, "S1", on("2026-11-02"));
        for (std::size_t i = 0; i < cohort->size(); ++i) BOOST_TEST(is_valid_utf8(cohort->key(i)));
        const api::Outcome<std::string> json = api::explain_json(*cohort, "S1", on("2026-11-02"));
        BOOST_TEST(is_valid_utf8(*json));
        // The builder is empty: it takes no more, and gives no second cohort.
        builder.student("S2").set("motivatie", "2").event("presenties", {}).supply("presenties");
        BOOST_TEST(!builder.finish().value.has_value());
    }
}

BOOST_AUTO_TEST_CASE(nobody_at_all) {
    for (const api::Outcome<api::Cohort>& cohort :
         {api::Cohort::from_json(rules(), "[]"), api::Cohort::from_csv(rules(), {{"student.csv", "nummer\n"}}),
          api::CohortBuilder(rules()).finish()}) {
        BOOST_TEST_REQUIRE(cohort.value.has_value());
        BOOST_TEST(cohort->size() == 0U);
        const api::Request request = on("2026-11-02");
        BOOST_TEST(api::evaluate(*cohort, request)->students.empty());
        BOOST_TEST(api::evaluate_json(*cohort, request)->empty());
        check_outcome(api::caseload_json(*cohort, request));
        check_outcome(api::plan_list_json(*cohort, request));
        check_refused(api::plan_json(*cohort, "S1", request), "F233");
        check_refused(api::explain_json(*cohort, "S1", request), "F233");
        check_refused(api::why_not_json(*cohort, "S1", "lage_motivatie", request), "F233");
        check_refused(api::what_if_json(*cohort, "S1", {"motivatie = 3"}, request), "F233");
        check_outcome(api::compare_json(*cohort, *cohort, request));
        check_outcome(api::sweep_json(*cohort, "grens=1..5/1", request));
        api::Request where = request;
        where.where = "motivatie < 3";
        check_outcome(api::evaluate_json(*cohort, where));
    }
}

BOOST_AUTO_TEST_CASE(days_that_are_none) {
    const api::Cohort cohort = two_students();
    for (const char* day : {"", "today", "vandaag", "2026-02-30", "2026-13-01", "9999-99-99", "2-11-2026",
                            "2026-11-02T00", "-2026-01-01", "99999-01-01", "\xFF"}) {
        check_refused(api::evaluate(cohort, on(day)), "F209");
        check_refused(api::explain_json(cohort, "S1", on(day)), "F209");
        check_refused(api::compare_json(cohort, cohort, on(day)), "F209");
        check_refused(api::sweep_json(cohort, "grens=1..5/1", on(day)), "F209");
    }
}

BOOST_AUTO_TEST_CASE(days_at_the_ends_of_time) {
    const api::Cohort cohort = two_students();
    for (const char* day : {"0001-01-01", "1600-01-01", "1900-01-01", "2199-12-31", "9999-12-31"}) {
        ask_everything(cohort, "S1", on(day));
        check_outcome(api::what_if_json(cohort, "S1", {"presenties + {9999-12-31; 1%}"}, on(day)));
        check_outcome(api::what_if_json(cohort, "S1", {"startdatum = 0001-01-01"}, on(day)));
    }
}

BOOST_AUTO_TEST_CASE(odd_questions) {
    const api::Cohort cohort = two_students();
    const api::Request plain = on("2026-11-02");
    for (const std::string& text : odd_texts()) {
        check_refused(api::explain_json(cohort, text, plain), "F233");
        check_refused(api::why_not_json(cohort, "S1", text, plain), "F287");
        check_outcome(api::what_if_json(cohort, "S1", {text}, plain));
        BOOST_TEST(!api::what_if_json(cohort, "S1", {text}, plain).value.has_value());
        BOOST_TEST(!api::sweep_json(cohort, text, plain).value.has_value());
        check_findings(api::sweep_json(cohort, "grens=" + text, plain).findings);
        api::Request request = plain;
        request.role = text;
        check_refused(api::evaluate(cohort, request), "F230");
        request.role.reset();
        request.mentor = text;
        check_refused(api::evaluate(cohort, request), "F231");
        request.mentor.reset();
        request.where = text;
        request.language = api::Language::en;
        check_outcome(api::evaluate(cohort, request));
        BOOST_TEST(!api::evaluate(cohort, request).value.has_value());
    }
    // Nothing changes: the student as is.
    BOOST_TEST(api::what_if_json(cohort, "S1", {}, plain).value.has_value());
    BOOST_TEST(!api::what_if_json(cohort, "S1", {"motivatie = 2", "motivatie = 3"}, plain).value.has_value());
}

BOOST_AUTO_TEST_CASE(names_that_are_none) {
    for (const std::string& text : odd_texts()) BOOST_TEST(rules().fields_of(text).empty());
    BOOST_TEST(rules().fields_of("presentie") == rules().fields_of("presenties"));
}

BOOST_AUTO_TEST_CASE(any_number_of_threads) {
    const api::Cohort cohort = two_students();
    api::Request request = on("2026-11-02");
    const std::string expected = *api::evaluate_json(cohort, request);
    for (const std::size_t threads : {std::size_t{0}, std::size_t{2}, std::size_t{1'000'000}}) {
        request.threads = threads;
        BOOST_TEST(*api::evaluate_json(cohort, request) == expected);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
