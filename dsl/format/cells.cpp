#include "dsl/format/cells.h"

#include <algorithm>

#include "dsl/words/words.h"
#include "engine/base/ascii.h"

namespace wegwijzer {
namespace {

Language other(Language language) { return language == Language::nl ? Language::en : Language::nl; }

// 4,5 and -4,5 and 40,5% and 40,5 %: nothing else is changed.
std::string swap_mark(std::string_view number) {
    std::string result(number);
    const std::size_t mark = number.find_first_of(",.");
    if (mark == std::string_view::npos) return result;
    const std::string_view whole =
        number.substr(number.starts_with('-') ? 1 : 0, mark - (number.starts_with('-') ? 1 : 0));
    std::string_view decimals = number.substr(mark + 1);
    if (decimals.ends_with('%')) decimals.remove_suffix(1);
    while (decimals.ends_with(' ')) decimals.remove_suffix(1);
    const auto are_digits = [](std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); };
    if (are_digits(whole) && are_digits(decimals)) result[mark] = number[mark] == ',' ? '.' : ',';
    return result;
}

std::string swap_words(std::string_view text, std::initializer_list<Word> words) {
    for (const Language from : {Language::nl, Language::en})
        for (const Word word : words)
            if (spelling(word, from) == text) return std::string(spelling(word, other(from)));
    return std::string(text);
}

template <class Translate>
std::string swap_names(std::string_view name, Language from, Translate translate) {
    std::string there = translate(name, from, other(from));
    return there != name ? there : translate(name, other(from), from);
}

std::string translate_content(std::string_view text, bool is_header, std::string_view series, std::string_view field,
                              const Scope& scope, Language from) {
    if (const auto built_in = scope.find_series(series, from)) {
        if (is_header)
            return swap_names(text, from, [&](std::string_view name, Language one, Language two) {
                return translate_field(name, *built_in, one, two);
            });
        const bool is_status = field == spelling(Word::field_status, from);
        return is_status ? swap_names(text, from, translate_status) : std::string(text);
    }
    const ast::Type* type = is_header ? nullptr : scope.find_field(series, field);
    if (type == nullptr) return std::string(text);
    using Kind = ast::Type::Kind;
    switch (type->kind) {
        case Kind::number:
        case Kind::integer:
        case Kind::grade:
        case Kind::percentage:
        case Kind::duration: return swap_mark(text);
        case Kind::boolean: return swap_words(text, {Word::yes, Word::no});
        case Kind::key:
        case Kind::text:
        case Kind::date:
        case Kind::choice: break;
    }
    return std::string(text);
}

}  // namespace

std::string translate_cell(std::string_view written, bool is_header, std::string_view series, std::string_view field,
                           const Scope& scope, Language from) {
    const bool quoted = written.size() >= 2 && written.starts_with('"') && written.ends_with('"');
    if (!quoted) return translate_content(written, is_header, series, field, scope, from);
    return "\"" + translate_content(written.substr(1, written.size() - 2), is_header, series, field, scope, from) +
           "\"";
}

}  // namespace wegwijzer
