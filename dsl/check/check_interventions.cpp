// interventie: clauses once, roles that are there, and the warm hand-over.
#include <algorithm>

#include "dsl/check/circles.h"
#include "dsl/check/clauses.h"
#include "dsl/check/expressions.h"
#include "dsl/check/handover.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

std::string first_line_role(const Context& context) {
    const auto& roles = context.rules.roles;
    const auto role = std::find_if(roles.begin(), roles.end(),
                                   [](const model::Role& each) { return each.line == model::Line::first; });
    return role == roles.end() ? "…" : role->name;
}

std::string missing_handover(const Context& context, const ast::File& file, const model::Intervention& intervention) {
    std::string lines;
    if (intervention.through.is_none() && !intervention.directly) {
        lines = word(file, Word::through) + ' ' + first_line_role(context);
    }
    if (!intervention.with_consent && !intervention.without_consent) {
        lines += (lines.empty() ? "" : "  ") + word(file, Word::with_consent);
    }
    return lines;
}

Localized describe(model::Line line) {
    switch (line) {
        case model::Line::first: return {"de eerste lijn", "the first line"};
        case model::Line::second: return {"de tweede lijn", "the second line"};
        case model::Line::external: return {"extern", "external"};
        case model::Line::organisation: return {"de organisatie", "the organisation"};
    }
    return {};
}

std::optional<model::InterventionId> find_intervention(Context& context, const ast::Name& name) {
    if (name.text.empty()) return std::nullopt;
    const Symbol* symbol = context.symbols.interventions.find(name.text);
    if (symbol != nullptr && symbol->kind == NameKind::intervention) return model::InterventionId{symbol->index};
    std::vector<std::string> names;
    for (const Declared<ast::Intervention>& each : context.declared.interventions) names.push_back(each->name.text);
    context.report_unknown(
        name, NameKind::intervention, names,
        symbol == nullptr ? Localized{} : plain("`" + name.text + "` is een aanpak", "`" + name.text + "` is a plan"));
    return std::nullopt;
}

void check_other_line(Context& context, const ast::File& file, const ast::Name& name, model::RoleId by,
                      model::InterventionId id) {
    const model::Intervention& intervention = context.rules.intervention(id);
    const model::Line line = context.rules.role(by).line;
    if (!asks_for_handover(line) || intervention.by.is_none()) return;
    if (line == context.rules.role(intervention.by).line) return;  // asked of the interventie itself
    const auto& declared = context.declared.interventions[id.index()];
    if (declared.declaration->incomplete) return;
    const std::string lacking = missing_handover(context, *declared.file, intervention);
    const bool wrong_line = intervention.through && context.rules.role(intervention.through).line != model::Line::first;
    const bool no_reason =
        (intervention.directly || intervention.without_consent) && intervention.accountability.motivation.empty();
    if (lacking.empty() && !wrong_line && !no_reason) return;
    std::string lines = lacking;
    if (lines.empty()) {
        lines = wrong_line ? word(file, Word::through) + ' ' + first_line_role(context)
                           : word(file, Word::justification) + " \"…\"";
    }
    context.report(Code::F059, name.span,
                   {name.text, intervention.name, describe(context.rules.role(intervention.by).line),
                    word(file, Word::by), lines});
}

namespace {

class InterventionChecker {
  public:
    InterventionChecker(Context& context, std::size_t index)
        : context_(context),
          declared_(context.declared.interventions[index]),
          file_(*declared_.file),
          index_(index),
          once_(context),
          target_(context.rules.interventions[index]) {}

    void check() {
        for (const ast::InterventionClause& clause : declared_->clauses) check_clause(clause);
        const bool incomplete = declared_.declaration->incomplete;
        if (!has_by_ && !incomplete) {
            report_missing_clause(context_, declared_->name, word(file_, Word::by),
                                  word(file_, Word::by) + ' ' + first_line_role(context_),
                                  plain("een interventie is van iemand", "an intervention is somebody's"));
        }
        if (!incomplete) check_handover();
    }

  private:
    bool first_time(Word which, Span span) { return once_.first_time(word(file_, which), span); }

