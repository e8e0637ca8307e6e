// What the program takes from the system it runs on, gathered once in main() so that everything below it can be tested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "engine/base/date.h"
#include "engine/base/language.h"

namespace wegwijzer::cli {

struct Environment {
    std::string locale;  // the first of LC_ALL, LC_MESSAGES, LANG that says something
    bool no_colour = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t width = 80;  // columns of the terminal
    std::optional<Date> today;
    std::int64_t now = 0;  // seconds since 1970-01-01T00:00:00Z

    // Dutch, unless the locale is English.
    [[nodiscard]] Language language() const { return locale.starts_with("en") ? Language::en : Language::nl; }
};

struct Streams {
    std::ostream& out;  // results
    std::ostream& err;  // diagnostics
};

}  // namespace wegwijzer::cli
