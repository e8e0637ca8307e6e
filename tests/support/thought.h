// What `check` says of the thinking in a pack that is a text.
#pragma once

#include <string>
#include <vector>

#include "dsl/compile/compile.h"

namespace wegwijzer::test {

struct Thought {
    Compilation compilation;
    std::vector<Diagnostic> findings;  // of the thinking, those that are silenced too

    [[nodiscard]] const model::RuleSet& rules() const { return *compilation.rules; }
    // The author's words at its place.
    [[nodiscard]] std::string words(const Span& span) const { return std::string(compilation.sources.text(span)); }
    [[nodiscard]] std::vector<const Diagnostic*> with(Code code) const;
};

// Fails the test where the text has an error.
[[nodiscard]] Thought think_of(const std::string& text);

}  // namespace wegwijzer::test
