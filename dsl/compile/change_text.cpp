#include "dsl/compile/change_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/unicode.h"

namespace wegwijzer {
namespace {

// Letters beyond ASCII count as such: a name that isn't there is reported when it is looked up.
bool is_of_name(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_';
}

class Splitter {
  public:
    Splitter(std::string_view text, SourceId source, const ChangeSamples& samples, Diagnostics& diagnostics)
        : text_(text), source_(source), samples_(samples), diagnostics_(diagnostics) {}

    std::optional<ChangeText> split() {
        ChangeText change;
        skip_blanks();
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_of_name(text_[at_])) ++at_;
        if (at_ == begin) return fail_shape(span(begin, std::min(begin + 1, text_.size())));
        change.name = part(begin, at_);
        skip_blanks();
        if (at_ == text_.size()) return fail_shape(change.name.span);
        const std::size_t sign = at_;
        if (text_[at_] == '=') {
            ++at_;
            if (!read_value(change, sign)) return std::nullopt;
            return change;
        }
        if (text_[at_] == '+') {
            ++at_;
            change.adds_event = true;
            if (!read_event(change, sign)) return std::nullopt;
            return change;
        }
        return fail_sign(change, sign);
    }

  private:
    void skip_blanks() {
        while (at_ < text_.size() && is_blank_or_line_end(text_[at_])) ++at_;
    }
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    // Without the blanks around it.
    [[nodiscard]] ChangePart part(std::size_t begin, std::size_t end) const {
        while (begin < end && is_blank_or_line_end(text_[begin])) ++begin;
        while (begin < end && is_blank_or_line_end(text_[end - 1])) --end;
        return {to_nfc_trimmed(text_.substr(begin, end - begin)), false, span(begin, end)};
    }

    std::nullopt_t report(Code code, Span where, Localized why, const Localized& proposal,
                          const std::string& fix = {}) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.span = where;
        diagnostic.why = std::move(why);
        diagnostic.way_out = {"schrijf bijvoorbeeld `" + proposal.nl + "`", "write for instance `" + proposal.en + "`"};
        diagnostic.fix = fix;
        diagnostics_.add(std::move(diagnostic));
        return std::nullopt;
    }
    std::nullopt_t fail_shape(Span where) {
        return report(Code::F282, where,
                      {"een wijziging is `VELD = WAARDE` of `REEKS + {WAARDEN}`",
                       "a change is `FIELD = VALUE` or `SERIES + {VALUES}`"},
                      {samples_.field + "` of `" + samples_.event, samples_.field + "` or `" + samples_.event});
    }
    // `motivatie is 3`, `motivatie < 3`, `presenties - {...}`.
    std::nullopt_t fail_sign(const ChangeText& change, std::size_t sign) {
        std::size_t end = sign;
        if (is_of_name(text_[sign])) {
            while (end < text_.size() && is_of_name(text_[end])) ++end;
        } else {
            while (end < text_.size() && std::string_view("<>=:-!").find(text_[end]) != std::string_view::npos) ++end;
            end = std::max(end, sign + 1);
        }
        const Span where = span(sign, end);
        const ChangePart rest = part(end, text_.size());
        if (text_[sign] == '{') {
            return report(Code::F283, where, {"een gebeurtenis komt erbij met `+`", "an event is added with `+`"},
                          change.name.text + " + " + std::string(text_.substr(sign)));
        }
        if (text_[sign] == '-' && rest.text.starts_with("{")) {
            return report(Code::F283, where,
                          {"een gebeurtenis kan erbij komen, maar er geen weghalen",
                           "an event can be added, and none taken away"},
                          change.name.text + " + " + rest.text);
        }
        if (rest.text.empty()) return fail_shape(where);
        return report(
            Code::F282, where,
            {"een wijziging zegt welke waarde het wordt, met `=`", "a change says which value it becomes, with `=`"},
            change.name.text + " = " + rest.text, "=");
    }

    bool read_value(ChangeText& change, std::size_t sign) {
        skip_blanks();
        if (at_ == text_.size()) {
            const std::string own = samples_.of_name(change.name.text);
            report(Code::F282, span(sign, sign + 1), {"achter `=` staat geen waarde", "there is no value behind `=`"},
                   own.empty() ? samples_.field : own);
            return false;
        }
        const std::size_t begin = at_;
        std::size_t end = text_.size();
        const auto value = value_up_to(begin, end);
        if (!value) return false;
        change.value = *value;
        return true;
    }

