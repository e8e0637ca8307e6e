// What voorbeelden reach is what a plain count finds: every condition by itself, evaluated for each of their students. And what is
// said to be out of reach, no student reaches.
#include <boost/test/unit_test.hpp>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "dsl/coverage/wanted.h"
#include "engine/examples/boundary_step.h"
#include "engine/examples/coverage.h"
#include "engine/examples/subject.h"
#include "engine/model/reach.h"
#include "engine/trace/comparison.h"
#include "engine/trace/evaluate.h"
#include "tests/differential/random_case.h"
#include "tests/support/example_of.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(coverage_counts)

namespace {

using examples::Place;
using examples::PlaceKind;
using model::ExprId;

// A random rule set whose voorbeelden are the students of its cohort.
std::shared_ptr<const model::RuleSet> with_voorbeelden(const RandomCase& one) {
    auto rules = std::make_shared<model::RuleSet>(one.rules);
    const Span place{SourceId(0), 0, 1};
    for (model::Signal& signal : rules->signals) signal.origin = place;
    for (model::Policy& policy : rules->policies) policy.origin = place;
    for (model::Concept& named : rules->concepts) named.origin = place;
    for (model::Parameter& parameter : rules->parameters) parameter.origin = place;
    rules->examples.clear();
    for (std::size_t student = 0; student < std::min<std::size_t>(one.cohort.students, 12); ++student) {
        rules->examples.push_back(example_of(one.cohort, student, one.reference_date));
    }
    return rules;
}

// Can it be evaluated by itself: does it read no event, and no signal?
bool stands_alone(const model::RuleSet& rules, ExprId id) {
    const model::ExprNode& node = rules.expr(id).node;
    if (std::holds_alternative<model::EventFieldValue>(node) || std::holds_alternative<model::SignalFieldValue>(node) ||
        std::holds_alternative<model::SignalState>(node) || std::holds_alternative<model::SignalSeverity>(node))
        return false;
    if (const model::Selection* selection = model::selection_of(node)) return !selection->of_signals();
    bool alone = true;
    model::for_each_child(rules, node, [&](ExprId child) { alone = alone && stands_alone(rules, child); });
    return alone;
}
// Somewhere in the filter of an aggregate?
std::set<ExprId> in_filters(const model::RuleSet& rules) {
    std::set<ExprId> inside;
    const auto add = [&](const auto& self, ExprId id) -> void {
        if (!inside.insert(id).second) return;
        model::for_each_child(rules, rules.expr(id).node, [&](ExprId child) { self(self, child); });
    };
    for (const model::Expr& expr : rules.exprs) {
        const model::Selection* selection = model::selection_of(expr.node);
        if (selection != nullptr && selection->filter) add(add, selection->filter);
    }
    return inside;
}

trace::Step evaluated(const model::RuleSet& rules, const examples::Subject& subject, ExprId id) {
    trace::StepId root;
    const trace::Trace traced = trace::evaluate_expr(rules, subject.cohort, 0, subject.on, id, &root);
    return traced.step(root);
}

bool comes_there(const model::RuleSet& rules, const examples::Subject& subject, const Place& place) {
    const ExprId id(place.key.which);
    const Tri truth = trace::truth_of(evaluated(rules, subject, id).value);
    switch (place.kind) {
        case PlaceKind::holds:
        case PlaceKind::whole_holds: return truth == Tri::yes;
        case PlaceKind::does_not_hold:
        case PlaceKind::whole_does_not_hold: return truth == Tri::no;
        case PlaceKind::unknown: return truth == Tri::unknown;
        default: break;
    }
    // On a boundary, or beside it.
    const auto& node = std::get<model::Comparison>(rules.expr(id).node);
    const trace::Step left = evaluated(rules, subject, node.left);
    const trace::Step right = evaluated(rules, subject, node.right);
    if (!trace::is_known(left.value) || !trace::is_known(right.value)) return false;
    const bool is_on = trace::order({left.value, left.exact}, {right.value, right.exact}) == 0;
    if (place.kind == PlaceKind::on_boundary) return is_on;
    // A length in months lies nowhere between other lengths, so nothing lies just beside it.
    const std::optional<std::int64_t> one = examples::position_of(left.value);
    const std::optional<std::int64_t> other = examples::position_of(right.value);
    if (!one || !other) return false;
    const std::int64_t step = examples::boundary_step(rules, node);
    const auto follows = [&](std::int64_t low, std::int64_t high) {
        return low > std::numeric_limits<std::int64_t>::max() - step || high <= low + step;
    };
    const bool includes = node.op == model::CompareOp::less_equal || node.op == model::CompareOp::greater_equal;
    return !is_on && truth != Tri::unknown && (truth == Tri::yes) != includes &&
           (*one <= *other ? follows(*one, *other) : follows(*other, *one));
}

bool is_counted_here(const model::RuleSet& rules, const Place& place) {
    switch (place.kind) {
        case PlaceKind::holds:
        case PlaceKind::does_not_hold:
        case PlaceKind::whole_holds:
        case PlaceKind::whole_does_not_hold:
        case PlaceKind::unknown: return true;
        case PlaceKind::on_boundary:
        case PlaceKind::just_beside:
            return std::holds_alternative<model::Comparison>(rules.expr(ExprId(place.key.which)).node);
        default: return false;
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(as_a_plain_count_finds) {
    const std::uint64_t seed = fresh_seed();
    std::map<PlaceKind, std::pair<std::size_t, std::size_t>> compared;  // reached, not reached
    for (std::uint64_t number = 0; number < case_count(150); ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed + number) {
            const RandomCase one = random_case(seed + number);
            const auto rules = with_voorbeelden(one);
            const examples::Coverage coverage(rules, {}, {SourceId(0)});
            BOOST_TEST(coverage.examples() == rules->examples.size());
            std::vector<examples::Subject> subjects;
            for (const model::Example& example : rules->examples)
                subjects.push_back(examples::build_subject(rules, example));
            const std::set<ExprId> filters = in_filters(*rules);
            for (const Place& place : coverage.places()) {
                if (!is_counted_here(*rules, place)) continue;
                const ExprId id(place.key.which);
                // What no rule reads is evaluated only where a voorbeeld expects it: none here.
                const bool is_of_rule = place.of.kind == examples::PlaceOwner::Kind::signal ||
                                        place.of.kind == examples::PlaceOwner::Kind::policy;
                if (!is_of_rule || filters.contains(id) || !stands_alone(*rules, id)) continue;
                bool is_reached = false;
                for (const examples::Subject& subject : subjects)
                    is_reached = is_reached || comes_there(*rules, subject, place);
                ++(is_reached ? compared[place.kind].first : compared[place.kind].second);
                BOOST_REQUIRE_MESSAGE(is_reached == place.reached,
                                      name_of(place.kind).en << " of expression " << place.key.which);
            }
        }
    }
    if (is_share()) return;
    for (const PlaceKind kind : {PlaceKind::holds, PlaceKind::does_not_hold, PlaceKind::unknown, PlaceKind::on_boundary,
                                 PlaceKind::just_beside, PlaceKind::whole_holds, PlaceKind::whole_does_not_hold}) {
        BOOST_TEST(compared[kind].first > 5u, name_of(kind).en << " is hardly ever reached");
        BOOST_TEST(compared[kind].second > 5u, name_of(kind).en << " is nearly always reached");
    }
}

BOOST_AUTO_TEST_CASE(nobody_comes_where_nobody_can) {
    const std::uint64_t seed = fresh_seed();
    std::size_t out_of_reach = 0;
    for (std::uint64_t number = 0; number < case_count(150); ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << seed + number) {
            const auto rules = with_voorbeelden(random_case(seed + number));
            const examples::Coverage coverage(rules, {}, {SourceId(0)});
            std::vector<const Place*> places;
            for (const Place& place : coverage.places()) places.push_back(&place);
            coverage::Questions questions(*rules, places);
            for (const Place* place : places) {
                if (!questions.is_out_of_reach(questions.of(*place))) continue;
                ++out_of_reach;
                BOOST_REQUIRE_MESSAGE(!place->reached && !place->unexpected_in,
                                      name_of(place->kind).en << " of " << place->key.which << " is reached");
            }
        }
    }
    if (!is_share()) BOOST_TEST(out_of_reach > 20u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
