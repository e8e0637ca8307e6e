// A word or mark that is written otherwise.
#include <algorithm>
#include <utility>

#include "dsl/parse/explainer.h"
#include "dsl/parse/synonyms.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::parsing {

// `< =`
Explainer::Maybe Explainer::explain_split_mark() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at == 0) return std::nullopt;
    const std::string together = written(at - 1) + written(at);
    if (together != "<=" && together != ">=" && together != "<>" && together != "==") return std::nullopt;
    Lexeme mark = lexemes_[at - 1];
    mark.end = lexemes_[at].end;
    const std::string right = together == "==" ? "=" : together;
    mark.code = right == "<="   ? code::less_equal
                : right == ">=" ? code::greater_equal
                : right == "<>" ? code::not_equal
                                : '=';
    const Edit edit{at - 1, 2, {mark}, true};
    if (!helps_some(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F012, at - 1, at + 1, {written(at - 1, at + 1), right});
    result.fix = right;
    return Explanation{std::move(result), edit};
}

// A text that closes too early, or opens too late: `"Sociale "binding`, `Sociale" binding"`.
Explainer::Maybe Explainer::explain_quotes() {
    const auto is_text = [&](std::size_t index) {
        return exists(index) && (lexemes_[index].code == code::text || lexemes_[index].code == code::template_text);
    };
    const auto is_plain = [&](std::size_t index) {
        return exists(index) && !lexemes_[index].opens_line && !is_text(index) &&
               (lexemes_[index].spelling == no_spelling || lexemes_[index].glued) && !reading_.opens_clause(index);
    };
    for (const std::size_t at : {failure_->at, failure_->at + 1, failure_->at - 1}) {
        if (at == 0 || at > lexemes_.size() || at <= failure_->clause) continue;
        const std::size_t first = at - 1;
        std::size_t last = at;
        if (is_text(at - 1) && is_plain(at)) {
            // What stands behind it was meant to be in it; up to the next text when that is glued to it.
            while (is_plain(last) && (last == at || lexemes_[last].glued)) ++last;
            if (is_text(last) && lexemes_[last].glued) ++last;
        } else if (is_text(at) && is_plain(at - 1) && at - 1 > failure_->clause &&
                   (lexemes_[at].glued || at - 1 == failure_->at)) {
            last = at + 1;
        } else {
            continue;
        }
        Lexeme joined = lexemes_[first];
        joined.code = code::text;
        joined.spelling = no_spelling;
        joined.end = lexemes_[last - 1].end;
        const Edit edit{first, last - first, {joined}, true};
        if (!helps(edit)) continue;
        std::string inside(reading_.text().substr(joined.begin, joined.end - joined.begin));
        const bool holds_text = last - first > 2 && is_text(last - 1) && is_text(first);
        if (holds_text) {
            for (std::size_t i = 1; i + 1 < inside.size(); ++i)
                if (inside[i] == '"') inside.insert(i++, "\\");
        } else {
            std::erase(inside, '"');
            inside.insert(0, 1, '"');
            inside += '"';
        }
        Diagnostic result = finding(Code::F124, first, last, {inside});
        result.fix = inside;
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// Capitals, a letter or two, or the word of the other language.
Explainer::Maybe Explainer::explain_spelling(std::size_t at, const std::vector<Expectation>& candidates) {
    if (!is_word(at)) return std::nullopt;
    const std::string here = to_nfc(written(at));
    const std::string lower = to_lower(here);
    std::vector<std::string> spellings;
    std::vector<const Expectation*> wanted;
    for (const Expectation& candidate : candidates) {
        if (candidate.wanted != Wanted::word) continue;
        const auto& parts = vocabulary_.phrases(candidate.word).front();
        spellings.emplace_back(vocabulary_.text(parts[candidate.part]));
        wanted.push_back(&candidate);
    }
    const auto replaced = [&](std::size_t length, Word word, std::size_t part, std::size_t count) {
        Edit edit{at, length, as_lexemes(vocabulary_, word, part, lexemes_[at], false), true};
        edit.insert.resize(std::min(edit.insert.size(), count));
        for (Lexeme& lexeme : edit.insert) {
            lexeme.begin = lexemes_[at].begin;
            lexeme.end = lexemes_[at + length - 1].end;
        }
        return edit;
    };
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        if (spellings[i] == here || spellings[i] != lower) continue;
        const Edit edit = replaced(1, wanted[i]->word, wanted[i]->part, 1);
        Diagnostic result = finding(Code::F013, at, at + 1, {here, spellings[i]});
        result.fix = spellings[i];
        return Explanation{std::move(result), helps_some(edit) ? std::optional(edit) : std::nullopt};
    }
    const Language other = language_ == Language::nl ? Language::en : Language::nl;
    const Vocabulary& other_words = Vocabulary::of(other);
    // `ja/nee` in English, `yes/no` in Dutch: a type of three words and marks.
    if (wants(Word::yes) && wants(Word::type_text) && exists(at + 2) && here == spelling(Word::yes, other) &&
        lexemes_[at + 1].code == '/' && written(at + 2) == spelling(Word::no, other)) {
        Edit edit{at, 3, {lexemes_[at], lexemes_[at + 1], lexemes_[at + 2]}, true};
        edit.insert[0].spelling = vocabulary_.phrases(Word::yes).front().front();
        edit.insert[2].spelling = vocabulary_.phrases(Word::no).front().front();
        const std::string right =
            std::string(spelling(Word::yes, language_)) + "/" + std::string(spelling(Word::no, language_));
        Diagnostic result = finding(Code::F029, at, at + 3, {written(at, at + 3), right});
        result.fix = right;
        return Explanation{std::move(result), helps(edit) ? std::optional(edit) : std::nullopt};
    }
    for (const Expectation* candidate : wanted) {
        if (spelling(candidate->word, other) == spelling(candidate->word, language_)) continue;
        const auto& parts = other_words.phrases(candidate->word).front();
        if (candidate->part != 0) {
            if (auto it = explain_rest_of_other(at, *candidate, parts)) return it;
            continue;
        }
        std::size_t length = 0;
        while (length < parts.size() && is_word(at + length) && at + length < failure_->resume &&
               to_nfc(written(at + length)) == other_words.text(parts[length]))
            ++length;
        if (length < parts.size()) continue;
        const Edit edit = replaced(length, candidate->word, 0, 99);
        const bool certain = length > 1 || helps_some(edit);
        if (!certain && here.size() < 4) continue;
        const std::string right(spelling(candidate->word, language_));
        Diagnostic result = finding(Code::F029, at, at + length, {written(at, at + length), right});
        result.fix = right;
        return Explanation{std::move(result), certain ? std::optional(edit) : std::nullopt};
    }
    if (reading_.is_reserved(at) && vocabulary_.find(here) != no_spelling &&
        std::find(spellings.begin(), spellings.end(), here) != spellings.end())
        return std::nullopt;
    const bool is_declared = reading_.declared_names != nullptr && reading_.declared_names->contains(here);
    if (const auto meant = is_declared ? std::nullopt : did_you_mean(here, spellings)) {
        for (std::size_t i = 0; i < spellings.size(); ++i) {
            if (spellings[i] != *meant) continue;
            const Edit edit = replaced(1, wanted[i]->word, wanted[i]->part, 1);
            const bool certain = helps_some(edit);
            // A word of the language, or one of two letters, is rarely a slip for another.
            if (!certain && (reading_.is_reserved(at) || here.size() < 4)) continue;
            Diagnostic result = finding(Code::F011, at, at + 1, {here, *meant});
            result.fix = *meant;
            return Explanation{std::move(result), certain ? std::optional(edit) : std::nullopt};
        }
    }
    return std::nullopt;
}

// `in the last`, of which `in` is a word of both languages.
Explainer::Maybe Explainer::explain_rest_of_other(std::size_t at, const Expectation& candidate,
                                                  const std::vector<Spelling>& parts) {
    const Language other = language_ == Language::nl ? Language::en : Language::nl;
    const std::size_t part = candidate.part;
    if (at < part || parts.size() <= part) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!is_word(at - part + i) || to_nfc(written(at - part + i)) != Vocabulary::of(other).text(parts[i]))
            return std::nullopt;
    const std::size_t first = at - part;
    Edit edit{first, parts.size(),
              as_lexemes(vocabulary_, candidate.word, 0, lexemes_[first], lexemes_[first].opens_line), true};
    for (Lexeme& lexeme : edit.insert) {
        lexeme.begin = lexemes_[first].begin;
        lexeme.end = lexemes_[first + parts.size() - 1].end;
    }
    const std::string right(spelling(candidate.word, language_));
    Diagnostic result = finding(Code::F029, first, first + parts.size(), {written(first, first + parts.size()), right});
    result.fix = right;
    return Explanation{std::move(result), edit};
}