    // A value that stands in [begin, end): a text between quotes, or all of it.
    std::optional<ChangePart> value_up_to(std::size_t begin, std::size_t end) {
        while (begin < end && is_blank_or_line_end(text_[begin])) ++begin;
        if (begin == end || text_[begin] != '"') return part(begin, end);
        ChangePart value;
        value.quoted = true;
        std::string inside;
        std::size_t i = begin + 1;
        for (; i < end && text_[i] != '"'; ++i) {
            if (text_[i] == '\\' && i + 1 < end) ++i;
            inside += text_[i];
        }
        if (i == end) {
            Diagnostic diagnostic;
            diagnostic.code = Code::F008;
            diagnostic.span = span(begin, part(begin, end).span.end);
            diagnostics_.add(std::move(diagnostic));
            return std::nullopt;
        }
        value.text = to_nfc_trimmed(inside);
        value.span = span(begin, i + 1);
        const ChangePart behind = part(i + 1, end);
        if (!behind.text.empty()) {
            const std::string whole(text_.substr(begin, i + 1 - begin));
            report(end == text_.size() ? Code::F282 : Code::F283, behind.span,
                   {"achter de tekst hoort niets meer", "nothing belongs behind the text"}, whole);
            return std::nullopt;
        }
        return value;
    }

    // The first of `marks` outside quotes, from `begin` on; the end when there is none.
    [[nodiscard]] std::size_t find_mark(std::size_t begin, std::size_t end, std::string_view marks) const {
        bool in_quotes = false;
        for (std::size_t i = begin; i < end; ++i) {
            if (in_quotes && text_[i] == '\\') {
                ++i;
            } else if (text_[i] == '"') {
                in_quotes = !in_quotes;
            } else if (!in_quotes && marks.find(text_[i]) != std::string_view::npos) {
                return i;
            }
        }
        return end;
    }

    bool read_event(ChangeText& change, std::size_t sign) {
        const std::string name = change.name.text;
        skip_blanks();
        const ChangePart rest = part(at_, text_.size());
        if (at_ == text_.size() || text_[at_] != '{') {
            const Span where = rest.text.empty() ? span(sign, sign + 1) : rest.span;
            const std::string inside = rest.text.empty() ? "…" : rest.text;
            report(Code::F283, where,
                   {"de waarden van een gebeurtenis staan tussen `{` en `}`",
                    "the values of an event stand between `{` and `}`"},
                   name + " + {" + (inside.ends_with("}") ? inside : inside + "}"));
            return false;
        }
        const std::size_t open = at_;
        const std::size_t close = find_mark(open + 1, text_.size(), "}");
        if (close == text_.size()) {
            // A quote that is not closed hides the brace.
            const std::size_t quotes = static_cast<std::size_t>(std::ranges::count(text_.substr(open), '"'));
            if (quotes % 2 == 1) {
                Diagnostic diagnostic;
                diagnostic.code = Code::F008;
                const std::size_t quote = text_.rfind('"');
                diagnostic.span = span(quote, quote + 1);
                diagnostics_.add(std::move(diagnostic));
                return false;
            }
            report(Code::F283, span(open, open + 1), {"de `}` aan het eind ontbreekt", "the `}` at the end is missing"},
                   name + " + " + rest.text + "}");
            return false;
        }
        change.braces = span(open, close + 1);
        const ChangePart behind = part(close + 1, text_.size());
        if (!behind.text.empty()) {
            report(Code::F283, behind.span,
                   {"achter de `}` hoort niets meer; een volgende wijziging krijgt een eigen `--what-if`",
                    "nothing belongs behind the `}`; a next change gets a `--what-if` of its own"},
                   name + " + " + std::string(text_.substr(open, close + 1 - open)));
            return false;
        }
        std::size_t begin = open + 1;
        while (true) {
            const std::size_t end = find_mark(begin, close, ";");
            if (!read_event_value(change, begin, end)) return false;
            if (end == close) break;
            begin = end + 1;
        }
        return true;
    }

    bool read_event_value(ChangeText& change, std::size_t begin, std::size_t end) {
        ChangeValue one;
        std::size_t i = begin;
        while (i < end && is_blank_or_line_end(text_[i])) ++i;
        const std::size_t name = i;
        while (i < end && is_of_name(text_[i])) ++i;
        const std::size_t name_end = i;
        while (i < end && is_blank_or_line_end(text_[i])) ++i;
        if (name_end > name && i < end && text_[i] == ':') {
            one.field = part(name, name_end);
            begin = i + 1;
        }
        auto value = value_up_to(begin, end);
        if (!value) return false;
        one.value = std::move(*value);
        if (!one.value.quoted && one.value.text.empty()) one.value.span = span(begin, end);
        change.values.push_back(std::move(one));
        return true;
    }

    std::string_view text_;
    SourceId source_;
    const ChangeSamples& samples_;
    Diagnostics& diagnostics_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<ChangeText> split_change(const SourceMap& sources, SourceId source, const ChangeSamples& samples,
                                       Diagnostics& diagnostics) {
    return Splitter(sources.text(source), source, samples, diagnostics).split();
}

}  // namespace wegwijzer
