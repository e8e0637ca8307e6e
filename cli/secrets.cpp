#include "cli/secrets.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/record_options.h"
#include "engine/base/ascii.h"

namespace wegwijzer::cli {
namespace {

constexpr std::string_view store_option = "--store";
constexpr std::string_view store_option_with_value = "--store=";

// Whether `argument` is an option of `record` whose value stands behind it: "--reason", "--reden".
bool takes_text_of_entry(std::string_view argument) {
    return std::ranges::any_of(record_options(), [&](const RecordOption& option) {
        return argument == option.english || argument == option.dutch;
    });
}

// "postgresql://…", "PostgreSQL://…", "mysql://…"
bool begins_as_address(std::string_view argument) {
    const std::size_t scheme = std::min(argument.find("://"), argument.size());
    return scheme != 0 && scheme != argument.size() && std::ranges::all_of(argument.substr(0, scheme), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || is_digit(c);
           });
}

}  // namespace

ArgumentsWithoutSecrets take_out_secrets(const std::vector<std::string>& arguments) {
    ArgumentsWithoutSecrets result;
    std::string_view before;
    for (const std::string& argument : arguments) {
        const bool is_with_value = argument.starts_with(store_option_with_value);
        if (is_with_value || before == store_option) {
            const std::size_t begin = is_with_value ? store_option_with_value.size() : 0;
            store::StoreName name = store::without_secrets(argument.substr(begin));
            result.arguments.push_back(argument.substr(0, begin) + name.shown);
            result.secrets = std::move(name.secrets);
        } else if (begins_as_address(argument) && !takes_text_of_entry(before)) {
            result.arguments.push_back(store::without_secrets(argument).shown);
        } else {
            result.arguments.push_back(argument);
        }
        before = argument;
    }
    return result;
}

}  // namespace wegwijzer::cli
