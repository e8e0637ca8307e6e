// A pack as text in, the same pack as text out: in canonical layout, or in the other language's words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/base/language.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer {

struct RewrittenFile {
    std::string name;
    // None: it could not be read (there are errors in it), or, which is a fault in the program, not be written so that it reads
    // as before. Nothing may take the place of the author's text then.
    std::optional<std::string> text;
    bool has_errors = false;
    bool is_changed = false;
};
struct Rewriting {
    SourceMap sources;
    Diagnostics diagnostics;  // sorted; of files that could not be read, and of a pack that can't be translated
    std::vector<RewrittenFile> files;
};

struct RewriteRequest {
    std::optional<Language> to;                  // none: the language it is in
    Language language_if_silent = Language::nl;  // of a pack that doesn't say: one file of a folder that does
    std::vector<PackText> around;                // packs it uses: their names tell what is built in
};

// Never throws on bad input.
[[nodiscard]] Rewriting rewrite(PackText pack, const RewriteRequest& request);

}  // namespace wegwijzer
