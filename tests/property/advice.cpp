// engine/advise against the brute reference (tests/support/brute_advice.h), on random policies.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/support/brute_advice.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"
#include "tests/support/told_advice.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(advice)

namespace {

struct RandomPolicies {
    model::RuleSet rules;
    model::StudentOutcome outcome;
    advise::StudentHistory history;
    Date reference_date;
};

Tri any_tri(Random& random, std::uint64_t yes_in) {
    if (!random.one_in(yes_in)) return Tri::yes;
    return random.one_in(2) ? Tri::no : Tri::unknown;
}

model::AdviceTerm any_term(Random& random, Date reference_date) {
    constexpr LengthUnit units[] = {LengthUnit::days, LengthUnit::weeks, LengthUnit::working_days, LengthUnit::months};
    model::AdviceTerm term;
    switch (random.below(5)) {
        case 0: break;
        case 1:
            term.due = Date::from_days(reference_date.days() + static_cast<std::int32_t>(random.between(-10, 60)));
            break;
        case 2: term.unknown = true; break;
        default:
            // Few lengths, so that deadlines often tie.
            term.within = Length{random.between(1, 3), units[random.below(4)]};
    }
    return term;
}

void add_phases_and_days(RuleSetBuilder& builder, Random& random, model::InterventionId id) {
    if (random.one_in(4)) {
        PhaseSpan span;
        span.first = random.between(1, 60);
        span.last = span.first + random.between(0, 80);
        builder.edit(id).not_in_phases.push_back(builder.phase("f" + std::to_string(id.index()), span));
    }
    if (random.one_in(6)) {
        PhaseSpan span;
        span.kind = PhaseSpan::Kind::dates;
        span.dates = days("2026-10-05", "2026-11-01");
        builder.edit(id).not_in_phases.push_back(builder.phase("d" + std::to_string(id.index()), span));
    }
    if (random.one_in(3)) builder.edit(id).not_before_day = random.between(1, 120);
    builder.edit(id).with_consent = random.one_in(3);
}

std::optional<Date> any_day_before(Random& random, Date reference_date) {
    if (random.one_in(9)) return std::nullopt;
    // Few days, so that rows often share one, and some before the kalender.
    return Date::from_days(reference_date.days() - static_cast<std::int32_t>(random.below(12) * random.below(7)));
}

void add_rows(Random& random, const std::vector<model::InterventionId>& interventions, RandomPolicies& result) {
    advise::StudentHistory& history = result.history;
    history.followups_supplied = !random.one_in(5);
    if (history.followups_supplied) {
        for (std::uint64_t i = random.below(9); i > 0; --i) {
            advise::FollowUp& row = history.followups.emplace_back();
            row.intervention = interventions[random.below(interventions.size())];
            row.date = any_day_before(random, result.reference_date);
            if (!random.one_in(8)) row.status = static_cast<FollowUpStatus>(random.below(5));
        }
    }
    history.consents_supplied = !random.one_in(5);
    if (history.consents_supplied) {
        for (std::uint64_t i = random.below(6); i > 0; --i) {
            advise::ConsentRow& row = history.consents.emplace_back();
            row.intervention = interventions[random.below(interventions.size())];
            row.date = any_day_before(random, result.reference_date);
            if (!random.one_in(8)) row.status = static_cast<ConsentStatus>(random.below(3));
        }
    }
    const auto by_date = [](const auto& left, const auto& right) {
        if (!left.date || !right.date) return left.date.has_value() && !right.date;
        return *left.date < *right.date;
    };
    std::stable_sort(history.followups.begin(), history.followups.end(), by_date);
    std::stable_sort(history.consents.begin(), history.consents.end(), by_date);
}

// `pas na` either way round, never in a circle; `hooguit eens per`; what was done before and what the student agreed to.
void add_follow_up(RuleSetBuilder& builder, Random& random, const std::vector<model::InterventionId>& interventions,
                   RandomPolicies& result) {
    constexpr LengthUnit units[] = {LengthUnit::days,           LengthUnit::weeks,  LengthUnit::working_days,
                                    LengthUnit::teaching_weeks, LengthUnit::months, LengthUnit::years};
    const bool downward = random.one_in(2);
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        for (std::size_t j = i + 1; j < interventions.size(); ++j) {
            if (!random.one_in(4)) continue;
            builder.edit(interventions[downward ? i : j]).only_after.push_back(interventions[downward ? j : i]);
        }
        model::AdviceTerm limit;
        if (random.one_in(3)) {
            const LengthUnit unit = units[random.below(6)];
            const Length length{random.between(1, unit == LengthUnit::days ? 40 : 4), unit};
            builder.edit(interventions[i]).at_most_once_per = model::LengthSource{length, {}};
            limit.unknown = random.one_in(6);  // as a parameter may be
            if (!limit.unknown) limit.within = length;
        }
        result.outcome.limits.push_back(limit);
    }
    add_rows(random, interventions, result);
}

