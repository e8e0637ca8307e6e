#include "dsl/mutation/find_changes.h"

#include <algorithm>
#include <string_view>

#include "dsl/mutation/steps.h"
#include "dsl/thinking/write_example.h"
#include "dsl/thinking/write_expectation.h"
#include "dsl/words/words.h"
#include "engine/base/ascii.h"
#include "engine/model/reach.h"

namespace wegwijzer::mutation {

using examples::PlaceOwner;
using model::CompareOp;
using model::ExprId;

namespace {

std::string_view sign_of(CompareOp op) {
    switch (op) {
        case CompareOp::less: return "<";
        case CompareOp::less_equal: return "<=";
        case CompareOp::greater: return ">";
        case CompareOp::greater_equal: return ">=";
        default: return "";
    }
}
CompareOp with_or_without_boundary(CompareOp op) {
    switch (op) {
        case CompareOp::less: return CompareOp::less_equal;
        case CompareOp::less_equal: return CompareOp::less;
        case CompareOp::greater: return CompareOp::greater_equal;
        case CompareOp::greater_equal: return CompareOp::greater;
        default: return op;
    }
}
class ChangeFinder {
  public:
    ChangeFinder(const Compilation& compilation, const std::set<SourceId>& sources)
        : compilation_(compilation), rules_(*compilation.rules), sources_(sources) {}

    std::vector<Change> find() {
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            const model::Signal& signal = rules_.signals[i];
            if (!start(PlaceOwner::Kind::signal, i, signal.origin)) continue;
            for (const model::SeverityLevel& level : signal.levels) look(level.condition);
            look_at_unless(signal.unless);
        }
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            const model::Policy& policy = rules_.policies[i];
            if (!start(PlaceOwner::Kind::policy, i, policy.origin)) continue;
            look(policy.condition);
            look_at_unless(policy.unless);
        }
        for (std::size_t i = 0; i < rules_.concepts.size(); ++i) {
            if (start(PlaceOwner::Kind::concept_, i, rules_.concepts[i].origin)) look(rules_.concepts[i].expr);
        }
        for (std::size_t i = 0; i < rules_.plans.size(); ++i) {
            if (start(PlaceOwner::Kind::plan, i, rules_.plans[i].origin)) look(rules_.plans[i].goal);
        }
        for (std::size_t i = 0; i < rules_.tables.size(); ++i) {
            if (!start(PlaceOwner::Kind::table, i, rules_.tables[i].origin)) continue;
            model::for_each_child(rules_.tables[i], [this](ExprId child) { look(child); });
        }
        for (std::size_t i = 0; i < rules_.parameters.size(); ++i) look_at_parameter(i);
        std::ranges::stable_sort(changes_, {}, [](const Change& change) { return change.where; });
        return std::move(changes_);
    }

  private:
    bool start(PlaceOwner::Kind kind, std::size_t index, const Span& origin) {
        owner_ = {kind, static_cast<std::uint32_t>(index)};
        path_.clear();
        return origin.has_place() && sources_.contains(origin.source);
    }
    void add(ChangeKind kind, decltype(Change::other) other, const Span& where, std::string written) {
        changes_.push_back({kind, std::move(other), owner_, path_, where, std::move(written)});
    }
    [[nodiscard]] Span span_of(ExprId id) const { return rules_.expr(id).origin; }
    [[nodiscard]] const ast::File& file_of(const Span& span) const {
        return *std::ranges::find(compilation_.files, span.source, &ast::File::source);
    }
    [[nodiscard]] Language language_of(const Span& span) const { return file_of(span).language; }
    [[nodiscard]] std::string_view text(SourceId source) const { return compilation_.sources.text(source); }