    std::optional<std::uint32_t> role(const ast::InterventionClause& clause) {
        if (clause.names.empty()) return std::nullopt;
        return context_.find(context_.symbols.roles, clause.names.front(), NameKind::role);
    }
    void check_clause(const ast::InterventionClause& clause) {
        using Kind = ast::InterventionClause::Kind;
        switch (clause.kind) {
            case Kind::by:
                has_by_ = true;
                if (!first_time(Word::by, clause.span)) break;
                if (const auto found = role(clause)) target_.by = model::RoleId{*found};
                break;
            case Kind::through:
                through_ = &clause;
                if (!first_time(Word::through, clause.span)) break;
                if (const auto found = role(clause)) target_.through = model::RoleId{*found};
                break;
            case Kind::directly:
                directly_ = &clause;
                if (first_time(Word::directly, clause.span)) target_.directly = true;
                break;
            case Kind::with_consent:
                with_consent_ = &clause;
                if (first_time(Word::with_consent, clause.span)) target_.with_consent = true;
                break;
            case Kind::without_consent:
                without_consent_ = &clause;
                if (first_time(Word::without_consent, clause.span)) target_.without_consent = true;
                break;
            case Kind::duration:
                if (!first_time(Word::duration, clause.span) || clause.duration.is_none()) break;
                if (const auto* literal = std::get_if<ast::DurationLiteral>(&file_.expr(clause.duration).node)) {
                    target_.duration = literal->length;
                }
                break;
            case Kind::question: target_.questions.push_back(clause.question.value); break;
            case Kind::not_together: exclude(clause); break;
            case Kind::not_in_phase:
                for (const ast::Name& name : clause.names) {
                    if (const auto phase = context_.find(context_.symbols.phases, name, NameKind::phase)) {
                        target_.not_in_phases.push_back(model::PhaseId{*phase});
                    }
                }
                break;
            case Kind::not_before_day: set_earliest_day(clause); break;
            case Kind::only_after:
                for (const ast::Name& name : clause.names) {
                    if (const auto other = find_intervention(context_, name)) target_.only_after.push_back(*other);
                }
                break;
            case Kind::at_most_once_per:
                if (first_time(Word::at_most_once_per, clause.span)) set_limit(clause.at_most_once_per);
                break;
            case Kind::reinforces:
                for (const ast::Name& name : clause.names) {
                    if (const auto other = find_intervention(context_, name)) target_.reinforces.push_back(*other);
                }
                break;
            case Kind::factor:
                if (!first_time(Word::factor, clause.span) || clause.names.empty()) break;
                if (const auto factor =
                        context_.find(context_.symbols.factors, clause.names.front(), NameKind::factor)) {
                    target_.factor = model::FactorId{*factor};
                }
                break;
            case Kind::source: read_citation(context_, clause.source, target_.sources); break;
            case Kind::justification:
                read_justification(once_, file_, clause.justification, clause.span, target_.accountability);
                break;
        }
    }

    // A length of a period: all but minuten and uur.
    void set_limit(const ast::LengthRef& ref) {
        ExpressionChecker checker(context_, file_, Place::rule);
        const auto length = checker.length(ref);
        if (!length) return;
        const LengthUnit unit = length->length.unit;
        if (unit == LengthUnit::minutes || unit == LengthUnit::hours) {
            context_.report(Code::F171, ref.span, {word(file_, Word::at_most_once_per), describe(unit)});
            return;
        }
        if (unit == LengthUnit::teaching_weeks) checker.note_calendar_use(ref.span);
        target_.at_most_once_per = length;
    }

    // Holds both ways.
    void exclude(const ast::InterventionClause& clause) {
        for (const ast::Name& name : clause.names) {
            const auto other = find_intervention(context_, name);
            if (!other) continue;
            const auto add = [&](model::InterventionId from, model::InterventionId to) {
                auto& list = context_.rules.interventions[from.index()].not_together;
                if (std::find(list.begin(), list.end(), to) == list.end()) list.push_back(to);
            };
            const model::InterventionId own{index_};
            if (*other == own) {
                context_.report(Code::F102, name.span,
                                {declared_->name.text, word(file_, Word::not_together_with) + ' ' + name.text},
                                plain("noem een andere interventie", "name another intervention"));
                continue;
            }
            add(own, *other);
            add(*other, own);
        }
    }

