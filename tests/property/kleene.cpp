// The laws of Kleene's three-valued logic, for all values there are, and what `unknown` means: a value that is not known yet.
#include <array>
#include <boost/test/unit_test.hpp>

#include "engine/base/tri.h"
#include "tests/support/random.h"

BOOST_AUTO_TEST_SUITE(kleene_property)

namespace {

using wegwijzer::Tri;
using wegwijzer::tri_and;
using wegwijzer::tri_not;
using wegwijzer::tri_of;
using wegwijzer::tri_or;
using wegwijzer::test::Random;

constexpr std::array<Tri, 3> all = {Tri::unknown, Tri::yes, Tri::no};

// Does `more` say the same as `less`, or say something where `less` didn't?
bool knows_no_less(Tri less, Tri more) { return less == Tri::unknown || less == more; }

// A random condition over some parts: en, of, niet.
Tri evaluate(Random random, const std::array<Tri, 4>& parts, int depth) {
    if (depth == 0) return parts[random.below(parts.size())];
    const Random left(random.bits());
    const Random right(random.bits());
    switch (random.below(3)) {
        case 0: return tri_not(evaluate(left, parts, depth - 1));
        case 1: return tri_and(evaluate(left, parts, depth - 1), evaluate(right, parts, depth - 1));
        default: return tri_or(evaluate(left, parts, depth - 1), evaluate(right, parts, depth - 1));
    }
}

std::array<Tri, 4> parts_of(std::size_t number) {
    std::array<Tri, 4> parts{};
    for (Tri& part : parts) {
        part = all[number % 3];
        number /= 3;
    }
    return parts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(known_parts_behave_as_ordinary_logic) {
    for (const bool a : {false, true}) {
        BOOST_TEST((tri_not(tri_of(a)) == tri_of(!a)));
        for (const bool b : {false, true}) {
            BOOST_TEST((tri_and(tri_of(a), tri_of(b)) == tri_of(a && b)));
            BOOST_TEST((tri_or(tri_of(a), tri_of(b)) == tri_of(a || b)));
        }
    }
}

BOOST_AUTO_TEST_CASE(laws_of_two_and_three_parts) {
    for (const Tri a : all) {
        BOOST_TEST((tri_not(tri_not(a)) == a));
        BOOST_TEST((tri_and(a, a) == a));
        BOOST_TEST((tri_or(a, a) == a));
        BOOST_TEST((tri_and(a, Tri::yes) == a));
        BOOST_TEST((tri_and(a, Tri::no) == Tri::no));
        BOOST_TEST((tri_or(a, Tri::no) == a));
        BOOST_TEST((tri_or(a, Tri::yes) == Tri::yes));
        for (const Tri b : all) {
            BOOST_TEST((tri_and(a, b) == tri_and(b, a)));
            BOOST_TEST((tri_or(a, b) == tri_or(b, a)));
            BOOST_TEST((tri_not(tri_and(a, b)) == tri_or(tri_not(a), tri_not(b))));
            BOOST_TEST((tri_not(tri_or(a, b)) == tri_and(tri_not(a), tri_not(b))));
            BOOST_TEST((tri_and(a, tri_or(a, b)) == a));
            BOOST_TEST((tri_or(a, tri_and(a, b)) == a));
            for (const Tri c : all) {
                BOOST_TEST((tri_and(tri_and(a, b), c) == tri_and(a, tri_and(b, c))));
                BOOST_TEST((tri_or(tri_or(a, b), c) == tri_or(a, tri_or(b, c))));
                BOOST_TEST((tri_and(a, tri_or(b, c)) == tri_or(tri_and(a, b), tri_and(a, c))));
                BOOST_TEST((tri_or(a, tri_and(b, c)) == tri_and(tri_or(a, b), tri_or(a, c))));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(unknown_is_exactly_what_both_answers_leave_open) {
    // One connective: its value is known when every way to fill in the unknown parts gives the same.
    for (const Tri a : all) {
        for (const Tri b : all) {
            bool can_and[2] = {false, false};
            bool can_or[2] = {false, false};
            for (const bool x : {false, true}) {
                for (const bool y : {false, true}) {
                    if (!knows_no_less(a, tri_of(x)) || !knows_no_less(b, tri_of(y))) continue;
                    can_and[x && y ? 1 : 0] = true;
                    can_or[x || y ? 1 : 0] = true;
                }
            }
            const auto expected = [](const bool(&can)[2]) { return can[0] && can[1] ? Tri::unknown : tri_of(can[1]); };
            BOOST_TEST((tri_and(a, b) == expected(can_and)));
            BOOST_TEST((tri_or(a, b) == expected(can_or)));
        }
    }
}

BOOST_AUTO_TEST_CASE(learning_a_part_never_turns_an_answer_round) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Random shape(seed);
        for (std::size_t number = 0; number < 81; ++number) {
            const std::array<Tri, 4> parts = parts_of(number);
            const Tri before = evaluate(shape, parts, 4);
            for (std::size_t part = 0; part < parts.size(); ++part) {
                if (parts[part] != Tri::unknown) continue;
                for (const Tri answer : {Tri::yes, Tri::no}) {
                    std::array<Tri, 4> learned = parts;
                    learned[part] = answer;
                    BOOST_TEST_CONTEXT("seed " << seed << ", parts " << number << ", part " << part) {
                        BOOST_TEST(knows_no_less(before, evaluate(shape, learned, 4)));
                    }
                }
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
