// beleid: what it advises, to whom, by when, and what it goes before.
#include <algorithm>

#include "dsl/check/circles.h"
#include "dsl/check/clauses.h"
#include "dsl/check/expressions.h"
#include "dsl/check/handover.h"
#include "dsl/check/passes.h"
#include "dsl/check/terms.h"

namespace wegwijzer::checking {

namespace {

class PolicyChecker {
  public:
    PolicyChecker(Context& context, std::size_t index)
        : context_(context),
          declared_(context.declared.policies[index]),
          file_(*declared_.file),
          once_(context),
          conditions_(context, file_, Place::policy),
          target_(context.rules.policies[index]) {}

    void check() {
        for (const ast::PolicyClause& clause : declared_->clauses) check_clause(clause);
        if (declared_.declaration->incomplete) return;
        if (!has_condition_) {
            const auto& signals = context_.symbols.signals.names();
            const std::string condition = signals.empty() ? "…" : word(file_, Word::signal) + ' ' + signals.front();
            report_missing_clause(context_, declared_->name, word(file_, Word::if_),
                                  word(file_, Word::if_) + ' ' + condition,
                                  plain("zo is niet te zien voor wie het beleid geldt; `" + word(file_, Word::if_) +
                                            ' ' + word(file_, Word::yes) + "` is voor iedereen",
                                        "so there is no telling for whom the policy holds; `" + word(file_, Word::if_) +
                                            ' ' + word(file_, Word::yes) + "` is for everyone"));
        }
        if (!has_advice_) {
            const auto& names = context_.symbols.interventions.names();
            report_missing_clause(context_, declared_->name, word(file_, Word::advise),
                                  word(file_, Word::advise) + ' ' + (names.empty() ? "…" : names.front()));
        }
    }

  private:
    bool first_time(Word which, Span span) { return once_.first_time(word(file_, which), span); }

    void check_clause(const ast::PolicyClause& clause) {
        using Kind = ast::PolicyClause::Kind;
        switch (clause.kind) {
            case Kind::condition: {
                has_condition_ = true;
                const bool first = first_time(Word::if_, clause.span);
                const model::ExprId condition = conditions_.condition(clause.condition);
                if (first) target_.condition = condition;
                break;
            }
            case Kind::unless: target_.unless.push_back(conditions_.condition(clause.condition)); break;
            case Kind::advise: check_advice(clause); break;
            case Kind::priority:
                if (!first_time(Word::priority, clause.span)) break;
                if (clause.priority < 1 || clause.priority > 5) {
                    context_.report(Code::F105, clause.span, {std::to_string(clause.priority)});
                } else {
                    target_.priority = static_cast<int>(clause.priority);
                }
                break;
            case Kind::urgent:
                if (first_time(Word::urgent, clause.span)) make_urgent(clause.span);
                break;
            case Kind::overrides:
                for (const ast::Name& name : clause.names) {
                    const auto other = context_.find(context_.symbols.policies, name, NameKind::policy);
                    if (!other) continue;
                    if (is_urgent(context_.declared.policies[*other])) {
                        context_.report(Code::F104, name.span, {name.text});
                        continue;
                    }
                    target_.overrides.push_back(model::PolicyId{*other});
                }
                break;
            case Kind::source: read_citation(context_, clause.source, target_.sources); break;
            case Kind::justification:
                read_justification(once_, file_, clause.justification, clause.span, target_.accountability);
                break;
        }
    }

    [[nodiscard]] static bool is_urgent(const Declared<ast::Policy>& policy) {
        return std::any_of(policy->clauses.begin(), policy->clauses.end(), [](const ast::PolicyClause& clause) {
            return clause.kind == ast::PolicyClause::Kind::urgent;
        });
    }

    void make_urgent(Span span) {
        target_.urgent = true;
        const auto& packs = context_.rules.packs;
        const bool has_route =
            std::any_of(packs.begin(), packs.end(), [](const model::Pack& pack) { return !pack.crisis_route.empty(); });
        const bool readable =
            std::none_of(context_.declared.packs.begin(), context_.declared.packs.end(),
                         [](const Declared<ast::Pack>& pack) { return pack.declaration->incomplete; });
        if (!has_route && readable) context_.report(Code::F103, span, {word(file_, Word::crisis_route)});
    }

