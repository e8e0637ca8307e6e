// "haal … weg", "laat … weg", "laat er één staan".
#include <algorithm>
#include <set>

#include "dsl/ast/silencing.h"
#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

// The smallest part that can go without harm; a whole declaration is another question.
bool remove_smallest(Ways& ways, const Span& span) {
    for (const Part& part : parts_around(ways.spot(), span)) {
        if (part.kind == Part::Kind::declaration) return false;
        if (ways.offer(ways.spot().say_remove(part.span), {ways.spot().edit(part.removed, "")})) return true;
    }
    return false;
}

std::optional<Part> declaration_around(const Spot& spot, const Span& span) {
    for (const Part& part : parts_around(spot, span)) {
        if (part.kind == Part::Kind::declaration) return part;
    }
    return std::nullopt;
}

// What says in a voorbeeld what a thing would be goes with it.
void add_mentions_in_examples(const Spot& spot, const Part& declaration, std::set<Edit>& edits) {
    for (const NameUse& name : spot.names().uses()) {
        if (!name.declares || !holds(declaration.span, name.span)) continue;
        for (const NameUse& use : spot.names().uses_of(name.thing)) {
            const ast::File* file = spot.file_of(use.span.source);
            if (file == nullptr || holds(declaration.span, use.span)) continue;
            for (const ast::Declaration& each : file->declarations) {
                const auto* example = std::get_if<ast::Example>(&each.node);
                if (example == nullptr || !holds(each.span, use.span)) continue;
                for (const ast::ExampleClause& clause : example->clauses) {
                    if (holds(clause.span, use.span)) edits.insert(spot.edit(with_its_blanks(spot, clause.span), ""));
                }
            }
        }
    }
}

bool remove_whole(Ways& ways, const Span& span, const std::vector<Span>& more) {
    const std::optional<Part> part = declaration_around(ways.spot(), span);
    if (!part) return false;
    std::set<Edit> edits{ways.spot().edit(part->removed, "")};
    add_mentions_in_examples(ways.spot(), *part, edits);
    for (const Span& other : more) {
        const std::optional<Part> its = declaration_around(ways.spot(), other);
        if (!its || its->span == part->span) continue;
        edits.insert(ways.spot().edit(its->removed, ""));
        add_mentions_in_examples(ways.spot(), *its, edits);
    }
    return ways.offer(ways.spot().say_remove(part->span), {edits.begin(), edits.end()});
}

}  // namespace

void remove_part(Ways& ways) { remove_smallest(ways, ways.spot().finding().span); }

void remove_either(Ways& ways) {
    const Diagnostic& finding = ways.spot().finding();
    remove_smallest(ways, finding.span);
    for (const Label& label : finding.labels) {
        if (label.span != finding.span) remove_smallest(ways, label.span);
    }
}

void remove_declaration(Ways& ways) {
    const Diagnostic& finding = ways.spot().finding();
    std::vector<Span> more;
    for (const Label& label : finding.labels) {
        if (finding.code == Code::W115) more.push_back(label.span);
    }
    remove_whole(ways, finding.span, more);
}

void remove_either_declaration(Ways& ways) {
    const Diagnostic& finding = ways.spot().finding();
    remove_whole(ways, finding.span, {});
    for (const Label& label : finding.labels) {
        if (label.span != finding.span) remove_whole(ways, label.span, {});
    }
}

// Of packs that take each other in: each `gebruik` of the circle, wherever it stands.
void break_circle(Ways& ways) {
    const Spot& spot = ways.spot();
    for (const ast::File& file : spot.compilation().files) {
        for (const ast::Declaration& declaration : file.declarations) {
            if (!std::holds_alternative<ast::Use>(declaration.node)) continue;
            const bool is_here = &file == &spot.file();
            const std::string title = spot.say_remove(declaration.span);
            ways.offer(is_here ? title : title + " in " + spot.compilation().sources.name(file.source),
                       {spot.edit(with_its_blanks(spot, declaration.span), "")});
        }
    }
}

void remove_words(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    if (ways.offer(spot.say_remove(span), {spot.edit(with_its_blanks(spot, span), "")})) return;
    // A name with the word before it: `door decaan`.
    const std::string_view text = spot.text_of(spot.file());
    std::uint32_t begin = span.begin;
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const Span both{span.source, begin, span.end};
    ways.offer(spot.say_remove(both), {spot.edit(with_its_blanks(spot, both), "")});
}

void remove_comment(Ways& ways) {
    const Spot& spot = ways.spot();
    for (const ast::Token& token : spot.file().tokens) {
        if (token.kind != ast::TokenKind::comment) continue;
        const Span comment{spot.file().source, token.begin, token.end};
        if (!holds(comment, spot.finding().span)) continue;
        ways.offer(spot.say_remove(comment), {spot.edit(with_its_blanks(spot, comment), "")});
    }
}

// Out, or the word that it is in as a text.
void remove_mark(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& mark = spot.finding().span;
    const std::string_view text = spot.text_of(spot.file());
    const Edit removed = spot.edit(with_its_blanks(spot, mark), "");
    ways.offer(spot.say_remove(mark), {removed});
    const auto ends_word = [](char c) { return std::string_view(" \t\r\n(),:\"").find(c) != std::string_view::npos; };
    Span word = mark;
    while (word.begin > 0 && !ends_word(text[word.begin - 1])) --word.begin;
    while (word.end < text.size() && !ends_word(text[word.end])) ++word.end;
    const std::string quoted = '"' + std::string(spot.text(word)) + '"';
    ways.offer(spot.say_write(quoted), {spot.edit(word, quoted)});
    if (!ways.has_found()) ways.offer_to_go_on(spot.say_remove(mark), {removed});
}

// `uiterlijk 2026-11-09`, `onderdrukt`, `ernst hoog`: words of one line that say something each.
void remove_expectation_word(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& line = spot.finding().span;
    for (const auto& [word, has_value] :
         {std::pair{Word::suppressed, false}, std::pair{Word::due, true}, std::pair{Word::severity, true}}) {
        const std::string spelled = " " + std::string(spot.word(word));
        const std::size_t at = spot.text(line).find(spelled);
        if (at == std::string_view::npos) continue;
        Span span{line.source, line.begin + static_cast<std::uint32_t>(at) + 1, 0};
        std::size_t end = at + spelled.size();
        if (has_value) {
            end = spot.text(line).find_first_not_of(' ', end);
            end = std::min(spot.text(line).find(' ', end), spot.text(line).size());
        }
        span.end = line.begin + static_cast<std::uint32_t>(end);
        ways.offer(spot.say_remove(span), {spot.edit(with_its_blanks(spot, span), "")});
    }
}

}  // namespace wegwijzer::editor
