// How a page speaks: in the reader's language, with the author's words marked where they are in another.
#pragma once

#include "engine/base/language.h"

namespace wegwijzer::cli::html {

struct Voice {
    Language reader = Language::nl;
    Language author = Language::nl;  // of the main pack

    [[nodiscard]] const char* say(const char* nl, const char* en) const { return reader == Language::nl ? nl : en; }
    // For a `lang` attribute around words of the author; empty: the page's own.
    [[nodiscard]] const char* author_lang() const {
        return author == reader ? "" : author == Language::nl ? "nl" : "en";
    }
};

}  // namespace wegwijzer::cli::html