    // ---- conditions ----
    void look(ExprId id) {
        if (id.is_none() || !span_of(id).has_place() || !seen_.insert(id).second) return;
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* comparison = std::get_if<model::Comparison>(&node)) {
            look_at_sign(id, *comparison);
            step_literals(id, comparison->left, comparison->right);
            step_literals(id, comparison->right, comparison->left);
        } else if (const auto* between = std::get_if<model::Between>(&node)) {
            step_literals(id, between->low, between->value);
            step_literals(id, between->high, between->value);
        } else if (const auto* existence = std::get_if<model::Existence>(&node)) {
            if (existence->count) step_literals(id, existence->count, existence->count);
        } else if (const auto* both = std::get_if<model::And>(&node)) {
            look_at_joined(id, both->operands, true);
        } else if (const auto* either = std::get_if<model::Or>(&node)) {
            look_at_joined(id, either->operands, false);
        } else if (const auto* list = std::get_if<model::Quantified>(&node)) {
            look_at_list(id, *list);
        }
        if (const model::Selection* selection = model::selection_of(node)) look_at_period(id, *selection);
        path_.push_back(id);
        model::for_each_child(rules_, node, [this](ExprId child) { look(child); });
        path_.pop_back();
    }

    void look_at_sign(ExprId id, const model::Comparison& node) {
        const std::string_view sign = sign_of(node.op);
        if (sign.empty()) return;
        const Span right = span_of(node.right);
        const std::string_view source = text(right.source);
        std::size_t end = right.begin;
        while (end > 0 && (is_blank_or_line_end(source[end - 1]) || source[end - 1] == '(' || source[end - 1] == '-'))
            --end;
        if (end < sign.size() || source.substr(end - sign.size(), sign.size()) != sign) return;
        const Span where{right.source, static_cast<std::uint32_t>(end - sign.size()), static_cast<std::uint32_t>(end)};
        model::Comparison other = node;
        other.op = with_or_without_boundary(node.op);
        add(ChangeKind::boundary, OtherNode{id, other}, where, std::string(sign_of(other.op)));
    }

    // The numbers, days and names in one side of a comparison, held against the other.
    void step_literals(ExprId around, ExprId side, ExprId against) {
        const model::Expr& expr = rules_.expr(side);
        path_.push_back(around);
        if (const auto* literal = std::get_if<model::Literal>(&expr.node)) {
            const bool is_ordered = std::holds_alternative<model::Comparison>(rules_.expr(around).node) &&
                                    !sign_of(std::get<model::Comparison>(rules_.expr(around).node).op).empty();
            for (const model::Constant& value :
                 steps_of(rules_, literal->value, rules_.expr(against).type, is_ordered)) {
                add(ChangeKind::threshold, OtherNode{side, model::Literal{value}}, expr.origin,
                    written(value, expr.type, language_of(expr.origin)));
            }
        } else if (std::holds_alternative<model::Arithmetic>(expr.node) ||
                   std::holds_alternative<model::Negation>(expr.node)) {
            model::for_each_child(rules_, expr.node, [&](ExprId child) { step_literals(side, child, child); });
        }
        path_.pop_back();
    }
    [[nodiscard]] std::string written(const model::Constant& value, const model::ValueType& type,
                                      Language language) const {
        if (const auto* severity = std::get_if<model::Severity>(&value)) {
            return std::string(spelling(thinking::word_of(*severity), language));
        }
        return thinking::write_constant(rules_, value, type, language);
    }

    void look_at_period(ExprId id, const model::Selection& selection) {
        if (selection.period.is_none()) return;
        const model::Period& period = rules_.period(selection.period);
        const bool has_length = period.kind == model::Period::Kind::last || period.kind == model::Period::Kind::any;
        if (!has_length || period.length.parameter || !period.origin.has_place()) return;
        const std::string_view words = text(period.origin.source);
        std::uint32_t begin = period.origin.begin;
        while (begin < period.origin.end && (words[begin] < '0' || words[begin] > '9')) ++begin;
        std::uint32_t end = begin;
        while (end < period.origin.end && words[end] >= '0' && words[end] <= '9') ++end;
        if (begin == end) return;
        path_.push_back(id);
        for (const std::int64_t step : {-1, 1}) {
            const std::int64_t count = period.length.length.count + step;
            if (count < 1) continue;
            add(ChangeKind::threshold, OtherLength{selection.period, count}, {period.origin.source, begin, end},
                std::to_string(count));
        }
        path_.pop_back();
    }

    // ---- parts ----
    void look_at_joined(ExprId id, const std::vector<ExprId>& operands, bool is_and) {
        if (operands.size() < 2) return;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            std::vector<ExprId> left = operands;
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
            const bool is_first = i == 0;
            const Span part{span_of(id).source, is_first ? begin_of(operands[0]) : end_of(operands[i - 1]),
                            is_first ? begin_of(operands[1]) : end_of(operands[i])};
            if (!is_balanced(part)) continue;
            add(ChangeKind::left_out, is_and ? OtherNode{id, model::And{left}} : OtherNode{id, model::Or{left}}, part,
                {});
        }
        const Span gap{span_of(id).source, end_of(operands[0]), begin_of(operands[1])};
        const Language language = language_of(gap);
        const std::string_view word = spelling(is_and ? Word::and_ : Word::or_, language);
        const std::size_t at = compilation_.sources.text(gap).find(word);
        if (at == std::string_view::npos) return;
        const auto begin = static_cast<std::uint32_t>(gap.begin + at);
        std::string other(spelling(is_and ? Word::or_ : Word::and_, language));
        // All of them change: the others are written behind.
        Span where{gap.source, begin, static_cast<std::uint32_t>(begin + word.size())};
        if (operands.size() > 2) {
            where.end = end_of(operands.back());
            other = joined_anew(operands, where.begin, word, other);
            if (other.empty()) return;
        }
        add(ChangeKind::joined, is_and ? OtherNode{id, model::Or{operands}} : OtherNode{id, model::And{operands}},
            where, other);
    }
    [[nodiscard]] std::string joined_anew(const std::vector<ExprId>& operands, std::uint32_t from,
                                          std::string_view word, const std::string& other) const {
        std::string result;
        std::uint32_t at = from;
        const std::string_view source = text(span_of(operands.front()).source);
        for (std::size_t i = 1; i < operands.size(); ++i) {
            const std::uint32_t gap = i == 1 ? from : end_of(operands[i - 1]);
            const std::size_t found = source.find(word, gap);
            if (found == std::string_view::npos || found > begin_of(operands[i])) return {};
            result += source.substr(at, found - at);
            result += other;
            at = static_cast<std::uint32_t>(found + word.size());
        }
        return result + std::string(source.substr(at, end_of(operands.back()) - at));
    }
    // With the parentheses around it, which are no part of the expression.
    [[nodiscard]] std::uint32_t begin_of(ExprId id) const { return around(span_of(id)).begin; }
    [[nodiscard]] std::uint32_t end_of(ExprId id) const { return around(span_of(id)).end; }
    [[nodiscard]] Span around(Span span) const {
        const std::string_view source = text(span.source);
        const std::string_view inside = compilation_.sources.text(span);
        // A closing one that is missing inside stands behind.
        auto open = std::ranges::count(inside, '(') - std::ranges::count(inside, ')');
        while (open > 0 && span.end < source.size() &&
               (source[span.end] == ')' || is_blank_or_line_end(source[span.end]))) {
            if (source[span.end++] == ')') --open;
        }
        while (true) {
            std::uint32_t begin = span.begin;
            std::uint32_t end = span.end;
            while (begin > 0 && is_blank_or_line_end(source[begin - 1])) --begin;
            while (end < source.size() && is_blank_or_line_end(source[end])) ++end;
            const bool is_inside = begin > 0 && source[begin - 1] == '(' && end < source.size() && source[end] == ')';
            if (!is_inside) return span;
            span.begin = begin - 1;
            span.end = end + 1;
        }
    }
    [[nodiscard]] bool is_balanced(const Span& span) const {
        int depth = 0;
        for (const char character : compilation_.sources.text(span)) {
            if (character == '(') ++depth;
            if (character == ')' && --depth < 0) return false;
        }
        return depth == 0 && span.begin < span.end;
    }

    void look_at_list(ExprId id, const model::Quantified& list) {
        if (list.count) step_literals(id, list.count, list.count);
        if (list.operands.size() < 2) return;
        for (std::size_t i = 0; i < list.operands.size(); ++i) {
            model::Quantified other = list;
            other.operands.erase(other.operands.begin() + static_cast<std::ptrdiff_t>(i));
            if (const auto* count = list.count ? std::get_if<model::Literal>(&rules_.expr(list.count).node) : nullptr) {
                const auto* number = std::get_if<Decimal>(&count->value);
                const auto most = Decimal::from_integer(static_cast<std::int64_t>(other.operands.size()));
                if (number != nullptr && *number > most) continue;  // it would be no pack
            }
            add(ChangeKind::left_out, OtherNode{id, other}, bullet_of(list.operands[i]), {});
        }
        const Language language = language_of(span_of(id));
        const std::string_view all = spelling(Word::all_of, language);
        if (list.quantifier != model::Quantifier::all || !compilation_.sources.text(span_of(id)).starts_with(all))
            return;
        const Span where{span_of(id).source, span_of(id).begin,
                         span_of(id).begin + static_cast<std::uint32_t>(all.size())};
        const ExprId one = one_literal();
        if (one.is_none()) return;
        model::Quantified other = list;
        other.quantifier = model::Quantifier::at_least;
        other.count = one;
        const std::string of(all.substr(all.rfind(' ') + 1));
        add(ChangeKind::joined, OtherNode{id, other}, where,
            std::string(spelling(Word::at_least, language)) + " 1 " + of);
    }
    [[nodiscard]] Span bullet_of(ExprId id) const {
        Span span = around(span_of(id));
        const std::string_view source = text(span.source);
        while (span.begin > 0 && (is_blank_or_line_end(source[span.begin - 1]) || source[span.begin - 1] == '-') &&
               source[span.begin - 1] != '\n')
            --span.begin;
        while (is_blank_or_line_end(source[span.begin])) ++span.begin;
        return span;
    }
    // Some literal 1 of the rules, to count with.
    [[nodiscard]] ExprId one_literal() const {
        const auto found = std::ranges::find_if(rules_.exprs, [](const model::Expr& expr) {
            const auto* literal = std::get_if<model::Literal>(&expr.node);
            const auto* number = literal == nullptr ? nullptr : std::get_if<Decimal>(&literal->value);
            return number != nullptr && *number == Decimal::from_integer(1);
        });
        return found == rules_.exprs.end() ? ExprId() : ExprId(static_cast<std::size_t>(found - rules_.exprs.begin()));
    }

    void look_at_unless(const std::vector<ExprId>& unless) {
        for (std::size_t i = 0; i < unless.size(); ++i) {
            std::vector<ExprId> left = unless;
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
            Span where = around(span_of(unless[i]));
            const std::string_view word = spelling(Word::unless, language_of(where));
            const std::size_t at = text(where.source).rfind(word, where.begin);
            if (at != std::string_view::npos) where.begin = static_cast<std::uint32_t>(at);
            add(ChangeKind::left_out, OtherUnless{owner_, i, std::move(left)}, where, {});
            look(unless[i]);
        }
    }

    // ---- parameters ----
    void look_at_parameter(std::size_t i) {
        const model::Parameter& parameter = rules_.parameters[i];
        if (!start(PlaceOwner::Kind::parameter, i, parameter.origin) || !parameter.value) return;
        const ast::File& file = file_of(parameter.origin);
        for (const ast::Declaration& declaration : file.declarations) {
            const auto* written_as = std::get_if<ast::Parameter>(&declaration.node);
            if (written_as == nullptr || written_as->name.text != parameter.name || written_as->value.is_none())
                continue;
            for (const model::Constant& value : steps_of(rules_, *parameter.value, parameter.type, true)) {
                if (!is_within(parameter, value)) continue;
                add(ChangeKind::threshold, OtherValue{model::ParameterId(i), value}, file.expr(written_as->value).span,
                    written(value, parameter.type, file.language));
            }
        }
    }

    const Compilation& compilation_;
    const model::RuleSet& rules_;
    const std::set<SourceId>& sources_;
    PlaceOwner owner_;
    std::vector<ExprId> path_;
    std::set<ExprId> seen_;
    std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> find_changes(const Compilation& compilation, const std::set<SourceId>& sources) {
    return ChangeFinder(compilation, sources).find();
}

}  // namespace wegwijzer::mutation
