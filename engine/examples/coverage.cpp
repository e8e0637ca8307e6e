#include "engine/examples/coverage.h"

#include <algorithm>
#include <utility>

#include "engine/advise/advice.h"
#include "engine/examples/boundary_step.h"
#include "engine/examples/coverage_places.h"
#include "engine/examples/parameters_read.h"
#include "engine/examples/subject.h"
#include "engine/model/reach.h"
#include "engine/trace/comparison.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::examples {
namespace {

using model::SignalStatus;

// Tells `sink(place, is_expected)` of each place that one voorbeeld reaches.
template <class Sink>
class PlaceMarker {
  public:
    PlaceMarker(const Places& places, const Subject& subject, const model::Example& text, Sink sink)
        : places_(places), subject_(subject), rules_(*subject.rules), text_(text), sink_(std::move(sink)) {}

    void mark() {
        const trace::Trace traced = trace::evaluate(rules_, subject_.cohort, 0, subject_.on);
        const advise::StudentAdvice advice =
            advise::advise(rules_, traced.outcome, advise::history_of(subject_.cohort, 0, subject_.on), subject_.on);
        mark_signals(traced);
        mark_policies(traced, advice);
        mark_steps(traced);
        for (const model::Expectation& expectation : text_.expectations) {
            const auto* expected = std::get_if<model::ConceptExpectation>(&expectation.what);
            if (expected == nullptr) continue;
            trace::StepId root;
            mark_steps(trace::evaluate_expr(rules_, subject_.cohort, 0, subject_.on, expected->expr, &root));
        }
        mark_settings();
    }

    void mark_conditions(const trace::Trace& traced) { mark_steps(traced); }

  private:
    void reach(PlaceKind kind, std::size_t which, std::size_t part = 0, bool is_expected = true) {
        const auto found =
            places_.index.find({kind, static_cast<std::uint32_t>(which), static_cast<std::uint32_t>(part)});
        if (found != places_.index.end()) sink_(found->second, is_expected);
    }

    // ---- signals ----------------------------------------------------------------------------------------------------

    [[nodiscard]] bool expects(model::SignalId id, model::SignalExpectation::State state, bool negated,
                               std::optional<model::Severity> severity = {}) const {
        return std::ranges::any_of(text_.expectations, [&](const model::Expectation& expectation) {
            const auto* expected = std::get_if<model::SignalExpectation>(&expectation.what);
            if (expected == nullptr || expected->state != state || expectation.negated != negated) return false;
            if (severity && expected->severity != severity) return false;
            return expected->signal ? expected->signal == id : expected->kind == rules_.signal(id).kind;
        });
    }

    void mark_signals(const trace::Trace& traced) {
        using State = model::SignalExpectation::State;
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            const model::SignalId id(i);
            const model::SignalOutcome& outcome = traced.outcome.signals[i];
            switch (outcome.status) {
                case SignalStatus::active:
                    reach(PlaceKind::active, i, 0, expects(id, State::active, false));
                    reach(PlaceKind::severity, i, static_cast<std::size_t>(outcome.severity),
                          expects(id, State::active, false, outcome.severity));
                    break;
                case SignalStatus::not_active:
                    reach(PlaceKind::not_active, i, 0, expects(id, State::active, true));
                    break;
                case SignalStatus::undetermined:
                    reach(PlaceKind::undetermined, i, 0, expects(id, State::undetermined, false));
                    break;
                case SignalStatus::not_applicable:
                    reach(PlaceKind::not_applicable, i, 0, expects(id, State::not_applicable, false));
                    break;
            }
            if (outcome.status == SignalStatus::not_applicable) continue;
            const bool would_be_active =
                std::ranges::any_of(traced.signal_levels[i], [&](trace::StepId step) { return holds(traced, step); });
            if (would_be_active) mark_unless(traced, i, traced.signal_unless[i], expects(id, State::active, true));
        }
    }

    [[nodiscard]] static bool holds(const trace::Trace& traced, trace::StepId step) {
        return trace::truth_of(traced.step(step).value) == Tri::yes;
    }
    // Only where it alone stops the rule.
    void mark_unless(const trace::Trace& traced, std::size_t owner, const std::vector<trace::StepId>& unless,
                     bool is_expected) {
        const auto count = std::ranges::count_if(unless, [&](trace::StepId step) { return holds(traced, step); });
        for (std::size_t part = 0; part < unless.size(); ++part) {
            if (count == 1 && holds(traced, unless[part])) reach(PlaceKind::unless, owner, part, is_expected);
        }
    }