    void check_advice(const ast::PolicyClause& clause) {
        has_advice_ = true;
        model::Advice advice;
        advice.origin = clause.span;
        if (clause.by) {
            if (const auto role = context_.find(context_.symbols.roles, *clause.by, NameKind::role)) {
                advice.by = model::RoleId{*role};
            }
        }
        if (clause.within) advice.within = term_length(context_, file_, conditions_, *clause.within);
        if (clause.due) advice.due = conditions_.day(clause.due);
        for (const ast::Name& name : clause.names) {
            if (name.text.empty()) continue;
            const Symbol* symbol = context_.symbols.interventions.find(name.text);
            if (symbol == nullptr) {
                context_.report_unknown(name, NameKind::intervention, context_.symbols.interventions.names());
                continue;
            }
            if (symbol->kind == NameKind::plan) {
                advise_plan(clause, name, model::PlanId{symbol->index});
                continue;
            }
            model::Advice each = advice;
            each.intervention = model::InterventionId{symbol->index};
            const model::Intervention& intervention = context_.rules.intervention(each.intervention);
            if (clause.by && each.by) check_other_line(context_, file_, *clause.by, each.by, each.intervention);
            if (each.by.is_none()) each.by = intervention.by;
            target_.advises.push_back(each);
        }
    }

    // Without `door`, `binnen` and `uiterlijk`: its steps have their own.
    void advise_plan(const ast::PolicyClause& clause, const ast::Name& name, model::PlanId plan) {
        model::Advice advice;
        advice.plan = plan;
        advice.origin = clause.span;
        target_.advises.push_back(advice);
        if (!clause.by && !clause.within && clause.due.is_none()) return;
        const Word which = clause.by ? Word::by : clause.within ? Word::within : Word::due;
        const std::string rest = word(file_, which);
        context_.report(Code::F175, rest_of(clause), {rest, name.text, word(file_, Word::step)});
    }
    // What stands behind the names of an `adviseer`.
    [[nodiscard]] Span rest_of(const ast::PolicyClause& clause) const {
        std::uint32_t begin = clause.names.back().span.end;
        const Span behind{clause.span.source, begin, clause.span.end};
        const std::size_t first = context_.sources.text(behind).find_first_not_of(" \t\r\n");
        if (first != std::string_view::npos) begin += static_cast<std::uint32_t>(first);
        return {clause.span.source, begin, clause.span.end};
    }

    Context& context_;
    const Declared<ast::Policy>& declared_;
    const ast::File& file_;
    OncePerDeclaration once_;
    ExpressionChecker conditions_;
    model::Policy& target_;
    bool has_condition_ = false;
    bool has_advice_ = false;
};

// ---- circles of `gaat voor op` --------------------------------------------------------------------------------------

Span override_span(const Declared<ast::Policy>& policy, const std::string& other) {
    for (const ast::PolicyClause& clause : policy->clauses) {
        if (clause.kind != ast::PolicyClause::Kind::overrides) continue;
        for (const ast::Name& name : clause.names) {
            if (name.text == other) return name.span;
        }
    }
    return policy->name.span;
}

void report_circles(Context& context) {
    const auto& policies = context.rules.policies;
    for (const Circle& circle : find_circles(policies.size(), [&](std::size_t index) {
             std::vector<std::size_t> others;
             for (const model::PolicyId other : policies[index].overrides) others.push_back(other.index());
             return others;
         })) {
        const std::string& first = policies[circle.front()].name;
        context.report(Code::F108, override_span(context.declared.policies[circle.back()], first),
                       {describe_circle(circle, [&](std::size_t index) { return policies[index].name; })});
    }
}

}  // namespace

void check_policies(Context& context) {
    for (std::size_t index = 0; index < context.declared.policies.size(); ++index)
        PolicyChecker(context, index).check();
    report_circles(context);
}

}  // namespace wegwijzer::checking
