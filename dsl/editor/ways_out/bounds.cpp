// Conditions that hold too often or too seldom, and rows of a tabel that leave something between them.
#include <algorithm>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

// Where a cell ends on one side, and whether the end itself belongs to it.
struct CellEnd {
    const ast::TableTest* cell = nullptr;
    ast::ExprId bound;
    bool is_within = true;
    bool is_only_end = true;  // of `3 t/m 6` there are two: only a comparison can leave its end out
};

enum class Side : std::uint8_t { upper, lower };

std::optional<CellEnd> end_of(const ast::TableTest& cell, Side side) {
    const bool is_upper = side == Side::upper;
    if (cell.kind == ast::TableTest::Kind::range && cell.values.size() == 2)
        return CellEnd{&cell, cell.values[is_upper ? 1 : 0], true, false};
    if (cell.kind != ast::TableTest::Kind::compare || cell.values.empty()) return std::nullopt;
    const ast::CompareOp without = is_upper ? ast::CompareOp::less : ast::CompareOp::greater;
    const ast::CompareOp with = is_upper ? ast::CompareOp::less_equal : ast::CompareOp::greater_equal;
    if (cell.op != without && cell.op != with) return std::nullopt;
    return CellEnd{&cell, cell.values[0], cell.op == with, true};
}

bool lies_below(const Spot& spot, ast::ExprId low, ast::ExprId high) {
    const auto* left = std::get_if<ast::NumberLiteral>(&spot.file().expr(low).node);
    const auto* right = std::get_if<ast::NumberLiteral>(&spot.file().expr(high).node);
    return left != nullptr && right != nullptr && left->kind == right->kind && left->unit == right->unit &&
           left->value < right->value;
}

void meet_at_either(Ways& ways, const CellEnd& below, const CellEnd& above) {
    const Spot& spot = ways.spot();
    const auto write = [&](const CellEnd& end, const std::string& sign, ast::ExprId bound) {
        const std::string cell = sign + " " + std::string(spot.text(bound));
        const std::uint32_t line =
            spot.compilation().sources.line_column(spot.file().source, end.cell->span.begin).line;
        ways.offer_step(spot.say_write(cell) + spot.say(" op regel ", " on line ") + std::to_string(line),
                        {spot.edit(end.cell->span, cell)});
    };
    if (below.is_only_end) write(below, above.is_within ? "<" : "<=", above.bound);
    if (above.is_only_end) write(above, below.is_within ? ">" : ">=", below.bound);
}

// The text on both sides of a sign that compares.
std::string_view compared_in(const Spot& spot, const ast::Expr& expr) {
    if (const auto* compare = std::get_if<ast::Compare>(&expr.node)) return spot.text(compare->left);
    if (const auto* between = std::get_if<ast::Between>(&expr.node)) return spot.text(between->value);
    if (const auto* options = std::get_if<ast::OneOf>(&expr.node)) return spot.text(options->value);
    return {};
}

const ast::Expr* exactly_at(const Spot& spot, const Span& span) {
    const ast::Expr* found = nullptr;
    for (const ast::Expr& expr : spot.file().exprs) {
        if (expr.span == span && !std::holds_alternative<ast::Parenthesized>(expr.node)) found = &expr;
    }
    return found;
}

}  // namespace

// `of` in a list: fewer of its points are enough.
void need_fewer(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Expr* expr = spot.smallest_around<ast::Bullets>(spot.finding().span);
    if (expr == nullptr) return;
    const auto& list = std::get<ast::Bullets>(expr->node);
    std::int64_t asked = 0;
    if (list.quantifier == ast::Quantifier::all) asked = static_cast<std::int64_t>(list.items.size());
    if (list.quantifier == ast::Quantifier::at_least && list.count.number) asked = *list.count.number;
    const std::size_t colon = spot.text(expr->span).find(':');
    if (colon == std::string_view::npos) return;
    const Span opening{expr->span.source, expr->span.begin, expr->span.begin + static_cast<std::uint32_t>(colon)};
    for (std::int64_t enough = asked - 1; enough > 0; --enough) {
        const std::string words = std::string(spot.word(Word::at_least)) + " " + std::to_string(enough) + " " +
                                  std::string(spot.word(Word::of));
        ways.offer(spot.say_write(words + ":"), {spot.edit(opening, words)});
    }
}

// Of parts that together leave nothing out each by itself.
void keep_one_part(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Expr* expr = exactly_at(spot, spot.finding().span);
    const auto* either = expr == nullptr ? nullptr : std::get_if<ast::Or>(&expr->node);
    if (either == nullptr) return;
    for (const ast::ExprId part : either->operands) {
        const std::string kept(spot.text(part));
        ways.offer(spot.say_write(kept), {spot.edit(expr->span, kept)});
    }
}

// Whoever has a value meets it: then that can be said.
void ask_whether_known(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Expr* expr = exactly_at(spot, spot.finding().span);
    if (expr == nullptr) return;
    std::string_view value = compared_in(spot, *expr);
    if (const auto* either = std::get_if<ast::Or>(&expr->node)) {
        for (const ast::ExprId part : either->operands) {
            const std::string_view its = compared_in(spot, spot.file().expr(part));
            if (its.empty() || (!value.empty() && its != value)) return;
            value = its;
        }
    }
    if (value.empty()) return;
    const std::string known =
        std::string(value) + " " + std::string(spot.word(Word::is)) + " " + std::string(spot.word(Word::known));
    ways.offer(spot.say_write(known), {spot.edit(expr->span, known)});
}

// Where no row can say what lies between two others: the one runs on to the other, or the other begins where the one ends.
void let_rows_meet(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Declaration* declaration = spot.declaration();
    const auto* table = declaration == nullptr ? nullptr : std::get_if<ast::Table>(&declaration->node);
    if (table == nullptr || ways.has_found()) return;
    for (std::size_t column = 0; column < table->columns.size(); ++column) {
        for (const ast::TableRow& low : table->rows) {
            const auto below = column < low.tests.size() ? end_of(low.tests[column], Side::upper) : std::nullopt;
            if (!below) continue;
            for (const ast::TableRow& high : table->rows) {
                const auto above = column < high.tests.size() ? end_of(high.tests[column], Side::lower) : std::nullopt;
                if (above && lies_below(spot, below->bound, above->bound)) meet_at_either(ways, *below, *above);
            }
        }
    }
}

}  // namespace wegwijzer::editor