// A line that opens with a word that is nearly a clause word, but was read as something else.
Explainer::Maybe Explainer::explain_clause_word() {
    std::vector<Expectation> candidates;
    for (const Word word : clause_words(kind_)) candidates.push_back({.wanted = Wanted::word, .word = word});
    for (std::size_t at = failure_->clause; at <= failure_->at && exists(at) && at < failure_->resume; ++at) {
        if (!lexemes_[at].opens_line || at == failure_->at || reading_.opens_clause(at) || !is_word(at)) continue;
        Maybe found = explain_spelling(at, candidates);
        if (found && found->edit) return found;
    }
    return std::nullopt;
}

// `Minstens 2 toetsen`: the word in capitals was read as a name.
Explainer::Maybe Explainer::explain_capital_before() {
    for (std::size_t back = 1; back <= 2 && back <= failure_->at; ++back) {
        const std::size_t at = failure_->at - back;
        if (at < failure_->clause || !is_word(at)) continue;
        const std::string here = to_nfc(written(at));
        const std::string lower = to_lower(here);
        const Spelling right = vocabulary_.find(lower);
        if (lower == here || right == no_spelling) continue;
        Lexeme lexeme = lexemes_[at];
        lexeme.spelling = right;
        const Edit edit{at, 1, {lexeme}, true};
        if (!helps_some(edit)) continue;
        Diagnostic result = finding(Code::F013, at, at + 1, {here, lower});
        result.fix = lower;
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// `kleiner dan`, `minimaal`, `is niet onbekend`
Explainer::Maybe Explainer::explain_synonym() {
    const std::size_t first = failure_->at > failure_->clause + 5 ? failure_->at - 5 : failure_->clause;
    for (std::size_t at = first; at <= failure_->at && at < failure_->resume && exists(at); ++at) {
        for (const Synonym& synonym : synonyms(language_)) {
            std::size_t length = 0;
            while (length < synonym.written.size() && exists(at + length) && at + length < failure_->resume &&
                   to_lower(written(at + length)) == synonym.written[length])
                ++length;
            if (length < synonym.written.size() || at + length <= failure_->at - (failure_->at > 0 ? 1 : 0)) continue;
            // `is een TO van`: other words are meant.
            const bool is_one = synonym.holds_one && synonym.words.empty();
            if (is_one && at > 0 && reading_.stands_at(Word::is, at - 1)) continue;
            Edit edit{at, length, {}, true};
            if (synonym.mark != '\0') {
                Lexeme mark = lexemes_[at];
                mark.code = synonym.mark;
                mark.spelling = no_spelling;
                edit.insert = {mark};
            } else {
                std::size_t one_at = 0;
                for (const Word word : synonym.words) {
                    auto parts = as_lexemes(vocabulary_, word, 0, lexemes_[at], false);
                    edit.insert.insert(edit.insert.end(), parts.begin(), parts.end());
                    if (one_at == 0) one_at = parts.size();
                }
                if (synonym.holds_one) {
                    edit.insert.insert(edit.insert.begin() + static_cast<std::ptrdiff_t>(one_at),
                                       placeholder(code::integer, false));
                }
                edit.insert.front().opens_line = lexemes_[at].opens_line;
            }
            for (Lexeme& lexeme : edit.insert) {
                if (lexeme.code == code::integer) continue;  // its value is not in the text
                lexeme.begin = lexemes_[at].begin;
                lexeme.end = lexemes_[at + length - 1].end;
            }
            if (synonym.only_whole ? !helps(edit) : !helps_some(edit)) continue;
            const std::string right(synonym.right);
            Diagnostic result = finding(Code::F010, at, at + length, {written(at, at + length)});
            result.why = synonym.why;
            result.way_out = {"schrijf " + quoted(right), "write " + quoted(right)};
            result.fix = right;
            return Explanation{std::move(result), edit};
        }
    }
    return std::nullopt;
}

// `1 000`, `1,5 weken`, `2e_kans`
Explainer::Maybe Explainer::explain_number() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at == 0 || at <= failure_->clause) return std::nullopt;
    const char before = lexemes_[at - 1].code;
    if (before != code::integer && before != code::decimal) return std::nullopt;
    if (lexemes_[at].code == code::integer || lexemes_[at].code == code::decimal) {
        const Edit edit{at, 1, {}, false};
        if (written(at).size() < 3 || lexemes_[at].opens_line || !helps(edit)) return std::nullopt;
        const std::string right = written(at - 1) + written(at);
        Diagnostic result = finding(Code::F010, at - 1, at + 1, {written(at - 1, at + 1)});
        result.why = {"in een getal staat geen spatie", "there is no space in a number"};
        result.way_out = {"schrijf " + quoted(right), "write " + quoted(right)};
        result.fix = right;
        return Explanation{std::move(result), {}};
    }
    if (!is_word(at)) return std::nullopt;
    if (lexemes_[at].glued && before == code::integer) {
        Lexeme name = lexemes_[at];
        name.begin = lexemes_[at - 1].begin;
        name.spelling = no_spelling;
        const Edit edit{at - 1, 2, {name}, true};
        if (!helps(edit)) return std::nullopt;
        Diagnostic result = finding(Code::F010, at - 1, at + 1, {written(at - 1, at + 1)});
        result.why = {"een naam begint met een letter", "a name begins with a letter"};
        result.way_out = {"schrijf bijvoorbeeld " + quoted("nr_" + written(at - 1, at + 1)),
                          "write for instance " + quoted("nr_" + written(at - 1, at + 1))};
        return Explanation{std::move(result), edit};
    }
    if (before != code::decimal) return std::nullopt;
    Lexeme whole = lexemes_[at - 1];
    whole.code = code::integer;
    if (!helps({at - 1, 1, {whole}, false})) return std::nullopt;
    Diagnostic result = finding(Code::F010, at - 1, at, {written(at - 1)});
    result.why = {"hier past alleen een heel getal", "only a whole number fits here"};
    result.way_out = {"rond af, of neem een kleinere eenheid", "round it, or take a smaller unit"};
    return Explanation{std::move(result), {}};
}

