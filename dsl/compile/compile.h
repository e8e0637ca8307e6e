// The facade of the language: pack texts in, rule set and findings out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/check/check.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "engine/model/rule_set.h"

namespace wegwijzer {

struct PackFile {
    std::string name;  // as shown in messages
    std::string text;  // bytes as read
};
struct PackText {      // one pack: a folder's files sorted by name (byte order), or a single file
    std::string name;  // of the folder or file, as given
    std::vector<PackFile> files;
    bool was_given = true;                 // false: another pack uses it
    std::vector<std::string> beside = {};  // names of regelpakketten that stand beside it, for "did you mean"
};

struct Compilation {
    SourceMap sources;
    std::vector<ast::File> files;
    std::vector<PackFiles> packs;                 // in reading order
    Diagnostics diagnostics;                      // sorted
    std::shared_ptr<const model::RuleSet> rules;  // nullptr when there are errors

    // Does this source belong to a pack that was handed over, rather than to one that such a pack uses?
    [[nodiscard]] bool was_given(SourceId source) const;
};

// Packs in the order of the command line; a pack is read after those it takes in with `gebruik`. Those must be among
// `packs` (packs_in_use.h finds them). The first pack is the main one. Never throws on bad input.
[[nodiscard]] Compilation compile(std::vector<PackText> packs);

}  // namespace wegwijzer
