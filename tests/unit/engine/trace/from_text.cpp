// The pack of the reference (language.md section 1) and its two voorbeelden: what they expect, from text to advice.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "engine/advise/advice.h"
#include "engine/trace/print_trace.h"
#include "tests/support/pack_text.h"
#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {
namespace {

std::string pack_of_the_reference() {
    std::ifstream file("docs/language.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const std::string fence = "```\n";
    const std::size_t begin = page.find(fence, page.find("## 1. A complete small pack")) + fence.size();
    return page.substr(begin, page.find(fence, begin) - begin);
}

template <class T>
std::size_t find(const std::vector<T>& all, std::string_view name) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name == name) return i;
    }
    BOOST_FAIL("no such name: " << name);
    return 0;
}

struct Reference {
    Compilation compilation = testing::compile_text(pack_of_the_reference());
    const model::RuleSet& rules = *compilation.rules;
    const Date date = day("2026-11-02");
    Records records{rules.schema};
    Cohort cohort;
    trace::Trace trace;
    advise::StudentAdvice advice;

    Reference() {
        records.student("S1").set("startdatum", "2026-08-31");
        records.event("toetsen", {"2026-09-28", "wiskunde", "4.5"}).event("toetsen", {"2026-10-12", "wiskunde", "5.4"});
    }
    void evaluate() {
        cohort = records.finish();
        trace = trace::evaluate(rules, cohort, 0, date);
        advice = advise::advise(rules, trace.outcome, advise::history_of(cohort, 0, date), date);
    }
    const model::SignalOutcome& signal(std::string_view name) const {
        return trace.outcome.signals[find(rules.signals, name)];
    }
    std::string begrip(std::string_view name) const {
        const model::ExprId expr = rules.concepts[find(rules.concepts, name)].expr;
        trace::StepId root;
        const trace::Trace one = trace::evaluate_expr(rules, cohort, 0, date, expr, &root);
        return trace::print_value(rules, one.step(root).value, {model::ValueKind::number, {}, {}});
    }
    std::string advised() const {
        std::string text;
        for (const advise::Recommendation& one : advice.recommendations) {
            text += rules.intervention(one.intervention).name + " door " + rules.role(one.by).name + " uiterlijk " +
                    (one.due ? to_iso(*one.due) : "-") + '\n';
        }
        for (const advise::Suppression& one : advice.suppressed) {
            text += rules.intervention(one.intervention).name + " onderdrukt\n";
        }
        return text;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trace_from_text, Reference)

BOOST_AUTO_TEST_CASE(an_mbo_student_with_two_insufficient_grades) {
    records.set("vooropleiding", "mbo");
    evaluate();
    BOOST_CHECK(signal("wiskunde_struikelblok").status == model::SignalStatus::active);
    BOOST_CHECK(signal("lage_presentie").status == model::SignalStatus::undetermined);
    BOOST_TEST(trace::print_missing(*rules.schema, signal("lage_presentie").missing) == "presenties");
    BOOST_TEST(advised() == "wiskunde_bijspijker door docent uiterlijk 2026-11-16\n");
    BOOST_TEST(begrip("recente_presentie") == "unknown");
}

BOOST_AUTO_TEST_CASE(low_attendance_too_brings_in_the_decaan) {
    records.set("vooropleiding", "havo").supply("gesprekken");
    records.event("presenties", {"2026-10-14", "0.4"}).event("presenties", {"2026-10-28", "0.6"});
    evaluate();
    BOOST_TEST(begrip("recente_presentie") == "0.5");
    BOOST_CHECK(signal("lage_presentie").severity == model::Severity::medium);
    BOOST_TEST(!signal("lage_presentie").possibly_higher);
    BOOST_CHECK(signal("gesprek_op_gang").status == model::SignalStatus::not_active);
    BOOST_TEST(advised() ==
               "wiskunde_bijspijker door docent uiterlijk 2026-11-16\n"
               "verkenning_decaan door studentdecaan uiterlijk 2026-11-16\n"
               "slb_gesprek onderdrukt\n");
}

// The author's own words stand in a trace.
BOOST_AUTO_TEST_CASE(a_trace_quotes_the_author) {
    records.set("vooropleiding", "mbo");
    evaluate();
    const std::string text = trace::print_trace(rules, cohort, trace, &compilation.sources);
    BOOST_TEST(text.find("recente_presentie < 50% = unknown; missing presenties") != std::string::npos, text);
    BOOST_TEST(text.find("policy contact_bij_lage_presentie: unknown; missing presenties") != std::string::npos, text);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