// A word of the language where a name stands.
Explainer::Maybe Explainer::explain_reserved() {
    const std::size_t at = failure_->at;
    if (!exists(at) || !reading_.is_reserved(at) || !wants(Wanted::name)) return std::nullopt;
    Lexeme name = lexemes_[at];
    name.spelling = no_spelling;
    const Edit edit{at, 1, {name}, true};
    if (!helps_some(edit)) return std::nullopt;
    if (auto it = explain_neighbours(at)) return it;
    const std::string here = written(at);
    std::string proposal = here + (language_ == Language::nl ? "_naam" : "_name");
    // A choice value has a name and how the data writes it.
    bool is_choice = false;
    for (std::size_t i = failure_->clause; i < at; ++i) is_choice = is_choice || reading_.stands_at(Word::choice_of, i);
    if (is_choice) {
        const bool is_none = reading_.stands_at(Word::no_event, at) || reading_.stands_at(Word::none, at);
        const std::string other = language_ == Language::nl ? "nooit" : "never";
        proposal = (is_none ? other : here + (language_ == Language::nl ? "_keuze" : "_choice")) + " \"" + here + "\"";
    }
    Diagnostic result = finding(Code::F015, at, at + 1, {here, proposal});
    result.fix = is_choice ? proposal : "";
    return Explanation{std::move(result), edit};
}

