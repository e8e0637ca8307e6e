// `tijd sinds laatste gesprek > 6 weken` leaves out whoever never had one, unless `is onbekend` stands beside it
// (language.md section 4, "Aggregates").
#include <algorithm>
#include <optional>
#include <vector>

#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

class TimeSinceLastFinder {
  public:
    TimeSinceLastFinder(Context& context, const ast::File& file) : context_(context), file_(file) {}

    void check(ast::ExprId condition) {
        walk(condition);
        for (const Found& found : found_) {
            if (std::find(known_.begin(), known_.end(), found.key) != known_.end()) continue;
            report(found);
        }
        found_.clear();
        known_.clear();
    }

    // A column of `tijd sinds laatste …` with a cell that asks for more than so long, and none that asks `onbekend`.
    void check(const ast::Table& table) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            check(table.columns[column]);
            const ast::TableTest* longer = nullptr;
            bool asks_unknown = false;
            for (const ast::TableRow& row : table.rows) {
                if (column >= row.tests.size()) continue;
                const ast::TableTest& test = row.tests[column];
                asks_unknown = asks_unknown || test.kind == ast::TableTest::Kind::unknown;
                const bool is_longer = test.kind == ast::TableTest::Kind::compare &&
                                       (test.op == ast::CompareOp::greater || test.op == ast::CompareOp::greater_equal);
                if (is_longer && longer == nullptr) longer = &test;
            }
            if (longer == nullptr || asks_unknown || table.columns[column].is_none()) continue;
            const auto found = time_since_last(bare(table.columns[column]));
            if (!found) continue;
            const std::string unknown = word(file_, Word::unknown);
            context_.report(Code::W003, longer->span, {events_of(*found), found->key},
                            plain("voeg bovenaan een rij toe met `" + unknown + "` in de kolom `" + found->key + '`',
                                  "add a row on top with `" + unknown + "` in the column `" + found->key + '`'));
        }
        for (const ast::TableRow& row : table.rows) check(row.result);
    }

  private:
    struct Found {
        std::string key;  // the aggregate as written, or the name of its begrip
        const ast::Aggregate* aggregate = nullptr;
        const ast::File* file = nullptr;  // of the aggregate
        ast::ExprId limit;
        Span span;
    };

    void walk(ast::ExprId id) {
        if (id.is_none()) return;
        const auto& node = file_.expr(id).node;
        if (const auto* comparison = std::get_if<ast::Compare>(&node)) look_at(*comparison, file_.expr(id).span);
        if (const auto* known = std::get_if<ast::Knownness>(&node); known != nullptr && !known->asks_known) {
            known_.push_back(context_.quote(file_.expr(bare(known->value)).span));
        }
        const auto all = [&](const std::vector<ast::ExprId>& ids) {
            for (const ast::ExprId each : ids) walk(each);
        };
        if (const auto* inner = std::get_if<ast::Parenthesized>(&node)) walk(inner->inner);
        if (const auto* inverse = std::get_if<ast::Not>(&node)) walk(inverse->operand);
        if (const auto* both = std::get_if<ast::And>(&node)) all(both->operands);
        if (const auto* either = std::get_if<ast::Or>(&node)) all(either->operands);
        if (const auto* mixed = std::get_if<ast::MixedAndOr>(&node)) all(mixed->operands);
        if (const auto* bullets = std::get_if<ast::Bullets>(&node)) all(bullets->items);
        if (const auto* choice = std::get_if<ast::Conditional>(&node)) {
            all({choice->condition, choice->if_true, choice->if_false});
        }
    }

    [[nodiscard]] ast::ExprId bare(ast::ExprId id) const {
        while (const auto* inner = std::get_if<ast::Parenthesized>(&file_.expr(id).node)) id = inner->inner;
        return id;
    }

    void look_at(const ast::Compare& comparison, Span span) {
        const bool more = comparison.op == ast::CompareOp::greater || comparison.op == ast::CompareOp::greater_equal;
        const bool less = comparison.op == ast::CompareOp::less || comparison.op == ast::CompareOp::less_equal;
        if ((!more && !less) || comparison.left.is_none() || comparison.right.is_none()) return;
        auto found = time_since_last(bare(more ? comparison.left : comparison.right));
        if (!found) return;
        found->limit = more ? comparison.right : comparison.left;
        found->span = span;
        found_.push_back(std::move(*found));
    }

    // What `tijd sinds laatste …` this is, or the name of a begrip for one.
    [[nodiscard]] std::optional<Found> time_since_last(ast::ExprId subject) const {
        const auto& node = file_.expr(subject).node;
        Found found;
        found.key = context_.quote(file_.expr(subject).span);
        found.file = &file_;
        if (const auto* aggregate = std::get_if<ast::Aggregate>(&node)) {
            found.aggregate = aggregate;
        } else if (const auto* name = std::get_if<ast::NameRef>(&node)) {
            const Symbol* symbol = context_.symbols.values.find(name->name.text);
            if (symbol == nullptr || symbol->kind != NameKind::named_concept) return std::nullopt;
            const auto& declared = context_.declared.concepts[symbol->index];
            if (declared->value.is_none()) return std::nullopt;
            found.file = declared.file;
            found.aggregate = std::get_if<ast::Aggregate>(&declared.file->expr(declared->value).node);
        }
        if (found.aggregate == nullptr || found.aggregate->kind != ast::AggregateKind::time_since_last) {
            return std::nullopt;
        }
        if (context_.symbols.series.find(found.aggregate->selection.series.text) == nullptr) return std::nullopt;
        return found;
    }

    // The series with its filter, as written.
    [[nodiscard]] std::string events_of(const Found& found) const {
        const ast::Selection& selection = found.aggregate->selection;
        std::string events = context_.quote(selection.series.span);
        if (selection.filter) {
            const std::string condition = context_.quote(found.file->expr(selection.filter->condition).span);
            const bool parenthesized = selection.filter->parenthesized && condition.front() != '(';
            events += ' ' + word(*found.file, Word::with) + ' ' + (parenthesized ? '(' + condition + ')' : condition);
        }
        return events;
    }

    void report(const Found& found) {
        const std::string events = events_of(found);
        const std::string beside =
            word(file_, Word::or_) + ' ' + found.key + ' ' + word(file_, Word::is) + ' ' + word(file_, Word::unknown);
        const auto& limit = file_.expr(bare(found.limit)).node;
        const bool is_term = std::holds_alternative<ast::DurationLiteral>(limit) || is_parameter(limit);
        Localized way_out = plain("voeg toe:  " + beside, "add:  " + beside);
        if (is_term) {
            const std::string turned = word(file_, Word::no_event) + ' ' + events + ' ' + word(file_, Word::in_last) +
                                       ' ' + context_.quote(file_.expr(bare(found.limit)).span);
            way_out = plain("schrijf `" + turned + "`, of " + way_out.nl, "write `" + turned + "`, or " + way_out.en);
        }
        context_.report(Code::W003, found.span, {events, found.key}, std::move(way_out));
    }

    [[nodiscard]] bool is_parameter(const decltype(ast::Expr::node)& node) const {
        const auto* name = std::get_if<ast::NameRef>(&node);
        const Symbol* symbol = name != nullptr ? context_.symbols.values.find(name->name.text) : nullptr;
        return symbol != nullptr && symbol->kind == NameKind::parameter;
    }

    Context& context_;
    const ast::File& file_;
    std::vector<Found> found_;
    std::vector<std::string> known_;
};

}  // namespace

void warn_about_time_since_last(Context& context) {
    for (const Declared<ast::Concept>& declared : context.declared.concepts) {
        TimeSinceLastFinder(context, *declared.file).check(declared->value);
    }
    for (const Declared<ast::Table>& declared : context.declared.tables) {
        TimeSinceLastFinder(context, *declared.file).check(*declared.node);
    }
    for (const Declared<ast::Signal>& declared : context.declared.signals) {
        for (const ast::SignalClause& clause : declared->clauses) {
            TimeSinceLastFinder(context, *declared.file).check(clause.condition);
        }
    }
    for (const Declared<ast::Policy>& declared : context.declared.policies) {
        for (const ast::PolicyClause& clause : declared->clauses) {
            TimeSinceLastFinder(context, *declared.file).check(clause.condition);
        }
    }
}

}  // namespace wegwijzer::checking
