// What a message shows in pieces: words of which each has its own place, a declaration on one line.
#include <algorithm>

#include "dsl/editor/ways_out/ways.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::editor {

namespace {

constexpr std::string_view and_so_on = " … ";

// The word right before this place, on the same line.
std::uint32_t begin_of_word_before(const Spot& spot, std::uint32_t place) {
    const std::string_view text = spot.text_of(spot.file());
    while (place > 0 && text[place - 1] == ' ') --place;
    while (place > 0 && text[place - 1] != ' ' && text[place - 1] != '\n') --place;
    return place;
}

std::vector<std::string> split(std::string_view text, std::string_view between) {
    std::vector<std::string> pieces;
    for (;;) {
        const std::size_t end = text.find(between);
        pieces.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + between.size());
    }
}

}  // namespace

// `kracht sterk` where `signaal sterk` stands and only `sterk` is underlined.
void write_with_word_before(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    for (const std::string& proposal : spot.proposals()) {
        if (ways.offer(spot.say_write(proposal), {spot.edit(span, proposal)})) continue;
        const Span both{span.source, begin_of_word_before(spot, span.begin), span.end};
        ways.offer(spot.say_write(proposal), {spot.edit(both, proposal)});
    }
}

// `als …`: what comes behind it stays; the word may stand there already, further on.
void write_without_rest(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    for (std::string proposal : spot.proposals()) {
        proposal = proposal.substr(0, proposal.find(" …"));
        if (ways.offer(spot.say_write(proposal), {spot.edit(span, proposal)})) continue;
        const std::size_t at = spot.text_of(spot.file()).find(" " + proposal + " ", span.end);
        if (at >= spot.next_line(spot.file(), span.end)) continue;
        ways.offer(spot.say_write(proposal),
                   {spot.edit({span.source, span.begin, static_cast<std::uint32_t>(at) + 1}, "")});
    }
}

// Several at once: each in the place of the one it is for, by the order in which they stand.
void write_in_turn(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    const std::vector<std::string> told = spot.proposals();
    std::vector<Span> places{finding.span};
    for (const Label& label : finding.labels) places.push_back(label.span);
    std::ranges::sort(places);
    if (told.size() > 1 && told.size() == places.size()) {
        std::vector<Edit> edits;
        for (std::size_t i = 0; i < told.size(); ++i) edits.push_back(spot.edit(places[i], told[i]));
        ways.offer(do_text(finding, spot.language()), std::move(edits));
    }
    // `als … dan … anders` for `if … then … else`.
    if (told.size() != 1 || finding.arguments.empty()) return;
    const std::vector<std::string> right = split(told.front(), and_so_on);
    const std::vector<std::string> wrong = split(finding.arguments.front().in(spot.file().language), and_so_on);
    if (right.size() < 2 || right.size() != wrong.size()) return;
    const std::string_view text = spot.text_of(spot.file());
    std::vector<Edit> edits;
    std::size_t at = finding.span.begin;
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        at = text.find(wrong[i], at);
        if (at == std::string_view::npos) return;
        const std::size_t end = at + wrong[i].size();
        edits.push_back(spot.edit(
            {finding.span.source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, right[i]));
        at = end;
    }
    ways.offer(spot.say_write(told.front()), std::move(edits));
}

// A quote that is missing: before one of the words on the line, or at the end of this line and the beginning of the next.
void close_text(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::File& file = spot.file();
    const std::string_view text = spot.text_of(file);
    const Span& span = spot.finding().span;
    for (std::uint32_t at = spot.line_begin(file, span.begin); at < span.begin; ++at) {
        if (text[at] == ' ' || at == 0 || text[at - 1] != ' ') continue;
        if (ways.offer(
                spot.say("zet `\"` voor `", "put `\"` before `") + short_form(text.substr(at, span.begin - at)) + "`",
                {spot.insert(file, at, "\"")}))
            return;
    }
    const std::uint32_t next = spot.next_line(file, span.begin);
    const std::size_t end = text.find_last_not_of(" \t\r\n", next == 0 ? 0 : next - 1);
    const std::size_t begin = text.find_first_not_of(" \t", next);
    if (end == std::string_view::npos || begin == std::string_view::npos) return;
    ways.offer(do_text(spot.finding(), spot.language()), {spot.insert(file, static_cast<std::uint32_t>(end + 1), "\""),
                                                          spot.insert(file, static_cast<std::uint32_t>(begin), "\"")});
}

// Where it is declared and wherever it can't be the word of the language.
void call_reserved_otherwise(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string_view written = spot.text(spot.finding().span);
    for (const std::string& proposal : spot.proposals()) {
        std::vector<Edit> edits;
        for (const ast::Token& token : spot.file().tokens) {
            const Span span{spot.file().source, token.begin, token.end};
            if (token.kind != ast::TokenKind::word || spot.text(span) != written) continue;
            const std::string behind = " " + std::string(spot.word(Word::of)) + " ";
            if (span != spot.finding().span && spot.text_of(spot.file()).substr(token.end).starts_with(behind))
                continue;
            edits.push_back(spot.edit(span, proposal));
        }
        ways.offer(spot.say_write(proposal), std::move(edits));
    }
}

// A clause that belongs in another declaration: out of this one, and that one below it, as the message shows it.
void move_to_declaration(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::File& file = spot.file();
    const std::string told = do_text(spot.finding(), file.language);
    const std::size_t colon = told.find(":  ");
    const ast::Declaration* declaration = spot.declaration();
    if (colon == std::string::npos || declaration == nullptr) return;
    std::string lines;
    for (const std::string& line : split(std::string_view(told).substr(colon + 3), "  "))
        lines += (lines.empty() ? spot.line_end(file) : spot.line_end(file) + "  ") + line;
    const std::uint32_t place = spot.finding().span.begin;
    const Span line{file.source, spot.line_begin(file, place), spot.next_line(file, place)};
    const std::uint32_t behind = std::max(spot.next_line(file, declaration->span.end), line.end);
    const std::string title = do_text(spot.finding(), spot.language());
    ways.offer(title.substr(0, title.find(':')),
               {spot.edit(line, ""), spot.insert(file, behind, lines + spot.line_end(file))});
}

// The message writes the field with its type; underlined is its name.
void write_whole_field(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Declaration* declaration = spot.declaration();
    const auto* data = declaration == nullptr ? nullptr : std::get_if<ast::StudentData>(&declaration->node);
    if (data == nullptr) return;
    for (const std::string& proposal : spot.proposals()) {
        for (const ast::Field& field : data->fields) {
            if (!holds(field.span, spot.finding().span)) continue;
            const Span whole{field.span.source, field.name.span.begin, field.type.span.end};
            ways.offer(spot.say_write(proposal), {spot.edit(whole, proposal)});
        }
    }
}

// The message writes the period with its term; underlined are the words before that.
void write_whole_period(Ways& ways) {
    const Spot& spot = ways.spot();
    for (const std::string& proposal : spot.proposals()) {
        for (const ast::Expr& expr : spot.file().exprs) {
            const auto* aggregate = std::get_if<ast::Aggregate>(&expr.node);
            if (aggregate == nullptr || !aggregate->selection.period) continue;
            const Span& period = aggregate->selection.period->span;
            if (holds(period, spot.finding().span)) ways.offer(spot.say_write(proposal), {spot.edit(period, proposal)});
        }
    }
}

}  // namespace wegwijzer::editor