    void set_earliest_day(const ast::InterventionClause& clause) {
        if (!first_time(Word::not_before_day, clause.span)) return;
        if (clause.day < 1) {
            context_.report(Code::F078, clause.span,
                            {plain("`dag 1` is de startdatum zelf", "`day 1` is the start date itself"),
                             plain("begin bij 1", "begin at 1")});
        }
        target_.not_before_day = clause.day;
    }

    void contradict(const ast::InterventionClause* left, const ast::InterventionClause* right, Word left_word,
                    Word right_word) {
        if (left == nullptr || right == nullptr) return;
        Diagnostic diagnostic;
        diagnostic.code = Code::F102;
        diagnostic.span = right->span;
        diagnostic.arguments = {word(file_, left_word), word(file_, right_word)};
        diagnostic.labels.push_back({left->span, plain("hier staat het andere", "the other stands here")});
        context_.report(std::move(diagnostic));
    }

    void check_handover() {
        contradict(through_, directly_, Word::through, Word::directly);
        contradict(with_consent_, without_consent_, Word::with_consent, Word::without_consent);
        if (target_.by.is_none() || !asks_for_handover(context_.rules.role(target_.by).line)) return;
        const std::string& by = context_.rules.role(target_.by).name;
        const bool no_way = through_ == nullptr && directly_ == nullptr;
        if (no_way) {  // what else is lacking is proposed in the same breath
            context_.report(Code::F057, declared_->name.span,
                            {declared_->name.text, by, missing_handover(context_, file_, target_)});
        }
        if (!no_way && with_consent_ == nullptr && without_consent_ == nullptr) {
            context_.report(Code::F058, declared_->name.span,
                            {declared_->name.text, by, word(file_, Word::with_consent)});
        }
        if (target_.through && context_.rules.role(target_.through).line != model::Line::first) {
            const ast::Name& name = through_->names.front();
            context_.report(Code::F100, name.span,
                            {name.text, word(file_, Word::line) + ' ' + word(file_, Word::line_first)});
        }
        const ast::InterventionClause* waiver = directly_ != nullptr ? directly_ : without_consent_;
        if (waiver != nullptr && target_.accountability.motivation.empty()) {
            context_.report(Code::F101, waiver->span,
                            {word(file_, waiver == directly_ ? Word::directly : Word::without_consent),
                             declared_->name.text, word(file_, Word::justification)});
        }
    }

    Context& context_;
    const Declared<ast::Intervention>& declared_;
    const ast::File& file_;
    std::size_t index_;
    OncePerDeclaration once_;
    model::Intervention& target_;
    bool has_by_ = false;
    const ast::InterventionClause* through_ = nullptr;
    const ast::InterventionClause* directly_ = nullptr;
    const ast::InterventionClause* with_consent_ = nullptr;
    const ast::InterventionClause* without_consent_ = nullptr;
};

}  // namespace

// ---- circles of `pas na` ----

namespace {

Span only_after_span(const Declared<ast::Intervention>& intervention, const std::string& other) {
    for (const ast::InterventionClause& clause : intervention->clauses) {
        if (clause.kind != ast::InterventionClause::Kind::only_after) continue;
        for (const ast::Name& name : clause.names) {
            if (name.text == other) return name.span;
        }
    }
    return intervention->name.span;
}

}  // namespace

void check_interventions(Context& context) {
    for (std::size_t index = 0; index < context.declared.interventions.size(); ++index) {
        InterventionChecker(context, index).check();
    }
    const auto& interventions = context.rules.interventions;
    for (const Circle& circle : find_circles(interventions.size(), [&](std::size_t index) {
             std::vector<std::size_t> others;
             for (const model::InterventionId other : interventions[index].only_after) others.push_back(other.index());
             return others;
         })) {
        const Declared<ast::Intervention>& last = context.declared.interventions[circle.back()];
        context.report(Code::F172, only_after_span(last, interventions[circle.front()].name),
                       {describe_circle(circle, [&](std::size_t index) { return interventions[index].name; }),
                        word(*last.file, Word::only_after)});
    }
}

}  // namespace wegwijzer::checking
