#include "tests/mutation/boundary_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "engine/base/date.h"
#include "tests/mutation/rule_words.h"

namespace wegwijzer::test {
namespace {

using Words = std::vector<RuleWord>;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_comparison(std::string_view word) { return is_one_of(word, {"<", "<=", ">", ">=", "=", "<>"}); }

// Clauses that no `verwacht` can see, and the bounds of a parameter.
bool is_silent_clause(const Words& declaration, std::size_t at) {
    const RuleWord& word = declaration[at];
    if (!word.opens_line || word.indent == 0) return false;
    if (is_one_of(word.text, {"uitleg", "bron", "motivering", "grondslag", "vraag", "factor", "sterkte", "duur",
                              "versterkt", "omdat", "eigenaar"}))
        return true;
    return word.is("tussen") && declaration.front().is("parameter");
}

// `digits`, with perhaps a comma in it, `step` more in its last digit; nothing below zero.
std::optional<std::string> counted_on(std::string_view digits, int step) {
    std::string plain;
    for (const char c : digits)
        if (c != ',') plain += c;
    const std::size_t decimals = digits.find(',') == std::string_view::npos ? 0 : digits.size() - digits.find(',') - 1;
    const std::int64_t value = std::stoll(plain) + step;
    if (value < 0) return {};
    std::string counted = std::to_string(value);
    if (decimals == 0) return counted;
    if (counted.size() <= decimals) counted.insert(0, decimals + 1 - counted.size(), '0');
    return counted.insert(counted.size() - decimals, ",");
}

std::string percentage(std::string_view digits, int step) {
    const bool whole = digits.find(',') == std::string_view::npos;
    return counted_on(whole ? fmt::format("{},0", digits) : std::string(digits), step).value_or("0");
}

class ChangeMaker {
  public:
    ChangeMaker(std::string_view text, const OtherNames& names) : text_(text), names_(names) {}

    std::vector<BoundaryChange> make() {
        for (const Words& declaration : rule_words(text_)) {
            words_ = &declaration;
            const std::string_view kind = declaration.front().text;
            if (is_one_of(kind, {"kalender", "fase", "parameter", "stel", "begrip", "signaal", "kracht", "kans",
                                 "interventie", "beleid", "aanpak", "tabel"}))
                change_declaration();
            if (kind == "reeks") leave_out_last_counts();
            if (kind == "stel" || kind == "beleid") leave_out(0, declaration.size());
        }
        return std::move(changes_);
    }

  private:
    // ---- words ------------------------------------------------------------------------------------------------------

    [[nodiscard]] const RuleWord& at(std::size_t i) const { return (*words_)[i]; }
    [[nodiscard]] std::size_t size() const { return words_->size(); }
    [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return i < size() && at(i).is(word); }
    [[nodiscard]] bool has(std::size_t i, std::initializer_list<std::string_view> words) const {
        for (const std::string_view word : words)
            if (!is(i++, word)) return false;
        return true;
    }
    [[nodiscard]] bool is_kind(std::string_view kind) const { return words_->front().is(kind); }

    // Behind the clause, bullet or row that opens its line at `i`: what stands further in belongs to it.
    [[nodiscard]] std::size_t end_of_clause(std::size_t i) const {
        std::size_t end = i + 1;
        while (end < size() && !(at(end).opens_line && at(end).indent <= at(i).indent)) ++end;
        return end;
    }
    // Behind `3 weken`, `5,5`, `45 EC`, `70 %`, a name or a date.
    [[nodiscard]] std::size_t end_of_value(std::size_t i) const {
        if (is(i, "-")) ++i;
        if (i >= size()) return i;
        const bool is_number = at(i).is_number() && !at(i).is_date();
        ++i;
        if (!is_number || i >= size() || at(i).opens_line) return i;
        const bool is_unit =
            at(i).is("%") ||
            is_one_of(at(i).text, {"procentpunt", "uur", "euro", "dagen", "dag", "weken", "week", "werkdagen",
                                   "werkdag", "lesweken", "lesweek", "maanden", "maand", "jaar", "EC"});
        return is_unit ? i + 1 : i;
    }