// Few interventions, so that steps share one, and few lengths, so that dates tie.
void add_plans(RuleSetBuilder& builder, Random& random, const std::vector<model::InterventionId>& interventions,
               const std::vector<model::RoleId>& roles, RandomPolicies& result) {
    constexpr LengthUnit units[] = {LengthUnit::days, LengthUnit::weeks, LengthUnit::working_days, LengthUnit::months};
    const auto any_length = [&] { return Length{random.between(1, 3), units[random.below(4)]}; };
    for (std::uint64_t i = random.below(3); i > 0; --i) {
        model::Plan& plan = builder.plan("plan" + std::to_string(3 - i));
        model::PlanOutcome& outcome = result.outcome.plans.emplace_back();
        outcome.goal.value = random.one_in(4) ? Tri::yes : random.one_in(3) ? Tri::unknown : Tri::no;
        for (std::uint64_t k = 1 + random.below(4); k > 0; --k) {
            model::PlanStep& step = plan.steps.emplace_back();
            step.intervention = interventions[random.below(interventions.size())];
            step.by = roles[random.below(roles.size())];
            model::StepTerms& terms = outcome.steps.emplace_back();
            const std::uint64_t kind = random.below(4);
            if (kind < 2) {
                terms.length.unknown = random.one_in(8);
                if (!terms.length.unknown) terms.length.within = any_length();
                (kind == 0 ? step.within : step.after) = model::LengthSource{any_length(), {}};
            } else if (kind == 2) {
                step.first_week = step.last_week = ExprId(0);  // only asked whether it is there
                terms.first_week.week = random.between(1, 12);
                terms.last_week.week = *terms.first_week.week + random.between(0, 2);
            }
        }
        if (random.one_in(2)) plan.review_every = any_length();
        if (random.one_in(2)) plan.evaluate_after = any_length();
    }
}

RandomPolicies any_policies(Random& random) {
    RandomPolicies result;
    result.reference_date = Date::from_days(day("2026-09-20").days() + static_cast<std::int32_t>(random.below(60)));
    if (!random.one_in(4)) {
        result.history.start =
            Date::from_days(result.reference_date.days() - static_cast<std::int32_t>(random.below(100)));
    }
    RuleSetBuilder builder;
    builder.calendar("jaar", days("2026-08-31", "2027-07-09"), {{"herfst", days("2026-10-19", "2026-10-25")}});
    const std::uint64_t signals = 4;
    for (std::uint64_t i = 0; i < signals; ++i) builder.signal("s" + std::to_string(i), ExprId{});
    std::vector<model::RoleId> roles;
    for (const model::Line line : {model::Line::external, model::Line::first, model::Line::second}) {
        roles.push_back(builder.role("r" + std::to_string(9 - roles.size()), line));
    }
    std::vector<model::InterventionId> interventions;
    for (std::uint64_t i = 0; i < 2 + random.below(4); ++i) {
        // The order of names is not that of declaration.
        interventions.push_back(builder.intervention(std::string(1, static_cast<char>('a' + (i * 3) % 7)),
                                                     roles[random.below(roles.size())]));
        add_phases_and_days(builder, random, interventions.back());
    }
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        for (std::size_t j = i + 1; j < interventions.size(); ++j) {
            if (!random.one_in(4)) continue;
            builder.edit(interventions[i]).not_together.push_back(interventions[j]);
            builder.edit(interventions[j]).not_together.push_back(interventions[i]);
        }
    }
    add_follow_up(builder, random, interventions, result);
    add_plans(builder, random, interventions, roles, result);
    std::vector<model::PolicyId> policies;
    for (std::uint64_t i = 0; i < 1 + random.below(7); ++i) {
        const model::PolicyId id = builder.policy("p" + std::to_string(i));
        model::PolicyOutcome outcome;
        outcome.condition.value = any_tri(random, 4);
        for (std::uint64_t k = random.below(3); k > 0; --k) {
            outcome.unless.push_back({tri_not(any_tri(random, 3)), {}, {}});
        }
        for (std::uint64_t k = 0; k < signals; ++k) {
            if (random.one_in(3)) outcome.reasons.emplace_back(k);
        }
        builder.edit(id).priority = static_cast<int>(random.between(1, 3));
        builder.edit(id).urgent = random.one_in(8);
        for (std::uint64_t k = 1 + random.below(3); k > 0; --k) {
            if (!result.outcome.plans.empty() && random.one_in(3)) {
                builder.advise(id, model::PlanId(random.below(result.outcome.plans.size())));
                outcome.terms.emplace_back();
                continue;
            }
            model::Advice& advice = builder.advise(id, interventions[random.below(interventions.size())]);
            if (random.one_in(5)) advice.by = roles[random.below(roles.size())];
            outcome.terms.push_back(any_term(random, result.reference_date));
        }
        policies.push_back(id);
        result.outcome.policies.push_back(outcome);
    }
    // Either way round, never in a circle.
    const bool downward = random.one_in(2);
    for (std::size_t i = 0; i < policies.size(); ++i) {
        for (std::size_t j = i + 1; j < policies.size(); ++j) {
            if (random.one_in(4))
                builder.edit(policies[downward ? i : j]).overrides.push_back(policies[downward ? j : i]);
        }
    }
    result.rules = builder.build();
    return result;
}

