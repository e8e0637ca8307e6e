// aanpak: its goal, its steps with their terms, and when it is looked at again.
#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/expressions.h"
#include "dsl/check/handover.h"
#include "dsl/check/passes.h"
#include "dsl/check/terms.h"

namespace wegwijzer::checking {

namespace {

class PlanChecker {
  public:
    PlanChecker(Context& context, std::size_t index)
        : context_(context),
          declared_(context.declared.plans[index]),
          file_(*declared_.file),
          once_(context),
          goals_(context, file_, Place::goal),
          target_(context.rules.plans[index]) {}

    void check() {
        for (const ast::PlanClause& clause : declared_->clauses) check_clause(clause);
        std::stable_sort(steps_.begin(), steps_.end(), [](const Numbered& left, const Numbered& right) {
            return left.clause->step.number < right.clause->step.number;
        });
        for (const Numbered& step : steps_) target_.steps.push_back(step.step);
        if (declared_.declaration->incomplete) return;
        check_numbers();
        if (!steps_.empty()) return;
        const auto& names = context_.symbols.interventions.names();
        report_missing_clause(context_, declared_->name, word(file_, Word::step),
                              word(file_, Word::step) + " 1 " + (names.empty() ? "…" : names.front()),
                              plain("een aanpak is een rij stappen", "a plan is a row of steps"));
    }

  private:
    struct Numbered {
        const ast::PlanClause* clause = nullptr;
        model::PlanStep step;
    };

    bool first_time(Word which, Span span) { return once_.first_time(word(file_, which), span); }

    void check_clause(const ast::PlanClause& clause) {
        using Kind = ast::PlanClause::Kind;
        switch (clause.kind) {
            case Kind::goal: {
                const bool first = first_time(Word::goal, clause.span);
                const model::ExprId goal = goals_.condition(clause.condition);
                if (first) target_.goal = goal;
                break;
            }
            case Kind::step: steps_.push_back({&clause, step(clause)}); break;
            case Kind::review_every:
                if (first_time(Word::review_every, clause.span)) target_.review_every = length(clause.length);
                break;
            case Kind::evaluate_after:
                if (first_time(Word::evaluate_after, clause.span)) target_.evaluate_after = length(clause.length);
                break;
            case Kind::source: read_citation(context_, clause.source, target_.sources); break;
            case Kind::justification:
                read_justification(once_, file_, clause.justification, clause.span, target_.accountability);
                break;
        }
    }

    model::PlanStep step(const ast::PlanClause& clause) {
        const ast::Step& written = clause.step;
        model::PlanStep step;
        step.origin = clause.span;
        if (const auto found = find_intervention(context_, written.intervention)) step.intervention = *found;
        if (written.by) {
            if (const auto role = context_.find(context_.symbols.roles, *written.by, NameKind::role)) {
                step.by = model::RoleId{*role};
            }
        }
        if (step.intervention) {
            if (written.by && step.by) check_other_line(context_, file_, *written.by, step.by, step.intervention);
            if (step.by.is_none()) step.by = context_.rules.intervention(step.intervention).by;
        }
        if (written.within) step.within = term_length(context_, file_, goals_, *written.within);
        if (written.after) step.after = term_length(context_, file_, goals_, *written.after);
        if (written.study_week_first) {
            goals_.check_study_weeks(*written.study_week_first, written.study_week_last);
            step.first_week = goals_.count(*written.study_week_first).id;
            step.last_week = written.study_week_last ? goals_.count(*written.study_week_last).id : step.first_week;
        }
        return step;
    }

    // bespreek elke, evalueer na: counted in days of the calendar.
    std::optional<Length> length(ast::ExprId id) {
        if (id.is_none()) return std::nullopt;
        const auto* literal = std::get_if<ast::DurationLiteral>(&file_.expr(id).node);
        if (literal == nullptr) return std::nullopt;
        const Span span = file_.expr(id).span;
        if (literal->length.count < 1) {
            context_.report(Code::F078, span,
                            {plain("dan is er geen dag om weer te kijken", "then there is no day to look again"),
                             plain("schrijf 1 of meer", "write 1 or more")});
            return std::nullopt;
        }
        return check_term_unit(context_, file_, literal->length, span) ? std::optional(literal->length) : std::nullopt;
    }

    // Numbered from 1, in whatever order they stand. One finding: what comes behind it follows.
    void check_numbers() {
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const std::int64_t number = steps_[i].clause->step.number;
            const auto wanted = static_cast<std::int64_t>(i) + 1;
            if (number == wanted) continue;
            const auto words = [&](std::int64_t which) {
                return word(file_, Word::step) + ' ' + std::to_string(which);
            };
            const Span span = steps_[i].clause->span;
            const std::string written = words(number);
            const Span place{
                span.source, span.begin,
                std::min<std::uint32_t>(span.end, span.begin + static_cast<std::uint32_t>(written.size()))};
            if (i > 0 && steps_[i - 1].clause->step.number == number) {
                Diagnostic diagnostic{.code = Code::F174, .span = place};
                diagnostic.arguments = {written};
                diagnostic.labels.push_back({steps_[i - 1].clause->span, plain("hier ook", "here too")});
                context_.report(std::move(diagnostic));
            } else {
                context_.report(Code::F173, place, {written, words(wanted)});
            }
            return;
        }
    }

    Context& context_;
    const Declared<ast::Plan>& declared_;
    const ast::File& file_;
    OncePerDeclaration once_;
    ExpressionChecker goals_;
    model::Plan& target_;
    std::vector<Numbered> steps_;
};

}  // namespace

void check_plans(Context& context) {
    for (std::size_t index = 0; index < context.declared.plans.size(); ++index) PlanChecker(context, index).check();
}

}  // namespace wegwijzer::checking