    // ---- making changes -----------------------------------------------------------------------------------------------

    void add(std::size_t line, std::size_t begin, std::size_t end, std::string_view by, bool whole_lines) {
        std::string changed(text_.substr(0, begin));
        changed += by;
        changed += text_.substr(end);
        if (changed == text_ || !seen_.insert(changed).second) return;
        const std::size_t line_begin =
            text_.rfind('\n', begin) == std::string_view::npos ? 0 : text_.rfind('\n', begin) + 1;
        BoundaryChange change{line, trimmed(text_, whole_lines ? begin : line_begin),
                              whole_lines ? "(left out)" : trimmed(changed, line_begin), std::move(changed)};
        changes_.push_back(std::move(change));
    }
    static std::string trimmed(std::string_view text, std::size_t line_begin) {
        std::string_view line = text.substr(line_begin, text.find('\n', line_begin) - line_begin);
        while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        return std::string(line);
    }
    void replace(std::size_t from, std::size_t to, std::string_view by) {
        add(at(from).line, at(from).begin, at(to - 1).end, by, false);
    }
    void replace(std::size_t i, std::string_view by) { replace(i, i + 1, by); }
    // Whole lines where the words fill them.
    void leave_out(std::size_t from, std::size_t to) {
        if (!at(from).opens_line || (to < size() && !at(to).opens_line)) return replace(from, to, "");
        std::size_t begin = text_.rfind('\n', at(from).begin);
        begin = begin == std::string_view::npos ? 0 : begin + 1;
        add(at(from).line, begin, text_.find('\n', at(to - 1).end), "", true);
    }

    // ---- what is changed ------------------------------------------------------------------------------------------------

    void change_declaration() {
        between_ = false;
        row_ = 0;
        for (std::size_t i = 2; i < size();) {  // behind the keyword and the name
            if (is_silent_clause(*words_, i)) {
                i = end_of_clause(i);
                continue;
            }
            if (at(i).is_number()) change_number(i);
            change_mark(i);
            change_clause(i);
            change_phrase(i);
            change_name(i);
            ++i;
        }
    }

    void change_number(std::size_t i) {
        const RuleWord& word = at(i);
        if (is(i - 1, "stap") && at(i - 1).opens_line) return;
        if (word.is_date()) return change_date(i);
        for (const int step : {-1, 1}) {
            const auto counted =
                is(i + 1, "%") ? std::optional(percentage(word.text, step)) : counted_on(word.text, step);
            if (counted) replace(i, *counted);
        }
    }
    // A day of a weekend more or less in a vakantie changes no working day and no teaching week.
    void change_date(std::size_t i) {
        const Date date = *parse_iso_date(at(i).text);
        const bool in_holiday = is(i - 2, "vakantie") || is(i - 4, "vakantie");
        const bool is_end = is(i - 1, "t/m");
        for (const int step : {-1, 1}) {
            const Date changed = Date::from_days(date.days() + step);
            const Date differs = (step > 0) == is_end ? changed : date;
            if (in_holiday && differs.weekday() >= Weekday::saturday) continue;
            replace(i, to_iso(changed));
        }
    }

