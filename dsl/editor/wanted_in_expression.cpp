// Reads a condition from left to right, as far as it was typed, and says what can come next. It takes any words: what doesn't fit is
// passed over, so that the rest of a line still gets help.
#include <algorithm>
#include <array>

#include "dsl/editor/wanted.h"

namespace wegwijzer::editor {

namespace {

using enum Word;

enum class State : std::uint8_t {
    operand,        // a value or condition begins
    behind_value,   // one is complete
    count,          // behind `minstens`: a number, or a list
    series,         // behind `aantal`, `geen`, `minstens 2`
    field,          // behind `gemiddelde`: a field of some series
    of_series,      // behind that field: `van`
    series_with,    // behind that `van`
    behind_series,  // `met`, a period, a comparison
    filter,         // behind `met`
    filter_field,   // behind `met soort`
    behind_is,
    behind_is_not,
    value,       // behind a comparison
    list_value,  // behind `is een van`
    low_end,     // behind `is tussen`
    signal_name,
    student_field,  // behind `student.`
    length,         // behind `in de laatste`
    unit,           // behind a number
    phase,
    day,  // behind `sinds`
};

class ExpressionReader {
  public:
    ExpressionReader(const Phrases& tokens, std::size_t first, const Names& names, const ExpressionPlace& place)
        : tokens_(tokens), at_(first), names_(names), place_(place) {}

    Wanted read() {
        while (at_ < tokens_.size()) {
            const std::vector<Word> words = words_here();
            const auto begun = std::ranges::find_if(words, [&](Word word) { return tokens_.begun_at(at_, word) > 0; });
            const std::size_t left = tokens_.size() - at_;
            const bool is_whole =
                std::ranges::any_of(words, [&](Word word) { return tokens_.length_at(at_, word) == left; });
            if (begun != words.end() && !is_whole) break;
            if (begun != words.end()) longer_ = words, longer_begun_ = left;
            step();
        }
        return wanted();
    }

  private:
    bool take(Word word) {
        const std::size_t length = tokens_.length_at(at_, word);
        at_ += length;
        return length > 0;
    }
    bool take_any(std::initializer_list<Word> words) {
        return std::ranges::any_of(words, [&](Word word) { return take(word); });
    }
    bool take_mark(std::string_view mark) {
        if (!tokens_.is_mark(at_, mark)) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] const TypedToken& here() const { return tokens_[at_]; }
    [[nodiscard]] std::string series() const { return series_.empty() ? std::string() : series_.back(); }

    // ---- reading ----

    void step() {
        switch (state_) {
            case State::operand: return read_operand();
            case State::behind_value: return read_behind_value();
            case State::count:
                if (take(of)) return;
                if (take_mark(":")) return become(State::operand);
                ++at_;
                return become(State::series);
            case State::series:
                if (take(of)) return;
                if (take_mark(":")) return become(State::operand);
                [[fallthrough]];
            case State::series_with: return read_series();
            case State::field:
                field_ = here().text;
                ++at_;
                return become(State::of_series);
            case State::of_series:
                if (!take(of)) ++at_;
                return become(State::series_with);
            case State::behind_series:
                if (take(with)) return become(State::filter);
                return read_behind_value();
            case State::filter:
                if (take_mark("(")) {
                    series_.push_back(current_series_);
                    opened_.push_back(true);
                    return become(State::operand);
                }
                if (take(not_)) return;
                subject_ = names_.choices_of_name(here().text, current_series_, tokens_.language());
                ++at_;
                return become(State::filter_field);
            case State::filter_field: return read_behind_value();
            case State::behind_is:
            case State::behind_is_not: return read_behind_is();
            case State::value:
            case State::list_value:
            case State::low_end: return read_value();
            case State::signal_name: ++at_; return become(State::behind_value);
            case State::student_field:
                subject_ = names_.choices_of_student(here().text);
                ++at_;
                return become(State::behind_value);
            case State::length:
                become(here().kind == TypedToken::Kind::number ? State::unit : State::behind_value);
                ++at_;
                return;
            case State::unit: return read_unit();
            case State::phase:
            case State::day:
                if (take(in_phase)) return;
                ++at_;
                return become(State::behind_value);
        }
    }
    void become(State state) { state_ = state; }

