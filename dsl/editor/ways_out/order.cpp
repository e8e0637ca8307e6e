// What stands in the wrong order or the wrong place: "schrijf de laagste waarde eerst", "wissel de grenzen om", "laat inspringen".
#include <algorithm>
#include <charconv>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

std::string swap_title(const Spot& spot, std::string_view first, std::string_view second) {
    return spot.say("wissel om: `", "swap: `") + short_form(first) + spot.say("` en `", "` and `") +
           short_form(second) + "`";
}

// The `als` of a level, or of whatever clause holds this place.
const ast::SignalClause* clause_around(const Spot& spot, const Span& span) {
    const ast::Declaration* declaration = spot.declaration(span.begin);
    const auto* signal = declaration == nullptr ? nullptr : std::get_if<ast::Signal>(&declaration->node);
    if (signal == nullptr) return nullptr;
    const auto clause = std::ranges::find_if(signal->clauses, [&](const ast::SignalClause& each) {
        return holds(each.span, span) && !each.condition.is_none();
    });
    return clause == signal->clauses.end() ? nullptr : &*clause;
}

bool is_value(const ast::Token& token) {
    return token.kind == ast::TokenKind::number || token.kind == ast::TokenKind::date;
}

}  // namespace

void swap_ends(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    std::vector<Span> ends;
    if (!finding.labels.empty() && finding.labels.front().span != finding.span) {
        ends = {finding.labels.front().span, finding.span};
    } else {
        // A value runs from its number up to the word between the two, or the end: `-5`, `10 EC`.
        for (const ast::Token& token : spot.file().tokens) {
            if (is_value(token) && holds(finding.span, {finding.span.source, token.begin, token.end}))
                ends.push_back({finding.span.source, token.begin, token.end});
        }
    }
    if (ends.size() != 2) return;
    const std::string first(spot.text(ends[0]));
    const std::string second(spot.text(ends[1]));
    ways.offer(swap_title(spot, first, second), {spot.edit(ends[0], second), spot.edit(ends[1], first)});
}

void swap_conditions(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    const ast::SignalClause* hidden = clause_around(spot, finding.span);
    if (hidden == nullptr) return;
    const ast::Declaration* signal = spot.declaration();
    for (const ast::SignalClause& other : std::get<ast::Signal>(signal->node).clauses) {
        if (&other == hidden || other.kind != ast::SignalClause::Kind::level) continue;
        const std::string first(spot.text(other.condition));
        const std::string second(spot.text(hidden->condition));
        if (ways.offer(swap_title(spot, first, second), {spot.edit(spot.file().expr(other.condition).span, second),
                                                         spot.edit(spot.file().expr(hidden->condition).span, first)}))
            return;
    }
}

void move_behind_the_other(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    const ast::Declaration* moved = spot.declaration();
    if (moved == nullptr || finding.labels.empty()) return;
    const ast::File* file = spot.file_of(finding.labels.front().span.source);
    if (file == nullptr) return;
    const ast::Declaration* other = nullptr;
    for (const ast::Declaration& each : file->declarations) {
        if (holds(each.span, finding.labels.front().span)) other = &each;
    }
    if (other == nullptr) return;
    ways.offer(spot.say("zet deze regel achter `", "put this line behind `") + short_form(spot.text(other->span)) + "`",
               {spot.edit(with_its_blanks(spot, moved->span), ""),
                spot.insert(*file, other->span.end, spot.line_end(*file) + std::string(spot.text(moved->span)))});
}

// The day it says stands behind the last word of the way out.
void begin_later(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    const std::string told = finding.way_out.empty() ? "" : finding.way_out.in(spot.file().language);
    std::string day = told.substr(told.rfind(' ') == std::string::npos ? 0 : told.rfind(' ') + 1);
    if (day.empty()) day = finding.arguments.empty() ? "" : finding.arguments.back().in(spot.file().language);
    const ast::Declaration* declaration = spot.declaration();
    const auto* calendar = declaration == nullptr ? nullptr : std::get_if<ast::Calendar>(&declaration->node);
    if (calendar == nullptr || calendar->from.is_none()) return;
    ways.offer(spot.say_write(std::string(spot.word(Word::from)) + " " + day),
               {spot.edit(spot.file().expr(calendar->from).span, day)});
}

void move_to_line_before(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string_view text = spot.text_of(spot.file());
    const std::uint32_t place = spot.finding().span.begin;
    const std::uint32_t line = spot.line_begin(spot.file(), place);
    std::uint32_t end = line;
    while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
    ways.offer(spot.say("zet het achter de vorige regel", "put it behind the line before"),
               {spot.edit({spot.file().source, end, place}, " ")});
}

// As far as the line above it.
void indent_line(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::uint32_t line = spot.line_begin(spot.file(), spot.finding().span.begin);
    std::vector<std::string> indents;
    if (line > 0) indents.push_back(spot.indent(spot.file(), line - 1));
    indents.emplace_back("  ");
    for (const std::string& indent : indents) {
        if (!indent.empty() && ways.offer(spot.say("laat de regel inspringen", "indent the line"),
                                          {spot.insert(spot.file(), line, indent)}))
            return;
    }
}

void unindent_line(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::uint32_t place = spot.finding().span.begin;
    ways.offer_exact(spot.say("zet `", "put `") + std::string(spot.text(spot.finding().span)) +
                         spot.say("` vooraan op de regel", "` at the beginning of its line"),
                     {spot.edit({spot.file().source, spot.line_begin(spot.file(), place), place}, "")});
}

void give_next_number(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Declaration* declaration = spot.declaration();
    const auto* plan = declaration == nullptr ? nullptr : std::get_if<ast::Plan>(&declaration->node);
    if (plan == nullptr) return;
    std::int64_t last = 0;
    for (const ast::PlanClause& clause : plan->clauses) {
        if (clause.kind == ast::PlanClause::Kind::step) last = std::max(last, clause.step.number);
    }
    for (const ast::PlanClause& clause : plan->clauses) {
        if (clause.kind != ast::PlanClause::Kind::step) continue;
        const std::string old = std::string(spot.word(Word::step)) + " " + std::to_string(clause.step.number);
        const std::string next = std::string(spot.word(Word::step)) + " " + std::to_string(last + 1);
        if (!spot.text(clause.span).starts_with(old)) continue;
        const Span number{clause.span.source, clause.span.begin,
                          clause.span.begin + static_cast<std::uint32_t>(old.size())};
        const std::string rest(spot.text(clause.span).substr(old.size()));
        ways.offer(spot.say_write(next + rest), {spot.edit(number, next)});
    }
}

}  // namespace wegwijzer::editor