    void change_mark(std::size_t i) {
        static constexpr std::pair<std::string_view, std::string_view> nearest[] = {
            {"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}, {"=", "<>"}, {"<>", "="}};
        if (!is_comparison(at(i).text)) return;
        const bool defines = at(i).is("=") && (is_kind("begrip") || is_kind("parameter")) && !defined_at(i);
        if (defines) return;
        for (const auto& [one, other] : nearest)
            if (at(i).is(one)) replace(i, other);
    }
    [[nodiscard]] bool defined_at(std::size_t i) const {
        for (std::size_t before = 0; before < i; ++before)
            if (at(before).is("=")) return true;
        return false;
    }

    void change_clause(std::size_t i) {
        const RuleWord& word = at(i);
        if (is(i, "vakantie") && is_kind("kalender")) leave_out(i, is(i + 3, "t/m") ? i + 5 : i + 3);
        if (has(i, {"met", "toestemming"})) leave_out(i, i + 2);
        if (word.is("spoed")) leave_out(i, i + 1);
        if (!word.opens_line) return;
        const bool is_clause = is_one_of(word.text, {"tenzij", "prioriteit", "ernst", "-", "--", "---"}) ||
                               has(i, {"gaat", "voor", "op"}) || has(i, {"niet", "samen", "met"}) ||
                               has(i, {"niet", "in", "fase"}) || has(i, {"pas", "na"}) || has(i, {"pas", "vanaf"}) ||
                               has(i, {"hooguit", "eens"}) || has(i, {"in", "fase"});
        if (is_clause) leave_out(i, end_of_clause(i));
        if (word.is("|")) change_row(i);
    }
    // A row left out; a cell of it that no longer asks anything.
    void change_row(std::size_t i) {
        if (++row_ == 1) return;
        const std::size_t end = end_of_clause(i);
        leave_out(i, end);
        for (std::size_t cell = i + 1; cell < end && !at(cell - 1).is("||");) {
            std::size_t bar = cell;
            while (bar < end && !at(bar).is("|") && !at(bar).is("||")) ++bar;
            if (bar < end && !(bar == cell + 1 && at(cell).is("-"))) replace(cell, bar, "-");
            cell = bar + 1;
        }
    }

    void change_phrase(std::size_t i) {
        static constexpr std::pair<std::string_view, std::string_view> others[] = {
            {"minstens", "hoogstens"}, {"minstens", "precies"},  {"hoogstens", "minstens"}, {"hoogstens", "precies"},
            {"precies", "minstens"},   {"precies", "hoogstens"}, {"lesweken", "weken"},     {"lesweek", "week"},
            {"werkdagen", "dagen"},    {"werkdag", "dag"},       {"bekend", "onbekend"},    {"onbekend", "bekend"},
            {"alle", "minstens 1"}};
        const RuleWord& word = at(i);
        for (const auto& [one, other] : others)
            if (word.is(one)) replace(i, other);
        if (word.is("geen")) replace(i, is(i + 1, "van") ? "alle" : "minstens 1");
        if (word.is("tussen")) between_ = true;
        if (word.is("of")) replace(i, "en");
        if (word.is("en") && !std::exchange(between_, false)) replace(i, "of");
        if (word.is("niet") && !word.opens_line) leave_out(i, i + 1);
        if (word.is("is")) change_is(i);
        if (is_one_of(word.text, {"eerste", "laatste", "hoogste", "laagste"}) && is(i + 2, "van")) {
            const std::string_view swapped = word.is("eerste")    ? "laatste"
                                             : word.is("laatste") ? "eerste"
                                             : word.is("hoogste") ? "laagste"
                                                                  : "hoogste";
            replace(i, swapped);
        }
        if (has(i, {"rij", "dagen"})) leave_out(i + 1, i + 2);
        if (has(i, {",", "binnen", "dit", "studiejaar"})) leave_out(i, i + 4);
        change_period(i);
        change_filter(i);
    }
    void change_is(std::size_t i) {
        if (is(i + 1, "niet") || is(i + 1, "bekend") || is(i + 1, "onbekend")) return;
        replace(i, "is niet");
        if (!has(i + 1, {"een", "van"})) return;
        std::vector<std::pair<std::size_t, std::size_t>> values;  // of the list
        for (std::size_t from = i + 3; from < size();) {
            const std::size_t to = end_of_value(from);
            values.emplace_back(from, to);
            if (!is(to, ",")) break;
            from = to + 1;
        }
        for (std::size_t left_out = 0; left_out < values.size(); ++left_out) {
            std::string kept;
            for (std::size_t k = 0; k < values.size(); ++k) {
                if (k == left_out) continue;
                if (!kept.empty()) kept += ", ";
                kept +=
                    text_.substr(at(values[k].first).begin, at(values[k].second - 1).end - at(values[k].first).begin);
            }
            replace(i, values.back().second, (values.size() > 2 ? "is een van " : "is ") + kept);
        }
    }
    // A period left out; `in enige` as `in de laatste`.
    void change_period(std::size_t i) {
        if (at(i).opens_line && !at(i).is("sinds")) return;
        if (has(i, {"in", "de", "laatste"})) return leave_out(i, end_of_value(i + 3));
        if (has(i, {"in", "enige"})) {
            leave_out(i, end_of_value(i + 2));
            return replace(i, i + 2, "in de laatste");
        }
        if (has(i, {"in", "dit", "studiejaar"}) || has(i, {"sinds", "de", "start"})) return leave_out(i, i + 3);
        if (has(i, {"in", "fase"}) && !is(i - 1, "niet")) return leave_out(i, i + 3);
        if (is(i, "sinds") && !is(i + 1, "laatste") && !is(i + 1, "de")) return leave_out(i, i + 2);
        const bool is_span = is(i, "van") && is(i + 2, "t/m") && !is_kind("fase") && !is_kind("kalender");
        if (is_span) leave_out(i, i + 4);
    }
    void change_filter(std::size_t i) {
        if (!is(i, "met") || is(i + 1, "toestemming") || is(i - 1, "samen")) return;
        std::size_t end = i + 1;
        if (is(end, "(")) {
            int depth = 0;
            do {
                if (is(end, "(")) ++depth;
                if (is(end, ")")) --depth;
                ++end;
            } while (depth > 0 && end < size());
        } else {
            if (is(end, "niet")) ++end;
            if (has(end, {"student", "."})) end += 2;
            ++end;
            if (end < size() && is_comparison(at(end).text)) {
                end = end_of_value(end + 1);
            } else if (is(end, "is")) {
                end += is(end + 1, "niet") ? 2 : 1;
                if (has(end, {"een", "van"})) {
                    for (end = end_of_value(end + 2); is(end, ",") && end + 1 < size() && !is(end + 1, "binnen");)
                        end = end_of_value(end + 1);
                } else {
                    end = end_of_value(end);
                }
            }
        }
        leave_out(i, end);
    }

    // Another name of its kind; the levels next to a level.
    void change_name(std::size_t i) {
        const std::string_view before = at(i - 1).text;
        const bool is_measure = is_comparison(before) || before == "is";
        if (is_measure && is_one_of(at(i).text, {"laag", "hoog"})) replace(i, "midden");
        if (is_measure && at(i).is("midden")) {
            replace(i, "laag");
            replace(i, "hoog");
        }
        if (!at(i).is_name()) return;
        if (before == "door" || before == "via") replace_by_another(i, names_.roles);
        if (before == "adviseer" || has(i - 2, {"pas", "na"})) replace_by_another(i, names_.interventions);
        if (before == "," && i > 2 && std::ranges::find(names_.interventions, at(i).text) != names_.interventions.end())
            leave_out(i - 1, i + 1);
        if (before == "signaal" && i > 1 && !at(i - 1).opens_line) replace_by_another(i, names_.signals);
    }
    void replace_by_another(std::size_t i, const std::vector<std::string>& names) {
        for (const std::string& name : names)
            if (name != at(i).text) replace(i, name);
    }

    void leave_out_last_counts() {
        for (std::size_t i = 0; i < size(); ++i)
            if (has(i, {"geldt", "laatste", "per"})) leave_out(i, i + 4);
    }

    std::string_view text_;
    const OtherNames& names_;
    const Words* words_ = nullptr;
    bool between_ = false;  // the next `en` belongs to `tussen`
    std::size_t row_ = 0;
    std::unordered_set<std::string> seen_;
    std::vector<BoundaryChange> changes_;
};

}  // namespace

void add_names(OtherNames& names, std::string_view text) {
    for (const Words& declaration : rule_words(text)) {
        if (declaration.size() < 2) continue;
        const std::string name(declaration[1].text);
        if (declaration.front().is("rol")) names.roles.push_back(name);
        if (declaration.front().is("interventie")) names.interventions.push_back(name);
        if (declaration.front().is("signaal")) names.signals.push_back(name);
    }
}

std::vector<BoundaryChange> boundary_changes(std::string_view text, const OtherNames& names) {
    return ChangeMaker(text, names).make();
}

}  // namespace wegwijzer::test
