#include "cli/explain_code.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "cli/output.h"
#include "cli/render/code_page.h"
#include "dsl/review/silencings.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/catalogue.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::cli {
namespace {

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

int number_of(std::string_view code) {
    int number = 0;
    std::from_chars(code.data() + 1, code.data() + code.size(), number);
    return number;
}

// The codes that are most like it: by its letters, then of the same letter by number.
std::string nearest(std::string_view code) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const Code one : all_codes()) names.emplace_back(entry(one).code);
    const std::optional<std::string> meant = did_you_mean(code, names);
    std::ranges::sort(names, {}, [&](const std::string& name) {
        return std::tuple(name != meant, name.front() != code.front(), std::abs(number_of(name) - number_of(code)),
                          name);
    });
    std::string list;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        list += list.empty() ? "`" : ", `";
        list += names[i];
        list += '`';
    }
    return list;
}

Status refuse(const Context& context, Diagnostic problem) {
    context.report(problem);
    return Status::wrong_use;
}

}  // namespace

bool looks_like_a_code(std::string_view text) {
    if (text.size() < 2 || text.size() > 6) return false;
    const bool has_letter =
        (text.front() >= 'a' && text.front() <= 'z') || (text.front() >= 'A' && text.front() <= 'Z');
    return has_letter && std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

Status explain_code(const Context& context) {
    const std::string written = upper(*context.options.code);
    const std::optional<Code> code = find_code(written);
    if (!code) {
        Diagnostic unknown;
        unknown.code = Code::F212;
        unknown.arguments = {*context.options.code};
        const std::string list = nearest(written);
        unknown.way_out = {"de codes die er het meest op lijken: " + list, "the codes that are most like it: " + list};
        return refuse(context, std::move(unknown));
    }
    Output output(context);
    const bool can_be_allowed = review::can_be_silenced(*code);
    if (context.options.format == OutputFormat::json) {
        output.write(code_page_as_json(*code, can_be_allowed, context.language()));
    } else {
        CodePageFrame frame;
        frame.language = context.language();
        frame.width = context.environment.width;
        frame.plain = context.options.plain;
        frame.colour = context.colour_out() && !output.is_file();
        output.write(render_code_page(*code, can_be_allowed, frame));
    }
    return output.finish();
}

}  // namespace wegwijzer::cli
