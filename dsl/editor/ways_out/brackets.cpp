// How parts of a condition belong together: parentheses, lists, and the words between.
#include <algorithm>

#include "dsl/editor/ways_out/ways.h"
#include "engine/base/ascii.h"

namespace wegwijzer::editor {

namespace {

// Where `wanted` stands around `near`, blanks of any length and parentheses in it left out of account.
std::optional<Span> find_without_brackets(const Spot& spot, std::string_view wanted) {
    const ast::Declaration* declaration = spot.declaration();
    if (declaration == nullptr) return std::nullopt;
    const Span& near = spot.finding().span;
    const std::string_view text = spot.text(declaration->span);
    const auto counts = [](char c) { return !is_blank_or_line_end(c) && c != '(' && c != ')'; };
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (!counts(text[begin])) continue;
        std::size_t at = begin;
        std::size_t told = 0;
        while (true) {
            while (told < wanted.size() && !counts(wanted[told])) ++told;
            if (told == wanted.size()) break;
            while (at < text.size() && !counts(text[at])) ++at;
            if (at == text.size() || text[at] != wanted[told]) break;
            ++at;
            ++told;
        }
        if (told != wanted.size()) continue;
        const Span found{near.source, declaration->span.begin + static_cast<std::uint32_t>(begin),
                         declaration->span.begin + static_cast<std::uint32_t>(at)};
        if (found.begin <= near.end && near.begin <= found.end) return found;
    }
    return std::nullopt;
}

}  // namespace

// The message shows the words with their parentheses: `met (a en b)`, `(a / b) / …`.
void put_brackets_as_told(Ways& ways) {
    const Spot& spot = ways.spot();
    for (std::string told : spot.proposals()) {
        if (told.find('(') == std::string::npos) continue;
        told = told.substr(0, told.find("…"));
        while (!told.empty() && is_blank_or_line_end(told.back())) told.pop_back();
        if (const auto place = find_without_brackets(spot, told))
            ways.offer(spot.say_write(told), {spot.edit(*place, told)});
    }
}

// Both readings of `a en b of c`: `en` holds its parts together, or `of` does.
void choose_reading(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Expr* expr = spot.smallest_around<ast::MixedAndOr>(spot.finding().span);
    if (expr == nullptr) return;
    const auto& mixed = std::get<ast::MixedAndOr>(expr->node);
    for (const bool and_binds : {true, false}) {
        std::vector<Edit> edits;
        for (std::size_t first = 0; first < mixed.operands.size();) {
            std::size_t last = first;
            while (last < mixed.words.size() && mixed.word_is_and[last] == and_binds) ++last;
            if (last > first) {
                const Span& begin = spot.file().expr(mixed.operands[first]).span;
                const Span& end = spot.file().expr(mixed.operands[last]).span;
                edits.push_back(spot.insert(spot.file(), begin.begin, "("));
                edits.push_back(spot.insert(spot.file(), end.end, ")"));
            }
            first = last + 1;
        }
        std::string reading(spot.text(expr->span));
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
            reading.insert(edit->begin - expr->span.begin, edit->text);
        ways.offer(spot.say_write(reading), std::move(edits));
    }
}

// A `)` without its `(`: at the beginning of the condition.
void open_bracket(Ways& ways) {
    const Spot& spot = ways.spot();
    if (spot.text(spot.finding().span) != ")") return;
    const std::string_view text = spot.text_of(spot.file());
    const std::uint32_t line = spot.line_begin(spot.file(), spot.finding().span.begin);
    for (const Word word : {Word::if_, Word::unless}) {
        const std::string spelled = std::string(spot.word(word)) + " ";
        const std::size_t at = text.substr(0, spot.finding().span.begin).find(spelled, line);
        if (at == std::string_view::npos) continue;
        const std::size_t begin = text.find_first_not_of(' ', at + spelled.size());
        ways.offer(spot.say("zet `(` voor `", "put `(` before `") +
                       short_form(text.substr(begin, spot.finding().span.begin - begin)) + "`",
                   {spot.insert(spot.file(), static_cast<std::uint32_t>(begin), "(")});
    }
}

// Behind the name that is to be filled in, or as a sign of its own.
void close_brace(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string_view text = spot.text_of(spot.file());
    std::uint32_t end = spot.finding().span.end;
    const auto belongs = [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80U;
    };
    while (end < text.size() && belongs(text[end])) ++end;
    const std::string filled(text.substr(spot.finding().span.begin, end - spot.finding().span.begin));
    ways.offer(spot.say_write(filled + "}"), {spot.insert(spot.file(), end, "}")});
    ways.offer(spot.say_write("\\{"), {spot.insert(spot.file(), spot.finding().span.begin, "\\")});
}

