// What `fmt` and `translate` share: packs read and rewritten, with what is wrong with them said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "dsl/compile/rewrite.h"

namespace wegwijzer::cli {

struct RewrittenPack {
    std::string path;
    std::vector<RewrittenFile> files;
};
struct RewrittenPacks {
    std::vector<RewrittenPack> packs;
    Status status = Status::fine;  // worse when anything was said
};

// `paths`: of packs, not collections.
[[nodiscard]] RewrittenPacks rewrite_packs(const Context& context, const std::vector<std::string>& paths,
                                           std::optional<Language> to);

// "2 bestanden", "2 files".
[[nodiscard]] Localized count_files(std::size_t count);
// As it can be pasted on a command line.
[[nodiscard]] std::string quote_argument(const std::string& argument);

}  // namespace wegwijzer::cli
