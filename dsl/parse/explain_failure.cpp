#include "dsl/parse/explain_failure.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "dsl/parse/repair.h"
#include "dsl/parse/synonyms.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::parsing {
namespace {

// More findings in one declaration would not be read.
constexpr std::size_t most_explained = 25;
// A longer clause is not tried again with changes.
constexpr std::size_t longest_repaired = 2'000;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

class Explainer {
  public:
    Explainer(const Reading& reading, SourceId source, DeclarationKind kind, Repairs::Reader reader)
        : reading_(reading),
          lexemes_(reading.lexemes()),
          vocabulary_(reading.vocabulary()),
          language_(reading.vocabulary().language()),
          source_(source),
          kind_(kind),
          repairs_(reading, kind, reader) {}

    // The message, and the change to read on with when there is one.
    struct Explanation {
        Diagnostic finding;
        std::optional<Edit> edit;
        // Nothing better is known than that it doesn't fit: right behind another failure that says nothing new.
        bool is_guess = false;
    };
    [[nodiscard]] Explanation explain(const Failure& failure);

  private:
    using Maybe = std::optional<Explanation>;

    [[nodiscard]] Maybe explain_depth();
    [[nodiscard]] Maybe explain_line_behind_bullets();
    [[nodiscard]] Maybe explain_bullet();
    [[nodiscard]] Maybe explain_split_mark();
    [[nodiscard]] Maybe explain_number();
    [[nodiscard]] Maybe explain_synonym();
    [[nodiscard]] Maybe explain_double();
    [[nodiscard]] Maybe explain_spelling(std::size_t at, const std::vector<Expectation>& candidates);
    [[nodiscard]] Maybe explain_clause_word();
    [[nodiscard]] Maybe explain_capital_before();
    [[nodiscard]] Maybe explain_reserved();
    [[nodiscard]] Maybe explain_order();
    [[nodiscard]] Maybe explain_missing_mark();
    [[nodiscard]] Maybe explain_missing_part();
    [[nodiscard]] Maybe explain_missing();
    [[nodiscard]] Maybe explain_missing_opening();
    [[nodiscard]] Maybe explain_surplus();
    [[nodiscard]] Maybe explain_line();
    [[nodiscard]] Explanation explain_otherwise();

    [[nodiscard]] bool exists(std::size_t index) const { return index < lexemes_.size(); }
    [[nodiscard]] bool is_word(std::size_t index) const { return exists(index) && lexemes_[index].code == code::word; }
    [[nodiscard]] std::string written(std::size_t index) const { return std::string(reading_.written(index)); }
    [[nodiscard]] std::string written(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return {source_, lexemes_[begin].begin, lexemes_[end - 1].end};
    }
    [[nodiscard]] bool helps(const Edit& edit) {
        return failure_->resume - failure_->clause <= longest_repaired && repairs_.helps(*failure_, edit);
    }
    [[nodiscard]] bool helps_some(const Edit& edit) {
        return failure_->resume - failure_->clause <= longest_repaired && repairs_.helps_some(*failure_, edit);
    }
    [[nodiscard]] bool wants(Wanted wanted) const;
    [[nodiscard]] bool wants(char mark) const;
    [[nodiscard]] bool wants(Word word) const;
    [[nodiscard]] Diagnostic finding(Code code, std::size_t begin, std::size_t end,
                                     std::vector<Localized> arguments) const;
    [[nodiscard]] Lexeme placeholder(char code, bool opens_line) const;
    [[nodiscard]] std::string phrase(const Expectation& expectation) const;
    [[nodiscard]] Explanation missing(std::size_t at, bool at_line_start, const Localized& what,
                                      const std::string& written_out, std::optional<Edit> edit) const;

    const Reading& reading_;
    const std::vector<Lexeme>& lexemes_;
    const Vocabulary& vocabulary_;
    Language language_;
    SourceId source_;
    DeclarationKind kind_;
    Repairs repairs_;
    const Failure* failure_ = nullptr;
};

std::string Explainer::written(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin && !lexemes_[i].glued) text += ' ';
        text += reading_.written(i);
    }
    return text;
}