    void read_operand() {
        if (take_mark("(")) {
            series_.push_back(series());
            opened_.push_back(false);
            return;
        }
        if (here().kind == TypedToken::Kind::mark || take(not_) || take(if_)) {
            if (here_is_mark()) ++at_;
            return;
        }
        aggregate_gives_field_ = false;
        if (take_any({severity_of_signal, signal, strength, opportunity})) return become(State::signal_name);
        if (take(all_of) || take(none_of)) {
            take_mark(":");
            return;
        }
        if (take_any({at_least, at_most, exactly})) return become(State::count);
        if (take(count_distinct)) return become(State::field);
        if (take_any({time_since_last, longest_run_days, longest_run, count, no_event})) return become(State::series);
        if (take_any({change_of, sum, average})) return become(State::field);
        if (take_any({highest, lowest, first, last})) {
            aggregate_gives_field_ = true;
            return become(State::field);
        }
        if (take(reference_date) || take(yes) || take(no)) {
            subject_ = {};
            return become(State::behind_value);
        }
        if (tokens_.length_at(at_, student) > 0 && tokens_.is_mark(at_ + 1, ".")) {
            at_ += 2;
            return become(State::student_field);
        }
        const bool is_number = here().kind == TypedToken::Kind::number && !here().text.ends_with('%');
        subject_ = here().kind == TypedToken::Kind::word
                       ? names_.choices_of_name(here().text, series(), tokens_.language())
                       : Choices{};
        ++at_;
        become(is_number ? State::unit : State::behind_value);
    }
    [[nodiscard]] bool here_is_mark() const {
        return at_ < tokens_.size() && tokens_[at_].kind == TypedToken::Kind::mark && !tokens_.is_mark(at_, "(");
    }

    void read_series() {
        current_series_ = tokens_.length_at(at_, signal) > 0 ? std::string(spelling(signals, tokens_.language()))
                                                             : std::string(here().text);
        subject_ =
            aggregate_gives_field_ ? names_.choices_of_name(field_, current_series_, tokens_.language()) : Choices{};
        field_.clear();
        ++at_;
        become(State::behind_series);
    }

    void read_behind_value() {
        if (take(is)) return become(State::behind_is);
        for (const std::string_view mark : {"<", "<=", ">", ">=", "=", "<>"}) {
            if (take_mark(mark)) return become(State::value);
        }
        if (take_mark(",")) return become(is_list_ ? State::list_value : State::operand);
        if (take(and_)) {
            const bool goes_on = is_between_;
            is_between_ = false;
            return become(goes_on ? State::value : State::operand);
        }
        if (take_any({or_, then, else_})) return become(State::operand);
        if (take_mark(")")) {
            const bool was_filter = !opened_.empty() && opened_.back();
            if (!opened_.empty()) opened_.pop_back();
            if (!series_.empty()) series_.pop_back();
            return become(was_filter ? State::behind_series : State::behind_value);
        }
        if (take_any({in_last, in_any})) return become(State::length);
        if (take(in_phase)) return become(State::phase);
        if (take_any({since_start, in_this_academic_year, within_academic_year})) return;
        if (take_any({since, from, to})) return become(State::day);
        if (take(in_study_week)) return become(State::phase);
        const bool begins = here().kind == TypedToken::Kind::mark;
        is_list_ = false;
        ++at_;
        if (begins) become(State::operand);
    }

    void read_behind_is() {
        if (take(not_)) return become(State::behind_is_not);
        if (take(one_of)) {
            is_list_ = true;
            return become(State::list_value);
        }
        if (take(between)) {
            is_between_ = true;
            return become(State::low_end);
        }
        if (take_any({known, unknown})) return become(State::behind_value);
        read_value();
    }
    void read_value() {
        const bool is_number = here().kind == TypedToken::Kind::number && !here().text.ends_with('%');
        if (tokens_.length_at(at_, student) > 0 && tokens_.is_mark(at_ + 1, ".")) {
            at_ += 2;
            return become(State::student_field);
        }
        if (take_mark("-")) return;
        ++at_;
        become(is_number ? State::unit : State::behind_value);
    }
    void read_unit() {
        for (const Word word : words_in(WordPlace::unit)) {
            if (take(word)) return become(State::behind_value);
        }
        become(State::behind_value);
    }

    // ---- what can come next ----