    // ---- policies ---------------------------------------------------------------------------------------------------

    // Does the voorbeeld say something of this advice, or of every advice of its line or role?
    [[nodiscard]] bool speaks_of(model::InterventionId intervention, model::RoleId by, bool asks_due) const {
        return std::ranges::any_of(text_.expectations, [&](const model::Expectation& expectation) {
            const auto* expected = std::get_if<model::AdviceExpectation>(&expectation.what);
            if (expected == nullptr || (asks_due && (!expected->due || expectation.negated))) return false;
            if (expected->intervention && expected->intervention != intervention) return false;
            if (expected->by && expected->by != by) return false;
            return !expected->line || by.is_none() || *expected->line == rules_.role(by).line;
        });
    }
    [[nodiscard]] bool speaks_of(model::PlanId plan) const {
        return std::ranges::any_of(text_.expectations, [&](const model::Expectation& expectation) {
            const auto* expected = std::get_if<model::PlanExpectation>(&expectation.what);
            return expected != nullptr && (expected->plan.is_none() || expected->plan == plan);
        });
    }
    [[nodiscard]] bool speaks_of(model::PolicyId id, const advise::StudentAdvice& advice) const {
        bool speaks = false;
        for (const model::Advice& one : rules_.policy(id).advises) {
            speaks = speaks || (one.plan && speaks_of(one.plan));
            model::for_each_advised(rules_, one, [&](model::InterventionId intervention, model::RoleId by) {
                speaks = speaks || speaks_of(intervention, by, false);
            });
        }
        // Also of what comes in the place of its advice (`pas na`).
        for (const advise::Recommendation& one : advice.recommendations) {
            const bool is_of_it = std::ranges::find(one.policies, id) != one.policies.end();
            speaks = speaks || (is_of_it && speaks_of(one.intervention, one.by, false));
        }
        return speaks;
    }

