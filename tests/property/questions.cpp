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

namespace wegwijzer::test {
namespace {

using analyse::Answers;
using analyse::Found;

constexpr const char* head = R"(regelpakket proef "Proef"
  eigenaar "x" doel "y" rechtsgrond "z"
gegevens student
  nummer : sleutel
  s : datum start
  a : geheel van 0 t/m 3
  b : ja/nee
  k : keuze uit x_, y_, z_
  g : getal van 1 t/m 2
reeks r, rs
  datum : datum
  f : geheel
parameter drie : geheel = 3
begrip hoog = a >= 2
)";

constexpr std::size_t field_count = 5;

std::string any_leaf(Random& random, const std::vector<std::size_t>& fields) {
    static const std::vector<std::string> ops = {"<", "<=", ">", ">=", "=", "<>"};
    const auto op = [&] { return ' ' + ops[random.below(ops.size())] + ' '; };
    const auto number = [&](std::uint64_t most) { return std::to_string(random.below(most + 1)); };
    switch (fields[random.below(fields.size())]) {
        case 0:
            switch (random.below(6)) {
                case 0: return "a is onbekend";
                case 1: return "a is tussen 1 en " + number(3);
                case 2: return "a is niet een van 0, " + number(3);
                case 3: return "hoog";
                case 4: return "drie" + op() + "a";
                default: return "a" + op() + number(3);
            }
        case 1: return random.one_in(3) ? "b is bekend" : random.one_in(2) ? "b is nee" : "b";
        case 2: return random.one_in(2) ? "k is een van x_, y_" : random.one_in(2) ? "k is niet z_" : "k is x_";
        case 3: return "g" + op() + (random.one_in(2) ? "1,5" : random.one_in(2) ? "1" : "2");
        default: break;
    }
    switch (random.below(4)) {
        case 0: return "minstens " + number(3) + " rs met (f = 1)";
        case 1: return "precies " + number(3) + " rs met (f = 1)";
        case 2: return "aantal rs met (f = 1) is bekend";
        default: return "aantal rs met (f = 1)" + op() + number(3);
    }
}

std::string any_condition(Random& random, const std::vector<std::size_t>& fields, int depth = 0) {
    if (depth > 2 || random.one_in(3)) return any_leaf(random, fields);
    const auto part = [&] { return '(' + any_condition(random, fields, depth + 1) + ')'; };
    switch (random.below(5)) {
        case 0: return "niet " + part();
        case 1: return part() + " of " + part();
        case 2: return part() + " en " + part() + " en " + part();
        default: return part() + (random.one_in(2) ? " en " : " of ") + part();
    }
}

std::string any_definition(Random& random, const std::vector<std::size_t>& fields) {
    if (!random.one_in(3)) return any_condition(random, fields);
    static const std::vector<std::string> heads = {
        "minstens 2 van:", "hoogstens 1 van:", "precies 1 van:", "geen van:", "alle van:"};
    std::string text = heads[random.below(heads.size())];
    for (int i = 0; i < 3; ++i) text += "\n  - " + any_condition(random, fields, 1);
    return text;
}

// All students of the world, as far as these fields tell them apart.
Cohort everyone(const model::RuleSet& rules, const std::vector<std::size_t>& fields) {
    CohortBuilder builder(rules.schema);
    const SeriesId series = rules.schema->find_series("rs");
    const auto domain = [&](std::size_t field) -> std::uint64_t {
        constexpr std::uint64_t sizes[field_count] = {5, 3, 4, 6, 31};
        for (const std::size_t each : fields) {
            if (each == field) return sizes[field];
        }
        return 1;
    };
    std::uint32_t student = 0;
    for (std::uint64_t a = 0; a < domain(0); ++a) {
        for (std::uint64_t b = 0; b < domain(1); ++b) {
            for (std::uint64_t k = 0; k < domain(2); ++k) {
                for (std::uint64_t g = 0; g < domain(3); ++g) {
                    for (std::uint64_t n = 0; n < domain(4); ++n, ++student) {
                        builder.add_student("s" + std::to_string(student));
                        if (a > 0) builder.set(FieldId(2), Decimal::from_integer(static_cast<std::int64_t>(a) - 1));
                        if (b > 0) builder.set_boolean(FieldId(3), b == 2);
                        if (k > 0) builder.set_choice(FieldId(4), static_cast<std::uint32_t>(k - 1));
                        if (g > 0) {
                            builder.set(FieldId(5),
                                        Decimal::from_micros(750'000 + static_cast<std::int64_t>(g) * 250'000));
                        }
                        builder.supply(series);
                        if (n == 0) builder.mark_not_supplied(series, student);
                        // So many events that pass, and so many that may.
                        for (std::uint64_t i = 0; n > 0 && i < (n - 1) / 5 + (n - 1) % 5; ++i) {
                            builder.add_event(series, student);
                            builder.set(series, SeriesFieldId(0), day("2026-10-01"));
                            if (i < (n - 1) / 5) builder.set(series, SeriesFieldId(1), Decimal::from_integer(1));
                        }
                    }
                }
            }
        }
    }
    return std::move(builder).finish();
}

std::uint8_t bit_of(Tri answer) {
    return answer == Tri::yes ? Answers::yes : answer == Tri::no ? Answers::no : Answers::unknown;
}

constexpr std::uint8_t each_answer[] = {Answers::yes, Answers::no, Answers::unknown};

BOOST_AUTO_TEST_SUITE(questions)

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
