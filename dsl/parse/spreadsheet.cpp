#include "dsl/parse/spreadsheet.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dsl/words/words.h"

namespace wegwijzer::parsing {
namespace {

enum class Meaning : std::uint8_t { condition, all, some, opposite, count, unknown, today, other };

struct Function {
    std::string_view name;
    Meaning meaning;
};

constexpr std::array functions = {
    Function{"ALS", Meaning::condition},
    Function{"IF", Meaning::condition},
    Function{"EN", Meaning::all},
    Function{"AND", Meaning::all},
    Function{"OF", Meaning::some},
    Function{"OR", Meaning::some},
    Function{"NIET", Meaning::opposite},
    Function{"NOT", Meaning::opposite},
    Function{"AANTAL.ALS", Meaning::count},
    Function{"COUNTIF", Meaning::count},
    Function{"AANTALLEN.ALS", Meaning::count},
    Function{"COUNTIFS", Meaning::count},
    Function{"ISLEEG", Meaning::unknown},
    Function{"ISBLANK", Meaning::unknown},
    Function{"VANDAAG", Meaning::today},
    Function{"TODAY", Meaning::today},
    Function{"SOM", Meaning::other},
    Function{"SUM", Meaning::other},
    Function{"SOM.ALS", Meaning::other},
    Function{"SUMIF", Meaning::other},
    Function{"GEMIDDELDE", Meaning::other},
    Function{"AVERAGE", Meaning::other},
    Function{"GEMIDDELDE.ALS", Meaning::other},
    Function{"AVERAGEIF", Meaning::other},
    Function{"MAX", Meaning::other},
    Function{"MIN", Meaning::other},
};

std::string_view name_at(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] == '.' && end > 0))) ++end;
    return end < text.size() && text[end] == '(' ? text.substr(0, end) : std::string_view{};
}

const Function* function_at(std::string_view text) {
    const std::string_view name = name_at(text);
    const auto found = std::find_if(functions.begin(), functions.end(),
                                    [&](const Function& it) { return !name.empty() && it.name == name; });
    return found == functions.end() ? nullptr : &*found;
}

// Behind the parenthesis that closes the one at `open`, or 0.
std::size_t end_of_group(std::string_view text, std::size_t open) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = open; at < text.size(); ++at) {
        if (text[at] == '"') quoted = !quoted;
        if (quoted) continue;
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && --depth == 0) return at + 1;
    }
    return 0;
}

// What stands between the marks, on the outer level.
std::vector<std::string_view> split(std::string_view inside, char mark) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at <= inside.size(); ++at) {
        const char c = at < inside.size() ? inside[at] : mark;
        if (c == '"') quoted = !quoted;
        if (c == '(') ++depth;
        if (c == ')') --depth;
        if (at < inside.size() && (c != mark || quoted || depth > 0)) continue;
        std::string_view part = inside.substr(begin, at - begin);
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        parts.push_back(part);
        begin = at + 1;
    }
    return parts;
}

class Translator {
  public:
    explicit Translator(Language language) : language_(language) {}

    // Empty when a part of it has no counterpart.
    [[nodiscard]] std::string translate(std::string_view text, int depth = 0) const {
        if (depth > 20) return {};
        std::string result;
        bool quoted = false;
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == '"') quoted = !quoted;
            const bool begins_word = at == 0 || !((text[at - 1] >= 'A' && text[at - 1] <= 'Z') || text[at - 1] == '.');
            if (const Function* function = quoted || !begins_word ? nullptr : function_at(text.substr(at))) {
                const std::size_t open = at + function->name.size();
                const std::size_t end = end_of_group(text, open);
                if (end == 0) return {};
                const std::string part = call(*function, text.substr(open + 1, end - open - 2), depth);
                if (part.empty()) return {};
                result += part;
                at = end;
                continue;
            }
            const bool is_sign = !quoted && std::string_view("<>=").find(text[at]) != std::string_view::npos;
            const bool was_sign = at > 0 && std::string_view("<>=").find(text[at - 1]) != std::string_view::npos;
            if (is_sign != was_sign && !result.empty() && result.back() != ' ' && text[at] != ' ') result += ' ';
            result += text[at++];
        }
        return result;
    }

  private:
    [[nodiscard]] std::string said(Word word) const { return std::string(spelling(word, language_)); }

    [[nodiscard]] std::string call(const Function& function, std::string_view inside, int depth) const {
        const char mark = inside.find(';') != std::string_view::npos ? ';' : ',';
        std::vector<std::string> parts;
        for (const std::string_view part : split(inside, mark)) {
            if (part.find(':') != std::string_view::npos) return {};  // cells of a sheet
            parts.push_back(translate(part, depth + 1));
            if (parts.back().empty() && function.meaning != Meaning::today) return {};
        }
        const auto joined = [&](Word word) {
            std::string text;
            for (const std::string& part : parts) text += (text.empty() ? "" : " " + said(word) + " ") + part;
            return "(" + text + ")";
        };
        switch (function.meaning) {
            case Meaning::condition:
                if (parts.size() != 3) return {};
                return said(Word::if_) + " " + parts[0] + " " + said(Word::then) + " " + parts[1] + " " +
                       said(Word::else_) + " " + parts[2];
            case Meaning::all: return joined(Word::and_);
            case Meaning::some: return joined(Word::or_);
            case Meaning::opposite: return parts.size() == 1 ? said(Word::not_) + " (" + parts[0] + ")" : std::string();
            case Meaning::count:
                if (parts.size() != 2 || parts[1].front() == '"') return {};
                return said(Word::count) + " " + parts[0] + " " + said(Word::with) + " " + parts[1];
            case Meaning::unknown:
                return parts.size() == 1 ? parts[0] + " " + said(Word::is) + " " + said(Word::unknown) : std::string();
            case Meaning::today: return said(Word::reference_date);
            case Meaning::other: break;
        }
        return {};
    }

    Language language_;
};

}  // namespace

std::optional<Formula> find_formula(std::string_view line, Language language) {
    const Function* function = function_at(line);
    if (function == nullptr) return std::nullopt;
    const std::size_t open = function->name.size();
    const std::size_t end = end_of_group(line, open);
    if (end == 0) return std::nullopt;
    const std::string_view inside = line.substr(open + 1, end - open - 2);
    // `NIET(werkt)`, `ALS(motivatie < 3)` are words in capitals.
    const bool is_listed = inside.find(';') != std::string_view::npos || split(inside, ',').size() > 2;
    const bool is_own = function->name.find('.') != std::string_view::npos || function->meaning == Meaning::unknown ||
                        function->meaning == Meaning::today || function->meaning == Meaning::other;
    if (!is_listed && !is_own) return std::nullopt;
    return Formula{end, Translator(language).translate(line.substr(0, end))};
}

}  // namespace wegwijzer::parsing