    [[nodiscard]] std::vector<Word> words_here() const {
        switch (state_) {
            case State::operand: return operand_words();
            case State::behind_value: return behind_value_words();
            case State::count: return {of};
            case State::series: return {of};
            case State::of_series: return {of};
            case State::behind_series: {
                std::vector<Word> words = behind_value_words();
                words.insert(words.begin(), {with, in_last, in_phase, in_study_week, in_this_academic_year, in_any,
                                             since_start, since, from});
                return words;
            }
            case State::filter: return {not_};
            case State::filter_field: return {is, in_last};
            case State::behind_is: return {not_, one_of, between, known, unknown, reference_date};
            case State::behind_is_not: return {one_of, between, known};
            case State::unit: {
                std::vector<Word> words = words_in(WordPlace::unit);
                const std::vector<Word> others = behind_value_words();
                words.insert(words.end(), others.begin(), others.end());
                return words;
            }
            case State::value:
            case State::low_end: return {reference_date};
            case State::day: return {reference_date};
            case State::field:
            case State::series_with:
            case State::list_value:
            case State::signal_name:
            case State::student_field:
            case State::length:
            case State::phase: break;
        }
        return {};
    }
    [[nodiscard]] std::vector<Word> operand_words() const {
        std::vector<Word> words{not_,
                                all_of,
                                none_of,
                                at_least,
                                at_most,
                                exactly,
                                no_event,
                                count,
                                count_distinct,
                                sum,
                                average,
                                highest,
                                lowest,
                                first,
                                last,
                                change_of,
                                time_since_last,
                                longest_run,
                                longest_run_days,
                                if_,
                                reference_date,
                                yes,
                                no};
        if (!series().empty()) words = {not_, reference_date, yes, no};
        if (place_.signals && series().empty()) {
            for (const Word word : {signal, strength, opportunity, severity_of_signal}) words.push_back(word);
        }
        return words;
    }
    [[nodiscard]] std::vector<Word> behind_value_words() const {
        return {
            is, and_, or_, then, else_, in_last, in_phase, since_start, in_this_academic_year, within_academic_year};
    }

    [[nodiscard]] Wanted wanted() const {
        Wanted wanted;
        wanted.words = words_here();
        wanted.begun = tokens_.size() - at_;
        wanted.longer = longer_;
        wanted.longer_begun = longer_begun_;
        switch (state_) {
            case State::operand:
                wanted.values = true;
                wanted.fields_of = series();
                break;
            case State::series: wanted.series = true; break;
            case State::count: wanted.values = true; break;
            case State::field: wanted.fields_of_any = true; break;
            case State::series_with:
                wanted.series = true;
                wanted.with_field = field_;
                break;
            case State::filter: wanted.fields_of = current_series_; break;
            case State::behind_is:
            case State::behind_is_not:
            case State::value:
            case State::low_end:
            case State::list_value:
                wanted.choices = subject_;
                wanted.values = subject_.kind == Choices::Kind::none;
                break;
            case State::signal_name: wanted.things = {signal_kind()}; break;
            case State::student_field: wanted.things = {ThingKind::student_field}; break;
            case State::length: wanted.things = {ThingKind::parameter}; break;
            case State::phase: wanted.things = {ThingKind::phase}; break;
            case State::day: wanted.values = true; break;
            case State::behind_value:
            case State::of_series:
            case State::behind_series:
            case State::filter_field:
            case State::unit: break;
        }
        return wanted;
    }
    // Behind `kracht` the krachten, behind `kans` the kansen.
    [[nodiscard]] ThingKind signal_kind() const {
        const std::string_view before = at_ > 0 ? tokens_[at_ - 1].text : std::string_view();
        if (before == spelling(strength, tokens_.language())) return ThingKind::strength;
        if (before == spelling(opportunity, tokens_.language())) return ThingKind::opportunity;
        return ThingKind::signal;
    }

    const Phrases& tokens_;
    std::size_t at_;
    const Names& names_;
    const ExpressionPlace& place_;
    State state_ = State::operand;
    std::vector<std::string> series_;  // of the parentheses that are open; empty: of the student
    std::vector<bool> opened_;         // those of a filter
    std::string current_series_;
    std::string field_;
    Choices subject_;  // what the value before can be compared with
    bool aggregate_gives_field_ = false;
    bool is_list_ = false;
    std::vector<Word> longer_;
    std::size_t longer_begun_ = 0;
    bool is_between_ = false;
};

}  // namespace

Wanted wanted_in_expression(const Phrases& tokens, std::size_t first, const Names& names,
                            const ExpressionPlace& place) {
    return ExpressionReader(tokens, first, names, place).read();
}

}  // namespace wegwijzer::editor
