// What is not there.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dsl/parse/explainer.h"

namespace wegwijzer::parsing {

Explainer::Explanation Explainer::missing(std::size_t at, bool at_line_start, const Localized& what,
                                          const std::string& written_out, std::optional<Edit> edit) const {
    const bool before = at_line_start || at == 0;
    const std::size_t beside = before ? at : at - 1;
    Diagnostic result = finding(Code::F018, beside, beside + 1, {what, written(beside)});
    if (!written_out.empty()) {
        const std::string text =
            before ? written_out + " " + written(beside)
                   : written(beside) + (written_out == "," || written_out == ":" || written_out == ")" ? "" : " ") +
                         written_out;
        result.way_out = {"schrijf " + quoted(text), "write " + quoted(text)};
        result.fix = text;
    } else {
        result.way_out = before ? Localized{"zet " + what.nl + " voor " + quoted(written(beside)),
                                            "put " + what.en + " before " + quoted(written(beside))}
                                : Localized{"zet " + what.nl + " achter " + quoted(written(beside)),
                                            "put " + what.en + " behind " + quoted(written(beside))};
    }
    return {std::move(result), std::move(edit)};
}

// A line that opens with no clause word: which word makes it a clause?
Explainer::Maybe Explainer::explain_missing_opening() {
    std::size_t at = failure_->at;
    while (at > failure_->clause && (!exists(at) || !lexemes_[at].opens_line)) --at;
    // Inside a clause only a word of the language shows that another was to begin.
    if (at != failure_->clause && (failure_->clause == 0 || lexemes_[at].spelling == no_spelling))
        at = failure_->clause;
    if (at == 0 || !exists(at) || !lexemes_[at].opens_line || reading_.opens_clause(at)) return std::nullopt;
    if (at == failure_->clause && wants(Wanted::name) && helps({at, 0, {placeholder(code::word, true)}, false}))
        return missing(at, true, {"een naam", "a name"}, {}, {});
    // A line that opens with a mark goes on with the condition of the line before.
    if (at == failure_->at && !is_word(at) && wants(Word::and_) &&
        helps({at, 0, as_lexemes(vocabulary_, Word::and_, 0, lexemes_[at - 1], false), true})) {
        const std::string and_word = quoted(spelling(Word::and_, language_));
        const std::string or_word = quoted(spelling(Word::or_, language_));
        return missing(at, false, {and_word + " of " + or_word, and_word + " or " + or_word}, {}, {});
    }
    std::vector<Word> fitting;
    std::optional<Edit> edit;
    for (const Word word : clause_words(kind_)) {
        Edit insert{at, 0, as_lexemes(vocabulary_, word, 0, lexemes_[at - 1], true), true};
        if (!helps(insert)) continue;
        fitting.push_back(word);
        if (!edit) edit = std::move(insert);
    }
    if (fitting.empty()) return std::nullopt;
    if (fitting.size() == 1) {
        const std::string word(spelling(fitting.front(), language_));
        return missing(at, true, quoted(word), word, std::move(edit));
    }
    std::string list;
    for (const Word word : fitting) list += (list.empty() ? "" : ", ") + quoted(spelling(word, language_));
    Explanation result = missing(at, true, {"een woord zoals " + list, "a word such as " + list}, {}, {});
    if (fitting.size() == 2) {
        const auto opened = [&](Word word) {
            return quoted(std::string(spelling(word, language_)) + " " + written(at));
        };
        const std::string first = opened(fitting.front());
        const std::string last = opened(fitting.back());
        result.finding.way_out = {"schrijf " + first + " of " + last, "write " + first + " or " + last};
        result.finding.fix = first.substr(1, first.size() - 2);
    }
    return result;
}

// `adviseer binnen 5 werkdagen`: the word behind a name that is not there was taken for that name.
Explainer::Maybe Explainer::explain_taken_as_name() {
    for (std::size_t back = 1; back <= 3 && back < failure_->at - std::min(failure_->at, failure_->clause); ++back) {
        const std::size_t at = failure_->at - back;
        if (!is_word(at) || lexemes_[at].spelling == no_spelling || reading_.is_reserved(at)) continue;
        if (lexemes_[at].opens_line && at != 1) break;
        if (helps({at, 0, {placeholder(code::word, false)}, false}))
            return missing(at, false, {"een naam", "a name"}, {}, {});
    }
    return std::nullopt;
}

// Words of which the others stand there: `gegeven` for `gegeven student`, `lijn` for `in lijn`.
Explainer::Maybe Explainer::explain_missing_rest() {
    const std::size_t first = failure_->at > failure_->clause + 3 ? failure_->at - 3 : failure_->clause;
    for (std::size_t at = std::max<std::size_t>(first, 1); at <= failure_->at && at < failure_->resume; ++at) {
        if (!is_word(at) || lexemes_[at].spelling == no_spelling) continue;
        for (std::size_t word = 0; word < word_count; ++word) {
            const std::vector<Spelling>& parts = vocabulary_.phrases(static_cast<Word>(word)).front();
            if (parts.size() < 2) continue;
            const bool is_first = parts.front() == lexemes_[at].spelling;
            const bool is_last = parts.back() == lexemes_[at].spelling;
            if (is_first == is_last) continue;
            // Those that stand there, and those that don't.
            std::size_t there = 1;
            if (is_first)
                while (there < parts.size() && exists(at + there) && lexemes_[at + there].spelling == parts[there])
                    ++there;
            if (there == parts.size() || (!is_first && at == 1)) continue;
            if (is_first && at + there != failure_->at && exists(at + there) && !lexemes_[at + there].opens_line)
                continue;
            Edit edit{is_first ? at + there : at, 0,
                      as_lexemes(vocabulary_, static_cast<Word>(word), 0, lexemes_[is_first ? at : at - 1],
                                 lexemes_[at].opens_line && !is_first),
                      true};
            std::string text;
            const std::size_t from = is_first ? there : 0;
            const std::size_t to = is_first ? parts.size() : parts.size() - 1;
            for (std::size_t i = from; i < to; ++i)
                text += (text.empty() ? "" : " ") + std::string(vocabulary_.text(parts[i]));
            edit.insert = {edit.insert.begin() + static_cast<std::ptrdiff_t>(from),
                           edit.insert.begin() + static_cast<std::ptrdiff_t>(to)};
            if (helps(edit)) return missing(edit.at, !is_first, quoted(text), text, edit);
            if (!is_first) continue;
            Lexeme colon = placeholder(':', false);
            colon.begin = colon.end = lexemes_[edit.at - 1].end;
            edit.insert.push_back(colon);
            if (helps(edit)) return missing(edit.at, false, quoted(text + ":"), text + ":", edit);
        }
    }
    return std::nullopt;
}

// A mark that closes or separates; never a sign to calculate with.
Explainer::Maybe Explainer::explain_missing_mark() {
    const std::size_t at = failure_->at;
    if (at == 0) return std::nullopt;
    const Lexeme& before = lexemes_[at - 1];
    for (const char mark : {':', ',', ')', '(', '.', '|', code::double_bar}) {
        // At a line end the mark itself was not asked for.
        if (!wants(mark) && !(wants(Wanted::same_line) && (mark == '|' || mark == ':'))) continue;
        Lexeme lexeme = placeholder(mark, false);
        lexeme.begin = lexeme.end = before.end;
        const Edit edit{at, 0, {lexeme}, true};
        if (!helps(edit)) continue;
        const std::string text = phrase({.wanted = Wanted::mark, .mark = mark});
        return missing(at, false, quoted(text), text, edit);
    }
    // A `)` without its `(`: behind the `met` before it.
    if (exists(at) && lexemes_[at].code == ')') {
        for (std::size_t with = at; with-- > failure_->clause;) {
            if (!reading_.stands_at(Word::with, with)) continue;
            Lexeme open = placeholder('(', false);
            open.begin = open.end = lexemes_[with].end;
            const Edit edit{with + 1, 0, {open}, true};
            if (helps(edit)) return missing(with + 1, false, quoted("("), "(", edit);
            break;
        }
    }
    return std::nullopt;
}

// The first words of a phrase are not there: `vanaf` for `geldig vanaf`.
Explainer::Maybe Explainer::explain_missing_part() {
    const std::size_t at = failure_->at;
    if (!is_word(at) || at == 0) return std::nullopt;
    for (const Expectation& expected : failure_->expected) {
        if (expected.wanted != Wanted::word) continue;
        const std::vector<Spelling>& parts = vocabulary_.phrases(expected.word).front();
        for (std::size_t part = expected.part + 1u; part < parts.size(); ++part) {
            if (parts[part] != lexemes_[at].spelling) continue;
            Edit edit{at, 0,
                      as_lexemes(vocabulary_, expected.word, expected.part, lexemes_[at - 1], lexemes_[at].opens_line),
                      true};
            edit.insert.resize(part - expected.part);
            if (!helps(edit)) continue;
            std::string text;
            for (std::size_t i = expected.part; i < part; ++i)
                text += (text.empty() ? "" : " ") + std::string(vocabulary_.text(parts[i]));
            return missing(at, true, quoted(text), text, edit);
        }
    }
    return std::nullopt;
}

// `tenzij gesprek in de laatste 2 weken`: a reeks by itself, where it should say how many of its events.
Explainer::Maybe Explainer::explain_how_many() {
    // `in` may be read as the beginning of `in fase`, so that the word behind it doesn't fit.
    for (const std::size_t back : {std::size_t{1}, std::size_t{2}}) {
        if (failure_->at < back + 1 || failure_->at - back < failure_->clause) return std::nullopt;
        const std::size_t at = failure_->at - back;
        if (!reading_.is_name(at)) continue;
        const Edit counted{at, 0, as_lexemes(vocabulary_, Word::count, 0, lexemes_[at - 1], lexemes_[at].opens_line),
                           true};
        const auto compares = [](const Lexeme& it) {
            return std::string_view("<>=LGN").find(it.code) != std::string_view::npos;
        };
        const auto rest = lexemes_.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = lexemes_.begin() + static_cast<std::ptrdiff_t>(std::min(failure_->resume, lexemes_.size()));
        if (std::any_of(rest, end, compares) && helps(counted)) {
            const std::string count(spelling(Word::count, language_));
            return missing(at, true, quoted(count), count, counted);
        }
        Edit edit{at, 0, as_lexemes(vocabulary_, Word::at_least, 0, lexemes_[at - 1], lexemes_[at].opens_line), true};
        edit.insert.push_back(placeholder(code::integer, false));
        if (!helps(edit)) continue;
        const std::string here = written(at);
        const std::string some = std::string(spelling(Word::at_least, language_)) + " 1 " + here;
        const std::string none = std::string(spelling(Word::no_event, language_)) + " " + here;
        Diagnostic result = finding(Code::F018, at, at + 1, {{"hoe vaak", "how often"}, here});
        result.way_out = {"schrijf " + quoted(some) + " of " + quoted(none),
                          "write " + quoted(some) + " or " + quoted(none)};
        result.fix = some;
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// A name, a text, a number that is not there, and all the rest is.
Explainer::Maybe Explainer::explain_missing_leaf() {
    const std::size_t at = failure_->at;
    if (at == 0) return std::nullopt;
    struct Part {
        char code = code::unknown;
        Wanted wanted = Wanted::word;
        Localized what;
    };
    const Part parts[] = {
        {code::text, Wanted::text, {"een tekst tussen `\"`", "a text between `\"`"}},
        {code::date, Wanted::date, {"een datum", "a date"}},
        {code::integer, Wanted::integer, {"een heel getal", "a whole number"}},
        {code::word, Wanted::name, {"een naam", "a name"}},
        {code::version, Wanted::version, {"een nummer zoals `1.0`", "a number such as `1.0`"}},
        {code::cell, Wanted::cell, {"een cel", "a cell"}},
    };
    std::vector<const Part*> fitting;
    for (const Part& part : parts)
        if (wants(part.wanted) && helps({at, 0, {placeholder(part.code, false)}, false})) fitting.push_back(&part);
    if (fitting.size() > 1) return missing(at, false, {"een waarde", "a value"}, {}, {});
    if (fitting.size() == 1) return missing(at, false, fitting.front()->what, {}, {});
    return std::nullopt;
}

// A word or a value that is not there; `en` and `of` last.
Explainer::Maybe Explainer::explain_missing() {
    const std::size_t at = failure_->at;
    if (at == 0) return std::nullopt;
    const Lexeme& before = lexemes_[at - 1];
    const bool wants_value = (wants(Wanted::name) && wants(Wanted::integer)) || wants(Wanted::same_line);
    if (wants_value && (helps({at, 0, {placeholder(code::word, false)}, false}) ||
                        helps({at, 0, {placeholder(code::integer, false)}, false})))
        return missing(at, false, {"een waarde", "a value"}, {}, {});
    struct Kind {
        Word word{};
        Localized what;
    };
    const std::string weeks = quoted(spelling(Word::weeks, language_));
    const std::string types =
        quoted(spelling(Word::type_text, language_)) + ", " + quoted(spelling(Word::type_number, language_));
    const Kind kinds[] = {
        {Word::weeks, {"een eenheid zoals " + weeks, "a unit such as " + weeks}},
        {Word::type_text, {"een type zoals " + types, "a type such as " + types}},
    };
    for (const Kind& kind : kinds) {
        if (!wants(kind.word) && !wants(Wanted::same_line)) continue;
        if (!helps({at, 0, as_lexemes(vocabulary_, kind.word, 0, before, false), false})) continue;
        // What an interventie takes is minutes.
        if (kind.word == Word::weeks && at >= 2 && reading_.stands_at(Word::duration, at - 2)) {
            const std::string minutes(spelling(Word::minutes, language_));
            return missing(at, false, {"een eenheid zoals " + quoted(minutes), "a unit such as " + quoted(minutes)},
                           minutes, {});
        }
        return missing(at, false, kind.what, std::string(spelling(kind.word, language_)), {});
    }
    if (wants(Word::type_text) && is_word(at)) {
        const auto type = as_lexemes(vocabulary_, Word::type_text, 0, before, false);
        if (helps({at, 1, type, false})) {
            Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
            const std::string all =
                types + ", " + quoted(spelling(Word::choice_of, language_)) + ", " +
                quoted(std::string(spelling(Word::yes, language_)) + "/" + std::string(spelling(Word::no, language_)));
            result.way_out = {"schrijf een type zoals " + all, "write a type such as " + all};
            return Explanation{std::move(result), {}};
        }
    }
    if (wants(Word::before_start) && wants(Word::from_day)) {
        const std::string days = std::string(spelling(Word::from_day, language_)) + " 1 " +
                                 std::string(spelling(Word::to_day, language_)) + " 100";
        if (helps({at, 0, as_lexemes(vocabulary_, Word::before_start, 0, before, false), false}))
            return missing(at, false, {"wanneer, zoals " + quoted(days), "when, such as " + quoted(days)}, {}, {});
    }
    // `aandeel van presenties`: which one of them?
    if (at >= 2 && reading_.stands_at(Word::of, at) &&
        helps({at - 1, 0, as_lexemes(vocabulary_, Word::average, 0, lexemes_[at - 2], lexemes_[at - 1].opens_line),
               false})) {
        std::string list;
        for (const Word word : {Word::average, Word::sum, Word::last})
            list += (list.empty() ? "" : ", ") + quoted(spelling(word, language_));
        return missing(at - 1, true, {"een woord zoals " + list, "a word such as " + list}, {}, {});
    }
    // `2 toetsen met …`
    if (at >= 2 && lexemes_[at - 1].code == code::integer && is_word(at) &&
        helps({at - 1, 0, as_lexemes(vocabulary_, Word::at_least, 0, lexemes_[at - 2], false), false})) {
        std::string list;
        for (const Word word : {Word::at_least, Word::at_most, Word::exactly})
            list += (list.empty() ? "" : ", ") + quoted(spelling(word, language_));
        return missing(at - 1, true, {"een woord zoals " + list, "a word such as " + list}, {}, {});
    }
    // Where a clause may end, a word of another clause is not what is missing in the middle of a line.
    const auto opens_another = [&](const Expectation& it) {
        return it.wanted == Wanted::word && it.part == 0 &&
               std::find(clause_words(kind_).begin(), clause_words(kind_).end(), it.word) != clause_words(kind_).end();
    };
    const bool may_end = std::count_if(failure_->expected.begin(), failure_->expected.end(), opens_another) > 3 &&
                         exists(at) && !lexemes_[at].opens_line && kind_ != DeclarationKind::intervention;
    for (const bool connectives : {false, true}) {
        for (const Expectation& expected : failure_->expected) {
            if (expected.wanted != Wanted::word || expected.word == Word::not_) continue;
            if (may_end && opens_another(expected)) continue;
            if ((expected.word == Word::and_ || expected.word == Word::or_) != connectives) continue;
            const auto places = words_in(WordPlace::month);
            if (std::find(places.begin(), places.end(), expected.word) != places.end()) continue;
            const Edit edit{at, 0, as_lexemes(vocabulary_, expected.word, expected.part, before, false), true};
            if (!helps(edit)) continue;
            const std::string text = phrase(expected);
            // Two values side by side: compared, or two conditions?
            const bool is_open = expected.word == Word::is && wants(Word::and_) &&
                                 !reading_.stands_at(Word::not_, at) &&
                                 helps({at, 0, as_lexemes(vocabulary_, Word::and_, 0, before, false), true});
            if (!connectives && !is_open) return missing(at, false, quoted(text), text, edit);
            std::string first = is_open ? quoted(text) + ", " : std::string();
            first += quoted(spelling(Word::and_, language_));
            const std::string last = quoted(spelling(Word::or_, language_));
            return missing(at, false, {fmt::format("{} of {}", first, last), fmt::format("{} or {}", first, last)}, {},
                           {});
        }
    }
    for (const char mark : {'=', '<'}) {
        if (!wants(mark)) continue;
        if (!helps({at, 0, {placeholder(mark, false)}, false})) continue;
        if (mark == '=' && !wants('<')) return missing(at, false, "`=`", "=", {});
        return missing(at, false, {"een vergelijking, zoals `<` of `=`", "a comparison, such as `<` or `=`"}, {}, {});
    }
    Edit length{at, 0, {placeholder(code::integer, false)}, false};
    const auto unit = as_lexemes(vocabulary_, Word::weeks, 0, before, false);
    length.insert.insert(length.insert.end(), unit.begin(), unit.end());
    if (wants(Wanted::integer) && helps(length)) {
        const std::string example = quoted("2 " + std::string(spelling(Word::weeks, language_)));
        return missing(at, false, {"een duur zoals " + example, "a length of time such as " + example}, {}, {});
    }
    return std::nullopt;
}

}  // namespace wegwijzer::parsing