    void mark_policies(const trace::Trace& traced, const advise::StudentAdvice& advice) {
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            const model::PolicyId id(i);
            const model::Policy& policy = rules_.policies[i];
            const bool speaks = speaks_of(id, advice);
            const Tri condition = traced.outcome.policies[i].condition.value;
            const bool is_stopped =
                std::ranges::any_of(traced.policy_unless[i], [&](trace::StepId step) { return holds(traced, step); });
            bool is_overruled = false;
            for (const advise::Suppression& one : advice.suppressed) {
                const auto* by = std::get_if<advise::OverruledBy>(&one.cause);
                if (by == nullptr || one.policy != id) continue;
                is_overruled = true;
                mark_overruled(by->policy, id, speaks);
            }
            if (condition == Tri::yes) {
                mark_unless(traced, unless_owner(rules_, id), traced.policy_unless[i], speaks);
            }
            if (condition == Tri::no || is_stopped || is_overruled) reach(PlaceKind::stopped, i, 0, speaks);
            if (condition != Tri::yes || is_stopped || is_overruled) continue;
            reach(PlaceKind::applied, i, 0, speaks);
            for (std::size_t part = 0; part < policy.advises.size(); ++part) {
                const model::Advice& one = policy.advises[part];
                if (one.intervention) {
                    reach(PlaceKind::due, i, part, speaks_of(one.intervention, one.by, true));
                }
            }
        }
    }
    void mark_overruled(model::PolicyId by, model::PolicyId id, bool is_expected) {
        const std::vector<model::PolicyId>& overrides = rules_.policy(by).overrides;
        const auto part = std::ranges::find(overrides, id) - overrides.begin();
        reach(PlaceKind::overruled, by.index(), static_cast<std::size_t>(part), is_expected);
    }

    // ---- conditions -------------------------------------------------------------------------------------------------

    void mark_steps(const trace::Trace& traced) {
        for (const trace::Step& step : traced.steps) {
            if (step.table) mark_row(step);
            if (step.expr.is_none()) continue;
            const model::ExprNode& node = rules_.expr(step.expr).node;
            const std::size_t which = step.expr.index();
            mark_truth(trace::truth_of(step.value), which);
            std::visit([&](const auto& alternative) { mark_boundary(traced, step, alternative); }, node);
            if (const model::Selection* selection = model::selection_of(node)) mark_period(step, *selection);
        }
    }

    void mark_truth(Tri truth, std::size_t which) {
        if (truth == Tri::unknown) {
            reach(PlaceKind::unknown, which);
            return;
        }
        reach(truth == Tri::yes ? PlaceKind::holds : PlaceKind::does_not_hold, which);
        reach(truth == Tri::yes ? PlaceKind::whole_holds : PlaceKind::whole_does_not_hold, which);
    }

    // The row that gives the result; with `eerste` those before it do not hold.
    void mark_row(const trace::Step& step) {
        const bool is_unique = rules_.table(step.table).hit == model::HitPolicy::unique;
        const auto row = std::ranges::find_if(
            step.rows, [&](Tri holds) { return holds == Tri::yes || (!is_unique && holds == Tri::unknown); });
        if (row != step.rows.end() && *row == Tri::yes)
            reach(PlaceKind::row, step.table.index(), static_cast<std::size_t>(row - step.rows.begin()));
    }

    [[nodiscard]] static std::partial_ordering order(const trace::Trace& traced, const trace::Step& step,
                                                     std::size_t left, std::size_t right) {
        const trace::Step& one = traced.step(step.children[left]);
        const trace::Step& other = traced.step(step.children[right]);
        if (!trace::is_known(one.value) || !trace::is_known(other.value)) return std::partial_ordering::unordered;
        return trace::order({one.value, one.exact}, {other.value, other.exact});
    }
    void mark_boundary(const trace::Trace& traced, const trace::Step& step, const model::Comparison& node) {
        const std::partial_ordering sides = order(traced, step, 0, 1);
        if (sides == 0) reach(PlaceKind::on_boundary, step.expr.index());
        const Tri truth = trace::truth_of(step.value);
        if (sides == 0 || truth == Tri::unknown || (truth == Tri::yes) == holds_on_boundary(node.op)) return;
        const auto left = position_of(traced.step(step.children[0]).value);
        const auto right = position_of(traced.step(step.children[1]).value);
        if (!left || !right) return;
        // Without a sign, so that from one end of the numbers to the other fits.
        const auto [low, high] = std::minmax(*left, *right);
        const std::uint64_t distance = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
        if (distance <= static_cast<std::uint64_t>(boundary_step(rules_, node)))
            reach(PlaceKind::just_beside, step.expr.index());
    }
    void mark_boundary(const trace::Trace& traced, const trace::Step& step, const model::Between&) {
        const std::partial_ordering to_low = order(traced, step, 0, 1);
        const std::partial_ordering to_high = order(traced, step, 0, 2);
        const std::size_t which = step.expr.index();
        if (to_low == 0) reach(PlaceKind::on_boundary, which, 0);
        if (to_high == 0) reach(PlaceKind::on_boundary, which, 1);
        if (to_low < 0) reach(PlaceKind::below, which);
        if (to_high > 0) reach(PlaceKind::above, which);
    }
    // A count that is known as a range is on the boundary where its end decides.
    void mark_boundary(const trace::Trace& traced, const trace::Step& step, const model::Existence& node) {
        trace::CountRange count;
        if (const auto* range = std::get_if<trace::CountRange>(&step.count)) {
            count = *range;
        } else if (const auto* number = std::get_if<Decimal>(&step.count)) {
            count.low = number->rounded_to_integer();
            count.high = count.low;
        } else {
            return;
        }
        std::int64_t asked = 0;
        if (node.count) {  // evaluated last
            const auto number = trace::number_of(traced.step(step.children.back()).value);
            if (!number) return;
            asked = number->rounded_to_integer();
        }
        const std::size_t which = step.expr.index();
        const bool is_exact = count.high == count.low;
        switch (node.quantifier) {
            case model::Quantifier::at_least:
                if (count.low == asked) reach(PlaceKind::on_boundary, which);
                if (count.high == asked - 1) reach(PlaceKind::beside_boundary, which);
                break;
            case model::Quantifier::at_most:
                if (count.high == asked) reach(PlaceKind::on_boundary, which);
                if (count.low == asked + 1) reach(PlaceKind::beside_boundary, which);
                break;
            case model::Quantifier::none:
                if (count.low == 1) reach(PlaceKind::beside_boundary, which);
                break;
            case model::Quantifier::exactly:
            case model::Quantifier::all:
                if (is_exact && count.low == asked) reach(PlaceKind::on_boundary, which);
                if (is_exact && (count.low == asked + 1 || count.low == asked - 1))
                    reach(PlaceKind::beside_boundary, which);
                break;
        }
    }
    template <class Other>
    void mark_boundary(const trace::Trace&, const trace::Step&, const Other&) {}

    // Of the events that pass the filter.
    void mark_period(const trace::Step& step, const model::Selection& selection) {
        if (selection.of_signals() || selection.period.is_none() || !step.days) return;
        const SeriesId series = selection.series;
        const Column& dates =
            subject_.cohort.series[series.index()].columns[rules_.schema->series_of(series).date_field.index()];
        for (const trace::EventSeen& event : step.events) {
            if (event.passes != Tri::yes) continue;
            if (event.in_period == Tri::no) reach(PlaceKind::outside_period, step.expr.index());
            if (event.in_period != Tri::yes || !dates.is_known(event.row)) continue;
            const Date day = dates.date_at(event.row);
            if (day == step.days->from) reach(PlaceKind::first_day, step.expr.index());
            if (day == step.days->to) reach(PlaceKind::last_day, step.expr.index());
        }
    }

    // ---- parameters -------------------------------------------------------------------------------------------------

    void mark_settings() {
        for (const model::ParameterId id : parameters_read(rules_, text_)) {
            const bool is_set = std::ranges::any_of(
                text_.settings, [&](const model::ExampleSetting& setting) { return setting.parameter == id; });
            if (is_set) reach(PlaceKind::open_choice, id.index());
            const trace::Value value = trace::parameter_value(rules_, subject_.cohort, 0, subject_.on, id);
            if (const auto* choice = std::get_if<model::ChoiceValue>(&value))
                reach(PlaceKind::choice, id.index(), choice->index);
            if (const bool* answer = std::get_if<bool>(&value)) reach(PlaceKind::choice, id.index(), *answer ? 1 : 0);
        }
    }

    const Places& places_;
    const Subject& subject_;
    const model::RuleSet& rules_;
    const model::Example& text_;
    Sink sink_;
};

}  // namespace

