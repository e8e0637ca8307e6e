// What engine/analyse says of conditions, against all students of a small world one by one, worked out by the slow evaluator:
// whether a condition can hold, fail, be unknown; whether one makes another hold; whether both hold for the same students.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "engine/analyse/question.h"
#include "engine/trace/evaluate.h"
#include "tests/support/pack_text.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"
#include "tests/support/small_world.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(questions)

namespace {

using analyse::Answers;
using analyse::Found;

using small_world::any_definition;
using small_world::everyone;
using small_world::field_count;
using small_world::head;

std::uint8_t bit_of(Tri answer) {
    return answer == Tri::yes ? Answers::yes : answer == Tri::no ? Answers::no : Answers::unknown;
}

constexpr std::uint8_t each_answer[] = {Answers::yes, Answers::no, Answers::unknown};

BOOST_AUTO_TEST_CASE(what_can_be_is_what_occurs_for_some_student) {
    std::size_t impossible = 0;
    std::size_t implied = 0;
    for (std::uint64_t seed = 1; seed <= rounds(150); ++seed) {
        Random random(seed);
        std::vector<std::size_t> fields = {random.below(field_count), random.below(field_count)};
        if (random.one_in(3)) fields.push_back(random.below(field_count - 1));
        const std::string text = std::string(head) + "begrip eerst = " + any_definition(random, fields) +
                                 "\nbegrip daarna = " + any_definition(random, fields) + '\n';
        const Compilation compilation = testing::compile_text(text);
        BOOST_TEST_REQUIRE(compilation.rules != nullptr, testing::shown(compilation));
        const model::RuleSet& rules = *compilation.rules;
        const model::ExprId one = rules.concepts[1].expr;
        const model::ExprId other = rules.concepts[2].expr;
        const Cohort cohort = everyone(rules, fields);
        bool occurs[5][5] = {};  // by the bits of both
        for (std::size_t student = 0; student < cohort.students; ++student) {
            const auto answer = [&](model::ExprId expr) {
                trace::StepId root;
                const trace::Trace trace = trace::evaluate_expr(rules, cohort, student, day("2026-10-10"), expr, &root);
                return bit_of(trace::truth_of(trace.step(root).value));
            };
            occurs[answer(one)][answer(other)] = true;
        }
        analyse::Formulas formulas(rules);
        for (std::uint8_t first = 1; first < 8; ++first) {
            for (std::uint8_t second = 1; second < 8; ++second) {
                bool expected = false;
                for (const std::uint8_t left : each_answer) {
                    for (const std::uint8_t right : each_answer) {
                        expected = expected || ((first & left) != 0 && (second & right) != 0 && occurs[left][right]);
                    }
                }
                analyse::Question question(formulas);
                const Found found = question.want(formulas.of(one), first).want(formulas.of(other), second).ask();
                BOOST_TEST((found == Found::yes) == expected, "seed " << seed << ' ' << int{first} << ' ' << int{second}
                                                                      << '\n'
                                                                      << text);
                BOOST_TEST((found != Found::not_found_out));
                if (!expected && second == 7) ++impossible;
                if (!expected && first == Answers::yes && second == (Answers::no | Answers::unknown)) ++implied;
            }
        }
    }
    BOOST_TEST(impossible > 50U);
    BOOST_TEST(implied > 10U);
}

// Does a condition come out unknown whenever this field is?
BOOST_AUTO_TEST_CASE(what_turns_on_a_field_is_unknown_for_everyone_without_it) {
    constexpr std::size_t first_field = 2;  // a, b, k, g
    std::size_t turning = 0;
    for (std::uint64_t seed = 1; seed <= rounds(150); ++seed) {
        Random random(seed);
        const std::vector<std::size_t> fields = {random.below(field_count), random.below(field_count - 1)};
        const std::string text = std::string(head) + "begrip eerst = " + any_definition(random, fields) + '\n';
        const Compilation compilation = testing::compile_text(text);
        BOOST_TEST_REQUIRE(compilation.rules != nullptr, testing::shown(compilation));
        const model::RuleSet& rules = *compilation.rules;
        const model::ExprId condition = rules.concepts[1].expr;
        const Cohort cohort = everyone(rules, fields);
        analyse::Formulas formulas(rules);
        const analyse::FormulaId formula = formulas.of(condition);
        for (const analyse::AtomId atom : formulas.atoms_of(formula)) {
            if (formulas.atom(atom).kind != analyse::Atom::Kind::value) continue;
            const auto* field = std::get_if<model::StudentFieldValue>(&rules.expr(formulas.atom(atom).expr).node);
            if (field == nullptr) continue;
            BOOST_TEST_REQUIRE(field->field.index() >= first_field);
            bool always_unknown = true;
            for (std::size_t student = 0; student < cohort.students; ++student) {
                trace::StepId root;
                const auto truth = [&](model::ExprId expr) {
                    const trace::Trace trace =
                        trace::evaluate_expr(rules, cohort, student, day("2026-10-10"), expr, &root);
                    return trace::truth_of(trace.step(root).value);
                };
                if (cohort.columns[field->field.index()].is_known(student)) continue;
                always_unknown = always_unknown && truth(condition) == Tri::unknown;
            }
            analyse::Question question(formulas);
            const Found found =
                question.want(formulas.is_known(atom), Answers::no).want(formula, Answers::yes | Answers::no).ask();
            BOOST_TEST((found == Found::no) == always_unknown, "seed " << seed << '\n' << text);
            turning += always_unknown ? 1 : 0;
        }
    }
    BOOST_TEST(turning > 20U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
