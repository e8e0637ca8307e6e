// Reading texts of the rule language in tests.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::test {

struct Parsed {
    SourceMap sources;
    Diagnostics diagnostics;  // sorted
    ast::File file;

    // The tree, as `wegwijzer show ast` prints it.
    [[nodiscard]] std::string tree() const;
    // The first lines of the findings: "2:7 F003 in het Nederlands heeft een getal een komma", one per line.
    [[nodiscard]] std::string findings(Language language = Language::nl) const;
    // As people read them, without the name of the file.
    [[nodiscard]] std::string rendered(Language language = Language::nl) const;
    // The tokens, joined.
    [[nodiscard]] std::string tokens_joined() const;
    [[nodiscard]] std::string_view text() const { return sources.text(file.source); }
};

// The language is what the text says (`taal en`), or `language`.
[[nodiscard]] std::unique_ptr<Parsed> parse_text(std::string_view text, std::optional<Language> language = {});

struct NamedText {
    std::string name;
    std::string text;
};
// The example of the reference, the published rules, the packs of this repository. Those beside the repository are left out,
// with a message, where it stands alone.
[[nodiscard]] std::vector<NamedText> all_packs();
// The example of the reference.
[[nodiscard]] std::string reference_pack();
// The pack in rules/, its files joined, but for those that hold nothing but voorbeelden of every boundary.
[[nodiscard]] std::string first_pack();

}  // namespace wegwijzer::test