Coverage::Coverage(const std::shared_ptr<const model::RuleSet>& rules, const explain::Authorship& authorship,
                   const std::set<SourceId>& sources)
    : rules_(rules) {
    const explain::Redactor redactor(*rules, explain::Reader::student(), authorship);
    places_ = find_places(redactor, sources);
    for (std::size_t i = 0; i < rules->examples.size(); ++i) {
        const model::Example& example = rules->examples[i];
        if (!sources.contains(example.origin.source)) continue;
        ++examples_;
        const Subject subject = build_subject(rules, example);
        const auto sink = [this, i](std::size_t which, bool is_expected) {
            Place& place = places_.all[which];
            place.reached = place.reached || is_expected;
            if (!place.unexpected_in && !is_expected) place.unexpected_in = i;
        };
        PlaceMarker(places_, subject, example, sink).mark();
    }
}

bool Coverage::may_reach(const model::Example& example, std::size_t place) const {
    const Place& its = places_.all[place];
    if (its.of.kind != PlaceOwner::Kind::signal || its.kind < PlaceKind::holds) return true;
    const Subject subject = build_subject(rules_, example);
    bool is_reached = false;
    const auto sink = [&](std::size_t which, bool) { is_reached = is_reached || which == place; };
    PlaceMarker(places_, subject, example, sink)
        .mark_conditions(
            trace::evaluate_signal(*subject.rules, subject.cohort, 0, subject.on, model::SignalId(its.of.index)));
    return is_reached;
}

std::vector<std::size_t> Coverage::reached_by(const model::Example& example) const {
    std::vector<std::size_t> reached;
    const Subject subject = build_subject(rules_, example);
    const auto sink = [&](std::size_t which, bool is_expected) {
        if (is_expected) reached.push_back(which);
    };
    PlaceMarker(places_, subject, example, sink).mark();
    std::ranges::sort(reached);
    const auto rest = std::ranges::unique(reached);
    reached.erase(rest.begin(), rest.end());
    return reached;
}

Fraction fraction_of(const Coverage& coverage, PlaceKind kind) {
    Fraction fraction;
    for (const Place& place : coverage.places()) {
        if (place.kind != kind) continue;
        ++fraction.all;
        if (place.reached) ++fraction.reached;
    }
    return fraction;
}

}  // namespace wegwijzer::examples