// `en` behind a list: with the last bullet, or a bullet of its own.
void take_into_list(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& word = spot.finding().span;
    const std::string_view text = spot.text_of(spot.file());
    const std::uint32_t line = spot.line_begin(spot.file(), word.begin);
    std::uint32_t above = line;
    while (above > 0 && is_blank_or_line_end(text[above - 1])) --above;
    std::uint32_t behind = word.end;
    while (behind < text.size() && text[behind] == ' ') ++behind;
    const std::string joined(spot.text(word));
    ways.offer(spot.say("laat het horen bij het laatste punt", "make it part of the last bullet"),
               {spot.insert(spot.file(), above, " " + joined), spot.edit({word.source, word.begin, behind}, "  ")});
    if (joined == spot.word(Word::and_)) {
        ways.offer(spot.say("maak er een punt van de lijst van", "make it a bullet of the list"),
                   {spot.edit({word.source, word.begin, behind}, "- ")});
    }
}

// Two `als`: both, as bullets of one list.
void list_both(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    const ast::Declaration* declaration = spot.declaration();
    if (declaration == nullptr || finding.labels.empty()) return;
    std::visit(
        [&](const auto& node) {
            if constexpr (requires { node.clauses.front().condition; }) {
                const auto first = std::ranges::find_if(
                    node.clauses, [&](const auto& clause) { return holds(clause.span, finding.labels.front().span); });
                const auto second = std::ranges::find_if(
                    node.clauses, [&](const auto& clause) { return holds(clause.span, finding.span); });
                if (first == node.clauses.end() || second == node.clauses.end()) return;
                if (first->condition.is_none() || second->condition.is_none()) return;
                const std::string line = spot.line_end(spot.file()) + "    - ";
                const std::string list = std::string(spot.word(Word::all_of)) + ":" + line +
                                         std::string(spot.text(first->condition)) + line +
                                         std::string(spot.text(second->condition));
                ways.offer(spot.say("zet beide als punten onder `", "put both as bullets below `") +
                               std::string(spot.word(Word::all_of)) + ":`",
                           {spot.edit(spot.file().expr(first->condition).span, list),
                            spot.edit(with_its_blanks(spot, second->span), "")});
            }
        },
        declaration->node);
}

// Where there is no order: equal, or not.
void compare_with_words(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string is(spot.word(Word::is));
    for (const std::string& words : {is, is + " " + std::string(spot.word(Word::not_))})
        ways.offer(spot.say_write(words), {spot.edit(spot.finding().span, words)});
}

// `een van 4,5`: two values, or one number.
void split_list(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    std::string values(spot.text(span));
    const std::size_t comma = values.find(',');
    if (comma != std::string::npos) {
        std::string split = values;
        split.insert(comma + 1, " ");
        ways.offer(spot.say_write(split), {spot.edit(span, split)});
    }
    const ast::Expr* expr = spot.smallest_around<ast::OneOf>(span);
    if (expr == nullptr) return;
    const auto& list = std::get<ast::OneOf>(expr->node);
    const std::string one = std::string(spot.word(Word::is)) +
                            (list.negated ? " " + std::string(spot.word(Word::not_)) : "") + " " + values;
    ways.offer(spot.say_write(one),
               {spot.edit({span.source, spot.file().expr(list.value).span.end, span.end}, " " + one)});
}

void write_or(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<Span> parts{spot.finding().span};
    for (const Label& label : spot.finding().labels) parts.push_back(label.span);
    for (const ast::Expr& expr : spot.file().exprs) {
        const auto* both = std::get_if<ast::And>(&expr.node);
        if (both == nullptr || !std::ranges::any_of(parts, [&](const Span& part) { return holds(expr.span, part); }))
            continue;
        std::vector<Edit> edits;
        for (const Span& word : both->words) edits.push_back(spot.edit(word, std::string(spot.word(Word::or_))));
        std::string reading(spot.text(expr.span));
        for (auto word = both->words.rbegin(); word != both->words.rend(); ++word)
            reading.replace(word->begin - expr.span.begin, word->end - word->begin, spot.word(Word::or_));
        ways.offer(spot.say_write(reading), std::move(edits));
    }
}

// Bullets without what has to hold of them.
void open_list(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string_view text = spot.text_of(spot.file());
    const std::uint32_t line = spot.line_begin(spot.file(), spot.finding().span.begin);
    std::uint32_t above = line;
    while (above > 0 && is_blank_or_line_end(text[above - 1])) --above;
    for (const Word word : {Word::all_of, Word::none_of}) {
        const std::string opening = std::string(spot.word(word)) + ":";
        ways.offer(spot.say_write(opening), {spot.insert(spot.file(), above, " " + opening)});
    }
    const std::string one = std::string(spot.word(Word::at_least)) + " 1 " + std::string(spot.word(Word::of)) + ":";
    ways.offer(spot.say_write(one), {spot.insert(spot.file(), above, " " + one)});
    const std::string whole =
        "  " + std::string(spot.word(Word::if_)) + " " + std::string(spot.word(Word::all_of)) + ":";
    ways.offer(spot.say_write(whole), {spot.insert(spot.file(), line, whole + spot.line_end(spot.file()))});
}

}  // namespace wegwijzer::editor
