// What people write out of habit: as in a letter, a spreadsheet or another program.
#include <algorithm>
#include <array>
#include <utility>

#include "dsl/parse/explainer.h"
#include "dsl/parse/lost_keyword.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::parsing {
namespace {

constexpr std::array<std::string_view, 10> articles = {"de",  "het", "een", "der", "den",
                                                       "the", "a",   "an",  "dan", "than"};

bool is_article(std::string_view lower) { return std::find(articles.begin(), articles.end(), lower) != articles.end(); }

std::string_view line_at(std::string_view text, std::uint32_t place) {
    const std::size_t before = place == 0 ? std::string_view::npos : text.rfind('\n', place - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// The parts of a line between tabs, or between `;`: a row of a spreadsheet. Empty when it is none.
std::vector<std::string> columns_of(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    char mark = line.find('\t') != std::string_view::npos ? '\t' : ';';
    const bool has_digit = line.find_first_of("0123456789") != std::string_view::npos;
    if (line.find(mark) == std::string_view::npos && !has_digit) mark = ',';
    std::vector<std::string> columns;
    if (line.find(mark) == std::string_view::npos) return columns;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(mark, begin), line.size());
        std::string_view column = line.substr(begin, end - begin);
        while (!column.empty() && column.front() == ' ') column.remove_prefix(1);
        while (!column.empty() && column.back() == ' ') column.remove_suffix(1);
        columns.emplace_back(column);
        begin = end + 1;
    }
    return columns;
}

}  // namespace

// `door de slber`: an article.
Explainer::Maybe Explainer::explain_article() {
    for (const std::size_t at : {failure_->at - 1, failure_->at}) {
        if (!is_word(at) || at <= failure_->clause || lexemes_[at].opens_line || !is_article(to_lower(written(at))))
            continue;
        const Edit edit{at, 1, {}, true};
        if (!helps(edit)) continue;
        const std::string here = quoted(written(at));
        Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
        result.way_out = {"haal " + here + " weg", "leave out " + here};
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// `1. werkt`, `2) motivatie < 3`: numbers for bullets. All of the list are one slip.
Explainer::Maybe Explainer::explain_numbered_items() {
    std::size_t at = failure_->at;
    if (exists(at) && !lexemes_[at].opens_line && at > 0) --at;
    const auto is_number = [&](std::size_t index) {
        return exists(index + 1) && lexemes_[index].opens_line && lexemes_[index].code == code::integer &&
               (lexemes_[index + 1].code == '.' || lexemes_[index + 1].code == ')') && lexemes_[index + 1].glued;
    };
    if (at == 0 || !is_number(at) || lexemes_[at - 1].code != ':') return std::nullopt;
    std::size_t end = at;
    std::size_t items = 0;
    Edit edit{at, 0, {}, true, true};
    while (end < failure_->resume && exists(end)) {
        if (is_number(end)) {
            Lexeme bullet = lexemes_[end];
            bullet.code = code::bullet;
            bullet.end = lexemes_[end + 1].end;
            edit.insert.push_back(bullet);
            end += 2;
            ++items;
            continue;
        }
        edit.insert.push_back(lexemes_[end++]);
    }
    edit.remove = end - at;
    if (items == 0 || !helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F012, at, at + 2, {written(at, at + 2), "-"});
    result.fix = "-";
    for (std::size_t i = at + 2; i < end; ++i)
        if (is_number(i)) result.labels.push_back({span(i, i + 2), {"hier ook", "here too"}});
    return Explanation{std::move(result), edit};
}

// `als motivatie < 3.`: the full stop of a sentence.
Explainer::Maybe Explainer::explain_full_stop() {
    const std::size_t at = failure_->at;
    if (!exists(at) || lexemes_[at].code != '.' || (exists(at + 1) && !lexemes_[at + 1].opens_line))
        return std::nullopt;
    const Edit edit{at, 1, {}, true};
    if (!helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    result.why = {"een regel eindigt zonder punt", "a line ends without a full stop"};
    result.way_out = {"haal `.` weg", "leave out `.`"};
    return Explanation{std::move(result), edit};
}

// `motivatie < 3 (grens van het team)`: a remark.
Explainer::Maybe Explainer::explain_remark() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at <= failure_->clause || lexemes_[at].code != '(') return std::nullopt;
    std::size_t end = at + 1;
    while (end < failure_->resume && lexemes_[end].code != ')' && !lexemes_[end].opens_line) ++end;
    if (end >= failure_->resume || lexemes_[end].code != ')') return std::nullopt;
    const Edit edit{at, end + 1 - at, {}, true};
    if (!helps(edit)) return std::nullopt;
    const std::string remark = quoted("# " + written(at + 1, end));
    const std::string here = written(at, end + 1);
    Diagnostic result = finding(Code::F010, at, end + 1, {here});
    result.why = {"een opmerking begint met `#` en loopt tot het eind van de regel",
                  "a remark begins with `#` and runs to the end of the line"};
    result.way_out = {"schrijf " + remark, "write " + remark};
    if (!exists(end + 1) || lexemes_[end + 1].opens_line) result.fix = "# " + written(at + 1, end);
    return Explanation{std::move(result), edit};
}

// `- en motivatie < 3`
Explainer::Maybe Explainer::explain_connective_in_bullet() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at == 0 || lexemes_[at - 1].code != code::bullet) return std::nullopt;
    if (!reading_.stands_at(Word::and_, at) && !reading_.stands_at(Word::or_, at)) return std::nullopt;
    const Edit edit{at, 1, {}, true};
    if (!helps_some(edit)) return std::nullopt;
    const std::string here = quoted(written(at));
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    result.why = {"boven de lijst staat al hoe de punten samenhangen",
                  "above the list it says how its items hold together"};
    result.way_out = {"haal " + here + " weg", "leave out " + here};
    return Explanation{std::move(result), edit};
}

