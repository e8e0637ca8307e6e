// signaal, kracht, kans: clauses once, `als` or levels, from high to low.
#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/expressions.h"
#include "dsl/check/habits.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

model::Severity severity_of(ast::Level level) {
    switch (level) {
        case ast::Level::low: return model::Severity::low;
        case ast::Level::medium: return model::Severity::medium;
        case ast::Level::high: return model::Severity::high;
    }
    return model::Severity::medium;
}

Word word_of(ast::Level level) {
    switch (level) {
        case ast::Level::low: return Word::low;
        case ast::Level::medium: return Word::medium;
        case ast::Level::high: return Word::high;
    }
    return Word::medium;
}

class SignalChecker {
  public:
    SignalChecker(Context& context, std::size_t index)
        : context_(context),
          declared_(context.declared.signals[index]),
          file_(*declared_.file),
          index_(index),
          once_(context),
          conditions_(context, file_, Place::rule),
          explanations_(context, file_, Place::explanation) {}

    void check() {
        for (const ast::SignalClause& clause : declared_->clauses) check_clause(clause);
        check_condition_style();
        require_clauses();
        std::stable_sort(signal_.levels.begin(), signal_.levels.end(),
                         [](const model::SeverityLevel& left, const model::SeverityLevel& right) {
                             return left.severity > right.severity;
                         });
        model::Signal& target = context_.rules.signals[index_];
        signal_.kind = target.kind;
        signal_.name = target.name;
        signal_.title = target.title;
        signal_.origin = target.origin;
        target = std::move(signal_);
    }

  private:
    bool first_time(Word which, Span span) { return once_.first_time(word(file_, which), span); }

    void check_clause(const ast::SignalClause& clause) {
        switch (clause.kind) {
            case ast::SignalClause::Kind::factor:
                has_factor_ = true;
                if (!first_time(Word::factor, clause.span) || clause.names.empty()) break;
                if (const auto factor =
                        context_.find(context_.symbols.factors, clause.names.front(), NameKind::factor)) {
                    signal_.factor = model::FactorId{*factor};
                }
                break;
            case ast::SignalClause::Kind::phases:
                if (!first_time(Word::in_phase, clause.span)) break;
                for (const ast::Name& name : clause.names) {
                    if (const auto phase = context_.find(context_.symbols.phases, name, NameKind::phase)) {
                        signal_.phases.push_back(model::PhaseId{*phase});
                    }
                }
                break;
            case ast::SignalClause::Kind::condition: {
                const bool first = first_time(Word::if_, clause.span);
                if (first) plain_condition_ = &clause;
                const model::ExprId condition = conditions_.condition(clause.condition);
                if (first) signal_.levels.push_back({model::Severity::medium, condition, clause.span});
                break;
            }
            case ast::SignalClause::Kind::level: check_level(clause); break;
            case ast::SignalClause::Kind::unless:
                signal_.unless.push_back(conditions_.condition(clause.condition));
                break;
            case ast::SignalClause::Kind::weight:
                if (!first_time(Word::weight, clause.span)) break;
                if (const auto weight = bound_value(file_, clause.weight)) signal_.weight = *weight;
                break;
            case ast::SignalClause::Kind::explanation:
                if (first_time(Word::explanation, clause.span)) read_explanation(clause.explanation);
                break;
            case ast::SignalClause::Kind::source: read_citation(context_, clause.source, signal_.sources); break;
            case ast::SignalClause::Kind::justification:
                read_justification(once_, file_, clause.justification, clause.span, signal_.accountability);
                break;
        }
    }

    void check_level(const ast::SignalClause& clause) {
        const bool first =
            once_.first_time(word(file_, Word::severity) + ' ' + word(file_, word_of(clause.level)), clause.span);
        if (first_level_ == nullptr) first_level_ = &clause;
        const model::ExprId condition = conditions_.condition(clause.condition);
        if (first) signal_.levels.push_back({severity_of(clause.level), condition, clause.span});
    }

    void read_explanation(const ast::Template& text) {
        for (const ast::TemplatePiece& piece : text.pieces) {
            if (piece.expr.is_none()) {
                if (!piece.text.empty()) signal_.explanation.emplace_back(piece.text);
                continue;
            }
            const Typed value = explanations_.value(piece.expr);
            if (value.id) signal_.explanation.emplace_back(value.id);
        }
    }

    [[nodiscard]] static Span keyword_span(const ast::SignalClause& clause, std::size_t length) {
        return {clause.span.source, clause.span.begin,
                std::min(clause.span.end, clause.span.begin + static_cast<std::uint32_t>(length))};
    }

    // `als` alone, or lines `ernst … als`: not both; a kans has no ernst.
    void check_condition_style() {
        const std::string if_word = word(file_, Word::if_);
        const std::string severity = word(file_, Word::severity);
        if (declared_->kind == ast::SignalKind::opportunity && first_level_ != nullptr) {
            context_.report(Code::F056, keyword_span(*first_level_, severity.size()), {if_word});
            return;
        }
        if (plain_condition_ == nullptr || first_level_ == nullptr) return;
        Diagnostic diagnostic;
        diagnostic.code = Code::F055;
        diagnostic.span = keyword_span(*plain_condition_, if_word.size());
        diagnostic.fix = severity + ' ' + word(file_, Word::medium) + ' ' + if_word;
        diagnostic.arguments = {if_word, diagnostic.fix};
        diagnostic.labels.push_back(
            {keyword_span(*first_level_, severity.size()), plain("hier een ernst", "a severity here")});
        context_.report(std::move(diagnostic));
    }

    void require_clauses() {
        if (declared_.declaration->incomplete) return;
        if (!has_factor_) {
            const auto& factors = context_.symbols.factors.names();
            report_missing_clause(context_, declared_->name, word(file_, Word::factor),
                                  word(file_, Word::factor) + ' ' + (factors.empty() ? "…" : factors.front()),
                                  plain("elk signaal, elke kracht en elke kans gaat over één factor",
                                        "every signal, strength and opportunity is about one factor"));
        }
        if (plain_condition_ == nullptr && first_level_ == nullptr) {
            const std::string condition = example_condition(context_, file_);
            report_missing_clause(
                context_, declared_->name, word(file_, Word::if_),
                word(file_, Word::if_) + ' ' + (condition.empty() ? "…" : condition),
                plain("zo is niet te zien wanneer het telt", "so there is no telling when it counts"));
        }
    }

    Context& context_;
    const Declared<ast::Signal>& declared_;
    const ast::File& file_;
    std::size_t index_;
    OncePerDeclaration once_;
    ExpressionChecker conditions_;
    ExpressionChecker explanations_;
    model::Signal signal_;
    bool has_factor_ = false;
    const ast::SignalClause* plain_condition_ = nullptr;
    const ast::SignalClause* first_level_ = nullptr;
};

}  // namespace

void check_signals(Context& context) {
    for (std::size_t index = 0; index < context.declared.signals.size(); ++index) SignalChecker(context, index).check();
}

}  // namespace wegwijzer::checking
