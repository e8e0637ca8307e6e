#include "dsl/coverage/expect.h"

#include <algorithm>

#include "engine/advise/advice.h"
#include "engine/examples/subject.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::coverage {

using Owner = examples::PlaceOwner::Kind;

namespace {

std::optional<model::Constant> constant_of(const trace::Value& value) {
    return std::visit(
        [](const auto& its) -> std::optional<model::Constant> {
            using Its = std::decay_t<decltype(its)>;
            if constexpr (std::is_constructible_v<model::Constant, Its> && !std::is_same_v<Its, trace::CountRange> &&
                          !std::is_same_v<Its, trace::SeveritySet> && !std::is_same_v<Its, trace::Unknown>) {
                return model::Constant(its);
            } else {
                return std::nullopt;
            }
        },
        value);
}

class Expecter {
  public:
    Expecter(const std::shared_ptr<const model::RuleSet>& rules, const model::Example& example)
        : subject_(examples::build_subject(rules, example)), rules_(*subject_.rules) {}

    std::vector<model::Expectation> of(const examples::PlaceOwner& owner) {
        switch (owner.kind) {
            case Owner::signal: return {of(model::SignalId(owner.index))};
            case Owner::policy: return of(model::PolicyId(owner.index));
            case Owner::concept_: return {of_value(rules_.concepts[owner.index].expr)};
            case Owner::plan: return {of(model::PlanId(owner.index))};
            case Owner::parameter: return {of(model::ParameterId(owner.index))};
            case Owner::table: break;
        }
        const auto named = std::ranges::find_if(rules_.exprs, [&](const model::Expr& expr) {
            const auto* table = std::get_if<model::TableValue>(&expr.node);
            return table != nullptr && table->table.index() == owner.index;
        });
        if (named == rules_.exprs.end()) return {};
        return {of_value(model::ExprId(static_cast<std::size_t>(named - rules_.exprs.begin())))};
    }

  private:
    const trace::Trace& traced() {
        if (!traced_) traced_ = trace::evaluate(rules_, subject_.cohort, 0, subject_.on);
        return *traced_;
    }
    const advise::StudentAdvice& advice() {
        if (!advice_) {
            advice_ = advise::advise(rules_, traced().outcome, advise::history_of(subject_.cohort, 0, subject_.on),
                                     subject_.on);
        }
        return *advice_;
    }

    model::Expectation of(model::SignalId id) {
        using State = model::SignalExpectation::State;
        const model::Signal& signal = rules_.signal(id);
        const trace::Trace alone = trace::evaluate_signal(rules_, subject_.cohort, 0, subject_.on, id);
        const model::SignalOutcome& outcome = alone.outcome.signals.front();
        model::SignalExpectation expected;
        expected.kind = signal.kind;
        expected.signal = id;
        model::Expectation expectation;
        switch (outcome.status) {
            case model::SignalStatus::active:
                if (signal.levels.size() > 1) expected.severity = outcome.severity;
                expected.possibly_higher = outcome.possibly_higher;
                break;
            case model::SignalStatus::not_active: expectation.negated = true; break;
            case model::SignalStatus::undetermined: expected.state = State::undetermined; break;
            case model::SignalStatus::not_applicable: expected.state = State::not_applicable; break;
        }
        expectation.what = expected;
        return expectation;
    }

    std::vector<model::Expectation> of(model::PolicyId id) {
        std::vector<model::Expectation> expectations;
        for (const model::Advice& one : rules_.policy(id).advises) {
            if (one.plan) {
                expectations.push_back(of(one.plan));
            } else if (one.intervention) {
                expectations.push_back(of(one.intervention, one.by, id));
            }
        }
        return expectations;
    }
    model::Expectation of(model::InterventionId intervention, model::RoleId by, model::PolicyId policy) {
        model::AdviceExpectation expected;
        expected.intervention = intervention;
        model::Expectation expectation;
        const auto given = std::ranges::find_if(advice().recommendations, [&](const advise::Recommendation& it) {
            return it.intervention == intervention && it.by == by;
        });
        const bool is_suppressed = std::ranges::any_of(advice().suppressed, [&](const advise::Suppression& it) {
            return it.intervention == intervention && it.policy == policy;
        });
        if (given != advice().recommendations.end()) {
            expected.due = given->due;
        } else if (is_suppressed) {
            expected.suppressed = true;
        } else {
            expectation.negated = true;
        }
        expectation.what = expected;
        return expectation;
    }
    model::Expectation of(model::PlanId id) {
        model::PlanExpectation expected;
        expected.plan = id;
        model::Expectation expectation;
        expectation.negated =
            std::ranges::none_of(advice().plans, [&](const advise::PlanState& state) { return state.plan == id; });
        expectation.what = expected;
        return expectation;
    }
    model::Expectation of_value(model::ExprId expr) {
        trace::StepId root;
        const trace::Trace traced = trace::evaluate_expr(rules_, subject_.cohort, 0, subject_.on, expr, &root);
        model::Expectation expectation;
        expectation.what = model::ConceptExpectation{expr, constant_of(traced.step(root).value)};
        return expectation;
    }
    model::Expectation of(model::ParameterId id) {
        model::Expectation expectation;
        expectation.what = model::ParameterExpectation{
            id, constant_of(trace::parameter_value(rules_, subject_.cohort, 0, subject_.on, id))};
        return expectation;
    }

    examples::Subject subject_;
    const model::RuleSet& rules_;
    std::optional<trace::Trace> traced_;
    std::optional<advise::StudentAdvice> advice_;
};

}  // namespace

std::vector<model::Expectation> what_comes_out(const std::shared_ptr<const model::RuleSet>& rules,
                                               const model::Example& example, const examples::PlaceOwner& owner) {
    return Expecter(rules, example).of(owner);
}

bool speaks_of(const model::RuleSet& rules, const model::Example& example, const examples::PlaceOwner& owner) {
    return std::ranges::any_of(example.expectations, [&](const model::Expectation& expectation) {
        if (const auto* signal = std::get_if<model::SignalExpectation>(&expectation.what)) {
            return owner.kind == Owner::signal && signal->signal && signal->signal.index() == owner.index;
        }
        if (const auto* named = std::get_if<model::ConceptExpectation>(&expectation.what)) {
            if (owner.kind == Owner::concept_) return rules.concepts[owner.index].expr == named->expr;
            const auto* table = std::get_if<model::TableValue>(&rules.expr(named->expr).node);
            return owner.kind == Owner::table && table != nullptr && table->table.index() == owner.index;
        }
        if (const auto* parameter = std::get_if<model::ParameterExpectation>(&expectation.what)) {
            return owner.kind == Owner::parameter && parameter->parameter.index() == owner.index;
        }
        if (const auto* plan = std::get_if<model::PlanExpectation>(&expectation.what)) {
            return owner.kind == Owner::plan && plan->plan && plan->plan.index() == owner.index;
        }
        const auto* advice = std::get_if<model::AdviceExpectation>(&expectation.what);
        if (advice == nullptr || owner.kind != Owner::policy) return false;
        return std::ranges::any_of(rules.policies[owner.index].advises, [&](const model::Advice& one) {
            return one.intervention && one.intervention == advice->intervention;
        });
    });
}

}  // namespace wegwijzer::coverage
