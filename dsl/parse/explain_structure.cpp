// Words in the wrong place, on the wrong line, twice, or nested too deeply.
#include <algorithm>
#include <utility>

#include "dsl/parse/explainer.h"

namespace wegwijzer::parsing {

Explainer::Maybe Explainer::explain_depth() {
    if (!failure_->too_deep || !exists(failure_->at)) return std::nullopt;
    return Explanation{
        finding(Code::F023, failure_->at, failure_->at + 1, {std::string(spelling(Word::concept_, language_))}), {}};
}

// Rule 2 of "what opens a line": both readings.
Explainer::Maybe Explainer::explain_line_behind_bullets() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at == 0 || !lexemes_[at].opens_line) return std::nullopt;
    const bool is_connective = reading_.stands_at(Word::and_, at) || reading_.stands_at(Word::or_, at);
    std::size_t bullet = at;
    while (bullet > failure_->clause && lexemes_[bullet].code != code::bullet) --bullet;
    if (lexemes_[bullet].code != code::bullet) return std::nullopt;
    const bool is_operator = std::string_view("+*/<>=LGN").find(lexemes_[at].code) != std::string_view::npos;
    if (!is_connective && !is_operator) return std::nullopt;
    Diagnostic result = finding(Code::F022, at, at + 1, {written(at)});
    if (is_connective) {
        const std::string item = written(bullet + 1, at);
        std::size_t line_end = at + 1;
        while (line_end < failure_->resume && !lexemes_[line_end].opens_line) ++line_end;
        const std::string rest = written(at + 1, line_end);
        const bool is_and = reading_.stands_at(Word::and_, at);
        const std::string list = (is_and ? std::string(spelling(Word::all_of, language_))
                                         : std::string(spelling(Word::at_least, language_)) + " 1 " +
                                               std::string(spelling(Word::of, language_))) +
                                 ":";
        const std::string together = quoted(item + " " + written(at) + " " + rest);
        result.lines = {{"dit kan twee dingen betekenen:", "this can mean two things:"},
                        {"  het hoort bij het laatste punt: " + together, "  it belongs to the last item: " + together},
                        {"  het hoort bij de hele lijst: " + quoted(list) + " met als punten die lijst (met `--`) en " +
                             quoted(rest),
                         "  it belongs to the whole list: " + quoted(list) + " with that list (with `--`) and " +
                             quoted(rest) + " as its items"}};
    }
    return Explanation{std::move(result), {}};
}

// The same word or mark twice, or the same few words, here or a little before.
Explainer::Maybe Explainer::explain_double() {
    int attempts_left = 8;
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    const std::size_t last = std::min(failure_->at + 2, end);
    const auto is_repeated = [&](std::size_t at, std::size_t length) {
        for (std::size_t i = at; i < at + length; ++i) {
            const char mark = lexemes_[i].code;
            if (mark == code::cell || mark == '(' || mark == ')' || written(i) != written(i - length)) return false;
            if (i > at && lexemes_[i].opens_line) return false;
        }
        return true;
    };
    for (std::size_t length = 1; length <= 6; ++length) {
        for (std::size_t at = last; at-- > failure_->clause + length && attempts_left > 0;) {
            if (at + length > end || !is_repeated(at, length)) continue;
            --attempts_left;
            const Edit edit{at, length, {}, true};
            if (!helps(edit)) continue;
            const std::string here = quoted(written(at, at + length));
            Diagnostic result = finding(Code::F010, at, at + length, {written(at, at + length)});
            result.why = {here + " staat er twee keer", here + " stands there twice"};
            result.way_out = {"haal één " + here + " weg", "leave out one " + here};
            return Explanation{std::move(result), edit};
        }
    }
    return std::nullopt;
}

