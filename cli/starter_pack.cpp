#include "cli/starter_pack.h"

#include <charconv>

#include "cli/starter_texts.h"
#include "dsl/words/words.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

constexpr int example_day_number = 37;
constexpr int first_month_of_next_year = 7;

// The Monday that lies closest to 1 September, in the academic year of `day`.
Date first_monday(Date day) {
    const Date::Calendar calendar = day.calendar();
    const int year = calendar.month >= first_month_of_next_year ? calendar.year : calendar.year - 1;
    return Date::from_calendar(year, 9, 4).value_or(day).monday_of_week();
}

Date plus(Date monday, int days) { return add_days(monday, days).value_or(Date::latest()); }

// As it stands between quotes.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result;
}

// Fills in `@name@`, `@institution@`, `@year@` and `@37@`: the day so many days behind the first Monday.
std::string fill_in(std::string_view text, std::string_view name, std::string_view institution, Date monday) {
    std::string result;
    while (true) {
        const std::size_t begin = text.find('@');
        result += text.substr(0, begin);
        if (begin == std::string_view::npos) return result;
        const std::size_t end = text.find('@', begin + 1);
        const std::string_view what = text.substr(begin + 1, end - begin - 1);
        int days = 0;
        if (what == "name")
            result += name;
        else if (what == "institution")
            result += escaped(institution);
        else if (what == "year")
            result += std::to_string(monday.calendar().year);
        else if (std::from_chars(what.data(), what.data() + what.size(), days).ec == std::errc())
            result += to_iso(plus(monday, days));
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string pack_name_from(std::string_view folder) {
    std::string result;
    const std::string lower = to_lower(to_nfc(folder));
    for (std::string_view rest = lower; !rest.empty();) {
        const CodePoint point = first_code_point(rest);
        const std::string_view bytes = rest.substr(0, point.size);
        const bool is_digit = point.value >= '0' && point.value <= '9';
        // The accented Latin letters that names may have, without the signs among them.
        const bool is_letter = (point.value >= 'a' && point.value <= 'z') ||
                               (point.value >= 0xE0 && point.value <= 0x17F && point.value != 0xF7);
        if (is_letter || (is_digit && !result.empty()))
            result += bytes;
        else if (!result.empty() && !result.ends_with('_'))
            result += '_';
        rest.remove_prefix(point.size);
    }
    while (result.ends_with('_')) result.pop_back();
    return is_reserved(result) ? result + "_1" : result;
}

StarterPack make_starter_pack(std::string_view name, std::string_view institution, Language language, Date day) {
    const Date monday = first_monday(day);
    StarterPack pack;
    pack.example_day = plus(monday, example_day_number);
    const StarterTexts& texts = starter_texts(language);
    if (institution.empty()) institution = texts.no_institution;
    for (const StarterText& text : texts.files) {
        std::string path = fill_in(text.name, name, {}, monday);
        pack.files.push_back({std::move(path), fill_in(text.text, name, institution, monday)});
    }
    return pack;
}

}  // namespace wegwijzer::cli
