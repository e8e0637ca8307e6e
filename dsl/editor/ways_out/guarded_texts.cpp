// Sentences of a title or an uitleg that say more than the data do: one goes, or the author says it in other words.
#include <algorithm>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

// What stands between the quotes of texts that follow each other, and one sentence of it.
struct Sentence {
    std::vector<std::uint32_t> places;  // of every byte of those texts
    std::size_t begin = 0;              // in `places`
    std::size_t end = 0;                // behind its last mark
};

bool is_text_token(const ast::Token& token) {
    return token.kind == ast::TokenKind::text || token.kind == ast::TokenKind::template_text;
}
bool is_between_texts(const ast::Token& token) {
    return token.kind == ast::TokenKind::blank || token.kind == ast::TokenKind::line_end;
}

std::vector<std::uint32_t> places_in_texts(const ast::File& file, const Span& span) {
    const auto holds_it = [&](const ast::Token& token) {
        return is_text_token(token) && holds({file.source, token.begin, token.end}, span);
    };
    auto first = std::ranges::find_if(file.tokens, holds_it);
    std::vector<std::uint32_t> places;
    if (first == file.tokens.end()) return places;
    for (auto before = first; before != file.tokens.begin();) {
        --before;
        if (is_text_token(*before)) first = before;
        if (!is_text_token(*before) && !is_between_texts(*before)) break;
    }
    for (auto token = first; token != file.tokens.end() && (is_text_token(*token) || is_between_texts(*token));
         ++token) {
        if (!is_text_token(*token)) continue;
        for (std::uint32_t at = token->begin + 1; at + 1 < token->end; ++at) places.push_back(at);
    }
    return places;
}

// A sentence ends with its mark, before a capital, a value or the end: `bijv. een` goes on.
bool ends_sentence(std::string_view text, std::size_t at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
    const std::size_t next = text.find_first_not_of(' ', at + 1);
    if (next == std::string_view::npos) return true;
    const bool goes_on = text[next] >= 'a' && text[next] <= 'z';
    return next > at + 1 && !goes_on;
}

std::optional<Sentence> sentence_around(const Spot& spot) {
    const Span& words = spot.finding().span;
    Sentence sentence{places_in_texts(spot.file(), words)};
    const std::vector<std::uint32_t>& places = sentence.places;
    if (places.empty()) return std::nullopt;
    std::string text;
    for (const std::uint32_t place : places) text += spot.text_of(spot.file())[place];
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(places, words.begin) - places.begin());
    bool is_value = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' && (i == 0 || text[i - 1] != '\\')) is_value = true;
        if (text[i] == '}') is_value = false;
        if (is_value || (!ends_sentence(text, i) && i + 1 < text.size())) continue;
        if (at <= i) {
            sentence.begin = begin;
            sentence.end = i + 1;
            return sentence;
        }
        begin = std::min(text.find_first_not_of(' ', i + 1), text.size());
    }
    return std::nullopt;
}

// The edits that put `text` in the place of a stretch, which may run over several texts.
std::vector<Edit> in_its_place(const Spot& spot, const Sentence& sentence, std::size_t begin, std::size_t end,
                               const std::string& text) {
    std::vector<Edit> edits;
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t place = sentence.places[i];
        if (i > begin && place == sentence.places[i - 1] + 1) {
            ++edits.back().end;
        } else {
            edits.push_back(spot.edit({spot.file().source, place, place + 1}, edits.empty() ? text : ""));
        }
    }
    return edits;
}

std::string words_of(const Spot& spot, const Sentence& sentence) {
    std::string words;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) words += spot.text_of(spot.file())[sentence.places[i]];
    return short_form(words);
}

void replace_sentence(Ways& ways, const Sentence& sentence, const std::string& text) {
    const Spot& spot = ways.spot();
    ways.offer_text_to_fill(
        spot.say_write(text) + spot.say(" in plaats van `", " instead of `") + words_of(spot, sentence) + "`",
        in_its_place(spot, sentence, sentence.begin, sentence.end, text));
}

}  // namespace

// The other sentences stay. Where there is none the author has to write one.
void leave_out_sentence(Ways& ways) {
    const Spot& spot = ways.spot();
    const auto sentence = sentence_around(spot);
    if (!sentence || (sentence->begin == 0 && sentence->end == sentence->places.size())) return;
    const std::string_view text = spot.text_of(spot.file());
    std::size_t begin = sentence->begin;
    std::size_t end = sentence->end;
    while (end < sentence->places.size() && text[sentence->places[end]] == ' ') ++end;
    while (end == sentence->places.size() && begin > 0 && text[sentence->places[begin - 1]] == ' ') --begin;
    ways.offer(spot.say("haal `", "remove `") + words_of(spot, *sentence) + spot.say("` weg", "`"),
               in_its_place(spot, *sentence, begin, end, ""));
}

void say_in_other_words(Ways& ways) {
    if (const auto sentence = sentence_around(ways.spot())) replace_sentence(ways, *sentence, "…");
}

// The example of the message, as the name and the title: what a mentor reads changes with it.
void advise_a_talk(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Declaration* declaration = spot.declaration();
    const auto* advised = declaration == nullptr ? nullptr : std::get_if<ast::Intervention>(&declaration->node);
    if (advised == nullptr || !holds(advised->name.span, spot.finding().span)) return;
    const bool is_dutch = spot.file().language == Language::nl;
    const std::string name = spot.fresh_name(is_dutch ? "gesprek_studiekeuze" : "talk_choice_of_programme");
    const std::string title = is_dutch ? "\"Gesprek over de studiekeuze\"" : "\"Talk about the choice of programme\"";
    for (const NameUse& use : spot.names().uses()) {
        if (!use.declares || use.span != advised->name.span) continue;
        std::vector<Edit> edits = rename(spot.compilation(), spot.names(), use.thing, name).edits;
        if (edits.empty()) return;
        if (advised->title) {
            edits.push_back(spot.edit(advised->title->span, title));
        } else {
            for (Edit& edit : edits) {
                if (edit == spot.edit(advised->name.span, name)) edit.text += " " + title;
            }
        }
        ways.offer(spot.say_write(name + " " + title), std::move(edits));
        return;
    }
}

// What the message begins, as a sentence: `De student geeft zelf aan dat ….`
void say_as_told(Ways& ways) {
    const Spot& spot = ways.spot();
    const auto sentence = sentence_around(spot);
    if (!sentence) return;
    for (std::string told : spot.proposals()) {
        if (told.find("…") == std::string::npos) told.insert(0, "… ").append(" …");
        if (told.front() >= 'a' && told.front() <= 'z') told.front() = static_cast<char>(told.front() - 'a' + 'A');
        replace_sentence(ways, *sentence, told + ".");
    }
}

}  // namespace wegwijzer::editor