// A line that opens with `-` is a bullet, and its dashes say how deep.
Explainer::Maybe Explainer::explain_bullet() {
    const std::size_t at = failure_->at;
    if (!exists(at) || lexemes_[at].code != code::bullet) return std::nullopt;
    // A comma at the end of the line before.
    if (at > 0 && lexemes_[at - 1].code == ',') return missing(at, false, {"een waarde", "a value"}, {}, {});
    if (wants(Wanted::bullet)) {
        for (std::size_t level = 1; level <= 4; ++level) {
            if (reading_.bullet_length(at) == level) continue;
            // The length of the dashes is that of the text they stand for.
            static constexpr std::string_view dashes = "----";
            Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
            const bool deeper = at > 0 && lexemes_[at - 1].code == ':';
            result.why = deeper ? Localized{"een lijst in een lijst begint met een streepje meer: `--`, dan `---`",
                                            "a list inside a list begins with one dash more: `--`, then `---`"}
                                : Localized{"er is hier geen lijst met zoveel streepjes",
                                            "there is no list with so many dashes here"};
            const std::string right(
                dashes.substr(0, deeper ? std::min<std::size_t>(reading_.bullet_length(at) + 1, 4) : 1));
            result.way_out = {"schrijf " + quoted(right), "write " + quoted(right)};
            result.fix = right;
            return Explanation{std::move(result), {}};
        }
    }
    // `als minstens 2` and the items below it.
    Edit of_colon{at, 0, as_lexemes(vocabulary_, Word::of, 0, lexemes_[at - 1], false), true};
    of_colon.insert.push_back(placeholder(':', false));
    of_colon.insert.back().begin = of_colon.insert.back().end = lexemes_[at - 1].end;
    if (lexemes_[at - 1].code == code::integer && helps(of_colon)) {
        const std::string text = std::string(spelling(Word::of, language_)) + ":";
        return missing(at, false, quoted(text), text, of_colon);
    }
    Lexeme minus = lexemes_[at];
    minus.code = '-';
    minus.opens_line = false;
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    result.why = {"een regel die met `-` begint, is een punt van een lijst",
                  "a line that begins with `-` is an item of a list"};
    const std::string list =
        std::string(spelling(Word::if_, language_)) + " " + std::string(spelling(Word::all_of, language_)) + ":";
    // Behind a value it may be a minus; behind a word that asks for a condition it is a list.
    const bool behind_value = at > 0 && (lexemes_[at - 1].code != '=' && !reading_.is_reserved(at - 1));
    if (behind_value && helps({at, 1, {minus}, false}))
        result.way_out = {"zet het minteken aan het eind van de regel erboven",
                          "put the minus sign at the end of the line above"};
    else
        result.way_out = {"zet boven de punten wat ervan moet gelden, zoals " + quoted(list),
                          "put above the items what must hold of them, such as " + quoted(list)};
    return Explanation{std::move(result), {}};
}

// Something on a new line that belongs on the one before (rules 3 and 4).
Explainer::Maybe Explainer::explain_line() {
    // The first word of a phrase may have been read.
    for (const std::size_t at : {failure_->at, failure_->at - 1}) {
        if (!exists(at) || at == 0 || !lexemes_[at].opens_line) continue;
        Lexeme joined = lexemes_[at];
        joined.opens_line = false;
        Edit edit{at - 1, 2, {lexemes_[at - 1], joined}, true};
        if (helps(edit)) return Explanation{finding(Code::F027, at, at + 1, {written(at)}), edit};
    }
    return std::nullopt;
}

// Would the clause fit with [middle, last) before [first, middle)?
Explainer::Maybe Explainer::explain_moved(std::size_t first, std::size_t middle, std::size_t last) {
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    if (first == 0 || last > end || first >= middle || middle >= last) return std::nullopt;
    Edit edit{first, last - first, {}, false};
    std::string text;
    const auto put = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            Lexeme lexeme = lexemes_[i];
            // What stands on two sides of `en` or `of` are two conditions, each with an order of its own.
            if (reading_.stands_at(Word::and_, i) || reading_.stands_at(Word::or_, i)) return false;
            if (lexeme.code == code::bullet || lexeme.code == code::cell) return false;
            if (!text.empty() && lexeme.code != ',' && !(lexeme.glued && i > from)) text += ' ';
            text += reading_.written(i);
            lexeme.opens_line = false;
            edit.insert.push_back(lexeme);
        }
        return true;
    };
    if (!put(middle, last) || !put(first, middle) || !helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F026, first, last, {text});
    result.fix = text;
    return Explanation{std::move(result), {}};
}

Explainer::Maybe Explainer::explain_neighbours(std::size_t at) {
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    for (const std::size_t first : {at, at - 1, at + 1, at - 2})
        if (first < end)
            if (auto it = explain_moved(first, first + 1, first + 2)) return it;
    return std::nullopt;
}

// `als a dan b > 1 anders c`: a condition that is a branch stands in parentheses.
Explainer::Maybe Explainer::explain_branch() {
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    const auto is = [&](std::size_t index, Word which) {
        return is_word(index) && lexemes_[index].spelling == vocabulary_.phrases(which).front().front();
    };
    std::size_t first = failure_->at;
    while (first > failure_->clause && !is(first - 1, Word::then)) --first;
    std::size_t last = failure_->at;
    while (last < end && !is(last, Word::else_)) ++last;
    if (first == failure_->clause || first >= last || last == end) return std::nullopt;
    Edit edit{first, last - first, {}, false};
    edit.insert.push_back(placeholder('(', lexemes_[first].opens_line));
    edit.insert.back().begin = edit.insert.back().end = lexemes_[first].begin;
    edit.insert.insert(edit.insert.end(), lexemes_.begin() + static_cast<std::ptrdiff_t>(first),
                       lexemes_.begin() + static_cast<std::ptrdiff_t>(last));
    edit.insert[1].opens_line = false;
    edit.insert.push_back(placeholder(')', false));
    edit.insert.back().begin = edit.insert.back().end = lexemes_[last - 1].end;
    if (!helps(edit)) return std::nullopt;
    const std::string text = "(" + written(first, last) + ")";
    Diagnostic result = finding(Code::F192, first, last, {text});
    result.fix = text;
    return Explanation{std::move(result), edit};
}