// What must hold whatever the policies: nothing that is advised on a policy that applies gets lost.
void nothing_is_lost(const RandomPolicies& one, const advise::StudentAdvice& advice) {
    std::multiset<std::pair<model::PolicyId, model::InterventionId>> suppressed;
    for (const advise::Suppression& each : advice.suppressed) suppressed.insert({each.policy, each.intervention});
    for (std::size_t p = 0; p < one.rules.policies.size(); ++p) {
        const model::PolicyOutcome& outcome = one.outcome.policies[p];
        const bool stopped = std::any_of(outcome.unless.begin(), outcome.unless.end(),
                                         [](const auto& unless) { return unless.value == Tri::yes; });
        const bool applies = outcome.condition.value == Tri::yes && !stopped;
        const model::PolicyId id(p);
        for (const model::Advice& each : one.rules.policies[p].advises) {
            if (each.plan) continue;  // of its steps only the current one is advised
            const bool is_advised = std::any_of(
                advice.recommendations.begin(), advice.recommendations.end(), [&](const advise::Recommendation& given) {
                    const bool in_its_place =
                        std::any_of(given.notes.begin(), given.notes.end(), [&](const auto& note) {
                            return note.kind == advise::NoteKind::comes_first && note.intervention == each.intervention;
                        });
                    return ((given.intervention == each.intervention && given.by == each.by) || in_its_place) &&
                           std::find(given.policies.begin(), given.policies.end(), id) != given.policies.end();
                });
            const bool is_suppressed = suppressed.contains({id, each.intervention});
            BOOST_TEST((is_advised || is_suppressed) == applies);
            if (one.rules.policies[p].urgent) BOOST_TEST(!is_suppressed);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(advises_what_the_brute_reference_advises) {
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < rounds(3000); ++seed) {
        BOOST_TEST_CONTEXT("seed " << seed) {
            Random random(seed);
            const RandomPolicies one = any_policies(random);
            const advise::StudentAdvice advice =
                advise::advise(one.rules, one.outcome, one.history, one.reference_date);
            const std::vector<std::string> expected =
                brute_advice(one.rules, one.outcome, one.history, one.reference_date);
            BOOST_TEST(tell_advice(one.rules, advice) == expected, boost::test_tools::per_element());
            nothing_is_lost(one, advice);
            for (const std::string& line : expected) {
                for (const char* part : {": over",    ": phase",       ": not with",         "urgent",
                                         "from",      "[deadline was", "[phase unknown",     "[not before",
                                         "[term of",  "[unless of",    ": refused",          ": withdrawn",
                                         ": done",    ": first",       "consent given",      " since ",
                                         "[before",   "[limit of",     "[follow-up unknown", "[undated",
                                         "[refused]", "[withdrawn]",   " reached",           " unknown",
                                         " started ", "; now ",        "; review ",          " not before ",
                                         " to_come",  " done;",        "term unknown"}) {
                    if (line.find(part) != std::string::npos) seen.insert(part);
                }
            }
        }
    }
    BOOST_TEST(seen.size() == 31u);  // every kind of suppression, move and note came by
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