std::optional<Edit> Explainer::find_use_of_reserved(const Failure& failure) {
    failure_ = &failure;
    if (reading_.declared_names == nullptr) return std::nullopt;
    for (std::size_t at = failure.at > failure.clause + 2 ? failure.at - 2 : failure.clause;
         at <= failure.at + 1 && exists(at); ++at) {
        if (at < 2 || !reading_.is_reserved(at) || !reading_.declared_names->contains(to_nfc(written(at)))) continue;
        Lexeme name = lexemes_[at];
        name.spelling = no_spelling;
        const Edit edit{at, 1, {name}, true};
        if (helps_some(edit)) return edit;
    }
    return std::nullopt;
}

// Another mark: `*` for a bullet, `:` for `=`.
Explainer::Maybe Explainer::explain_mark() {
    const std::size_t at = failure_->at;
    if (!exists(at) || lexemes_[at].code == code::bullet) return std::nullopt;
    const char here = lexemes_[at].code;
    if (std::string_view(":=*+|,.;<>").find(here) == std::string_view::npos) return std::nullopt;
    if ((here == '*' || here == '+') && lexemes_[at].opens_line && wants(Wanted::bullet)) {
        // All of the list are one slip.
        Edit edit{at, 0, {}, true};
        for (std::size_t i = at; i < failure_->resume; ++i) {
            Lexeme lexeme = lexemes_[i];
            if (lexeme.code == here && lexeme.opens_line) lexeme.code = code::bullet;
            edit.insert.push_back(lexeme);
        }
        edit.remove = edit.insert.size();
        edit.keeps_lines = true;
        if (!helps(edit)) return std::nullopt;
        Diagnostic result = finding(Code::F012, at, at + 1, {written(at), "-"});
        result.fix = "-";
        for (std::size_t i = at + 1; i < failure_->resume; ++i)
            if (lexemes_[i].code == here && lexemes_[i].opens_line)
                result.labels.push_back({span(i, i + 1), {"hier ook", "here too"}});
        return Explanation{std::move(result), edit};
    }
    for (const Expectation& expected : failure_->expected) {
        if (expected.wanted != Wanted::mark ||
            std::string_view("+-*/()%").find(expected.mark) != std::string_view::npos)
            continue;
        Lexeme lexeme = lexemes_[at];
        lexeme.code = expected.mark;
        const Edit edit{at, 1, {lexeme}, true};
        if (!helps(edit)) continue;
        const std::string right = phrase(expected);
        Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
        result.way_out = {"schrijf " + quoted(right), "write " + quoted(right)};
        result.fix = right;
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// A name with a hyphen or a space in it, or one that begins with a digit.
Explainer::Maybe Explainer::explain_name() {
    const std::size_t at = failure_->at;
    if (!exists(at)) return std::nullopt;
    const auto as_name = [&](std::size_t first, std::size_t length) {
        Lexeme name = lexemes_[first];
        name.code = code::word;
        name.spelling = no_spelling;
        name.end = lexemes_[first + length - 1].end;
        return Edit{first, length, {name}, true};
    };
    if (lexemes_[at].code == code::integer && is_word(at + 1) && lexemes_[at + 1].glued && wants(Wanted::name)) {
        const Edit edit = as_name(at, 2);
        if (!helps_some(edit)) return std::nullopt;
        Diagnostic result = finding(Code::F010, at, at + 2, {written(at, at + 2)});
        const std::string right = "nr_" + written(at, at + 2);
        result.why = {"een naam begint met een letter", "a name begins with a letter"};
        result.way_out = {"schrijf bijvoorbeeld " + quoted(right), "write for instance " + quoted(right)};
        return Explanation{std::move(result), edit};
    }
    // The words of the declaration's name.
    if (at == 2 && is_word(1) && is_word(2) && !lexemes_[2].opens_line) {
        std::size_t length = 2;
        while (is_word(1 + length) && !lexemes_[1 + length].opens_line && length < 6) ++length;
        for (; length >= 2; --length) {
            const Edit edit = as_name(1, length);
            if (!helps(edit)) continue;
            std::string right = written(1);
            for (std::size_t i = 2; i <= length; ++i) right += "_" + written(i);
            Diagnostic result = finding(Code::F010, 1, 1 + length, {written(1, 1 + length)});
            result.why = {"in een naam staat geen spatie", "there is no space in a name"};
            result.way_out = {"schrijf " + quoted(right), "write " + quoted(right)};
            result.fix = right;
            return Explanation{std::move(result), edit};
        }
    }
    // `student-nummer`: the first word may be reserved.
    for (const std::size_t hyphen : {at, at + 1}) {
        if (!exists(hyphen) || lexemes_[hyphen].code != '-' || !lexemes_[hyphen].glued || hyphen == 0 ||
            !is_word(hyphen - 1))
            continue;
        std::size_t length = 1;
        std::string right = written(hyphen - 1);
        while (exists(hyphen + length) && lexemes_[hyphen + length - 1].code == '-' &&
               lexemes_[hyphen + length].glued &&
               (is_word(hyphen + length) || lexemes_[hyphen + length].code == code::integer)) {
            right += "_" + written(hyphen + length);
            length += 2;
        }
        if (length == 1) continue;
        const std::size_t first = hyphen - 1;
        const Edit edit = as_name(first, length);
        if (!helps_some(edit)) continue;
        Diagnostic result = finding(Code::F010, first, first + length, {written(first, first + length)});
        result.why = {"in een naam staat geen streepje", "there is no hyphen in a name"};
        result.way_out = {"schrijf " + quoted(right), "write " + quoted(right)};
        result.fix = right;
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

}  // namespace wegwijzer::parsing