// Words in another order: neighbours, or a group of words moved.
Explainer::Maybe Explainer::explain_order() {
    const std::size_t begin = failure_->clause;
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    const std::size_t at = failure_->at;
    if (auto it = explain_neighbours(at)) return it;
    // The first two words of the line above: `toetsen gegeven`.
    int lines_left = 2;
    for (std::size_t line = std::min(at, end); line > 1 && lines_left > 0; --line) {
        if (!lexemes_[line - 1].opens_line) continue;
        --lines_left;
        if (auto it = explain_moved(line - 1, line, line + 1)) return it;
    }
    // A group of up to five words behind a group of up to five, around the place.
    for (std::size_t total = 3; total <= 8; ++total)
        for (std::size_t first = at > begin + total ? at - total : begin; first <= at && first + total <= end; ++first)
            for (std::size_t middle = first + 1; middle < first + total; ++middle)
                if (first + total > at)
                    if (auto it = explain_moved(first, middle, first + total)) return it;
    return std::nullopt;
}

// A word or mark too many.
Explainer::Maybe Explainer::explain_surplus() {
    for (const std::size_t at : {failure_->at, failure_->at - 1}) {
        if (!exists(at) || at < failure_->clause || at == 0 || at >= failure_->resume) continue;
        if (at == failure_->clause && failure_->clause_began) continue;
        for (std::size_t length = 1; length <= 3 && at + length <= failure_->resume; ++length) {
            const Edit edit{at, length, {}, true};
            if (!helps(edit)) continue;
            const std::string here = written(at, at + length);
            Diagnostic result = finding(Code::F010, at, at + length, {here});
            result.way_out = {"haal " + quoted(here) + " weg", "leave out " + quoted(here)};
            if (here == ")") {
                result.why = {"bij deze `)` staat geen `(`", "there is no `(` for this `)`"};
                result.way_out = {"zet `(` waar dit deel begint, of haal `)` weg",
                                  "put `(` where this part begins, or leave out `)`"};
                // Which of the two is open, and with it how the condition is to be read.
                return Explanation{std::move(result), {}, !failure_->clause_began};
            }
            return Explanation{std::move(result), edit, !failure_->clause_began};
        }
    }
    return std::nullopt;
}

Explainer::Explanation Explainer::explain_otherwise() {
    // What would fit, as far as it says something: at most five.
    std::vector<std::string> words;
    for (const Expectation& expected : failure_->expected) {
        if (expected.wanted != Wanted::word && expected.wanted != Wanted::mark) continue;
        if (expected.wanted == Wanted::word && place_of(expected.word) == WordPlace::month) continue;
        if (expected.wanted == Wanted::mark && std::string_view("+-*/").find(expected.mark) != std::string_view::npos)
            continue;
        const std::string text = quoted(phrase(expected));
        if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(text);
    }
    std::string list;
    for (std::size_t i = 0; i < words.size() && i < 5; ++i) list += (i == 0 ? "" : ", ") + words[i];
    Localized what;
    if (wants(Wanted::name) && wants(Wanted::integer))
        what = {"een waarde", "a value"};
    else if (wants(Wanted::name))
        what = {"een naam", "a name"};
    else if (wants(Wanted::text))
        what = {"een tekst tussen `\"`", "a text between `\"`"};
    else if (wants(Wanted::integer))
        what = {"een heel getal", "a whole number"};
    else if (wants(Wanted::date))
        what = {"een datum", "a date"};
    else if (wants(Wanted::bullet))
        what = {"een punt dat met `-` begint", "an item that begins with `-`"};
    else if (!list.empty())
        what = {(words.size() > 5 ? "onder meer " : "") + list, (words.size() > 5 ? "among others " : "") + list};
    const std::size_t at = failure_->at;
    if (!exists(at) || (lexemes_[at].opens_line && at > failure_->clause)) {
        const std::size_t before = std::min(at, lexemes_.size()) - 1;
        if (what.empty()) what = {"een deel", "a part"};
        return missing(before + 1, false, what, {}, {});
    }
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    if (what.empty()) {
        result.way_out = {"haal " + quoted(written(at)) + " weg", "leave out " + quoted(written(at))};
    } else {
        result.way_out = {"hier past " + what.nl, "what fits here is " + what.en};
    }
    return {std::move(result), {}, true};
}

}  // namespace wegwijzer::parsing