bool Explainer::wants(Wanted wanted) const {
    return std::any_of(failure_->expected.begin(), failure_->expected.end(),
                       [&](const Expectation& it) { return it.wanted == wanted; });
}
bool Explainer::wants(char mark) const {
    return std::any_of(failure_->expected.begin(), failure_->expected.end(),
                       [&](const Expectation& it) { return it.wanted == Wanted::mark && it.mark == mark; });
}
bool Explainer::wants(Word word) const {
    return std::any_of(failure_->expected.begin(), failure_->expected.end(),
                       [&](const Expectation& it) { return it.wanted == Wanted::word && it.word == word; });
}

Diagnostic Explainer::finding(Code code, std::size_t begin, std::size_t end, std::vector<Localized> arguments) const {
    Diagnostic result{.code = code, .span = span(begin, end)};
    result.arguments = std::move(arguments);
    return result;
}

Lexeme Explainer::placeholder(char code, bool opens_line) const {
    Lexeme result;
    result.code = code;
    result.opens_line = opens_line;
    result.begin = lexemes_.front().begin;
    result.end = lexemes_.front().begin;
    return result;
}

// The words that are wanted, from the part that is not there yet.
std::string Explainer::phrase(const Expectation& expectation) const {
    if (expectation.wanted == Wanted::mark) {
        switch (expectation.mark) {
            case code::less_equal: return "<=";
            case code::greater_equal: return ">=";
            case code::not_equal: return "<>";
            case code::double_bar: return "||";
            default: return {expectation.mark};
        }
    }
    std::string text;
    const auto& parts = vocabulary_.phrases(expectation.word).front();
    for (std::size_t i = expectation.part; i < parts.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += vocabulary_.text(parts[i]);
    }
    return text;
}

Explainer::Explanation Explainer::explain(const Failure& failure) {
    failure_ = &failure;
    if (auto it = explain_depth()) return *it;
    if (auto it = explain_line_behind_bullets()) return *it;
    if (auto it = explain_split_mark()) return *it;
    if (auto it = explain_double()) return *it;
    if (auto it = explain_spelling(failure.at, failure.expected)) return *it;
    if (auto it = explain_clause_word()) return *it;
    if (auto it = explain_capital_before()) return *it;
    if (auto it = explain_synonym()) return *it;
    if (auto it = explain_number()) return *it;
    if (auto it = explain_reserved()) return *it;
    if (auto it = explain_missing_mark()) return *it;
    if (auto it = explain_line()) return *it;
    if (auto it = explain_missing_opening()) return *it;
    if (auto it = explain_missing_part()) return *it;
    if (auto it = explain_order()) return *it;
    if (auto it = explain_missing()) return *it;
    if (auto it = explain_bullet()) return *it;
    if (auto it = explain_surplus()) return *it;
    return explain_otherwise();
}

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
        result.lines = {{"dit kan twee dingen betekenen:", "this can mean two things:"},
                        {"  het hoort bij het laatste punt: `" + item + " " + written(at) + " " + rest + "`",
                         "  it belongs to the last item: `" + item + " " + written(at) + " " + rest + "`"},
                        {"  het hoort bij de hele lijst: maak er met de lijst een nieuwe lijst van, met `--` ervoor",
                         "  it belongs to the whole list: make it a new list together with that list, with `--`"}};
    }
    return Explanation{std::move(result), {}};
}

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

