// What only the author knows: its place is left open with `…`, and the title says so.
#include <algorithm>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

constexpr std::string_view open_place = "…";

// The numbers, lengths and days in this part of a condition.
std::vector<Span> bounds_in(const Spot& spot, const Span& part) {
    std::vector<Span> bounds;
    for (const ast::Expr& expr : spot.file().exprs) {
        if (!holds(part, expr.span)) continue;
        if (std::holds_alternative<ast::NumberLiteral>(expr.node) ||
            std::holds_alternative<ast::DurationLiteral>(expr.node) ||
            std::holds_alternative<ast::DateLiteral>(expr.node))
            bounds.push_back(expr.span);
        if (const auto* events = std::get_if<ast::Exists>(&expr.node); events != nullptr && events->count.number)
            bounds.push_back(events->count.span);
    }
    std::ranges::sort(bounds);
    return bounds;
}

// The comparison around a bound as it reads with the bound left open.
std::string with_open_bound(const Spot& spot, const Span& bound) {
    const ast::Expr* around = spot.smallest_around<ast::Compare, ast::OneOf, ast::Between, ast::Exists>(bound);
    const Span whole = around == nullptr ? bound : around->span;
    std::string reading(spot.text(whole));
    return reading.replace(bound.begin - whole.begin, bound.end - bound.begin, open_place);
}

bool is_in_text(const Spot& spot, const Span& span) {
    return std::ranges::any_of(spot.file().tokens, [&](const ast::Token& token) {
        return token.kind == ast::TokenKind::template_text && holds({span.source, token.begin, token.end}, span);
    });
}

}  // namespace

// A number of a student, say, is a text; any other the author writes smaller.
void leave_number_open(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& number = spot.finding().span;
    const std::string quoted = '"' + std::string(spot.text(number)) + '"';
    ways.offer(spot.say_write(quoted), {spot.edit(number, quoted)});
    ways.offer_to_fill(spot.say_write(open_place), {spot.edit(number, std::string(open_place))});
}

// Behind the word, or before it, where the message says so; not where there is something to choose from.
void leave_value_open(Ways& ways) {
    if (ways.has_found()) return;
    const Spot& spot = ways.spot();
    const Span& word = spot.finding().span;
    const std::string written(spot.text(word));
    const std::string behind = written + " " + std::string(open_place);
    const std::string before = std::string(open_place) + " " + written;
    if (ways.offer_to_fill(spot.say_write(behind), {spot.edit(word, behind)})) return;
    ways.offer_to_fill(spot.say_write(before), {spot.edit(word, before)});
}

void leave_count_open(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& place = spot.finding().span;
    ways.offer_to_fill(spot.say_write(with_open_bound(spot, place)), {spot.edit(place, std::string(open_place))});
}

// Where nothing smaller can go: all of the condition, and another in its place. In a text just what is filled in.
void leave_condition_open(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Expr* whole = spot.whole_around(spot.finding().span);
    if (whole == nullptr) return;
    if (is_in_text(spot, whole->span)) {
        const Span braces{whole->span.source, whole->span.begin - 1, whole->span.end + 1};
        if (spot.text(braces).starts_with('{') && spot.text(braces).ends_with('}'))
            ways.offer_text_to_fill(spot.say_remove(braces), {spot.edit(braces, std::string(open_place))});
        return;
    }
    if (ways.has_found()) return;
    ways.offer_to_fill(spot.say_remove(whole->span), {spot.edit(whole->span, std::string(open_place))});
}

// "kies een andere grens": each of those that stand there.
void leave_bounds_open(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<Span> parts{spot.finding().span};
    for (const Label& label : spot.finding().labels) parts.push_back(label.span);
    std::vector<Span> bounds;
    for (const Span& part : parts) {
        for (const Span& bound : bounds_in(spot, part)) {
            if (std::ranges::find(bounds, bound) == bounds.end()) bounds.push_back(bound);
        }
    }
    for (const Span& bound : bounds)
        ways.offer_to_fill(spot.say_write(with_open_bound(spot, bound)), {spot.edit(bound, std::string(open_place))});
}

}  // namespace wegwijzer::editor
