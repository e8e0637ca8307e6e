// Which clause the cursor stands in, and what can stand there (docs/language.md section 5).
#include <algorithm>
#include <array>
#include <span>

#include "dsl/editor/wanted.h"

namespace wegwijzer::editor {

namespace {

using enum Word;

constexpr std::array rule_clauses{justification, legal_basis, source};

std::vector<Word> with_accountability(std::vector<Word> words) {
    words.insert(words.end(), rule_clauses.begin(), rule_clauses.end());
    return words;
}

// The words that open the clauses of a declaration.
std::vector<Word> clauses_of(Word declaration) {
    switch (declaration) {
        case pack: return {version, language, valid_from, owner, purpose, legal_ground, retain, crisis_route};
        case calendar: return {from, holiday};
        case phase: return {from_day, from_day_on, before_start, from_study_week, from};
        case factor: return {in_, source};
        case role: return {line, person, expert_in, capacity};
        case parameter: return {between, source, owner};
        case set: return {for_, because, justification, legal_basis};
        case signal:
        case strength: return with_accountability({factor, in_phase, if_, severity, unless, weight, explanation});
        case opportunity: return with_accountability({factor, in_phase, if_, unless, weight, explanation});
        case intervention:
            return with_accountability({by, through, directly, with_consent, without_consent, duration, question,
                                        not_together_with, not_in_phase, not_before_day, only_after, at_most_once_per,
                                        reinforces, factor});
        case policy: return with_accountability({if_, unless, advise, priority, urgent, overrides});
        case plan: return with_accountability({goal, step, review_every, evaluate_after});
        case table: return {hit};
        case example: return {on, given_student, given, set, expect_no, expect};
        default: return {};
    }
}

// Those that end in a condition: only a new line ends it.
bool takes_condition(Word clause, Word declaration) {
    return clause == if_ || clause == unless || clause == severity || clause == for_ ||
           (clause == goal && declaration == plan);
}

class PlaceReader {
  public:
    PlaceReader(const Typed& typed, const Names& names, Language language)
        : typed_(typed), names_(names), tokens_(typed.tokens, language), language_(language) {}

    Wanted read() {
        if (typed_.in_comment || typed_.in_text) return {};
        if (typed_.in_braces) return wanted_in_expression(tokens_, typed_.braces_at, names_, {false, false});
        if (tokens_.size() == 0 || typed_.in_first_column) return of_words(words_in(WordPlace::declaration));
        if (!find_declaration()) return of_words(words_in(WordPlace::declaration));
        if (declaration_ == student_data || declaration_ == series) return in_data();
        if (declaration_ == use) return at_ == tokens_.size() ? of_packs() : Wanted{};
        if (declaration_ == concept_) return in_concept();
        if (declaration_ == table) return in_table();
        return in_clauses();
    }

  private:
    static Wanted of_words(std::vector<Word> words) {
        Wanted wanted;
        wanted.words = std::move(words);
        return wanted;
    }
    static Wanted of_things(std::vector<ThingKind> kinds) {
        Wanted wanted;
        wanted.things = std::move(kinds);
        return wanted;
    }
    static Wanted of_packs() {
        Wanted wanted;
        wanted.packs = true;
        return wanted;
    }
    static Wanted of_choices(const Choices& choices) {
        Wanted wanted;
        wanted.choices = choices;
        return wanted;
    }

