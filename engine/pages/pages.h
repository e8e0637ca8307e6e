// The long explanation of a code of the catalogue, from docs/codes/CODE.md, compiled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "engine/diagnostics/catalogue.h"

namespace wegwijzer::pages {

// A piece of an example: a file, or what is typed.
struct Block {
    std::string form;  // "regels", "csv", "jsonl", "console", ...
    std::string name;  // of the file; empty: lines of a pack, or commands
    std::string text;  // whole lines
};

struct Page {
    std::vector<std::string> meaning_nl;  // paragraphs
    std::vector<std::string> meaning_en;
    std::vector<Block> wrong;
    std::vector<Block> right;

    [[nodiscard]] const std::vector<std::string>& meaning(Language language) const {
        return language == Language::nl ? meaning_nl : meaning_en;
    }
};

// Nothing for a code that has no page.
[[nodiscard]] std::optional<Page> page_of(Code code);
// A page as it is written. Lines it doesn't understand are left out; tests/codes_run.py lets none through.
[[nodiscard]] Page read_page(std::string_view text);

// The words of the catalogue where nothing is filled in: `…` stands for each {0}. Empty when nothing else is left.
[[nodiscard]] std::string without_arguments(std::string_view text);

}  // namespace wegwijzer::pages