// `werkt, motivatie < 3`, `werkt; motivatie < 3`
Explainer::Maybe Explainer::explain_comma_for_and() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at == 0 || lexemes_[at].code != ',') return std::nullopt;
    const Edit edit{at, 1, as_lexemes(vocabulary_, Word::and_, 0, lexemes_[at - 1], false), false};
    if (!helps(edit)) return std::nullopt;
    const std::string both = quoted(spelling(Word::and_, language_));
    const std::string one = quoted(spelling(Word::or_, language_));
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    result.why = {"een komma staat alleen tussen waarden of namen", "a comma stands only between values or names"};
    result.way_out = {"schrijf " + both + " (allebei) of " + one + " (een van beide)",
                      "write " + both + " (both of them) or " + one + " (one of them)"};
    return Explanation{std::move(result), {}};
}

// `45 ec`
Explainer::Maybe Explainer::explain_unit() {
    const std::size_t at = failure_->at;
    if (!is_word(at) || at == 0 || lexemes_[at].opens_line || lexemes_[at].spelling != no_spelling) return std::nullopt;
    if (lexemes_[at - 1].code != code::integer && lexemes_[at - 1].code != code::decimal) return std::nullopt;
    const std::string here = written(at);
    std::string unit = here;
    std::transform(unit.begin(), unit.end(), unit.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (unit == here || unit.size() > 4) return std::nullopt;
    const Edit edit{at, 1, {}, false};
    if (!helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F010, at, at + 1, {here});
    result.why = {"een eenheid van getallen begint met een hoofdletter",
                  "a unit of numbers begins with a capital letter"};
    result.way_out = {"schrijf " + quoted(unit), "write " + quoted(unit)};
    result.fix = unit;
    return Explanation{std::move(result), {}};
}

// `1 oktober` without a year
Explainer::Maybe Explainer::explain_year() {
    const std::size_t at = failure_->at;
    if (at < 2 || lexemes_[at - 2].code != code::integer || (exists(at) && !lexemes_[at].opens_line && is_word(at)))
        return std::nullopt;
    const auto months = words_in(WordPlace::month);
    if (std::none_of(months.begin(), months.end(), [&](Word month) { return reading_.stands_at(month, at - 1); }))
        return std::nullopt;
    if (!helps({at, 0, {placeholder(code::integer, false)}, false})) return std::nullopt;
    // The year that the pack writes first, so that the day is one of its own.
    std::string year = "2026";
    const std::string_view text = reading_.text();
    for (std::size_t place = text.find("20"); place != std::string_view::npos; place = text.find("20", place + 1)) {
        const auto digit = [&](std::size_t offset) {
            return place + offset < text.size() && text[place + offset] >= '0' && text[place + offset] <= '9';
        };
        if (digit(2) && digit(3) && place + 4 < text.size() && text[place + 4] == '-') {
            year = std::string(text.substr(place, 4));
            break;
        }
    }
    Diagnostic result = finding(Code::F018, at - 2, at, {{"het jaar", "the year"}, written(at - 2, at)});
    result.fix = written(at - 2, at) + " " + year;
    result.way_out = {"schrijf bijvoorbeeld " + quoted(result.fix), "write for instance " + quoted(result.fix)};
    return Explanation{std::move(result), {}};
}

// `motivatie is 2 t/m 4`
Explainer::Maybe Explainer::explain_range() {
    const std::size_t at = failure_->at;
    if (!exists(at) || !reading_.stands_at(Word::to, at)) return std::nullopt;
    for (std::size_t back = 2; back <= 4 && back <= at - failure_->clause; ++back) {
        const std::size_t is = at - back;
        if (!reading_.stands_at(Word::is, is) && lexemes_[is].code != '=') continue;
        Edit edit{is, back + 1, as_lexemes(vocabulary_, Word::is, 0, lexemes_[is - 1], false), true};
        const auto between = as_lexemes(vocabulary_, Word::between, 0, lexemes_[is], false);
        const auto and_word = as_lexemes(vocabulary_, Word::and_, 0, lexemes_[at - 1], false);
        edit.insert.insert(edit.insert.end(), between.begin(), between.end());
        edit.insert.insert(edit.insert.end(), lexemes_.begin() + static_cast<std::ptrdiff_t>(is + 1),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(at));
        edit.insert.insert(edit.insert.end(), and_word.begin(), and_word.end());
        if (!helps(edit)) continue;
        std::size_t end = at + 1;
        while (exists(end) && end < failure_->resume && !lexemes_[end].opens_line &&
               (end == at + 1 || lexemes_[end].glued))
            ++end;
        Diagnostic result = finding(Code::F010, is, end, {written(is, end)});
        result.fix = std::string(spelling(Word::is, language_)) + " " +
                     std::string(spelling(Word::between, language_)) + " " + written(is + 1, at) + " " +
                     std::string(spelling(Word::and_, language_)) + " " + written(at + 1, end);
        result.way_out = {"schrijf " + quoted(result.fix), "write " + quoted(result.fix)};
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// `2 < motivatie < 4`
Explainer::Maybe Explainer::explain_chained_comparison() {
    const std::size_t at = failure_->at;
    if (!exists(at) || at < failure_->clause + 3 || !is_word(at - 1)) return std::nullopt;
    if (std::string_view("<>=LGN").find(lexemes_[at].code) == std::string_view::npos) return std::nullopt;
    Edit edit{at, 0, as_lexemes(vocabulary_, Word::and_, 0, lexemes_[at - 1], false), true};
    edit.insert.push_back(lexemes_[at - 1]);
    edit.insert.back().opens_line = false;
    if (!helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F010, at, at + 1, {written(at)});
    result.fix = std::string(spelling(Word::and_, language_)) + " " + written(at - 1) + " " + written(at);
    result.why = {"een vergelijking heeft twee kanten", "a comparison has two sides"};
    result.way_out = {"schrijf " + quoted(result.fix), "write " + quoted(result.fix)};
    return Explanation{std::move(result), {}};
}

// `minsten 2 toetsen`: a slip in a word of the language was read as a name.
Explainer::Maybe Explainer::explain_slip_before() {
    for (const std::size_t back : {std::size_t{1}, std::size_t{2}}) {
        if (back > failure_->at - std::min(failure_->at, failure_->clause)) break;
        const std::size_t at = failure_->at - back;
        if (!is_word(at) || lexemes_[at].spelling != no_spelling || lexemes_[at].opens_line) continue;
        std::vector<std::string> words;
        for (const Word word : {Word::at_least, Word::at_most, Word::exactly, Word::count, Word::average, Word::highest,
                                Word::lowest, Word::no_event})
            words.emplace_back(vocabulary_.text(vocabulary_.phrases(word).front().front()));
        const std::string here = to_nfc(written(at));
        const bool is_declared = reading_.declared_names != nullptr && reading_.declared_names->contains(here);
        const auto meant = here.size() < 5 || is_declared ? std::nullopt : did_you_mean(here, words);
        if (!meant) continue;
        Lexeme lexeme = lexemes_[at];
        lexeme.spelling = vocabulary_.find(*meant);
        const Edit edit{at, 1, {lexeme}, true};
        if (!helps_some(edit)) continue;
        Diagnostic result = finding(Code::F011, at, at + 1, {here, *meant});
        result.fix = *meant;
        return Explanation{std::move(result), edit};
    }
    return std::nullopt;
}

// Words where a text stands: a title, an uitleg, a value of two words. They run to the end of the line.
Explainer::Maybe Explainer::explain_bare_text() {
    std::size_t last = failure_->at;
    while (exists(last) && last < failure_->resume && !lexemes_[last].opens_line) ++last;
    // In a title the failure comes behind its first word; behind `is` as well.
    for (const std::size_t first : {failure_->at, failure_->at - 1}) {
        if (!is_word(first) || first <= failure_->clause || first >= last || lexemes_[first].opens_line) continue;
        const bool is_title = first == 2 && first <= failure_->at && !lexemes_[1].opens_line;
        const bool behind_value = first > 0 && last - first > 1 &&
                                  (reading_.stands_at(Word::is, first - 1) || lexemes_[first - 1].code == '=' ||
                                   reading_.stands_at(Word::not_, first - 1)) &&
                                  !(kind_ == DeclarationKind::concept_ || kind_ == DeclarationKind::parameter);
        const bool is_field = kind_ == DeclarationKind::student_data || kind_ == DeclarationKind::series ||
                              kind_ == DeclarationKind::parameter;
        const bool is_wanted = first == failure_->at && wants(Wanted::text) && !is_field;
        if (!is_title && !behind_value && !is_wanted) continue;
        if (lexemes_[first - 1].code == code::text || lexemes_[first - 1].code == code::template_text) continue;
        // A slip in a word that belongs there is no title.
        const bool has_capital = to_lower(written(first)) != written(first);
        if (is_title && last - first < 2 && !has_capital) continue;
        if (is_title && !has_capital && written(1).find('_') == std::string::npos) continue;
        const bool holds_text = std::any_of(
            lexemes_.begin() + static_cast<std::ptrdiff_t>(first), lexemes_.begin() + static_cast<std::ptrdiff_t>(last),
            [](const Lexeme& it) { return it.code == code::text || it.code == code::template_text; });
        if (holds_text) continue;
        Lexeme text = lexemes_[first];
        text.code = code::text;
        text.spelling = no_spelling;
        text.end = lexemes_[last - 1].end;
        std::size_t end = last;
        Edit edit{first, end - first, {text}, true};
        // A title may be followed by a clause; a value by another part of the condition.
        while (end > first + 1 && !helps(edit)) {
            --end;
            edit.remove = end - first;
            edit.insert.front().end = lexemes_[end - 1].end;
        }
        if (!helps(edit) || (behind_value && end - first < 2)) continue;
        const std::string inside(reading_.text().substr(text.begin, edit.insert.front().end - text.begin));
        Diagnostic result = finding(Code::F129, first, end, {inside});
        result.fix = "\"" + inside + "\"";
        edit.keeps_text = false;
        return Explanation{std::move(result), {}};
    }
    return std::nullopt;
}

// `if werkt then 1 else 0` in a Dutch pack: three words, one slip.
Explainer::Maybe Explainer::explain_if_then_else() {
    const Language other = language_ == Language::nl ? Language::en : Language::nl;
    const std::size_t from = failure_->clause;
    const std::size_t end = std::min(failure_->resume, lexemes_.size());
    const std::array<Word, 3> words = {Word::if_, Word::then, Word::else_};
    std::array<std::size_t, 3> places{};
    std::size_t at = from;
    for (std::size_t i = 0; i < words.size(); ++i) {
        while (at < end && written(at) != spelling(words[i], other) && written(at) != spelling(words[i], language_))
            ++at;
        if (at == end) return std::nullopt;
        places[i] = at;
    }
    if (failure_->at < places[0] || failure_->at > places[2]) return std::nullopt;
    Edit edit{
        from,
        end - from,
        {lexemes_.begin() + static_cast<std::ptrdiff_t>(from), lexemes_.begin() + static_cast<std::ptrdiff_t>(end)},
        true,
        true};
    std::string right;
    std::string wrong;
    std::optional<std::size_t> first;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (written(places[i]) == spelling(words[i], language_)) continue;
        if (!first) first = i;
        edit.insert[places[i] - from].spelling = vocabulary_.phrases(words[i]).front().front();
        right += (right.empty() ? "" : " … ") + std::string(spelling(words[i], language_));
        wrong += (wrong.empty() ? "" : " … ") + written(places[i]);
    }
    if (!first || !helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F029, places[*first], places[*first] + 1, {wrong, right});
    for (std::size_t i = *first + 1; i < words.size(); ++i)
        if (written(places[i]) != spelling(words[i], language_))
            result.labels.push_back({span(places[i], places[i] + 1), {}});
    return Explanation{std::move(result), edit};
}

// `reeks verzuim`: its plural is not there.
Explainer::Maybe Explainer::explain_plural() {
    if (kind_ != DeclarationKind::series || failure_->at != 2 || !is_word(1)) return std::nullopt;
    const std::string singular = written(1);
    const bool has_comma = exists(2) && lexemes_[2].code == ',';
    if (has_comma) return std::nullopt;
    Lexeme comma = placeholder(',', false);
    if (!helps({2, 0, {comma, placeholder(code::word, false)}, false})) return std::nullopt;
    std::string plural = singular + "en";
    if (language_ == Language::en || singular.ends_with('e')) plural = singular + "s";
    Diagnostic result = finding(Code::F018, 1, 2, {{"het meervoud", "the plural"}, singular});
    result.why = {"een reeks heeft een naam voor één gebeurtenis en een voor meer",
                  "a series has a name for one event and one for more"};
    result.fix = singular + ", " + plural;
    result.way_out = {"schrijf bijvoorbeeld " + quoted(result.fix), "write for instance " + quoted(result.fix)};
    return Explanation{std::move(result), {}};
}

// A field of which only the name is there.
Explainer::Maybe Explainer::explain_field_without_type() {
    if (kind_ != DeclarationKind::series && kind_ != DeclarationKind::student_data) return std::nullopt;
    const std::size_t at = failure_->clause;
    if (at == 0 || !is_word(at) || !lexemes_[at].opens_line || (exists(at + 1) && !lexemes_[at + 1].opens_line))
        return std::nullopt;
    // A mark of the field above it.
    Lexeme joined = lexemes_[at];
    joined.opens_line = false;
    if (helps({at - 1, 2, {lexemes_[at - 1], joined}, true})) return std::nullopt;
    Edit edit{at + 1, 0, {placeholder(':', false)}, false};
    const auto type = as_lexemes(vocabulary_, Word::type_text, 0, lexemes_[at], false);
    edit.insert.insert(edit.insert.end(), type.begin(), type.end());
    if (!helps(edit)) return std::nullopt;
    Diagnostic result = finding(Code::F018, at, at + 1, {{"het type", "the type"}, written(at)});
    result.fix = written(at) + " : " + std::string(spelling(Word::type_text, language_));
    const std::string others =
        quoted(spelling(Word::type_number, language_)) + ", " + quoted(spelling(Word::type_date, language_));
    result.way_out = {"schrijf bijvoorbeeld " + quoted(result.fix) + ", of een ander type zoals " + others,
                      "write for instance " + quoted(result.fix) + ", or another type such as " + others};
    return Explanation{std::move(result), {}};
}

// Rows as a spreadsheet pastes them: with tabs for bars.
Explainer::Maybe Explainer::explain_pasted_rows() {
    if (kind_ != DeclarationKind::example) return std::nullopt;
    for (std::size_t at = failure_->clause; at <= failure_->at + 1 && exists(at); ++at) {
        if (!lexemes_[at].opens_line || at == failure_->clause || lexemes_[at].code == '|') continue;
        const std::vector<std::string> columns = columns_of(line_at(reading_.text(), lexemes_[at].begin));
        if (columns.size() < 2 || !reading_.stands_at(Word::given, failure_->clause)) continue;
        std::size_t end = at + 1;
        while (exists(end) && !lexemes_[end].opens_line) ++end;
        std::string row = "|";
        for (const std::string& column : columns) row += " " + column + " |";
        Diagnostic result = finding(Code::F128, at, end, {row});
        return Explanation{std::move(result), {}};
    }
    return std::nullopt;
}

// A row of a tabel without `||`: what follows is read as more of it.
Explainer::Maybe Explainer::explain_row_without_result() {
    const std::size_t at = failure_->at;
    if (kind_ != DeclarationKind::table || !exists(at) || at == 0 || !lexemes_[at].opens_line ||
        lexemes_[at].code != '|')
        return std::nullopt;
    std::size_t last = at - 1;
    if (lexemes_[last].code == '|' && last > 0) --last;
    for (std::size_t i = at; i-- > 0;) {
        if (lexemes_[i].code == code::double_bar) return std::nullopt;
        if (lexemes_[i].opens_line) break;
    }
    Diagnostic result = finding(Code::F018, last, last + 1, {"`||`", written(last)});
    result.why = {"achter `||` staat de uitkomst van de rij", "behind `||` stands the result of the row"};
    result.way_out = {"zet `||` voor de uitkomst", "put `||` before the result"};
    return Explanation{std::move(result), {}};
}

// `adviseer` in a signaal: a clause of another kind of declaration.
Explainer::Maybe Explainer::explain_clause_of_other() {
    const std::size_t at = failure_->at;
    if (!is_word(at) || !lexemes_[at].opens_line || at == 0 || reading_.opens_clause(at)) return std::nullopt;
    static constexpr std::array kinds = {DeclarationKind::policy, DeclarationKind::intervention,
                                         DeclarationKind::signal, DeclarationKind::example,
                                         DeclarationKind::pack,   DeclarationKind::plan};
    std::size_t end = at + 1;
    while (exists(end) && !lexemes_[end].opens_line) ++end;
    for (const DeclarationKind kind : kinds) {
        if (kind == kind_) continue;
        for (const Word word : clause_words(kind)) {
            if (!reading_.stands_at(word, at)) continue;
            // Would the line be a clause of such a declaration?
            Reading line(reading_.text(), vocabulary_, {});
            std::vector<Lexeme> lexemes = as_lexemes(vocabulary_, keyword_of(kind), 0, lexemes_[0], true);
            if (kind == DeclarationKind::example)
                lexemes.push_back(placeholder(code::text, false));
            else
                lexemes.push_back(placeholder(code::word, false));
            lexemes.insert(lexemes.end(), lexemes_.begin() + static_cast<std::ptrdiff_t>(at),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end));
            line = Reading(reading_.text(), vocabulary_, std::move(lexemes));
            read_declaration(line, kind);
            if (!line.failures().empty()) continue;
            const std::string own(spelling(keyword_of(kind_), language_));
            const std::string right(spelling(keyword_of(kind), language_));
            const std::string here(spelling(word, language_));
            Diagnostic result =
                finding(Code::F127, at, at + vocabulary_.phrases(word).front().size(), {here, own, right});
            if (word == Word::advise && is_word(1) && kind_ != DeclarationKind::example &&
                (kind_ == DeclarationKind::signal || kind_ == DeclarationKind::strength ||
                 kind_ == DeclarationKind::opportunity)) {
                std::string policy = right;
                policy += language_ == Language::nl ? " bij_" : " for_";
                policy += written(1) + "  ";
                policy += spelling(Word::if_, language_);
                policy += " " + own;
                policy += " " + written(1);
                policy += "  " + written(at, end);
                result.way_out = {"maak er een " + quoted(right) + " van:  " + policy,
                                  "make it a " + quoted(right) + ":  " + policy};
            }
            return Explanation{std::move(result), Edit{at, end - at, {}, true}, true};
        }
    }
    return std::nullopt;
}

}  // namespace wegwijzer::parsing
