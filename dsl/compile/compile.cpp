#include "dsl/compile/compile.h"

#include <utility>

#include "dsl/check/check.h"
#include "dsl/parse/parse.h"

namespace wegwijzer {

Compilation compile(std::vector<PackText> packs) {
    Compilation result;
    std::vector<PackFiles> pack_files;
    for (PackText& pack : packs) {
        Language language = Language::nl;
        for (const PackFile& file : pack.files) {
            if (find_language(file.text) == Language::en) language = Language::en;
        }
        PackFiles files;
        files.name = pack.name;
        for (PackFile& file : pack.files) {
            const SourceId source = result.sources.add(std::move(file.name), std::move(file.text));
            files.files.push_back(result.files.size());
            result.files.push_back(parse(result.sources, source, language, result.diagnostics));
        }
        pack_files.push_back(std::move(files));
    }
    result.rules = check(pack_files, result.files, result.sources, result.diagnostics);
    result.diagnostics.sort(result.sources);
    return result;
}

}  // namespace wegwijzer