// The same word or mark twice, here or a little before.
Explainer::Maybe Explainer::explain_double() {
    int attempts_left = 6;
    const std::size_t last = std::min(failure_->at + 2, std::min(failure_->resume, lexemes_.size()));
    for (std::size_t at = last; at-- > failure_->clause + 1 && attempts_left > 0;) {
        const char mark = lexemes_[at].code;
        if (mark == code::cell || mark == '(' || mark == ')' || written(at) != written(at - 1)) continue;
        --attempts_left;
        const Edit edit{at, 1, {}, true};
        if (!helps(edit)) continue;
        Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
        result.why = {quoted(written(at)) + " staat er twee keer", quoted(written(at)) + " stands there twice"};
        result.way_out = {"haal één " + quoted(written(at)) + " weg", "leave out one " + quoted(written(at))};
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
    for (const Expectation* candidate : wanted) {
        if (candidate->part != 0 || spelling(candidate->word, other) == spelling(candidate->word, language_)) continue;
        const auto& parts = other_words.phrases(candidate->word).front();
        std::size_t length = 0;
        while (length < parts.size() && is_word(at + length) && at + length < failure_->resume &&
               to_nfc(written(at + length)) == other_words.text(parts[length]))
            ++length;
        if (length < parts.size()) continue;
        const Edit edit = replaced(length, candidate->word, 0, 99);
        const bool certain = helps_some(edit);
        if (!certain && parts.size() == 1 && here.size() < 4) continue;
        const std::string right(spelling(candidate->word, language_));
        Diagnostic result = finding(Code::F029, at, at + length, {written(at, at + length), right});
        result.fix = right;
        return Explanation{std::move(result), certain ? std::optional(edit) : std::nullopt};
    }
    if (reading_.is_reserved(at) && vocabulary_.find(here) != no_spelling &&
        std::find(spellings.begin(), spellings.end(), here) != spellings.end())
        return std::nullopt;
    if (const auto meant = did_you_mean(here, spellings)) {
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
    const std::size_t first = failure_->at > failure_->clause + 3 ? failure_->at - 3 : failure_->clause;
    for (std::size_t at = first; at <= failure_->at && at < failure_->resume && exists(at); ++at) {
        for (const Synonym& synonym : synonyms(language_)) {
            std::size_t length = 0;
            while (length < synonym.written.size() && exists(at + length) && at + length < failure_->resume &&
                   to_lower(written(at + length)) == synonym.written[length])
                ++length;
            if (length < synonym.written.size() || at + length <= failure_->at - (failure_->at > 0 ? 1 : 0)) continue;
            Edit edit{at, length, {}, true};
            if (synonym.mark != '\0') {
                Lexeme mark = lexemes_[at];
                mark.code = synonym.mark;
                mark.spelling = no_spelling;
                edit.insert = {mark};
            } else {
                for (const Word word : synonym.words) {
                    auto parts = as_lexemes(vocabulary_, word, 0, lexemes_[at], false);
                    edit.insert.insert(edit.insert.end(), parts.begin(), parts.end());
                }
            }
            for (Lexeme& lexeme : edit.insert) {
                lexeme.begin = lexemes_[at].begin;
                lexeme.end = lexemes_[at + length - 1].end;
            }
            if (!helps_some(edit)) continue;
            const std::string right(synonym.right);
            Diagnostic result = finding(Code::F010, at, at + length, {written(at, at + length)});
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

// A line that opens with `-` is a bullet, and its dashes say how deep.
Explainer::Maybe Explainer::explain_bullet() {
    const std::size_t at = failure_->at;
    if (!exists(at) || lexemes_[at].code != code::bullet) return std::nullopt;
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
    Lexeme minus = lexemes_[at];
    minus.code = '-';
    minus.opens_line = false;
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    result.why = {"een regel die met `-` begint, is een punt van een lijst",
                  "a line that begins with `-` is an item of a list"};
    const std::string list =
        std::string(spelling(Word::if_, language_)) + " " + std::string(spelling(Word::all_of, language_)) + ":";
    if (at > failure_->clause && helps({at, 1, {minus}, false}))
        result.way_out = {"zet het minteken aan het eind van de regel erboven",
                          "put the minus sign at the end of the line above"};
    else
        result.way_out = {"zet boven de punten wat ervan moet gelden, zoals " + quoted(list),
                          "put above the items what must hold of them, such as " + quoted(list)};
    return Explanation{std::move(result), {}};
}

// Something on a new line that belongs on the one before (rules 3 and 4).
Explainer::Maybe Explainer::explain_line() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at == 0 || !lexemes_[at].opens_line) return std::nullopt;
    Lexeme joined = lexemes_[at];
    joined.opens_line = false;
    Edit edit{at - 1, 2, {lexemes_[at - 1], joined}, true};
    if (!helps(edit)) return std::nullopt;
    return Explanation{finding(Code::F027, at, at + 1, {written(at)}), edit};
}

// Words in another order: neighbours, or a group of words moved.
Explainer::Maybe Explainer::explain_order() {
    const std::size_t begin = failure_->clause;
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    const auto attempt = [&](std::size_t first, std::size_t middle, std::size_t last) -> Maybe {
        if (first < begin || last > end || first >= middle || middle >= last) return std::nullopt;
        if (first == begin && (begin == 0 || reading_.opens_clause(begin))) return std::nullopt;
        Edit edit{first, last - first, {}, false};
        std::string text;
        const auto put = [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) {
                Lexeme lexeme = lexemes_[i];
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
    };
    const std::size_t at = failure_->at;
    for (const std::size_t first : {at, at - 1, at + 1, at - 2})
        if (first < end)
            if (auto it = attempt(first, first + 1, first + 2)) return it;
    // A group of up to five words behind a group of up to five, around the place.
    for (std::size_t total = 3; total <= 8; ++total)
        for (std::size_t first = at > begin + total ? at - total : begin; first <= at && first + total <= end; ++first)
            for (std::size_t middle = first + 1; middle < first + total; ++middle)
                if (first + total > at)
                    if (auto it = attempt(first, middle, first + total)) return it;
    return std::nullopt;
}

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
    const std::size_t at = failure_->clause;
    if (at == 0 || !exists(at) || !lexemes_[at].opens_line || reading_.opens_clause(at)) return std::nullopt;
    // `motivatie < 3` was read up to the sign, as a name that opens a line is no clause.
    if (failure_->at > at && kind_ == DeclarationKind::example) return std::nullopt;
    if (wants(Wanted::name) && helps({at, 0, {placeholder(code::word, true)}, false}))
        return missing(at, true, {"een naam", "a name"}, {}, {});
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
    return missing(at, true, {"een woord zoals " + list, "a word such as " + list}, {}, {});
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
        WordPlace place;
        Word word;
        Localized what;
    };
    const std::string weeks = quoted(spelling(Word::weeks, language_));
    const std::string types =
        quoted(spelling(Word::type_text, language_)) + ", " + quoted(spelling(Word::type_number, language_));
    const Kind kinds[] = {
        {WordPlace::unit, Word::weeks, {"een eenheid zoals " + weeks, "a unit such as " + weeks}},
        {WordPlace::type, Word::type_text, {"een type zoals " + types, "a type such as " + types}},
    };
    for (const Kind& kind : kinds) {
        if (!wants(kind.word) && !(kind.place == WordPlace::type && wants(Wanted::same_line))) continue;
        if (helps({at, 0, as_lexemes(vocabulary_, kind.word, 0, before, false), false}))
            return missing(at, false, kind.what, {}, {});
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
    for (const bool connectives : {false, true}) {
        for (const Expectation& expected : failure_->expected) {
            if (expected.wanted != Wanted::word || expected.word == Word::not_) continue;
            if ((expected.word == Word::and_ || expected.word == Word::or_) != connectives) continue;
            const auto places = words_in(WordPlace::month);
            if (std::find(places.begin(), places.end(), expected.word) != places.end()) continue;
            const Edit edit{at, 0, as_lexemes(vocabulary_, expected.word, expected.part, before, false), true};
            if (!helps(edit)) continue;
            const std::string text = phrase(expected);
            if (!connectives) return missing(at, false, quoted(text), text, edit);
            const std::string either = quoted(spelling(Word::and_, language_));
            const std::string or_ = quoted(spelling(Word::or_, language_));
            return missing(at, false, {either + " of " + or_, either + " or " + or_}, {}, {});
        }
    }
    for (const char mark : {'=', '<'}) {
        if (!wants(mark)) continue;
        if (!helps({at, 0, {placeholder(mark, false)}, false})) continue;
        if (mark == '=' && !wants('<')) return missing(at, false, "`=`", "=", {});
        return missing(at, false, {"een vergelijking, zoals `<` of `=`", "a comparison, such as `<` or `=`"}, {}, {});
    }
    struct Part {
        char code;
        Wanted wanted;
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
    Edit length{at, 0, {placeholder(code::integer, false)}, false};
    const auto unit = as_lexemes(vocabulary_, Word::weeks, 0, before, false);
    length.insert.insert(length.insert.end(), unit.begin(), unit.end());
    if (wants(Wanted::integer) && helps(length)) {
        const std::string example = quoted("2 " + std::string(spelling(Word::weeks, language_)));
        return missing(at, false, {"een duur zoals " + example, "a length of time such as " + example}, {}, {});
    }
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

// Adds a finding for each failure that is not settled yet. Returns the changes with which reading can go on.
std::vector<Edit> explain_failures(const Reading& reading, SourceId source, DeclarationKind kind,
                                   Repairs::Reader reader, std::set<std::uint32_t>& settled, Diagnostics& diagnostics) {
    std::vector<Edit> edits;
    Explainer explainer(reading, source, kind, reader);
    std::size_t covered = 0;                                  // an edit may reach into the next line
    std::size_t broken_until = static_cast<std::size_t>(-1);  // where the failure before this one ended
    for (const Failure& failure : reading.failures()) {
        if (settled.size() >= most_explained) break;
        const std::uint32_t place = reading.lexemes()[failure.clause].begin;
        const bool follows = failure.clause == broken_until;
        broken_until = failure.resume;
        if (failure.clause < covered || settled.contains(place)) continue;
        bool reported = false;
        for (std::size_t at = failure.clause; at < failure.resume; ++at)
            reported = reported || reading.lexemes()[at].tainted || reading.lexemes()[at].outside;
        if (reported) continue;
        Explainer::Explanation explanation = explainer.explain(failure);
        if (follows && explanation.is_guess) {
            settled.insert(place);
            continue;
        }
        diagnostics.add(std::move(explanation.finding));
        if (explanation.edit) covered = explanation.edit->at + explanation.edit->remove;
        if (explanation.edit && explanation.edit->keeps_text)
            edits.push_back(std::move(*explanation.edit));
        else
            settled.insert(place);
    }
    return edits;
}

}  // namespace

bool read_and_explain(Reading& reading, SourceId source, DeclarationKind kind, Repairs::Reader reader,
                      Diagnostics& diagnostics) {
    // A slip is read as what was meant: what would follow from it is no second mistake, and what else is wrong in the
    // same clause shows.
    constexpr int most_rounds = 4;
    reader(reading, kind);
    const bool complete = reading.failures().empty();
    std::set<std::uint32_t> settled;
    for (int round = 0; round < most_rounds && !reading.failures().empty(); ++round) {
        const std::vector<Edit> edits = explain_failures(reading, source, kind, reader, settled, diagnostics);
        if (edits.empty()) break;
        std::vector<Lexeme> edited = reading.lexemes();
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) edited = with_edit(edited, *edit);
        Reading again(reading.text(), reading.vocabulary(), std::move(edited));
        reader(again, kind);
        reading = std::move(again);
    }
    return complete;
}

std::optional<DeclarationKind> explain_unknown_declaration(std::string_view text, SourceId source,
                                                           const Vocabulary& vocabulary,
                                                           const std::vector<Lexeme>& lexemes,
                                                           Diagnostics& diagnostics) {
    const Language language = vocabulary.language();
    const Lexeme& first = lexemes.front();
    const std::string here(text.substr(first.begin, first.end - first.begin));
    Diagnostic finding{.code = Code::F017, .span = {source, first.begin, first.end}};
    finding.arguments = {here};
    const std::vector<Word> keywords = words_in(WordPlace::declaration);
    std::vector<std::string> openings;
    for (const Word word : keywords) openings.emplace_back(vocabulary.text(vocabulary.phrases(word).front().front()));
    const std::string lower = to_lower(to_nfc(here));
    const Vocabulary& other_words = Vocabulary::of(language == Language::nl ? Language::en : Language::nl);
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        const bool is_capital = lower == openings[i];
        if (!is_capital && lower != other_words.text(other_words.phrases(keywords[i]).front().front())) continue;
        finding.code = is_capital ? Code::F013 : Code::F029;
        finding.fix = is_capital ? openings[i] : std::string(spelling(keywords[i], language));
        finding.arguments.emplace_back(finding.fix);
        diagnostics.add(std::move(finding));
        return static_cast<DeclarationKind>(i);
    }
    if (const auto meant = did_you_mean(here, openings)) {
        finding.arguments.emplace_back(*meant);
        finding.fix = *meant;
        diagnostics.add(std::move(finding));
        const auto place = std::find(openings.begin(), openings.end(), *meant);
        return static_cast<DeclarationKind>(place - openings.begin());
    }
    std::string list;
    for (const Word word :
         {Word::parameter, Word::concept_, Word::signal, Word::intervention, Word::policy, Word::example})
        list += (list.empty() ? "" : ", ") + quoted(spelling(word, language));
    finding.way_out = {"begin met een woord zoals " + list + ", of laat de regel inspringen",
                       "begin with a word such as " + list + ", or indent the line"};
    diagnostics.add(std::move(finding));
    return std::nullopt;
}

}  // namespace wegwijzer::parsing
