// From the AST of the packs in use to the resolved rule set: names, types, units, duties (motivering, grondslag, via,
// consent), cycles, and the warnings of the reference. All findings of all files in one run; one mistake, one finding.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "engine/model/rule_set.h"

namespace wegwijzer {

// Which of the files form one pack. The packs of one run stand in the order in which they are read:
// a pack after those it takes in.
struct PackFiles {
    std::string name;                      // of the folder or file, as shown in messages
    std::vector<std::size_t> files;        // indices into the list of files
    bool is_main = false;                  // whose title and language hold for the whole; without one: the first
    std::vector<std::string> beside = {};  // names of packs that `gebruik` could take in as well
    bool was_given = true;                 // false: another pack uses it
};

// `files`: all files of the packs, in reading order. Findings about what could not be read stand in `diagnostics`
// already: names on those lines are not reported as unknown. Returns nullptr when `diagnostics` holds an error.
[[nodiscard]] std::shared_ptr<const model::RuleSet> check(const std::vector<PackFiles>& packs,
                                                          const std::vector<ast::File>& files, const SourceMap& sources,
                                                          Diagnostics& diagnostics);

// All files form one pack.
[[nodiscard]] std::shared_ptr<const model::RuleSet> check(const std::vector<ast::File>& files, const SourceMap& sources,
                                                          Diagnostics& diagnostics);

}  // namespace wegwijzer
