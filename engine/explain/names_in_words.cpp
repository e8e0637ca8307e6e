#include "engine/explain/names_in_words.h"

#include <algorithm>

namespace wegwijzer::explain {

std::string in_words(std::string_view identifier) {
    // An author writes `tekst_` where `tekst` is taken.
    while (identifier.size() > 1 && identifier.ends_with('_')) identifier.remove_suffix(1);
    std::string words(identifier);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string list_in_words(const std::vector<std::string>& parts, Language language, const char* last_nl,
                          const char* last_en) {
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) words += i + 1 == parts.size() ? (language == Language::nl ? last_nl : last_en) : ", ";
        words += parts[i];
    }
    return words;
}

std::string missing_in_words(const std::vector<std::string>& names, Language language) {
    struct Named {
        std::string_view name;
        std::vector<std::string> fields;
        bool is_whole = false;
    };
    std::vector<Named> all;
    for (const std::string_view name : names) {
        const std::size_t dot = name.find('.');
        const std::string_view first = name.substr(0, dot);
        auto place = std::ranges::find(all, first, &Named::name);
        if (place == all.end()) place = all.insert(all.end(), {first, {}, false});
        if (dot == std::string_view::npos) {
            place->is_whole = true;
        } else {
            place->fields.push_back(in_words(name.substr(dot + 1)));
        }
    }
    std::vector<std::string> parts;
    for (const Named& one : all) {
        std::string words = in_words(one.name);
        if (!one.fields.empty()) {
            words += one.is_whole ? (language == Language::nl ? " (ook " : " (also ") : " (";
            words += list_in_words(one.fields, language, " en ", " and ") + ")";
        }
        parts.push_back(std::move(words));
    }
    return list_in_words(parts, language, " en ", " and ");
}

}  // namespace wegwijzer::explain