    bool find_declaration() {
        for (const Word word : words_in(WordPlace::declaration)) {
            if (const std::size_t length = tokens_.length_at(0, word)) {
                declaration_ = word;
                at_ = length;
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool is_text(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].kind == TypedToken::Kind::text;
    }
    [[nodiscard]] std::string_view previous() const {
        return tokens_.size() == 0 ? std::string_view() : tokens_[tokens_.size() - 1].text;
    }
    [[nodiscard]] bool ends_with(Word word) const {
        const std::size_t length = words_of_phrase(spelling(word, language_)).size();
        return tokens_.size() >= length && tokens_.length_at(tokens_.size() - length, word) == length;
    }

    // ---- gegevens and reeks ----

    Wanted in_data() {
        // The tokens of the line of the cursor.
        std::size_t line = tokens_.size();
        if (!typed_.opens_line) {
            while (line > 0 && !tokens_[line - 1].opens_line) --line;
            if (line > 0) --line;
        }
        if (line < at_) line = at_;
        if (ends_with(last_counts_per)) {
            Wanted wanted;
            wanted.fields_of = tokens_.size() > at_ ? std::string(tokens_[at_].text) : "";
            return wanted;
        }
        if (typed_.opens_line) return declaration_ == series ? of_words({last_counts_per}) : Wanted{};
        for (std::size_t at = line; at < tokens_.size(); ++at) {
            if (tokens_.is_mark(at, ":")) return at + 1 == tokens_.size() ? of_type() : behind_type(at + 1);
        }
        // Behind the names of the series.
        if (declaration_ == series && line == at_ && tokens_.size() >= at_ + 3)
            return of_words({confidential, with_justification, special, audit_only, last_counts_per});
        return {};
    }
    static Wanted of_type() {
        return of_words({type_key, type_text, type_number, type_integer, type_grade, type_percentage, type_date,
                         type_duration, choice_of});
    }
    Wanted behind_type(std::size_t type) {
        std::vector<Word> words;
        const bool is_choice = tokens_.length_at(type, choice_of) > 0;
        if (is_choice && (tokens_.size() == type + tokens_.length_at(type, choice_of) || previous() == ",")) return {};
        if (const std::size_t begun = tokens_.begun_at(type, choice_of)) {
            Wanted wanted = of_words({choice_of});
            wanted.begun = begun;
            return wanted;
        }
        if (is_choice) words = {ascending};
        if (tokens_.length_at(type, type_number) > 0 || tokens_.length_at(type, type_integer) > 0) words = {in_, from};
        if (tokens_.length_at(type, type_percentage) > 0) words = {as_fraction};
        if (ends_with(in_) || ends_with(from) || ends_with(from_column)) return {};
        if (declaration_ != parameter) {
            for (const Word word : {confidential, with_justification, special, audit_only, from_column})
                words.push_back(word);
            if (declaration_ == student_data) words.insert(words.end(), {mark_start, mark_mentor, mark_name});
        } else {
            const std::vector<Word> clauses = clauses_of(parameter);
            words.insert(words.end(), clauses.begin(), clauses.end());
        }
        return with_begun(of_words(std::move(words)));
    }

    // What stands right before the cursor may be the beginning of one of the phrases.
    Wanted with_begun(Wanted wanted) const {
        for (std::size_t count = std::min<std::size_t>(tokens_.size(), 4); count > 0; --count) {
            const std::size_t from_here = tokens_.size() - count;
            const bool is_begun = std::ranges::any_of(
                wanted.words, [&](Word word) { return tokens_.begun_at(from_here, word) == count; });
            if (!is_begun) continue;
            wanted.begun = count;
            return wanted;
        }
        return wanted;
    }

    // ---- begrip and tabel ----

    Wanted in_concept() {
        for (std::size_t at = at_; at < tokens_.size(); ++at) {
            if (tokens_.is_mark(at, "=")) return wanted_in_expression(tokens_, at + 1, names_, {false, false});
        }
        return {};
    }
    Wanted in_table() {
        std::size_t bar = tokens_.size();
        while (bar > at_ && !tokens_[bar - 1].opens_line) --bar;
        const bool in_row = bar > at_ && tokens_.is_mark(bar - 1, "|") && !typed_.opens_line;
        if (in_row) return in_row_of_table(bar - 1);
        if (ends_with(hit)) return of_words({unique, first_hit});
        for (std::size_t at = at_; at < tokens_.size(); ++at) {
            if (!tokens_.is_mark(at, ":")) continue;
            return at + 1 == tokens_.size() ? of_type() : with_begun(of_words({hit}));
        }
        return {};
    }
    Wanted in_row_of_table(std::size_t row) {
        std::size_t head = at_;
        while (head < row && !(tokens_.is_mark(head, "|") && tokens_[head].opens_line)) ++head;
        std::size_t column = 0;
        bool is_result = false;
        for (std::size_t at = row + 1; at < tokens_.size(); ++at) {
            if (tokens_.is_mark(at, "|")) ++column;
            if (tokens_.is_mark(at, "||")) is_result = true;
        }
        if (head == row) {  // the head itself: terms
            if (is_result) return {};
            std::size_t term = tokens_.size();
            while (term > row + 1 && !tokens_.is_mark(term - 1, "|")) --term;
            return wanted_in_expression(tokens_, term, names_, {false, false});
        }
        if (is_result)
            return of_choices(at_ < tokens_.size() ? names_.choices_of_name(tokens_[at_].text, {}, language_)
                                                   : Choices{});
        // The term of this column, when it is a name.
        std::size_t term = head + 1;
        for (std::size_t left = column; left > 0 && term < row; ++term) {
            if (tokens_.is_mark(term, "|")) --left;
        }
        Wanted wanted = of_choices(names_.choices_of_name(tokens_[term].text, {}, language_));
        wanted.words = {unknown};
        return wanted;
    }

    // ---- declarations with clauses ----

    Wanted in_clauses() {
        const std::vector<Word> clauses = clauses_of(declaration_);
        if (declaration_ == set) return in_setting(clauses);
        if (declaration_ == parameter) {
            if (const auto wanted = in_head_of_parameter()) return *wanted;
        }
        find_clause(clauses);
        const bool is_condition = clause_ && takes_condition(*clause_, declaration_);
        if (typed_.opens_line && !(is_condition && goes_on())) return at_line_start(clauses);
        if (!clause_) {
            const bool wants_name = tokens_.size() == at_;
            return wants_name ? Wanted{} : with_begun(of_words(clauses));
        }
        if (is_condition) return in_condition();
        Wanted wanted = declaration_ == example ? in_example_clause() : in_clause(clauses);
        return wanted.begun > 0 ? wanted : with_begun(std::move(wanted));
    }

    // The condition is not complete: its last mark asks for more.
    [[nodiscard]] bool goes_on() const {
        if (arguments_ == tokens_.size()) return true;
        const TypedToken& last = tokens_[tokens_.size() - 1];
        if (last.kind == TypedToken::Kind::mark) return last.text != ")";
        return ends_with(and_) || ends_with(or_) || ends_with(not_) || ends_with(then) || ends_with(else_) ||
               ends_with(is);
    }
    Wanted at_line_start(const std::vector<Word>& clauses) {
        if (declaration_ == example && clause_ == given_student) {
            Wanted wanted = of_words(clauses);
            wanted.things = {ThingKind::student_field};
            return wanted;
        }
        return of_words(clauses);
    }

    // The clause that the cursor stands in. Behind a condition only a new line opens another.
    void find_clause(const std::vector<Word>& clauses) {
        for (std::size_t at = at_; at < tokens_.size();) {
            const bool may_open = tokens_[at].opens_line || !clause_ || !takes_condition(*clause_, declaration_);
            std::optional<Word> found;
            std::size_t longest = 0;
            for (const Word word : clauses) {
                const std::size_t length = tokens_.length_at(at, word);
                if (length > longest && may_open) {
                    longest = length;
                    found = word;
                }
            }
            // `door`, `binnen` and the like belong to the clause; `in` of a factor, `bron` of anything open one.
            if (!found || at == at_) {
                if (found) open_clause(*found, at + longest);
                ++at;
                continue;
            }
            open_clause(*found, at + longest);
            at += longest;
        }
    }
    void open_clause(Word clause, std::size_t arguments) {
        clause_ = clause;
        arguments_ = arguments;
    }

    Wanted in_condition() {
        std::size_t first = arguments_;
        if (*clause_ == severity) {
            if (first == tokens_.size()) return of_words({low, medium, high});
            if (tokens_.length_at(first + 1, if_) == 0) return of_words({if_});
            first += 1 + tokens_.length_at(first + 1, if_);
        }
        const bool with_signals = declaration_ == policy || declaration_ == plan;
        return wanted_in_expression(tokens_, first, names_, {with_signals, true});
    }

    Wanted in_clause(const std::vector<Word>& clauses) {
        const bool is_first = arguments_ == tokens_.size();
        const bool in_list = previous() == ",";
        switch (*clause_) {
            case language: return is_first ? of_words({language_nl, language_en}) : of_words(clauses);
            case valid_from: return of_words({to});
            case factor: return is_first ? of_things({ThingKind::factor}) : of_words(clauses);
            case in_: return is_first ? of_things({ThingKind::cluster}) : of_words(clauses);
            case in_phase:
            case not_in_phase: return is_first || in_list ? of_things({ThingKind::phase}) : of_words(clauses);
            case source: return is_first ? of_things({ThingKind::source}) : of_words(clauses);
            case line:
                return is_first ? of_words({line_first, line_second, line_external, line_organisation})
                                : of_words(clauses);
            case person: return is_first ? of_things({ThingKind::student_field}) : of_words(clauses);
            case capacity: return of_words({per_week});
            case by:
            case through: return is_first ? of_things({ThingKind::role}) : of_words(clauses);
            case not_together_with:
            case only_after:
            case reinforces:
                return is_first ? of_things({ThingKind::intervention, ThingKind::plan}) : of_words(clauses);
            case overrides: return is_first ? of_things({ThingKind::policy}) : of_words(clauses);
            case duration:
            case retain:
            case review_every:
            case evaluate_after:
            case at_most_once_per: return length_or(clauses);
            case advise: return in_advice(clauses);
            case step: return in_step(clauses);
            case between: return is_first ? Wanted{} : of_words({and_});
            default: break;
        }
        return is_first ? Wanted{} : of_words(clauses);
    }
    Wanted length_or(const std::vector<Word>& clauses) {
        if (arguments_ == tokens_.size()) return of_things({ThingKind::parameter});
        const bool is_number = tokens_[tokens_.size() - 1].kind == TypedToken::Kind::number;
        return of_words(is_number ? words_in(WordPlace::unit) : clauses);
    }
    Wanted in_advice(const std::vector<Word>& clauses) {
        if (arguments_ == tokens_.size() || previous() == ",")
            return of_things({ThingKind::intervention, ThingKind::plan});
        if (ends_with(by)) return of_things({ThingKind::role});
        if (ends_with(within)) return of_things({ThingKind::parameter});
        if (ends_with(due)) {
            Wanted wanted = of_words({reference_date});
            wanted.values = true;
            return wanted;
        }
        if (tokens_[tokens_.size() - 1].kind == TypedToken::Kind::number) return of_words(words_in(WordPlace::unit));
        std::vector<Word> words{by, within, due};
        words.insert(words.end(), clauses.begin(), clauses.end());
        return of_words(std::move(words));
    }
    Wanted in_step(const std::vector<Word>& clauses) {
        if (arguments_ == tokens_.size()) return {};
        if (arguments_ + 1 == tokens_.size()) return of_things({ThingKind::intervention});
        if (ends_with(by)) return of_things({ThingKind::role});
        if (ends_with(within) || ends_with(after)) return of_things({ThingKind::parameter});
        if (tokens_[tokens_.size() - 1].kind == TypedToken::Kind::number) return of_words(words_in(WordPlace::unit));
        std::vector<Word> words{by, within, after, in_study_week};
        words.insert(words.end(), clauses.begin(), clauses.end());
        return of_words(std::move(words));
    }

    // ---- parameter and stel ----

    std::optional<Wanted> in_head_of_parameter() {
        std::size_t colon = at_;
        while (colon < tokens_.size() && !tokens_.is_mark(colon, ":")) ++colon;
        if (colon == tokens_.size()) return Wanted{};
        if (colon + 1 == tokens_.size()) return of_type();
        std::size_t equals = colon;
        while (equals < tokens_.size() && !tokens_.is_mark(equals, "=")) ++equals;
        if (equals == tokens_.size()) return typed_.opens_line ? std::nullopt : std::optional(behind_type(colon + 1));
        if (equals + 1 < tokens_.size()) return std::nullopt;
        return of_choices(names_.choices_of_name(tokens_[at_].text, {}, language_));
    }
    Wanted in_setting(const std::vector<Word>& clauses) {
        if (at_ == tokens_.size()) return of_things({ThingKind::parameter});
        const std::size_t behind_name = at_ + 1;
        const std::size_t to_value = tokens_.length_at(behind_name, set_to);
        if (to_value == 0) return with_begun(of_words({set_to}));
        if (behind_name + to_value == tokens_.size())
            return of_choices(names_.choices_of_name(tokens_[at_].text, {}, language_));
        at_ = behind_name + to_value;
        find_clause(clauses);
        if (clause_ == for_ && (!typed_.opens_line || goes_on())) return in_condition();
        return clause_ && arguments_ == tokens_.size() ? Wanted{} : of_words(clauses);
    }

    // ---- voorbeeld ----

    Wanted in_example_clause() {
        switch (*clause_) {
            case given: return in_given();
            case given_student: return in_given_student();
            case set: return in_setting_of_example();
            case expect:
            case expect_no: return in_expectation();
            default: return {};
        }
    }
    Wanted in_given() {
        if (arguments_ == tokens_.size()) {
            Wanted wanted = of_words({student});
            wanted.series = true;
            return wanted;
        }
        const std::string name(tokens_[arguments_].text);
        std::size_t row = tokens_.size();
        while (row > arguments_ && !tokens_[row - 1].opens_line) --row;
        if (row == arguments_ || !tokens_.is_mark(row - 1, "|")) return of_words({none, complete_to});
        std::size_t head = arguments_;
        while (head < row - 1 && !(tokens_.is_mark(head, "|") && tokens_[head].opens_line)) ++head;
        Wanted wanted;
        if (head == row - 1) {
            wanted.fields_of = name;
            return wanted;
        }
        std::size_t column = 0;
        for (std::size_t at = row; at < tokens_.size(); ++at) {
            if (tokens_.is_mark(at, "|")) ++column;
        }
        std::size_t field = head + 1;
        for (std::size_t left = column; left > 0 && field < row; ++field) {
            if (tokens_.is_mark(field, "|")) --left;
        }
        return of_choices(names_.choices_of_name(tokens_[field].text, name, language_));
    }
    Wanted in_given_student() {
        if (arguments_ == tokens_.size()) return of_things({ThingKind::student_field});
        return of_choices(names_.choices_of_student(previous()));
    }
    Wanted in_setting_of_example() {
        if (arguments_ == tokens_.size()) return of_things({ThingKind::parameter});
        if (ends_with(set_to)) return of_choices(names_.choices_of_name(tokens_[arguments_].text, {}, language_));
        return of_words({set_to});
    }
    Wanted in_expectation() {
        const auto last_is = [&](Word word) { return ends_with(word); };
        if (arguments_ == tokens_.size()) {
            std::vector<Word> words{signal, strength, opportunity, advice, plan};
            if (*clause_ == expect) words.insert(words.end(), {none, concept_, parameter});
            return of_words(std::move(words));
        }
        if (last_is(none)) return of_words({signal, strength, opportunity, advice, plan});
        if (last_is(signal)) return of_things({ThingKind::signal});
        if (last_is(strength)) return of_things({ThingKind::strength});
        if (last_is(opportunity)) return of_things({ThingKind::opportunity});
        if (last_is(plan)) return of_things({ThingKind::plan});
        if (last_is(concept_)) return of_things({ThingKind::named_concept});
        if (last_is(parameter)) return of_things({ThingKind::parameter});
        if (last_is(severity)) return of_words({low, medium, high});
        if (last_is(in_line)) return of_words({line_first, line_second, line_external, line_organisation});
        if (last_is(by) || last_is(through)) return of_things({ThingKind::role});
        const std::string_view kind = tokens_[arguments_].text;
        const auto is_about = [&](Word word) { return kind == spelling(word, language_); };
        if (is_about(advice) || is_about(plan)) {
            Wanted wanted = of_words({in_line, by, through, from_date, due, priority, suppressed});
            if (last_is(advice)) wanted.things = {ThingKind::intervention};
            return wanted;
        }
        if (is_about(concept_) || is_about(parameter)) {
            if (previous() == "=") {
                const std::string_view name = arguments_ + 1 < tokens_.size() ? tokens_[arguments_ + 1].text : "";
                return of_choices(names_.choices_of_name(name, {}, language_));
            }
            return last_is(is) ? of_words({unknown}) : of_words({is});
        }
        return of_words({severity, possibly_higher, undetermined, not_applicable});
    }

    const Typed& typed_;
    const Names& names_;
    Phrases tokens_;
    Language language_;
    Word declaration_{};
    std::size_t at_ = 0;  // behind the keyword
    std::optional<Word> clause_;
    std::size_t arguments_ = 0;  // of the clause
};

}  // namespace

Wanted wanted_in_declaration(const Typed& typed, const Names& names, Language language) {
    return PlaceReader(typed, names, language).read();
}

}  // namespace wegwijzer::editor
